"""The line, the envelope and line 0: each rule is met at its bound and broken just past it."""

import hashlib
import unittest

from .maker import ORIGIN, START, Maker, NoteSigner, Signer, codes, instant, read, uuid7
from journalcheck import canonical
from journalcheck.journal import NotAJournal
from journalcheck.spellings import to_base64url

OFFICIAL = Signer("official")
DAY = 86_400


def after_enrolment(edit_act=None, edit_line=None, type_="apk.filed", what=None, **policy) -> list[str]:
    """The findings when one act of an official is appended as changed."""
    made = Maker(policy=policy)
    made.enrol(OFFICIAL, "authorisedPerson")
    made.add(type_, what or {}, OFFICIAL, edit_act=edit_act, edit_line=edit_line)
    return codes(made.read())


class TheLine(unittest.TestCase):
    def test_members_are_exact(self):
        for change, expected in (
            ({}, []),
            ({"extra": 1}, ["line-malformed"]),
            ({"seq": 3}, ["seq-mismatch"]),
            ({"seq": "2"}, ["line-malformed"]),
            ({"seq": True}, ["line-malformed"]),
            ({"seq": -1}, ["line-malformed"]),
            ({"prev": "0" * 64}, ["prev-mismatch"]),
            ({"prev": "A" * 64}, ["line-malformed"]),
            ({"recorded": instant(START)}, ["recorded-backwards", "at-after-recorded"]),
            ({"recorded": "2024-03-05T05:03:00+00:00"}, ["line-malformed"]),
            ({"signatures": []}, ["line-malformed"]),
            ({"signatures": [{}]}, ["line-malformed"]),
            ({"act": []}, ["line-malformed"]),
        ):
            with self.subTest(change):
                self.assertEqual(after_enrolment(edit_line=lambda line: line.update(change)), expected)

    def test_seventeen_signatures_are_too_many(self):
        def repeat(times):
            return lambda line: line.update(signatures=line["signatures"] * times)

        self.assertEqual(after_enrolment(edit_line=repeat(16)), ["signers-mismatch"])
        self.assertEqual(after_enrolment(edit_line=repeat(17)), ["line-malformed"])

    def test_an_act_is_at_most_49152_bytes_and_a_line_65535(self):
        for extra, expected in ((0, []), (1, ["act-too-long"])):

            def fill(act):
                act["what"] = {"text": ""}
                act["what"]["text"] = "x" * (49_152 + extra - len(canonical.write(act)))

            self.assertEqual(after_enrolment(edit_act=fill), expected)
        for extra, expected in (
            (0, ["signers-mismatch", "invalid"]),
            (1, ["line-too-long", "signers-mismatch", "invalid"]),
        ):

            def fill_line(line):
                element = {"protected": "AAAA", "signature": "AAAA"}
                line["signatures"].append(element)
                rest = 65_535 + extra - len(canonical.write(line))
                # base64url has no length of 4n + 1: what is left over goes to the other member.
                element["protected"] += "A" * (rest % 4)
                element["signature"] += "A" * (rest - rest % 4)
                if len(element["protected"]) % 4 == 1:
                    element["protected"] += "AA"
                    element["signature"] = element["signature"][:-2]

            self.assertEqual(after_enrolment(edit_line=fill_line), expected)


