"""Key life: enrolment, mandates, revocation, annulment, roles, recovery, and a journal that continues another."""

import base64
import hashlib
import tempfile
import unittest
from pathlib import Path

from .maker import ORIGIN, START, Maker, NoteSigner, Signer, codes, instant
from journalcheck import tree
from journalcheck.findings import CODES, Finding
from journalcheck.report import verify_all
from journalcheck.spellings import to_base64url

MASTER, SECOND = Signer("master"), Signer("second master")
OFFICIAL, HEAD = Signer("official"), Signer("head", "ES256")
ROLES = {"apk.included": ["authorisedPerson"]}


def verdicts(report) -> dict[str, int]:
    return report.as_json()["signatures"]


class Enrolment(unittest.TestCase):
    def test_a_key_is_enrolled_by_a_key_master_and_by_itself(self):
        for signers, expected in (
            ((MASTER, OFFICIAL), []),
            ((MASTER,), ["signer-missing"]),
            ((OFFICIAL,), ["key-master-missing"]),
            ((HEAD, OFFICIAL), ["not-authorised"]),
            ((MASTER, HEAD, OFFICIAL), ["not-authorised"]),
            ((MASTER, SECOND, OFFICIAL), []),
        ):
            with self.subTest([each.holder for each in signers]):
                made = Maker(MASTER, SECOND)
                made.enrol(HEAD, "headOfUnit")
                made.add("key.enrolled", OFFICIAL.enrolment("authorisedPerson"), *signers)
                made.add("apk.filed", {}, OFFICIAL)
                self.assertEqual(codes(made.read()), expected + (["key-unknown"] if expected else []))

    def test_a_key_is_enrolled_once(self):
        made = Maker(MASTER)
        made.enrol(SECOND, "keyMaster")
        made.enrol(SECOND, "keyMaster")
        self.assertEqual(codes(made.read()), ["key-twice"])

    def test_what_it_says_is_exact(self):
        good = OFFICIAL.enrolment("authorisedPerson")
        for bad in (
            {**good, "extra": 1},
            {**good, "roles": []},
            {**good, "roles": ["a", "a"]},
            {**good, "roles": ["keyMaster", "a"]},
            {**good, "roles": "a"},
            {**good, "holder": {"id": "x"}},
            {**good, "holder": {"id": "", "name": "x"}},
            {**good, "from": "2024"},
            {**good, "from": instant(START), "until": instant(START)},
            {**good, "spki": "AAAA"},
            {**good, "jwk": {**OFFICIAL.jwk, "use": "sig"}},
            {name: good[name] for name in ("holder", "roles")},
        ):
            made = Maker(MASTER)
            made.add("key.enrolled", bad, MASTER, OFFICIAL)
            with self.subTest(bad):
                self.assertEqual(codes(made.read()), ["act-malformed", "key-unknown"])

    def test_a_key_for_an_unlisted_algorithm_leaves_its_enrolment_undecided(self):
        made = Maker(MASTER)
        enrolment = {**OFFICIAL.enrolment("headOfUnit"), "jwk": {"alg": "ML-DSA-44", "kty": "AKP", "pub": "AAAA"}}

        def sign(signer, payload):
            alg = "Ed25519" if signer is MASTER else "ML-DSA-44"
            return signer.jws(payload, {"alg": alg, "kid": signer.kid, "typ": "registry-act+jws"})

        made.add("key.enrolled", enrolment, MASTER, OFFICIAL, sign=sign)
        report = made.read()
        self.assertEqual(codes(report), ["algorithm-unsupported"])
        self.assertEqual(report.as_json()["acts"], {"standing": 1, "annulled": 0, "undecided": 1})

    def test_a_certificates_key_leaves_its_enrolment_undecided(self):
        der = b"not looked into"
        kid = to_base64url(hashlib.sha256(der).digest())
        enrolment = {**OFFICIAL.enrolment("headOfUnit"), "spki": base64.b64encode(der).decode()}
        del enrolment["jwk"]

        def sign(signer, payload):
            header = {"alg": "Ed25519", "kid": signer.kid if signer is MASTER else kid, "typ": "registry-act+jws"}
            return signer.jws(payload, header)

        def name(act):
            act["signers"] = sorted((MASTER.kid, kid))

        signers = (MASTER, OFFICIAL)
        self.assertEqual(MASTER.kid < OFFICIAL.kid, MASTER.kid < kid)
        made = Maker(MASTER)
        made.add("key.enrolled", enrolment, *signers, edit_act=name, sign=sign)
        report = made.read()
        self.assertEqual(codes(report), ["algorithm-unsupported"])
        self.assertEqual(report.as_json()["acts"], {"standing": 1, "annulled": 0, "undecided": 1})

    def test_a_first_key_for_an_unlisted_algorithm_leaves_nothing_to_judge_by(self):
        first = {**SECOND.enrolment("keyMaster"), "jwk": {"alg": "ML-DSA-44", "kty": "AKP", "pub": "AAAA"}}
        made = Maker(MASTER, keys=[MASTER.enrolment("keyMaster"), first])
        made.add("apk.filed", {}, MASTER)
        self.assertEqual(codes(made.read()), ["algorithm-unsupported"])

    def test_every_algorithm_may_be_enrolled(self):
        made = Maker(MASTER)
        for alg in ("ES256", "RS256", "PS256"):
            signer = Signer(f"life {alg}", alg)
            made.enrol(signer, "authorisedPerson")
            made.add("apk.filed", {}, signer)
        self.assertEqual(codes(made.read()), [])


