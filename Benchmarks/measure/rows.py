"""What is measured: for each question the commands that answer it, what makes them comparable, and the limits."""

import dataclasses
import json
import pathlib
import re
import shutil
import subprocess
import sys

from runs import CORES, Figure, interleaved, once

BUILD = ".build/bench"
TOOL = f"{BUILD}/journal-tool"
DRIVER = f"{BUILD}/append-driver"
PYTHON = "Benchmarks/.venv/bin/python"
PEERS = "Benchmarks/peers"
DAY, UNTIL = "2024-12-15", "2024-12-15T18:59:59Z"
SEED = "7"
TOTALS = ("--totals-only", "--format", "json")


@dataclasses.dataclass
class Limit:
    """A limit that was asked for, and what was reached."""

    row: str
    asked: str
    reached: str
    met: bool


@dataclasses.dataclass
class Section:
    """One question with its figures."""

    title: str
    fairness: str
    figures: list
    limits: list


class Journal:
    """A generated journal."""

    def __init__(self, size):
        self.path = f"{BUILD}/journal-{size}.jsonl"
        self.bytes = pathlib.Path(self.path).stat().st_size
        self.lines = 0
        with open(self.path, "rb") as file:
            while block := file.read(1 << 20):
                self.lines += block.count(b"\n")


def against(ours, theirs):
    """How much longer one takes than the other."""
    return f"{ours.median / theirs.median:.2f} × (CPU {ours.cpu / theirs.cpu:.2f} ×)"


def replay(journal, mode, *printing, day=DAY):
    """A replay that builds the register, and prints its totals alone unless it is told otherwise."""
    return [TOOL, "replay", journal.path, "--at", day, "--verify", mode, *(printing or TOTALS)]


def answer(totals):
    return tuple(totals[name] for name in ("standing", "excluded", "hashrateTHs", "powerKW"))


def register(journal, rounds):
    """Row 1: the register at a date, nothing verified."""
    target = f"{BUILD}/replay.json"
    once(replay(journal, "none", "--format", "json", "--output", target))
    with open(target, "rb") as file:
        file.seek(max(0, pathlib.Path(target).stat().st_size - 4096))
        expected = answer(json.loads(re.search(rb'"totals": (\{[^}]*\})', file.read())[1]))
    pathlib.Path(target).unlink()

    duckdb = [PYTHON, f"{PEERS}/register_duckdb.py", journal.path, UNTIL]
    ours = Figure("replay --verify none", replay(journal, "none"))
    whole = Figure("the same, printing every entry and the digest",
                   replay(journal, "none", "--format", "json", "--output", "/dev/null"))
    table = Figure("DuckDB, the register as a table", [*duckdb, f"{PEERS}/register.sql"], inner=True)
    bare = Figure("DuckDB, the totals alone", [*duckdb, f"{PEERS}/totals.sql"], inner=True)
    simdjson = Figure("C++ with simdjson", [f"{BUILD}/register_simdjson", journal.path, UNTIL])
    python = Figure("Python json", [PYTHON, f"{PEERS}/register_json.py", journal.path, UNTIL])
    figures = [ours, whole, table, bare, simdjson]
    interleaved(rounds, figures)
    interleaved(1, [python])
    figures.append(python)
    for figure in figures:
        figure.acts = journal.lines
    for figure in (table, bare, simdjson, python):
        for run in figure.runs:
            if answer(run.json) != expected:
                sys.exit(f"{figure.name}: {answer(run.json)} is not {expected}")
    standing, excluded, hash_rate, power = expected
    limits = [
        Limit("1", "no longer than DuckDB's query of the same register",
              against(ours, table), ours.median <= table.median),
        Limit("1", "the same against the totals alone", against(ours, bare), ours.median <= bare.median),
        Limit("1", "at most 1.5 times C++ with simdjson", against(ours, simdjson),
              ours.median <= 1.5 * simdjson.median)]
    if journal.lines >= 1_000_000:
        limits.append(
            Limit("5", "at most 200 MB for the register (aim: 80)", f"{ours.peak / 1e6:.0f} MB", ours.peak <= 200e6))
    return Section(
        f"The register at a date, {journal.lines:,} lines",
        f"Same file of {journal.bytes / 1e6:,.0f} MB in the page cache; same answer, compared before a time is "
        f"accepted: {standing:,} units stand, {excluded:,} are excluded, {hash_rate} TH/s, {power} kW. The tool checks "
        "the canonical form and the schema of every line on the way; no peer does. DuckDB is timed from its first "
        "statement to its answer, without Python's start; the others from start to end of the process. simdjson "
        "finds the structure of lines on a second thread.",
        figures, limits)


