#!/usr/bin/env python3
"""Judge one bundle (.tzb or .tzb.age) by docs/bundle-format.md, without the program.

Needs Python 3.9 or newer, `openssl` 3.0 and, for encrypted bundles, `age`.

    python3 verify-bundle.py FILE [--trust FINGERPRINT]... [--known FILE]...
                                  [--identity FILE] [--json]
    python3 verify-bundle.py --vectors bundle-vectors/vectors.json

--trust     the 64 digits that the office reads out (SHA-256 of the root's key);
            spaces are ignored. Without one nothing but an enrolment request,
            which vouches for itself alone, is ever admitted.
--known     a bundle received before. Those that are admitted lend their
            revocation lists and plan versions. Any number, in any order.
--identity  an age identity file that opens .tzb.age files.

Exit code: 0 admitted, 1 held or rejected, 2 not used rightly.
"""
import argparse
import base64
import binascii
import contextlib
import copy
import datetime
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib

MIB = 1 << 20
PIECE = MIB
MAX_BUNDLE = 512 * MIB
MAX_ENVELOPE = 2 * MIB              # what age may add to a bundle
MAX_ENTRIES = 10_000
MAX_RECORDS = 256 * MIB
MAX_ATTACHMENT = 64 * MIB
MAX_SMALL = 64 * 1024               # certificates and signatures
MAX_DOCUMENT = 16 * MIB
MAX_LINE = MIB
MAX_LEVELS = 4
MAX_INTEGER = (1 << 53) - 1
MAX_DEPTH = 8
MAX_PLAN_DEPTH = 32
AGE_LINE = b"age-encryption.org/v1\n"

# In the order in which they apply: the first one wins.
REASONS = {
    "not-a-bundle": "this is neither a bundle nor an age file",
    "cannot-decrypt": "the file is encrypted and no key at hand opens it",
    "damaged": "the file is truncated, altered or not laid out as a bundle",
    "too-large": "a limit on size or number is exceeded",
    "unexpected-entry": "the archive holds an entry it must not hold, or lacks one",
    "newer-format": "written for a newer version of the format",
    "unsupported-suite": "a suite that is not known here, or not the manifest's",
    "bad-encoding": "a key, a signature or a document is not in the one allowed form",
    "unknown-root": "the root of this bundle is not among those trusted",
    "bad-signature": "a signature does not hold",
    "digest-mismatch": "an entry is not the one that was signed",
    "expired-certificate": "created outside the validity of the signer's certificate",
    "revoked": "the signer's certificate is revoked and this bundle is not kept",
    "wrong-role": "the signer has not the role that this kind of bundle needs",
    "wrong-unit": "the signer or a record belongs to another unit or device",
    "wrong-plan": "something belongs to another plan, or alters a known plan version",
    "malformed-record": "a record, or what the records promise, is not well formed",
    "newer-plan": "it waits for its plan, in that version or a later one",
}
ORDER = list(REASONS)
RECORD_FILES = ("records/revisions.ndjson", "records/decisions.ndjson")
CERTIFICATES = ("root.json", "signer.json")

# kind: documents it must hold, whether it carries revisions, decisions,
# attachments and embedded bundles, and revocations.
KINDS = {
    "plan": ({"plan.json"}, {"revocations"}),
    "enrol-request": ({"request.json"}, set()),
    "enrol-grant": ({"grant.json"}, {"revocations"}),
    "submission": (set(), {"revisions", "attachments", "bundles"}),
    "exchange": (set(), {"revisions", "attachments"}),
    "receipt": ({"receipt.json"}, {"decisions", "bundles", "revocations"}),
    "recovery": (set(), {"decisions", "bundles", "revocations"}),
    "office-exchange": (set(), {"decisions", "bundles", "revocations"}),
}
WITHOUT_RECORDS = ("plan", "enrol-request", "enrol-grant")
SIGNATURES = ("manifest.sig", "signer.sig", "root.sig", "revocations.sig")
ATTACHMENT = re.compile(r"attachments/([0-9a-f]{64})")
EMBEDDED = re.compile(r"bundles/([0-9a-f]{64})\.tzb")
BAD_NAME = re.compile(r"\A\Z|\A/|/\Z|//|\\|\A[A-Za-z]:|(\A|/)\.\.?(/|\Z)")


class Refused(Exception):
    def __init__(self, reason, detail=""):
        super().__init__(reason)
        self.reason, self.detail = reason, detail


class Unusable(Exception):
    """Something outside the bundle is missing: a program, a file."""


class Findings:
    """Faults found in one step of the check; the earliest reason counts."""

    def __init__(self):
        self.reason, self.detail = None, ""

    def add(self, reason, detail):
        if self.reason is None or ORDER.index(reason) < ORDER.index(self.reason):
            self.reason, self.detail = reason, detail

    def check(self, fine, reason, detail):
        if not fine:
            self.add(reason, detail)

    def settle(self):
        if self.reason:
            raise Refused(self.reason, self.detail)


# Canonical JSON

FORBIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)


class NotCanonical(ValueError):
    pass


def utf16(text):
    return text.encode("utf-16-be", "surrogatepass")


def ascending(items, key=utf16):
    keys = [key(item) for item in items]
    return all(a < b for a, b in zip(keys, keys[1:]))


def too_deep(data, limit):
    """Count open brackets outside strings, without parsing."""
    outside = data.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')[::2]
    depth = 0
    for part in outside:
        for byte in part:
            if byte in b"[{":
                depth += 1
                if depth > limit:
                    return True
            elif byte in b"]}":
                depth -= 1
    return False


def parse_integer(text):
    if len(text) > 16 or not 0 <= int(text) <= MAX_INTEGER:
        raise NotCanonical("a number out of range")
    return int(text)


def refuse_number(text):
    raise NotCanonical("a number that is no integer")


def parse_object(pairs):
    """Members in canonical order, so that writing needs no sorting."""
    result = dict(sorted(pairs, key=lambda pair: utf16(pair[0])))
    if len(result) != len(pairs):
        raise NotCanonical("a member twice")
    for name in result:
        if name == "__proto__" or FORBIDDEN.search(name):
            raise NotCanonical("a forbidden member name")
    return result


def strings_in(value):
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)


