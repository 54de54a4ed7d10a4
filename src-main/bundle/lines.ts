import { pieces } from "./byte-source.ts";
import type { ByteSource } from "./byte-source.ts";

const LF = 0x0a;
const NOTHING = new Uint8Array();

export interface Line {
  /** Without its LF; valid until the next line is asked for. Of a line above the limit, one byte more than that. */
  readonly bytes: Uint8Array;
  /** Whether an LF ends it; only the last line may lack one. */
  readonly ended: boolean;
}

/** Lines of a source, read piecewise: never more than a piece and one line is in memory. */
export function* linesOf(source: ByteSource, limit: number): Generator<Line> {
  let begun = NOTHING;
  for (const piece of pieces(source)) {
    let start = 0;
    for (let end = piece.indexOf(LF); end !== -1; end = piece.indexOf(LF, start)) {
      yield { bytes: joined(begun, piece.subarray(start, end), limit), ended: true };
      begun = NOTHING;
      start = end + 1;
    }
    // A copy: the piece is overwritten by the next.
    begun = new Uint8Array(joined(begun, piece.subarray(start), limit));
  }
  if (begun.length > 0) yield { bytes: begun, ended: false };
}

function joined(begun: Uint8Array, rest: Uint8Array, limit: number): Uint8Array {
  const room = Math.max(0, limit + 1 - begun.length);
  if (begun.length === 0) return rest.subarray(0, room);
  return rest.length === 0 || room === 0 ? begun : Buffer.concat([begun, rest.subarray(0, room)]);
}
