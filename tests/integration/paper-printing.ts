import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { setTimeout as setTimeoutPromise } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { chromium, type Browser } from "playwright-core";
import { build } from "vite";
import type { SheetModel } from "#shared/paper/sheet-model.ts";

/** Builds the print page as it ships and prints models with the system's Chromium, as the program's window does. */

const ORIGIN = "https://print.invalid";
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

const executable = process.env["TAIZHANG_CHROMIUM"] ?? "/usr/bin/chromium";
export interface Printer {
  /**
   * Writes the PDF and answers its path. Throws where the page's policy refused something, the console complained
   * or a text stands out of its cell.
   */
  print(model: SheetModel, name: string): Promise<string>;
  close(): Promise<void>;
}

export async function createPrinter(): Promise<Printer> {
  const dir = await mkdtemp(join(tmpdir(), "taizhang-print-"));
  const out = join(dir, "page");
  const root = fileURLToPath(new URL("../../src-renderer/", import.meta.url));
  await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    build: { outDir: out, rolldownOptions: { input: join(root, "print.html") } },
  });
  const browser = await chromium.launch({
    executablePath: executable,
    args: ["--disable-gpu", "--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  return {
    print: async (model, name) => {
      const file = join(dir, `${name}.pdf`);
      await writeFile(file, await printedInTime(browser, out, model));
      return file;
    },
    close: async () => {
      await browser.close();
      await rm(dir, { recursive: true });
    },
  };
}

/** Run in the page: the texts of cells, headings and fields that are wider than their box. */
const OVERFLOWS = `[...document.querySelectorAll("th, td, .head *, .sign *")]
  .filter((element) => !element.closest("svg") && element.clientWidth > 0 && element.scrollWidth > element.clientWidth)
  .map((element) => "stands out: " + element.className + " " + element.textContent)`;

const DEADLINE_MS = 50_000;

/** NOTE: on a busy machine Chromium once in thousands of pages never answers; a new page then does. */
async function printedInTime(browser: Browser, out: string, model: SheetModel): Promise<Uint8Array> {
  const timeUp = Symbol("time up");
  const late = setTimeoutPromise(DEADLINE_MS, timeUp, { ref: false });
  const printing = printModel(browser, out, model);
  const first = await Promise.race([printing, late]);
  if (typeof first !== "symbol") return first;
  // What closing its page makes of the first attempt is nobody's concern.
  printing.catch(() => undefined);
  for (const context of browser.contexts()) await context.close();
  return printModel(browser, out, model);
}

async function printModel(browser: Browser, out: string, model: SheetModel): Promise<Uint8Array> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.route("**/*", async (route) => {
    const path = new URL(route.request().url()).pathname;
    const type = TYPES[extname(path)];
    if (type === undefined) return route.fulfill({ status: 404 });
    const headers = { "content-type": type, "content-security-policy": POLICY };
    return route.fulfill({ headers, body: await readFile(join(out, path)) });
  });
  const ready = new Promise<void>((resolve) => void page.exposeFunction("printReady", resolve));
  await page.addInitScript(
    `window.taizhang = { invoke: async (channel) => {
      if (channel === "print.model") return { ok: true, value: ${JSON.stringify(model)} };
      if (channel !== "print.ready") throw new Error("unexpected channel " + channel);
      await window.printReady();
      return { ok: true, value: {} };
    } };`,
  );
  await page.goto(`${ORIGIN}/print.html`);
  await ready;
  await page.emulateMedia({ media: "print" });
  complaints.push(...(await page.evaluate<string[]>(OVERFLOWS)));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false });
  await page.close();
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  return pdf;
}

const poppler = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });

export interface PdfFacts {
  readonly pages: number;
  /** `595.2 x 841.9` of every page. */
  readonly sizes: readonly string[];
  /** Text of each page in reading order, white space removed. */
  readonly texts: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
}

export function pdfFacts(file: string): PdfFacts {
  const pages = Number(/^Pages:\s+(\d+)$/mu.exec(poppler("pdfinfo", file))?.[1]);
  const sizes = [
    ...poppler("pdfinfo", "-l", "-1", file).matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gmu),
  ];
  const fonts = poppler("pdffonts", file).split("\n").slice(2).filter(Boolean);
  return {
    pages,
    sizes: sizes.map((match) => `${Math.round(Number(match[1]))}x${Math.round(Number(match[2]))}`),
    texts: poppler("pdftotext", "-raw", file, "-")
      .split("\f")
      .slice(0, pages)
      .map((text) => text.replaceAll(/\s/gu, "")),
    fonts: fonts.map((line) => {
      const [name, embedded] = [line.slice(0, 36).trim(), line.slice(36).match(/\b(yes|no)\b/u)?.[1]];
      return { name, embedded: embedded === "yes" };
    }),
  };
}
