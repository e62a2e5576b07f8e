"""Makes journals for the tests: keys from fixed seeds, times that run on, and every rule breakable by an argument."""

import base64
import datetime
import hashlib
import sys
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HERE = Path(__file__).resolve().parent
VECTORS = HERE.parent / "vectors"
sys.path.insert(0, str(HERE.parent))

from journalcheck import canonical, tree  # noqa: E402
from journalcheck.journal import Journal  # noqa: E402
from journalcheck.spellings import to_base64url  # noqa: E402
from journalcheck.report import report  # noqa: E402

ORIGIN = "apk.registry.example.kz/test"
START = 1_709_614_800  # 2024-03-05T05:00:00Z


def instant(seconds: int) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def uuid7(seconds: int, counter: int) -> str:
    stamp = f"{seconds * 1000:012x}"
    return f"{stamp[:8]}-{stamp[8:]}-7000-8000-{counter:012x}"


class Signer:
    """A private key with its holder."""

    def __init__(self, name: str, alg: str = "Ed25519", holder: str | None = None):
        self.alg = alg
        self.holder = holder or name
        seed = hashlib.sha256(name.encode()).digest()
        if alg == "Ed25519":
            self.private = Ed25519PrivateKey.from_private_bytes(seed)
            raw = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
            self.jwk = {"alg": alg, "crv": "Ed25519", "kty": "OKP", "x": to_base64url(raw)}
        elif alg == "ES256":
            self.private = ec.derive_private_key(int.from_bytes(seed, "big") >> 1, ec.SECP256R1())
            point = self.private.public_key().public_numbers()
            self.jwk = {
                "alg": alg,
                "crv": "P-256",
                "kty": "EC",
                "x": to_base64url(point.x.to_bytes(32, "big")),
                "y": to_base64url(point.y.to_bytes(32, "big")),
            }
        else:
            self.private = rsa.generate_private_key(65537, 2048)
            n = self.private.public_key().public_numbers().n
            self.jwk = {"alg": alg, "e": "AQAB", "kty": "RSA", "n": to_base64url(n.to_bytes(256, "big"))}
        required = {name: value for name, value in self.jwk.items() if name != "alg"}
        self.kid = to_base64url(hashlib.sha256(canonical.write(required)).digest())

    def sign(self, message: bytes, salt: int = 32) -> bytes:
        if self.alg == "Ed25519":
            return self.private.sign(message)
        if self.alg == "ES256":
            r, s = decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
            return r.to_bytes(32, "big") + s.to_bytes(32, "big")
        if self.alg == "PS256":
            return self.private.sign(message, padding.PSS(padding.MGF1(hashes.SHA256()), salt), hashes.SHA256())
        return self.private.sign(message, padding.PKCS1v15(), hashes.SHA256())

    def jws(self, payload: bytes, header: dict | None = None, **options) -> dict:
        spelt = canonical.write(header or {"alg": self.alg, "kid": self.kid, "typ": "registry-act+jws"})
        protected = to_base64url(spelt)
        message = f"{protected}.{to_base64url(payload)}".encode()
        return {"protected": protected, "signature": to_base64url(self.sign(message, **options))}

    def enrolment(self, *roles: str, **more) -> dict:
        return {"holder": {"id": self.holder, "name": self.holder}, "jwk": self.jwk, "roles": list(roles), **more}


class NoteSigner:
    """A note key of a name."""

    def __init__(self, seed: str, name: str = ORIGIN):
        self.name = name
        self.private = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(seed.encode()).digest())
        public = b"\x01" + self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
        self.verifier_key = f"{name}+{self.id.hex()}+{base64.b64encode(public).decode()}"

    def note(self, text: str) -> bytes:
        signature = base64.b64encode(self.id + self.private.sign(text.encode())).decode()
        return f"{text}\n— {self.name} {signature}\n".encode()


class Maker:
    """Writes one journal. `clock` runs a minute a line."""

    def __init__(self, *masters: Signer, origin: str = ORIGIN, **what):
        self.masters = masters or (Signer("master"),)
        self.note_signer = NoteSigner("note", origin)
        self.origin = origin
        self.clock = START
        self.raw: list[bytes] = []
        opening = {
            "authority": {"kk": "Орган", "ru": "Орган"},
            "format": "registry-journal/1",
            "keys": [each.enrolment("keyMaster") for each in self.masters],
            "noteKeys": [self.note_signer.verifier_key],
            "origin": origin,
            "policy": {},
            **what,
        }
        extra = opening.pop("signed_by", ())
        self.add(
            "journal.opened",
            {name: value for name, value in opening.items() if value is not None},
            *self.masters,
            *extra,
        )

    @property
    def master(self) -> Signer:
        return self.masters[0]

    @property
    def leaves(self) -> list[bytes]:
        return [tree.leaf_hash(raw) for raw in self.raw]

    def add(
        self, type_: str, what: dict, *signers: Signer, edit_act=None, edit_line=None, sign=None, version: int = 1
    ) -> str:
        """Appends an act, gives its id. `edit_act` changes the act before it is signed, `edit_line` the line after."""
        seq = len(self.raw)
        self.clock += 60
        signers = sorted(signers, key=lambda each: each.kid)
        act = {
            "at": instant(self.clock),
            "id": uuid7(self.clock, seq),
            "journal": self.origin,
            "type": type_,
            "version": version,
            "what": what,
        }
        if len(signers) > 1:
            act["signers"] = [each.kid for each in signers]
        if edit_act:
            edit_act(act)
        payload = canonical.write(act)
        prev = self.leaves[-1] if self.raw else hashlib.sha256().digest()
        line = {
            "act": act,
            "prev": prev.hex(),
            "recorded": instant(self.clock + 1),
            "seq": seq,
            "signatures": [sign(each, payload) if sign else each.jws(payload) for each in signers],
        }
        if edit_line:
            edit_line(line)
        self.raw.append(canonical.write(line))
        return act.get("id")

    def enrol(self, signer: Signer, *roles: str, **more) -> str:
        return self.add("key.enrolled", signer.enrolment(*roles, **more), self.master, signer)

    def checkpoint(self, size: int | None = None, by: NoteSigner | None = None) -> bytes:
        size = len(self.raw) if size is None else size
        root = tree.roots(self.leaves, {size})[size]
        return (by or self.note_signer).note(f"{self.origin}\n{size}\n{base64.b64encode(root).decode()}\n")

    def data(self) -> bytes:
        return b"".join(raw + b"\n" for raw in self.raw)

    def read(self, **options):
        return read(self.data(), **options)


def read(data: bytes, role_rules=None, elders=None, checkpoints=(), opening=None, beside=None):
    """The report on a journal of these bytes. `beside` are files by their path after the journal's name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.jsonl"
        for name, content in (beside or {}).items():
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        given = []
        for index, content in enumerate(checkpoints):
            given.append(Path(folder) / f"given-{index}")
            given[-1].write_bytes(content)
        journal = Journal(path, role_rules, elders)
        journal.read(data)
        return report(journal, given, opening)


def codes(made) -> list[str]:
    """The codes of a report's findings, in order."""
    return [each.code for each in made.journal.findings]
