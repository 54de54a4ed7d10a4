/** Keeps a window at the size its page is to have; Chromium counts its own bars in. */
import type { OpenPage } from "./page-opener.ts";

export type WindowState = "normal" | "minimized" | "maximized";

const attempts = 10;
const pauseMs = 40;

export async function fitWindow(
  { session, targetId, root }: OpenPage,
  width: number,
  height: number,
): Promise<void> {
  const { windowId, bounds } = await root.send("Browser.getWindowForTarget", { targetId });
  let outer = { width: bounds.width ?? width, height: bounds.height ?? height };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const expression = "[innerWidth, innerHeight]";
    const { result } = await session.send("Runtime.evaluate", { expression, returnByValue: true });
    const [innerWidth, innerHeight] = Array.isArray(result.value) ? result.value.map(Number) : [];
    if (innerWidth === width && innerHeight === height) return;
    if (innerWidth && innerHeight) {
      outer = { width: outer.width + width - innerWidth, height: outer.height + height - innerHeight };
      await root.send("Browser.setWindowBounds", { windowId, bounds: outer });
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

export async function setWindowState({ targetId, root }: OpenPage, windowState: WindowState): Promise<void> {
  const { windowId } = await root.send("Browser.getWindowForTarget", { targetId });
  await root.send("Browser.setWindowBounds", { windowId, bounds: { windowState } });
}
