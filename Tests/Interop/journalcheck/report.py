"""What is judged when a journal has been read to its end: later revocations, checkpoints, disclosures."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from . import anchors, canonical, personal
from .journal import Journal, NotAJournal


@dataclass
class Report:
    """What is known of a journal that was read to its end."""

    journal: Journal
    root: str = ""
    signatures: Counter = field(default_factory=Counter)
    vouched_by_revoked_key: list[int] = field(default_factory=list)
    checkpoints: list[int] = field(default_factory=list)
    anchor: dict | None = None
    timestamps: dict[int, str] = field(default_factory=dict)
    """The time that a token beside a checkpoint says, by the checkpoint's size."""

    def as_json(self) -> dict:
        journal = self.journal
        lines = journal.lines.values()
        return {
            "schema": "interop-verify/1",
            "journal": str(journal.path),
            "origin": journal.origin,
            "lines": len(journal.leaves),
            "head": journal.leaves[-1].hex(),
            "opening": journal.leaves[0].hex(),
            "root": self.root,
            "signatures": dict(sorted(self.signatures.items())),
            "acts": {
                "standing": sum(line.stands and not line.annulled for line in lines),
                "annulled": sum(line.stands and line.annulled for line in lines),
                "undecided": sum(line.undecided for line in lines),
            },
            "idleAnnulments": journal.idle,
            "vouchedByRevokedKey": self.vouched_by_revoked_key,
            "kept": dict(sorted(journal.kept.items())),
            "checkpoints": self.checkpoints,
            "anchor": self.anchor,
            "unanchoredFrom": self.anchor["size"] if self.anchor else 0,
            "timestamps": self.timestamps,
            "findings": [
                {"seq": each.seq, "offset": each.offset, "code": each.code, "text": each.text}
                for each in journal.findings
            ],
        }


def report(
    journal: Journal, checkpoints: list[Path] = (), opening: str | None = None, authorities: list | None = None
) -> Report:
    """The report on a journal that was read; the rest is what the auditor has from elsewhere."""
    made = Report(journal)
    if opening is not None and opening != journal.leaves[0].hex():
        journal.find("opening-mismatch", "the leaf hash of line 0 is not the one given", 0, 0)
    _count_signatures(made)
    anchor = anchors.check(journal, checkpoints, authorities)
    made.root, made.checkpoints, made.anchor = anchor.root, anchor.sizes, anchor.relied_on
    made.timestamps = anchor.times
    _check_disclosures(journal)
    return made


def _count_signatures(made: Report) -> None:
    """Counts verdicts as known at the end: a signature after `lastValidSeq` is `key-revoked`, though its act stands."""
    for line in made.journal.lines.values():
        vouched = False
        for each in line.signed:
            entry = made.journal.ring.entries.get(each.kid)
            late = entry is not None and entry.last_valid_seq is not None and line.seq > entry.last_valid_seq
            if each.verdict == "valid" and late and line.seq not in entry.revoked_at:
                each.verdict = "key-revoked"
                vouched = True
            made.signatures[each.verdict] += 1
        if vouched and line.stands and not line.annulled:
            made.vouched_by_revoked_key.append(line.seq)
            made.journal.find(
                "vouched-by-revoked-key", f"{line.type} stands by a key revoked since", line.offset, line.seq
            )


def _check_disclosures(journal: Journal) -> None:
    """Compares disclosures with commitments, where the folder is there: an auditor may have the journal alone."""
    folder = journal.beside["disclosures"]
    if not folder.is_dir():
        return
    for digest, seq in journal.digests.items():
        offset = journal.lines[seq].offset
        try:
            disclosure = personal.disclosure_path(folder, digest).read_bytes()
        except OSError:
            if digest not in journal.erased:
                journal.find("disclosure-missing", "a disclosure is gone without disclosure.erased", offset, seq)
            continue
        if not personal.matches(disclosure, digest):
            journal.find("disclosure-mismatch", "a disclosure does not hold what the act commits to", offset, seq)


def verify_all(
    paths: list[Path], role_rules=None, checkpoints=(), opening: str | None = None, authorities: list | None = None
) -> list:
    """For each path a `Report`, or the `NotAJournal` or `OSError` that kept it from being read.

    A journal that continues another of `paths` is checked against it, and may annul acts of it: so all are read before any is reported.
    """
    data, origins, outcomes = {}, {}, {}
    for path in paths:
        try:
            data[path] = path.read_bytes()
            origins.setdefault(_origin(data[path]), path)
        except OSError as error:
            outcomes[path] = error

    under_way: set[Path] = set()

    def elder(origin):
        path = origins.get(origin)
        if path is None or path in under_way:
            return None
        outcome = read(path)
        return outcome if isinstance(outcome, Journal) else None

    def read(path):
        if path not in outcomes:
            under_way.add(path)
            journal = Journal(path, role_rules, elder)
            try:
                journal.read(data[path])
                outcomes[path] = journal
            except NotAJournal as error:
                outcomes[path] = error
            under_way.discard(path)
        return outcomes[path]

    read_all = [read(path) for path in paths]
    return [
        report(each, checkpoints, opening, authorities) if isinstance(each, Journal) else each for each in read_all
    ]


def _origin(data: bytes) -> str | None:
    try:
        origin = canonical.read(data.partition(b"\n")[0])["act"]["journal"]
    except (canonical.NotCanonical, KeyError, TypeError):
        return None
    return origin if type(origin) is str else None
