"""Row 7: what reading costs that has been there before."""

import pathlib
import shutil
import sys

from rows import BUILD, DRIVER, SEED, TOOL, Limit, Section, against
from runs import Figure, interleaved, once


def verifying(journal, rounds):
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
    return figures, [
        Limit("7", "verify --since costs what is new",
              f"{against(unread, whole)}; hashed again: {against(hashed, whole)}", unread.median <= whole.median / 20)]


def again(journal, rounds):
    figures, limits = verifying(journal, rounds)
    return Section(
        f"Verified before, {journal.lines:,} lines",
        "The same answer as from the first line, compared. The record of a verification is the reader's own; what is "
        "hashed again is also compared with what was verified.", figures, limits)
