"""The register of order 138 as at an instant, every column of it, with Python's own json: JOURNAL UNTIL."""

import json
import sys
from decimal import Decimal

journal, until = sys.argv[1], sys.argv[2]
filings, register = {}, {}


def each(filing):
    """The entries that a filing for exclusion or change concerns."""
    for ranges in filing["lists"].values():
        for one in ranges:
            for number in range(one["first"], one["last"] + 1):
                yield register[number]


def follow(act):
    what = act["what"]
    match act["type"]:
        case "apk.inclusionFiled":
            filings[act["id"]] = {"what": what, "case": act["case"], "lists": {0: what.pop("units")}}
        case "apk.exclusionFiled" | "apk.changeNotified":
            filings[act["id"]] = {"what": what, "lists": {0: what.pop("entries")}}
        case "apk.unitsListed":
            filings[what["filing"]]["lists"][what["number"]] = what["units"]
        case "apk.entriesListed":
            filings[what["filing"]]["lists"][what["number"]] = what["entries"]
        case "apk.included":
            filing = filings.pop(what["filing"])
            units = [unit for number in sorted(filing["lists"]) for unit in filing["lists"][number]]
            for number, unit in enumerate(units, what["entries"]["first"]):
                register[number] = {"entered": act["at"], "excluded": None, "unit": unit, "filing": filing}
        case "apk.excluded":
            for entry in each(filings.pop(what["filing"])):
                entry["excluded"] = entry["excluded"] or act["at"]
        case "apk.changeEntered":
            filing = filings.pop(what["filing"])
            for entry in each(filing):
                entry["unit"] |= filing["what"]["changes"]
        case "apk.refused" | "apk.completenessRefused" | "apk.intakeRefused":
            filings.pop(what["filing"], None)


with open(journal, "rb") as lines:
    for line in lines:
        act = json.loads(line)["act"]
        if act["at"] <= until:
            follow(act)

standing = [entry["unit"] for entry in register.values() if entry["excluded"] is None]
hash_rate, power = (sum(Decimal(unit[name]) for unit in standing) for name in ("hashrateTHs", "powerKW"))
print(json.dumps({
    "standing": len(standing), "excluded": len(register) - len(standing),
    "hashrateTHs": f"{hash_rate.normalize():f}", "powerKW": f"{power.normalize():f}"}))
