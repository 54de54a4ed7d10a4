import { SUITE_NAMES } from "#shared/bundle/identifiers.ts";
import { toCanonicalBytes } from "#shared/ledger/canonical.ts";
import type { Laptop } from "../support/bundles.ts";
import { jsonOf } from "../support/rezip.ts";
import { setJson, type Members } from "./changes.ts";
import { refused, type Drafts } from "./draft.ts";
import { resealedBy, type Scene } from "./scene.ts";
import type { SoundBundles } from "./sound-bundles.ts";

/** `newer-format` and `unsupported-suite`. */
export async function* formatFaults(scene: Scene, sound: SoundBundles): Drafts {
  yield* newerFormats(scene, sound);
  yield* otherSuites(scene, sound);
}

async function* newerFormats({ unit, desk, root, applicant }: Scene, sound: SoundBundles): Drafts {
  yield refused(
    "newer-format",
    "manifest",
    "A manifest of version 2 with members that version 1 does not have.",
    await resealedBy(unit, sound.submission.bytes, (_, manifest) =>
      Object.assign(manifest, { v: 2, photos: [] }),
    ),
  );
  yield refused(
    "newer-format",
    "manifest-of-next-suite",
    "A manifest of version 2 of a suite that nobody knows: the version is said first.",
    await resealedBy(unit, sound.submission.bytes, (_, manifest) =>
      Object.assign(manifest, { v: 2, suite: "next" }),
    ),
  );
  const documents: [bundle: Uint8Array, laptop: Pick<Laptop, "privateKey" | "suite">, name: string][] = [
    [sound.submission.bytes, unit, "signer.json"],
    [sound.submission.bytes, unit, "root.json"],
    [sound.plan.bytes, root, "plan.json"],
    [sound.receipt.bytes, desk, "receipt.json"],
    [sound.receipt.bytes, desk, "revocations.json"],
    [sound.request.bytes, applicant, "request.json"],
    [sound.grant.bytes, root, "grant.json"],
  ];
  for (const [bundle, laptop, name] of documents) {
    const bytes = await resealedBy(laptop, bundle, (entries) => setJson(entries, name, { v: 2 }));
    yield refused("newer-format", name.replace(".json", ""), `${name} is of version 2.`, bytes);
  }
  yield refused(
    "newer-format",
    "granted",
    "The certificate within a grant is of version 2.",
    await grantWith(root, sound, { v: 2, photo: "" }),
  );
}

async function* otherSuites({ unit, root, suite }: Scene, { submission, ...sound }: SoundBundles): Drafts {
  const other = SUITE_NAMES.find((name) => name !== suite.name) ?? "";
  for (const name of [other, "next-suite"]) {
    yield refused(
      "unsupported-suite",
      `manifest-${name}`,
      `The manifest says ${name}.`,
      await resealedBy(unit, submission.bytes, (_, manifest) => void (manifest["suite"] = name)),
    );
    for (const document of ["signer.json", "root.json"]) {
      yield refused(
        "unsupported-suite",
        `${document.replace(".json", "")}-${name}`,
        `${document} says ${name}, the manifest does not.`,
        await resealedBy(unit, submission.bytes, (entries) => setJson(entries, document, { suite: name })),
      );
    }
    yield refused(
      "unsupported-suite",
      `granted-${name}`,
      `The certificate within a grant says ${name}.`,
      await grantWith(root, { ...sound, submission }, { suite: name }),
    );
  }
  yield refused(
    "unsupported-suite",
    "unreadable-otherwise",
    "A suite that nobody knows is said before what else is wrong with the manifest.",
    await resealedBy(unit, submission.bytes, (_, manifest) =>
      Object.assign(manifest, { suite: "next", unit: 5 }),
    ),
  );
}

/** The grant with other members in its certificate, which the root signs. */
const grantWith = (root: Laptop, { grant }: SoundBundles, changes: Members): Promise<Uint8Array> =>
  resealedBy(root, grant.bytes, (entries) => {
    const { certificate } = jsonOf(entries, "grant.json");
    const changed = { ...asMembers(certificate), ...changes };
    const signature = root.suite.sign(root.privateKey, toCanonicalBytes(changed));
    setJson(entries, "grant.json", {
      certificate: changed,
      certificateSignature: Buffer.from(signature).toString("base64"),
    });
  });

const asMembers = (value: unknown): Members =>
  typeof value === "object" && value !== null ? { ...value } : {};
