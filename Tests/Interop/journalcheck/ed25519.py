"""Ed25519, strictly (format page §4): canonical encodings, neither A nor R of small order, S below the group order.

`cryptography` decides the equation without cofactor and compares encodings; what it leaves open is judged here, on the
encodings alone.
"""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
_SQRT_MINUS_ONE = pow(2, (P - 1) // 4, P)

SMALL_ORDER_Y = frozenset(
    (
        1,  # the neutral element
        P - 1,  # order 2
        0,  # order 4
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,  # order 8
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,  # order 8
    )
)
"""The y coordinates of the eight points of small order; a point and its negative share one."""


def acceptable_encoding(encoded: bytes) -> bool:
    """Whether a point's encoding is canonical and not of small order.

    The other way to be not canonical, a sign bit with x = 0, occurs for y = 1 and y = -1 only: both of small order.
    """
    y = int.from_bytes(encoded, "little") & (2**255 - 1)
    return len(encoded) == 32 and y < P and y not in SMALL_ORDER_Y


def on_curve(encoded: bytes) -> bool:
    """Whether some x belongs to the encoded y (RFC 8032 §5.1.3)."""
    return x_coordinate(encoded) is not None


def x_coordinate(encoded: bytes) -> int | None:
    """The x of an encoded point, or None when there is none."""
    number = int.from_bytes(encoded, "little")
    y, sign = number & (2**255 - 1), number >> 255
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * v**3 * pow(u * v**7, (P - 5) // 8, P) % P
    if v * x * x % P != u:
        x = x * _SQRT_MINUS_ONE % P
    if v * x * x % P != u:
        return None
    return x if x & 1 == sign else -x % P


def public_key(encoded: bytes) -> Ed25519PublicKey | None:
    """The public key, or None when its encoding must be refused."""
    if not acceptable_encoding(encoded) or not on_curve(encoded):
        return None
    return Ed25519PublicKey.from_public_bytes(encoded)


def verifies(key: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    """Whether `signature` is a strict Ed25519 signature of `message` by a `key` from `public_key`."""
    if len(signature) != 64 or not acceptable_encoding(signature[:32]):
        return False
    if int.from_bytes(signature[32:], "little") >= ORDER:
        return False
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True
