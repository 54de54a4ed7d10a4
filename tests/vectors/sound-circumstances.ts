import {
  decisionBytes,
  PLAN_ID,
  revisionBytes,
  revocationsOf,
  signerOf,
  trustIn,
} from "../support/bundles.ts";
import { encryptTo } from "../support/in-memory.ts";
import { rawZip, type RawEntry } from "../support/raw-zip.ts";
import { entriesOf, rezipped } from "../support/rezip.ts";
import { admitted, again, refused, type Drafts } from "./draft.ts";
import { IDENTITY_FILE, OTHER_IDENTITY_FILE } from "./identity-files.ts";
import { drawFrom } from "./fixed-randomness.ts";
import { bytesOf, recertified, small, smallInput, type Scene } from "./scene.ts";
import { secondSignature } from "./signature-forms.ts";
import { planBundle, receiptWith, type SoundBundles } from "./sound-bundles.ts";

/** Sound bundles at the edges of what is allowed. */
export async function* soundCircumstances(scene: Scene, sound: SoundBundles): Drafts {
  yield* onTheRoad(scene, sound);
  yield* ignoredMetadata(sound);
  yield* edgesOfTrust(scene, sound);
  yield* olderAndNewerPlans(scene, sound);
  yield* everyOutcome(scene);
}

async function* onTheRoad({ desk, root }: Scene, { submission }: SoundBundles): Drafts {
  drawFrom("encrypted submission");
  const file = await encryptTo([root.age.recipient, desk.age.recipient], submission.bytes);
  const encrypted = admitted("submission-encrypted", "Encrypted to two recipients, opened by one.", file, {
    identity: IDENTITY_FILE,
  });
  yield encrypted;
  yield again(encrypted, "cannot-decrypt", "The same file with an identity it is not addressed to.", {
    identity: OTHER_IDENTITY_FILE,
  });
  yield again(encrypted, "cannot-decrypt", "The same file with no identity at all.", {});
}

async function* ignoredMetadata({ submission }: SoundBundles): Drafts {
  const entries: RawEntry[] = [...(await entriesOf(submission.bytes))].map(([name, bytes]) => ({
    name,
    bytes,
  }));
  yield admitted(
    "zip-metadata",
    "Times, attributes, entry comments and a timestamp extra field are ignored.",
    rawZip(
      entries.map((entry) => ({
        ...entry,
        local: { time: 0x12345678, extra: Buffer.from("5554050001aabbccdd", "hex") },
        central: { time: 1, attributes: 0xa1ff0000, comment: "样例" },
      })),
    ),
  );
  yield admitted("zip-order", "The order of entries is free.", rawZip(entries.toReversed()));
  yield admitted(
    "zip-flag",
    "Bit 11 may be missing where both headers agree.",
    rawZip(entries.map((entry) => ({ ...entry, local: { flags: 0 }, central: { flags: 0 } }))),
  );
}

async function* edgesOfTrust(scene: Scene, { submission }: SoundBundles): Drafts {
  const { suite, root, unit, stranger, fingerprint } = scene;
  yield admitted("submission", "One of several pinned roots is enough.", submission.bytes, {
    trust: [...trustIn(stranger).roots, fingerprint],
  });
  yield admitted(
    "second-signature",
    "Another valid signature over the same manifest: the same bundle by its digest.",
    await rezipped(submission.bytes, (entries) => {
      const manifest = entries.get("manifest.json") ?? Buffer.of();
      entries.set("manifest.sig", secondSignature(suite, unit.privateKey, manifest));
    }),
  );
  for (const [name, createdAt] of [
    ["first", "2024-01-01T00:00:00.000Z"],
    ["last", "2026-12-31T23:59:59.999Z"],
  ] as const) {
    const { bytes } = await small(scene, { createdAt });
    yield admitted(`${name}-instant`, `Written in the ${name} instant of the signer's certificate.`, bytes);
  }
  const notAfter = "2024-01-31T00:00:00.000Z";
  const expiredRoot = { ...signerOf(unit, root), root: recertified(root, root, { notAfter }) };
  yield admitted(
    "root-expired",
    "Only the signer's certificate limits the time: the root's has ended before.",
    await bytesOf(smallInput(scene, { signer: expiredRoot })),
  );
}

async function* olderAndNewerPlans(scene: Scene, { submission }: SoundBundles): Drafts {
  const old = admitted("submission", "Written under an older version than the one known.", submission.bytes, {
    known: ["plan-2"],
  });
  yield old;
  yield again(old, "newer-plan", "No plan is known yet.", { known: [] });
  const plan = { id: PLAN_ID, version: 2 };
  const revisions = [revisionBytes(scene.unit, "1", { planVersion: 2 })];
  const newer = await bytesOf(smallInput(scene, { plan, content: { revisions } }));
  const held = refused(
    "newer-plan",
    "submission",
    "Written under version 2, only version 1 is known.",
    newer,
  );
  yield held;
  yield again(held, null, "The same bundle once version 2 is known.", { known: ["plan-1", "plan-2"] });
  yield refused(
    "newer-plan",
    "receipt",
    "A receipt under version 3 waits for it too.",
    await bytesOf(receiptWith(scene, {}, { plan: { id: PLAN_ID, version: 3 } })),
    { known: ["plan-1", "plan-2"] },
  );
  yield admitted(
    "plan-with-revocations",
    "A plan bundle that brings a list of revocations.",
    await bytesOf(planBundle(scene, 1, { revocations: revocationsOf(scene.root, 2, [submission.digest]) })),
    { known: [] },
  );
}

async function* everyOutcome(scene: Scene): Drafts {
  const judged = ["0".repeat(64)];
  const decided = (body: unknown, item: string) => decisionBytes(scene.desk, "", { body, item });
  const decisions = [
    decided({ outcome: "accepted", revisions: judged }, "indicator:T12-1/new-energy"),
    decided(
      { outcome: "returned", revisions: [...judged, "1".repeat(64)], comment: "请核对\n（样例）" },
      "task:2",
    ),
    decided({ outcome: "closed", revisions: judged }, "task:3"),
    decided(
      { outcome: "verified", revisions: judged, comment: "核", value: { inputs: { revenue: "3" } } },
      "indicator:T02-1",
    ),
    decided(
      { outcome: "published", value: { date: "2025-01-01", source: "样例", use: true, value: "3" } },
      "indicator:T02-1",
    ),
    decided({ outcome: "locked" }, "period"),
    decided({ outcome: "unlocked" }, "period"),
    decided({ outcome: "snapshot", value: { digest: "样例" } }, "period"),
  ];
  yield admitted(
    "receipt-with-every-outcome",
    "Decisions of every outcome in the form it takes.",
    await bytesOf(receiptWith(scene, { decisions })),
  );
}