def verification(journal, rounds):
    """Rows 2 and 3: what the chain and the signatures cost."""
    none = Figure("replay --verify none", replay(journal, "none"))
    chain = Figure("replay --verify chain", replay(journal, "chain"))
    interleaved(rounds, [none, chain])
    full = Figure("replay --verify full", replay(journal, "full"))
    verify = Figure("verify", [TOOL, "verify", journal.path, "--format", "json"])
    c = Figure("C: split, chain, libsodium", [f"{BUILD}/verify_libsodium", journal.path, str(CORES)])
    interleaved(min(rounds, 3), [full, verify, c])
    figures = [none, chain, full, verify, c]
    for figure in figures:
        figure.acts = journal.lines
    ours, theirs = verify.runs[0].json, c.runs[0].json
    if (ours["head"], ours["signatures"]["valid"]) != (theirs["head"], theirs["valid"] + theirs["others"]):
        sys.exit("verify and its peer do not agree")
    if theirs["invalid"] + theirs["unknown"] + theirs["broken"] > 0:
        sys.exit("the peer finds the journal broken")
    return Section(
        f"Verification, {journal.lines:,} lines",
        f"Same file; same head, same count of valid signatures. The C program uses {CORES} threads and verifies "
        f"{theirs['valid']:,} Ed25519 signatures; the {theirs['others']:,} by an RSA key it only counts, and the tool "
        "verifies them. The tool also checks form, times, ids, `seen`, mandates and roles, builds the tree, and with "
        "`replay` the register.",
        figures,
        [Limit("2", "chain at most 1.5 times none", against(chain, none), chain.median <= 1.5 * none.median),
         Limit("3", "full reaches 90 % of the C program", f"{c.median / full.median:.0%} (CPU {c.cpu / full.cpu:.0%})",
               c.median >= 0.9 * full.median),
         Limit("3", "the same for verify", f"{c.median / verify.median:.0%} (CPU {c.cpu / verify.cpu:.0%})",
               c.median >= 0.9 * verify.median)])


