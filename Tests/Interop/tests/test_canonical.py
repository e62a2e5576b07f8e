"""Canonical JSON: one spelling is taken and every other refused."""

import unittest

from .maker import HERE  # noqa: F401
from journalcheck import canonical
from journalcheck.spellings import base64_standard, base64url, instant, uuid7_milliseconds


class Reading(unittest.TestCase):
    def test_a_canonical_value_is_read_and_written_back(self):
        for data, value in (
            (b"{}", {}),
            (b"[]", []),
            (b'[null,true,false,0,-1,""]', [None, True, False, 0, -1, ""]),
            (b"9007199254740991", 2**53 - 1),
            (b"-9007199254740991", 1 - 2**53),
            (b'{"A":1,"Z":2,"_":3,"a":4,"aa":5}', {"A": 1, "Z": 2, "_": 3, "a": 4, "aa": 5}),
            (b'"\\b\\t\\n\\f\\r\\"\\\\/\\u0001\\u000b\\u001f\x7f"', '\b\t\n\f\r"\\/\x01\x0b\x1f\x7f'),
            (b'"\\\\u0041"', "\\u0041"),
            ('"é\u0301\U0001f600\u2028"'.encode(), "é\u0301\U0001f600\u2028"),
            (b'{"' + b"n" * 64 + b'":0}', {"n" * 64: 0}),
        ):
            with self.subTest(data):
                self.assertEqual(canonical.read(data), value)
                self.assertEqual(canonical.write(value), data)

    def test_anything_else_is_refused(self):
        for data in (
            b"",
            b" ",
            b"{}\n",
            b" {}",
            b"{} ",
            b"\xef\xbb\xbf{}",
            b"{}\r",
            b"[1, 2]",
            b"[1,]",
            b"[,1]",
            b"[1",
            b"]",
            b"{",
            b'{"a"',
            b'{"a":1,}',
            b'{"a":1 }',
            b'{"a" :1}',
            b'{"b":1,"a":2}',
            b'{"a":1,"a":1}',
            b'{"":1}',
            b'{"1a":1}',
            b'{"a-b":1}',
            b'{"\\u0061":1}',
            b'{"' + b"n" * 65 + b'":0}',
            '{"ә":1}'.encode(),
            b"{a:1}",
            b"{'a':1}",
            b"-0",
            b"00",
            b"01",
            b"-01",
            b"+1",
            b"1.0",
            b"1e0",
            b"1E0",
            b"0.5",
            b".5",
            b"1.",
            b"NaN",
            b"Infinity",
            b"-",
            b"9007199254740992",
            b"-9007199254740992",
            b"10000000000000000000000",
            b'"\\/"',
            b'"\\u0000"',
            b'"\\u0008"',
            b'"\\u0009"',
            b'"\\u000a"',
            b'"\\u000c"',
            b'"\\u000d"',
            b'"\\u000B"',
            b'"\\u001F"',
            b'"\\u0020"',
            b'"\\u0022"',
            b'"\\u007f"',
            b'"\\ud800"',
            b'"\\ud83d\\ude00"',
            b'"\\U0001"',
            b'"\\a"',
            b'"\\x41"',
            b'"\\',
            b'"\n"',
            b'"\x00"',
            b'"\x1f"',
            b'"abc',
            b'"abc\\"',
            b'"\x80"',
            b'"\xc0\xaf"',
            b'"\xe0\x80\xaf"',
            b'"\xf0\x80\x80\xaf"',
            b'"\xed\xa0\x80"',
            b'"\xed\xa0\xbd\xed\xb8\x80"',
            b'"\xf4\x90\x80\x80"',
            b'"\xff"',
            b'"\xc3"',
            '"\ufdd0"'.encode(),
            '"\ufdef"'.encode(),
            '"\ufffe"'.encode(),
            '"\uffff"'.encode(),
            '"\U0001fffe"'.encode(),
            '"\U0010ffff"'.encode(),
            b"nul",
            b"True",
            b"truefalse",
            b"null0",
            b"//",
            b"/**/1",
            b"\xc2\xa0{}",
        ):
            with self.subTest(data), self.assertRaises(canonical.NotCanonical):
                canonical.read(data)

    def test_depth_32_is_read_and_depth_33_is_not(self):
        for opening, closing in ((b"[", b"]"), (b'{"a":', b"}")):
            inner = b"[]"
            deepest = opening * 31 + inner + closing * 31
            self.assertEqual(canonical.write(canonical.read(deepest)), deepest)
            with self.assertRaises(canonical.NotCanonical):
                canonical.read(opening + deepest + closing)
            with self.assertRaises(canonical.NotCanonical):
                canonical.read(opening * 100_000)

    def test_every_noncharacter_is_refused_and_its_neighbours_are_not(self):
        for plane in range(17):
            for end in (0xFFFE, 0xFFFF):
                with self.assertRaises(canonical.NotCanonical):
                    canonical.read(f'"{chr(plane << 16 | end)}"'.encode())
            self.assertEqual(canonical.read(f'"{chr(plane << 16 | 0xFFFD)}"'.encode()), chr(plane << 16 | 0xFFFD))
        for code in (0xFDCF, 0xFDF0):
            self.assertEqual(canonical.read(f'"{chr(code)}"'.encode()), chr(code))

    def test_an_error_says_the_byte(self):
        for data, offset in (
            (b'{"a":1.5}', 5),
            ('["ә",-0]'.encode(), 6),
            ('["ә\uffff"]'.encode(), 4),
            (b'["a\xff"]', 3),
        ):
            with self.assertRaises(canonical.NotCanonical) as refusal:
                canonical.read(data)
            self.assertEqual(refusal.exception.offset, offset)

    def test_spans_are_of_the_values_at_the_top(self):
        data = b'{"a":{"a":[1]},"b":"x"}'
        self.assertEqual(
            {name: data[slice(*span)] for name, span in canonical.read_with_spans(data)[1].items()},
            {"a": b'{"a":[1]}', "b": b'"x"'},
        )


