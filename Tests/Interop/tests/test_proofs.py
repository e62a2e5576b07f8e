"""tlog-proofs and cosignatures, made here by the definitions of RFC 6962 and C2SP and checked by the reader."""

import base64
import json
import unittest

from .maker import VECTORS, NoteSigner
from journalcheck import notes, proofs, tree


def path(leaves: list[bytes], index: int) -> list[bytes]:
    """RFC 6962 §2.1.1, word for word."""
    if len(leaves) == 1:
        return []
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    if index < k:
        return path(leaves[:k], index) + [tree.roots(leaves[k:], {len(leaves) - k})[len(leaves) - k]]
    return path(leaves[k:], index - k) + [tree.roots(leaves[:k], {k})[k]]


class Log:
    """A log of lines `line 0`, `line 1`, … with its key."""

    signer = NoteSigner("proof", "log.example")

    def __init__(self, size: int):
        self.leaves = [tree.leaf_hash(b"line %d" % index) for index in range(size)]
        self.root = tree.roots(self.leaves, {size})[size]

    def note(self) -> bytes:
        return self.signer.note(f"log.example\n{len(self.leaves)}\n{base64.b64encode(self.root).decode()}\n")

    def proof(self, index: int, extra: str = "") -> bytes:
        hashes = "".join(base64.b64encode(each).decode() + "\n" for each in path(self.leaves, index))
        return f"c2sp.org/tlog-proof@v1\n{extra}index {index}\n{hashes}\n".encode() + self.note()


KEY = notes.verifier_key(Log.signer.verifier_key)


def cosigned(note: bytes, seed: str, time: int, name: str = "w.example") -> tuple[bytes, notes.NoteKey]:
    """The note with a witness's line, and the witness's key."""
    signer = NoteSigner(seed, name)
    raw = base64.b64decode(signer.verifier_key.split("+", 2)[2])[1:]
    key_id = notes.key_id(name, b"\x04" + raw)
    text = note.rpartition(b"\n\n")[0] + b"\n"
    signature = signer.private.sign(b"cosignature/v1\ntime %d\n" % time + text)
    blob = base64.b64encode(key_id + time.to_bytes(8, "big") + signature).decode()
    encoded = base64.b64encode(b"\x04" + raw).decode()
    spelling = f"{name}+{key_id.hex()}+{encoded}"
    return note + f"— {name} {blob}\n".encode(), proofs.witness_key(spelling)


