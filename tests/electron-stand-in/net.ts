import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { schemeHandler } from "./protocol.ts";
import { notImplemented, strict } from "./strict.ts";

const contentTypes: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".pdf": "application/pdf",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

export const net = strict("net", {
  /** `file:` addresses and the app's own schemes; the stand-in has no network. */
  async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const handler = schemeHandler(request.url);
    if (handler) return handler(request);
    if (!request.url.startsWith("file:")) throw notImplemented(`net.fetch of ${request.url}`);
    const path = fileURLToPath(request.url);
    const bytes = await readFile(path).catch(() => {
      throw new Error("net::ERR_FILE_NOT_FOUND");
    });
    const type = contentTypes[extname(path).toLowerCase()];
    return new Response(bytes, type === undefined ? {} : { headers: { "content-type": type } });
  },
  isOnline: () => false,
  get online() {
    return false;
  },
});