class Spellings(unittest.TestCase):
    def test_an_instant_is_a_real_one_in_the_one_spelling(self):
        self.assertEqual(instant("2000-01-01T00:00:00Z"), 946_684_800)
        self.assertEqual(instant("2024-02-29T18:00:00Z"), 1_709_229_600)
        self.assertEqual(instant("9999-12-31T23:59:59Z"), 253_402_300_799)
        for bad in (
            "1999-12-31T23:59:59Z",
            "2023-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-00-01T00:00:00Z",
            "2024-01-00T00:00:00Z",
            "2024-04-31T00:00:00Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:60:00Z",
            "2024-01-01T00:00:60Z",
            "2024-01-01t00:00:00Z",
            "2024-01-01T00:00:00z",
            "2024-01-01T00:00:00.0Z",
            "2024-01-01T00:00:00+00:00",
            "2024-01-01 00:00:00Z",
            "2024-1-1T00:00:00Z",
            "10000-01-01T00:00:00Z",
            "٢٠٢٤-01-01T00:00:00Z",
            "2024-01-01T00:00:00Z\n",
            "",
            20240101,
            None,
            True,
        ):
            with self.subTest(bad):
                self.assertIsNone(instant(bad))

    def test_a_uuid_is_of_version_7_in_lower_case(self):
        self.assertEqual(uuid7_milliseconds("018e0cfb-9c80-7000-8000-000000000000"), 0x018E0CFB9C80)
        for bad in (
            "018E0CFB-9c80-7000-8000-000000000000",
            "018e0cfb-9c80-4000-8000-000000000000",
            "018e0cfb-9c80-7000-c000-000000000000",
            "018e0cfb9c80700080000000000000000000",
            "{018e0cfb-9c80-7000-8000-000000000000}",
            "018e0cfb-9c80-7000-8000-000000000000\n",
            "",
            7,
        ):
            with self.subTest(bad):
                self.assertIsNone(uuid7_milliseconds(bad))

    def test_base64_has_one_spelling(self):
        self.assertEqual((base64url("_-8"), base64url(""), base64_standard("/+8=")), (b"\xff\xef", b"", b"\xff\xef"))
        for bad in ("_-9", "_-8=", "/+8", "A", "_- 8", "_-8\n", 8, None):
            self.assertIsNone(base64url(bad))
        for bad in ("/+9=", "/+8", "_-8=", "/+8=\n", "/+ 8=", "A===", 8, None):
            self.assertIsNone(base64_standard(bad))


if __name__ == "__main__":
    unittest.main()
