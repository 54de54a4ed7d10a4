import { addScheme } from "./scheme-origins.ts";
import { strict } from "./strict.ts";

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();

export const schemeHandler = (url: string): Handler | undefined => handlers.get(url.split(":")[0] ?? "");

export const protocol = strict("protocol", {
  /** Privileges are not weighed: every scheme becomes a secure, standard https origin. */
  registerSchemesAsPrivileged(customSchemes: readonly Electron.CustomScheme[]): void {
    for (const { scheme } of customSchemes) addScheme(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    addScheme(scheme);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});