def appending(rounds):
    """Row 4: durable appends."""
    fresh, target, lines = (f"{BUILD}/{name}.jsonl" for name in ("journal-small", "append", "append-lines"))

    def reset():
        shutil.copyfile(fresh, target)

    singles, batched = 2_000, 20_000
    shutil.copyfile(fresh, lines)
    once([DRIVER, "append", lines, SEED, str(batched), "100", "1", "elsewhere"])

    def ours(name, count, batch, workers, how="elsewhere"):
        command = [DRIVER, "append", target, SEED, str(count), str(batch), str(workers), how]
        return Figure(name, command, acts=count, inner=True, before=reset)

    def alone(name, what):
        return Figure(name, [DRIVER, what, str(batched), str(CORES)], acts=batched, inner=True)

    def peer(name, program, count, batch):
        command = [f"{BUILD}/{program}", lines, str(count), str(batch), f"{BUILD}/append.{program}"]
        return Figure(name, command, acts=count, inner=True)

    single = ours("append, one act a sync, signed by the writer's process", singles, 1, 1, "signed")
    foreign = ours("append, one act a sync, signed elsewhere", singles, 1, 1)
    bare = peer("bare write and fdatasync", "append_bare", singles, 1)
    shared = ours("append, four threads at once, signed elsewhere", singles, 1, 4)
    sqlite = peer("SQLite, WAL FULL, one row a commit", "append_sqlite", singles, 1)
    # Twice as many threads as cores: one may wait for the disk while another signs.
    signing = ours(f"sign and append, 100 a sync, {2 * CORES} threads", batched, 100, 2 * CORES, "signing")
    signs = alone(f"signing alone, {CORES} threads", "sign")
    taking = ours(f"append what was signed elsewhere, 100 a sync, {2 * CORES} threads", batched, 100, 2 * CORES)
    verifies = alone(f"verifying alone, {CORES} threads", "verify")
    bare_hundred = peer("bare write and fdatasync, 100 lines", "append_bare", batched, 100)
    sqlite_hundred = peer("SQLite, WAL FULL, 100 rows", "append_sqlite", batched, 100)
    figures = [single, foreign, bare, shared, sqlite, signing, signs, taking, verifies, bare_hundred, sqlite_hundred]
    interleaved(rounds, figures)
    size = once(bare.command).json["bytes"] / singles

    def share(ours, theirs):
        return f"{ours.rate / theirs.rate:.0%} (CPU {theirs.cpu / ours.cpu:.0%})"

    return Section(
        "Durable appends",
        f"Same file system; the peers write the very lines that the tool wrote, {size:.0f} bytes each, and sync as "
        "often. An act that was signed elsewhere is verified before it is written; one that the writer's own process "
        "has signed is not verified again, and where that is said was signed before the clock starts. A single append "
        f"of what was signed elsewhere reaches {foreign.rate / bare.rate:.0%} of the bare loop, which has no signature "
        "to verify. Every act is scanned, chained and judged; the peers take bytes. Start "
        "and opening are not counted.",
        figures,
        [Limit("4", "a single append 85 % of the bare loop", f"{single.rate / bare.rate:.0%}",
               single.rate >= 0.85 * bare.rate),
         Limit("4", "concurrent appends share a sync", f"{shared.rate / foreign.rate:.2f} × a single thread",
               shared.rate > 1.2 * foreign.rate),
         Limit("4", "batches of 100 reach 80 % of signing alone", share(signing, signs),
               signing.rate >= 0.8 * signs.rate),
         Limit("4", "signed elsewhere: 80 % of verifying alone", share(taking, verifies),
               taking.rate >= 0.8 * verifies.rate)])


def start(rounds):
    """Row 8: start-up."""
    nothing = Figure("/bin/true", ["/bin/true"])
    version = Figure("--version", [TOOL, "--version"])
    small = Figure("replay of a small journal", [TOOL, "replay", "Journals/tour.jsonl", "--at", "2024-06-30"])
    return Section(
        "Start-up", "The process from its making to its end. That of `/bin/true` is what the measuring itself takes.",
        interleaved(rounds, [nothing, version, small]),
        [Limit("8", "--version under 5 ms", f"{version.median * 1e3:.1f} ms", version.median < 5e-3),
         Limit("8", "start-up under 10 ms", f"{small.median * 1e3:.1f} ms", small.median < 10e-3)])


def versions():
    """What was measured against what."""
    def said(*command):
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]

    def package(name):
        return said("dpkg-query", "-W", "-f", "${Version}", name)

    return {
        "Swift": re.search(r"Swift version (\S+)", said("swift", "--version"))[1],
        "DuckDB": said(PYTHON, "-c", "import duckdb; print(duckdb.__version__)"),
        "simdjson": package("libsimdjson-dev"), "libsodium": package("libsodium-dev"), "OpenSSL": package("libssl-dev"),
        "SQLite": package("libsqlite3-dev"), "GCC": said("g++", "-dumpfullversion")}
