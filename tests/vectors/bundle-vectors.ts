import type { Draft, Drafts } from "./draft.ts";
import { archiveFaults } from "./archive-faults.ts";
import { authorityFaults } from "./authority-faults.ts";
import { credentialEncodings } from "./credential-encodings.ts";
import { digestFaults } from "./digest-faults.ts";
import { entryFaults } from "./entry-faults.ts";
import { fileFaults, sizeFaults } from "./file-faults.ts";
import { formatFaults } from "./format-faults.ts";
import { manifestEncodings } from "./manifest-encodings.ts";
import { originFaults } from "./origin-faults.ts";
import { planFaults } from "./plan-faults.ts";
import { precedence } from "./precedence.ts";
import { recordFaults } from "./record-faults.ts";
import type { Scene } from "./scene.ts";
import { soundBundles, type SoundBundles } from "./sound-bundles.ts";
import { soundCircumstances } from "./sound-circumstances.ts";
import { unitFaults } from "./unit-faults.ts";

/** Every vector of a suite, in the order of the reasons. */
export async function* bundleVectors(scene: Scene, sound: SoundBundles): Drafts {
  const parts: Drafts[] = [
    soundBundles(scene, sound),
    soundCircumstances(scene, sound),
    fileFaults(scene, sound),
    archiveFaults(scene, sound),
    sizeFaults(scene, sound),
    entryFaults(scene, sound),
    formatFaults(scene, sound),
    manifestEncodings(scene, sound),
    credentialEncodings(scene, sound),
    originFaults(scene, sound),
    digestFaults(scene, sound),
    authorityFaults(scene, sound),
    unitFaults(scene, sound),
    planFaults(scene, sound),
    recordFaults(scene, sound),
    precedence(scene, sound),
  ];
  for (const part of parts) yield* part;
}

/** Names of files; encrypted ones end in `.tzb.age`. */
export const fileNameOf = ({ name, bytes }: Draft): string =>
  `${name}${Buffer.from(bytes.subarray(0, 21)).toString("latin1") === "age-encryption.org/v1" ? ".tzb.age" : ".tzb"}`;
