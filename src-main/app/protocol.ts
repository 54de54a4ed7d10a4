import { protocol } from "electron";
import { answerAsset } from "./answer-asset.ts";
import { appScheme } from "./origin.ts";

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function serveApp(root: string): void {
  protocol.handle(appScheme, (request) => answerAsset(root, request));
}
