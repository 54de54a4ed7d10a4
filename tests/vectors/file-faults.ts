import { encryptTo } from "../support/in-memory.ts";
import { rawZip, type RawEntry } from "../support/raw-zip.ts";
import { entriesOf } from "../support/rezip.ts";
import { again, refused, type Drafts } from "./draft.ts";
import { drawFrom } from "./fixed-randomness.ts";
import { IDENTITY_FILE } from "./identity-files.ts";
import type { Scene } from "./scene.ts";
import type { SoundBundles } from "./sound-bundles.ts";

/** `not-a-bundle`, `cannot-decrypt`, and `damaged` of the encryption or of the file's length. */
export async function* fileFaults(scene: Scene, { submission: { bytes } }: SoundBundles): Drafts {
  const opened = { identity: IDENTITY_FILE };
  drawFrom("encrypted faults");
  const encrypt = (inner: Uint8Array) => encryptTo([scene.desk.age.recipient], inner);
  const file = Buffer.from(await encrypt(bytes));
  const notABundle = (name: string, what: string, content: Uint8Array, more = {}) =>
    refused("not-a-bundle", name, what, content, more);
  yield notABundle("empty", "An empty file.", Buffer.of());
  yield notABundle("text", "A text.", Buffer.from("台账\n"));
  yield notABundle("three-bytes", "The first three bytes of an archive.", Buffer.from("PK\u0003"));
  yield notABundle(
    "prefix",
    "A script before the archive.",
    Buffer.concat([Buffer.from("#!/bin/sh\n"), bytes]),
  );
  yield notABundle(
    "armoured",
    "An armoured age file.",
    Buffer.from(
      `-----BEGIN AGE ENCRYPTED FILE-----\n${file.toString("base64").replaceAll(/.{64}/g, "$&\n")}\n-----END AGE ENCRYPTED FILE-----\n`,
    ),
    opened,
  );
  yield notABundle("text-encrypted", "A text, encrypted.", await encrypt(Buffer.from("台账\n")), opened);
  yield notABundle("encrypted-twice", "A bundle encrypted twice.", await encrypt(file), opened);

  const passphrase = `age-encryption.org/v1\n-> scrypt ${"A".repeat(22)} 22\n${"A".repeat(43)}\n--- ${"A".repeat(43)}\n`;
  yield refused(
    "cannot-decrypt",
    "passphrase",
    "A file for a passphrase is not tried.",
    Buffer.from(passphrase),
    opened,
  );

  const shortened = refused(
    "damaged",
    "encrypted-cut",
    "An encrypted file without its last byte.",
    file.subarray(0, -1),
    opened,
  );
  yield shortened;
  yield again(shortened, "cannot-decrypt", "The same file, which no identity opens.", {});
  yield refused(
    "damaged",
    "encrypted-header-cut",
    "An encrypted file cut within its header.",
    file.subarray(0, 40),
    opened,
  );
  const changed = Buffer.from(file);
  changed.writeUInt8(changed.readUInt8(changed.length - 5) ^ 1, changed.length - 5);
  yield refused("damaged", "encrypted-changed", "One bit of the encrypted content changed.", changed, opened);
  const longer = Buffer.concat([file, Buffer.of(0)]);
  yield refused("damaged", "encrypted-longer", "One byte after the encrypted content.", longer, opened);

  yield refused("damaged", "cut", "The last byte is missing.", bytes.subarray(0, -1));
  yield refused("damaged", "half", "Only the first half was copied.", bytes.subarray(0, bytes.length / 2));
  yield refused("damaged", "longer", "One byte after the archive.", Buffer.concat([bytes, Buffer.of(0)]));
}

/** `too-large` in files that are small: what limits names and numbers, not what fills a disk. */
export async function* sizeFaults({ suite }: Scene, { submission: { bytes } }: SoundBundles): Drafts {
  const entries: RawEntry[] = [...(await entriesOf(bytes))].map(([name, content]) => ({
    name,
    bytes: content,
  }));
  const with64KiB = (changed: string): Uint8Array =>
    rawZip(
      entries.map((entry) =>
        entry.name === changed ? { ...entry, bytes: Buffer.alloc(64 * 1024 + 1, 0x20) } : entry,
      ),
    );
  yield refused("too-large", "signature", "A signature of one byte more than 64 KiB.", with64KiB("root.sig"));
  // NOTE: 64 KiB, and the same in every suite.
  if (suite.name !== "ed25519-sha256") return;
  yield refused(
    "too-large",
    "certificate",
    "A certificate of one byte more than 64 KiB.",
    with64KiB("signer.json"),
  );
}
