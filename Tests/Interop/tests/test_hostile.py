"""Whatever a line says, reading it ends in findings, never in an exception that no one foresaw."""

import unittest

from .maker import START, VECTORS, Maker, NoteSigner, Signer, codes, instant, read
from journalcheck import canonical
from journalcheck.journal import NotAJournal

LINES = (VECTORS / "five-lines.jsonl").read_bytes().split(b"\n")[:-1]
ODD = (None, True, 0, -1, 2**53 - 1, "", "x", "\U0001f600", [], [None], [[]], {}, {"_sd": []}, {"alg": []})
MASTER, SECOND, OFFICIAL = Signer("master"), Signer("second master"), Signer("official")


def altered(value):
    """Every value that has one node, the root included, replaced by each odd value, or one member taken out."""
    yield from ODD
    if type(value) is dict:
        for name in value:
            yield {other: value[other] for other in value if other != name}
            for changed in altered(value[name]):
                yield {**value, name: changed}
    elif type(value) is list:
        for index, element in enumerate(value):
            for changed in altered(element):
                yield value[:index] + [changed] + value[index + 1 :]


class Hostile(unittest.TestCase):
    def test_a_line_with_any_node_replaced_is_found(self):
        for index in (0, 1, 4):
            before = b"".join(line + b"\n" for line in LINES[:index])
            honest = canonical.read(LINES[index])
            for value in altered(honest):
                data = before + canonical.write(value) + b"\n"
                if value == honest:
                    continue
                try:
                    self.assertNotEqual(codes(read(data)), [], data)
                except NotAJournal:
                    self.assertEqual(index, 0)

    def test_a_signed_control_act_with_any_node_replaced_is_read_to_its_end(self):
        made = Maker(MASTER, SECOND)
        filed = made.add("apk.filed", {}, MASTER)
        acts = [
            ("act.annulled", {"act": filed, "ground": "g"}),
            ("act.corrected", {"act": filed, "ground": "g", "member": "m", "value": 1}),
            ("calendar.declared", {"daysOff": ["2024-03-08"]}),
            ("disclosure.erased", {"digest": "A" * 43}),
            ("journal.closed", {"reason": "r"}),
            (
                "journal.noteKeysChanged",
                {"add": [NoteSigner("n").verifier_key], "lastValidSize": 1, "remove": [made.note_signer.verifier_key]},
            ),
            ("key.enrolled", OFFICIAL.enrolment("a", **{"from": instant(START), "until": instant(START + 1)})),
            ("key.mandated", {"kid": SECOND.kid, "roles": ["a"], "until": instant(START)}),
            ("key.revoked", {"kid": SECOND.kid, "lastValidSeq": 1, "reason": "r"}),
            ("trust.declared", {"certificateSha256": "0" * 64, "from": instant(START)}),
        ]
        raw, clock = list(made.raw), made.clock
        for type_, honest in acts:
            for what in altered(honest):
                made.raw, made.clock = list(raw), clock
                made.add(type_, what, MASTER, OFFICIAL)
                made.add(type_, what, MASTER)
                made.add("apk.filed", {}, SECOND)
                self.assertEqual(made.read().as_json()["lines"], 5)

    def test_an_opening_with_any_node_replaced_is_read_or_refused(self):
        recovery = {"keys": [{"holder": {"id": "r", "name": "r"}, "jwk": OFFICIAL.jwk}], "threshold": 1}
        continues = {"fileDigest": "0" * 64, "origin": "a", "root": "0" * 64, "size": 1}
        honest = canonical.read(Maker(MASTER, recovery=recovery, continues=continues).raw[0])["act"]["what"]
        for what in altered(honest):
            made = Maker(MASTER)
            made.raw.clear()
            made.clock = START
            made.add("journal.opened", what, MASTER)
            made.add("apk.filed", {}, MASTER)
            self.assertLessEqual(made.read().as_json()["lines"], 2)


if __name__ == "__main__":
    unittest.main()
