/** Answers every request of a page: from the app's own handlers, or not at all. */
import type { CdpSession, Protocol } from "./cdp.ts";
import { schemeHandler } from "./protocol.ts";
import { appOrigin, toAppUrl, toBrowserPolicy, toBrowserUrl } from "./scheme-origins.ts";
import { changeHeaders, isCancelled, type ResponseHeaders } from "./session.ts";

type Paused = Protocol.Fetch.requestPausedPayload;

/** What `file:` pages and a development server on this machine need; anything else is the network. */
const local =
  /^(file|data|blob|about|chrome|devtools):|^(https?|wss?):\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/;

/** @param mayNavigate asked before the main frame leaves for another document. */
export async function answerRequests(
  page: CdpSession,
  mayNavigate: (request: Paused) => boolean,
): Promise<void> {
  page.on("Fetch.requestPaused", (paused) => {
    answer(page, paused, mayNavigate).catch((error: unknown) => {
      console.error(`Failed to answer ${toAppUrl(paused.request.url)}:`, error);
      page.tell("Fetch.failRequest", { requestId: paused.requestId, errorReason: "Failed" });
    });
  });
  await page.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
}

async function answer(
  page: CdpSession,
  paused: Paused,
  mayNavigate: (request: Paused) => boolean,
): Promise<void> {
  const { requestId, request } = paused;
  const fail = (errorReason: Protocol.Network.ErrorReason): void =>
    page.tell("Fetch.failRequest", { requestId, errorReason });
  if (!mayNavigate(paused)) return fail("Aborted");
  const url = toAppUrl(request.url);
  const resourceType = paused.resourceType === "Document" ? "mainFrame" : paused.resourceType.toLowerCase();
  const details = { id: 0, url, method: request.method, resourceType };
  if (await isCancelled(details)) return fail("BlockedByClient");
  const handler = schemeHandler(url);
  if (!handler) {
    if (local.test(url)) return page.tell("Fetch.continueRequest", { requestId });
    return fail("InternetDisconnected");
  }
  // Chromium asks an https origin for an icon; it would not ask the app's scheme.
  if (paused.resourceType === "Other" && new URL(request.url).pathname === "/favicon.ico")
    return fail("Aborted");

  const response = await handler(toRequest(url, request));
  const responseHeaders: Record<string, string[]> = {};
  for (const [name, value] of response.headers) (responseHeaders[name] ??= []).push(value);
  const changed = await changeHeaders({ ...details, statusCode: response.status, responseHeaders });
  const body = Buffer.from(await response.arrayBuffer()).toString("base64");
  const headers = [...toHeaderEntries(changed)];
  page.tell("Fetch.fulfillRequest", {
    requestId,
    responseCode: response.status,
    responseHeaders: headers,
    body,
  });
}

function toRequest(url: string, { method, headers, postDataEntries }: Protocol.Network.Request): Request {
  const ownHeaders = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    ownHeaders.set(name, name.toLowerCase() === "origin" ? appOrigin(toAppUrl(value)) : toAppUrl(value));
  }
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = Buffer.concat((postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? "", "base64")));
  return new Request(url, { method, headers: ownHeaders, ...(hasBody ? { body } : {}) });
}

function* toHeaderEntries(headers: ResponseHeaders): Generator<Protocol.Fetch.HeaderEntry> {
  for (const [name, values] of Object.entries(headers)) {
    for (const value of Array.isArray(values) ? values : [values])
      yield { name, value: toBrowserHeader(name, value) };
  }
}

function toBrowserHeader(name: string, value: string): string {
  if (name.toLowerCase().startsWith("content-security-policy")) return toBrowserPolicy(value);
  return name.toLowerCase() === "location" ? toBrowserUrl(value) : value;
}
