import { extname, resolve, sep } from "node:path";

const mimeTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

export const mimeType = (file: string): string =>
  mimeTypes[extname(file).toLowerCase()] ?? "application/octet-stream";

/**
 * File below `root` that a page asks for, or null where the address is none of ours: undecodable, outside the
 * folder, or with characters that mean something to a file system (backslash, colon, NUL).
 */
export function assetPath(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (!decoded.startsWith("/") || /[\0\\:]/.test(decoded)) return null;
  const file = resolve(root, `.${decoded}`);
  return file.startsWith(resolve(root) + sep) ? file : null;
}
