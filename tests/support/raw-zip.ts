import { crc32 } from "node:zlib";

/** Writes ZIP archives byte by byte, so that tests can break any rule of the format. */

export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  /** What the headers say, where it shall differ from the truth. */
  readonly local?: Partial<RawHeader>;
  readonly central?: Partial<RawHeader>;
  /** Bytes between this entry's data and what follows. */
  readonly gap?: Uint8Array;
}

export interface RawHeader {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly name: string;
  readonly extra: Uint8Array;
  /** Ignored by readers: */
  readonly time: number;
  readonly attributes: number;
  readonly comment: string;
  /** Central directory only. */
  readonly offset: number;
}

export interface RawEnd {
  readonly entries: number;
  readonly directorySize: number;
  readonly directoryOffset: number;
  readonly disk: number;
  readonly comment: string;
  readonly before: Uint8Array;
}

export function rawZip(entries: readonly RawEntry[], end: Partial<RawEnd> = {}): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const add = (bytes: Uint8Array): void => {
    parts.push(Buffer.from(bytes));
    offset += bytes.length;
  };
  for (const entry of entries) {
    const header = headerOf(entry);
    directory.push(centralHeader({ ...header, offset, ...entry.central }));
    add(localHeader({ ...header, ...entry.local }));
    add(entry.bytes);
    add(entry.gap ?? Buffer.alloc(0));
  }
  const central = Buffer.concat(directory);
  const directoryOffset = offset;
  add(central);
  add(end.before ?? Buffer.alloc(0));
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(end.disk ?? 0, 4);
  record.writeUInt16LE(end.entries ?? entries.length, 8);
  record.writeUInt16LE(end.entries ?? entries.length, 10);
  record.writeUInt32LE(end.directorySize ?? central.length, 12);
  record.writeUInt32LE(end.directoryOffset ?? directoryOffset, 16);
  record.writeUInt16LE(Buffer.byteLength(end.comment ?? ""), 20);
  add(record);
  add(Buffer.from(end.comment ?? ""));
  return Buffer.concat(parts);
}

type FullHeader = Omit<RawHeader, "name"> & { name: string | Uint8Array };

function headerOf({ name, bytes }: RawEntry): FullHeader {
  return {
    flags: 0x0800,
    method: 0,
    crc: crc32(bytes),
    compressedSize: bytes.length,
    size: bytes.length,
    name,
    extra: Buffer.alloc(0),
    time: 0,
    attributes: 0,
    comment: "",
    offset: 0,
  };
}

function common(header: FullHeader): Buffer {
  const name = Buffer.from(header.name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(header.flags, 2);
  fields.writeUInt16LE(header.method, 4);
  fields.writeUInt32LE(header.time, 6);
  fields.writeUInt32LE(header.crc, 10);
  fields.writeUInt32LE(header.compressedSize, 14);
  fields.writeUInt32LE(header.size, 18);
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(header.extra.length, 24);
  return fields;
}

function localHeader(header: FullHeader): Buffer {
  return Buffer.concat([
    Buffer.from("504b0304", "hex"),
    common(header),
    Buffer.from(header.name),
    header.extra,
  ]);
}

function centralHeader(header: FullHeader): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt16LE(Buffer.byteLength(header.comment), 0);
  rest.writeUInt32LE(header.attributes, 6);
  rest.writeUInt32LE(header.offset, 10);
  return Buffer.concat([
    Buffer.from("504b0102", "hex"),
    Buffer.from("1403", "hex"),
    common(header),
    rest,
    Buffer.from(header.name),
    header.extra,
    Buffer.from(header.comment),
  ]);
}
