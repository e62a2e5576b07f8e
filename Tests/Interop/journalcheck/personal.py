"""Commitments to personal data (format page §8): their shape, their digests, the disclosures beside the journal."""

import hashlib
import re
from pathlib import Path

from . import canonical
from .shapes import is_kid, require
from .spellings import base64url, to_base64url

_SALT = re.compile(r"[A-Za-z0-9_-]{22}")


def digests(what) -> list[str]:
    """Every digest committed to in `what`. Fails on another form of RFC 9901 than `{"_sd": [digest]}`."""
    found: list[str] = []
    _collect(what, found)
    return found


def _collect(value, found: list[str]) -> None:
    if type(value) is list:
        for element in value:
            _collect(element, found)
    elif type(value) is dict:
        if "_sd" in value:
            one = value["_sd"]
            require(
                len(value) == 1 and type(one) is list and len(one) == 1 and is_kid(one[0]),
                'a commitment is not {"_sd": [digest]}',
            )
            found.append(one[0])
        for element in value.values():
            _collect(element, found)


def disclosure_path(folder: Path, digest: str) -> Path:
    """`ab/<hex of the digest>`, ab its first two digits."""
    name = base64url(digest).hex()
    return folder / name[:2] / name


def matches(disclosure: bytes, digest: str) -> bool:
    """Whether a disclosure's bytes are base64url of canonical `[salt, "value", value]` and hash to `digest`."""
    if to_base64url(hashlib.sha256(disclosure).digest()) != digest:
        return False
    try:
        data = base64url(disclosure.decode("ascii"))
        value = canonical.read(data) if data else None
    except (UnicodeDecodeError, canonical.NotCanonical):
        return False
    return (
        type(value) is list
        and len(value) == 3
        and value[1] == "value"
        and type(value[0]) is str
        and _SALT.fullmatch(value[0]) is not None
    )
