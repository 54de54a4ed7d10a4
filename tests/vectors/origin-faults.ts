import {
  OTHER_UNIT,
  revisionBytes,
  revocationsOf,
  signerOf,
  trustIn,
  type Laptop,
} from "../support/bundles.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import { jsonOf, rezipped } from "../support/rezip.ts";
import { setJson } from "./changes.ts";
import { again, refused, type Drafts } from "./draft.ts";
import { bytesOf, recertified, resealedBy, signerWith, smallInput, type Scene } from "./scene.ts";
import { receiptWith, requestOf, type SoundBundles } from "./sound-bundles.ts";

/** `unknown-root` and `bad-signature`. */
export async function* originFaults(scene: Scene, sound: SoundBundles): Drafts {
  yield* unknownRoots(scene, sound);
  yield* signaturesOfOthers(scene, sound);
  yield* certificatesOfOthers(scene, sound);
  yield* otherSignedObjects(scene, sound);
}

async function* unknownRoots(
  { stranger, strangersUnit, ...scene }: Scene,
  { plan, submission }: SoundBundles,
): Drafts {
  const none = { known: [], trust: [] };
  const named = (name: string, bytes: Uint8Array) => refused("unknown-root", name, "", bytes);
  yield again(
    { ...named("", submission.bytes), name: "submission" },
    "unknown-root",
    "No root is pinned.",
    none,
  );
  yield again(
    { ...named("", submission.bytes), name: "submission" },
    "unknown-root",
    "Another root is pinned.",
    {
      known: [],
      trust: trustIn(stranger).roots,
    },
  );
  yield again(
    { ...named("", plan.bytes), name: "plan-1" },
    "unknown-root",
    "No bundle pins its own root, not even a plan.",
    none,
  );
  const signer = signerOf(strangersUnit, stranger);
  const revisions = [revisionBytes(strangersUnit, "1")];
  yield refused(
    "unknown-root",
    "stranger",
    "A submission for the same unit under a root that nobody pinned.",
    await bytesOf(smallInput({ ...scene, stranger, strangersUnit }, { signer, content: { revisions } })),
  );
}

async function* signaturesOfOthers(
  { unit, otherUnit, sister, suite }: Scene,
  { submission }: SoundBundles,
): Drafts {
  const elsewhere = suite.sign(unit.privateKey, Buffer.from("something else"));
  for (const name of ["manifest", "signer", "root"]) {
    yield refused(
      "bad-signature",
      `${name}-elsewhere`,
      `${name}.sig is the unit's signature of something else.`,
      await rezipped(submission.bytes, (entries) => void entries.set(`${name}.sig`, elsewhere)),
    );
  }
  for (const [name, laptop] of [
    ["other-unit", otherUnit],
    ["sister", sister],
  ] as const) {
    yield refused(
      "bad-signature",
      `by-${name}`,
      `The manifest of one laptop signed by another of the same root (${name.replace("-", " ")}).`,
      await resealedBy(laptop, submission.bytes, () => undefined),
    );
  }
  yield refused(
    "bad-signature",
    "manifest-changed",
    "One member of the manifest changed under the old signature.",
    await rezipped(submission.bytes, (entries) => setJson(entries, "manifest.json", { sequence: 2 })),
  );
  yield refused(
    "bad-signature",
    "device",
    "The manifest names a sister laptop's device.",
    await resealedBy(unit, submission.bytes, (_, manifest) => void (manifest["device"] = sister.device)),
  );
}

