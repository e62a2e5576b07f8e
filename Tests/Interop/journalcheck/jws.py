"""An author's signature (format page §4): JWS with detached payload, RFC 7515 appendix F."""

import functools
from dataclasses import dataclass

from . import canonical
from .spellings import KID, base64url, text, to_base64url

TYP = "registry-act+jws"


@dataclass(frozen=True)
class Header:
    """A protected header."""

    alg: str
    kid: str


@functools.lru_cache(maxsize=1024)
def header(protected: str) -> Header | None:
    """The header that `protected` spells, or None when it is not canonical JSON of exactly `alg`, `kid`, `typ`."""
    data = base64url(protected)
    try:
        value = canonical.read(data) if data else None
    except canonical.NotCanonical:
        return None
    if type(value) is not dict or set(value) != {"alg", "kid", "typ"} or value["typ"] != TYP:
        return None
    if type(value["alg"]) is not str or not text(value["kid"], KID):
        return None
    return Header(value["alg"], value["kid"])


def signing_input(protected: str, payload: bytes) -> bytes:
    """ASCII(protected || "." || BASE64URL(payload))."""
    return f"{protected}.{to_base64url(payload)}".encode("ascii")
