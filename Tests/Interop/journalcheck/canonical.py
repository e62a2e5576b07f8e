"""Canonical JSON (format page §2): RFC 8785 with integers only, read strictly and never repaired.

The scanner takes nothing but the canonical spelling, so a value that was read is known to be written as it must be,
and the bytes of a member can be used as they stand.
"""

import re

MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 32

_INTEGER = re.compile(rb"0|-?[1-9][0-9]{0,15}")
_DIGIT_OR_POINT = re.compile(rb"[0-9.eE+-]")
_NAME = re.compile(rb'"([A-Za-z_][A-Za-z0-9_]{0,63})":')
_PLAIN = re.compile(rb'"([^"\\\x00-\x1f]*)"')
_STRING = re.compile(rb'"((?:[^"\\\x00-\x1f]|\\["\\bfnrt]|\\u00(?:0[1-7be-f]|1[0-9a-f]))*)"')
_ESCAPE = re.compile(r"\\(?:u00(..)|(.))")
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(p << 16 | e) for p in range(17) for e in (0xFFFE, 0xFFFF)) + "]"
)
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_TO_ESCAPE = re.compile('["\\\\\x00-\x1f]')
_ESCAPED = {value: "\\" + letter for letter, value in _SHORT_ESCAPES.items()}


class NotCanonical(ValueError):
    """The bytes are not canonical JSON; `offset` is the byte at which that shows."""

    def __init__(self, offset: int, text: str):
        super().__init__(f"{text} (byte {offset})")
        self.offset = offset
        self.text = text


def read(data: bytes):
    """The value that `data` spells, whole."""
    return read_with_spans(data)[0]


def read_with_spans(data: bytes):
    """The value that `data` spells, and for a top-level object the (start, end) of each member's value in `data`."""
    _check_characters(data)
    spans: dict[str, tuple[int, int]] = {}
    value, end = _value(data, 0, 1, spans)
    if end != len(data):
        raise NotCanonical(end, "bytes after the value")
    return value, spans


def write(value) -> bytes:
    """The canonical bytes of `value`."""
    return _spell(value, 1).encode("utf-8")


def _check_characters(data: bytes) -> None:
    # Outside strings the grammar takes ASCII only, so the whole text can be examined at once.
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotCanonical(error.start, "not valid UTF-8") from None
    if found := _NONCHARACTER.search(text):
        raise NotCanonical(len(text[: found.start()].encode("utf-8")), "a noncharacter")


def _value(data: bytes, at: int, depth: int, spans=None):
    first = data[at : at + 1]
    if first == b'"':
        return _string(data, at)
    if first == b"{":
        return _object(data, at, depth, spans)
    if first == b"[":
        return _array(data, at, depth)
    for word, value in ((b"true", True), (b"false", False), (b"null", None)):
        if data.startswith(word, at):
            return value, at + len(word)
    found = _INTEGER.match(data, at)
    if not found or _DIGIT_OR_POINT.match(data, found.end()):
        raise NotCanonical(at, "not a canonical value")
    number = int(found.group())
    if abs(number) > MAX_INTEGER:
        raise NotCanonical(at, "an integer beyond 2^53 - 1")
    return number, found.end()


def _string(data: bytes, at: int):
    if found := _PLAIN.match(data, at):
        return found.group(1).decode("utf-8"), found.end()
    found = _STRING.match(data, at)
    if not found:
        raise NotCanonical(at, "a string that does not end, or is not spelt canonically")
    return _ESCAPE.sub(_unescape, found.group(1).decode("utf-8")), found.end()


def _unescape(found) -> str:
    return chr(int(found.group(1), 16)) if found.group(1) else _SHORT_ESCAPES[found.group(2)]


def _object(data: bytes, at: int, depth: int, spans):
    if depth > MAX_DEPTH:
        raise NotCanonical(at, f"deeper than {MAX_DEPTH}")
    members: dict = {}
    last = b""
    at += 1
    if data[at : at + 1] == b"}":
        return members, at + 1
    while True:
        found = _NAME.match(data, at)
        if not found:
            raise NotCanonical(at, "not a member name")
        name = found.group(1)
        if name <= last:
            raise NotCanonical(at, "a member that occurs twice or is out of order")
        last = name
        start = found.end()
        value, at = _value(data, start, depth + 1)
        members[name.decode("ascii")] = value
        if spans is not None:
            spans[name.decode("ascii")] = (start, at)
        mark = data[at : at + 1]
        at += 1
        if mark == b"}":
            return members, at
        if mark != b",":
            raise NotCanonical(at - 1, "neither a comma nor the object's end")


def _array(data: bytes, at: int, depth: int):
    if depth > MAX_DEPTH:
        raise NotCanonical(at, f"deeper than {MAX_DEPTH}")
    elements: list = []
    at += 1
    if data[at : at + 1] == b"]":
        return elements, at + 1
    while True:
        value, at = _value(data, at, depth + 1)
        elements.append(value)
        mark = data[at : at + 1]
        at += 1
        if mark == b"]":
            return elements, at
        if mark != b",":
            raise NotCanonical(at - 1, "neither a comma nor the array's end")


def _spell(value, depth: int) -> str:
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if type(value) is int and abs(value) <= MAX_INTEGER:
        return str(value)
    if type(value) is str:
        return '"' + _TO_ESCAPE.sub(_escape, value) + '"'
    if depth > MAX_DEPTH:
        raise ValueError(f"deeper than {MAX_DEPTH}")
    if type(value) is list:
        return "[" + ",".join(_spell(element, depth + 1) for element in value) + "]"
    if type(value) is dict:
        return "{" + ",".join(f'"{name}":{_spell(value[name], depth + 1)}' for name in sorted(value)) + "}"
    raise ValueError(f"no canonical spelling for a {type(value).__name__}")


def _escape(found) -> str:
    character = found.group()
    return _ESCAPED.get(character) or f"\\u{ord(character):04x}"
