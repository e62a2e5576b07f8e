#!/usr/bin/env python3
"""Injects a fault into every system call of everything that writes beside a journal, and looks at what is left.

    faults.py TOOL [--quick] [OPERATION...]

The operations: `append` (which opens, appends and closes), `recover` (the same behind a writer that crashed and left half a line),
`batch` (a filing whose list of units follows it in numbered parts), `checkpoint` and `tiles`. For each call by which an operation touches
files, and each time that it is made, the run is repeated with that one call failing (EIO, ENOSPC, EINTR), with the process killed
at it, and with files that may not grow beyond some size, so that a write is cut short. After each:

- nothing that stood in the journal is gone, and `verify` finds nothing but an unterminated end, which the next writer moves aside;
- what was acknowledged is there, once: the acts; the checkpoint, which holds; the tiles that the published checkpoint speaks of;
- the same operation, made again without fault, ends well, everything is there once, and `verify` is clean;
- whatever failed, the tool said so: no exit 0 without the result, no other exit without a word.

Wants Debian's strace. Prints the number of faults and how they ended; exits 1 where one of them broke a promise.
"""

import collections
import concurrent.futures
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
    "openat", "read", "pread64", "pwrite64", "write", "fcntl", "fstat", "newfstatat", "stat", "fstatfs", "fdatasync", "fsync",
    "syncfs", "ftruncate", "lseek", "rename", "link", "unlink", "mkdir", "getdents64", "close",
]
ERRORS = ["EIO", "ENOSPC", "EINTR"]
RULES = {
    "type": "apk.rulesAmended", "version": 1,
    "what": {"order": "331/НҚ", "inForceFrom": "2023-08-28", "source": "test"},
}
FILING = {
    "type": "apk.inclusionFiled", "case": "A-1", "version": 1,
    "what": {
        "applicant": {"id": "020240000555", "kind": "legalEntity", "name": "ТОО"},
        "channel": "portal", "consent": True, "contacts": {"phone": "+7"}, "dataCentreAddress": "x", "documents": [],
        "filledOn": "2024-06-03", "legalAddress": "y", "model": "S19",
        "possession": {"document": "d", "ground": "ownership"}, "quantity": 600, "signature": "electronic",
        "signedBy": "z", "tnvedCode": "8543708000"},
}
UNITS = "№;Полное наименование, марка, модель;Серийный номер;Хэшрейт, TH/s;Мощность, кВт;Номер ГТД;Состояние\n" + "".join(
    f"{number};Antminer S19;SN{number};95,5;3,25;;исправное\n" for number in range(1, 601))


def new_id():
    stamp = f"{int(time.time() * 1000):012x}"
    return f"{stamp[:8]}-{stamp[8:]}-7000-8000-{os.urandom(6).hex()}"


