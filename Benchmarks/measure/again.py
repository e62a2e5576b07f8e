"""Row 7: what reading costs that has been there before."""

import pathlib
import shutil
import sys

from rows import BUILD, DRIVER, SEED, TOOL, Limit, Section, against, replay
from runs import Figure, interleaved, once

NEW = 1_000
OPTION = "--snapshots"


def verifying(journal, rounds):
    """A verification that goes on from the record of the last one, some acts later."""
    copy, record, kept = (f"{BUILD}/again.{suffix}" for suffix in ("jsonl", "verified", "kept"))
    shutil.copyfile(journal.path, copy)
    pathlib.Path(record).unlink(missing_ok=True)
    once([TOOL, "verify", copy, "--verified-file", record])
    shutil.copyfile(record, kept)
    once([DRIVER, "append", copy, SEED, str(NEW), "100", "1", "elsewhere"])

    def reset():
        shutil.copyfile(kept, record)

    command = [TOOL, "verify", copy, "--format", "json"]
    since = [*command, "--verified-file", record]
    whole = Figure("verify, all of it", command, acts=journal.lines)
    hashed = Figure(f"verify, {NEW:,} acts after the last time", since, acts=journal.lines, before=reset)
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
        Limit("7", "verify --since costs what is new", f"{against(unread, whole)}; hashed again: {against(hashed, whole)}",
              unread.median <= whole.median / 20)]


def replaying(journal, rounds):
    """A replay at a date near that of a snapshot; nothing where the tool keeps none."""
    if OPTION.encode() not in once([TOOL, "replay", "--help"]).output:
        return [], []
    folder = f"{BUILD}/snapshots"

    def forget():
        shutil.rmtree(folder, ignore_errors=True)
        pathlib.Path(folder).mkdir()

    command = replay(journal, "none")
    cold = Figure("replay, and keep a snapshot", [*command, OPTION, folder], acts=journal.lines, before=forget)
    interleaved(min(rounds, 3), [cold])
    whole = Figure("replay, all of it", command, acts=journal.lines)
    warm = Figure("replay from the snapshot", [*command, OPTION, folder], acts=journal.lines)
    interleaved(rounds, [whole, warm])
    if len({run.output for figure in (cold, whole, warm) for run in figure.runs}) > 1:
        sys.exit("a replay from a snapshot is another register")
    forget()
    return [whole, cold, warm], [
        Limit("7", "a date near a snapshot at most a twentieth of the full replay", against(warm, whole),
              warm.median <= whole.median / 20)]


def again(journal, rounds):
    replays, limits = replaying(journal, rounds)
    verifications, more = verifying(journal, rounds)
    return Section(
        f"Again, {journal.lines:,} lines",
        "The same answer as from the first line, compared. The record of a verification and a snapshot are the reader's "
        "own; what is hashed again is also compared with what was verified.",
        replays + verifications, limits + more)
