"""What a control act says (format page §5): exact members and the spellings of their values."""

from . import keys, notes
from .shapes import array_of, integer, is_act_id, is_hash, is_instant, is_kid, members, require, string
from .spellings import ORIGIN, instant, text

FORMAT = "registry-journal/1"


def anything(value) -> bool:
    return True


def is_roles(value) -> bool:
    """Distinct names, at least one; keyMaster with no other."""
    if not array_of(string)(value) or not value or len(set(value)) != len(value):
        return False
    return "keyMaster" not in value or len(value) == 1


def enrolment(value, where: str) -> None:
    """One key with its holder, its roles and the dates of its mandate."""
    members(
        value,
        where,
        {"holder": anything, "roles": is_roles},
        {"jwk": anything, "spki": string, "from": is_instant, "until": is_instant},
    )
    require(("jwk" in value) != ("spki" in value), f"{where} has not one of jwk and spki")
    members(value["holder"], f"{where}.holder", {"id": string, "name": string})
    term(value, where)


def term(value, where: str) -> None:
    """`from` is before `until` where both are said."""
    if "from" in value and "until" in value:
        require(instant(value["from"]) < instant(value["until"]), f"{where}: from is not before until")


def enrolled_key(value) -> keys.Key:
    """The key that an enrolment names."""
    return keys.from_jwk(value["jwk"]) if "jwk" in value else keys.from_spki(value["spki"])


def _opened(what) -> None:
    members(
        what,
        "what",
        {
            "authority": lambda value: type(value) is dict,
            "format": lambda value: value == FORMAT,
            "keys": lambda value: type(value) is list and 1 <= len(value) <= 16,
            "noteKeys": lambda value: (
                array_of(string)(value) and 1 <= len(value) <= 8 and len(set(value)) == len(value)
            ),
            "origin": lambda value: text(value, ORIGIN, 128),
            "policy": lambda value: type(value) is dict,
        },
        {
            "continues": lambda value: type(value) is dict,
            "recovery": lambda value: type(value) is dict,
        },
    )
    members(what["authority"], "what.authority", {"kk": string, "ru": string})
    for index, key in enumerate(what["keys"]):
        enrolment(key, f"what.keys[{index}]")
    policy = what["policy"]
    require(array_of(string)(policy.get("seenRequired", [])), "what.policy.seenRequired is malformed")
    require(integer(policy.get("recordingGraceHours", 24)), "what.policy.recordingGraceHours is malformed")
    for spelling in what["noteKeys"]:
        require(notes.verifier_key(spelling).name == what["origin"], "a note key is not named as the origin")
    if "recovery" in what:
        recovery = what["recovery"]
        members(
            recovery,
            "what.recovery",
            {
                "keys": lambda value: type(value) is list and value != [],
                "threshold": lambda value: integer(value, 1),
            },
        )
        require(recovery["threshold"] <= len(recovery["keys"]), "what.recovery.threshold is more than there are keys")
        for index, key in enumerate(recovery["keys"]):
            members(
                key,
                f"what.recovery.keys[{index}]",
                {"holder": anything},
                {"jwk": anything, "spki": string, "roles": anything, "from": anything, "until": anything},
            )
            members(key["holder"], f"what.recovery.keys[{index}].holder", {"id": string, "name": string})
            require(("jwk" in key) != ("spki" in key), f"what.recovery.keys[{index}] has not one of jwk and spki")
    if "continues" in what:
        members(
            what["continues"],
            "what.continues",
            {
                "fileDigest": is_hash,
                "origin": lambda value: text(value, ORIGIN, 128) and value != what["origin"],
                "root": is_hash,
                "size": lambda value: integer(value, 1),
            },
        )


def _mandated(what) -> None:
    members(what, "what", {"kid": is_kid, "roles": is_roles}, {"from": is_instant, "until": is_instant})
    term(what, "what")


def _trusted(what) -> None:
    members(what, "what", {"certificateSha256": is_hash}, {"from": is_instant, "until": is_instant})
    term(what, "what")


def _note_keys_changed(what) -> None:
    members(what, "what", {}, {"add": array_of(string), "remove": array_of(string), "lastValidSize": integer})
    require(what.get("add") or what.get("remove"), "what neither adds nor removes a note key")
    require(bool(what.get("remove")) <= ("lastValidSize" in what), "what removes a note key without lastValidSize")
    for spelling in what.get("add", []):
        notes.verifier_key(spelling)


TYPES = {
    "act.annulled": lambda what: members(what, "what", {"act": is_act_id, "ground": anything}),
    "act.corrected": lambda what: members(
        what, "what", {"act": is_act_id, "ground": anything, "member": string, "value": anything}
    ),
    "calendar.declared": anything,
    "calendar.offsetDeclared": anything,
    "disclosure.erased": anything,
    "journal.closed": anything,
    "journal.noteKeysChanged": _note_keys_changed,
    "journal.opened": _opened,
    "key.enrolled": lambda what: enrolment(what, "what"),
    "key.mandated": _mandated,
    "key.revoked": lambda what: members(what, "what", {"kid": is_kid, "lastValidSeq": integer, "reason": anything}),
    "trust.declared": _trusted,
}
"""The control acts of version 1. Of those that take `anything` the page does not list the members."""
