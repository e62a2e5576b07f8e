"""Row 7: what reading costs that has been there before."""

import pathlib
import shutil
import sys

from rows import BUILD, DAY, DRIVER, SEED, TOOL, TOTALS, Limit, Section, against, replay
from runs import Figure, interleaved, once, warm


NEXT_DAY = "2024-12-16"


def snapshots(journal, rounds):
    """A replay to the day after one that was replayed to before."""
    cache = pathlib.Path(f"{BUILD}/cache")
    shutil.rmtree(cache, ignore_errors=True)
    figures, limits = [], []
    for mode, runs in (("none", rounds), ("chain", rounds), ("full", 1)):
        def command(day, *more, mode=mode):
            return ["env", f"XDG_CACHE_HOME={cache.resolve()}", *replay(journal, mode, *TOTALS, *more, day=day)]

        once(command(DAY, "--snapshot"))

        def cached():
            for file in [journal.path, *cache.rglob("*.snapshot")]:
                warm(file)

        whole = Figure(f"replay --verify {mode}", command(NEXT_DAY), acts=journal.lines, before=cached)
        near = Figure("the same from the snapshot of the day before", command(NEXT_DAY, "--snapshot"), before=cached)
        # A run that is so short takes more turns.
        interleaved(runs, [whole, near, near, near])
        if whole.runs[0].output != near.runs[0].output:
            sys.exit(f"a replay from a snapshot in mode {mode} prints something else")
        figures += [whole, near]
        ratio = near.median / whole.median
        limits.append(
            Limit("7", f"near a snapshot at most a twentieth of the full replay, mode {mode}",
                  f"1/{1 / ratio:.0f} (CPU 1/{whole.cpu / near.cpu:.0f})", ratio <= 0.05))
    size = sum(file.stat().st_size for file in cache.rglob("*.snapshot"))
    shutil.rmtree(cache)
    return Section(
        "Near a snapshot",
        f"Same file, same output byte for byte, journal and snapshots in the page cache. The snapshots, one for each mode, take {size / 1e6:.0f} MB together. Mode full "
        "hashes the whole journal again before it believes one.", figures, limits)


def verifications(journal, rounds):
    """A verification that goes on from the record of the last one, some acts later."""
    new = journal.lines // 1000
    copy, record, kept = (f"{BUILD}/again.{suffix}" for suffix in ("jsonl", "verified", "kept"))
    shutil.copyfile(journal.path, copy)
    pathlib.Path(record).unlink(missing_ok=True)
    once([TOOL, "verify", copy, "--verified-file", record])
    shutil.copyfile(record, kept)
    once([DRIVER, "append", copy, SEED, str(new), "100", "1", "elsewhere"])

    def reset():
        shutil.copyfile(kept, record)

    command = [TOOL, "verify", copy, "--format", "json"]
    since = [*command, "--verified-file", record]
    whole = Figure("verify, all of it", command, acts=journal.lines)
    hashed = Figure(f"verify, {new:,} acts after the last time", since, acts=journal.lines, before=reset)
    unread = Figure("the same, what was verified not read", [*since, "--unread"], acts=journal.lines, before=reset)
    figures = [whole, hashed, unread]
    interleaved(min(rounds, 3), figures)
    head = whole.runs[0].json["head"]
    for figure in figures:
        for run in figure.runs:
            if run.json["head"] != head or run.json["findings"]:
                sys.exit(f"{figure.name} does not agree with verify")
    pathlib.Path(copy).unlink()
    return Section(
        f"Verified before, {journal.lines:,} lines",
        "The same answer as from the first line, compared. The record of a verification is the reader's own; what is "
        "hashed again is also compared with what was verified.", figures,
        [Limit("7", "verify --since costs what is new",
               f"{against(unread, whole)}; hashed again: {against(hashed, whole)}",
               unread.median <= whole.median / 20)])