class TheAct(unittest.TestCase):
    def test_members_are_exact(self):
        for change in (
            {"extra": 1},
            {"version": 0},
            {"version": True},
            {"version": "1"},
            {"what": []},
            {"what": None},
            {"at": "2024-03-05"},
            {"case": ""},
            {"case": "-1"},
            {"case": "a" * 65},
            {"case": "a b"},
            {"case": "V-1\n"},
            {"case": "Ә"},
            {"case": None},
            {"id": "018E0CFB-9C80-7000-8000-000000000000"},
            {"id": "018e0cfb-9c80-4000-8000-000000000000"},
            {"journal": 1},
            {"type": "filed"},
            {"type": "Apk.filed"},
            {"type": "apk.Filed"},
            {"type": "apk.filed.more"},
            {"type": "apk."},
            {"type": "apk." + "a" * 61},
            {"type": "apk.fi_led"},
            {"seen": {}},
            {"seen": {"leaf": "0" * 64, "seq": -1}},
            {"seen": {"leaf": "0" * 63, "seq": 0}},
            {"seen": None},
            {"signers": []},
            {"signers": [OFFICIAL.kid]},
            {"signers": [OFFICIAL.kid] * 2},
            {"signers": ["a", "b"]},
            {"signers": sorted([OFFICIAL.kid, "A" * 42 + "B"])},
        ):
            with self.subTest(change):
                self.assertEqual(after_enrolment(edit_act=lambda act: act.update(change)), ["act-malformed"])

    def test_what_is_at_the_bound_is_taken(self):
        for change in ({"case": "a" * 64}, {"case": "0./_-"}, {"type": "apk." + "a" * 60}, {"version": 2**53 - 1}):
            self.assertEqual(after_enrolment(edit_act=lambda act: act.update(change)), [])

    def test_a_missing_member_is_an_error(self):
        for name in ("at", "id", "journal", "version", "what"):
            self.assertEqual(after_enrolment(edit_act=lambda act: act.pop(name)), ["act-malformed"])

    def test_at_may_be_recorded_but_not_after_it(self):
        for seconds, expected in ((0, []), (1, ["at-after-recorded"])):
            made = Maker()
            made.enrol(OFFICIAL, "authorisedPerson")
            made.add(
                "apk.filed",
                {},
                OFFICIAL,
                edit_act=lambda act: act.update(at=instant(made.clock + seconds)),
                edit_line=lambda line: line.update(recorded=instant(made.clock)),
            )
            self.assertEqual(codes(made.read()), expected)

    def test_the_timestamp_in_id_is_from_35_days_before_to_5_minutes_after_recorded(self):
        for seconds, expected in (
            (-35 * DAY, []),
            (-35 * DAY - 1, ["id-outside-window"]),
            (300, []),
            (301, ["id-outside-window"]),
        ):
            made = Maker()
            made.enrol(OFFICIAL, "authorisedPerson")
            made.add("apk.filed", {}, OFFICIAL, edit_act=lambda act: act.update(id=uuid7(made.clock + 1 + seconds, 9)))
            with self.subTest(seconds):
                self.assertEqual(codes(made.read()), expected)

    def test_an_id_occurs_once(self):
        made = Maker()
        known = made.enrol(OFFICIAL, "authorisedPerson")
        made.add("apk.filed", {}, OFFICIAL, edit_act=lambda act: act.update(id=known))
        self.assertEqual(codes(made.read()), ["id-twice"])

    def test_a_replayed_act_does_not_stand_again(self):
        made = Maker()
        made.enrol(OFFICIAL, "authorisedPerson")
        act = canonical.read(made.raw[1])
        made.add(
            "apk.filed", {}, OFFICIAL, edit_line=lambda line: line.update(act=act["act"], signatures=act["signatures"])
        )
        report = made.read()
        self.assertIn("id-twice", codes(report))
        self.assertFalse(report.journal.lines[2].stands)

    def test_the_act_is_of_this_journal(self):
        self.assertEqual(after_enrolment(edit_act=lambda act: act.update(journal=ORIGIN + "2")), ["other-journal"])

    def test_what_was_seen_is_an_earlier_line_of_that_hash(self):
        for seq, of, expected in (
            (0, 0, []),
            (1, 1, []),
            (0, 1, ["history-rewritten"]),
            (2, 1, ["history-rewritten"]),
            (10**9, 1, ["history-rewritten"]),
        ):
            made = Maker()
            made.enrol(OFFICIAL, "authorisedPerson")
            seen = {"leaf": made.leaves[of].hex(), "seq": seq}
            made.add("apk.filed", {}, OFFICIAL, edit_act=lambda act: act.update(seen=seen))
            with self.subTest(seq=seq, of=of):
                self.assertEqual(codes(made.read()), expected)

    def test_policy_names_the_roles_that_must_give_seen(self):
        self.assertEqual(after_enrolment(seenRequired=["authorisedPerson"]), ["seen-missing"])
        self.assertEqual(after_enrolment(seenRequired=["headOfUnit"]), [])

    def test_signatures_are_one_per_signer_in_their_order(self):
        other = Signer("other")
        for edit, expected in (
            (lambda line: None, []),
            (lambda line: line["signatures"].reverse(), ["signers-mismatch"]),
            (lambda line: line["signatures"].pop(), ["signers-mismatch"]),
            (lambda line: line["signatures"].append(line["signatures"][0]), ["signers-mismatch"]),
        ):
            made = Maker()
            made.enrol(OFFICIAL, "authorisedPerson")
            made.enrol(other, "headOfUnit")
            made.add("apk.included", {}, OFFICIAL, other, edit_line=edit)
            self.assertEqual(codes(made.read()), expected)
        made.add("apk.included", {}, OFFICIAL, other, edit_act=lambda act: act["signers"].reverse())
        self.assertEqual(codes(made.read())[-1], "act-malformed")

    def test_unknown_types_are_kept_and_counted_and_unknown_control_acts_stop_the_reading(self):
        made = Maker()
        made.enrol(OFFICIAL, "authorisedPerson")
        made.add("apk.filed", {}, OFFICIAL)
        made.add("strange.thing", {}, OFFICIAL, version=7)
        self.assertEqual(made.read().as_json()["kept"], {"apk.filed": 1, "strange.thing": 1})
        self.assertEqual(
            made.read(role_rules={"apk.filed": ["authorisedPerson"]}).as_json()["kept"], {"strange.thing": 1}
        )
        for type_, version in (("key.painted", 1), ("key.revoked", 2), ("calendar.moved", 1), ("disclosure.shown", 1)):
            newer = Maker()
            newer.add(type_, {}, newer.master, version=version)
            newer.add("apk.filed", {}, newer.master)
            report = newer.read()
            self.assertEqual(codes(report), ["format-newer-than-reader"])
            self.assertEqual(report.as_json()["lines"], 2)


