import type { RunningDigest } from "../keys/suite.ts";
import { pieces, type ByteSource } from "./byte-source.ts";

/** The digest of a source, read piecewise. */
export function digestOf<D extends string>(source: ByteSource, running: RunningDigest<D>): D {
  for (const piece of pieces(source)) running.add(piece);
  return running.end();
}
