import { app, session, type WebContents } from "electron";
import { isAppUrl } from "./origin.ts";

/** No page may open windows, embed others or go anywhere but to our own pages. */
function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("will-navigate", (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
}

/** Must run before the first window is made. */
export function confineAllContents(): void {
  app.on("web-contents-created", (_event, contents) => confine(contents));
}

/** Camera, place, clipboard reading, notifications and the like: nothing is granted. Must run after ready. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}
