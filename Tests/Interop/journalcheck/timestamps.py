"""RFC 3161 timestamp tokens over checkpoints (format page §6), by the DER of RFC 5652 and RFC 3161 and `cryptography` for certificates and signatures."""

import datetime
import hashlib
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

_SHA256 = bytes.fromhex("608648016503040201")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_TST_INFO = bytes.fromhex("2a864886f70d0109100104")
_MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")


class BadToken(ValueError):
    """Not a token, or one that does not hold."""


@dataclass(frozen=True)
class Element:
    """A DER element: its tag, its content, and all of its bytes."""

    tag: int
    content: bytes
    whole: bytes

    def children(self) -> list["Element"]:
        return elements(self.content)


def elements(data: bytes) -> list[Element]:
    """The DER elements that `data` is made of."""
    made, at = [], 0
    while at < len(data):
        start, tag = at, data[at]
        if at + 2 > len(data):
            raise BadToken("cut off")
        length, at = data[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            if not 1 <= count <= 3 or at + count > len(data):
                raise BadToken("a length that DER has not")
            length, at = int.from_bytes(data[at : at + count]), at + count
        if at + length > len(data):
            raise BadToken("cut off")
        made.append(Element(tag, data[at : at + length], data[start : at + length]))
        at += length
    return made


@dataclass(frozen=True)
class Token:
    """A token as read. Nothing is known of its truth until `verify` has passed."""

    info: bytes
    imprint: bytes
    time: datetime.datetime
    certificates: list[x509.Certificate]
    serial: int
    signed_attributes: bytes
    message_digest: bytes
    signature: bytes

    def verify(self, text: bytes, authorities: list[x509.Certificate]) -> None:
        """Fails unless the token is over `text` and made by an authority that one of `authorities` has certified for it."""
        if self.imprint != hashlib.sha256(text).digest():
            raise BadToken("it is over something else")
        if self.message_digest != hashlib.sha256(self.info).digest():
            raise BadToken("the signed digest is of something else")
        signer = next((each for each in self.certificates if each.serial_number == self.serial), None)
        if signer is None:
            raise BadToken("the signer's certificate is not in it")
        usage = signer.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
        if list(usage.value) != [x509.ExtendedKeyUsageOID.TIME_STAMPING] or not usage.critical:
            raise BadToken("the certificate is not for timestamps")
        if not signer.not_valid_before_utc <= self.time <= signer.not_valid_after_utc:
            raise BadToken("the certificate was not valid then")
        if not any(_issued(signer, authority) for authority in authorities):
            raise BadToken("no authority that is trusted made it")
        try:
            _verify(signer.public_key(), self.signature, self.signed_attributes)
        except InvalidSignature:
            raise BadToken("its signature does not verify") from None


def _issued(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _verify(key, signature: bytes, message: bytes) -> None:
    if isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, message, ec.ECDSA(hashes.SHA256()))
    elif isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
    else:
        raise BadToken("a key of another kind")


def token(data: bytes) -> Token:
    """The token that `data` is, or that the response `data` has in it."""
    try:
        outer = elements(data)
        if len(outer) != 1:
            raise BadToken("not one object")
        content = outer[0].children()
        if content[0].tag == 0x30:
            content = content[1].children()
        if content[0].content != _SIGNED_DATA:
            raise BadToken("no SignedData")
        signed = content[1].children()[0].children()
        kind, explicit = signed[2].children()[:2]
        if kind.content != _TST_INFO:
            raise BadToken("no TSTInfo")
        info = explicit.children()[0].content
        fields = elements(info)[0].children()
        algorithm, imprint = fields[2].children()
        if algorithm.children()[0].content != _SHA256:
            raise BadToken("over another hash than SHA-256")
        time = datetime.datetime.strptime(fields[4].content.decode("ascii")[:14], "%Y%m%d%H%M%S")
        certificates = [x509.load_der_x509_certificate(each.whole) for each in signed[3].children()]
        (signer,) = signed[-1].children()
        parts = signer.children()
        digest = next(
            each.children()[1].children()[0].content
            for each in parts[3].children()
            if each.children()[0].content == _MESSAGE_DIGEST
        )
        return Token(
            info=info,
            imprint=imprint.content,
            time=time.replace(tzinfo=datetime.timezone.utc),
            certificates=certificates,
            serial=int.from_bytes(parts[1].children()[1].content),
            # Signed as a SET OF, though it stands there under a tag of its own (RFC 5652 §5.4).
            signed_attributes=b"\x31" + parts[3].whole[1:],
            message_digest=digest,
            signature=parts[5].content,
        )
    except BadToken:
        raise
    except (IndexError, ValueError, StopIteration) as error:
        raise BadToken(f"not a timestamp token: {error}") from None


def authorities(path: Path) -> list[x509.Certificate]:
    """The certificates of a PEM file."""
    return x509.load_pem_x509_certificates(path.read_bytes())
