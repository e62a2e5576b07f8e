"""The spellings of single values (format page §2, §3, §5): instants, UUIDs, base64, hex, patterns."""

import base64
import binascii
import datetime
import functools
import re

_INSTANT = re.compile(r"([2-9][0-9]{3})-([0-9]{2})-([0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])Z")
_UUID7 = re.compile(r"([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_BASE64URL = re.compile(r"[A-Za-z0-9_-]*")
_EPOCH = datetime.date(1970, 1, 1).toordinal()

CASE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")
TYPE = re.compile(r"([a-z][A-Za-z0-9]*)\.[a-z][A-Za-z0-9]*")
ORIGIN = re.compile(r"[a-z0-9][a-z0-9.-]*(/[A-Za-z0-9._-]+)*")
SHA256_HEX = re.compile(r"[0-9a-f]{64}")
KID = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
"""base64url of 32 bytes: the last character carries four bits, the two unused ones are zero."""


def text(value, pattern: re.Pattern, limit: int = 2**16) -> bool:
    """Whether `value` is a string that matches `pattern` as a whole in at most `limit` bytes."""
    return type(value) is str and len(value.encode("utf-8")) <= limit and pattern.fullmatch(value) is not None


@functools.lru_cache(maxsize=4096)
def _instant(value: str) -> int | None:
    found = _INSTANT.fullmatch(value)
    if not found:
        return None
    year, month, day, hour, minute, second = map(int, found.groups())
    try:
        days = datetime.date(year, month, day).toordinal() - _EPOCH
    except ValueError:
        return None
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def instant(value) -> int | None:
    """Seconds since 1970 of an instant, or None when it is not spelt as one."""
    return _instant(value) if type(value) is str else None


def uuid7_milliseconds(value) -> int | None:
    """The timestamp of a UUID of version 7 in lower case, in milliseconds since 1970, or None when it is not one."""
    found = _UUID7.fullmatch(value) if type(value) is str else None
    return int(found.group(1) + found.group(2), 16) if found else None


def base64url(value) -> bytes | None:
    """The bytes of unpadded base64url with unused bits zero, or None."""
    if type(value) is not str or not _BASE64URL.fullmatch(value) or len(value) % 4 == 1:
        return None
    data = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    return data if to_base64url(data) == value else None


def to_base64url(data: bytes) -> str:
    """Unpadded base64url."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def base64_standard(value) -> bytes | None:
    """The bytes of standard base64 in the encoder's one spelling, or None."""
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError, TypeError):
        return None
    return data if base64.b64encode(data).decode("ascii") == value else None
