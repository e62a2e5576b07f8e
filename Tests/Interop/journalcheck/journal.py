"""Reading a journal line by line (format page §1, §3, §5). The state is what the standing control acts have made it."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from . import canonical, declarations, personal, shapes, tree
from .control import Control
from .findings import UNDECIDED, Finding
from .judge import Judge, Signed
from .keyring import KeyRing
from .keys import BadKey, Key, UnlistedAlgorithm
from .notes import BadNote
from .spellings import instant, uuid7_milliseconds

_DAYS_35 = 35 * 86_400_000
_MINUTES_5 = 5 * 60_000
_NOTHING = hashlib.sha256().digest()


class NotAJournal(Exception):
    """The first line is not the opening of a journal."""


@dataclass
class Line:
    """What is kept of a line whose act could be read."""

    seq: int
    offset: int
    id: str
    type: str
    signed: list[Signed]
    stands: bool = False
    annulled: bool = False
    alone: bool = False
    """The opening of a journal that continues one that was not given."""

    @property
    def undecided(self) -> bool:
        return self.alone or any(each.verdict in UNDECIDED for each in self.signed)


class Journal:
    """A journal as far as it was read."""

    def __init__(self, path: Path, role_rules: dict[str, list[str]] | None = None, elders=None):
        """`elders` gives the journal, read whole, of an origin that this one may continue, or None."""
        stem = path.with_suffix("") if path.suffix == ".jsonl" else path
        self.path = path
        self.beside = {
            name: stem.with_name(f"{stem.name}.{name}") for name in ("checkpoints", "disclosures", "evidence")
        }
        self.ring = KeyRing()
        self.judge = Judge(self.ring, self.beside["evidence"], role_rules)
        self.control = Control(self, elders or (lambda origin: None))
        self.role_rules = role_rules
        self.origin: str | None = None
        self.policy: dict = {}
        self.leaves: list[bytes] = []
        self.lines: dict[int, Line] = {}
        self.by_id: dict[str, Line] = {}
        self.digests: dict[str, int] = {}
        self.erased: set[str] = set()
        self.kept: Counter[str] = Counter()
        self.elder: Journal | None = None
        self.idle: list[int] = []
        """The lines of annulments that take nothing out."""
        self.findings: list[Finding] = []
        self.closed_at: int | None = None
        self.stopped = False
        self.file_digest = ""
        self._offset = 0
        self._expected_seq = 0
        self._recorded: int | None = None

    def read(self, data: bytes) -> None:
        """Reads the journal's bytes whole."""
        self.file_digest = hashlib.sha256(data).hexdigest()
        offset = 0
        while offset < len(data) and not self.stopped:
            end = data.find(b"\n", offset)
            if end < 0:
                if not self.leaves:
                    raise NotAJournal("the first line does not end")
                self.find("line-torn", "bytes after the last line feed", offset=offset, seq=None)
                return
            self.take(data[offset:end], offset)
            offset = end + 1
        if not self.leaves:
            raise NotAJournal("the file is empty")

    def find(self, code: str, text: str, offset: int | None = -1, seq: int | None = -1) -> None:
        """Adds a finding, of the line being read unless said otherwise."""
        self.findings.append(
            Finding(len(self.leaves) - 1 if seq == -1 else seq, self._offset if offset == -1 else offset, code, text)
        )

    def known_act(self, id_: str) -> Line | None:
        """The line of an act in this journal or in one that it continues."""
        line = self.by_id.get(id_)
        return line if line or self.elder is None else self.elder.known_act(id_)

    def take(self, raw: bytes, offset: int) -> None:
        """Reads one line, without its line feed, that begins at `offset` of the file."""
        seq = len(self.leaves)
        prev = self.leaves[-1] if self.leaves else _NOTHING
        self._offset = offset
        self.leaves.append(tree.leaf_hash(raw))
        try:
            line, spans = canonical.read_with_spans(raw)
            shapes.line(line)
        except canonical.NotCanonical as error:
            return self._unreadable(f"not canonical JSON: {error.text}", offset + error.offset)
        except shapes.Malformed as error:
            return self._unreadable(str(error), offset)
        if seq == 0 and line["act"].get("type") != "journal.opened":
            raise NotAJournal("the first line is not a journal.opened")
        self._check_journals_part(line, prev)
        act_bytes = raw[slice(*spans["act"])]
        try:
            shapes.act(line["act"])
        except shapes.Malformed as error:
            self.find("act-malformed", str(error))
            return
        self._take_act(seq, line, act_bytes, len(raw))

    def _unreadable(self, text: str, offset: int) -> None:
        if len(self.leaves) == 1:
            raise NotAJournal(f"the first line cannot be read: {text}")
        self.find("line-malformed", text, offset)
        self._expected_seq += 1

    def _check_journals_part(self, line: dict, prev: bytes) -> None:
        if line["prev"] != prev.hex():
            self.find("prev-mismatch", "prev is not the leaf hash of the line before")
        if line["seq"] != self._expected_seq:
            self.find("seq-mismatch", f"seq is not {self._expected_seq}")
        self._expected_seq = line["seq"] + 1
        recorded = instant(line["recorded"])
        if self._recorded is not None and recorded < self._recorded:
            self.find("recorded-backwards", "recorded is earlier than that of the line before")
        self._recorded = recorded

    def _take_act(self, seq: int, line: dict, act_bytes: bytes, length: int) -> None:
        act = line["act"]
        before = len(self.findings)
        if self.control.is_newer(seq, act):
            self.find("format-newer-than-reader", f"{act['type']} version {act['version']} is not known")
            self.stopped = True
            return
        self._check_limits(length, len(act_bytes))
        newcomers = self._introduced(seq, act)
        if self.stopped:
            return
        self._check_envelope(seq, line)
        self._check_commitments(seq, act)
        alone = self.control.is_alone(seq, act)
        self.elder = self.elder or self.control.elder(seq, act)
        signed = self.judge.judge(line, act_bytes, newcomers, self.control.elder_ring(seq, act), alone)
        self._check_signers(act, signed)
        kept = Line(seq, self._offset, act["id"], act["type"], signed, alone=alone)
        good = ("valid", "evidence-missing") if alone else ("valid",)
        satisfied = len(self.findings) == before and all(each.verdict in good for each in signed)
        satisfied = satisfied and self.control.satisfied(seq, line, signed, newcomers)
        kept.stands = satisfied and not alone
        if alone:
            self.find("predecessor-missing", "the journal that this one continues was not given")
        for index, each in enumerate(signed):
            if each.verdict != "valid":
                self.find(each.verdict, f"signature {index} of {act['type']}")
        self._check_seen(seq, act, signed)
        self.lines[seq] = kept
        self.by_id.setdefault(act["id"], kept)
        if shapes.area(act["type"]) not in shapes.CONTROL_AREAS and act["type"] not in (self.role_rules or {}):
            self.kept[act["type"]] += 1
        if satisfied:
            self.control.apply(seq, act, newcomers)

    def _check_limits(self, line_length: int, act_length: int) -> None:
        if line_length > shapes.LINE_LIMIT:
            self.find("line-too-long", f"a line of {line_length} bytes")
        if act_length > shapes.ACT_LIMIT:
            self.find("act-too-long", f"an act of {act_length} bytes")

    def _introduced(self, seq: int, act: dict) -> dict[str, Key]:
        """Checks what a control act says, and gives the keys that it introduces."""
        if act["type"] not in declarations.TYPES:
            return {}
        try:
            declarations.TYPES[act["type"]](act["what"])
            return self.control.introduced(seq, act)
        except UnlistedAlgorithm as error:
            if seq == 0:
                self.find("algorithm-unsupported", f"a first key by which nothing can be checked: {error}")
                self.stopped = True
            return {}
        except (shapes.Malformed, BadKey, BadNote) as error:
            self.find("act-malformed", str(error))
            return {}

    def _check_envelope(self, seq: int, line: dict) -> None:
        act, recorded = line["act"], instant(line["recorded"])
        if self.closed_at is not None:
            self.find("journal-closed", "a line after journal.closed")
        if seq == 0:
            self.origin = act["journal"]
            if act["what"].get("origin") != self.origin:
                self.find("other-journal", "journal is not the origin that the line itself names")
        elif act["journal"] != self.origin:
            self.find("other-journal", "journal is not the origin of line 0")
        if instant(act["at"]) > recorded:
            self.find("at-after-recorded", "at is after recorded")
        age = recorded * 1000 - uuid7_milliseconds(act["id"])
        if not -_MINUTES_5 <= age <= _DAYS_35:
            self.find(
                "id-outside-window", "the timestamp in id is not within 35 days before and 5 minutes after recorded"
            )
        if act["id"] in self.by_id:
            self.find("id-twice", f"id occurs in line {self.by_id[act['id']].seq}")

    def _check_commitments(self, seq: int, act: dict) -> None:
        try:
            for digest in personal.digests(act["what"]):
                if digest in self.digests:
                    self.find("digest-twice", f"a digest that occurs in line {self.digests[digest]}")
                self.digests.setdefault(digest, seq)
        except shapes.Malformed as error:
            self.find("act-malformed", str(error))

    def _check_signers(self, act: dict, signed: list[Signed]) -> None:
        signers = act.get("signers")
        if len(signed) != len(signers or [None]):
            self.find("signers-mismatch", "not exactly one signature per signer")
        elif signers and any(each.kid not in (None, signer) for each, signer in zip(signed, signers)):
            self.find("signers-mismatch", "the signatures are not in the order of signers")

    def _check_seen(self, seq: int, act: dict, signed: list[Signed]) -> None:
        seen = act.get("seen")
        if seen and not (seen["seq"] < seq and self.leaves[seen["seq"]].hex() == seen["leaf"]):
            self.find("history-rewritten", "the line that the author saw is not in the journal")
        required = self.policy.get("seenRequired", [])
        if not seen and any(not each.roles.isdisjoint(required) for each in signed):
            self.find("seen-missing", "a signer's role must give seen")