class Commitments(unittest.TestCase):
    DIGEST = "A" * 43

    def test_a_commitment_has_the_one_form(self):
        self.assertEqual(after_enrolment(what={"iin": {"_sd": [self.DIGEST]}}), [])
        for bad in (
            {"_sd": []},
            {"_sd": [self.DIGEST] * 2},
            {"_sd": self.DIGEST},
            {"_sd": ["x"]},
            {"_sd": [self.DIGEST], "a": 1},
        ):
            self.assertEqual(after_enrolment(what={"list": [{"iin": bad}]}), ["act-malformed"])

    def test_a_digest_occurs_once_in_a_journal(self):
        self.assertEqual(
            after_enrolment(what={"a": {"_sd": [self.DIGEST]}, "b": {"_sd": [self.DIGEST]}}), ["digest-twice"]
        )

    def test_disclosures_beside_the_journal_are_compared(self):
        disclosure = to_base64url(canonical.write(["s" * 22, "value", "900101300123"])).encode()
        digest = hashlib.sha256(disclosure).digest()
        made = Maker()
        made.enrol(OFFICIAL, "authorisedPerson")
        made.add("apk.filed", {"iin": {"_sd": [to_base64url(digest)]}}, OFFICIAL)
        name = f"x.disclosures/{digest.hex()[:2]}/{digest.hex()}"
        for beside, expected in (
            ({}, []),
            ({name: disclosure}, []),
            ({name: disclosure + b"\n"}, ["disclosure-mismatch"]),
            ({"x.disclosures/README": b""}, ["disclosure-missing"]),
        ):
            self.assertEqual(codes(made.read(beside=beside)), expected)
        made.add("disclosure.erased", {"digest": to_base64url(digest)}, OFFICIAL)
        self.assertEqual(codes(made.read(beside={"x.disclosures/README": b""})), [])


