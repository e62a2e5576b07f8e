"""Exact members and the spellings of their values: of a line (format page §1) and of an act (§3)."""

from .spellings import CASE, KID, SHA256_HEX, TYPE, base64url, instant, text, uuid7_milliseconds

CONTROL_AREAS = frozenset(("journal", "key", "trust", "calendar", "act", "disclosure"))
LINE_LIMIT = 65_535
ACT_LIMIT = 49_152


class Malformed(ValueError):
    """A value that has another shape than the page gives."""


def require(condition, what: str) -> None:
    """Fails with `what` unless `condition` holds."""
    if not condition:
        raise Malformed(what)


def members(value, where: str, required: dict, optional: dict | None = None) -> None:
    """Requires an object with exactly these members, each of which passes its test."""
    optional = optional or {}
    require(type(value) is dict, f"{where} is not an object")
    for name in value:
        require(name in required or name in optional, f"{where} has an unknown member {name}")
    for name, test in required.items():
        require(name in value, f"{where} lacks {name}")
        require(test(value[name]), f"{where}.{name} is malformed")
    for name, test in optional.items():
        require(name not in value or test(value[name]), f"{where}.{name} is malformed")


def integer(value, least: int = 0) -> bool:
    return type(value) is int and value >= least


def string(value) -> bool:
    return type(value) is str and value != ""


def array_of(test):
    return lambda value: type(value) is list and all(test(element) for element in value)


def is_instant(value) -> bool:
    return instant(value) is not None


def is_hash(value) -> bool:
    return text(value, SHA256_HEX)


def is_kid(value) -> bool:
    return text(value, KID)


def is_act_id(value) -> bool:
    return uuid7_milliseconds(value) is not None


def line(value) -> None:
    """The members of a line."""
    members(
        value,
        "the line",
        {
            "act": lambda act: type(act) is dict,
            "prev": is_hash,
            "recorded": is_instant,
            "seq": integer,
            "signatures": lambda list_: type(list_) is list and 1 <= len(list_) <= 16,
        },
    )
    for element in value["signatures"]:
        if type(element) is dict and "cms" in element:
            members(element, "a signature", {"cms": is_hash})
        else:
            members(
                element,
                "a signature",
                {name: lambda part: bool(base64url(part)) for name in ("protected", "signature")},
            )


def act(value) -> None:
    """The members of an act."""
    members(
        value,
        "act",
        {
            "at": is_instant,
            "id": is_act_id,
            "journal": string,
            "type": lambda name: text(name, TYPE, 64),
            "version": lambda number: integer(number, 1),
            "what": lambda what: type(what) is dict,
        },
        {
            "case": lambda case: text(case, CASE),
            "seen": lambda seen: type(seen) is dict,
            "signers": lambda signers: array_of(is_kid)(signers) and 2 <= len(signers) <= 16,
        },
    )
    if "seen" in value:
        members(value["seen"], "act.seen", {"leaf": is_hash, "seq": integer})
    signers = value.get("signers", [])
    require(all(a < b for a, b in zip(signers, signers[1:])), "act.signers is not sorted, or a signer occurs twice")


def area(type_: str) -> str:
    return type_.partition(".")[0]
