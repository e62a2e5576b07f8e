"""What acts `register.digested` say of the register, held against the register that is rebuilt here."""

import json
import unittest
from pathlib import Path

import register
from journalcheck import tree
from journalcheck.report import verify_all

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


AMENDED = [
    Path(__file__).resolve().parents[3] / "Tests" / "JournalToolTests" / "Fixtures" / "amended" / name
    for name in ("old.jsonl", "new.jsonl")
]


class Amendments(unittest.TestCase):
    """A journal that ended, and what the one that continues it annuls and corrects."""

    def setUp(self):
        self.old, self.new = (path.read_bytes().splitlines() for path in AMENDED)

    def test_a_register_goes_on_across_journals_and_is_what_was_known_of_it(self):
        def entries(known):
            made = register.Hardware(self.old + self.new, register.LATEST, known).ordered()
            return [(entry["serialNumber"], entry["legalAddress"][-2:]) for entry in made]

        self.assertEqual(entries(12), [("SN-1", "12"), ("SN-Z", "12"), ("SN-3", "12")])
        self.assertEqual(entries(13), [("SN-1", "12"), ("SN-2", "12"), ("SN-3", "12")])
        self.assertEqual(entries(18), [("SN-1", "12"), ("SN-2", "12")])
        self.assertEqual(entries(19), [("SN-1", "12"), ("SN-2", "12"), ("SN-3", "12")])
        self.assertEqual(entries(20), [("SN-1", "12"), ("SN-2", "12"), ("SN-3", "21")])

    def test_digests_of_a_successor_are_of_the_registers_across_both(self):
        self.assertEqual({each[3] for each in register.recorded(self.new, self.old)}, {"agrees"})
        alone = [each for each in register.recorded(self.old) if each[2] == "apk"]
        self.assertEqual(alone, [(14, 14, "apk", "agrees")])
        changed = [line.replace(b'"SN-1"', b'"SN-9"') for line in self.old]
        apk = [each for each in register.recorded(self.new, changed) if each[2] == "apk"]
        self.assertEqual(apk, [(5, 5, "apk", "differs")])

    def test_an_act_annulled_by_the_successor_needs_no_attention(self):
        both = verify_all(AMENDED)
        self.assertEqual([each.journal.findings for each in both], [[], []])
        self.assertEqual([each.as_json()["acts"]["annulled"] for each in both], [1, 0])
        alone = verify_all(AMENDED[:1])[0]
        self.assertEqual([each.code for each in alone.journal.findings], ["vouched-by-revoked-key"])

    def test_a_correction_leads_to_what_is_there_and_nowhere_else(self):
        tree_ = {"a": [{"b": 1}, {"b": 2}], "c": "x"}
        for path, expected in (
            ("a.1.b", {"a": [{"b": 1}, {"b": 9}], "c": "x"}),
            ("c", {"a": [{"b": 1}, {"b": 2}], "c": 9}),
            ("a.2.b", None),
            ("a.-1.b", None),
            ("a.b", None),
            ("d", None),
            ("c.0", None),
        ):
            self.assertEqual(register.with_value(tree_, path.split("."), 9), expected)


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
