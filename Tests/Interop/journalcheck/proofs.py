"""Proofs without the journal: C2SP tlog-proof, RFC 9162 §2.1.3.2, and C2SP tlog-cosignature of the type Ed25519."""

import re
from dataclasses import dataclass

from . import ed25519, notes, tree
from .spellings import base64_standard

_HEADER = b"c2sp.org/tlog-proof@v1"
_INDEX = re.compile(rb"index (0|[1-9][0-9]{0,19})")
_COSIGNATURE = b"\x04"


class BadProof(ValueError):
    """Not a proof, or one that does not hold."""


@dataclass(frozen=True)
class Proof:
    """A proof as read. Nothing is known of its truth until `verify` has passed."""

    index: int
    path: tuple[bytes, ...]
    extra: bytes | None
    checkpoint: notes.Checkpoint

    def verify(self, leaf: bytes, keys: list[notes.NoteKey]) -> None:
        """Fails unless one of `keys` named as the origin signed the checkpoint and the leaf hash is under its root."""
        named = [key for key in keys if key.name == self.checkpoint.origin]
        if not named:
            raise BadProof("no key is named as the origin")
        self.checkpoint.verify(named)
        if root(leaf, self.index, self.checkpoint.size, self.path) != self.checkpoint.root:
            raise BadProof("the line is not at that index of that tree")


def proof(data: bytes) -> Proof:
    """The proof that `data` spells."""
    head, blank, note = data.partition(b"\n\n")
    if not blank:
        raise BadProof("no empty line before the checkpoint")
    lines = head.split(b"\n")
    if lines.pop(0) != _HEADER:
        raise BadProof("not a tlog-proof of version 1")
    extra = None
    if lines and lines[0].startswith(b"extra "):
        extra = _base64(lines.pop(0)[6:])
    found = _INDEX.fullmatch(lines.pop(0)) if lines else None
    if not found or int(found.group(1)) >= 1 << 64:
        raise BadProof("no index")
    path = tuple(_base64(line) for line in lines)
    if any(len(each) != 32 for each in path) or len(path) > 64:
        raise BadProof("the path is not one of SHA-256 hashes")
    try:
        checkpoint = notes.checkpoint(note)
    except notes.BadNote as error:
        raise BadProof(str(error)) from None
    return Proof(int(found.group(1)), path, extra, checkpoint)


def _base64(text: bytes) -> bytes:
    data = base64_standard(text.decode("latin-1")) if text else b""
    if data is None:
        raise BadProof("not base64")
    return data


def root(leaf: bytes, index: int, size: int, path: tuple[bytes, ...]) -> bytes | None:
    """The root that a tree of `size` leaves has if `leaf` stands at `index`; None for a path of another length.

    By the recursion of RFC 6962 §2.1.1 read backwards: the last hash is that of the other half of the whole tree.
    """
    if not 0 <= index < size:
        return None
    if size == 1:
        return None if path else leaf
    if not path:
        return None
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        left = root(leaf, index, half, path[:-1])
        return left and tree.node_hash(left, path[-1])
    right = root(leaf, index - half, size - half, path[:-1])
    return right and tree.node_hash(path[-1], right)


def witness_key(spelling) -> notes.NoteKey:
    """The verifier key of an Ed25519 witness (type 0x04)."""
    return notes.verifier_key(spelling, _COSIGNATURE)


def cosignatures(checkpoint: notes.Checkpoint, witnesses: list[notes.NoteKey]) -> dict[str, int]:
    """The spelling of each witness that cosigned, with the latest time it says; fails where a line of one does not verify."""
    by_name = {(key.name, key.id): key for key in witnesses}
    times: dict[str, int] = {}
    for name, key_id, blob in checkpoint.signatures:
        if key := by_name.get((name, key_id)):
            time = int.from_bytes(blob[:8], "big")
            message = b"cosignature/v1\ntime %d\n" % time + checkpoint.text
            if len(blob) != 72 or time >= 1 << 63 or not ed25519.verifies(key.public, blob[8:], message):
                raise BadProof("a cosignature of a known witness does not verify")
            times[key.spelling] = max(time, times.get(key.spelling, 0))
    return times
