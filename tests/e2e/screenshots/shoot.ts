import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { createTranslator, type InterfaceLanguage } from "#shared/i18n/translator.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Desk } from "../support/desk.ts";
import { seriousFindings } from "../support/axe.ts";
import { toPalettePng } from "./palette-png.ts";

/** A page, how to bring it to where it is worth looking at, and what is seen once it is there. */
export interface Shot {
  readonly name: string;
  /** In the address: `entry?filter=invalid`; unset stays where the window is. */
  readonly route?: string;
  readonly reach?: (page: Page, t: Translate) => Promise<void>;
  readonly ready: (page: Page, t: Translate) => Locator;
}

interface Look {
  readonly language: InterfaceLanguage;
  readonly theme: "light" | "dark";
}

/** `SHOTS=home,entry` takes a few only; `LOOKS=zh-light` one look; `SIZE=1093x614` another window. */
const wanted = (name: string, variable: string): boolean =>
  process.env[variable]?.split(",").includes(name) ?? true;
const [WIDTH = 1366, HEIGHT = 768] = process.env["SIZE"]?.split("x").map(Number) ?? [];
const folder = process.env["INTO"] ?? join(import.meta.dirname, "..", "..", "..", "docs", "screenshots");

/** As in accessibility.spec.ts, two looks stand for the four. */
const audited = new Set(["zh-light", "en-dark"]);

const looks = (["zh-CN", "en"] as const)
  .flatMap((language) => (["light", "dark"] as const).map((theme): Look => ({ language, theme })))
  .filter((look) => wanted(lookName(look), "LOOKS"));

function lookName({ language, theme }: Look): string {
  return `${language === "en" ? "en" : "zh"}-${theme}`;
}

/**
 * Every shot in every look, all of one look before the next. By the menu nothing is reloaded: for what a window
 * remembers only while it is open.
 */
export async function shootAll(
  desk: Desk,
  role: "county" | "office",
  shots: readonly Shot[],
  by: "reload" | "menu" = "reload",
): Promise<void> {
  for (const look of looks) {
    await (by === "menu" ? change(desk.page, look) : wear(desk, look));
    const t = createTranslator(look.language);
    for (const shot of shots) await shoot(desk, `${role}-${shot.name}`, shot, look, t);
  }
}

async function wear({ page }: Desk, look: Look): Promise<void> {
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: null });
  await page.evaluate(`window.taizhang.invoke("app.preferences", ${JSON.stringify(look)})`);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", look.language);
}

async function change(page: Page, { language, theme }: Look): Promise<void> {
  const html = page.locator("html");
  const choose = async (name: string): Promise<void> => {
    await page.locator(".who").click();
    await page.getByRole("menuitem", { name }).click();
  };
  const now = (await html.getAttribute("lang")) === "en" ? "en" : "zh-CN";
  if (now !== language) await choose(createTranslator(now)("shell:otherLanguage"));
  await expect(html).toHaveAttribute("lang", language);
  await choose(createTranslator(language)(theme === "dark" ? "shell:themeDark" : "shell:themeLight"));
  await expect(html).toHaveAttribute("data-theme", theme);
}

async function shoot({ page }: Desk, name: string, shot: Shot, look: Look, t: Translate): Promise<void> {
  if (!wanted(name, "SHOTS")) return;
  if (shot.route !== undefined) await go(page, shot.route);
  await shot.reach?.(page, t);
  await expect.soft(shot.ready(page, t), name).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(t("common:loading"))).toHaveCount(0);
  if (audited.has(lookName(look))) expect.soft(await seriousFindings(page), name).toEqual([]);
  await page.mouse.move(WIDTH - 1, HEIGHT - 1);
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}-${lookName(look)}.png`), toPalettePng(png));
}

/** Leaves dialogs and what a page remembers of the last visit behind. */
async function go(page: Page, route: string): Promise<void> {
  for (let open = await page.getByRole("dialog").count(); open > 0; open -= 1) {
    await page.keyboard.press("Escape");
  }
  await page.evaluate(`window.location.hash = "#/nowhere"`);
  await page.evaluate(`window.location.hash = ${JSON.stringify(`#/${route}`)}`);
}