class Mandates(unittest.TestCase):
    def test_a_mandate_holds_from_its_first_instant_and_not_at_its_last(self):
        at = START + 3 * 60  # of the third line; it is recorded a second later
        for term, expected in (
            ({"from": instant(at)}, []),
            ({"from": instant(at + 1)}, ["not-authorised"]),
            ({"until": instant(at + 2)}, []),
            ({"until": instant(at + 1)}, ["not-authorised"]),
            ({"until": instant(at)}, ["not-authorised"]),
            ({"from": instant(at), "until": instant(at + 2)}, []),
        ):
            made = Maker(MASTER)
            made.enrol(OFFICIAL, "authorisedPerson", **term)
            made.add("apk.filed", {}, OFFICIAL)
            with self.subTest(term):
                self.assertEqual(codes(made.read()), expected)

    def test_key_mandated_changes_roles_and_dates_for_the_lines_after_it(self):
        made = Maker(MASTER)
        made.enrol(OFFICIAL, "intern")
        made.add("apk.included", {}, OFFICIAL)
        made.add("key.mandated", {"kid": OFFICIAL.kid, "roles": ["authorisedPerson"]}, MASTER)
        made.add("apk.included", {}, OFFICIAL)
        made.add("key.mandated", {"kid": OFFICIAL.kid, "roles": ["authorisedPerson"], "until": instant(START)}, MASTER)
        made.add("apk.included", {}, OFFICIAL)
        report = made.read(role_rules=ROLES)
        self.assertEqual(
            [(each.seq, each.code) for each in report.journal.findings], [(2, "not-authorised"), (6, "not-authorised")]
        )

    def test_only_an_enrolled_key_is_mandated(self):
        made = Maker(MASTER)
        made.add("key.mandated", {"kid": OFFICIAL.kid, "roles": ["a"]}, MASTER)
        made.add("key.mandated", {"kid": OFFICIAL.kid, "roles": ["a", "keyMaster"]}, MASTER)
        self.assertEqual(codes(made.read()), ["target-unknown", "act-malformed"])

    def test_a_key_master_acts_in_its_areas_and_in_no_other(self):
        made = Maker(MASTER)
        made.enrol(OFFICIAL, "authorisedPerson")
        filed = made.add("apk.filed", {}, OFFICIAL)
        trust = {"certificateSha256": "0" * 64, "from": instant(START), "until": instant(START + 1)}
        in_its_areas = [
            ("trust.declared", trust),
            ("act.corrected", {"act": filed, "ground": "", "member": "a", "value": 1}),
            ("act.annulled", {"act": filed, "ground": ""}),
            ("journal.closed", {}),
        ]
        for type_, what in in_its_areas[:3]:
            made.add(type_, what, MASTER)
        self.assertEqual(codes(made.read()), [])
        for type_, what in in_its_areas:
            other = Maker(MASTER)
            other.enrol(OFFICIAL, "authorisedPerson")
            other.add(type_, what, OFFICIAL)
            self.assertEqual(codes(other.read()), ["not-authorised"])
        for type_ in ("apk.included", "calendar.declared", "disclosure.erased"):
            other = Maker(MASTER)
            other.add(type_, {}, MASTER)
            self.assertEqual(codes(other.read()), ["not-authorised"])

    def test_which_roles_may_do_another_act_is_passed_in(self):
        made = Maker(MASTER)
        made.enrol(HEAD, "headOfUnit")
        made.add("apk.included", {}, HEAD)
        self.assertEqual(codes(made.read()), [])
        self.assertEqual(codes(made.read(role_rules=ROLES)), ["not-authorised"])
        self.assertEqual(codes(made.read(role_rules={"apk.included": ["authorisedPerson", "headOfUnit"]})), [])


