import { OTHER_UNIT, PLAN_ID, revisionBytes, revocationsOf, signerOf } from "../support/bundles.ts";
import { encryptTo } from "../support/in-memory.ts";
import { rawZip, type RawEntry } from "../support/raw-zip.ts";
import { entriesOf, rezipped, type Entries } from "../support/rezip.ts";
import { entryOf, setJson, setText } from "./changes.ts";
import { refused, type Drafts } from "./draft.ts";
import { drawFrom } from "./fixed-randomness.ts";
import { IDENTITY_FILE } from "./identity-files.ts";
import { bytesOf, recertified, resealedBy, signerWith, small, smallInput, type Scene } from "./scene.ts";
import { inOtherForm } from "./signature-forms.ts";
import { receiptWith, type SoundBundles } from "./sound-bundles.ts";

/** Bundles with two faults: the reason that stands earlier is said. */
export async function* precedence(scene: Scene, sound: SoundBundles): Drafts {
  yield* ofTheFile(scene, sound);
  yield* ofForm(scene, sound);
  yield* ofOrigin(scene, sound);
  yield* ofContent(scene);
}

const large = (entries: readonly RawEntry[]): RawEntry[] =>
  entries.map((entry) =>
    entry.name === "root.sig" ? { ...entry, bytes: Buffer.alloc(64 * 1024 + 1) } : entry,
  );
const rawEntriesOf = async (bundle: Uint8Array): Promise<RawEntry[]> =>
  [...(await entriesOf(bundle))].map(([name, bytes]) => ({ name, bytes }));
const hostile: RawEntry = { name: "../evil.sh", bytes: Buffer.from("x") };

async function* ofTheFile({ desk, suite }: Scene, { submission }: SoundBundles): Drafts {
  const entries = await rawEntriesOf(submission.bytes);
  const newer = await rawEntriesOf(
    await rezipped(submission.bytes, (all) => setJson(all, "manifest.json", { v: 2 })),
  );
  drawFrom("precedence");
  const damaged = await encryptTo([desk.age.recipient], submission.bytes.subarray(0, -1));
  yield refused(
    "cannot-decrypt",
    "before-damaged",
    "An encrypted file that is also damaged within.",
    damaged,
  );
  yield refused("damaged", "encrypted-within", "A damaged archive, encrypted.", damaged, {
    identity: IDENTITY_FILE,
  });
  yield refused(
    "unexpected-entry",
    "before-newer-format",
    "A hostile name beside a manifest of version 2.",
    rawZip([...newer, hostile]),
  );
  // NOTE: 64 KiB, and the same in every suite.
  if (suite.name !== "ed25519-sha256") return;
  yield refused(
    "damaged",
    "before-too-large",
    "A signature above its limit in an archive with a comment.",
    rawZip(large(entries), { comment: "x" }),
  );
  yield refused(
    "too-large",
    "before-unexpected-entry",
    "A signature above its limit beside a hostile name.",
    rawZip([...large(entries), hostile]),
  );
}

const unlisted = (entries: Entries): void => void entries.set("extra.txt", Buffer.from("x"));

async function* ofForm({ unit, desk, suite }: Scene, { submission, receipt }: SoundBundles): Drafts {
  yield refused(
    "unexpected-entry",
    "before-bad-encoding",
    "An unlisted entry beside a receipt that ends in a space.",
    await rezipped(
      await resealedBy(desk, receipt.bytes, (entries) =>
        setText(entries, "receipt.json", (text) => `${text} `),
      ),
      unlisted,
    ),
  );
  yield refused(
    "unexpected-entry",
    "before-signature-form",
    "An unlisted entry beside a manifest.sig in another form: the manifest itself can be read.",
    await rezipped(submission.bytes, (entries) => {
      entries.set("manifest.sig", inOtherForm(suite, entryOf(entries, "manifest.sig")));
      unlisted(entries);
    }),
  );
  yield refused(
    "newer-format",
    "without-list",
    "An unlisted entry beside a manifest of version 2: there is no list to hold it against.",
    await rezipped(submission.bytes, (entries) => {
      setJson(entries, "manifest.json", { v: 2 });
      unlisted(entries);
    }),
  );
  yield refused(
    "newer-format",
    "before-unsupported-suite",
    "A signer's certificate of version 2 beside a root of a suite that nobody knows.",
    await resealedBy(unit, submission.bytes, (entries) => {
      setJson(entries, "signer.json", { v: 2 });
      setJson(entries, "root.json", { suite: "next" });
    }),
  );
  yield refused(
    "newer-format",
    "before-bad-encoding",
    "A receipt of version 2 beside a manifest with an unknown member.",
    await resealedBy(desk, receipt.bytes, (entries, manifest) => {
      setJson(entries, "receipt.json", { v: 2 });
      manifest["note"] = "x";
    }),
  );
  yield refused(
    "unsupported-suite",
    "before-bad-encoding",
    "A signer of a suite that nobody knows beside a manifest.sig of no length.",
    await rezipped(
      await resealedBy(unit, submission.bytes, (entries) =>
        setJson(entries, "signer.json", { suite: "next" }),
      ),
      (entries) => void entries.set("manifest.sig", Buffer.of()),
    ),
  );
}

