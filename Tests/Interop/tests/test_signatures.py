"""Signatures and keys: the four algorithms, and every way in which one of them must fail."""

import hashlib
import unittest

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .maker import Maker, Signer, codes
from journalcheck import canonical, ed25519, keys, tree
from journalcheck.spellings import base64url, to_base64url

MESSAGE = b"an act"
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
SIGNERS = {alg: Signer(f"signer {alg}", alg) for alg in keys.ALGORITHMS}


def add(a, b):
    """The sum of two points of edwards25519 (RFC 8032 §5.1.4), affine."""
    (x1, y1), (x2, y2) = a, b
    p, product = ed25519.P, ed25519.D * x1 * x2 * y1 * y2
    return ((x1 * y2 + x2 * y1) * pow(1 + product, -1, p) % p, (y1 * y2 + x1 * x2) * pow(1 - product, -1, p) % p)


class Algorithms(unittest.TestCase):
    def test_each_verifies_what_it_signed_and_nothing_else(self):
        for alg, signer in SIGNERS.items():
            with self.subTest(alg):
                key = keys.from_jwk(signer.jwk)
                signature = signer.sign(MESSAGE)
                self.assertEqual(key.kid, signer.kid)
                self.assertTrue(key.verifies(signature, MESSAGE))
                self.assertFalse(key.verifies(signature, MESSAGE + b"!"))
                for at in range(len(signature)):
                    self.assertFalse(
                        key.verifies(signature[:at] + bytes([signature[at] ^ 1]) + signature[at + 1 :], MESSAGE)
                    )
                for other in (b"", signature[:-1], signature + b"\0", b"\0" + signature):
                    self.assertFalse(key.verifies(other, MESSAGE))

    def test_pss_wants_a_salt_of_32_bytes(self):
        key = keys.from_jwk(SIGNERS["PS256"].jwk)
        for salt in (0, 20, 31, 33):
            self.assertFalse(key.verifies(SIGNERS["PS256"].sign(MESSAGE, salt=salt), MESSAGE))

    def test_one_rsa_padding_is_not_the_other(self):
        signer = SIGNERS["PS256"]
        as_rs256 = keys.from_jwk({**signer.jwk, "alg": "RS256"})
        self.assertFalse(as_rs256.verifies(signer.sign(MESSAGE), MESSAGE))

    def test_es256_wants_r_and_s_from_1_to_the_order_less_1(self):
        key, signature = keys.from_jwk(SIGNERS["ES256"].jwk), SIGNERS["ES256"].sign(MESSAGE)
        r, s = signature[:32], signature[32:]
        self.assertTrue(key.verifies(r + (P256_ORDER - int.from_bytes(s, "big")).to_bytes(32, "big"), MESSAGE))
        for bad in (0, P256_ORDER, 2**256 - 1):
            self.assertFalse(key.verifies(bad.to_bytes(32, "big") + s, MESSAGE))
            self.assertFalse(key.verifies(r + bad.to_bytes(32, "big"), MESSAGE))