class Revocation(unittest.TestCase):
    def revoked(self, back: int, *signers, then: bool = False, masters=(MASTER, SECOND)):
        """Lines 2, 3, 4 of the official, revoked in line 5 with lastValidSeq 5 - back, and perhaps line 6 of his."""
        made = Maker(*masters)
        made.enrol(OFFICIAL, "authorisedPerson")
        for _ in range(3):
            made.add("apk.filed", {}, OFFICIAL)
        made.add(
            "key.revoked", {"kid": OFFICIAL.kid, "lastValidSeq": 5 - back, "reason": "lost"}, *(signers or (MASTER,))
        )
        if then:
            made.add("apk.filed", {}, OFFICIAL)
        return made

    def test_later_signatures_are_of_a_revoked_key(self):
        self.assertEqual(codes(self.revoked(1).read()), [])
        report = self.revoked(1, then=True).read()
        self.assertEqual(codes(report), ["key-revoked"])
        self.assertEqual(verdicts(report), {"key-revoked": 1, "valid": 8})
        self.assertFalse(report.journal.lines[6].stands)

    def test_acts_between_stay_and_are_reported_until_annulled(self):
        made = self.revoked(3, MASTER, SECOND)
        report = made.read()
        self.assertEqual(codes(report), ["vouched-by-revoked-key"] * 2)
        self.assertEqual(report.as_json()["vouchedByRevokedKey"], [3, 4])
        self.assertEqual(verdicts(report), {"key-revoked": 2, "valid": 7})
        self.assertTrue(report.journal.lines[3].stands)
        for seq in (3, 4):
            made.add("act.annulled", {"act": report.journal.lines[seq].id, "ground": "key lost"}, MASTER)
        self.assertEqual(codes(made.read()), [])
        self.assertEqual(made.read().as_json()["acts"], {"standing": 6, "annulled": 2, "undecided": 0})

    def test_more_than_one_line_back_wants_two_key_masters_of_two_holders(self):
        self.assertEqual(codes(self.revoked(2, MASTER).read()), ["key-master-missing"])
        self.assertEqual(codes(self.revoked(2, MASTER, SECOND).read()), ["vouched-by-revoked-key"])
        same_holder = Signer("spare key of master", holder="Master")
        self.assertEqual(
            codes(self.revoked(2, MASTER, same_holder, masters=(MASTER, same_holder)).read()), ["key-master-missing"]
        )

    def test_last_valid_seq_is_below_the_own_and_only_lowered(self):
        self.assertEqual(codes(self.revoked(0).read()), ["revocation-void"])
        for later, expected in ((4, ["revocation-void"]), (5, ["revocation-void"]), (3, ["vouched-by-revoked-key"])):
            made = self.revoked(1)
            made.add("key.revoked", {"kid": OFFICIAL.kid, "lastValidSeq": later, "reason": "earlier"}, MASTER, SECOND)
            with self.subTest(later):
                self.assertEqual(codes(made.read()), expected)

    def test_a_revoked_key_never_returns(self):
        made = self.revoked(1)
        revocation = made.read().journal.lines[5].id
        made.enrol(OFFICIAL, "authorisedPerson")
        made.add("act.annulled", {"act": revocation, "ground": "found again"}, MASTER)
        made.add("key.mandated", {"kid": OFFICIAL.kid, "roles": ["authorisedPerson"]}, MASTER)
        made.add("apk.filed", {}, OFFICIAL)
        self.assertEqual(codes(made.read()), ["key-revoked", "key-revoked"])

    def test_a_key_master_may_revoke_itself(self):
        made = Maker(MASTER, SECOND)
        made.add("key.revoked", {"kid": MASTER.kid, "lastValidSeq": 0, "reason": "lost"}, MASTER)
        self.assertEqual(codes(made.read()), [])
        made.add("key.enrolled", OFFICIAL.enrolment("a"), MASTER, OFFICIAL)
        self.assertEqual(codes(made.read()), ["key-revoked"])

    def test_of_an_unknown_key_it_is_void(self):
        made = Maker(MASTER)
        made.add("key.revoked", {"kid": OFFICIAL.kid, "lastValidSeq": 0, "reason": "?"}, MASTER)
        self.assertEqual(codes(made.read()), ["revocation-void"])

    def test_an_invalid_signature_of_a_revoked_key_is_invalid(self):
        made = self.revoked(1)
        made.add("apk.filed", {}, OFFICIAL, sign=lambda signer, payload: signer.jws(payload + b"!"))
        self.assertEqual(codes(made.read()), ["invalid"])


