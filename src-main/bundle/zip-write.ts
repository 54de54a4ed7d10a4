import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// A local time on purpose: ZIP stores local fields, and so they are the same in every time zone.
const MTIME = new Date(2020, 0, 1);

/** A ZIP archive in the bundle's narrow form: stored, no ZIP64, one fixed time, entries in the given order. */
export async function writeZip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => {
    zip.on("error", reject);
  });
  for (const { name, bytes } of entries) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
      compress: false,
      forceDosTimestamp: true,
      mode: 0o100644,
      mtime: MTIME,
    });
  }
  zip.end();
  return Promise.race([buffer(zip.outputStream), failed]);
}