class Ed25519(unittest.TestCase):
    def test_the_small_order_table_is_the_eight_points_that_eight_times_are_neutral(self):
        points = set()
        for y in ed25519.SMALL_ORDER_Y:
            x = ed25519.x_coordinate(y.to_bytes(32, "little"))
            for each in ((x, y), (-x % ed25519.P, y)):
                multiple = each
                for _ in range(3):
                    multiple = add(multiple, multiple)
                self.assertEqual(multiple, (0, 1))
                points.add(each)
        self.assertEqual(len(points), 8)

    def test_small_order_and_noncanonical_points_are_no_keys(self):
        encodings = [y + sign for y in ed25519.SMALL_ORDER_Y for sign in (0, 2**255)]
        encodings += [y + ed25519.P + sign for y in range(19) for sign in (0, 2**255)]
        for number in encodings:
            self.assertIsNone(ed25519.public_key(number.to_bytes(32, "little")))
        not_on_the_curve = next(y for y in range(2, 50) if not ed25519.on_curve(y.to_bytes(32, "little")))
        self.assertIsNone(ed25519.public_key(not_on_the_curve.to_bytes(32, "little")))

    def test_a_signature_with_r_of_small_order_is_refused_though_the_equation_holds(self):
        # R neutral and S = h a: the equation S B = R + h A holds, which the library takes.
        seed = hashlib.sha256(b"small R").digest()
        expanded = hashlib.sha512(seed).digest()
        scalar = int.from_bytes(expanded[:32], "little") & (2**254 - 8) | 2**254
        signer = Signer("small R")
        public = base64url(signer.jwk["x"])
        r = (1).to_bytes(32, "little")
        h = int.from_bytes(hashlib.sha512(r + public + MESSAGE).digest(), "little")
        signature = r + (h * scalar % ed25519.ORDER).to_bytes(32, "little")
        Ed25519PublicKey.from_public_bytes(public).verify(signature, MESSAGE)
        self.assertFalse(keys.from_jwk(signer.jwk).verifies(signature, MESSAGE))

    def test_s_not_below_the_group_order_is_refused(self):
        signer = SIGNERS["Ed25519"]
        signature = signer.sign(MESSAGE)
        raised = int.from_bytes(signature[32:], "little") + ed25519.ORDER
        self.assertFalse(keys.from_jwk(signer.jwk).verifies(signature[:32] + raised.to_bytes(32, "little"), MESSAGE))