class Annulment(unittest.TestCase):
    def test_an_annulled_enrolment_ends_the_key_and_an_annulled_mandate_gives_back_the_one_before(self):
        made = Maker(MASTER)
        enrolled = made.enrol(OFFICIAL, "authorisedPerson")
        mandated = made.add("key.mandated", {"kid": OFFICIAL.kid, "roles": ["intern"]}, MASTER)
        made.add("act.annulled", {"act": mandated, "ground": ""}, MASTER)
        made.add("apk.included", {}, OFFICIAL)
        self.assertEqual(codes(made.read(role_rules=ROLES)), [])
        made.add("act.annulled", {"act": enrolled, "ground": ""}, MASTER)
        made.add("apk.included", {}, OFFICIAL)
        self.assertEqual(codes(made.read(role_rules=ROLES)), ["key-unknown"])

    def test_of_what_is_judged_once_or_is_not_there_it_takes_nothing_out(self):
        made = Maker(MASTER)
        opening = made.read().journal.lines[0].id
        made.add("act.annulled", {"act": opening, "ground": ""}, MASTER)
        made.add("act.annulled", {"act": opening[:-1] + "9", "ground": ""}, MASTER)
        made.add("act.annulled", {"act": "no id", "ground": ""}, MASTER)
        report = made.read()
        self.assertEqual(codes(report), ["act-malformed"])
        self.assertEqual(report.as_json()["idleAnnulments"], [1, 2])

    def test_what_a_stolen_key_masters_key_did_needs_attention_until_it_can_be_and_is_annulled(self):
        made = Maker(MASTER, SECOND)
        enrolled = made.add("key.enrolled", OFFICIAL.enrolment("a"), SECOND, OFFICIAL)
        revoked = made.add("key.revoked", {"kid": OFFICIAL.kid, "lastValidSeq": 1, "reason": ""}, SECOND)
        made.add("key.revoked", {"kid": SECOND.kid, "lastValidSeq": 0, "reason": "stolen"}, MASTER, SECOND)
        self.assertEqual(made.read().as_json()["vouchedByRevokedKey"], [1, 2])
        for act in (enrolled, revoked):
            made.add("act.annulled", {"act": act, "ground": ""}, MASTER)
        report = made.read()
        self.assertEqual(report.as_json()["vouchedByRevokedKey"], [2])
        self.assertEqual(report.as_json()["idleAnnulments"], [5])


