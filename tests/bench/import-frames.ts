import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { openDesk, picks } from "../e2e/support/desk.ts";
import { figure, type Figure } from "./figure.ts";
import { frames, percentile, watchStalls } from "./frames.ts";
import { newLaptop, newOffice, submissionsOf } from "./office.ts";

const BUNDLES = 300;
const REVISIONS = 24_000;
const AT = "2024-05-08T01:00:00.000Z";
const TICKS = 600;

/** Frames of the window while 300 packages are verified, tried out and merged, against the same window at rest. */
export async function importFrames(folder: string): Promise<Figure> {
  const place = join(folder, "import-frames");
  mkdirSync(place, { recursive: true });
  const dir = join(place, "office");
  const office = await newOffice(dir);
  const laptop = await newLaptop(office);
  const files: string[] = [];
  for await (const bytes of submissionsOf(office, laptop, { revisions: REVISIONS, bundles: BUNDLES })) {
    files.push(join(place, `${files.length + 1}.tzb`));
    writeFileSync(files.at(-1) ?? "", bytes);
  }
  closeSession(office);
  const desk = await openDesk(join(place, "desk"), AT, ["--workspace", dir]);
  const { page } = desk;
  try {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page
      .getByRole("navigation")
      .getByRole("link", { name: /^数据接收/ })
      .click();
    await picks(desk, files);
    // By their words alone: looking for what a screen reader would call them takes the window's own time.
    const button = (words: string) => page.locator(".toolbar button", { hasText: words });
    const idle = await frames(page, () => page.waitForTimeout(1000));
    const stalls = await watchStalls(page);
    const read = await frames(page, async () => {
      await button("选择文件").click();
      await shown(page, `合并可合并的 ${BUNDLES} 包`);
    });
    const merged = await frames(page, async () => {
      await button(`合并可合并的 ${BUNDLES} 包`).click();
      await shown(page, `已合并 ${BUNDLES} 包`);
    });
    const used = [...read, ...merged];
    return figure(
      {
        name: `verify and merge ${BUNDLES} packages in the window, p99 frame`,
        count: used.length,
        ms: percentile(used, 0.99),
      },
      { name: "p99 frame of the same window at rest", ms: percentile(idle, 0.99) },
      {
        longestReadingMs: Math.round(Math.max(...read)),
        longestMergingMs: Math.round(Math.max(...merged)),
        over50: used.filter((ms) => ms > 50).length,
        stalls: await stalls(),
      },
    );
  } finally {
    await desk.app.close();
  }
}

/** Looks for the words now and then by the cheapest way: waiting itself must not take the window's time. */
async function shown(page: Page, words: string): Promise<void> {
  for (let tick = 0; tick < TICKS; tick += 1) {
    await page.waitForTimeout(200);
    if (
      await page.evaluate(
        `document.querySelector(".toolbar")?.textContent.includes(${JSON.stringify(words)}) || document.querySelector(".toasts")?.textContent.includes(${JSON.stringify(words)}) || false`,
      )
    )
      return;
  }
  throw new Error(`the window never said ${words}`);
}