def read_canonical(data, depth=MAX_DEPTH):
    if too_deep(data, depth):
        raise NotCanonical("nested too deep")
    try:
        value = json.loads(
            data.decode("utf-8"), object_pairs_hook=parse_object, parse_int=parse_integer,
            parse_float=refuse_number, parse_constant=refuse_number,
        )
    except NotCanonical:
        raise
    except (ValueError, RecursionError):
        raise NotCanonical("not JSON in UTF-8") from None
    if any(FORBIDDEN.search(text) for text in strings_in(value)):
        raise NotCanonical("a forbidden character")
    if write_canonical(value) != data:
        raise NotCanonical("not in canonical form")
    return value


def write_canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


# Shapes. A shape is a function from a value to whether it has that shape.

def matches(pattern):
    compiled = re.compile(pattern)
    return lambda v: isinstance(v, str) and compiled.fullmatch(v) is not None


def text(least, most):
    return lambda v: isinstance(v, str) and least <= len(v) <= most


def line(least, most):
    return lambda v: text(least, most)(v) and not re.search("[\n\t]", v)


def integer(least):
    return lambda v: type(v) is int and v >= least


def either(*shapes):
    return lambda v: any(shape(v) for shape in shapes)


def one_of(*values):
    return lambda v: any(type(v) is type(value) and v == value for value in values)


def list_of(shape, most, key=None, least=0):
    """A list, strictly ascending by `key` where one is given."""
    return lambda v: (
        isinstance(v, list) and least <= len(v) <= most
        and all(shape(item) for item in v) and (key is None or ascending(v, key))
    )


def members(required, optional={}, others=None, names=None):
    """An object with these members; `others` is the shape of any further one, `names` of its name."""
    shapes = {**required, **optional}

    def fits(v):
        if not isinstance(v, dict) or required.keys() - v.keys():
            return False
        if names and not all(names(name) for name in v):
            return False
        found = [(shapes.get(name, others), item) for name, item in v.items()]
        return all(shape is not None and shape(item) for shape, item in found)
    return fits


def date(v):
    if not DATE(v):
        return False
    try:                        # Python has no year 0; the year 400 has the same days
        datetime.date(int(v[:4]) or 400, int(v[5:7]), int(v[8:]))
    except ValueError:
        return False
    return True


def time(v):
    return TIME(v) and date(v[:10])


def recipient(v):
    """An X25519 recipient of age: Bech32 of 32 bytes with prefix `age`."""
    alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    if not isinstance(v, str) or not re.fullmatch("age1[%s]{58}" % alphabet, v):
        return False
    values = [alphabet.index(c) for c in v[4:]]
    check = 1
    for value in [ord(c) >> 5 for c in "age"] + [0] + [ord(c) & 31 for c in "age"] + values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            if top >> i & 1:
                check ^= generator
    return check == 1 and values[51] & 15 == 0


