/** The one session: every window shares it, whatever `partition` says. */
import type { Protocol } from "./cdp.ts";
import { onEveryBrowser } from "./browser.ts";
import { protocol } from "./protocol.ts";
import { notImplemented, strict } from "./strict.ts";

type RequestHandler = (
  webContents: null,
  permission: string,
  callback: (ok: boolean) => void,
  details: object,
) => void;
type CheckHandler = (webContents: null, permission: string, origin: string, details: object) => boolean;
type BeforeRequest = (details: RequestDetails, callback: (answer: { cancel?: boolean }) => void) => void;
type HeadersReceived = (
  details: ResponseDetails,
  callback: (answer: { responseHeaders?: ResponseHeaders }) => void,
) => void;

export type ResponseHeaders = Record<string, string | string[]>;
interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}
interface ResponseDetails extends RequestDetails {
  readonly statusCode: number;
  readonly responseHeaders: Record<string, string[]>;
}

// Electron's names for what the browser can be asked to grant. Everything else stays refused.
const permissions: Record<string, Protocol.Browser.PermissionType[]> = {
  media: ["audioCapture", "videoCapture"],
  geolocation: ["geolocation"],
  notifications: ["notifications"],
  midi: ["midi"],
  "clipboard-read": ["clipboardReadWrite"],
  "clipboard-sanitized-write": ["clipboardSanitizedWrite"],
};

let requestHandler: RequestHandler | null = null;
let checkHandler: CheckHandler | null = null;
let beforeRequest: BeforeRequest | null = null;
let headersReceived: HeadersReceived | null = null;

/** NOTE: the browser decides without asking, so both handlers are asked beforehand, once per permission. */
function applyPermissions(): void {
  if (!requestHandler && !checkHandler) return;
  const granted = Object.entries(permissions).filter(([name]) => isAllowed(name));
  const all = granted.flatMap(([, types]) => types);
  onEveryBrowser((root) => root.tell("Browser.grantPermissions", { permissions: all }));
}

function isAllowed(permission: string): boolean {
  if (checkHandler && !checkHandler(null, permission, "", {})) return false;
  let allowed = requestHandler === null;
  requestHandler?.(null, permission, (ok) => (allowed = ok), {});
  return allowed;
}

export const isCancelled = (details: RequestDetails): Promise<boolean> =>
  new Promise((resolve) => {
    if (beforeRequest) beforeRequest(details, ({ cancel }) => resolve(cancel === true));
    else resolve(false);
  });

export const changeHeaders = (details: ResponseDetails): Promise<ResponseHeaders> =>
  new Promise((resolve) => {
    const unchanged = details.responseHeaders;
    if (headersReceived) headersReceived(details, (answer) => resolve(answer.responseHeaders ?? unchanged));
    else resolve(unchanged);
  });

function onlyListener<T>(name: string, args: readonly (T | null | object)[]): T | null {
  if (args.length > 1) throw notImplemented(`webRequest.${name} with a filter`);
  const [listener = null] = args;
  return listener as T | null; // Typed by `listen` below; Electron's overloads cannot be told apart otherwise.
}

export const defaultSession = strict("session", {
  protocol,
  setPermissionRequestHandler(handler: RequestHandler | null): void {
    requestHandler = handler;
    applyPermissions();
  },
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    checkHandler = handler;
    applyPermissions();
  },
  webRequest: strict("webRequest", {
    onBeforeRequest: (...args: (BeforeRequest | null)[]) =>
      void (beforeRequest = onlyListener("onBeforeRequest", args)),
    onHeadersReceived: (...args: (HeadersReceived | null)[]) =>
      void (headersReceived = onlyListener("onHeadersReceived", args)),
  }),
  /** Nothing outlives the run: the browser's profile is new each time. */
  clearStorageData: (): Promise<void> => Promise.resolve(),
  setSpellCheckerEnabled(): void {},
});

export const session = strict("session", { defaultSession, fromPartition: () => defaultSession });
