#!/usr/bin/env python3
"""Rebuilds the hardware register (order 138/НҚ, Appendix 1) from a journal, and holds a replay's JSON against it.

    register.py JOURNAL REPLAY.json...

Shares no code with the project: it reads the lines as plain JSON, folds them by the rules that DESIGN.md and the acts' schemas
state, and compares every entry, the totals and the digest, which is the RFC 6962 root over the canonical JSON of the
state's name and of every entry. The same digest is held against what acts `register.digested` of the journal say of it. It verifies nothing: that is
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
SCHEMA = "apk-register/1"


def local_date(instant):
    """The date in Astana: +06:00 before the change, +05:00 from then on (format §3)."""
    moment = datetime.datetime.strptime(instant, "%Y-%m-%dT%H:%M:%SZ")
    return (moment + datetime.timedelta(hours=6 if instant < ASTANA_CHANGE else 5)).date().isoformat()


def canonical(value):
    """RFC 8785 for what entries hold: strings, integers, null, objects."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


class Register:
    """The state as at an instant: all that acts up to it say, in the order of the lines."""

    def __init__(self, lines, effective, known):
        self.entries = {}
        self.filings = {}
        self.parts = {}
        for seq, raw in enumerate(lines):
            act = json.loads(raw)["act"]
            if seq <= known and act["at"] <= effective:
                handler = getattr(self, "_" + act["type"].replace(".", "_"), None)
                if handler:
                    handler(act, act["what"], leaf_hash(raw))

    def _filed(self, act, what, leaf):
        self.filings[act["id"]] = act

    _apk_inclusionFiled = _apk_exclusionFiled = _apk_changeNotified = _filed

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

    def _refused(self, act, what, leaf):
        self.filings.pop(what["filing"], None)

    _apk_refused = _apk_completenessRefused = _apk_intakeRefused = _refused

    def ordered(self):
        return [self.entries[number] for number in sorted(self.entries)]

    def digest(self):
        leaves = [leaf_hash(canonical(SCHEMA))] + [leaf_hash(canonical(entry)) for entry in self.ordered()]
        return roots(leaves, {len(leaves)})[len(leaves)].hex()

    def totals(self):
        standing = [entry for entry in self.entries.values() if entry["excludedOn"] is None]
        return {
            "standing": len(standing),
            "excluded": len(self.entries) - len(standing),
            "hashrateTHs": sum((Decimal(entry["hashrateTHs"]) for entry in standing), Decimal(0)),
            "powerKW": sum((Decimal(entry["powerKW"]) for entry in standing), Decimal(0)),
        }


def recorded(lines):
    """Line, number of lines, register and outcome of every statement of what a register is at a checkpoint."""
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
            elif (stated["register"], stated["schema"]) != ("apk", SCHEMA):
                outcome = "unchecked"
            else:
                mine = Register(lines, "9999-12-31T23:59:59Z", size - 1).digest()
                outcome = "agrees" if mine == stated["digest"] else "differs"
            made.append((seq, size, stated["register"], outcome))
    return made


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    lines = Path(arguments[0]).read_bytes().splitlines()
    status = 0
    for seq, size, register, outcome in recorded(lines):
        print(f"{arguments[0]}: line {seq} on {register} at {size} lines: {outcome}")
        status |= outcome == "differs"
    for name in arguments[1:]:
        replay = json.loads(Path(name).read_text())
        register = Register(lines, replay["asOf"]["effective"], replay["asOf"]["knownSeq"])
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
