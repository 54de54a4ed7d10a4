import { crc32 } from "node:zlib";
import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-writer.js";
import { pieces, readableOf, type ByteSource } from "./byte-source.ts";

export interface ZipEntry {
  readonly name: string;
  readonly source: ByteSource;
}

// A local time on purpose: ZIP stores local fields, and so they are the same in every time zone.
const MTIME = new Date(2020, 0, 1);
const STORED = 0;

/**
 * A ZIP archive in the bundle's narrow form, piece by piece: stored, no ZIP64, no data descriptors, one fixed time,
 * entries in the given order.
 */
export async function writeZip(
  entries: readonly ZipEntry[],
  write: (piece: Uint8Array) => void,
): Promise<void> {
  const zip = new ZipWriter(new WritableStream<Uint8Array>({ write }), {
    dataDescriptor: false,
    extendedTimestamp: false,
    lastModDate: MTIME,
    useWebWorkers: false,
    zip64: false,
  });
  for (const { name, source } of entries) {
    // NOTE: sizes and CRC are given beforehand; otherwise each entry would be gathered in memory first.
    await zip.add(name, readableOf(source), {
      compressionMethod: STORED,
      crc32: crcOf(source),
      passThrough: true,
      uncompressedSize: source.size,
    });
  }
  await zip.close();
}

function crcOf(source: ByteSource): number {
  let crc = 0;
  for (const piece of pieces(source)) crc = crc32(piece, crc);
  return crc;
}
