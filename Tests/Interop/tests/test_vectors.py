"""The published vectors come out as stated, and every bad line is refused."""

import base64
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from .maker import HERE, VECTORS, codes, read
from journalcheck import canonical, keys, notes, tree

JOURNAL = (VECTORS / "five-lines.jsonl").read_bytes()
CHECKPOINT = (VECTORS / "five-lines.checkpoint").read_bytes()
STATED = json.loads((VECTORS / "five-lines.json").read_text("utf-8"))
BAD_LINES = json.loads((VECTORS / "bad-lines.json").read_text("utf-8"))
LINES = JOURNAL.split(b"\n")[:-1]


class FiveLines(unittest.TestCase):
    def test_leaf_hashes_roots_and_sizes_are_as_stated(self):
        leaves = [tree.leaf_hash(line) for line in LINES]
        roots = tree.roots(leaves, set(range(1, 6)))
        self.assertEqual([len(line) for line in LINES], [each["bytes"] for each in STATED["lines"]])
        self.assertEqual([leaf.hex() for leaf in leaves], [each["leafHash"] for each in STATED["lines"]])
        self.assertEqual([roots[size].hex() for size in range(1, 6)], [each["root"] for each in STATED["lines"]])

    def test_thumbprints_are_as_stated(self):
        enrolled = [canonical.read(line)["act"]["what"] for line in LINES]
        enrolled = [enrolled[0]["keys"][0], enrolled[1], enrolled[2]]
        self.assertEqual(
            {each["holder"]["id"]: keys.from_jwk(each["jwk"]).kid for each in enrolled}, STATED["thumbprints"]
        )

    def test_the_note_key_is_as_stated(self):
        self.assertEqual(canonical.read(LINES[0])["act"]["what"]["noteKeys"], STATED["noteKeys"])
        self.assertEqual(notes.verifier_key(STATED["noteKeys"][0]).id.hex(), "8073a4cb")

    def test_the_journal_is_clean_and_its_checkpoint_holds(self):
        made = read(JOURNAL, checkpoints=[CHECKPOINT])
        facts = made.as_json()
        self.assertEqual(facts["findings"], [])
        self.assertEqual(facts["signatures"], {"valid": 8})
        self.assertEqual(facts["kept"], {"test.strings": 1})
        self.assertEqual(facts["head"], STATED["lines"][-1]["leafHash"])
        self.assertEqual(facts["root"], STATED["lines"][-1]["root"])
        self.assertEqual(facts["unanchoredFrom"], 5)

    def test_every_line_is_what_the_writer_writes(self):
        for line in LINES:
            self.assertEqual(canonical.write(canonical.read(line)), line)


class BadLines(unittest.TestCase):
    def test_each_is_refused(self):
        self.assertEqual(len(BAD_LINES), 29)
        for bad in BAD_LINES:
            with self.subTest(bad["why"]):
                line = base64.b64decode(bad["line"])
                made = read(b"".join(each + b"\n" for each in LINES[:3] + [line]))
                self.assertEqual(codes(made), ["line-malformed"])
                self.assertNotIn(3, made.journal.lines)

    def test_the_line_they_were_made_from_is_not(self):
        self.assertEqual(codes(read(b"".join(each + b"\n" for each in LINES[:4]))), [])


class CommandLine(unittest.TestCase):
    def run_verify(self, *arguments):
        return subprocess.run(
            [sys.executable, str(HERE.parent / "verify.py"), *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
        )

    def test_exit_status_says_what_was_found(self):
        journal, checkpoint = VECTORS / "five-lines.jsonl", VECTORS / "five-lines.checkpoint"
        for arguments, status in (
            ([journal], 0),
            ([journal, "--checkpoint", checkpoint, "--opening", STATED["lines"][0]["leafHash"]], 0),
            ([journal, "--opening", "0" * 64], 1),
            ([journal, "--checkpoint", journal], 1),
            ([], 64),
            ([journal, "--no-such-option"], 64),
            ([checkpoint], 65),
            ([VECTORS / "five-lines.json"], 65),
            ([journal, VECTORS / "none.jsonl"], 66),
            ([journal, "--checkpoint", VECTORS / "none"], 66),
        ):
            with self.subTest(arguments=[str(each) for each in arguments]):
                self.assertEqual(self.run_verify(*arguments).returncode, status)

    def test_which_roles_may_sign_is_read_from_a_file(self):
        with tempfile.TemporaryDirectory() as folder:
            rules = Path(folder) / "roles.json"
            for text, status in (
                ('{"test.strings": ["headOfUnit", "authorisedPerson"]}', 0),
                ('{"other.type": ["nobody"]}', 0),
                ('{"test.strings": ["headOfUnit"]}', 1),
                ('{"test.strings": "headOfUnit"}', 65),
                ("[]", 65),
                ("nonsense", 65),
            ):
                rules.write_text(text, "utf-8")
                done = self.run_verify(VECTORS / "five-lines.jsonl", "--roles", rules)
                self.assertEqual(done.returncode, status, text)

    def test_json_is_one_object_a_journal(self):
        done = self.run_verify("--json", VECTORS / "five-lines.jsonl")
        self.assertEqual(json.loads(done.stdout)["root"], STATED["lines"][-1]["root"])


if __name__ == "__main__":
    unittest.main()
