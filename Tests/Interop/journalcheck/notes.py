"""Checkpoints (format page §6): C2SP tlog-checkpoint in a C2SP signed note."""

import hashlib
import re
from dataclasses import dataclass

from . import ed25519
from .spellings import base64_standard

_ED25519 = b"\x01"
_VERIFIER_KEY = re.compile(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")
_SIGNATURE_LINE = re.compile(r"— ([^+\s]+) ([A-Za-z0-9+/=]+)")
_SIZE = re.compile(r"[1-9][0-9]{0,15}")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


class BadNote(ValueError):
    """Not a verifier key, a signed note or a checkpoint; or a note whose signatures do not hold."""


@dataclass(frozen=True)
class NoteKey:
    """A verifier key: of the type Ed25519, or of another type with an Ed25519 key."""

    spelling: str
    name: str
    id: bytes
    public: object


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint as read. Nothing is known of its truth until `verify` has passed."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...]
    text: bytes
    signatures: tuple[tuple[str, bytes, bytes], ...]
    """Name, key id and signature of each line."""

    def verify(self, keys: list[NoteKey]) -> None:
        """Fails unless a signature of one of `keys` is there and every one of theirs verifies."""
        by_name = {(key.name, key.id): key for key in keys}
        good = 0
        for name, key_id, signature in self.signatures:
            if key := by_name.get((name, key_id)):
                if not ed25519.verifies(key.public, signature, self.text):
                    raise BadNote("a signature of a known note key does not verify")
                good += 1
        if not good:
            raise BadNote("no signature of a note key in force")


def key_id(name: str, type_and_key: bytes) -> bytes:
    """The first four bytes of SHA-256(name || LF || type || key)."""
    return hashlib.sha256(name.encode("utf-8") + b"\n" + type_and_key).digest()[:4]


def verifier_key(spelling, key_type: bytes = _ED25519) -> NoteKey:
    """The verifier key `name+id+base64` of a type, whose key is an Ed25519 one."""
    found = _VERIFIER_KEY.fullmatch(spelling) if type(spelling) is str else None
    data = base64_standard(found.group(3)) if found else None
    if not data or data[:1] != key_type or len(data) != 33:
        raise BadNote("not a verifier key of that type")
    name, expected = found.group(1), bytes.fromhex(found.group(2))
    if key_id(name, data) != expected:
        raise BadNote("the verifier key's id is not that of its name and key")
    public = ed25519.public_key(data[1:])
    if public is None:
        raise BadNote("the verifier key is not canonical, of small order, or not on the curve")
    return NoteKey(spelling, name, expected, public)


def checkpoint(data: bytes) -> Checkpoint:
    """The checkpoint that `data` spells."""
    try:
        note = data.decode("utf-8")
    except UnicodeDecodeError:
        raise BadNote("the note is not UTF-8") from None
    head, blank, tail = note.rpartition("\n\n")
    if not blank or not tail.endswith("\n") or _CONTROL.search(note):
        raise BadNote("not a signed note")
    signatures = []
    for line in tail[:-1].split("\n"):
        found = _SIGNATURE_LINE.fullmatch(line)
        blob = base64_standard(found.group(2)) if found else None
        if not blob or len(blob) < 5:
            raise BadNote("a signature line is malformed")
        signatures.append((found.group(1), blob[:4], blob[4:]))
    lines = head.split("\n")
    root = base64_standard(lines[2]) if len(lines) >= 3 else None
    if not root or len(root) != 32 or not _SIZE.fullmatch(lines[1]) or not all(lines):
        raise BadNote("not a checkpoint of a journal")
    return Checkpoint(lines[0], int(lines[1]), root, tuple(lines[3:]), (head + "\n").encode("utf-8"), tuple(signatures))
