import { readFile } from "node:fs/promises";
import { assetPath, mimeType } from "./asset.ts";
import { isAppUrl } from "./origin.ts";

/** Nothing from elsewhere, nothing inline, nothing framed. `blob:` and `data:` are pictures and fonts of our own. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-store",
};

/** Answers one request from the files below `root`; never with a file from elsewhere. */
export async function answerAsset(root: string, request: Request): Promise<Response> {
  if (!isAppUrl(request.url)) return new Response(null, { status: 403, headers });
  if (request.method !== "GET" && request.method !== "HEAD")
    return new Response(null, { status: 405, headers });
  const file = assetPath(root, new URL(request.url).pathname);
  if (file === null) return new Response(null, { status: 403, headers });
  try {
    const body = new Uint8Array(await readFile(file));
    return new Response(request.method === "HEAD" ? null : body, {
      headers: { ...headers, "content-type": mimeType(file) },
    });
  } catch {
    return new Response(null, { status: 404, headers });
  }
}
