"""Public keys and their names (format page §4): JWK with exact members, RFC 7638 thumbprints, the four algorithms."""

import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from . import canonical, ed25519
from .spellings import base64_standard, base64url, to_base64url

ALGORITHMS = ("Ed25519", "ES256", "RS256", "PS256")
_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_SHAPES = {
    "Ed25519": {"alg", "crv", "kty", "x"},
    "ES256": {"alg", "crv", "kty", "x", "y"},
    "RS256": {"alg", "e", "kty", "n"},
    "PS256": {"alg", "e", "kty", "n"},
}


class BadKey(ValueError):
    """A key that must not be enrolled."""


class UnlistedAlgorithm(BadKey):
    """A key for an algorithm that this version of the format does not list."""


@dataclass(frozen=True)
class Key:
    """A public key under its name. `alg` and `public` are None for one that is named by a SubjectPublicKeyInfo only."""

    kid: str
    alg: str | None = None
    public: object = field(default=None, compare=False)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether `signature` is one of this key over `message`, by the key's own algorithm."""
        if self.alg == "Ed25519":
            return ed25519.verifies(self.public, signature, message)
        try:
            if self.alg == "ES256":
                r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
                if len(signature) != 64 or not 1 <= r < _P256_ORDER or not 1 <= s < _P256_ORDER:
                    return False
                self.public.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
                return True
            if self.alg in ("RS256", "PS256") and len(signature) == (self.public.key_size + 7) // 8:
                pss = padding.PSS(padding.MGF1(hashes.SHA256()), salt_length=32)
                self.public.verify(
                    signature, message, pss if self.alg == "PS256" else padding.PKCS1v15(), hashes.SHA256()
                )
                return True
        except InvalidSignature:
            pass
        return False


def thumbprint(jwk: dict) -> str:
    """The RFC 7638 SHA-256 thumbprint: over the members a key type requires, `alg` not among them."""
    required = {name: value for name, value in jwk.items() if name != "alg"}
    return to_base64url(hashlib.sha256(canonical.write(required)).digest())


def from_spki(spki) -> Key:
    """A certificate's key, named by the SHA-256 of its SubjectPublicKeyInfo; it signs in CMS only."""
    der = base64_standard(spki)
    if not der:
        raise BadKey("spki is not base64")
    return Key(to_base64url(hashlib.sha256(der).digest()))


def from_jwk(jwk) -> Key:
    """The key of a `jwk` member."""
    alg = jwk.get("alg") if type(jwk) is dict else None
    if type(alg) is not str:
        raise BadKey("jwk is not an object with an alg")
    if alg not in ALGORITHMS:
        raise UnlistedAlgorithm("jwk: alg is not listed")
    if set(jwk) != _SHAPES[alg] or not all(type(value) is str for value in jwk.values()):
        raise BadKey(f"jwk has other members than its alg {alg} wants")
    public = {"Ed25519": _ed25519, "ES256": _p256, "RS256": _rsa, "PS256": _rsa}[alg](jwk)
    return Key(thumbprint(jwk), alg, public)


def _field(jwk: dict, name: str, length: int | None = None) -> bytes:
    data = base64url(jwk[name])
    if not data or (length is not None and len(data) != length):
        raise BadKey(f"jwk: {name} is not base64url of the right length")
    return data


def _ed25519(jwk: dict):
    if (jwk["kty"], jwk["crv"]) != ("OKP", "Ed25519"):
        raise BadKey("jwk: kty and crv do not fit alg")
    public = ed25519.public_key(_field(jwk, "x", 32))
    if public is None:
        raise BadKey("jwk: x is not canonical, of small order, or not on the curve")
    return public


def _p256(jwk: dict):
    if (jwk["kty"], jwk["crv"]) != ("EC", "P-256"):
        raise BadKey("jwk: kty and crv do not fit alg")
    x, y = (int.from_bytes(_field(jwk, name, 32), "big") for name in ("x", "y"))
    try:
        return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    except ValueError:
        raise BadKey("jwk: the point is not on P-256") from None


def _rsa(jwk: dict):
    n = _field(jwk, "n")
    modulus = int.from_bytes(n, "big")
    if jwk["kty"] != "RSA" or jwk["e"] != "AQAB" or n[0] == 0:
        raise BadKey("jwk: kty is not RSA, e is not 65537, or n has a leading zero byte")
    if not 2048 <= modulus.bit_length() <= 4096 or modulus % 2 == 0:
        raise BadKey("jwk: n is not an odd number of 2048 to 4096 bits")
    try:
        return rsa.RSAPublicNumbers(65537, modulus).public_key()
    except ValueError:
        raise BadKey("jwk: not an RSA key") from None
