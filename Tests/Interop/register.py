#!/usr/bin/env python3
"""Rebuilds a register from a journal, and holds a replay's JSON against it: hardware (order 138/НҚ, Appendix 1), accredited
pools (order 142/НҚ), licences (orders 165/НҚ and 169/НҚ) or trusted products (order 53/НҚ, Appendix 1), as the replay says.

    register.py JOURNAL.jsonl... REPLAY.json...

Shares no code with the project: it reads the lines as plain JSON, folds them by the rules that DESIGN.md and the acts' schemas
state, and compares every entry, the totals and the digest, which is the RFC 6962 root over the canonical JSON of the
state's name and of every entry. The same digest is held against what acts `register.digested` of the journal say of it. Of journals that continue one
another, the oldest first, lines are counted on. What an act annuls or corrects counts so for every reading known at it or after it. It verifies nothing: that is
verify.py's work.
"""

import datetime
import hashlib
import json
import sys
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from journalcheck.tree import leaf_hash, roots

ASTANA_CHANGE = "2024-02-29T18:00:00Z"


def local_date(instant):
    """The date in Astana: +06:00 before the change, +05:00 from then on (format §3)."""
    moment = datetime.datetime.strptime(instant, "%Y-%m-%dT%H:%M:%SZ")
    return (moment + datetime.timedelta(hours=6 if instant < ASTANA_CHANGE else 5)).date().isoformat()


