#!/usr/bin/env python3
"""Injects a fault into every system call of an append, and looks at what is left.

    faults.py TOOL [--quick]

For each call by which `journal-tool append` touches files, and each time that it is made, the run is repeated with that one call
failing (EIO, ENOSPC, EINTR), with the process killed at it, and with files that may not grow beyond some size. After each:

- an act that was acknowledged is in the journal;
- `verify` finds nothing wrong but an unterminated end, which the next writer moves aside;
- the same append, made again without fault, ends well, the act is there once, and `verify` is clean;
- whatever failed, the tool said so: no exit 0 without an acknowledgement.

Wants Debian's strace. Prints the number of faults and how they ended; exits 1 where one of them broke a promise.
"""

import collections
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

CALLS = [
    "openat", "read", "pread64", "pwrite64", "fcntl", "fstat", "newfstatat", "stat", "fstatfs", "fdatasync", "fsync",
    "ftruncate", "unlink", "getdents64", "write", "close",
]
ERRORS = ["EIO", "ENOSPC", "EINTR"]
ACT = {
    "type": "apk.rulesAmended", "version": 1,
    "what": {"order": "331/НҚ", "inForceFrom": "2023-08-28", "source": "test"},
}


class Bench:
    """A small journal, and the append that is tried on copies of it."""

    def __init__(self, tool, folder):
        self.tool = tool
        self.original = folder / "original"
        self.original.mkdir()
        self.copy = folder / "copy"
        self.run("key", "new", "--output", "master.pem", cwd=self.original)
        self.run("key", "new", "--output", "official.pem", cwd=self.original)
        self.run(
            "init", "j.jsonl", "--origin", "survival.example.kz", "--authority-kk", "Сынақ", "--authority-ru", "Тест",
            "--key", "master.pem", "--holder-id", "master", "--holder-name", "Master", cwd=self.original)
        self.run(
            "key", "enrol", "j.jsonl", "--key", "master.pem", "--new-key", "official.pem", "--holder-id", "official",
            "--holder-name", "Official", "--role", "authorisedPerson", "--expect", "any", cwd=self.original)
        # The act is signed once, so that every attempt hands in the very same one.
        act = dict(ACT, id=self.new_id())
        (self.original / "act.json").write_text(json.dumps(act, ensure_ascii=False))
        shutil.copytree(self.original, self.copy)
        self.append()
        last = (self.copy / "j.jsonl").read_bytes().splitlines()[-1]
        signed = {member: value for member, value in json.loads(last).items() if member in ("act", "signatures")}
        (self.original / "act.json").write_text(json.dumps(signed, ensure_ascii=False))
        self.id = signed["act"]["id"]

    @staticmethod
    def new_id():
        stamp = f"{int(time.time() * 1000):012x}"
        return f"{stamp[:8]}-{stamp[8:]}-7000-8000-{os.urandom(6).hex()}"

    def run(self, *words, cwd=None, prefix=(), **options):
        done = subprocess.run(
            [*prefix, self.tool, *words], cwd=cwd or self.copy, capture_output=True, text=True, timeout=60, **options)
        if not prefix and not options and words[0] in ("key", "init") and done.returncode:
            sys.exit(f"faults: {words[0]} failed: {done.stderr}")
        return done

    def append(self, prefix=(), **options):
        words = ["append", "j.jsonl", "--expect", "any", "--format", "json"]
        signed = "signatures" in (self.copy / "act.json").read_text()
        return self.run(
            *words, *([] if signed else ["--key", "official.pem"]), "act.json", prefix=prefix, **options)

    def reset(self):
        shutil.rmtree(self.copy, ignore_errors=True)
        shutil.copytree(self.original, self.copy)

    def occurrences(self):
        lines = (self.copy / "j.jsonl").read_bytes().splitlines()
        return sum(self.id.encode() in line for line in lines)

    def findings(self):
        done = self.run("verify", "j.jsonl", "--format", "json")
        return [finding["code"] for finding in json.loads(done.stdout)["findings"]]

    def counts(self):
        """How often the append makes each call."""
        self.reset()
        log = self.copy / "strace.log"
        done = self.append(prefix=["strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(f"?{c}" for c in CALLS)])
        if done.returncode:
            sys.exit(f"faults: the append fails without a fault: {done.stderr}")
        return collections.Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.M))

    def judge(self, name, done):
        """What a fault left; a list of broken promises."""
        broken = []
        acknowledged = '"status"' in done.stdout
        if done.returncode == 0 and not acknowledged:
            broken.append("exit 0 without an acknowledgement")
        if done.returncode > 0 and not acknowledged and not done.stderr.strip() and "close" not in name and "write:" not in name:
            broken.append("failed without a word")
        if acknowledged and self.occurrences() != 1:
            broken.append("acknowledged and not there once")
        left = [code for code in self.findings() if code != "torn-tail"]
        if left:
            broken.append(f"left {left}")
        again = self.append()
        if again.returncode:
            broken.append(f"the next append fails: {again.stderr.strip()}")
        elif acknowledged and json.loads(again.stdout)["status"] != "alreadyRecorded":
            broken.append("recorded twice")
        if self.occurrences() != 1:
            broken.append(f"the act is there {self.occurrences()} times")
        if self.findings():
            broken.append(f"not clean after the next append: {self.findings()}")
        return acknowledged, broken


def limit(size):
    def apply():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return apply


def main(arguments):
    if not arguments or not shutil.which("strace"):
        sys.exit("usage: faults.py TOOL [--quick], with strace installed")
    tool = str(pathlib.Path(arguments[0]).resolve())
    quick = "--quick" in arguments
    outcomes, failures = collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(tool, pathlib.Path(folder))
        faults = []
        for call, count in bench.counts().items():
            places = range(1, count + 1) if not quick else {1, count}
            for place in places:
                faults += [(f"{call}:{error}:{place}", f"inject={call}:error={error}:when={place}") for error in ERRORS]
                faults.append((f"{call}:SIGKILL:{place}", f"inject={call}:signal=SIGKILL:when={place}"))
        for name, injection in faults:
            bench.reset()
            done = bench.append(prefix=["strace", "-f", "-qq", "-o", "/dev/null", "-e", injection])
            acknowledged, broken = bench.judge(name, done)
            outcomes[f"{name.split(':')[1]}: {'acknowledged' if acknowledged else 'not acknowledged'}"] += 1
            failures += [f"{name}: {promise}" for promise in broken]
        size = (bench.original / "j.jsonl").stat().st_size
        for grown in [1, 7, 100, 500] if quick else range(0, 900, 9):
            bench.reset()
            done = bench.append(preexec_fn=limit(size + grown))
            acknowledged, broken = bench.judge(f"file of {size}+{grown} bytes", done)
            outcomes[f"short write: {'acknowledged' if acknowledged else 'not acknowledged'}"] += 1
            failures += [f"file of {size}+{grown} bytes: {promise}" for promise in broken]
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:6}  {outcome}")
    print(f"{sum(outcomes.values()):6}  faults, {len(failures)} broken promises")
    for failure in failures[:40]:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
