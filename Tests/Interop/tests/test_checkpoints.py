"""Checkpoints: a signed note of the journal's own key, over the journal's own root."""

import base64
import unittest

from .maker import ORIGIN, VECTORS, Maker, NoteSigner, Signer, codes
from journalcheck import notes, tree

CHECKPOINT = (VECTORS / "five-lines.checkpoint").read_bytes()
KEY = notes.verifier_key("apk.registry.example.kz/vectors+8073a4cb+ASmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X")


class TheNote(unittest.TestCase):
    def test_every_change_of_one_byte_is_found(self):
        notes.checkpoint(CHECKPOINT).verify([KEY])
        for at in range(len(CHECKPOINT)):
            for value in range(256):
                if value != CHECKPOINT[at]:
                    with self.assertRaises(notes.BadNote):
                        notes.checkpoint(CHECKPOINT[:at] + bytes([value]) + CHECKPOINT[at + 1 :]).verify([KEY])

    def test_what_is_no_checkpoint_is_refused(self):
        text, line = CHECKPOINT.decode().split("\n\n")
        root = text.split("\n")[2]
        for bad in (
            "",
            "\n",
            text,
            text + "\n",
            text + "\n\n",
            text + "\n\n" + line[:-1],
            text + "\r\n\r\n" + line,
            text + "\n" + line,
            text + "\n\n\n" + line,
            text + "\n\n" + line + "\n" + line,
            text + "\n\n" + line.replace("—", "-"),
            f"{ORIGIN}\n5\n\n{line}",
            f"{ORIGIN}\n05\n{root}\n\n{line}",
            f"{ORIGIN}\n-5\n{root}\n\n{line}",
            f"{ORIGIN}\n0\n{root}\n\n{line}",
            f"{ORIGIN}\n5\n{root[:-1]}\n\n{line}",
            f"{ORIGIN}\n5\n{root}\n\nextension\n\n{line}",
            f"{ORIGIN}\n5\n{root}\n\x01\n\n{line}",
        ):
            with self.subTest(bad), self.assertRaises(notes.BadNote):
                notes.checkpoint(bad.encode())

    def test_extension_lines_are_read_and_unknown_signers_ignored(self):
        made, stranger = Maker(), NoteSigner("witness", "witness.example.kz")
        root = base64.b64encode(tree.roots(made.leaves, {1})[1]).decode()
        note = made.note_signer.note(f"{ORIGIN}\n1\n{root}\nan extension\n")
        self.assertEqual(notes.checkpoint(note).extensions, ("an extension",))
        self.assertEqual(codes(made.read(checkpoints=[note])), [])
        by_stranger = stranger.note(f"{ORIGIN}\n1\n{root}\nan extension\n")
        self.assertEqual(codes(made.read(checkpoints=[note + by_stranger.split(b"\n\n")[1]])), [])
        self.assertEqual(codes(made.read(checkpoints=[by_stranger])), ["checkpoint-bad"])

    def test_a_known_signer_that_fails_makes_it_bad_beside_one_that_holds(self):
        made = Maker()
        good = made.checkpoint()
        failing = made.note_signer.note("another text\n").split(b"\n\n")[1]
        self.assertEqual(codes(made.read(checkpoints=[good + failing])), ["checkpoint-bad"])

    def test_a_key_is_chosen_by_name_and_id_together(self):
        made = Maker()
        root = base64.b64encode(tree.roots(made.leaves, {1})[1]).decode()
        other = NoteSigner("note", "other.example.kz")
        other.id = made.note_signer.id
        self.assertEqual(codes(made.read(checkpoints=[other.note(f"{ORIGIN}\n1\n{root}\n")])), ["checkpoint-bad"])


class BesideTheJournal(unittest.TestCase):
    def setUp(self):
        self.made = Maker()
        for name in ("a", "b", "c"):
            self.made.enrol(Signer(name), "authorisedPerson")

    def test_each_size_is_held_against_the_journal(self):
        beside = {f"x.checkpoints/{size}": self.made.checkpoint(size) for size in range(1, 5)}
        report = self.made.read(beside={**beside, "x.checkpoints/4.tsr": b"a token"})
        self.assertEqual(codes(report), [])
        self.assertEqual(report.as_json()["checkpoints"], [1, 2, 3, 4])
        self.assertIsNone(report.as_json()["anchor"], "what stands beside the journal is not from elsewhere")

    def test_what_contradicts_the_journal_is_found(self):
        longer = self.made.checkpoint()
        self.made.raw.pop()
        self.assertEqual(codes(self.made.read(beside={"x.checkpoints/4": longer})), ["journal-behind-checkpoint"])
        self.made.enrol(Signer("d"), "authorisedPerson")
        self.assertEqual(codes(self.made.read(beside={"x.checkpoints/4": longer})), ["journal-behind-checkpoint"])
        self.assertEqual(codes(self.made.read(beside={"x.checkpoints/3": self.made.checkpoint()})), ["checkpoint-name"])
        self.assertEqual(codes(self.made.read(beside={"x.checkpoints/3": b"nonsense"})), ["checkpoint-bad"])
        foreign = Maker(origin="other.example.kz").checkpoint()
        self.assertEqual(codes(self.made.read(beside={"x.checkpoints/1": foreign})), ["checkpoint-bad"])

    def test_the_anchor_is_the_largest_from_elsewhere_and_what_follows_is_unanchored(self):
        facts = self.made.read(
            checkpoints=[self.made.checkpoint(2), self.made.checkpoint(3), self.made.checkpoint(1)]
        ).as_json()
        self.assertEqual((facts["anchor"]["size"], facts["unanchoredFrom"], facts["lines"]), (3, 3, 4))


if __name__ == "__main__":
    unittest.main()