async function* ofOrigin(scene: Scene, { submission }: SoundBundles): Drafts {
  const { unit, root, suite } = scene;
  const nobody = { known: [], trust: [] };
  yield refused(
    "bad-encoding",
    "before-unknown-root",
    "A signature in another form under a root that nobody pinned.",
    await rezipped(
      submission.bytes,
      (entries) => void entries.set("signer.sig", inOtherForm(suite, entryOf(entries, "signer.sig"))),
    ),
    nobody,
  );
  const forged = await rezipped(submission.bytes, (entries) => {
    entries.set("manifest.sig", suite.sign(unit.privateKey, Buffer.from("something else")));
    setText(entries, "records/revisions.ndjson", (text) => text.replace('"1"', '"7"'));
  });
  yield refused(
    "unknown-root",
    "before-bad-signature",
    "A forged manifest under a root that nobody pinned.",
    forged,
    nobody,
  );
  yield refused(
    "bad-signature",
    "before-digest-mismatch",
    "A signature of something else beside a changed record.",
    forged,
  );
  const late = (createdAt: string, change: (text: string) => string) =>
    small(scene, { createdAt }).then(({ bytes }) =>
      rezipped(bytes, (entries) => setText(entries, "records/revisions.ndjson", change)),
    );
  yield refused(
    "digest-mismatch",
    "before-expired-certificate",
    "A changed record in a bundle written after the certificate ended.",
    await late("2027-01-01T00:00:00.000Z", (text) => text.replace('"1"', '"7"')),
  );
  yield refused(
    "expired-certificate",
    "before-revoked",
    "Written after the certificate ended, which its own list revokes too.",
    await bytesOf(
      receiptWith(scene, { revocations: revocationsOf(root, 1) }, { createdAt: "2027-01-01T00:00:00.000Z" }),
    ),
  );
  yield refused(
    "revoked",
    "before-wrong-role",
    "A receipt by a unit's laptop that its own list revokes.",
    await bytesOf(
      receiptWith(scene, { revocations: revocationsOf(root, 2) }, { signer: signerOf(unit, root) }),
    ),
  );
}

async function* ofContent(scene: Scene): Drafts {
  const { unit, root } = scene;
  const nonsense = { type: "nonsense" };
  yield refused(
    "wrong-role",
    "before-wrong-unit",
    "A receipt by a unit's laptop in another unit's name.",
    await bytesOf(receiptWith(scene, {}, { signer: signerOf(unit, root), unit: OTHER_UNIT })),
  );
  yield refused(
    "wrong-unit",
    "before-wrong-plan",
    "A certificate of another plan beside a record of another unit.",
    await bytesOf(
      smallInput(scene, {
        signer: signerWith(unit, root, recertified(unit, root, { plan: "other-plan" })),
        content: { revisions: [revisionBytes(unit, "1", { unit: OTHER_UNIT })] },
      }),
    ),
  );
  yield refused(
    "wrong-unit",
    "before-malformed-record",
    "A record of another unit among malformed ones, wherever it stands.",
    (
      await small(scene, {
        content: {
          revisions: [
            revisionBytes(unit, "1", nonsense),
            revisionBytes(unit, "2", { unit: OTHER_UNIT }),
            revisionBytes(unit, "3", nonsense),
          ],
        },
      })
    ).bytes,
  );
  yield refused(
    "malformed-record",
    "before-its-own-unit",
    "A record of a type that nobody knows says nothing of a unit.",
    (
      await small(scene, {
        content: { revisions: [revisionBytes(unit, "1", { ...nonsense, unit: OTHER_UNIT })] },
      })
    ).bytes,
  );
  yield refused(
    "wrong-plan",
    "before-malformed-record",
    "A record of another plan among malformed ones.",
    (
      await small(scene, {
        content: {
          revisions: [revisionBytes(unit, "1", nonsense), revisionBytes(unit, "2", { plan: "other-plan" })],
        },
      })
    ).bytes,
  );
  const plan = { id: PLAN_ID, version: 3 };
  yield refused(
    "malformed-record",
    "before-newer-plan",
    "A malformed record under a plan that is not known yet: faults are not held back.",
    (await small(scene, { plan, content: { revisions: [revisionBytes(unit, "1", nonsense)] } })).bytes,
  );
}