anything = lambda v: True
null = lambda v: v is None
boolean = lambda v: isinstance(v, bool)
count, positive = integer(0), integer(1)
DATE = matches(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = matches(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}\.[0-9]{3}Z")
HEX64, HEX32 = matches(r"[0-9a-f]{64}"), matches(r"[0-9a-f]{32}")
DIGEST = matches(r"(sha256|sm3):[0-9a-f]{64}")      # whether of the suite is told afterwards
DECIMAL = matches(r"(?!-0$)-?(0|[1-9][0-9]{0,17})(\.[0-9]{0,5}[1-9])?")
NAME = matches(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}")
UNIT = matches(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
PLAN_ID = matches(r"[a-z0-9][a-z0-9-]{0,62}")
PERIOD = matches(r"20[0-9]{2}(-(0[1-9]|1[0-2])|-Q[1-4])?")
PEM = matches(r"-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=]{1,64}\n){1,20}-----END PUBLIC KEY-----\n")
PLAN_VERSION = members({"id": PLAN_ID, "version": positive})
KNOWN_DIGESTS = {"ed25519-sha256": "sha256", "sm2-sm3": "sm3"}
OFFICERS = list_of(line(1, 60), 20, least=1)

# `format`, `suite` and `v` are looked at before; here they only may not be missing.
MANIFEST = members({
    "counts": members({"attachments": count, "decisions": count, "revisions": count}),
    "createdAt": time, "device": HEX32,
    "files": list_of(members({"digest": DIGEST, "path": line(1, 200), "size": count}),
                     10_000, lambda file: utf16(file["path"])),
    "format": anything, "kind": one_of(*KINDS),
    "people": members({}, {name: line(1, 60) for name in ("filler", "reviewer", "head", "office")}),
    "periods": list_of(PERIOD, 1000, utf16), "plan": PLAN_VERSION, "previous": either(null, DIGEST),
    "sequence": positive, "suite": one_of(*KNOWN_DIGESTS), "unit": either(null, UNIT), "v": one_of(1),
})
CERTIFICATE_MEMBERS = members({
    "device": HEX32, "encryption": recipient, "format": anything, "issuer": HEX64, "notAfter": time,
    "notBefore": time, "officers": OFFICERS, "plan": PLAN_ID, "publicKey": PEM,
    "role": one_of("root", "office", "reporter"), "serial": count, "suite": one_of(*KNOWN_DIGESTS),
    "unit": UNIT, "v": one_of(1),
})
CERTIFICATE = lambda v: CERTIFICATE_MEMBERS(v) and v["notBefore"] <= v["notAfter"]
REVOCATIONS = members({
    "format": anything, "plan": PLAN_ID, "v": one_of(1),
    "revoked": list_of(members({"keep": list_of(DIGEST, 100_000, utf16), "serial": positive}),
                       10_000, lambda row: row["serial"]),
})
RECEIVED = {"digest": DIGEST, "receivedAt": time}
RECEIPT = members({
    "format": anything, "v": one_of(1),
    "bundles": list_of(either(
        members({**RECEIVED, "status": one_of("merged")}),
        members({**RECEIVED, "status": one_of("rejected"), "reason": one_of(*ORDER[:-1])}),
    ), 10_000, lambda row: utf16(row["digest"])),
})
REQUEST = members({
    "device": HEX32, "encryption": recipient, "format": anything, "officers": OFFICERS,
    "plan": PLAN_VERSION, "publicKey": PEM, "role": one_of("office", "reporter"),
    "suite": one_of(*KNOWN_DIGESTS), "unit": UNIT, "v": one_of(1),
})
GRANT = members({
    "certificate": CERTIFICATE, "certificateSignature": text(0, 200), "format": anything,
    "office": members({"name": line(1, 200), "recipients": list_of(recipient, 50, utf16, least=1),
                       "unit": UNIT}),
    "plan": PLAN_VERSION, "request": DIGEST, "v": one_of(1),
})
# The rest of a plan is what plan.schema.json says; it is not judged here.
PLAN = members({"format": anything, "id": PLAN_ID, "v": one_of(1), "version": positive}, others=anything)
DOCUMENTS = {
    "manifest.json": ("taizhang-bundle", MANIFEST),
    "signer.json": ("taizhang-certificate", CERTIFICATE),
    "root.json": ("taizhang-certificate", CERTIFICATE),
    "plan.json": ("taizhang-plan", PLAN),
    "revocations.json": ("taizhang-revocations", REVOCATIONS),
    "receipt.json": ("taizhang-receipt", RECEIPT),
    "request.json": ("taizhang-enrol-request", REQUEST),
    "grant.json": ("taizhang-enrol-grant", GRANT),
}

REASON = text(1, 2000)
EVIDENCE = members({"name": line(1, 255), "sha256": HEX64, "size": count, "type": line(0, 100)})
ALONGSIDE = {
    "note": text(0, 4000),
    "correction": one_of("prior-correction", "enterprise-left", "definition-changed", "other"),
}
BODIES = {
    "task-progress": members({}, {
        "status": one_of("not-started", "in-progress", "completed", "not-applicable"),
        "progress": text(0, 4000), "problems": text(0, 4000), "next": text(0, 4000),
        "noProgress": one_of(True), "reason": REASON, "evidence": list_of(EVIDENCE, 100),
        "extension": members({"date": date, "reason": REASON}),
    }),
    "task-contact": members({}, {
        "department": line(0, 200), "leader": line(0, 60), "person": line(0, 60), "phone": line(0, 60),
    }),
    "indicator-value": either(
        members({"inputs": members({}, others=either(line(0, 200), boolean), names=NAME)}, ALONGSIDE),
        members({"notApplicable": REASON}, ALONGSIDE),
        members({"noData": members({"source": line(1, 200), "expected": date})}, ALONGSIDE),
    ),
    "register-row": members({
        "fields": members({}, others=text(0, 2000), names=NAME),
        "state": one_of("in-force", "ended", "withdrawn"),
    }, {"date": date, "reason": REASON}),
    "register-confirmation": members({"confirm": one_of("unchanged", "nil")}),
}
ITEMS = {
    "task-progress": matches(r"task:[1-9][0-9]{0,2}"),
    "task-contact": matches(r"contact:[1-9][0-9]{0,2}"),
    "indicator-value": matches(r"indicator:[A-Za-z0-9-]+(/[a-z0-9-]+)?"),
    "register-row": matches(r"register:[a-z0-9-]+/[^/]+"),
    "register-confirmation": matches(r"register:[a-z0-9-]+"),
}
PUBLISHED = members({"date": date, "source": line(1, 200), "use": boolean, "value": DECIMAL})
OF_PERIOD = ("locked", "unlocked", "snapshot")
OF_REVISIONS = ("accepted", "returned", "closed", "verified")
DECISION = members(
    {"outcome": one_of(*OF_REVISIONS, *OF_PERIOD, "published")},
    {"revisions": list_of(HEX64, 64, utf16), "comment": REASON, "value": anything})
RECORD = members({
    "at": time,
    "author": members({"name": line(1, 60), "role": one_of("filler", "reviewer", "head", "office")}),
    "body": anything, "device": HEX32, "format": one_of("taizhang-record"),
    "parents": list_of(HEX64, 64, utf16), "planVersion": positive,
    "subject": members({"item": line(1, 300), "period": PERIOD, "plan": PLAN_ID, "unit": UNIT}),
    "type": one_of("decision", *BODIES), "v": one_of(1),
})


def decision_fits(item, body):
    if not DECISION(body):
        return False
    outcome, revisions = body["outcome"], body.get("revisions", [])
    types = [kind for kind, shape in ITEMS.items() if shape(item)]
    if outcome in OF_PERIOD:
        return item == "period" and not revisions
    if not types or outcome in OF_REVISIONS and not revisions:
        return False
    if outcome in ("returned", "verified") and "comment" not in body:
        return False
    if outcome == "verified":
        return BODIES[types[0]](body.get("value"))
    return outcome != "published" or PUBLISHED(body.get("value"))


def record_fits(record):
    if not RECORD(record):
        return False
    item, kind = record["subject"]["item"], record["type"]
    if kind == "decision":
        return decision_fits(item, record["body"])
    return ITEMS[kind](item) and BODIES[kind](record["body"])


# Digests, keys and signatures

def run(command, **options):
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, **options)
    except FileNotFoundError:
        raise Unusable(f"the program `{command[0]}` is needed and not installed") from None


class Sm3ByOpenssl:
    """SM3 where Python's own hashlib has none."""

    def __init__(self):
        try:
            self.process = subprocess.Popen(
                ["openssl", "dgst", "-sm3", "-binary"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except FileNotFoundError:
            raise Unusable("the program `openssl` is needed and not installed") from None

    def update(self, data):
        self.process.stdin.write(data)

    def hexdigest(self):
        return self.process.communicate()[0].hex()


def new_digest(name):
    if name == "sha256":
        return hashlib.sha256()
    try:
        return hashlib.new("sm3")
    except ValueError:
        return Sm3ByOpenssl()


def digest_of(pieces, name):
    digest = new_digest(name)
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


ED_PREFIX = bytes.fromhex("302a300506032b6570032100")
ED_P = (1 << 255) - 19
ED_D = -121665 * pow(121666, -1, ED_P) % ED_P
ED_L = (1 << 252) + 27742317777372353535851937790883648493
SM2_PREFIX = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d03420004")
SM2_P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
SM2_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
SM2_N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
SM2_IDENTIFIER = "1234567812345678"


def ed25519_point(encoded):
    """The point (x, y), or None where these bytes are not its one encoding."""
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= ED_P:
        return None
    square = (y * y - 1) * pow(ED_D * y * y + 1, -1, ED_P) % ED_P
    x = pow(square, (ED_P + 3) // 8, ED_P)
    if (x * x - square) % ED_P:
        x = x * pow(2, (ED_P - 1) // 4, ED_P) % ED_P
    if (x * x - square) % ED_P or x == 0 and sign:
        return None
    return (x if x & 1 == sign else ED_P - x), y


def ed25519_of_small_order(point):
    """Three doublings bring a point of order 1, 2, 4 or 8 to the neutral one."""
    for _ in range(3):
        x, y = point
        product = ED_D * x * x * y * y % ED_P
        point = (
            2 * x * y * pow(1 + product, -1, ED_P) % ED_P,
            (y * y + x * x) * pow(1 - product, -1, ED_P) % ED_P,
        )
    return point == (0, 1)


def der_integer(value):
    body = value.to_bytes(value.bit_length() // 8 + 1, "big")
    return bytes([2, len(body)]) + body


VERIFIED = {}   # signatures asked about before: certificates come again and again


class PublicKey:
    def __init__(self, pem, suite):
        """Raise ValueError unless this is the one allowed form of a key of that suite."""
        self.pem, self.suite = pem, suite
        found = re.fullmatch(
            "-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PUBLIC KEY-----\n", pem)
        self.der = base64.b64decode(found.group(1), validate=False) if found else b""
        encoded = base64.b64encode(self.der).decode()
        lines = "\n".join(encoded[i:i + 64] for i in range(0, len(encoded), 64))
        if not found or lines != found.group(1):
            raise ValueError("not PEM in the one allowed form")
        good = self.is_ed25519() if suite == "ed25519-sha256" else self.is_sm2()
        if not good:
            raise ValueError("not a key of its suite in the one allowed form")
        self.fingerprint = hashlib.sha256(self.der).hexdigest()
        self.device = self.fingerprint[:32]

    def is_ed25519(self):
        if len(self.der) != 44 or not self.der.startswith(ED_PREFIX):
            return False
        point = ed25519_point(self.der[12:])
        return point is not None and not ed25519_of_small_order(point)

    def is_sm2(self):
        if len(self.der) != 91 or not self.der.startswith(SM2_PREFIX):
            return False
        x, y = int.from_bytes(self.der[27:59], "big"), int.from_bytes(self.der[59:], "big")
        return x < SM2_P and y < SM2_P and (y * y - x * x * x + 3 * x - SM2_B) % SM2_P == 0

    def verifies(self, data, signature):
        asked = (self.pem, hashlib.sha256(data).digest(), bytes(signature))
        if asked not in VERIFIED:
            VERIFIED[asked] = self.verifies_by_openssl(data, signature)
        return VERIFIED[asked]

    def verifies_by_openssl(self, data, signature):
        with tempfile.TemporaryDirectory() as folder:
            names = {}
            for name, content in (("key", self.pem.encode()), ("data", data), ("sig", signature)):
                names[name] = os.path.join(folder, name)
                with open(names[name], "wb") as out:
                    out.write(content)
            command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", names["key"],
                       "-rawin", "-in", names["data"], "-sigfile", names["sig"]]
            if self.suite == "sm2-sm3":
                command += ["-digest", "sm3", "-pkeyopt", "distid:" + SM2_IDENTIFIER]
            return run(command).returncode == 0


def signature_fits(signature, suite):
    if suite == "ed25519-sha256":
        return len(signature) == 64 and int.from_bytes(signature[32:], "little") < ED_L
    # SEQUENCE { INTEGER r, INTEGER s }, at most 72 bytes: read, write again, compare.
    if len(signature) < 8 or signature[0] != 0x30 or signature[2] != 2:
        return False
    length = signature[3]
    r, s = signature[4:4 + length], signature[6 + length:]
    if not 1 <= len(r) <= 33 or not 1 <= len(s) <= 33:
        return False
    r, s = int.from_bytes(r, "big"), int.from_bytes(s, "big")
    body = der_integer(r) + der_integer(s)
    return 0 < r < SM2_N and 0 < s < SM2_N and signature == bytes([0x30, len(body)]) + body


# The archive

class Window:
    """A stretch of an open file: a whole bundle, or one embedded in another."""

    def __init__(self, file, start, size):
        self.file, self.start, self.size = file, start, size

    def read(self, offset, length):
        self.file.seek(self.start + offset)
        data = self.file.read(max(0, min(length, self.size - offset)))
        if len(data) != length:
            raise Refused("damaged", "it ends too early")
        return data

    def part(self, offset, size):
        return Window(self.file, self.start + offset, size)

    def pieces(self):
        for offset in range(0, self.size, PIECE):
            yield self.read(offset, min(PIECE, self.size - offset))

    def whole(self):
        return self.read(0, self.size)


def limit_of(name):
    if name in RECORD_FILES:
        return MAX_RECORDS
    if ATTACHMENT.fullmatch(name):
        return MAX_ATTACHMENT
    if EMBEDDED.fullmatch(name):
        return MAX_BUNDLE
    return MAX_SMALL if name in CERTIFICATES or name in SIGNATURES else MAX_DOCUMENT


def check_extra(extra):
    while extra:
        if len(extra) < 4:
            raise Refused("damaged", "an extra field is cut off")
        kind, length = struct.unpack_from("<HH", extra)
        if kind in (0x0001, 0x7075) or len(extra) < 4 + length:
            raise Refused("damaged", "an extra field is not allowed")
        extra = extra[4 + length:]


def read_archive(window):
    """Check the whole archive and give its entries as windows by name."""
    if window.size < 22:
        raise Refused("damaged", "it ends too early")
    end = window.read(window.size - 22, 22)
    (mark, disk, start_disk, here, count, length, start, comment) = struct.unpack("<4s4H2IH", end)
    if (mark != b"PK\x05\x06" or disk or start_disk or here != count or comment
            or start + length != window.size - 22):
        raise Refused("damaged", "its end record is not in place")
    if window.size >= 42 and window.read(window.size - 42, 4) == b"PK\x06\x07":
        raise Refused("damaged", "it is ZIP64")

    rows, at = [], start
    for _ in range(count):
        head = window.read(at, 46)
        fields = struct.unpack("<4s6H3I5H2I", head)
        (mark, _, _, flags, method, _, _, crc, packed, size,
         name_length, extra_length, comment_length, _, _, _, offset) = fields
        name = window.read(at + 46, name_length)
        check_extra(window.read(at + 46 + name_length, extra_length))
        at += 46 + name_length + extra_length + comment_length
        if mark != b"PK\x01\x02" or flags not in (0, 0x800) or method or packed != size:
            raise Refused("damaged", "an entry is not stored plainly")
        rows.append((offset, struct.pack("<2H3I", flags, method, crc, packed, size), name))
    if at != window.size - 22:
        raise Refused("damaged", "its directory has another length than told")

    findings, entries, at = Findings(), {}, 0
    findings.check(count <= MAX_ENTRIES, "too-large", "more than 10,000 entries")
    for offset, told, raw in sorted(rows):
        if offset != at or at + 30 > start:
            raise Refused("damaged", "its entries do not lie end to end")
        (mark, _, flags, method, _, _, crc, packed, size, name_length,
         extra_length) = struct.unpack("<4s5H3I2H", window.read(at, 30))
        data = at + 30 + name_length + extra_length
        if (mark != b"PK\x03\x04" or told != struct.pack("<2H3I", flags, method, crc, packed, size)
                or data + size > start or window.read(at + 30, name_length) != raw):
            raise Refused("damaged", "an entry and the directory do not agree")
        check_extra(window.read(at + 30 + name_length, extra_length))
        at = data + size
        entry, found = window.part(data, size), 0
        for piece in entry.pieces():
            found = zlib.crc32(piece, found)
        if found != crc:
            raise Refused("damaged", "a checksum does not hold")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("damaged", "a name is not UTF-8") from None
        findings.check(size <= limit_of(name), "too-large", f"{name!a} is too large")
        if name in entries:
            findings.add("unexpected-entry", f"{name!a} is there twice")
        findings.check(not BAD_NAME.search(name), "unexpected-entry", f"{name!a} is no fit name")
        entries[name] = entry
    if at != start:
        raise Refused("damaged", "its entries do not reach its directory")
    return entries, findings


def open_envelope(path, identity, stack):
    """Decrypt into a nameless file, no more of it than a bundle may hold."""
    if not identity:
        raise Refused("cannot-decrypt", "no identity file was given")
    plain = stack.enter_context(tempfile.TemporaryFile())
    errors = stack.enter_context(tempfile.TemporaryFile())
    try:
        process = subprocess.Popen(
            ["age", "-d", "-i", identity, os.path.abspath(path)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors)
    except FileNotFoundError:
        raise Unusable("the program `age` is needed and not installed") from None
    with process:
        size = 0
        while True:
            piece = process.stdout.read(PIECE)
            size += len(piece)
            if size > MAX_BUNDLE:
                process.kill()
                raise Refused("too-large", "more than 512 MiB once decrypted")
            if not piece:
                break
            plain.write(piece)
    if process.returncode:
        errors.seek(0)
        message = errors.read(4096).decode("utf-8", "replace")
        if "no identity matched" in message or "passphrase" in message:
            raise Refused("cannot-decrypt", "it is not encrypted to this identity")
        if "reading \"" in message:
            raise Unusable("the identity file cannot be read by age")
        raise Refused("damaged", "its encryption does not hold")
    return Window(plain, 0, size)


def open_bundle(path, identity, stack):
    file = stack.enter_context(open(path, "rb"))
    size = os.fstat(file.fileno()).st_size
    if file.read(len(AGE_LINE)) != AGE_LINE:
        return Window(file, 0, size)
    if size > MAX_BUNDLE + MAX_ENVELOPE:
        raise Refused("too-large", "more than 512 MiB")
    return open_envelope(path, identity, stack)


# Judging one bundle

class Known:
    """What the verdict depends on besides the bundle: roots, revocations, plans."""

    def __init__(self, roots):
        self.roots = roots
        self.keeps = {}        # (root, serial) -> digests kept
        self.plans = {}        # (plan id, version) -> SHA-256 of its plan.json

    def copy(self):
        return copy.deepcopy(self)

    def add_revocations(self, keeps):
        for key, digests in keeps.items():
            self.keeps.setdefault(key, set()).update(digests)

    def latest(self, plan):
        return max((version for name, version in self.plans if name == plan), default=0)


class Bundle:
    def __init__(self, window, known):
        self.window, self.known = window, known
        self.manifest, self.digest, self.suite = None, None, None
        self.entries, self.documents, self.raw = {}, {}, {}
        self.keys = {}
        self.keeps, self.plan = {}, None      # what it tells others

    def judge(self):
        """Return (status, reason, detail)."""
        try:
            self.read_container()
            self.read_documents()
            self.check_signatures()
            self.check_digests()
            self.check_content()
        except Refused as refused:
            return "rejected", refused.reason, refused.detail
        wanted = self.manifest["plan"]
        if self.kind not in WITHOUT_RECORDS and self.known.latest(wanted["id"]) < wanted["version"]:
            return "held", "newer-plan", f"plan {wanted['id']}, version {wanted['version']}"
        return "admitted", None, ""

    # Container

    def read_container(self):
        if self.window.size < 4 or self.window.read(0, 4) not in (b"PK\x03\x04", b"PK\x05\x06"):
            raise Refused("not-a-bundle")
        if self.window.size > MAX_BUNDLE:
            raise Refused("too-large", "more than 512 MiB")
        self.entries, findings = read_archive(self.window)
        if findings.reason == "too-large":
            findings.settle()
        documents = Findings()
        self.read_document("manifest.json", documents)
        manifest = self.manifest = self.documents.get("manifest.json")
        required = {"manifest.json", "manifest.sig"}
        if manifest:
            self.kind, self.suite = manifest["kind"], manifest["suite"]
            self.hash = KNOWN_DIGESTS[self.suite]
            self.digest = self.hash + ":" + digest_of([self.raw["manifest.json"]], self.hash)
            required |= self.check_list(findings)
        for name in required - self.entries.keys():
            findings.add("unexpected-entry", f"{name} is missing")
        findings.check(("revocations.json" in self.entries) == ("revocations.sig" in self.entries),
                       "unexpected-entry", "revocations and their signature come together")
        findings.settle()
        self.findings = documents

    def check_list(self, findings):
        """Compare entries, list and kind; return the names this kind must hold."""
        listed = {file["path"] for file in self.manifest["files"]}
        present = self.entries.keys() - {"manifest.json", "manifest.sig"}
        for name in sorted(listed ^ present):
            findings.add("unexpected-entry", f"{name!a} is listed or present, not both")
        documents, parts = KINDS[self.kind]
        required = documents | {"signer.json", "signer.sig"}
        if self.kind != "enrol-request":
            required |= {"root.json", "root.sig"}
        allowed = set(required)
        for part in ("revisions", "decisions"):
            if part in parts:
                allowed.add(f"records/{part}.ndjson")
        if "revocations" in parts:
            allowed |= {"revocations.json", "revocations.sig"}
        for name in present - allowed:
            fine = (ATTACHMENT.fullmatch(name) and "attachments" in parts
                    or EMBEDDED.fullmatch(name) and "bundles" in parts)
            findings.check(fine, "unexpected-entry", f"{name!a} has no place in a {self.kind}")
        return required

    # Documents: format, suite, encoding

    def read_document(self, name, findings):
        entry = self.entries.get(name)
        if entry is None:
            return
        self.raw[name] = data = entry.whole()
        try:
            value = read_canonical(data, MAX_PLAN_DEPTH if name == "plan.json" else MAX_DEPTH)
        except NotCanonical as fault:
            findings.add("bad-encoding", f"{name}: {fault}")
            return
        expected, shape = DOCUMENTS[name]
        fine = self.head_fits(value, name, expected, findings)
        if fine and name == "grant.json":
            fine = self.head_fits(value.get("certificate"), "the granted certificate",
                                  "taizhang-certificate", findings)
        if fine and shape(value):
            self.documents[name] = value
        elif fine:
            findings.add("bad-encoding", f"{name}: a member is missing, unknown or of wrong form")

    def head_fits(self, value, name, expected, findings):
        """`format`, `v` and `suite` are told before anything else of a document."""
        if not isinstance(value, dict) or value.get("format") != expected:
            findings.add("bad-encoding", f"{name}: not a {expected}")
            return False
        if type(value.get("v")) is int and value["v"] > 1:
            findings.add("newer-format", f"{name} is version {value['v']}")
            return False
        suite = value.get("suite")
        if isinstance(suite, str) and (suite not in KNOWN_DIGESTS or suite != (self.suite or suite)):
            findings.add("unsupported-suite", f"{name}: {suite!a}")
            return False
        return True

    def read_documents(self):
        findings = self.findings
        for name in DOCUMENTS:
            if name != "manifest.json":
                self.read_document(name, findings)
        for name in CERTIFICATES:
            if name in self.documents:
                self.keys[name] = self.read_certificate(self.documents[name], name, findings)
        grant = self.documents.get("grant.json")
        if grant:
            self.read_certificate(grant["certificate"], "the granted certificate", findings)
        if self.manifest:
            self.check_encodings(findings)
        findings.settle()

    def read_certificate(self, value, name, findings):
        try:
            key = PublicKey(value["publicKey"], value["suite"])
        except (ValueError, binascii.Error) as fault:
            findings.add("bad-encoding", f"{name}: {fault}")
            return None
        findings.check(key.device == value["device"], "bad-encoding", f"{name}: not its key's device")
        findings.check((value["serial"] == 0) == (value["issuer"] == key.fingerprint),
                       "bad-encoding", f"{name}: serial 0 is for what issues itself")
        return key

    def check_encodings(self, findings):
        grant = self.documents.get("grant.json")
        digests = [file["digest"] for file in self.manifest["files"]]
        digests += [self.manifest["previous"]] if self.manifest["previous"] else []
        for row in self.documents.get("revocations.json", {}).get("revoked", []):
            digests += row["keep"]
        digests += [grant["request"]] if grant else []
        findings.check(all(digest.startswith(self.hash + ":") for digest in digests),
                       "bad-encoding", "a digest is not one of the suite")
        signatures = {name: self.entries[name].whole() for name in self.entries if name in SIGNATURES}
        if grant:
            encoded = grant["certificateSignature"]
            try:
                signatures["grant"] = base64.b64decode(encoded.encode("ascii"), validate=True)
            except ValueError:
                signatures["grant"] = b""
            findings.check(base64.b64encode(signatures["grant"]).decode() == encoded,
                           "bad-encoding", "the granted signature is not base64")
        for name, signature in signatures.items():
            findings.check(signature_fits(signature, self.suite),
                           "bad-encoding", f"{name}: not a signature in the one allowed form")
        self.signatures = signatures

    # Trust, signatures, digests

    def check_signatures(self):
        signer = self.keys["signer.json"]
        root = self.keys.get("root.json") or signer
        if self.kind != "enrol-request" and root.fingerprint not in self.known.roots:
            raise Refused("unknown-root", "its root is " + root.fingerprint)
        self.root = root.fingerprint
        signed = [(root, name[:-5], self.documents[name], self.raw[name])
                  for name in CERTIFICATES if name in self.documents]
        grant = self.documents.get("grant.json")
        if grant:
            certificate = grant["certificate"]
            signed.append((root, "grant", certificate, write_canonical(certificate)))
        if "revocations.json" in self.documents:
            signed.append((root, "revocations", None, self.raw["revocations.json"]))
        signed.append((signer, "manifest", None, self.raw["manifest.json"]))
        for key, name, certificate, data in signed:
            signature = self.signatures["grant" if name == "grant" else name + ".sig"]
            if certificate and certificate["issuer"] != key.fingerprint:
                raise Refused("bad-signature", f"{name}: issued by another key")
            if not key.verifies(data, signature):
                raise Refused("bad-signature", f"the signature over {name} does not hold")
        if self.manifest["device"] != signer.device:
            raise Refused("bad-signature", "the manifest names another device than the signer's")

    def check_digests(self):
        for file in self.manifest["files"]:
            path, entry = file["path"], self.entries[file["path"]]
            if (entry.size != file["size"]
                    or self.hash + ":" + digest_of(entry.pieces(), self.hash) != file["digest"]):
                raise Refused("digest-mismatch", path)
            found = ATTACHMENT.fullmatch(path)
            if found and digest_of(entry.pieces(), "sha256") != found.group(1):
                raise Refused("digest-mismatch", path)

    # Content

    def check_content(self):
        findings = Findings()
        manifest, signer = self.manifest, self.documents["signer.json"]
        if not signer["notBefore"] <= manifest["createdAt"] <= signer["notAfter"]:
            findings.add("expired-certificate", f"created {manifest['createdAt']}")
        self.check_revocation(findings, signer)
        self.check_role(findings, signer)
        if self.kind in ("plan", "enrol-grant", "receipt", "recovery"):
            findings.check((manifest["unit"] is None) == (self.kind == "plan"),
                           "wrong-unit", "a plan has no addressee, the others have one")
        else:
            findings.check(signer["unit"] == manifest["unit"],
                           "wrong-unit", "the certificate is another unit's")
        self.check_documents(findings)
        # What records say can only matter while no earlier reason stands.
        if not findings.reason or ORDER.index(findings.reason) > ORDER.index("wrong-role"):
            self.check_records(findings)
        findings.settle()

    def check_revocation(self, findings, signer):
        for row in self.documents.get("revocations.json", {}).get("revoked", []):
            self.keeps[self.root, row["serial"]] = set(row["keep"])
        lists = [source[self.root, signer["serial"]] for source in (self.keeps, self.known.keeps)
                 if (self.root, signer["serial"]) in source]
        if lists and not any(self.digest in kept for kept in lists):
            findings.add("revoked", f"certificate {signer['serial']}")

    def check_role(self, findings, signer):
        role, own_key = signer["role"], self.keys["signer.json"].fingerprint == self.root
        if "root.json" in self.documents:
            findings.check(self.documents["root.json"]["role"] == "root",
                           "wrong-role", "root.json is not a root's certificate")
        if self.kind in ("plan", "enrol-grant"):
            fine = role == "root" and own_key
        elif self.kind == "enrol-request":
            fine = role in ("office", "reporter")
        elif own_key:
            fine = False
        elif self.kind in ("submission", "exchange"):
            fine = role == "reporter" or role == "office" and signer["unit"] == self.manifest["unit"]
        else:
            fine = role == "office"
        findings.check(fine, "wrong-role", f"a {self.kind} signed by {role}")
        if "grant.json" in self.documents:
            findings.check(self.documents["grant.json"]["certificate"]["role"] != "root",
                           "wrong-role", "a root cannot be granted")

    def check_documents(self, findings):
        manifest, documents = self.manifest, self.documents
        plan, signer = manifest["plan"], documents["signer.json"]
        plans = [documents[name]["plan"] for name in CERTIFICATES if name in documents]
        request, grant = documents.get("request.json"), documents.get("grant.json")
        if request:
            findings.check(request["unit"] == manifest["unit"], "wrong-unit", "the request's unit")
            plans.append(request["plan"]["id"])
            same = ("device", "encryption", "officers", "publicKey", "role", "suite", "unit")
            findings.check(all(request[name] == signer[name] for name in same),
                           "malformed-record", "the request differs from its certificate")
        if grant:
            plans += [grant["certificate"]["plan"], grant["plan"]["id"]]
            findings.check(grant["certificate"]["unit"] == manifest["unit"],
                           "wrong-unit", "the granted certificate's unit")
        if "revocations.json" in documents:
            plans.append(documents["revocations.json"]["plan"])
        findings.check(all(name == plan["id"] for name in plans), "wrong-plan", "another plan")
        findings.check(not self.known.plans or any(name == plan["id"] for name, _ in self.known.plans),
                       "wrong-plan", "another plan than those known")
        if "plan.json" in documents:
            found = documents["plan.json"]
            key, digest = (found["id"], found["version"]), digest_of([self.raw["plan.json"]], "sha256")
            findings.check(key == (plan["id"], plan["version"]),
                           "wrong-plan", "plan.json is not the plan of the manifest")
            held = self.known.plans.get(key)
            findings.check(not held or digest in held,
                           "wrong-plan", "ALARM: another plan is known under this version")
            self.plan = key, digest

    def check_records(self, findings):
        cited, counts = {}, self.manifest["counts"]
        for part, name in zip(("revisions", "decisions"), RECORD_FILES):
            number = self.check_record_file(name, part, cited, findings) if name in self.entries else 0
            findings.check(number == counts[part], "malformed-record", f"not {counts[part]} {part}")
        attachments = {}
        for name, entry in self.entries.items():
            found = ATTACHMENT.fullmatch(name)
            if found:
                attachments[found.group(1)] = {entry.size}
        findings.check(len(attachments) == counts["attachments"],
                       "malformed-record", f"not {counts['attachments']} attachments")
        findings.check(attachments == cited, "malformed-record",
                       "the attachments are not exactly those that the revisions cite")

    def check_record_file(self, name, part, cited, findings):
        number, last = 0, ""
        for data in lines_of(self.entries[name]):
            if data is None:
                findings.add("malformed-record", f"{name}: a line is cut off or too long")
                continue
            number += 1
            where, identity = f"{name}, line {number}", hashlib.sha256(data).hexdigest()
            findings.check(last < identity, "malformed-record", where + ": not in order")
            last = identity
            try:
                record = read_canonical(data)
            except NotCanonical as fault:
                findings.add("malformed-record", f"{where}: {fault}")
                continue
            if not record_fits(record) or (record["type"] == "decision") != (part == "decisions"):
                findings.add("malformed-record", where + ": not a record of this kind")
                continue
            self.check_record(record, where, findings)
            for file in record["body"].get("evidence", []):
                if f"attachments/{file['sha256']}" in self.entries:
                    cited.setdefault(file["sha256"], set()).add(file["size"])
                else:
                    findings.add("malformed-record", f"{where}: cites a file that is not there")
        findings.check(number, "malformed-record", f"{name} is empty")
        return number

    def check_record(self, record, where, findings):
        manifest, subject = self.manifest, record["subject"]
        findings.check(record["device"] == manifest["device"], "wrong-unit", where + ": another device")
        findings.check(subject["plan"] == manifest["plan"]["id"], "wrong-plan", where + ": another plan")
        findings.check(record["planVersion"] <= manifest["plan"]["version"],
                       "malformed-record", where + ": of a later plan version")
        if self.kind != "office-exchange":
            findings.check(subject["unit"] == manifest["unit"], "wrong-unit", where + ": another unit")
            findings.check(subject["period"] in manifest["periods"],
                           "malformed-record", where + ": of a period not listed")


def lines_of(entry):
    """The lines of an entry; None for one that is too long or lacks its LF."""
    rest, too_long = b"", False
    for piece in entry.pieces():
        *whole, rest = (rest + piece).split(b"\n")
        for data in whole:
            yield None if too_long or len(data) > MAX_LINE else data
            too_long = False
        if len(rest) > MAX_LINE:
            rest, too_long = b"", True
    if rest or too_long:
        yield None


# Verdicts

def verdict(bundle, outcome):
    status, reason, detail = outcome
    manifest = bundle.manifest if bundle else None
    claims = {name: manifest[name] if manifest else None
              for name in ("kind", "unit", "device", "sequence")}
    return {"status": status, "reason": reason, **claims,
            "digest": bundle.digest if bundle else None, "detail": detail, "bundles": []}


def judge_window(window, known, level=1):
    """Judge a bundle and those inside it; return its verdict and all bundles judged."""
    bundle = Bundle(window, known)
    outcome = bundle.judge()
    result, judged = verdict(bundle, outcome), [(bundle, outcome)]
    # A revocation takes back what its signer made, not what others did.
    if (outcome[0] == "admitted" or outcome[1] == "revoked") and level < MAX_LEVELS:
        inside = known
        if outcome[0] == "admitted":
            inside = known.copy()
            inside.add_revocations(bundle.keeps)
        for name in sorted(name for name in bundle.entries if EMBEDDED.fullmatch(name)):
            found, more = judge_window(bundle.entries[name], inside, level + 1)
            result["bundles"].append({"entry": name, **found})
            judged += more
    return result, judged


def judge_file(path, known, identity):
    with contextlib.ExitStack() as stack:
        try:
            window = open_bundle(path, identity, stack)
        except Refused as refused:
            return verdict(None, ("rejected", refused.reason, refused.detail)), []
        return judge_window(window, known)


def learn(paths, known, identity):
    """Take what admitted bundles tell, until nothing new comes: the order of files does not matter.

    Lists are united. Where two plans differ under one version, both count.
    """
    before = None
    while before != (known.keeps, known.plans):
        before = copy.deepcopy((known.keeps, known.plans))
        judged = [one for path in paths for one in judge_file(path, known, identity)[1]]
        for bundle, outcome in judged:
            # A list is the root's word, whoever carries it.
            if outcome[0] == "admitted" or outcome[1] == "revoked":
                known.add_revocations(bundle.keeps)
            if outcome[0] == "admitted":
                if bundle.plan:
                    known.plans.setdefault(bundle.plan[0], set()).add(bundle.plan[1])


def in_words(result, indent=""):
    first = result["status"].capitalize()
    if result["reason"]:
        first += f", {result['reason']}: {REASONS[result['reason']]}"
    lines = [first + (f" ({result['detail']})." if result["detail"] else ".")]
    if result["kind"]:
        unit = f", unit {result['unit']}" if result["unit"] else ""
        lines.append(f"  It says: {result['kind']} no. {result['sequence']}{unit}, "
                     f"device {result['device']}")
        lines.append(f"  Bundle digest: {result['digest']}")
    if result["status"] == "admitted" and result["kind"] == "enrol-request":
        lines.append("  A request vouches only for itself: confirm the device by telephone.")
    for inner in result["bundles"]:
        lines += [f"  Inside, {inner['entry']}:"] + in_words(inner, "    ")
    return [indent + words for words in lines]


def for_machines(result):
    keys = ("status", "reason", "kind", "unit", "device", "sequence", "digest")
    return {**{key: result[key] for key in keys},
            "bundles": [for_machines(inner) for inner in result["bundles"]]}


def fingerprint(value):
    digits = value.replace(" ", "").lower()
    if not re.fullmatch("[0-9a-f]{64}", digits):
        raise argparse.ArgumentTypeError("a fingerprint has exactly 64 digits 0-9, a-f")
    return digits


def judge_vectors(index):
    """Judge every vector of the published index, each in its own circumstances."""
    folder = os.path.dirname(index)
    with open(index, encoding="utf-8") as text_file:
        vectors = json.load(text_file)["vectors"]
    results = []
    for vector in vectors:
        identity = os.path.join(folder, vector["identity"]) if "identity" in vector else None
        known = Known(frozenset(vector["trust"]))
        learn([os.path.join(folder, name) for name in vector["known"]], known, identity)
        result, _ = judge_file(os.path.join(folder, vector["file"]), known, identity)
        results.append({"file": vector["file"], "status": result["status"], "reason": result["reason"]})
    return results


def main():
    parser = argparse.ArgumentParser(description="Judge a bundle by docs/bundle-format.md.")
    parser.add_argument("file", metavar="FILE", nargs="?")
    parser.add_argument("--vectors", metavar="INDEX")
    parser.add_argument("--trust", type=fingerprint, action="append", default=[], metavar="FINGERPRINT")
    parser.add_argument("--known", action="append", default=[], metavar="FILE")
    parser.add_argument("--identity", metavar="FILE")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sys.stdout.reconfigure(errors="backslashreplace")
    if (options.file is None) == (options.vectors is None):
        parser.error("give one FILE, or --vectors INDEX")
    try:
        if options.vectors:
            print(json.dumps(judge_vectors(options.vectors)))
            return 0
        if options.identity:
            open(options.identity, "rb").close()
        known = Known(frozenset(options.trust))
        learn(options.known, known, options.identity)
        result, _ = judge_file(options.file, known, options.identity)
    except (OSError, MemoryError, Unusable) as fault:
        print(f"verify-bundle: {fault}", file=sys.stderr)
        return 2
    print(json.dumps(for_machines(result)) if options.json else "\n".join(in_words(result)))
    return 0 if result["status"] == "admitted" else 1


if __name__ == "__main__":
    sys.exit(main())
