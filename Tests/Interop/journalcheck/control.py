"""The control acts (format page §5): when they stand, and what they change."""

from dataclasses import dataclass

from . import declarations, shapes, tree
from .judge import Signed, masters
from .keyring import KEY_MASTER, MASTER_AREAS, KeyRing, mandate
from .keys import Key, UnlistedAlgorithm
from .notes import NoteKey, verifier_key
from .spellings import instant


def can_be_annulled(type_: str) -> bool:
    """Whether an annulment takes an act of the type out of what follows from it. What ends a journal, revokes a key, changes note keys or
    amends other acts is judged once."""
    return shapes.area(type_) not in shapes.CONTROL_AREAS - {"calendar"} or type_ in (
        "key.enrolled",
        "key.mandated",
        "trust.declared",
    )


@dataclass
class NoteKeyTerm:
    """A note key in force for checkpoints of the sizes `first` to `last`."""

    key: NoteKey
    first: int
    last: int | None = None


class Control:
    """The rules of the control areas over the state of one journal."""

    def __init__(self, journal, elders):
        self.journal = journal
        self.elders = elders
        self.note_keys: list[NoteKeyTerm] = []

    def note_keys_at(self, size: int) -> list[NoteKey]:
        """The note keys in force at line `size` - 1."""
        return [each.key for each in self.note_keys if each.first <= size and (each.last is None or size <= each.last)]

    def is_newer(self, seq: int, act: dict) -> bool:
        """Whether the act is one of a control area that this reader cannot know the meaning of."""
        if shapes.area(act["type"]) not in shapes.CONTROL_AREAS:
            return False
        if act["type"] not in declarations.TYPES or act["version"] != 1:
            return True
        return seq == 0 and type(act["what"].get("format")) is str and act["what"]["format"] != declarations.FORMAT

    def introduced(self, seq: int, act: dict) -> dict[str, Key]:
        """The keys that an act of the right shape introduces and that must sign it."""
        what = act["what"]
        if act["type"] == "key.enrolled":
            key = declarations.enrolled_key(what)
            return {key.kid: key}
        if act["type"] != "journal.opened" or seq != 0:
            return {}
        found = [declarations.enrolled_key(said) for said in what["keys"]]
        if not all(key.alg for key in found):
            raise UnlistedAlgorithm("a certificate's key")
        recovery = [key for key, _ in self._recovery_keys(what)]
        kids = [key.kid for key in found + recovery]
        shapes.require(len(set(kids)) == len(kids), "what names a key twice")
        self.note_keys = [NoteKeyTerm(verifier_key(spelling), 1) for spelling in what["noteKeys"]]
        return {key.kid: key for key in found}

    def _recovery_keys(self, what) -> list[tuple[Key, dict]]:
        """The recovery keys that this reader can use, each with its enrolment."""
        keys = []
        for said in what.get("recovery", {}).get("keys", []):
            try:
                keys.append((declarations.enrolled_key(said), said))
            except UnlistedAlgorithm:
                pass
        return keys

    def is_alone(self, seq: int, act: dict) -> bool:
        """Whether this is the opening of a journal that continues one that was not given."""
        return seq == 0 and type(act["what"].get("continues")) is dict and self.elder(seq, act) is None

    def elder_ring(self, seq: int, act: dict) -> KeyRing | None:
        """The key ring of the journal that this line continues."""
        elder = self.elder(seq, act)
        return elder.ring if elder else None

    def elder(self, seq: int, act: dict):
        """The journal that this line continues, if it was given."""
        if seq != 0 or type(act["what"].get("continues")) is not dict:
            return None
        origin = act["what"]["continues"].get("origin")
        return self.elders(origin) if type(origin) is str else None

    def satisfied(self, seq: int, line: dict, signed: list[Signed], newcomers: dict[str, Key]) -> bool:
        """Whether an act of the right shape, all of whose signatures are valid, meets the rule of its type."""
        act = line["act"]
        before = len(self.journal.findings)
        if act["type"] == "journal.opened":
            self._check_opened(seq, line, signed, newcomers)
        elif shapes.area(act["type"]) in MASTER_AREAS:
            wanted = 1
            if act["type"] == "key.revoked" and act["what"]["lastValidSeq"] < seq - 1:
                wanted = 2
            if masters(signed) < wanted:
                self.journal.find("key-master-missing", f"{act['type']} wants {wanted} of the role keyMaster")
            self._check_target(seq, act, signed, newcomers)
        return len(self.journal.findings) == before

    def _check_opened(self, seq: int, line: dict, signed: list[Signed], newcomers: dict[str, Key]) -> None:
        find, act = self.journal.find, line["act"]
        if seq != 0:
            find("opened-twice", "a second journal.opened")
            return
        if len(newcomers) != len(act["what"]["keys"]) or not set(newcomers) <= {each.kid for each in signed}:
            find("signer-missing", "not every key in keys has signed")
        times = (instant(act["at"]), instant(line["recorded"]))
        mandates = [mandate(act["id"], said) for said in act["what"]["keys"]]
        if not any(KEY_MASTER in each.roles and each.holds(*times) for each in mandates):
            find("key-master-missing", "no key in keys has the role keyMaster")
        if "continues" in act["what"]:
            self._check_continues(act, signed)
        elif {each.kid for each in signed} != set(newcomers):
            find("signers-mismatch", "a key has signed that is not in keys")

    def _check_continues(self, act: dict, signed: list[Signed]) -> None:
        find, said = self.journal.find, act["what"]["continues"]
        elder = self.elder(0, act)
        if elder is None:
            return
        size = len(elder.leaves)
        root = tree.roots(elder.leaves, {size})[size].hex()
        if (said["fileDigest"], said["size"], said["root"]) != (elder.file_digest, size, root):
            find("predecessor-mismatch", "the journal that this one continues is not the one given")
        if not any(each.entry and (KEY_MASTER in each.roles or each.entry.recovery) for each in signed):
            find("key-master-missing", "no keyMaster of the journal that this one continues has signed")

    def _check_target(self, seq: int, act: dict, signed: list[Signed], newcomers: dict[str, Key]) -> None:
        find, what, ring = self.journal.find, act["what"], self.journal.ring
        match act["type"]:
            case "key.enrolled":
                if not newcomers or not set(newcomers) <= {each.kid for each in signed}:
                    find("signer-missing", "the new key has not signed")
                if any(kid in ring.entries for kid in newcomers):
                    find("key-twice", "the key has been enrolled already")
            case "key.mandated":
                entry = ring.get(what["kid"])
                if entry is None or entry.recovery:
                    find("target-unknown", "no such key is enrolled")
            case "key.revoked":
                entry = ring.entries.get(what["kid"])
                if entry is None:
                    find("revocation-void", "no such key is enrolled")
                elif what["lastValidSeq"] >= seq:
                    find("revocation-void", "lastValidSeq is not below the line's own seq")
                elif entry.last_valid_seq is not None and what["lastValidSeq"] >= entry.last_valid_seq:
                    find("revocation-void", "lastValidSeq does not lower that of the earlier revocation")
            case "journal.noteKeysChanged":
                in_force = {each.key.spelling for each in self.note_keys if each.last is None}
                added, removed = what.get("add", []), what.get("remove", [])
                if not set(removed) <= in_force or in_force & set(added):
                    find("target-unknown", "a note key that is removed is not in force, or one that is added is")
                elif any(verifier_key(each).name != self.journal.origin for each in added):
                    find("act-malformed", "a note key is not named as the origin")
                elif not 1 <= len(in_force - set(removed) | set(added)) <= 8:
                    find("act-malformed", "not 1 to 8 note keys are left")

    def apply(self, seq: int, act: dict, newcomers: dict[str, Key]) -> None:
        """What a standing act changes, for the lines after it."""
        journal, what, ring = self.journal, act["what"], self.journal.ring
        match act["type"]:
            case "journal.opened":
                journal.policy = what["policy"]
                for said in what["keys"]:
                    ring.enrol(act["id"], said, declarations.enrolled_key(said))
                recovery = what.get("recovery", {"keys": [], "threshold": 0})
                ring.recovery_threshold = recovery["threshold"]
                for key, said in self._recovery_keys(what):
                    ring.add_recovery(act["id"], said, key)
            case "journal.closed":
                journal.closed_at = seq
            case "journal.noteKeysChanged":
                for each in self.note_keys:
                    if each.last is None and each.key.spelling in what.get("remove", []):
                        each.last = what["lastValidSize"]
                self.note_keys += [NoteKeyTerm(verifier_key(spelling), seq + 1) for spelling in what.get("add", [])]
            case "key.enrolled":
                for key in newcomers.values():
                    ring.enrol(act["id"], what, key)
            case "key.mandated":
                ring.get(what["kid"]).mandates.append(mandate(act["id"], what))
            case "key.revoked":
                ring.revoke(seq, what["kid"], what["lastValidSeq"])
            case "act.annulled":
                target = journal.known_act(what["act"])
                if target is not None and can_be_annulled(target.type):
                    target.annulled = True
                    ring.annul(what["act"])
                else:
                    journal.idle.append(seq)
            case "disclosure.erased":
                journal.erased |= {value for value in what.values() if shapes.is_kid(value)}
