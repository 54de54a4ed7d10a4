import type { FileHandle } from "node:fs/promises";

/** Bytes at rest that can be read piecewise: a buffer or an open file. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `offset`; throws past the end and on I/O errors. The result may be a view. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(offset, length) {
      if (offset < 0 || offset + length > bytes.length) return Promise.reject(new RangeError("past the end"));
      return Promise.resolve(bytes.subarray(offset, offset + length));
    },
  };
}

/** The caller keeps the handle open while reading and closes it. */
export async function fileSource(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    size,
    async read(offset, length) {
      const buffer = Buffer.alloc(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(buffer, done, length - done, offset + done);
        if (bytesRead === 0) throw new RangeError("past the end");
        done += bytesRead;
      }
      return buffer;
    },
  };
}

const PIECE = 1024 * 1024;

/** The range in pieces of at most 1 MiB, so that memory stays flat. */
export async function* pieces(
  source: ByteSource,
  offset: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; done += PIECE) {
    yield await source.read(offset + done, Math.min(PIECE, length - done));
  }
}