def canonical(value):
    """RFC 8785 for what entries hold: strings, integers, null, arrays, objects."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


CONTROL_AREAS = ("journal", "key", "trust", "act", "disclosure")


def with_value(tree, path, value):
    """The tree with another value at a path of names and indices; None where the path leads to nothing."""
    if not path:
        return value
    here = int(path[0]) if isinstance(tree, list) and path[0].isdecimal() else path[0]
    if not (isinstance(tree, dict) and here in tree or isinstance(tree, list) and here in range(len(tree))):
        return None
    inner = with_value(tree[here], path[1:], value)
    if inner is None:
        return None
    if isinstance(tree, dict):
        return tree | {here: inner}
    return tree[:here] + [inner] + tree[here + 1 :]


def amendments(lines, known):
    """The annulments and corrections up to a line, each with its line, by the id of the act."""
    found = {}
    for seq, raw in enumerate(lines[: known + 1]):
        act = json.loads(raw)["act"]
        if act["type"] in ("act.annulled", "act.corrected"):
            found.setdefault(act["what"]["act"], []).append((seq, act))
    return found


def amended(seq, act, by):
    """What an act counts as; None where it was annulled. Acts about the journal and its keys are no part of a register."""
    for later, amendment in by.get(act["id"], []):
        if later <= seq or act["type"].partition(".")[0] in CONTROL_AREAS:
            continue
        if amendment["type"] == "act.annulled":
            return None
        said = amendment["what"]
        what = with_value(act["what"], said["member"].split("."), said["value"])
        act = act if what is None else act | {"what": what}
    return act


class Register:
    """The state as at an instant: all that acts up to it say, in the order of the lines."""

    schema = None

    def __init__(self, lines, effective, known):
        self.entries = {}
        self.filings = {}
        self.parts = {}
        self.today = local_date(effective)
        by = amendments(lines, known)
        for seq, raw in enumerate(lines[: known + 1]):
            act = amended(seq, json.loads(raw)["act"], by)
            if act and act["at"] <= effective:
                handler = getattr(self, "_" + act["type"].replace(".", "_"), None)
                if handler:
                    handler(act, act["what"], leaf_hash(raw))

    def _filed(self, act, what, leaf):
        self.filings[act["id"]] = act

    def _refused(self, act, what, leaf):
        self.filings.pop(what["filing"], None)

    def digest(self):
        leaves = [leaf_hash(canonical(self.schema))] + [leaf_hash(canonical(entry)) for entry in self.hashed()]
        return roots(leaves, {len(leaves)})[len(leaves)].hex()

    def hashed(self):
        return self.ordered()


class Hardware(Register):
    """Order 138/НҚ: an entry for each unit."""

    schema = "apk-register/1"

    _apk_inclusionFiled = _apk_exclusionFiled = _apk_changeNotified = Register._filed

    def _listed(self, act, what, leaf):
        self.parts.setdefault(what["filing"], {}).setdefault(what["number"], (leaf, what))

    _apk_unitsListed = _apk_entriesListed = _listed

    def _met(self, what, member):
        """The filing that a result names, and the list that it and its parts give."""
        filing = self.filings.pop(what["filing"])
        parts = [part for _, part in sorted(self.parts.get(what["filing"], {}).items())]
        digest = hashlib.sha256(b"".join(leaf for leaf, _ in parts)).hexdigest()
        assert digest == what["partsDigest"] and len(parts) == filing["what"]["parts"]
        return filing, filing["what"][member] + [item for _, part in parts for item in part[member]]

    def _apk_included(self, act, what, leaf):
        filing, units = self._met(what, "units")
        filed = filing["what"]
        first, last = what["entries"]["first"], what["entries"]["last"]
        assert last - first + 1 == len(units)
        for number, unit in enumerate(units, first):
            assert number not in self.entries
            self.entries[number] = {
                "number": number,
                "enteredOn": local_date(act["at"]),
                "holderName": filed["applicant"]["name"],
                "holderId": filed["applicant"]["id"],
                "legalAddress": filed["legalAddress"],
                "dataCentreAddress": filed["dataCentreAddress"],
                "contacts": filed["contacts"],
                "model": unit["model"],
                "serialNumber": unit["serialNumber"],
                "tnvedCode": filed["tnvedCode"],
                "hashrateTHs": unit["hashrateTHs"],
                "powerKW": unit["powerKW"],
                "customsDeclaration": unit.get("customsDeclaration"),
                "possessionDocument": filed["possession"]["document"],
                "excludedOn": None,
                "condition": unit["condition"],
                "case": filing.get("case"),
            }

    def _numbers(self, ranges):
        return [number for item in ranges for number in range(item["first"], item["last"] + 1)]

    def _apk_excluded(self, act, what, leaf):
        _, ranges = self._met(what, "entries")
        for number in self._numbers(ranges):
            assert self.entries[number]["excludedOn"] is None
            self.entries[number]["excludedOn"] = local_date(act["at"])

    def _apk_changeEntered(self, act, what, leaf):
        filing, ranges = self._met(what, "entries")
        for number in self._numbers(ranges):
            self.entries[number] |= filing["what"]["changes"]

    _apk_refused = _apk_completenessRefused = _apk_intakeRefused = Register._refused

    def ordered(self):
        return [self.entries[number] for number in sorted(self.entries)]

    def totals(self):
        standing = [entry for entry in self.entries.values() if entry["excludedOn"] is None]
        return {
            "standing": len(standing),
            "excluded": len(self.entries) - len(standing),
            "hashrateTHs": sum((Decimal(entry["hashrateTHs"]) for entry in standing), Decimal(0)),
            "powerKW": sum((Decimal(entry["powerKW"]) for entry in standing), Decimal(0)),
        }


class Entries(Register):
    """A register whose entries are made one by one, and run out or are ended."""

    def _enter(self, act, reference, row, valid_until=None):
        """Makes the entry of a reference: its columns, and what every entry of such a register has."""
        assert reference not in self.entries
        self.entries[reference] = row | {
            "case": act.get("case"),
            "endedOn": None,
            "enteredOn": local_date(act["at"]),
            "validUntil": valid_until,
        }

    def hashed(self):
        return list(self.entries.values())

    def _status(self, entry):
        if entry["endedOn"] is not None and entry["endedOn"] <= self.today:
            return "ended"
        return "expired" if entry["validUntil"] is not None and entry["validUntil"] < self.today else "standing"

    def ordered(self):
        return [entry | {"status": self._status(entry)} for entry in self.entries.values()]

    def totals(self):
        counts = {"standing": 0, "expired": 0, "ended": 0}
        for entry in self.entries.values():
            counts[self._status(entry)] += 1
        return counts


class Pools(Entries):
    """Order 142/НҚ: certificates of one year, and what a re-issue states anew."""

    schema = "pools-register/1"
    _pools_accreditationFiled = _pools_reissueFiled = Register._filed
    _pools_refused = _pools_completenessRefused = _pools_intakeRefused = _pools_reissueRefused = Register._refused

    def _columns(self, filed, granted):
        return {
            "name": filed["applicant"]["name"],
            "bin": filed["applicant"]["id"],
            "location": filed["location"],
            "legalAddress": granted["legalAddress"],
        }

    def _pools_certificateIssued(self, act, what, leaf):
        issued = datetime.date.fromisoformat(local_date(act["at"]))
        try:
            until = issued.replace(year=issued.year + 1)
        except ValueError:  # from 29 February to 28 February
            until = issued.replace(year=issued.year + 1, day=28)
        filed = self.filings.pop(what["filing"])["what"]
        row = {"certificate": what["certificate"], "issuedOn": issued.isoformat()} | self._columns(filed, what)
        self._enter(act, what["certificate"], row, until.isoformat())

    def _pools_certificateReissued(self, act, what, leaf):
        filed = self.filings.pop(what["filing"])["what"]
        self.entries[filed["certificate"]] |= self._columns(filed, what)


class Licences(Entries):
    """Orders 165/НҚ and 169/НҚ: licences of two subtypes, their annexes, and the pools through which they mine."""

    schema = "licences-register/1"
    _licences_applicationFiled = Register._filed
    _licences_refused = Register._refused

    def _issued(self, act, what, holder):
        row = {
            "licence": what["licence"],
            "subtype": what["subtype"],
            "issuedOn": local_date(act["at"]),
            "firstIssuedOn": what["firstIssuedOn"],
            "holderName": holder["applicant"]["name"],
            "holderId": holder["applicant"]["id"],
            "address": holder["address"],
            "dataCentreAddress": holder.get("dataCentreAddress"),
            "electricity": holder.get("electricity"),
            "host": what.get("host"),
            "pool": what.get("pool"),
            "specialConditions": what.get("specialConditions"),
            "annexes": None,
        }
        self._enter(act, what["licence"], row, what.get("validUntil"))

    def _licences_subtypeOneIssued(self, act, what, leaf):
        self._issued(act, what, self.filings.pop(what["filing"])["what"])

    def _licences_subtypeTwoIssued(self, act, what, leaf):
        self._issued(act, what, what)

    def _licences_subtypeOneAnnexIssued(self, act, what, leaf):
        entry = self.entries[what["licence"]]
        entry |= {member: what[member] for member in ("dataCentreAddress", "electricity")}
        self._licences_subtypeTwoAnnexIssued(act, what, leaf)

    def _licences_subtypeTwoAnnexIssued(self, act, what, leaf):
        entry = self.entries[what["licence"]]
        entry["annexes"] = (entry["annexes"] or []) + [what["number"]]

    def _licences_poolSwitched(self, act, what, leaf):
        self.entries[what["licence"]]["pool"] = what["pool"]


class Trusted(Entries):
    """Order 53/НҚ: software and products, changed and excluded upon applications, or excluded by the authority."""

    schema = "trusted-register/1"
    _trusted_inclusionFiled = _trusted_changeFiled = _trusted_exclusionFiled = Register._filed
    _trusted_refused = _trusted_completenessRefused = Register._refused

    plain = ("name", "brandAndModel", "embeddedSoftware", "requires", "contacts", "support", "enstruCodes", "categoryCodes")

    def _columns(self, stated):
        columns = {member: stated[member] for member in self.plain if member in stated}
        if "applicant" in stated:
            columns |= {"applicantId": stated["applicant"]["id"], "applicantName": stated["applicant"]["name"]}
        return columns

    def _trusted_included(self, act, what, leaf):
        filed = self.filings.pop(what["filing"])["what"]
        row = {"number": what["entry"], "note": what.get("note")} | dict.fromkeys(self.plain) | self._columns(filed)
        self._enter(act, what["entry"], row)

    def _trusted_changed(self, act, what, leaf):
        filed = self.filings.pop(what["filing"])["what"]
        self.entries[filed["entry"]] |= self._columns(filed["changes"])
        if "note" in what:
            self.entries[filed["entry"]]["note"] = what["note"]

    def _trusted_excluded(self, act, what, leaf):
        self._end(self.filings.pop(what["filing"])["what"]["entry"], act)

    def _trusted_excludedExOfficio(self, act, what, leaf):
        self._end(what["entry"], act)

    def _end(self, number, act):
        assert self.entries[number]["endedOn"] is None
        self.entries[number]["endedOn"] = local_date(act["at"])


REGISTERS = {"apk": Hardware, "pools": Pools, "licences": Licences, "trusted": Trusted}


LATEST = "9999-12-31T00:00:00Z"


def recorded(lines, elder=()):
    """Line, number of lines, register and outcome of every statement of what a register is at a checkpoint.

    `elder` are the lines of the journals that this one continues.
    """
    elder = list(elder)
    leaves = [leaf_hash(line) for line in lines]
    made = []
    for seq, raw in enumerate(lines):
        act = json.loads(raw)["act"]
        if act["type"] != "register.digested":
            continue
        size = act["what"]["size"]
        known = size <= seq and roots(leaves, {size})[size].hex() == act["what"]["root"]
        for stated in act["what"]["registers"]:
            if not known:
                outcome = "differs"
            elif stated["register"] not in REGISTERS or stated["schema"] != REGISTERS[stated["register"]].schema:
                outcome = "unchecked"
            else:
                mine = REGISTERS[stated["register"]](elder + lines, LATEST, len(elder) + size - 1).digest()
                outcome = "agrees" if mine == stated["digest"] else "differs"
            made.append((seq, size, stated["register"], outcome))
    return made


def main(arguments):
    journals = [name for name in arguments if name.endswith(".jsonl")]
    replays = arguments[len(journals) :]
    if not journals or arguments[: len(journals)] != journals or not replays:
        print(__doc__, file=sys.stderr)
        return 64
    lines = []
    status = 0
    for name in journals:
        own = Path(name).read_bytes().splitlines()
        for seq, size, register, outcome in recorded(own, lines):
            print(f"{name}: line {seq} on {register} at {size} lines: {outcome}")
            status |= outcome == "differs"
        lines += own
    for name in replays:
        replay = json.loads(Path(name).read_text())
        kind = REGISTERS[replay.get("register", "apk")]
        register = kind(lines, replay["asOf"]["effective"], replay["asOf"]["knownSeq"])
        totals = {
            member: Decimal(value) if isinstance(value, str) else value for member, value in replay["totals"].items()
        }
        agrees = {
            "entries": replay["entries"] == register.ordered(),
            "totals": totals == register.totals(),
            "digest": replay["digest"] == register.digest(),
        }
        wrong = [what for what, holds in agrees.items() if not holds]
        print(f"{name}: {len(replay['entries'])} entries, " + (f"{', '.join(wrong)} differ" if wrong else "all agree"))
        status |= bool(wrong)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