class Proofs(unittest.TestCase):
    def test_every_line_of_every_log_to_20_is_shown_and_no_other(self):
        for size in range(1, 21):
            log = Log(size)
            for index in range(size):
                proof = proofs.proof(log.proof(index))
                proof.verify(log.leaves[index], [KEY])
                for other in range(size):
                    if other != index:
                        with self.assertRaises(proofs.BadProof):
                            proof.verify(log.leaves[other], [KEY])

    def test_every_change_of_one_byte_is_found(self):
        log = Log(7)
        good = log.proof(3, "extra eA==\n")
        self.assertEqual(proofs.proof(good).extra, b"x")
        inside = good.index(b"eA==")
        for at in range(len(good)):
            for value in (good[at] ^ 1, good[at] ^ 0x80, 0x0A, 0x41):
                if value != good[at] and not inside <= at < inside + 4:
                    with self.subTest(at=at, value=value), self.assertRaises((proofs.BadProof, notes.BadNote)):
                        proofs.proof(good[:at] + bytes([value]) + good[at + 1 :]).verify(log.leaves[3], [KEY])
            with self.assertRaises(proofs.BadProof):
                proofs.proof(good[:at])

    def test_what_is_no_proof_is_refused(self):
        log = Log(3)
        head, note = log.proof(1).split(b"\n\n", 1)
        for bad in (
            b"",
            note,
            head,
            head + b"\n\n",
            head + b"\n" + note,
            head.replace(b"v1", b"v2") + b"\n\n" + note,
            head.replace(b"index 1", b"index 01") + b"\n\n" + note,
            head.replace(b"index 1", b"index -1") + b"\n\n" + note,
            head.replace(b"index 1", b"index 18446744073709551616") + b"\n\n" + note,
            head.replace(b"index 1\n", b"") + b"\n\n" + note,
            head.replace(b"index", b"extra !\nindex") + b"\n\n" + note,
            head.replace(b"index 1", b"index 1\nAAAA") + b"\n\n" + note,
            head.replace(b"\n", b"\r\n") + b"\n\n" + note,
            head + b"\n\n\n" + note,
        ):
            with self.subTest(bad), self.assertRaises(proofs.BadProof):
                proofs.proof(bad)

    def test_the_projects_proof_of_a_line_holds(self):
        lines = (VECTORS / "five-lines.jsonl").read_bytes().split(b"\n")
        facts = json.loads((VECTORS / "five-lines.json").read_text("utf-8"))
        keys = [notes.verifier_key(each) for each in facts["noteKeys"]]
        proof = proofs.proof((VECTORS / "five-lines.3.tlog-proof").read_bytes())
        proof.verify(tree.leaf_hash(lines[3]), keys)
        with self.assertRaises(proofs.BadProof):
            proof.verify(tree.leaf_hash(lines[2]), keys)

    def test_a_key_of_another_name_or_none_shows_nothing(self):
        log = Log(3)
        proof = proofs.proof(log.proof(1))
        stranger = notes.verifier_key(NoteSigner("stranger", "log.example").verifier_key)
        other = notes.verifier_key(NoteSigner("proof", "other.example").verifier_key)
        for keys in ([], [other], [stranger]):
            with self.assertRaises((proofs.BadProof, notes.BadNote)):
                proof.verify(log.leaves[1], keys)


class Cosignatures(unittest.TestCase):
    def test_witnesses_are_counted_once_with_their_latest_time(self):
        note, first = cosigned(Log(3).note(), "w1", 1_709_614_800)
        note, second = cosigned(note, "w2", 1_709_614_801)
        note, _ = cosigned(note, "w1", 1_709_614_860)
        checkpoint = notes.checkpoint(note)
        checkpoint.verify([KEY])
        self.assertEqual(
            proofs.cosignatures(checkpoint, [first, second]),
            {first.spelling: 1_709_614_860, second.spelling: 1_709_614_801},
        )
        self.assertEqual(proofs.cosignatures(checkpoint, [second]), {second.spelling: 1_709_614_801})
        self.assertEqual(proofs.cosignatures(checkpoint, []), {})

    def test_a_line_of_another_text_or_time_fails(self):
        note, key = cosigned(Log(3).note(), "w1", 1_709_614_800)
        moved = Log(4).note() + note[note.rindex("— w".encode()) :]
        with self.assertRaises(proofs.BadProof):
            proofs.cosignatures(notes.checkpoint(moved), [key])
        early, key = cosigned(Log(3).note(), "w1", 1 << 63)
        with self.assertRaises(proofs.BadProof):
            proofs.cosignatures(notes.checkpoint(early), [key])

    def test_a_journals_key_is_no_witness(self):
        with self.assertRaises(notes.BadNote):
            proofs.witness_key(Log.signer.verifier_key)
        _, key = cosigned(Log(3).note(), "w1", 1)
        with self.assertRaises(notes.BadNote):
            notes.verifier_key(key.spelling)

    def test_public_witnesses_of_a_public_log(self):
        checkpoint = notes.checkpoint((VECTORS / "arche2025h1.checkpoint").read_bytes())
        log = "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f"
        checkpoint.verify([notes.verifier_key(log)])
        witnesses = [
            proofs.witness_key("witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO"),
            proofs.witness_key("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"),
        ]
        times = proofs.cosignatures(checkpoint, witnesses)
        self.assertEqual(list(times.values()), [1_779_573_024] * 2)


if __name__ == "__main__":
    unittest.main()