async function* certificatesOfOthers(scene: Scene, { submission }: SoundBundles): Drafts {
  const { unit, otherUnit, root, stranger, strangersUnit, fingerprint } = scene;
  for (const [name, what, changes] of [
    ["unit", "another unit", { unit: OTHER_UNIT }],
    ["role", "the role office", { role: "office" }],
    ["time", "a later end", { notAfter: "2036-12-31T23:59:59.999Z" }],
  ] as const) {
    yield refused(
      "bad-signature",
      `certificate-${name}`,
      `A laptop wrote ${what} into its certificate after it was issued.`,
      await resealedBy(unit, submission.bytes, (entries) => setJson(entries, "signer.json", changes)),
    );
  }
  const signedAs = async (laptop: Laptop, certificate: Laptop["certificate"]): Promise<Uint8Array> => {
    const revisions = [revisionBytes(laptop, "1")];
    return bytesOf(
      smallInput(scene, { signer: signerWith(laptop, root, certificate), content: { revisions } }),
    );
  };
  yield refused(
    "bad-signature",
    "chain",
    "A laptop issued a certificate itself: chains are one step.",
    await signedAs(
      otherUnit,
      recertified(otherUnit, unit, { issuer: fingerprint, unit: unit.certificate.certificate.unit }),
    ),
  );
  yield refused(
    "bad-signature",
    "self-issued",
    "A laptop certified itself beside the pinned root's certificate.",
    await signedAs(unit, recertified(unit, unit, { issuer: issuerOf(unit), serial: 0 })),
  );
  yield refused(
    "bad-signature",
    "issuer-of-other-root",
    "A certificate of another root beside the pinned root's certificate.",
    await signedAs(strangersUnit, strangersUnit.certificate),
  );
  yield refused(
    "bad-signature",
    "issuer-claimed",
    "A certificate that the pinned root signed but that names another issuer.",
    await signedAs(unit, recertified(unit, root, { issuer: trustIn(stranger).roots[0] ?? fingerprint })),
  );
  yield refused(
    "bad-signature",
    "root-changed",
    "The root's certificate was changed after it was signed.",
    await resealedBy(unit, submission.bytes, (entries) =>
      setJson(entries, "root.json", { officers: ["审核人乙"] }),
    ),
  );
}

/** The fingerprint of the laptop's own key. */
const issuerOf = (laptop: Laptop) => {
  const [own] = trustIn(laptop).roots;
  if (own === undefined) throw new Error("no fingerprint");
  return own;
};

async function* otherSignedObjects(scene: Scene, { request, grant }: SoundBundles): Drafts {
  const { root, desk, unit, otherUnit, suite } = scene;
  const { bytes } = revocationsOf(root, 2);
  const revocations = { bytes, signature: suite.sign(desk.privateKey, bytes) };
  yield refused(
    "bad-signature",
    "revocations",
    "Revocations that the office signed instead of the root.",
    await bytesOf(receiptWith(scene, { revocations })),
  );
  yield refused(
    "bad-signature",
    "granted",
    "A granted certificate under the signature of another certificate.",
    await resealedBy(root, grant.bytes, (entries) =>
      setJson(entries, "grant.json", {
        certificateSignature: Buffer.from(otherUnit.certificate.signature).toString("base64"),
      }),
    ),
  );
  yield refused(
    "bad-signature",
    "granted-by-office",
    "A granted certificate that the office signed instead of the root.",
    await resealedBy(root, grant.bytes, (entries) => {
      const { certificate } = jsonOf(entries, "grant.json");
      const signature = suite.sign(desk.privateKey, toCanonicalBytes(certificate));
      setJson(entries, "grant.json", { certificateSignature: Buffer.from(signature).toString("base64") });
    }),
  );
  const none = { known: [] };
  yield refused(
    "bad-signature",
    "request-by-other-key",
    "A request signed by another key than it asks for.",
    await resealedBy(unit, request.bytes, () => undefined),
    none,
  );
  const asked = requestOf(scene);
  yield refused(
    "bad-signature",
    "request-certified",
    "A request under a certificate that a root issued: it must be issued by its own key.",
    await bytesOf({
      ...asked,
      signer: { ...asked.signer, certificate: unit.certificate, privateKey: unit.privateKey },
    }),
    none,
  );
}
