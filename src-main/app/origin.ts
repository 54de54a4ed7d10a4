/** The only place that names the origin of the app's own pages. */
export const appScheme = "app";
const appHost = "taizhang";

export type Page = "index.html" | "print.html";

export const pageUrl = (page: Page): string => `${appScheme}://${appHost}/${page}`;

/** NOTE: `URL.origin` is "null" for a scheme the URL standard does not know, so scheme and host are compared. */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${appScheme}:` && parsed.host === appHost;
}