class Recovery(unittest.TestCase):
    def test_recovery_keys_stand_in_for_a_key_master_from_the_threshold_on(self):
        recovery = [Signer(f"recovery {index}") for index in range(3)]
        said = {
            "keys": [{"holder": {"id": each.holder, "name": each.holder}, "jwk": each.jwk} for each in recovery],
            "threshold": 2,
        }
        for count, expected in ((1, ["not-authorised"]), (2, []), (3, [])):
            made = Maker(MASTER, recovery=said)
            made.add("key.enrolled", OFFICIAL.enrolment("a"), OFFICIAL, *recovery[:count])
            self.assertEqual(codes(made.read()), expected)
        made = Maker(MASTER, recovery=said)
        made.enrol(OFFICIAL, "authorisedPerson")
        made.add("apk.filed", {}, OFFICIAL)
        made.add("key.revoked", {"kid": MASTER.kid, "lastValidSeq": 1, "reason": "stolen"}, *recovery[:2])
        self.assertEqual(codes(made.read()), [])
        made.add("apk.filed", {}, *recovery[:2])
        self.assertEqual(codes(made.read()), ["not-authorised"] * 2)


    def test_a_recovery_key_stands_in_from_its_first_instant_to_the_one_before_its_last(self):
        key = Signer("dated recovery")
        said = {"holder": {"id": key.holder, "name": key.holder}, "jwk": key.jwk}
        at = START + 2 * 60
        for term, expected in (
            ({"from": instant(at)}, []),
            ({"from": instant(at + 1)}, ["not-authorised"]),
            ({"until": instant(at + 2)}, []),
            ({"until": instant(at + 1)}, ["not-authorised"]),
        ):
            made = Maker(MASTER, recovery={"keys": [{**said, **term}], "threshold": 1})
            made.add("key.enrolled", OFFICIAL.enrolment("a"), OFFICIAL, key)
            with self.subTest(term):
                self.assertEqual(codes(made.read()), expected)

    def test_one_that_this_reader_cannot_use_hinders_nothing(self):
        key = Signer("usable recovery")
        said = {"holder": {"id": "x", "name": "x"}, "jwk": {"alg": "ML-DSA-44", "kty": "AKP", "pub": "AAAA"}}
        keys = [said, {"holder": {"id": "y", "name": "y"}, "jwk": key.jwk}]
        made = Maker(MASTER, recovery={"keys": keys, "threshold": 1})
        made.add("key.enrolled", OFFICIAL.enrolment("a"), OFFICIAL, key)
        self.assertEqual(codes(made.read()), [])


class NoteKeys(unittest.TestCase):
    def test_a_checkpoint_is_signed_by_a_note_key_in_force_at_its_last_line(self):
        made = Maker(MASTER)
        old, new = made.note_signer, NoteSigner("new")
        made.enrol(OFFICIAL, "a")
        made.add(
            "journal.noteKeysChanged",
            {"add": [new.verifier_key], "lastValidSize": 2, "remove": [old.verifier_key]},
            MASTER,
        )
        made.add("apk.filed", {}, OFFICIAL)
        for size, by, expected in (
            (2, old, []),
            (3, old, ["checkpoint-bad"]),
            (4, old, ["checkpoint-bad"]),
            (2, new, ["checkpoint-bad"]),
            (3, new, []),
            (4, new, []),
        ):
            with self.subTest(size=size, by="old" if by is old else "new"):
                self.assertEqual(codes(made.read(checkpoints=[made.checkpoint(size, by)])), expected)

    def test_what_is_removed_is_in_force_and_what_is_added_is_not(self):
        old, new = NoteSigner("note").verifier_key, NoteSigner("new").verifier_key
        foreign = NoteSigner("new", "other.example.kz").verifier_key
        for what, expected in (
            ({"add": [new]}, []),
            ({"add": [old]}, ["target-unknown"]),
            ({"remove": [new], "lastValidSize": 1}, ["target-unknown"]),
            ({"remove": [old], "lastValidSize": 1}, ["act-malformed"]),
            ({"add": [new], "remove": [old]}, ["act-malformed"]),
            ({"add": [foreign]}, ["act-malformed"]),
            ({"add": ["new"]}, ["act-malformed"]),
            ({}, ["act-malformed"]),
        ):
            made = Maker(MASTER)
            made.add("journal.noteKeysChanged", what, MASTER)
            with self.subTest(what):
                self.assertEqual(codes(made.read()), expected)


