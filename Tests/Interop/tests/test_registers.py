"""What acts `register.digested` say of the register, held against the register that is rebuilt here."""

import json
import unittest
from pathlib import Path

import register
from journalcheck import tree

LINES = (Path(__file__).resolve().parents[3] / "Journals" / "tour.jsonl").read_bytes().splitlines()


def recorded(lines: int, **changes) -> list[bytes]:
    """The tour with one more line, which says what the register is at so many lines, changed."""
    leaves = [tree.leaf_hash(line) for line in LINES]
    what = {
        "registers": [
            {
                "digest": register.Hardware(LINES, register.LATEST, lines - 1).digest(),
                "register": "apk",
                "schema": register.Hardware.schema,
            }
        ],
        "root": tree.roots(leaves, {lines})[lines].hex(),
        "size": lines,
    }
    what["registers"][0] |= changes.pop("register", {})
    act = {"at": "2024-07-11T00:00:00Z", "id": "x", "type": "register.digested", "what": what | changes}
    return LINES + [json.dumps({"act": act}).encode()]


class RegisterDigests(unittest.TestCase):
    def test_a_true_statement_agrees_at_every_size(self):
        for size in range(1, len(LINES) + 1):
            self.assertEqual(register.recorded(recorded(size)), [(len(LINES), size, "apk", "agrees")])

    def test_another_digest_or_root_or_lines_to_come_differ(self):
        for lines in (
            recorded(39, register={"digest": "0" * 64}),
            recorded(39, root="0" * 64),
            recorded(39, size=38),
            recorded(39, size=99),
        ):
            self.assertEqual([each[3] for each in register.recorded(lines)], ["differs"])

    def test_an_unknown_shape_is_not_judged(self):
        lines = recorded(39, register={"schema": "apk-register/99"})
        self.assertEqual([each[3] for each in register.recorded(lines)], ["unchecked"])
