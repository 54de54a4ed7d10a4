/** Carries structured-clone values as text, since a DevTools binding takes a string only. */

export interface Wire {
  /** Throws a DataCloneError for what Electron could not send either: functions, promises, files, DOM nodes. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array<ArrayBuffer>;
}

/** NOTE: self-contained: its source text is also run inside pages, so it may use nothing from outside. */
export function createWire(base64: Base64): Wire {
  const views = [
    Uint8Array, Uint8ClampedArray, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array,
    Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView,
  ]; // prettier-ignore
  const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const bytesOf = (view: ArrayBufferView): Uint8Array =>
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

  function write(value: unknown, seen: Map<object, number>): unknown {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (value === undefined) return ["undefined"];
    if (typeof value === "number") {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ["number", Object.is(value, -0) ? "-0" : `${value}`];
    }
    if (typeof value === "bigint") return ["bigint", `${value}`];
    if (typeof value !== "object") throw uncloneable();
    const known = seen.get(value);
    if (known !== undefined) return ["same", known];
    seen.set(value, seen.size);
    const next = (item: unknown): unknown => write(item, seen);
    if (Array.isArray(value)) return ["array", Array.from(value, next)];
    if (value instanceof Date) return ["date", next(value.getTime())];
    if (value instanceof RegExp) return ["regexp", value.source, value.flags];
    if (value instanceof ArrayBuffer) return ["buffer", base64.encode(new Uint8Array(value))];
    if (ArrayBuffer.isView(value) && !views.some((View) => value instanceof View)) throw uncloneable();
    if (ArrayBuffer.isView(value)) return ["view", value.constructor.name, base64.encode(bytesOf(value))];
    if (value instanceof Map) return ["map", Array.from(value, ([k, v]) => [next(k), next(v)])];
    if (value instanceof Set) return ["set", Array.from(value, next)];
    if (value instanceof Error) return ["error", value.name, value.message, value.stack ?? ""];
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw uncloneable();
    return ["object", Object.entries(value).map(([k, v]) => [k, next(v)])];
  }

  function read(node: unknown, seen: unknown[]): unknown {
    if (!Array.isArray(node)) return node;
    const [tag, a, b, c] = node;
    const keep = <T>(made: T): T => {
      seen.push(made);
      return made;
    };
    const next = (item: unknown): unknown => read(item, seen);
    switch (tag) {
      case "undefined":
        return undefined;
      case "number":
        return Number(a);
      case "bigint":
        return BigInt(a);
      case "same":
        return seen[a];
      case "array": {
        const made = keep<unknown[]>([]);
        for (const item of a) made.push(next(item));
        return made;
      }
      case "date":
        return keep(new Date(Number(next(a))));
      case "regexp":
        return keep(new RegExp(a, b));
      case "buffer":
        return keep(base64.decode(a).buffer);
      case "view": {
        const bytes = base64.decode(b);
        const View: new (buffer: ArrayBuffer) => ArrayBufferView =
          views.find((candidate) => candidate.name === a) ?? Uint8Array;
        return keep(new View(bytes.buffer));
      }
      case "map": {
        const made = keep(new Map());
        for (const [k, v] of a) made.set(next(k), next(v));
        return made;
      }
      case "set": {
        const made = keep(new Set());
        for (const item of a) made.add(next(item));
        return made;
      }
      case "error": {
        const Kind = Object.entries(errors).find(([name]) => name === a)?.[1] ?? Error;
        const made = keep(new Kind(b));
        Object.defineProperty(made, "stack", { value: c, writable: true, configurable: true });
        return made;
      }
      case "object": {
        const made = keep<Record<string, unknown>>({});
        for (const [k, v] of a) {
          Object.defineProperty(made, k, {
            value: next(v),
            enumerable: true,
            writable: true,
            configurable: true,
          });
        }
        return made;
      }
      default:
        throw new TypeError(`unknown tag on the wire: ${tag}`);
    }
  }

  function uncloneable(): DOMException {
    return new DOMException("An object could not be cloned.", "DataCloneError");
  }

  return {
    // structuredClone refuses what cannot be sent and strips class instances down to plain objects.
    encode: (value) => JSON.stringify(write(structuredClone(value), new Map())),
    decode: (text) => read(JSON.parse(text), []),
  };
}

export const wire = createWire({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
  decode: (text) => new Uint8Array(Buffer.from(text, "base64")),
});
