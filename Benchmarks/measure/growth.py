"""Row 6: cost per act against the size of the journal, and what verify needs of memory."""

import dataclasses
import hashlib
import json
import os
import pathlib
import types

from rows import BUILD, DRIVER, SEED, TOOL, Limit, Section, replay
from runs import Figure, Run, undisturbed, wait_for_quiet, warm

ACTS = 5_000
LARGE = 2_000_000


def sha256(path):
    """The digest of a file, not read as a whole: this process's memory would count as that of its children."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Kept:
    """Runs that are kept, so that measuring goes on where it was broken off; those of another build are dropped."""

    path = pathlib.Path(BUILD, "growth.json")

    def __init__(self):
        self.build = " ".join(map(sha256, (TOOL, DRIVER)))
        kept = json.loads(self.path.read_text()) if self.path.exists() else {}
        same = kept.get("build") == self.build
        self.runs, self.paths = (kept["runs"], kept["paths"]) if same else ({}, {})

    def of(self, kind, lines):
        return [
            Run(**{**run, "output": run["output"].encode()}) for run in self.runs.get(f"{kind} {lines}", [])]

    def keep(self, kind, journal, run):
        lines = journal.lines
        self.paths[str(lines)] = journal.path
        numbers = {**dataclasses.asdict(run), "output": run.output.decode() if kind == "append" else ""}
        self.runs.setdefault(f"{kind} {lines}", []).append(numbers)
        whole = self.path.with_suffix(".new")
        whole.write_text(json.dumps({"build": self.build, "paths": self.paths, "runs": self.runs}))
        whole.rename(self.path)

    def sizes(self):
        """How many lines the journals have."""
        return sorted(map(int, self.paths))


def figures(lines, path, size=None):
    """The figures of one size by their kinds; no journal need be there to tell of runs that are kept.

    Acts go to the end of the journal itself, which may be half of what the disk has room for, and off it again.
    """
    journal = types.SimpleNamespace(path=path)
    return {
        "replay": Figure(f"replay --verify none, {lines:,}", replay(journal, "none"), acts=lines),
        "verify": Figure(f"verify, {lines:,}", [TOOL, "verify", path, "--format", "json"], acts=lines),
        "append": Figure(
            f"append 100 a sync, {lines:,}", [DRIVER, "append", path, SEED, str(ACTS), "100", "1", "elsewhere"],
            acts=ACTS, inner=True, before=lambda: os.truncate(path, size))}


def measure(journals, rounds):
    """Runs what is not kept yet, in turns over the sizes; the largest sizes once."""
    kept = Kept()
    for number in range(rounds):
        for journal in journals:
            if number > 0 and journal.lines > LARGE:
                continue
            for kind, figure in figures(journal.lines, journal.path, journal.bytes).items():
                if len(kept.of(kind, journal.lines)) > number:
                    continue
                wait_for_quiet()
                warm(journal.path)
                try:
                    kept.keep(kind, journal, undisturbed(figure))
                finally:
                    os.truncate(journal.path, journal.bytes)


def section():
    """What is kept, as a section and as the series to plot."""
    kept = Kept()
    names = {"replay": "replay --verify none", "verify": "verify", "append": "append, 100 a sync"}
    shown, series, limits = [], {}, []
    for kind, name in names.items():
        row = []
        for lines in kept.sizes():
            figure = figures(lines, kept.paths[str(lines)])[kind]
            figure.runs = kept.of(kind, lines)
            if figure.runs:
                row.append((lines, figure))
        if not row:
            continue
        shown += [figure for _, figure in row]
        series[name] = [(lines, 1 / figure.rate) for lines, figure in row]
        (least, first), (most, last) = row[0], row[-1]
        ratio, cpu = first.rate / last.rate, (last.cpu / last.acts) / (first.cpu / first.acts)
        limits.append(
            Limit("6", f"{name}: at most 1.3 times a line from {least:,} to {most:,} lines",
                  f"{ratio:.2f} × (CPU {cpu:.2f} ×)", ratio <= 1.3))
        if kind == "verify":
            peak = max(figure.peak for _, figure in row)
            limits.append(
                Limit("5", f"at most 64 MB for verify, up to {most:,} lines", f"{peak / 1e6:.0f} MB", peak <= 64e6))
    fairness = (
        "The journal lies in the page cache. Start and end of the process are in it for replay and verify, and not for "
        "appends, which go to the end of the journal and off it again. ![Cost per act](growth.svg)")
    return Section("Cost per act against size", fairness, shown, limits), series
