"""Runs commands one after another, and tells when something else was at work on the machine meanwhile."""

import dataclasses
import json
import os
import statistics
import sys
import time

CORES = os.cpu_count()
TICKS = os.sysconf("SC_CLK_TCK")


def busy_seconds():
    """The seconds that all cores together have worked since the machine started, stolen time included."""
    with open("/proc/stat") as stat:
        user, nice, system, _idle, _iowait, irq, softirq, steal = map(int, stat.readline().split()[1:9])
    return (user + nice + system + irq + softirq + steal) / TICKS


@dataclasses.dataclass
class Run:
    """What one run took: seconds, seconds of all its threads, bytes, and what share of the machine others had."""

    wall: float
    cpu: float
    peak: int
    others: float
    output: bytes

    @property
    def json(self):
        """What the command printed."""
        return json.loads(self.output)


@dataclasses.dataclass
class Figure:
    """The runs of one command: their wall time, or with `inner` the seconds that the command itself says it took.

    `acts` is how many acts a run deals with; `before` is called before each run, outside its time.
    """

    name: str
    command: list
    acts: int = 0
    inner: bool = False
    before: object = None
    runs: list = dataclasses.field(default_factory=list)

    @property
    def times(self):
        return [run.json["seconds"] if self.inner else run.wall for run in self.runs]

    @property
    def median(self):
        return statistics.median(self.times)

    @property
    def rate(self):
        """Acts a second."""
        return self.acts / self.median

    @property
    def cpu(self):
        return statistics.median(run.json.get("cpu", run.cpu) if self.inner else run.cpu for run in self.runs)

    @property
    def peak(self):
        """The largest resident set, in bytes."""
        return max(run.peak for run in self.runs)

    @property
    def others(self):
        """The largest share of the machine that others had during a run; `None` where runs are too short to tell."""
        return max(run.others for run in self.runs) if self.median > 0.25 else None

    @property
    def is_disturbed(self):
        return (self.others or 0) > Patience.share


class Patience:
    """How long disturbed runs are made again before they are taken as they are."""

    share = 0.08
    left = float(os.environ.get("BENCH_PATIENCE", 900))


def once(command):
    """Runs a command with its output captured; a command that fails ends the measuring."""
    reading, writing = os.pipe()
    null = os.open(os.devnull, os.O_RDWR)
    actions = [
        (os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_DUP2, null, 2),
        (os.POSIX_SPAWN_CLOSE, reading)]
    busy = busy_seconds()
    began = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        output = pipe.read()
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - began
    os.close(null)
    if status != 0:
        sys.exit(f"{' '.join(command)}: exit {os.waitstatus_to_exitcode(status)}\n{output.decode()}")
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, busy_seconds() - busy - cpu) / (wall * CORES)
    return Run(wall, cpu, usage.ru_maxrss * 1024, others, output)


def warm(path):
    """Reads a file, so that it lies in the page cache."""
    block = bytearray(1 << 20)
    with open(path, "rb", buffering=0) as file:
        while file.readinto(block):
            pass


def wait_for_quiet():
    """Waits until others let the machine alone for half a second, or patience is at its end."""
    while Patience.left > 0:
        busy, pause = busy_seconds(), 0.5
        time.sleep(pause)
        if (busy_seconds() - busy) / (pause * CORES) <= Patience.share:
            return
        Patience.left -= pause


def undisturbed(figure):
    """The first run that nothing disturbed, or once patience is at its end the least disturbed one."""
    best = None
    while True:
        if figure.before:
            figure.before()
        run = once(figure.command)
        if best is None or run.others < best.others:
            best = run
        if best.others <= Patience.share or best.wall < 0.25 or Patience.left <= 0:
            return best
        Patience.left -= run.wall
        wait_for_quiet()


def interleaved(rounds, figures):
    """Runs every command once a round, so that a slow spell of the machine falls on all of them."""
    for figure in figures:
        print(f"  {figure.name}", file=sys.stderr)
    for _ in range(rounds):
        wait_for_quiet()
        for figure in figures:
            figure.runs.append(undisturbed(figure))
    return figures
