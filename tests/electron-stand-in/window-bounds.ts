/** Keeps a window at the size its page is to have; Chromium counts its own bars in. */
import { browser } from "./browser.ts";
import type { CdpSession } from "./cdp.ts";

const attempts = 10;
const pauseMs = 40;

export async function fitWindow(page: CdpSession, targetId: string, width: number, height: number): Promise<void> {
  const { windowId, bounds } = await browser().send("Browser.getWindowForTarget", { targetId });
  let outer = { width: bounds.width ?? width, height: bounds.height ?? height };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const expression = "[innerWidth, innerHeight]";
    const { result } = await page.send("Runtime.evaluate", { expression, returnByValue: true });
    const [innerWidth, innerHeight] = Array.isArray(result.value) ? result.value.map(Number) : [];
    if (innerWidth === width && innerHeight === height) return;
    if (innerWidth && innerHeight) {
      outer = { width: outer.width + width - innerWidth, height: outer.height + height - innerHeight };
      await browser().send("Browser.setWindowBounds", { windowId, bounds: outer });
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

export async function setWindowState(targetId: string, windowState: "normal" | "minimized" | "maximized"): Promise<void> {
  const { windowId } = await browser().send("Browser.getWindowForTarget", { targetId });
  await browser().send("Browser.setWindowBounds", { windowId, bounds: { windowState } });
}

/** For a page without a window. */
export async function fitPage(page: CdpSession, width: number, height: number): Promise<void> {
  const deviceScaleFactor = Number(process.env["TAIZHANG_SCALE"] ?? "1");
  await page.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
}
