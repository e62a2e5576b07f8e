"""The keys as at a line (format page §5): enrolments, mandates, revocations. Only standing acts come here."""

from dataclasses import dataclass, field

from .keys import Key
from .spellings import instant

KEY_MASTER = "keyMaster"
MASTER_AREAS = frozenset(("key", "journal", "trust", "act"))


@dataclass(frozen=True)
class Mandate:
    """Roles for `start` ≤ t < `end`, as said by an act."""

    by: str
    roles: frozenset[str]
    start: int | None
    end: int | None

    def holds(self, *times: int) -> bool:
        return all((self.start is None or self.start <= t) and (self.end is None or t < self.end) for t in times)


@dataclass
class Entry:
    """A key that was enrolled, or named for recovery, and what was said of it since."""

    key: Key
    holder: str
    by: str
    mandates: list[Mandate] = field(default_factory=list)
    recovery: bool = False
    annulled: bool = False
    last_valid_seq: int | None = None
    revoked_at: list[int] = field(default_factory=list)

    def may_recover(self, *times: int) -> bool:
        """Whether this is a recovery key that may stand in at each of `times`."""
        return self.recovery and self.mandates[-1].holds(*times)

    def roles_at(self, *times: int) -> frozenset[str]:
        """The roles that the mandate in force gives at each of `times`."""
        if not self.mandates or not self.mandates[-1].holds(*times):
            return frozenset()
        return self.mandates[-1].roles


def holder_key(holder_id: str) -> str:
    """How holders are told apart: in upper case, as identifiers are (§2)."""
    return holder_id.upper()


def mandate(act_id: str, said: dict) -> Mandate:
    """The mandate that an enrolment or `key.mandated` gives."""
    return Mandate(act_id, frozenset(said["roles"]), instant(said.get("from")), instant(said.get("until")))


class KeyRing:
    """The keys as at a line."""

    def __init__(self):
        self.entries: dict[str, Entry] = {}
        self.recovery_threshold = 0

    def get(self, kid: str) -> Entry | None:
        entry = self.entries.get(kid)
        return None if entry is None or entry.annulled else entry

    def enrol(self, act_id: str, said: dict, key: Key) -> None:
        self.entries[key.kid] = Entry(key, holder_key(said["holder"]["id"]), act_id, [mandate(act_id, said)])

    def add_recovery(self, act_id: str, said: dict, key: Key) -> None:
        self.entries[key.kid] = Entry(
            key, holder_key(said["holder"]["id"]), act_id, [mandate(act_id, {**said, "roles": []})], recovery=True
        )

    def revoke(self, seq: int, kid: str, last_valid_seq: int) -> None:
        entry = self.entries[kid]
        entry.last_valid_seq = last_valid_seq
        entry.revoked_at.append(seq)

    def annul(self, act_id: str) -> None:
        """Takes out an enrolment or a mandate from here on. A revocation stays: a revoked key never returns."""
        for entry in self.entries.values():
            entry.annulled = entry.annulled or entry.by == act_id
            entry.mandates = [each for each in entry.mandates if each.by != act_id]
