import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Screenshots as PNG of at most 72 colours: a quarter of the size, and nobody sees the difference. */

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const COLOURS = 72;
const RGB = 2;
/** As many of the commonest colours are kept as they are. */
const FLAT = 24;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, row by row. */
  readonly pixels: Buffer;
}

type Colour = readonly [red: number, green: number, blue: number];

/** Takes what Chromium writes: 8 bits a channel, no transparency, not interlaced; throws on anything else. */
export function toPalettePng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const { palette, indexOf } = paletteOf(pixels);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      lines[y * (width + 1) + 1 + x] = indexOf.get(colourAt(pixels, (y * width + x) * 3)) ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

function decode(png: Buffer): Picture {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const size = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png[24] !== 8 || png[25] !== RGB || png[28] !== 0) throw new Error("not the PNG of a screenshot");
  const lines = inflateSync(Buffer.concat(parts));
  const stride = width * 3;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < 3 ? 0 : (pixels[at - 3] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = x < 3 || y === 0 ? 0 : (pixels[at - stride - 3] ?? 0);
      const value = lines[y * (stride + 1) + 1 + x] ?? 0;
      pixels[at] = value + predicted(filter, left, above, corner);
    }
  }
  return { width, height, pixels };
}

/** Filters of PNG, section 9.2. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const [byLeft, byAbove, byCorner] = [above - corner, left - corner, left + above - 2 * corner].map(
    Math.abs,
  );
  if (byLeft === undefined || byAbove === undefined || byCorner === undefined) return 0;
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

const colourAt = (pixels: Buffer, at: number): number => pixels.readUIntBE(at, 3);
const partsOf = (colour: number): Colour => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The flat colours of the interface as they are; of the shades at the edges of letters, the commonest near ones. */
function paletteOf(pixels: Buffer): { palette: Colour[]; indexOf: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const common = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = common.slice(0, FLAT).map(partsOf);
  // Far ones first: the colour of a rare state is a colour of its own, however few its pixels.
  for (const apart of [48, 32, 24, 16, 8, 0]) {
    for (const colour of common) {
      if (palette.length === COLOURS) break;
      const parts = partsOf(colour);
      if (palette.every((chosen) => distance(chosen, parts) > apart * apart)) palette.push(parts);
    }
  }
  const indexOf = new Map(common.map((colour) => [colour, nearest(palette, partsOf(colour))]));
  return { palette, indexOf };
}

function nearest(palette: readonly Colour[], colour: Colour): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, chosen] of palette.entries()) {
    const far = distance(chosen, colour);
    if (far < least) [best, least] = [index, far];
  }
  return best;
}

const distance = (a: Colour, b: Colour): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
