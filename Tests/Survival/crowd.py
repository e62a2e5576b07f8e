#!/usr/bin/env python3
"""Many processes append at once, and some are killed at random.

    crowd.py TOOL [seconds]

Eight workers append acts of their own for some seconds, trying again where another writer has the journal; every fifth
process is killed at a random moment. Afterwards every acknowledged act is in the journal, no act is there twice, the lines chain, and `verify`
finds nothing (an unterminated end is moved aside by one more append). Exits 1 where a promise was broken.
"""

import hashlib
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

ACT = {
    "type": "apk.rulesAmended", "version": 1,
    "what": {"order": "331/НҚ", "inForceFrom": "2023-08-28", "source": "test"},
}


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
        acknowledged, killed, waited, lock = [], [0], [0], threading.Lock()
        end = time.monotonic() + seconds

        def work(worker):
            random_ = random.Random(worker)
            number = 0
            while time.monotonic() < end:
                number += 1
                act = dict(ACT, what=dict(ACT["what"], source=f"worker {worker}, act {number}"))
                process = subprocess.Popen(
                    [tool, "append", "j.jsonl", "--key", "official.pem", "--expect", "any", "--format", "json", "-"],
                    cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                if random_.randrange(5) == 0:
                    timer = threading.Timer(random_.uniform(0, 0.02), process.kill)
                    timer.start()
                output, errors = process.communicate(json.dumps(act))
                with lock:
                    if '"leafHash"' in output:
                        acknowledged.append(json.loads(output)["leafHash"])
                    killed[0] += process.returncode == -9
                    waited[0] += "[writer-locked]" in errors
                    if process.returncode not in (0, -9) and "[writer-locked]" not in errors:
                        print(errors, file=sys.stderr)
                        killed.append(errors)

        threads = [threading.Thread(target=work, args=(worker,)) for worker in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        run("append", "j.jsonl", "--key", "official.pem", "--expect", "any", "--format", "json",
            _last(folder))
        report = json.loads(run("verify", "j.jsonl", "--format", "json"))
        lines = (pathlib.Path(folder) / "j.jsonl").read_bytes().splitlines()
        leaves = [hashlib.sha256(b"\0" + line).hexdigest() for line in lines]
        ids = [json.loads(line)["act"]["id"] for line in lines]
        lost = [leaf for leaf in acknowledged if leaf not in set(leaves)]
        print(f"{len(lines)} lines, {len(acknowledged)} acknowledged, {killed[0]} killed, {waited[0]} found the journal locked")
        broken = bool(lost or report["findings"] or len(set(ids)) != len(ids) or len(killed) > 1)
        print("broken promises" if broken else "nothing lost, nothing twice, nothing torn")
        return 1 if broken else 0


def _last(folder):
    path = pathlib.Path(folder) / "last.json"
    path.write_text(json.dumps(ACT, ensure_ascii=False))
    return str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
