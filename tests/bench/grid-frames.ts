import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createReporterWorkspace } from "#main/engine/workspace/create-workspace.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { openDesk } from "../e2e/support/desk.ts";
import { figure, type Figure } from "./figure.ts";
import { frames, percentile } from "./frames.ts";
import { dependencies } from "./office.ts";
import { widePlan } from "./wide-plan.ts";

const LINES = 10_000;
const CELLS = 60;
const STEPS = 120;
const AT = "2024-05-08T01:00:00.000Z";

/** Frames of the window while a grid of 10,000 lines is scrolled and typed in, against the same window at rest. */
export async function gridFrames(folder: string): Promise<Figure> {
  const dir = join(folder, "wide");
  const wide = { ...dependencies, bundledPlan: () => widePlan(LINES) };
  const made = await createReporterWorkspace(wide, {
    dir,
    unit: unitKeySchema.parse("360981"),
    name: "填报人甲",
  });
  if (!made.ok) throw new Error(made.error.code);
  closeSession(made.value);
  const desk = await openDesk(join(folder, "desk"), AT, ["--workspace", dir]);
  const { page } = desk;
  try {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole("navigation").getByRole("link", { name: /^填报/ }).click();
    await page.locator(".grid__line").first().waitFor({ timeout: 60_000 });
    // Opening leaves much behind, most of it by the stand-in, which copies an answer five times on its way.
    await page.requestGC();
    const idle = await frames(page, () => page.waitForTimeout(1000));
    const used = await frames(page, () => use(page));
    const rows = await page.locator(".grid__row").count();
    const [idleP99, p99] = [percentile(idle, 0.99), percentile(used, 0.99)];
    return figure(
      { name: "scroll and type in a grid of 10,000 lines, p99 frame", count: used.length, ms: p99 },
      { name: "p99 frame of the same window at rest", ms: idleP99 },
      {
        longestMs: Math.round(Math.max(...used)),
        over50: used.filter((ms) => ms > 50).length,
        rowsInDom: rows,
      },
    );
  } finally {
    await desk.app.close();
  }
}

async function use(page: Page): Promise<void> {
  const box = page.locator(".gridbox");
  await box.hover();
  for (let step = 0; step < STEPS; step += 1) await page.mouse.wheel(0, 600);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+Home");
  for (let cell = 0; cell < CELLS; cell += 1) {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type(String(10_000 + cell), { delay: 15 });
    await page.keyboard.press("Enter");
  }
}
