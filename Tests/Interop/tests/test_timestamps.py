"""RFC 3161 tokens, made by OpenSSL, over a checkpoint of the vectors."""

import unittest
from pathlib import Path

from .maker import VECTORS
from journalcheck import notes, timestamps

FOLDER = Path(__file__).resolve().parents[2] / "RegistryEventsTests" / "Fixtures" / "timestamps"
TEXT = notes.checkpoint((VECTORS / "five-lines.checkpoint").read_bytes()).text
CA = timestamps.authorities(FOLDER / "ca.pem")
OTHER = timestamps.authorities(FOLDER / "other.pem")


class Tokens(unittest.TestCase):
    def test_a_response_and_its_token_hold(self):
        for name in ("five-lines.tsr", "five-lines.token"):
            token = timestamps.token((FOLDER / name).read_bytes())
            token.verify(TEXT, OTHER + CA)
            self.assertEqual(token.time.date().isoformat(), "2026-11-21")

    def test_another_text_and_another_authority_do_not(self):
        token = timestamps.token((FOLDER / "five-lines.tsr").read_bytes())
        for text, trusted in ((TEXT + b"\n", CA), (TEXT, OTHER), (TEXT, [])):
            with self.assertRaises(timestamps.BadToken):
                token.verify(text, trusted)

    def test_what_is_no_token_is_refused(self):
        for name in ("refused.tsr", "five-lines.tsq", "five-lines-sha512.tsr", "ca.pem"):
            with self.subTest(name), self.assertRaises(timestamps.BadToken):
                timestamps.token((FOLDER / name).read_bytes())

    def test_every_byte_of_the_signed_part_counts(self):
        data = (FOLDER / "five-lines.token").read_bytes()
        good = timestamps.token(data)
        start = data.index(good.info)
        for at in range(start, start + len(good.info)):
            with self.subTest(at), self.assertRaises(timestamps.BadToken):
                timestamps.token(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]).verify(TEXT, CA)
