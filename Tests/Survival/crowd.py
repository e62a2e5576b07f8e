#!/usr/bin/env python3
"""Many processes append at once, some are killed at random, and others follow.

    crowd.py TOOL [seconds]

Eight workers append acts of their own for some seconds; half of them wait where another writer has the journal, the others are refused and
try again; every fifth process is killed at a random moment. Two processes follow the journal all the while, and one of them begins in the middle. Afterwards:

- every acknowledged act is in the journal, no act is there twice, the lines chain, and `verify` finds nothing (an unterminated end is moved
  aside by one more append);
- whoever waited or was refused was told a process of this crowd;
- no follower has ended or said anything, and the last result of each is what a replay says.

Exits 1 where a promise was broken.
"""

import hashlib
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

ACT = {
    "type": "apk.rulesAmended", "version": 1,
    "what": {"order": "331/НҚ", "inForceFrom": "2023-08-28", "source": "test"},
}
REPLAY = ["replay", "j.jsonl", "--at", "2099-12-31", "--format", "json"]


class Follower:
    """A process that follows, and what it has printed."""

    def __init__(self, tool, folder):
        self.output = []
        self.process = subprocess.Popen(
            [tool, *REPLAY, "--follow"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.reader = threading.Thread(target=lambda: self.output.extend(self.process.stdout))
        self.reader.start()

    def lines(self):
        return [int(line.split(":")[1].strip(" ,\n")) for line in list(self.output) if line.startswith('    "lines"')]

    def end(self, whole, count):
        """The broken promises, once it has come to the last line or ten seconds have gone."""
        patience = time.monotonic() + 10
        while time.monotonic() < patience and self.lines()[-1:] != [count] and self.process.poll() is None:
            time.sleep(0.05)
        time.sleep(0.3)
        ended = self.process.poll()
        self.process.terminate()
        errors = self.process.stderr.read()
        self.process.wait()
        self.reader.join()
        broken = []
        if ended is not None or errors:
            broken.append(f"a follower ended with {ended}: {errors}")
        lines = self.lines()
        if lines != sorted(set(lines)):
            broken.append("a follower's results do not grow")
        if not "".join(self.output).endswith(whole):
            broken.append(f"a follower is at line {lines[-1:]} of {count}")
        return broken


class Crowd:
    """What the workers did."""

    def __init__(self):
        self.lock = threading.Lock()
        self.acknowledged, self.started, self.broken = [], set(), []
        self.killed = self.waited = self.refused = 0

    def work(self, tool, folder, worker, end):
        random_ = random.Random(worker)
        number = 0
        while time.monotonic() < end:
            number += 1
            act = dict(ACT, what=dict(ACT["what"], source=f"worker {worker}, act {number}"))
            patience = ["--wait", "60"] if worker % 2 else []
            process = subprocess.Popen(
                [tool, "append", "j.jsonl", "--key", "official.pem", "--expect", "any", "--format", "json", *patience, "-"],
                cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            with self.lock:
                self.started.add(process.pid)
            if random_.randrange(5) == 0:
                timer = threading.Timer(random_.uniform(0, 0.02), process.kill)
                timer.start()
            output, errors = process.communicate(json.dumps(act))
            self.judge(process.returncode, output, errors, patience)

    def judge(self, code, output, errors, patience):
        with self.lock:
            if '"leafHash"' in output:
                self.acknowledged.append(json.loads(output)["leafHash"])
            self.killed += code == -9
            self.waited += "Waiting for" in errors
            is_refused = "[writer-locked]" in errors
            self.refused += is_refused
            if code not in (0, -9) and (patience or not is_refused):
                self.broken.append(f"ended with {code}: {errors}")
            for process in re.findall(r"process (\d+)", errors):
                if int(process) not in self.started:
                    self.broken.append(f"was told to wait for {process}, which is none of the crowd")


def main(arguments):
    tool = str(pathlib.Path(arguments[0]).resolve())
    seconds = float(arguments[1]) if len(arguments) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        def run(*words):
            done = subprocess.run([tool, *words], cwd=folder, capture_output=True, text=True)
            if done.returncode:
                sys.exit(f"crowd: {words[0]}: {done.stderr}")
            return done.stdout
        run("key", "new", "--output", "master.pem")
        run("key", "new", "--output", "official.pem")
        run("init", "j.jsonl", "--origin", "crowd.example.kz", "--authority-kk", "Сынақ", "--authority-ru", "Тест",
            "--key", "master.pem", "--holder-id", "master", "--holder-name", "Master")
        run("key", "enrol", "j.jsonl", "--key", "master.pem", "--new-key", "official.pem", "--holder-id", "official",
            "--holder-name", "Official", "--role", "authorisedPerson", "--expect", "any")
        crowd = Crowd()
        followers = [Follower(tool, folder)]
        end = time.monotonic() + seconds
        threads = [threading.Thread(target=crowd.work, args=(tool, folder, worker, end)) for worker in range(8)]
        for thread in threads:
            thread.start()
        time.sleep(seconds / 2)
        followers.append(Follower(tool, folder))
        for thread in threads:
            thread.join()
        path = pathlib.Path(folder)
        (path / "last.json").write_text(json.dumps(ACT, ensure_ascii=False))
        run("append", "j.jsonl", "--key", "official.pem", "--expect", "any", "--format", "json", "last.json")
        report = json.loads(run("verify", "j.jsonl", "--format", "json"))
        lines = (path / "j.jsonl").read_bytes().splitlines()
        leaves = {hashlib.sha256(b"\0" + line).hexdigest() for line in lines}
        ids = [json.loads(line)["act"]["id"] for line in lines]
        broken = crowd.broken
        broken += [f"lost: {leaf}" for leaf in crowd.acknowledged if leaf not in leaves]
        broken += [f"found: {finding}" for finding in report["findings"]]
        if len(set(ids)) != len(ids):
            broken.append("an act is there twice")
        whole = run(*REPLAY)
        for follower in followers:
            broken += follower.end(whole, len(lines))
        torn = len(list(path.glob("*.torn-*")))
        print(
            f"{len(lines)} lines, {len(crowd.acknowledged)} acknowledged, {crowd.killed} killed, {crowd.waited} waited, "
            f"{crowd.refused} refused as locked, {torn} torn ends moved aside, {len(followers)} followers")
        for promise in broken:
            print(promise, file=sys.stderr)
        print("broken promises" if broken else "nothing lost, nothing twice, nothing torn, nothing missed")
        return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
