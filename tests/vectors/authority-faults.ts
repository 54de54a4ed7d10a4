import {
  decisionBytes,
  OFFICE_UNIT,
  revocationsOf,
  revisionBytes,
  signerOf,
  trustIn,
  type Laptop,
} from "../support/bundles.ts";
import { setJson } from "./changes.ts";
import { admitted, again, refused, type Drafts } from "./draft.ts";
import { bytesOf, recertified, resealedBy, signerWith, small, smallInput, type Scene } from "./scene.ts";
import { planBundle, receiptWith, requestOf, type SoundBundles } from "./sound-bundles.ts";

/** `expired-certificate`, `revoked`, `wrong-role`. */
export async function* authorityFaults(scene: Scene, sound: SoundBundles): Drafts {
  yield* outsideTheCertificate(scene);
  yield* revocations(scene, sound);
  yield* roles(scene, sound);
}

async function* outsideTheCertificate(scene: Scene): Drafts {
  const before = await small(scene, { createdAt: "2023-12-31T23:59:59.999Z" });
  yield refused(
    "expired-certificate",
    "before",
    "Written a millisecond before the certificate begins.",
    before.bytes,
  );
  const after = await small(scene, { createdAt: "2027-01-01T00:00:00.000Z" });
  yield refused(
    "expired-certificate",
    "after",
    "Written a millisecond after the certificate ends.",
    after.bytes,
  );
}

async function* revocations(scene: Scene, { submission, exchange }: SoundBundles): Drafts {
  const { root, stranger, fingerprint } = scene;
  const list = async (keep: readonly string[], { by = root, serial = 2 } = {}) =>
    bytesOf(
      planBundle(by === root ? scene : { ...scene, root: by }, 1, {
        revocations: revocationsOf(by, serial, keep),
      }),
    );
  const none = { known: [] };
  const later = await small(scene, { sequence: 2, previous: submission.digest });
  const unkept = refused(
    "revoked",
    "after",
    "Written by a laptop that a known list revokes, and not kept.",
    later.bytes,
    {
      known: ["plan-with-revocations"],
    },
  );
  yield unkept;
  yield again(
    { ...unkept, name: "submission", bytes: submission.bytes },
    null,
    "Of the same laptop, and kept by that list.",
    {
      known: ["plan-with-revocations"],
    },
  );
  yield again(
    { ...unkept, name: "exchange", bytes: exchange.bytes },
    null,
    "Of another laptop than the one revoked.",
    {
      known: ["plan-with-revocations"],
    },
  );
  yield admitted(
    "revocations-without-keep",
    "A plan bundle with a list that keeps nothing.",
    await list([]),
    none,
  );
  yield admitted(
    "revocations-keep-later",
    "A plan bundle with a list that keeps the second bundle.",
    await list([later.digest]),
    none,
  );
  yield again(unkept, null, "All lists are united: a later one keeps it.", {
    known: ["plan-with-revocations", "revocations-keep-later"],
  });
  yield again(
    { ...unkept, name: "submission", bytes: submission.bytes },
    null,
    "All lists are united: one that keeps nothing takes nothing back.",
    {
      known: ["plan-with-revocations", "revocations-without-keep"],
    },
  );
  yield again(
    { ...unkept, name: "submission", bytes: submission.bytes },
    "revoked",
    "A list that keeps nothing.",
    {
      known: ["revocations-without-keep"],
    },
  );
  const both = [...trustIn(stranger).roots, fingerprint];
  yield admitted(
    "revocations-of-stranger",
    "A plan bundle of another root, which revokes the same serial there.",
    await list([], { by: stranger }),
    { known: [], trust: both },
  );
  yield again(
    { ...unkept, name: "submission", bytes: submission.bytes },
    null,
    "Serials are counted per root: another root's list revokes nothing here.",
    {
      known: ["revocations-of-stranger"],
      trust: both,
    },
  );
  yield refused(
    "revoked",
    "by-itself",
    "A receipt whose own list revokes the office laptop that signs it.",
    await bytesOf(receiptWith(scene, { revocations: revocationsOf(root, 1) })),
  );
}

async function* roles(scene: Scene, { grant }: SoundBundles): Drafts {
  const { root, desk, unit } = scene;
  const wrongRole = (name: string, what: string, bytes: Uint8Array) =>
    refused("wrong-role", name, what, bytes);
  const by = (laptop: Laptop) => signerOf(laptop, root);
  const empty = { content: {} };
  yield wrongRole(
    "office-for-unit",
    "The office submits for a unit.",
    await bytesOf(smallInput(scene, { ...empty, signer: by(desk) })),
  );
  yield wrongRole(
    "root-for-office",
    "The root submits for the office.",
    await bytesOf(smallInput(scene, { ...empty, signer: by(root), unit: OFFICE_UNIT })),
  );
  yield wrongRole(
    "exchange-by-office",
    "The office writes an exchange for a unit.",
    await bytesOf({ ...smallInput(scene, { ...empty, signer: by(desk) }), kind: "exchange" }),
  );
  const decisions = [decisionBytes(unit, revisionBytes(unit, "1").id)];
  for (const kind of ["receipt", "recovery", "office-exchange"] as const) {
    const input = receiptWith(scene, {}, { signer: by(unit) });
    const content = kind === "receipt" ? { ...input.content, decisions } : { decisions };
    yield wrongRole(
      `${kind}-by-unit`,
      `A unit's laptop writes a bundle of kind ${kind}.`,
      await bytesOf({ ...input, kind, content }),
    );
  }
  yield wrongRole(
    "receipt-by-root",
    "The root writes a receipt.",
    await bytesOf(receiptWith(scene, {}, { signer: by(root) })),
  );
  yield wrongRole(
    "plan-by-office",
    "The office signs a plan.",
    await bytesOf({ ...planBundle(scene, 1), signer: by(desk) }),
  );
  yield wrongRole(
    "plan-by-unit",
    "A unit's laptop signs a plan.",
    await bytesOf({ ...planBundle(scene, 1), signer: by(unit) }),
  );
  yield wrongRole(
    "grant-by-office",
    "The office signs a grant.",
    await resealedBy(desk, grant.bytes, (entries, manifest) => {
      entries.set("signer.json", desk.certificate.bytes);
      entries.set("signer.sig", desk.certificate.signature);
      manifest["device"] = desk.device;
    }),
  );
  yield wrongRole(
    "role-root",
    "A certificate with the role root makes no root of another key.",
    await bytesOf({
      ...planBundle(scene, 1),
      signer: signerWith(unit, root, recertified(unit, root, { role: "root" })),
    }),
  );
  yield wrongRole(
    "root-of-other-role",
    "A pinned key whose own certificate has the role office.",
    await bytesOf(
      smallInput(scene, { signer: { ...by(unit), root: recertified(root, root, { role: "office" }) } }),
    ),
  );
  yield wrongRole(
    "granted-root",
    "A grant of the role root.",
    await resealedBy(root, grant.bytes, (entries) => {
      const certificate = recertified(unit, root, { role: "root" });
      const certificateSignature = Buffer.from(certificate.signature).toString("base64");
      setJson(entries, "grant.json", { certificate: certificate.certificate, certificateSignature });
    }),
  );
  const asked = requestOf(scene);
  const key = { ...scene.applicant, device: "", certificate: asked.signer.certificate };
  yield refused(
    "wrong-role",
    "request-of-root",
    "A request under a certificate that says root.",
    await bytesOf({
      ...asked,
      signer: { ...asked.signer, certificate: recertified(key, key, { role: "root" }) },
    }),
    { known: [] },
  );
}