class LineZero(unittest.TestCase):
    def test_what_does_not_begin_as_a_journal_is_none(self):
        opened = Maker().data()
        for data in (
            b"",
            b"\n",
            b"{}\n",
            opened[:-1],
            b" " + opened,
            b"\xef\xbb\xbf" + opened,
            opened.replace(b"journal.opened", b"journal.closed"),
            b"\0" * 100,
        ):
            with self.assertRaises(NotAJournal):
                read(data)

    def test_what_it_says_is_exact(self):
        note = NoteSigner("note")
        others = [NoteSigner(str(index)).verifier_key for index in range(9)]
        foreign = NoteSigner("note", "other.example.kz").verifier_key
        master = Signer("master")
        for change, expected in (
            ({"noteKeys": others[:8]}, []),
            ({"noteKeys": others}, ["act-malformed"]),
            ({"noteKeys": []}, ["act-malformed"]),
            ({"noteKeys": others[:1] * 2}, ["act-malformed"]),
            ({"noteKeys": [foreign]}, ["act-malformed"]),
            ({"noteKeys": [note.verifier_key.replace(note.id.hex(), "00000000")]}, ["act-malformed"]),
            ({"noteKeys": [note.verifier_key[:-4]]}, ["act-malformed"]),
            ({"keys": []}, ["act-malformed"]),
            ({"keys": [master.enrolment("keyMaster")] * 2}, ["act-malformed"]),
            ({"keys": [master.enrolment("keyMaster", "headOfUnit")]}, ["act-malformed"]),
            ({"keys": [master.enrolment("headOfUnit")]}, ["key-master-missing"]),
            ({"keys": [master.enrolment("keyMaster", until=instant(START))]}, ["key-master-missing"]),
            (
                {"keys": [master.enrolment("keyMaster"), OFFICIAL.enrolment("headOfUnit")]},
                ["signer-missing", "signers-mismatch"],
            ),
            ({"keys": [OFFICIAL.enrolment("keyMaster")]}, ["key-unknown"]),
            ({"signed_by": [OFFICIAL]}, ["key-unknown"]),
            ({"keys": [master.enrolment("keyMaster"), OFFICIAL.enrolment("headOfUnit")], "signed_by": [OFFICIAL]}, []),
            ({"origin": "Apk.example.kz"}, ["act-malformed"]),
            ({"format": "registry-journal/2"}, ["format-newer-than-reader"]),
            ({"authority": {"ru": "Орган"}}, ["act-malformed"]),
            ({"policy": None}, ["act-malformed"]),
            ({"extra": 1}, ["act-malformed"]),
            ({"policy": {"seenRequired": "head"}}, ["act-malformed"]),
            ({"recovery": {"keys": [OFFICIAL.enrolment()], "threshold": 2}}, ["act-malformed"]),
            ({"recovery": {"keys": [master.enrolment()], "threshold": 1}}, ["act-malformed"]),
        ):
            with self.subTest(change):
                found = codes(Maker(**change).read())
                # An opening that is malformed introduces no key, so its own signatures are of unknown ones.
                self.assertEqual(
                    [code for code in found if "act-malformed" not in expected or code != "key-unknown"], expected
                )

    def test_the_origin_has_the_pattern_and_128_bytes(self):
        for origin, good in (
            ("a", True),
            ("a.b-c/D_e/f", True),
            ("0" * 128, True),
            ("0" * 129, False),
            ("A", False),
            ("a/", False),
            ("a//b", False),
            ("-a", False),
            ("a b", False),
            ("a\n", False),
            ("ә", False),
        ):
            with self.subTest(origin):
                self.assertEqual(codes(Maker(origin=origin).read()) == [], good)

    def test_a_second_opening_never_stands(self):
        made = Maker()
        what = canonical.read(made.raw[0])["act"]["what"]
        made.add("journal.opened", what, made.master)
        self.assertEqual(codes(made.read()), ["opened-twice"])

    def test_nothing_follows_the_end(self):
        made = Maker()
        made.add("journal.closed", {}, made.master)
        self.assertEqual(codes(made.read()), [])
        made.enrol(OFFICIAL, "authorisedPerson")
        self.assertEqual(codes(made.read()), ["journal-closed"])

    def test_the_leaf_hash_known_from_elsewhere_is_compared(self):
        made, other = Maker(), Maker(Signer("usurper"))
        self.assertEqual(codes(made.read(opening=made.leaves[0].hex())), [])
        self.assertEqual(codes(other.read(opening=made.leaves[0].hex())), ["opening-mismatch"])


if __name__ == "__main__":
    unittest.main()
