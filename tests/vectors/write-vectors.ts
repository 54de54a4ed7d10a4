import { drawFrom } from "./fixed-randomness.ts";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SUITE_NAMES, type SuiteName } from "#shared/bundle/identifiers.ts";
import { canonicalTexts } from "./canonical-texts.ts";
import { ed25519Signatures } from "./ed25519-signatures.ts";
import { sm2Signatures } from "./sm2-signatures.ts";
import { bundleVectors, fileNameOf } from "./bundle-vectors.ts";
import type { Draft } from "./draft.ts";
import { IDENTITY_FILE, OTHER_IDENTITY_FILE } from "./identity-files.ts";
import { sceneOf, type Scene } from "./scene.ts";
import { makeSoundBundles } from "./sound-bundles.ts";

/** `node tests/vectors/write-vectors.ts`: writes `docs/bundle-vectors` anew. */

const FOLDER = join(import.meta.dirname, "..", "..", "docs", "bundle-vectors");

async function writeSuite(name: SuiteName): Promise<object[]> {
  const scene = await sceneOf(name);
  const sound = await makeSoundBundles(scene);
  const folder = join(FOLDER, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const written = new Map<string, Uint8Array>();
  const vectors: object[] = [];
  drawFrom(name);
  for await (const draft of bundleVectors(scene, sound)) {
    const before = written.get(draft.name);
    if (before !== undefined && Buffer.compare(before, draft.bytes) !== 0)
      throw new Error(`two files ${draft.name}`);
    written.set(draft.name, draft.bytes);
    writeFileSync(join(folder, fileNameOf(draft)), draft.bytes);
    vectors.push(vectorOf(scene, draft));
  }
  writeIdentities(scene);
  return vectors;
}

function vectorOf({ suite, fingerprint }: Scene, draft: Draft): object {
  const { reason, what, known = ["plan-1"], trust = [fingerprint], identity } = draft;
  return {
    file: `${suite.name}/${fileNameOf(draft)}`,
    ...(identity === undefined ? {} : { identity }),
    known: known.map((name) => `${suite.name}/${name}.tzb`),
    reason,
    status: reason === null ? "admitted" : reason === "newer-plan" ? "held" : "rejected",
    trust: [...trust].toSorted(),
    what,
  };
}

/** The same in every suite: encryption is none of its business. */
function writeIdentities({ desk, otherUnit }: Scene): void {
  writeFileSync(join(FOLDER, IDENTITY_FILE), `# sample, of ${desk.age.recipient}\n${desk.age.identity}\n`);
  writeFileSync(
    join(FOLDER, OTHER_IDENTITY_FILE),
    `# sample, of ${otherUnit.age.recipient}\n${otherUnit.age.identity}\n`,
  );
}

/** One vector a line: a change shows as the line it is. */
const indexOf = (head: object, list: string, entries: readonly object[]): string =>
  `${JSON.stringify({ ...head, [list]: [] }).slice(0, -2)}\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]}\n`;

const vectors: object[] = [];
for (const name of SUITE_NAMES) vectors.push(...(await writeSuite(name)));
const head = { format: "taizhang-vectors", v: 1, identity: IDENTITY_FILE };
writeFileSync(join(FOLDER, "vectors.json"), indexOf(head, "vectors", vectors));

const signatures = [...ed25519Signatures(), ...sm2Signatures()];
const headOf = (format: string): object => ({ format, v: 1 });
writeFileSync(
  join(FOLDER, "signatures.json"),
  indexOf(headOf("taizhang-signature-vectors"), "vectors", signatures),
);
writeFileSync(
  join(FOLDER, "canonical.json"),
  indexOf(headOf("taizhang-canonical-vectors"), "vectors", canonicalTexts()),
);