class Continuation(unittest.TestCase):
    def setUp(self):
        self.elder = Maker(MASTER)
        self.elder.enrol(OFFICIAL, "a")
        self.elder.add("journal.closed", {}, MASTER)
        leaves = self.elder.leaves
        self.said = {
            "fileDigest": hashlib.sha256(self.elder.data()).hexdigest(),
            "origin": ORIGIN,
            "root": tree.roots(leaves, {3})[3].hex(),
            "size": 3,
        }

    def found(self, said, *signed_by, given=True):
        elder = self.elder.read().journal
        made = Maker(Signer("new master"), origin=ORIGIN + "/2", continues=said, signed_by=signed_by)
        return codes(made.read(elders=lambda origin: elder if given and origin == ORIGIN else None))

    def test_a_key_master_of_the_elder_signs_too_and_its_bytes_are_as_said(self):
        self.assertEqual(self.found(self.said, MASTER), [])
        self.assertEqual(self.found(self.said), ["key-master-missing"])
        self.assertEqual(self.found(self.said, OFFICIAL), ["not-authorised"])
        self.assertEqual(self.found(self.said, MASTER, given=False), ["predecessor-missing", "evidence-missing"])
        self.assertEqual(self.found(self.said, given=False), ["predecessor-missing"])
        for change in ({"fileDigest": "0" * 64}, {"root": "0" * 64}, {"size": 2}):
            self.assertEqual(self.found({**self.said, **change}, MASTER), ["predecessor-mismatch"])
        self.assertEqual(self.found({**self.said, "origin": ORIGIN + "/2"}, MASTER)[0], "act-malformed")


    def test_alone_it_is_read_on_its_own_keys_word(self):
        made = Maker(Signer("new master"), origin=ORIGIN + "/2", continues=self.said, signed_by=(MASTER,))
        made.enrol(OFFICIAL, "a")
        made.add("apk.filed", {}, OFFICIAL)
        report = made.read()
        self.assertEqual(codes(report), ["predecessor-missing", "evidence-missing"])
        self.assertEqual(report.as_json()["acts"], {"standing": 2, "annulled": 0, "undecided": 1})
        self.assertEqual(verdicts(report), {"evidence-missing": 1, "valid": 4})

    def test_files_are_read_across_in_whatever_order_they_are_given(self):
        made = Maker(Signer("new master"), origin=ORIGIN + "/2", continues=self.said, signed_by=(MASTER,))
        with tempfile.TemporaryDirectory() as folder:
            old, new = Path(folder) / "old.jsonl", Path(folder) / "new.jsonl"
            old.write_bytes(self.elder.data())
            new.write_bytes(made.data())
            for paths in ([old, new], [new, old]):
                self.assertEqual([codes(each) for each in verify_all(paths)], [[], []])

    def test_recovery_keys_of_the_elder_stand_in_for_its_key_master(self):
        recovery = [Signer(f"elder recovery {index}") for index in range(2)]
        keys = [{"holder": {"id": each.holder, "name": each.holder}, "jwk": each.jwk} for each in recovery]
        self.elder = Maker(MASTER, recovery={"keys": keys, "threshold": 2})
        leaves = self.elder.leaves
        self.said |= {
            "fileDigest": hashlib.sha256(self.elder.data()).hexdigest(),
            "root": tree.roots(leaves, {1})[1].hex(),
            "size": 1,
        }
        self.assertEqual(self.found(self.said, *recovery), [])
        self.assertEqual(self.found(self.said, recovery[0]), ["not-authorised"])


class Codes(unittest.TestCase):
    def test_a_finding_has_a_code_of_the_catalogue(self):
        with self.assertRaises(ValueError):
            Finding(0, 0, "no-such-code", "")
        self.assertIn("history-rewritten", CODES)


if __name__ == "__main__":
    unittest.main()
