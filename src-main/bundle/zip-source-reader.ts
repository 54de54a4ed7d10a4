import { RandomAccessReader } from "yauzl";
import type { ByteSource } from "./byte-source.ts";

/** Lets yauzl read headers from a byte source. Entry data is read from the source itself, never through it. */
export const sourceReader = (source: ByteSource): RandomAccessReader => new SourceReader(source);

class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    try {
      buffer.set(this.#source.read(position, length), offset);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    callback(null);
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}
