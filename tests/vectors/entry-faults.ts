import { rawZip, type RawEntry } from "../support/raw-zip.ts";
import { entriesOf, rezipped, type Entries } from "../support/rezip.ts";
import { refused, type Drafts } from "./draft.ts";
import { fewOf } from "./few-of.ts";
import { resealedBy, type Scene } from "./scene.ts";
import type { SoundBundles } from "./sound-bundles.ts";

/** `unexpected-entry`: what the archive holds against what the manifest lists and its kind may hold. */
export async function* entryFaults(scene: Scene, sound: SoundBundles): Drafts {
  yield* namesNobodyListed(scene, sound);
  yield* missingEntries(sound);
  yield* listsOfTheManifest(scene, sound);
}

const x = Buffer.from("x");
const NAMES: readonly (readonly [slug: string, what: string, name: string])[] = [
  ["unlisted", "An entry that the manifest does not list.", "extra.txt"],
  ["unlisted-records", "Decisions that the manifest does not list.", "records/decisions.ndjson"],
  ["parent", "A name with a parent folder.", "../evil.sh"],
  ["parent-within", "A name that climbs out in its middle.", "records/../../evil"],
  ["absolute", "An absolute name.", "/etc/passwd"],
  ["backslash", "A name with a backslash.", "a\\b.txt"],
  ["drive", "A name with a drive letter.", "C:/evil"],
  ["folder", "A folder of its own.", "records/"],
  ["dot", "A name with a dot as folder.", "./extra.txt"],
  ["double-slash", "A name with an empty folder.", "records//revisions.ndjson"],
  ["empty-name", "An entry without a name.", ""],
  ["capitals", "Names tell capitals apart.", "MANIFEST.JSON"],
];

async function* namesNobodyListed({ suite }: Scene, { submission }: SoundBundles): Drafts {
  const entries: RawEntry[] = [...(await entriesOf(submission.bytes))].map(([name, bytes]) => ({
    name,
    bytes,
  }));
  for (const [slug, what, name] of fewOf(suite, NAMES))
    yield refused("unexpected-entry", slug, what, rawZip([...entries, { name, bytes: x }]));
  for (const name of ["signer.json", "manifest.json"]) {
    const twin = entries.find((entry) => entry.name === name);
    if (twin === undefined) throw new Error(`no ${name}`);
    const slug = name.replace(".json", "");
    yield refused(
      "unexpected-entry",
      `twice-${slug}`,
      `${name} twice, the same bytes both times.`,
      rawZip([...entries, twin]),
    );
    yield refused(
      "unexpected-entry",
      `twice-${slug}-other`,
      `${name} twice, with other bytes the second time.`,
      rawZip([...entries, { name, bytes: Buffer.from("{}") }]),
    );
  }
  yield refused("unexpected-entry", "empty", "An archive without entries.", rawZip([]));
}

async function* missingEntries({ submission, receiptWithBundle }: SoundBundles): Drafts {
  const without = (bundle: Uint8Array, name: string) =>
    rezipped(bundle, (entries) => void entries.delete(name));
  const slugOf = (name: string): string => name.replace("records/", "").replace(".", "-");
  for (const name of [
    "manifest.json",
    "manifest.sig",
    "signer.json",
    "root.sig",
    "records/revisions.ndjson",
  ]) {
    const bytes = await without(submission.bytes, name);
    yield refused("unexpected-entry", `no-${slugOf(name)}`, `${name} is missing.`, bytes);
  }
  yield refused(
    "unexpected-entry",
    "no-embedded",
    "A listed embedded bundle is missing.",
    await rezipped(receiptWithBundle.bytes, (entries) => {
      for (const name of entries.keys()) if (name.startsWith("bundles/")) entries.delete(name);
    }),
  );
}

async function* listsOfTheManifest({ unit, desk, root, applicant }: Scene, sound: SoundBundles): Drafts {
  const { submission, receipt, plan } = sound;
  const put = (name: string) => (entries: Entries) => void entries.set(name, Buffer.from("{}"));
  const drop = (name: string) => (entries: Entries) => void entries.delete(name);
  for (const [slug, name] of [
    ["receipt", "receipt.json"],
    ["plan", "plan.json"],
    ["decisions", "records/decisions.ndjson"],
    ["notes", "notes.txt"],
    ["attachment-name", "attachments/notes.txt"],
    ["embedded-name", `bundles/${"A".repeat(64)}.tzb`],
  ] as const) {
    const bytes = await resealedBy(unit, submission.bytes, put(name));
    yield refused("unexpected-entry", `kind-${slug}`, `A submission that lists and signs ${name}.`, bytes);
  }
  for (const name of [
    "receipt.json",
    "root.json",
    "root.sig",
    "signer.sig",
    "revocations.sig",
    "revocations.json",
  ]) {
    yield refused(
      "unexpected-entry",
      `receipt-without-${name.replace(".", "-")}`,
      `A receipt that neither lists nor holds ${name}.`,
      await resealedBy(desk, receipt.bytes, drop(name)),
    );
  }
  yield refused(
    "unexpected-entry",
    "plan-without-plan",
    "A plan bundle without a plan.",
    await resealedBy(root, plan.bytes, drop("plan.json")),
  );
  for (const path of ["manifest.json", "manifest.sig", "a.txt"]) {
    const bytes = await resealedBy(unit, submission.bytes, (_, manifest) => {
      const file = { digest: `${submission.digest.split(":")[0] ?? ""}:${"0".repeat(64)}`, path, size: 0 };
      manifest["files"] = [...submission.manifest.files, file].toSorted((a, b) => (a.path < b.path ? -1 : 1));
      manifest["byHand"] = true;
    });
    const what =
      path === "a.txt" ? "A manifest that lists what is not there." : `A manifest that lists ${path}.`;
    yield refused("unexpected-entry", `lists-${path.replace(".", "-")}`, what, bytes);
  }
  yield refused(
    "unexpected-entry",
    "request-with-root",
    "A request that brings a root's certificate along.",
    await resealedBy(applicant, sound.request.bytes, (entries) => {
      entries.set("root.json", root.certificate.bytes);
      entries.set("root.sig", root.certificate.signature);
    }),
  );
}
