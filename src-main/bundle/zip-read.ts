import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { fail, ok } from "#shared/result.ts";
import type { Result } from "#shared/result.ts";
import type { ByteSource } from "./byte-source.ts";
import { pieces, stretchOf } from "./byte-source.ts";
import { sourceReader } from "./zip-source-reader.ts";

/** An entry's bytes lie at `offset`, stored as they are. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly offset: number;
}

/** `entries` in the order of the central directory; a name may stand twice, which is for the caller to refuse. */
export interface Archive {
  readonly source: ByteSource;
  readonly entries: readonly ArchiveEntry[];
}

interface LocatedEntry extends ArchiveEntry {
  readonly headerOffset: number;
  readonly crc: number;
}

const END_RECORD = 22;
const CENTRAL_HEADER = 46;
const ZIP64_LOCATOR = 20;
const EXTRA_HEADER = 4;
/** Bit 11: the name is UTF-8. Every other flag (encryption, data descriptor …) is refused. */
const UTF8_FLAG = 0x0800;
/** Extra fields that change sizes (ZIP64) or the name (Info-ZIP Unicode Path). */
const FORBIDDEN_EXTRA = new Set([0x0001, 0x7075]);

/**
 * Reads a ZIP archive of the bundle's narrow form: stored, one disk, no ZIP64, no archive comment, entries
 * and directory lie end to end from the first byte to the last, local and central headers agree, CRCs hold.
 * Times, attributes, versions, other extra fields and entry comments are ignored.
 */
export async function readArchive(source: ByteSource): Promise<Result<Archive, "damaged">> {
  const directory = readEndRecord(source);
  if (directory === null) return fail("damaged");
  const entries = await readEntries(source, directory);
  if (entries === null || !liesEndToEnd(entries, directory.offset)) return fail("damaged");
  for (const entry of entries) {
    if (crcOf(source, entry) !== entry.crc) return fail("damaged");
  }
  return ok({ source, entries: entries.map(({ name, size, offset }) => ({ name, size, offset })) });
}

interface Directory {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
}

function readEndRecord(source: ByteSource): Directory | null {
  if (source.size < END_RECORD) return null;
  const at = source.size - END_RECORD;
  const record = Buffer.from(source.read(at, END_RECORD));
  const count = record.readUInt16LE(10);
  const size = record.readUInt32LE(12);
  const offset = record.readUInt32LE(16);
  const plain =
    record.readUInt32LE(0) === 0x06054b50 &&
    record.readUInt32LE(4) === 0 &&
    record.readUInt16LE(8) === count &&
    record.readUInt16LE(20) === 0 &&
    offset + size === at;
  if (!plain || hasZip64Locator(source, at)) return null;
  return { offset, size, count };
}

function hasZip64Locator(source: ByteSource, endRecord: number): boolean {
  if (endRecord < ZIP64_LOCATOR) return false;
  return Buffer.from(source.read(endRecord - ZIP64_LOCATOR, 4)).readUInt32LE(0) === 0x07064b50;
}

async function readEntries(source: ByteSource, directory: Directory): Promise<LocatedEntry[] | null> {
  // yauzl throws on whatever it finds wrong; for a bundle every such finding is damage.
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(sourceReader(source), source.size, {
      autoClose: false,
      decodeStrings: false,
    });
    const entries: LocatedEntry[] = [];
    let directorySize = 0;
    for await (const entry of zip.eachEntry()) {
      const located = await locate(zip, entry);
      if (located === null) return null;
      entries.push(located);
      directorySize +=
        CENTRAL_HEADER + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
    return directorySize === directory.size && entries.length === directory.count ? entries : null;
  } catch (error) {
    // NOTE: a stick pulled out is no damage of the file.
    if (error instanceof Error && "syscall" in error) throw error;
    return null;
  }
}

/** null where the headers break a rule or disagree. */
async function locate(zip: ZipFile, entry: Entry): Promise<LocatedEntry | null> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const agrees =
    local.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    local.compressionMethod === entry.compressionMethod &&
    local.crc32 === entry.crc32 &&
    local.compressedSize === entry.compressedSize &&
    local.uncompressedSize === entry.uncompressedSize &&
    local.fileName.equals(entry.fileNameRaw);
  const stored = entry.compressionMethod === 0 && entry.compressedSize === entry.uncompressedSize;
  const plain = (entry.generalPurposeBitFlag & ~UTF8_FLAG) === 0;
  const extras = isAllowedExtra(entry.extraFieldRaw) && isAllowedExtra(local.extraField);
  if (!agrees || !stored || !plain || !extras) return null;
  return {
    name: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(entry.fileNameRaw),
    size: entry.uncompressedSize,
    offset: local.fileDataStart,
    headerOffset: entry.relativeOffsetOfLocalHeader,
    crc: entry.crc32,
  };
}

/** Fields from end to end, none of them forbidden. */
function isAllowedExtra(area: Buffer): boolean {
  const fields = yauzl.parseExtraFields(area);
  const length = fields.reduce((sum, { data }) => sum + EXTRA_HEADER + data.length, 0);
  return length === area.length && !fields.some(({ id }) => FORBIDDEN_EXTRA.has(id));
}

/** No prefix, gap or overlap: each entry starts where the one before ends, the directory after the last. */
function liesEndToEnd(entries: readonly LocatedEntry[], directoryOffset: number): boolean {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
    if (entry.headerOffset !== end) return false;
    end = entry.offset + entry.size;
  }
  return end === directoryOffset;
}

function crcOf(source: ByteSource, { offset, size }: LocatedEntry): number {
  let crc = 0;
  for (const piece of pieces(stretchOf(source, offset, size))) crc = crc32(piece, crc);
  return crc;
}