class Operation:
    """What is done to copies of a folder with a journal `j.jsonl`."""

    name = ""
    words = []
    # Sizes of files at which writes are cut short.
    limits = range(0)

    def __init__(self, tool, base, folder):
        self.tool = tool
        self.original = folder / self.name
        shutil.copytree(base, self.original)
        self.prepare()
        self.journal = (self.original / "j.jsonl").read_bytes()
        self.done = folder / f"{self.name}-done"
        shutil.copytree(self.original, self.done)
        done = self.run(self.done)
        if done.returncode:
            sys.exit(f"faults: {self.name} fails without a fault: {done.stderr}")
        self.reference(done)

    def prepare(self):
        pass

    def reference(self, done):
        """Remembers what the operation leaves when nothing goes wrong."""

    def tool_run(self, folder, *words, prefix=(), **options):
        return subprocess.run(
            [*prefix, self.tool, *words], cwd=folder, capture_output=True, text=True, timeout=120, **options)

    def run(self, folder, **options):
        return self.tool_run(folder, *self.words, **options)

    def findings(self, folder):
        done = self.tool_run(folder, "verify", "j.jsonl", "--format", "json")
        return [finding["code"] for finding in json.loads(done.stdout)["findings"]]

    def is_acknowledged(self, done):
        return done.returncode == 0

    def check(self, folder, acknowledged, output):
        """The broken promises in what is left."""
        return []

    def counts(self):
        """How often the operation makes each call, at most, on one thread: strace counts each thread for itself."""
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            shutil.copytree(self.original, copy)
            log = pathlib.Path(folder) / "strace.log"
            self.run(copy, prefix=["strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(f"?{c}" for c in CALLS)])
            counts = collections.Counter(re.findall(r"^(\d+) +(\w+)\(", log.read_text(), re.M))
        most = collections.Counter()
        for (_, call), count in counts.items():
            most[call] = max(most[call], count)
        return most

    def faults(self, quick):
        for call, count in sorted(self.counts().items()):
            for place in sorted({1, count} if quick else range(1, count + 1)):
                for error in ERRORS:
                    yield f"{call}:{error}:{place}", error, f"inject={call}:error={error}:when={place}", None
                yield f"{call}:SIGKILL:{place}", "SIGKILL", f"inject={call}:signal=SIGKILL:when={place}", None
        limits = list(self.limits)
        for size in (limits[:: max(1, len(limits) // 4)] if quick else limits):
            yield f"files of {size} bytes at most", "short write", None, size

    def attempt(self, fault):
        name, kind, injection, size = fault
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            shutil.copytree(self.original, copy)
            lines, hit_threads = [], set()
            if injection:
                log = pathlib.Path(folder) / "strace.log"
                done = self.run(copy, prefix=["strace", "-f", "-qq", "-o", str(log), "-e", injection])
                if kind == "SIGKILL":
                    hit = done.returncode == -signal.SIGKILL
                else:
                    lines = log.read_text(errors="replace").splitlines()
                    hit_threads = {line.split()[0] for line in lines if "(INJECTED)" in line}
                    hit = bool(hit_threads)
            else:
                done = self.run(copy, preexec_fn=limit(size))
                hit = done.returncode != 0
            acknowledged = self.is_acknowledged(done)
            broken = self.judge(copy, name, done, acknowledged)
            # Swift's libdispatch traps where its own look at its threads in /proc fails: one more way to be killed.
            in_proc = any('"/proc/' in line and line.split()[0] in hit_threads for line in lines)
            is_dispatch = done.returncode == -signal.SIGILL and in_proc
            if done.returncode < 0 and kind != "SIGKILL" and not is_dispatch:
                broken.append(f"died of signal {-done.returncode}: {done.stderr.strip()[-200:]}")
        outcome = "acknowledged" if acknowledged else "killed" if done.returncode < 0 else "refused"
        return f"{self.name}, {kind}: {outcome}", hit, [f"{self.name}, {name}: {promise}" for promise in broken]

    def judge(self, folder, name, done, acknowledged):
        broken = []
        if done.returncode == 0 and not acknowledged:
            broken.append("exit 0 without the result")
        # Where standard error is what fails, nothing can be said.
        if done.returncode > 0 and not done.stderr.strip() and not name.startswith("write:"):
            broken.append("failed without a word")
        kept = (folder / "j.jsonl").read_bytes()
        if not kept.startswith(self.whole()):
            broken.append("what stood in the journal is gone")
        left = [code for code in self.findings(folder) if code != "torn-tail"]
        if left:
            broken.append(f"left {left}")
        broken += self.check(folder, acknowledged, done.stdout)
        again = self.run(folder)
        if again.returncode:
            broken.append(f"made again it fails: {again.stderr.strip()}")
        broken += [f"made again: {promise}" for promise in self.check(folder, True, again.stdout)]
        left = self.findings(folder)
        if left:
            broken.append(f"not clean after the next: {left}")
        return broken

    def whole(self):
        """The whole lines that the journal had."""
        return self.journal[: self.journal.rfind(b"\n") + 1]


class Append(Operation):
    """One act, which was signed before, so that every attempt hands in the very same one."""

    name = "append"
    words = ["append", "j.jsonl", "--expect", "any", "--format", "json", "signed.json"]

    def prepare(self):
        act = dict(RULES, id=new_id())
        (self.original / "act.json").write_text(json.dumps(act, ensure_ascii=False))
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            shutil.copytree(self.original, copy)
            done = self.tool_run(copy, "append", "j.jsonl", "--expect", "any", "--key", "official.pem", "act.json")
            if done.returncode:
                sys.exit(f"faults: {done.stderr}")
            last = json.loads((copy / "j.jsonl").read_bytes().splitlines()[-1])
        signed = {member: last[member] for member in ("act", "signatures")}
        (self.original / "signed.json").write_text(json.dumps(signed, ensure_ascii=False))
        self.crash()
        size = (self.original / "j.jsonl").stat().st_size
        self.limits = range(size, size + 900, 9)

    def crash(self):
        pass

    def reference(self, done):
        lines = (self.done / "j.jsonl").read_bytes().splitlines()
        self.ids = [json.loads(line)["act"]["id"] for line in lines[len(self.whole().splitlines()):]]

    def is_acknowledged(self, done):
        return '"status"' in done.stdout

    def check(self, folder, acknowledged, output):
        lines = (folder / "j.jsonl").read_bytes().splitlines()
        counts = [sum(f'"id":"{id}"'.encode() in line for line in lines) for id in self.ids]
        if any(count > 1 for count in counts):
            return [f"an act is there {max(counts)} times"]
        return [f"acknowledged and not there: {counts}"] if acknowledged and 0 in counts else []


class Recover(Append):
    """The same behind a writer that crashed: its mark is there, and half a line."""

    name = "recover"

    def crash(self):
        journal = self.original / "j.jsonl"
        lines = journal.read_bytes()
        last = lines.splitlines()[-1]
        (self.original / "j.writing").write_text(f"{len(lines) - len(last) - 1} 1\n")
        journal.write_bytes(lines + b'{"act":{"at":"20')


class Batch(Append):
    """A filing, and the parts of its list."""

    name = "batch"
    words = [
        "append", "j.jsonl", "--expect", "any", "--format", "json", "--key", "applicant.pem", "--units", "units.csv",
        "act.json"]

    def prepare(self):
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        (self.original / "act.json").write_text(json.dumps(dict(FILING, id=new_id(), at=at), ensure_ascii=False))
        (self.original / "units.csv").write_text(UNITS)
        size = (self.original / "j.jsonl").stat().st_size
        self.limits = range(size, size + 130_000, 2_600)


class Checkpoint(Operation):
    """A signature over the journal, kept beside it and remembered with its key."""

    name = "checkpoint"
    words = ["checkpoint", "j.jsonl", "--note-key", "note.pem"]
    limits = range(0, 300, 6)

    def reference(self, done):
        self.note = done.stdout
        self.size = done.stdout.splitlines()[1]

    def is_acknowledged(self, done):
        return "\n\n— " in done.stdout

    def check(self, folder, acknowledged, output):
        broken = []
        kept = folder / "j.checkpoints" / self.size
        if kept.exists() and kept.read_text() != self.note:
            broken.append("a checkpoint is there and not whole")
        if acknowledged and not kept.exists():
            broken.append("acknowledged and not kept")
        if acknowledged and output != self.note:
            broken.append("another checkpoint than without a fault")
        last = folder / "note.pem.last"
        if kept.exists() and (not last.exists() or last.read_text() != self.note):
            broken.append("kept before the key remembered it")
        return broken


class Tiles(Operation):
    """The export of a checkpoint over what an earlier one has brought to the folder."""

    name = "tiles"
    words = ["tiles", "j.jsonl", "--output", "www"]
    limits = [*range(0, 400, 20), *range(400, 40_000, 800)]

    def prepare(self):
        for step in (["checkpoint", "j.jsonl", "--note-key", "note.pem"], self.words,
                     ["append", "j.jsonl", "--expect", "any", "--key", "official.pem", "rules.json"],
                     ["checkpoint", "j.jsonl", "--note-key", "note.pem"]):
            (self.original / "rules.json").write_text(json.dumps(RULES, ensure_ascii=False))
            done = self.tool_run(self.original, *step)
            if done.returncode:
                sys.exit(f"faults: {done.stderr}")
        self.before = self.files(self.original)

    @staticmethod
    def files(folder):
        www = folder / "www"
        return {str(path.relative_to(www)): path.read_bytes() for path in www.rglob("*") if path.is_file()}

    def reference(self, done):
        self.after = self.files(self.done)

    def check(self, folder, acknowledged, output):
        files = {name: content for name, content in self.files(folder).items() if not name.endswith(".tmp")}
        if acknowledged and files != self.after:
            return ["acknowledged, and the folder is not what it is without a fault"]
        shown = files.get("checkpoint")
        if shown not in (self.before["checkpoint"], self.after["checkpoint"]):
            return ["the folder shows no checkpoint, or half of one"]
        wanted = self.before if shown == self.before["checkpoint"] else self.after
        missing = [name for name, content in wanted.items() if files.get(name) != content]
        return [f"the checkpoint shown has no {missing}"] if missing else []


def limit(size):
    def apply():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return apply


def start(tool, folder):
    """A journal with an official and an applicant."""
    base = folder / "base"
    base.mkdir()

    def run(*words):
        done = subprocess.run([tool, *words], cwd=base, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"faults: {words[0]}: {done.stderr}")
    for key in ("master", "official", "applicant", "note"):
        run("key", "new", "--output", f"{key}.pem")
    run("init", "j.jsonl", "--origin", "survival.example.kz", "--authority-kk", "Сынақ", "--authority-ru", "Тест",
        "--key", "master.pem", "--note-key", "note.pem", "--holder-id", "master", "--holder-name", "Master")
    for key, role in (("official", "authorisedPerson"), ("applicant", "applicant")):
        run("key", "enrol", "j.jsonl", "--key", "master.pem", "--new-key", f"{key}.pem", "--holder-id", key,
            "--holder-name", key, "--role", role, "--expect", "any")
    return base


def main(arguments):
    if not arguments or not shutil.which("strace"):
        sys.exit("usage: faults.py TOOL [--quick] [OPERATION...], with strace installed")
    tool = str(pathlib.Path(arguments[0]).resolve())
    quick = "--quick" in arguments
    wanted = [word for word in arguments[1:] if not word.startswith("--")]
    outcomes, failures, missed = collections.Counter(), [], 0
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        folder = pathlib.Path(name)
        base = start(tool, folder)
        for kind in (Append, Recover, Batch, Checkpoint, Tiles):
            if wanted and kind.name not in wanted:
                continue
            operation = kind(tool, base, folder)
            for outcome, hit, broken in pool.map(operation.attempt, operation.faults(quick)):
                failures += broken
                # A place that this run did not come to, and a limit that nothing reached, is no fault.
                missed += not hit
                if hit:
                    outcomes[outcome] += 1
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:6}  {outcome}")
    print(f"{sum(outcomes.values()):6}  faults, {len(failures)} broken promises ({missed} runs came to no fault)")
    for failure in failures[:40]:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
