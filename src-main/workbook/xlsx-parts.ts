import { text as textOf } from "node:stream/consumers";
import yauzl from "yauzl";
import { ARCHIVE_ENTRIES, COLUMNS, ROWS, UNPACKED_BYTES } from "./limits.ts";
import { tooLarge, unreadable } from "./refusal.ts";

/** The XML parts of a workbook; macros, pictures and links to elsewhere are never unpacked. */
const READ =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[\w-]+\.xml(\.rels)?|xl\/worksheets\/[\w-]+\.xml)$/u;

/**
 * Unpacks what is read of an archive that nobody vouches for: few entries, each name once, sizes as they are claimed,
 * nothing encrypted, no document type that could define entities. Throws `WorkbookRefusal`.
 */
export async function xlsxParts(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  let unpacked = 0;
  try {
    // NOTE: yauzl refuses an entry that unpacks to another size than its header claims.
    const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: true });
    if (zip.entryCount > ARCHIVE_ENTRIES) throw tooLarge(`entries ${zip.entryCount}`);
    for await (const entry of zip.eachEntry()) {
      if (!READ.test(entry.fileName)) continue;
      if (parts.has(entry.fileName)) throw unreadable(`twice ${entry.fileName}`);
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED_BYTES) throw tooLarge(`unpacked ${unpacked}`);
      const xml = await textOf(await zip.openReadStreamPromise(entry));
      parts.set(entry.fileName, checkedXml(entry.fileName, xml));
    }
  } catch (error) {
    if (error instanceof Error && "failure" in error) throw error;
    throw unreadable(error instanceof Error ? error.message : "zip");
  }
  return parts;
}

const POSITION = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** A position far out would make the reader lay out every empty cell before it. */
function checkedXml(name: string, xml: string): string {
  if (/<!(DOCTYPE|ENTITY)/iu.test(xml)) throw unreadable(`${name} DOCTYPE`);
  if (!name.startsWith("xl/worksheets/")) return xml;
  for (const [, double, single] of xml.matchAll(POSITION)) {
    const [, letters = "", row = ""] = /^([A-Z]{0,3})(\d{1,7})$/u.exec(double ?? single ?? "") ?? [];
    if (row === "") throw unreadable(`${name} position`);
    if (Number(row) > ROWS) throw tooLarge(`row ${row}`);
    if (columnNumber(letters) > COLUMNS) throw tooLarge(`column ${letters}`);
  }
  return xml;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
