"""Merkle hashes (format page §6): RFC 6962 §2.1 over the lines' bytes."""

import hashlib


def leaf_hash(data: bytes) -> bytes:
    """SHA-256(0x00 || data)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 || left || right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def roots(leaves: list[bytes], sizes: set[int]) -> dict[int, bytes]:
    """The root of the first n leaves for each n of `sizes` from 1 to their number, in one pass.

    `peaks` holds the roots of the full subtrees, largest first, one for each bit set in the size so far.
    """
    found: dict[int, bytes] = {}
    peaks: list[bytes] = []
    for index, leaf in enumerate(leaves):
        merges = index
        while merges & 1:
            leaf = node_hash(peaks.pop(), leaf)
            merges >>= 1
        peaks.append(leaf)
        if index + 1 in sizes:
            root = peaks[-1]
            for peak in reversed(peaks[:-1]):
                root = node_hash(peak, root)
            found[index + 1] = root
    return found