class Jwk(unittest.TestCase):
    def test_a_key_of_another_shape_is_refused(self):
        ed, ec, rsa = (SIGNERS[alg].jwk for alg in ("Ed25519", "ES256", "RS256"))
        n = int.from_bytes(base64url(rsa["n"]), "big")
        short = to_base64url((n >> 1 | 1).to_bytes(256, "big").lstrip(b"\0"))
        long = to_base64url((n << 2049 | 1).to_bytes(513, "big").lstrip(b"\0"))
        off = to_base64url(bytes([base64url(ec["y"])[0] ^ 1]) + base64url(ec["y"])[1:])
        for bad in (
            {**ed, "kid": "x"},
            {**ed, "d": "x"},
            {**ed, "use": "sig"},
            {name: ed[name] for name in ("alg", "crv", "kty")},
            {**ed, "alg": "EdDSA"},
            {**ed, "kty": "EC"},
            {**ed, "crv": "Ed448"},
            {**ed, "x": ed["x"][:-1]},
            {**ed, "x": ed["x"] + "="},
            {**ed, "x": to_base64url(b"\0" * 32)},
            {**ed, "x": to_base64url(b"\xff" * 32)},
            {**ed, "x": 1},
            {**ed, "alg": None},
            {**ec, "y": off},
            {**ec, "crv": "P-384"},
            {**ec, "alg": "Ed25519"},
            {**ec, "x": to_base64url(b"\0" * 33)},
            {**rsa, "e": "Aw"},
            {**rsa, "e": "AAEAAQ"},
            {**rsa, "n": to_base64url(b"\0" + base64url(rsa["n"]))},
            {**rsa, "n": short},
            {**rsa, "n": long},
            {**rsa, "n": to_base64url((n + 1).to_bytes(256, "big"))},
            {**rsa, "n": ""},
            {**rsa, "kty": "OKP"},
            None,
            [],
            "jwk",
            {},
        ):
            with self.subTest(bad), self.assertRaises(keys.BadKey):
                keys.from_jwk(bad)

    def test_the_thumbprint_of_rfc_7638_section_3_1_comes_out(self):
        n = (
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMst"
            "n64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n9"
            "1CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
        )
        key = keys.from_jwk({"alg": "RS256", "e": "AQAB", "kty": "RSA", "n": n})
        self.assertEqual(key.kid, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")


class Headers(unittest.TestCase):
    def verdicts_with(self, sign):
        made = Maker()
        official = Signer("official")
        made.enrol(official, "authorisedPerson")
        made.add("apk.included", {}, official, sign=sign)
        return codes(made.read())

    def test_the_protected_header_is_exact_and_says_what_the_key_says(self):
        def with_header(**change):
            def sign(signer, payload):
                header = {"alg": "Ed25519", "kid": signer.kid, "typ": "registry-act+jws", **change}
                return signer.jws(payload, {name: value for name, value in header.items() if value is not None})

            return sign

        stranger = Signer("stranger").kid
        for change, expected in (
            ({}, []),
            ({"typ": "JWS"}, ["invalid"]),
            ({"typ": None}, ["invalid"]),
            ({"b64": True}, ["invalid"]),
            ({"crit": ["b64"]}, ["invalid"]),
            ({"alg": "ES256"}, ["invalid"]),
            ({"alg": "EdDSA"}, ["invalid"]),
            ({"alg": "none"}, ["invalid"]),
            ({"kid": "short"}, ["invalid"]),
            ({"kid": stranger}, ["key-unknown"]),
            ({"kid": stranger, "alg": "ML-DSA-65"}, ["algorithm-unsupported"]),
        ):
            with self.subTest(change):
                self.assertEqual(self.verdicts_with(with_header(**change)), expected)

    def test_a_header_that_is_not_canonical_is_invalid(self):
        def sign(signer, payload):
            spelt = b'{"typ":"registry-act+jws","alg":"Ed25519","kid":"' + signer.kid.encode() + b'"}'
            protected = to_base64url(spelt)
            message = f"{protected}.{to_base64url(payload)}".encode()
            return {"protected": protected, "signature": to_base64url(signer.sign(message))}

        self.assertEqual(self.verdicts_with(sign), ["invalid"])

    def test_an_element_of_another_shape_makes_the_line_malformed(self):
        def altered(change):
            return lambda signer, payload: change(signer.jws(payload))

        for change in (
            lambda element: {**element, "header": {}},
            lambda element: {**element, "payload": ""},
            lambda element: {"signature": element["signature"]},
            lambda element: {**element, "signature": ""},
            lambda element: {**element, "signature": element["signature"] + "="},
            lambda element: element["signature"],
            lambda element: {"cms": "A" * 64},
        ):
            self.assertEqual(self.verdicts_with(altered(change)), ["line-malformed"])

    def test_a_cms_is_missing_evidence_or_beyond_this_reader_but_never_invalid(self):
        evidence = b"a CMS"
        digest = hashlib.sha256(evidence).hexdigest()
        made = Maker()
        made.add("apk.filed", {}, Signer("applicant"), sign=lambda signer, payload: {"cms": digest})
        for beside, verdict in (
            ({}, "evidence-missing"),
            ({f"x.evidence/{digest}.p7s": evidence}, "algorithm-unsupported"),
            ({f"x.evidence/{digest}.p7s": evidence + b"!"}, "evidence-missing"),
        ):
            report = made.read(beside=beside)
            self.assertEqual(codes(report), [verdict])
            self.assertEqual(report.as_json()["acts"], {"standing": 1, "annulled": 0, "undecided": 1})


class Tree(unittest.TestCase):
    def test_roots_are_those_of_the_recursive_definition(self):
        def root(leaves):
            if len(leaves) == 1:
                return leaves[0]
            split = 1 << (len(leaves) - 1).bit_length() - 1
            return tree.node_hash(root(leaves[:split]), root(leaves[split:]))

        leaves = [tree.leaf_hash(bytes([index])) for index in range(100)]
        found = tree.roots(leaves, set(range(1, 102)))
        self.assertEqual(found, {size: root(leaves[:size]) for size in range(1, 101)})

    def test_the_writer_refuses_what_has_no_canonical_spelling(self):
        for value in (1.5, 2**53, {1, 2}, b"bytes"):
            with self.assertRaises(ValueError):
                canonical.write(value)


if __name__ == "__main__":
    unittest.main()
