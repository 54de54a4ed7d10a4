import { closeSync, openSync, readSync, statSync } from "node:fs";

/** Bytes at rest that can be read piecewise: a buffer, a file, or a stretch of another source. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `offset`; throws past the end and on I/O errors. The result may be a view. */
  read(offset: number, length: number): Uint8Array;
  /** Fills `target` with the bytes from `offset` on, likewise. */
  readInto(target: Uint8Array, offset: number): void;
}

/** NOTE: reading is synchronous so that a bundle can be judged inside the transaction that takes it. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  // A view of its own: slicing a Buffer makes Buffers, at several times the cost.
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: view.length,
    read(offset, length) {
      if (offset < 0 || offset + length > view.length) throw new RangeError("past the end");
      return view.subarray(offset, offset + length);
    },
    readInto(target, offset) {
      target.set(this.read(offset, target.length));
    },
  };
}

/**
 * Bytes that are fetched when they are first read and let go with the last who holds them: reading a bundle takes many
 * short reads, a list of bundles none.
 */
export function lazySource(size: number, fetch: () => Uint8Array): ByteSource {
  let held = new WeakRef<ByteSource>(bytesSource(new Uint8Array()));
  const bytes = (): ByteSource => {
    const known = held.deref();
    if (known?.size === size) return known;
    const fetched = bytesSource(fetch());
    held = new WeakRef(fetched);
    return fetched;
  };
  return {
    size,
    read: (offset, length) => bytes().read(offset, length),
    readInto: (target, offset) => bytes().readInto(target, offset),
  };
}

/** A file, opened for every read, so that nobody has to close it. Throws the system's error where it cannot be. */
export function fileSource(path: string): ByteSource {
  return {
    size: statSync(path).size,
    read: (offset, length) => newlyRead(length, (target) => readAt(path, target, offset)),
    readInto: (target, offset) => readAt(path, target, offset),
  };
}

/** The first bytes of a file, at most `length` of them, without asking for its size first. */
export function startOfFile(path: string, length: number): Uint8Array {
  const target = new Uint8Array(length);
  const descriptor = openSync(path, "r");
  try {
    return target.subarray(0, readSync(descriptor, target, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function readAt(path: string, target: Uint8Array, offset: number): void {
  const descriptor = openSync(path, "r");
  try {
    readFully(descriptor, target, offset);
  } finally {
    closeSync(descriptor);
  }
}

/** Fills `target` from an open file. */
export function readFully(descriptor: number, target: Uint8Array, offset: number): void {
  for (let done = 0; done < target.length;) {
    const read = readSync(descriptor, target, done, target.length - done, offset + done);
    if (read === 0) throw new RangeError("past the end");
    done += read;
  }
}

export function newlyRead(length: number, readInto: (target: Uint8Array) => void): Uint8Array {
  const target = new Uint8Array(length);
  readInto(target);
  return target;
}

/** A stretch of a source, as a source of its own. */
export function stretchOf(source: ByteSource, start: number, size: number): ByteSource {
  const check = (offset: number, length: number): void => {
    if (offset < 0 || offset + length > size) throw new RangeError("past the end");
  };
  return {
    size,
    read(offset, length) {
      check(offset, length);
      return source.read(start + offset, length);
    },
    readInto(target, offset) {
      check(offset, target.length);
      source.readInto(target, start + offset);
    },
  };
}

export const wholeOf = (source: ByteSource): Uint8Array => source.read(0, source.size);

const PIECE_BYTES = 1024 * 1024;

/**
 * The source in pieces of at most 1 MiB, so that memory stays flat. NOTE: they share one buffer; each is valid until
 * the next is asked for.
 */
export function* pieces(source: ByteSource): Generator<Uint8Array> {
  if (source.size <= PIECE_BYTES) {
    if (source.size > 0) yield source.read(0, source.size);
    return;
  }
  const buffer = new Uint8Array(PIECE_BYTES);
  for (let done = 0; done < source.size; done += PIECE_BYTES) {
    const piece = buffer.subarray(0, Math.min(PIECE_BYTES, source.size - done));
    source.readInto(piece, done);
    yield piece;
  }
}

/** The same as a stream, read as it is asked for. */
export function readableOf(source: ByteSource): ReadableStream<Uint8Array> {
  const remaining = pieces(source);
  return new ReadableStream({
    pull(controller) {
      const next = remaining.next();
      if (next.done) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
  });
}
