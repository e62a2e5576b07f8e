"""Every change of one byte is found, save those which the journal alone cannot show; a checkpoint shows those too.

What a line's author did not sign and no later line hashes is `recorded` of the last line alone: `seq` is the index,
`prev` the hash of the line before, a signature is strict. So a change there that keeps the instant well formed, not
before `at` and the line before, and within the window of `id`, passes without a checkpoint. Nothing else does.
"""

import functools
import os
import unittest
from pathlib import Path
from unittest import mock

from .maker import VECTORS, codes, read
from journalcheck import canonical, declarations, notes
from journalcheck.journal import Journal, NotAJournal
from journalcheck.keys import Key
from journalcheck.spellings import instant, uuid7_milliseconds

JOURNAL = (VECTORS / "five-lines.jsonl").read_bytes()
CHECKPOINT = (VECTORS / "five-lines.checkpoint").read_bytes()
LINES = JOURNAL.split(b"\n")[:-1]
LAST = JOURNAL.rindex(LINES[-1])
RECORDED = JOURNAL.rindex(b'"recorded":"') + len('"recorded":"')

EXHAUSTIVE = os.environ.get("INTEROP_EXHAUSTIVE") == "1"
"""All 255 other values of each byte, rather than those that differ in one bit (of three, before the last line)."""


class Found(Exception):
    """Something is wrong with the journal."""


class Impatient(Journal):
    """A reader that stops at the first finding."""

    def find(self, code, text, offset=-1, seq=-1):
        raise Found


def found(data: bytes) -> bool:
    """Whether reading `data` without a checkpoint shows that something is wrong."""
    try:
        Impatient(Path("x.jsonl")).read(data)
    except (Found, NotAJournal):
        return True
    return False


def other_values(at: int):
    """The values to try for a byte in place of its own."""
    if EXHAUSTIVE or RECORDED <= at < RECORDED + 20:
        return [value for value in range(256) if value != JOURNAL[at]]
    return [JOURNAL[at] ^ 1 << bit for bit in (range(8) if at >= LAST else (0, 5, 7))]


def changed(at: int, value: int) -> bytes:
    return JOURNAL[:at] + bytes([value]) + JOURNAL[at + 1 :]


def plausible(recorded: int) -> bool:
    """Whether the last line of the vectors could have been recorded then, by the page alone."""
    before, at = instant("2024-03-05T05:03:00Z"), instant("2024-03-05T05:04:00Z")
    issued = uuid7_milliseconds("018e0cff-4600-7000-8000-000000000004")
    return recorded >= max(before, at) and -300_000 <= recorded * 1000 - issued <= 35 * 86_400_000


class OneByte(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The same few lines, keys and signatures are met again and again: remember what was said of them.
        cls.patches = [
            mock.patch.object(Key, "verifies", functools.lru_cache(maxsize=None)(Key.verifies)),
            mock.patch.object(canonical, "read_with_spans", functools.lru_cache(maxsize=64)(canonical.read_with_spans)),
            mock.patch.object(notes, "verifier_key", functools.lru_cache(maxsize=64)(notes.verifier_key)),
            mock.patch.object(declarations, "enrolled_key", _remembered(declarations.enrolled_key)),
        ]
        for each in cls.patches:
            each.start()

    @classmethod
    def tearDownClass(cls):
        for each in cls.patches:
            each.stop()

    def test_the_unchanged_journal_is_clean(self):
        self.assertFalse(found(JOURNAL))

    def test_every_change_before_the_last_line_is_found(self):
        for at in range(LAST):
            for value in other_values(at):
                if not found(changed(at, value)):
                    self.fail(f"byte {at} as {value} is not found")

    def test_in_the_last_line_only_a_plausible_recorded_passes_without_the_checkpoint(self):
        missed, expected = set(), set()
        for at in range(LAST, len(JOURNAL)):
            for value in other_values(at):
                data = changed(at, value)
                if not found(data):
                    missed.add((at, value))
                if RECORDED <= at < RECORDED + 20:
                    recorded = instant(data[RECORDED : RECORDED + 20].decode("latin-1"))
                    if recorded is not None and plausible(recorded):
                        expected.add((at, value))
        self.assertEqual(missed, expected)
        self.assertGreater(len(expected), 20)
        for at, value in sorted(missed):
            self.assertEqual(codes(read(changed(at, value), checkpoints=[CHECKPOINT])), ["journal-behind-checkpoint"])


class WholeLines(unittest.TestCase):
    def test_a_cut_tail_is_found_by_the_checkpoint_alone(self):
        for kept in range(1, 5):
            cut = b"".join(line + b"\n" for line in LINES[:kept])
            self.assertEqual(codes(read(cut)), [])
            self.assertEqual(codes(read(cut, checkpoints=[CHECKPOINT])), ["journal-behind-checkpoint"])

    def test_a_line_removed_repeated_or_moved_is_found(self):
        for index in range(1, 4):
            without = LINES[:index] + LINES[index + 1 :]
            twice = LINES[:index] + LINES[index : index + 1] + LINES[index:]
            moved = LINES[:index] + [LINES[index + 1], LINES[index]] + LINES[index + 2 :]
            for lines in (without, twice, moved):
                self.assertIn("prev-mismatch", codes(read(b"".join(line + b"\n" for line in lines))))

    def test_a_cut_within_a_line_is_found(self):
        for end in range(LAST + 1, len(JOURNAL)):
            self.assertTrue(found(JOURNAL[:end]))
        self.assertEqual(codes(read(JOURNAL + b"\0" * 100)), ["line-torn"])


def _remembered(load):
    known = {}

    def enrolled_key(said):
        name = repr(said)
        if name not in known:
            known[name] = load(said)
        return known[name]

    return enrolled_key


if __name__ == "__main__":
    unittest.main()
