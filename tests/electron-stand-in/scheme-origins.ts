/**
 * Stock Chromium does not navigate to a scheme it does not know, so each custom scheme's host becomes an https
 * origin of its own (`app://main/x` ↔ `https://main.app.invalid/x`; `.invalid` never resolves, RFC 2606).
 */
const schemes = new Set<string>();

export function addScheme(scheme: string): void {
  schemes.add(scheme);
}

/** The address Chromium is given for an address of the app's. */
export function toBrowserUrl(url: string): string {
  const [, scheme = "", host = "", rest = ""] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (!schemes.has(scheme.toLowerCase())) return url;
  return `https://${host || "_"}.${scheme.toLowerCase()}.invalid${rest.startsWith("/") ? rest : `/${rest}`}`;
}

/** The address the app is told for an address of Chromium's. */
export function toAppUrl(url: string): string {
  const [, host = "", scheme = "", rest = ""] =
    /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid(.*)$/is.exec(url) ?? [];
  return schemes.has(scheme) ? `${scheme}://${host === "_" ? "" : host}${rest}` : url;
}

/** As `URL.origin`, which is "null" for custom schemes in Node but not in Electron. */
export function appOrigin(url: string): string {
  const [origin] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url) ?? [];
  return origin === undefined || origin.startsWith("file:") ? "null" : origin;
}

/** A content security policy may name the scheme (`app:`) or an origin (`app://main`) where Chromium sees https. */
export function toBrowserPolicy(policy: string): string {
  return policy
    .split(" ")
    .map((source) => {
      const scheme = /^([a-z][a-z0-9+.-]*):;?$/i.exec(source)?.[1];
      if (scheme !== undefined && schemes.has(scheme))
        return source.replace(`${scheme}:`, `https://*.${scheme}.invalid`);
      return source.includes("://") ? toBrowserUrl(source) : source;
    })
    .join(" ");
}
