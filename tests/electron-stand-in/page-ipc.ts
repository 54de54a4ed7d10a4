/** Runs the preload in every document of a page and carries messages between it and `ipcMain`. */
import type { CdpSession } from "./cdp.ts";
import { answerFilePaths } from "./file-paths.ts";
import { ipcMain } from "./ipc-main.ts";
import { ipcBinding, preloadScripts, preloadWorldName, receiverName } from "./page-scripts.ts";
import type { FromPage, ToPage } from "./preload-world.ts";
import { wire } from "./wire.ts";

export class PageIpc {
  private readonly page: CdpSession;
  private readonly createEvent: () => object;
  /** The isolated world of the present document; `undefined` while there is none. */
  private world: { readonly id: number; readonly uniqueId: string } | undefined;

  /** @param createEvent makes the event object `ipcMain`'s listeners get. */
  constructor(page: CdpSession, createEvent: () => object) {
    this.page = page;
    this.createEvent = createEvent;
  }

  async install(preloadPath: string, mainFrameId: string): Promise<void> {
    const { page } = this;
    page.on("Runtime.executionContextCreated", ({ context }) => {
      const frameId: unknown = context.auxData?.["frameId"];
      if (context.name === preloadWorldName && frameId === mainFrameId) this.world = context;
    });
    page.on("Runtime.executionContextsCleared", () => (this.world = undefined));
    page.on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
      if (name !== ipcBinding || executionContextId !== this.world?.id) return;
      void this.receive(JSON.parse(payload), this.world.uniqueId);
    });
    const scripts = preloadScripts(preloadPath);
    if (scripts.asksForFilePaths) await answerFilePaths(page);
    await page.send("Runtime.addBinding", { name: ipcBinding, executionContextName: preloadWorldName });
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: scripts.mainWorld });
    const source = scripts.isolatedWorld;
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source, worldName: preloadWorldName });
  }

  /** Lost where there is no document with a preload, as in Electron. */
  send(channel: string, args: readonly unknown[]): void {
    const encoded = wire.encode(args);
    if (this.world) this.post(this.world.uniqueId, { kind: "event", channel, args: encoded });
  }

  private async receive(message: FromPage, world: string): Promise<void> {
    const event = this.createEvent();
    if (message.kind === "send") ipcMain.receive(event, message);
    else this.post(world, { kind: "reply", id: message.id, ...(await ipcMain.answer(event, message)) });
  }

  private post(uniqueContextId: string, message: ToPage): void {
    const expression = `${receiverName}(${JSON.stringify(JSON.stringify(message))})`;
    this.page.tell("Runtime.evaluate", { expression, uniqueContextId });
  }
}
