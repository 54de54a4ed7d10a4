/** `senderFrame` and `mainFrame`: where a message came from, in the app's own addresses. */
import { appOrigin, toAppUrl } from "./scheme-origins.ts";
import { strict } from "./strict.ts";

export type FrameMain = Pick<Electron.WebFrameMain, "url" | "origin" | "processId" | "routingId" | "parent">;

/** @param document counts the documents of the page, so that a frame kept from an earlier one differs. */
export function createFrame(browserUrl: string, page: number, document: number): FrameMain {
  const url = toAppUrl(browserUrl);
  return strict("WebFrameMain", {
    url,
    origin: appOrigin(url),
    processId: page,
    routingId: document,
    parent: null,
  });
}
