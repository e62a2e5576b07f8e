"""The verdict on each signature (format page §4), as the lines before it allow."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from . import jws, shapes
from .findings import UNDECIDED, VERDICTS
from .keyring import KEY_MASTER, MASTER_AREAS, Entry, KeyRing
from .keys import ALGORITHMS, Key
from .spellings import base64url, instant


@dataclass
class Signed:
    """One signature of an act, judged."""

    kid: str | None
    verdict: str
    entry: Entry | None = None
    """The signer's enrolment; None for a key that this very act introduces."""
    roles: frozenset[str] = frozenset()

    def __post_init__(self):
        assert self.verdict in VERDICTS


class Judge:
    """Judges signatures against a key ring. `role_rules` says which roles may sign a type; a type not in it is free."""

    def __init__(self, ring: KeyRing, evidence: Path, role_rules: dict[str, list[str]] | None):
        self.ring = ring
        self.evidence = evidence
        self.role_rules = role_rules or {}

    def judge(
        self, line: dict, act_bytes: bytes, newcomers: dict[str, Key], elder: KeyRing | None, alone: bool = False
    ) -> list[Signed]:
        """A verdict for each element of `signatures`.

        `newcomers` are the keys that the act itself introduces: they prove possession and need no mandate. `elder` is
        the key ring of the journal that this one continues; `alone` is said where that one was not given.
        """
        act = line["act"]
        times = (instant(act["at"]), instant(line["recorded"]))
        signers = act.get("signers")
        signed = []
        for index, element in enumerate(line["signatures"]):
            if "cms" in element:
                kid = signers[index] if signers and index < len(signers) else None
                signed.append(Signed(kid, self._cms(element["cms"])))
            else:
                signed.append(self._jws(element, act_bytes, act["type"], times, newcomers, elder, alone))
        self._apply_recovery_threshold(signed, elder or self.ring)
        return signed

    def _jws(self, element, act_bytes, type_, times, newcomers, elder, alone) -> Signed:
        header = jws.header(element["protected"])
        if header is None:
            return Signed(None, "invalid")
        kid = header.kid
        entry = self.ring.get(kid) or (elder.get(kid) if elder else None)
        key = entry.key if entry else newcomers.get(kid)
        if key is None and alone:
            return Signed(kid, "evidence-missing")
        if key is not None and key.alg is None:
            return Signed(kid, "algorithm-unsupported", entry)
        if key is None:
            return Signed(kid, "key-unknown" if header.alg in ALGORITHMS else "algorithm-unsupported")
        message = jws.signing_input(element["protected"], act_bytes)
        if header.alg != key.alg or not key.verifies(base64url(element["signature"]), message):
            return Signed(kid, "invalid", entry)
        if entry is None:
            return Signed(kid, "valid")
        roles = entry.roles_at(*times)
        if entry.last_valid_seq is not None:
            return Signed(kid, "key-revoked", entry, roles)
        allowed = self._may(entry, roles, type_, times)
        return Signed(kid, "valid" if allowed else "not-authorised", entry, roles)

    def _may(self, entry: Entry, roles: frozenset[str], type_: str, times: tuple[int, int]) -> bool:
        if shapes.area(type_) in MASTER_AREAS:
            return KEY_MASTER in roles or entry.may_recover(*times)
        if not roles or KEY_MASTER in roles:
            return False
        return type_ not in self.role_rules or not roles.isdisjoint(self.role_rules[type_])

    def _apply_recovery_threshold(self, signed: list[Signed], ring: KeyRing) -> None:
        recovering = [each for each in signed if each.verdict == "valid" and each.entry and each.entry.recovery]
        open_ = sum(each.verdict in UNDECIDED for each in signed)
        if len({each.entry.holder for each in recovering}) + open_ < ring.recovery_threshold:
            for each in recovering:
                each.verdict = "not-authorised"

    def _cms(self, digest: str) -> str:
        # What stands beside a journal may be missing. One that is there is beyond this reader: unjudged, never invalid.
        return "algorithm-unsupported" if self.evidence_file(digest) is not None else "evidence-missing"

    def evidence_file(self, digest: str) -> bytes | None:
        """The CMS named by `digest`, if the file is there and is the one."""
        try:
            data = (self.evidence / f"{digest}.p7s").read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == digest else None


def masters(signed: list[Signed]) -> int:
    """How many keyMasters, told apart by holder, have signed validly."""
    return len(
        {
            each.entry.holder
            for each in signed
            if each.verdict == "valid" and each.entry and (KEY_MASTER in each.roles or each.entry.recovery)
        }
    )
