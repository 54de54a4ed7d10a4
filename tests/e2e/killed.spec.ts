import { randomInt } from "node:crypto";
import { expect, test, type ConsoleMessage } from "@playwright/test";
import { runs } from "../support/runs.ts";
import { desk, page, startAgain, withDesk } from "./support/city-desk.ts";
import { navigate } from "./support/desk.ts";

/** The program is killed while an officer types: whatever the window had called saved is there afterwards. */

const AT = "2024-04-05T01:00:00.000Z";
const CELLS = 20;
const ROUNDS = runs(3, 30);
const MARK = "called saved: ";

withDesk(AT, { fengcheng: "360981" }, (scene) => scene.laptop("fengcheng"));
test.beforeAll(openEntry);

async function openEntry(): Promise<void> {
  await navigate(page, "填报");
  await page.getByRole("button", { name: "指标", exact: true }).click();
  await expect(page.locator("#cell-indicator\\:T02-1-now")).toBeVisible();
}

/** What this period's cells show, by the cell's id. */
const cellsShown = (): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[role=gridcell][id$=-now]")].map(({ id, textContent }) => [
        id,
        textContent,
      ]),
    ),
  );

/** Has the window say what all cells show, every time that it calls them saved. */
async function watch(): Promise<Record<string, string>[]> {
  const seen: Record<string, string>[] = [];
  page.on("console", (message: ConsoleMessage) => {
    const text = message.text();
    if (text.startsWith(MARK)) seen.push(JSON.parse(text.slice(MARK.length)));
  });
  await page.evaluate((mark) => {
    const tell = (): void => {
      if (!document.querySelector(".savestate[role=status]")?.textContent?.startsWith("已保存")) return;
      const cells = [...document.querySelectorAll("[role=gridcell][id$=-now]")];
      // oxlint-disable-next-line no-console
      console.log(
        mark + JSON.stringify(Object.fromEntries(cells.map((cell) => [cell.id, cell.textContent]))),
      );
    };
    const state = document.querySelector(".topbar");
    if (state === null) throw new Error("no top bar");
    new MutationObserver(tell).observe(state, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  }, MARK);
  return seen;
}

for (let round = 1; round <= ROUNDS; round += 1) {
  test(`what was called saved is there after the program was killed in the middle of typing (${round})`, async () => {
    const { app } = desk;
    const seen = await watch();
    const values = Array.from({ length: CELLS }, (_, index) => String(round * 100 + index));
    await page.locator("#cell-indicator\\:T02-1-now").click();
    const typing = (async () => {
      for (const value of values) {
        await page.keyboard.type(value);
        await page.keyboard.press("Tab");
      }
    })().catch(() => undefined);
    const enough = 2 + randomInt(12);
    const last = Number(values.at(-1)).toFixed(2);
    const isAllSaved = (): boolean => Object.values(seen.at(-1) ?? {}).includes(last);
    // A busy machine calls several saves saved in one go: then it is killed after the last.
    await expect.poll(() => seen.length >= enough || isAllSaved(), { intervals: [5] }).toBe(true);
    const ended = app.waitForEvent("close");
    app.process().kill("SIGKILL");
    await Promise.all([ended, typing]);

    await startAgain();
    await openEntry();
    const kept = await cellsShown();
    const saved = seen.at(-1) ?? {};
    const compared = Object.keys(saved).filter((id) => id in kept);
    expect(compared.length).toBeGreaterThan(10);
    const typed = values.map((value) => Number(value).toFixed(2));
    expect(compared.some((id) => typed.includes(saved[id]?.replaceAll(",", "") ?? ""))).toBe(true);
    const arrived = compared.filter((id) => kept[id] !== saved[id]);
    expect(arrived.length).toBeLessThanOrEqual(1);
    for (const id of arrived) {
      // The one figure that was on its way may have arrived; none that was called saved goes missing or is another.
      expect(typed).toContain(kept[id]?.replaceAll(",", ""));
      expect(typed).not.toContain(saved[id]?.replaceAll(",", ""));
    }
  });
}
