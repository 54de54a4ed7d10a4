// What the app may count on from tests/electron-stand-in; holds for Electron itself too, unless it says otherwise.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type ElectronApplication, type Page } from "@playwright/test";
import { firstPage, launchApp } from "../electron-stand-in/launch.ts";
import { findRealElectron, standInFolder } from "../electron-stand-in/real-electron.ts";

interface Fixture {
  call(channel: string, ...args: unknown[]): Promise<unknown>;
  add(a: number, b: number): number;
  ping(text: string, onPong: (text: string, bytes: Uint8Array) => void): void;
  unknown(): unknown;
}
interface Seen {
  navigations: string[];
  opened: string[];
  sender: { url: string; origin: string; window: number };
  files: string[];
}
declare global {
  // oxlint-disable-next-line no-var
  var fixture: Fixture;
  // oxlint-disable-next-line no-var
  var seen: Seen;
}

const appFolder = join(standInFolder, "fixture");
const onStandIn = !findRealElectron();
let folder: string;
let app: ElectronApplication;
let page: Page;

async function start(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), "stand-in-spec-"));
  app = await launchApp({ appFolder, userDataDir: join(folder, "data") });
  page = await firstPage(app);
  await expect(page.locator("#state")).toContainText("ready");
}

const readSeen = (): Promise<Seen> => app.evaluate(() => globalThis.seen);

/** The browser's processes for the running app, by the profile named on their command lines. */
function browserProcesses(profile: string): string[] {
  const lines = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line.includes(profile) && !line.includes("ps -eo"));
}

function profileOf(pid: number | undefined): string {
  const lines = execFileSync("ps", ["-eo", "ppid,args"], { encoding: "utf8" }).split("\n");
  const line = lines.find((candidate) => candidate.trim().startsWith(`${pid} `)) ?? "";
  return /--user-data-dir=(\S*taizhang-chromium-\S+)/.exec(line)?.[1] ?? "";
}

test.describe("one running app", () => {
  test.beforeAll(start);
  test.afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the page is exactly as large as the window was asked to be", async () => {
    const size = await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]);
    expect(size).toEqual([1366, 768, 1]);
    const png = await page.screenshot();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1366, 768]);
  });

  test("the app sees its own arguments, paths and versions", async () => {
    const told = await app.evaluate(({ app: main }) => ({
      argv: process.argv.slice(1),
      userData: main.getPath("userData"),
      name: main.getName(),
      version: main.getVersion(),
      folder: main.getAppPath(),
      electron: process.versions["electron"],
    }));
    expect(told).toMatchObject({ name: "stand-in-fixture", version: "1.2.3", folder: appFolder });
    expect(told.argv).toEqual([appFolder, `--user-data-dir=${join(folder, "data")}`]);
    expect(told.userData).toBe(join(folder, "data"));
    expect(told.electron).toMatch(/^\d+\./);
  });

  test("bytes and structured values survive the round trip", async () => {
    const kinds = await page.evaluate(async () => {
      const bytes = new Uint8Array(300_000).map((_, i) => i % 251);
      const back = await globalThis.fixture.call("echo", bytes.subarray(1));
      const sent = {
        date: new Date(5),
        map: new Map([[1, { gone: undefined }]]),
        set: new Set(["x"]),
        big: 10n,
      };
      const same = { ...sent, not: Number.NaN, text: "汉字😀", list: [sent.date] };
      const value: unknown = await globalThis.fixture.call("echo", same);
      const isSame = back instanceof Uint8Array && back.every((byte, i) => byte === (i + 1) % 251);
      // Playwright itself carries neither maps nor sets out of the page.
      const { map, set } = Object(value);
      const entries = map instanceof Map && [...map].map(([key, inner]) => [key, Object.keys(inner)]);
      return { isSame, length: back instanceof Uint8Array && back.length, value, entries, members: [...set] };
    });
    expect(kinds).toMatchObject({ isSame: true, length: 299_999, entries: [[1, ["gone"]]], members: ["x"] });
    expect(kinds.value).toMatchObject({ date: new Date(5), big: 10n, not: Number.NaN, text: "汉字😀" });
    const type = await page.evaluate(() => globalThis.fixture.call("describe", new ArrayBuffer(3)));
    expect(type).toBe("[object ArrayBuffer]");
  });

  test("a handler knows which page asked, by the app's own address", async () => {
    await page.evaluate(() => globalThis.fixture.call("echo", 1));
    expect((await readSeen()).sender).toEqual({
      url: "app://main/index.html",
      origin: "app://main",
      window: 1,
    });
  });

  test("errors reach the page with the channel's name; functions are refused both ways", async () => {
    const failure = (channel: string, args: string): Promise<string> =>
      page.evaluate(
        `fixture.call(${JSON.stringify(channel)}, ${args}).then(() => "none", (error) => error.message)`,
      );
    expect(await failure("fail", "1")).toBe("Error invoking remote method 'fail': RangeError: out of range");
    expect(await failure("nobody", "1")).toContain("No handler registered for 'nobody'");
    expect(await failure("unsendable", "1")).toContain("could not be cloned");
    expect(await failure("echo", "() => 1")).toContain("could not be cloned");
  });

  test("the main process can speak first, and a callback of the page's hears it", async () => {
    const pong = await page.evaluate(
      () =>
        new Promise((resolve) => globalThis.fixture.ping("hi", (text, bytes) => resolve([text, bytes[0]]))),
    );
    expect(pong).toEqual(["hi!", 7]);
    expect(await page.evaluate(() => globalThis.fixture.add(2, 3))).toBe(5);
  });

  test("the page reaches nothing beyond the exposed object, which is frozen", async () => {
    const found = await page.evaluate(() => {
      const names = Object.getOwnPropertyNames(window);
      const hidden = ["require", "process", "module", "ipcRenderer", "electron", "Buffer"];
      return {
        reachable: hidden.filter((name) => names.includes(name)),
        standIn: names.filter((name) => /stand|ipc|electron/i.test(name)),
        frozen:
          Object.isFrozen(window.fixture) &&
          Object.values(window.fixture).every((value) => Object.isFrozen(value)),
        descriptor: Object.getOwnPropertyDescriptor(window, "fixture"),
      };
    });
    expect(found).toMatchObject({ reachable: [], standIn: [], frozen: true });
    expect(found.descriptor).toMatchObject({ writable: false, configurable: false });
  });

  test("the content security policy of the response holds", async () => {
    expect(await page.evaluate(() => "inlineScriptRan" in window)).toBe(false);
    const evaluated = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.lateInlineScriptRan = true";
      document.head.append(script);
      return "lateInlineScriptRan" in window;
    });
    expect(evaluated).toBe(false);
  });

  test("module workers of the page load from the app's scheme", async () => {
    const said = await page.evaluate(() => {
      const worker = new Worker("page-worker.js", { type: "module" });
      return new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data)));
    });
    expect(said).toBe("from a module worker");
  });

  test("nothing reaches the network", async () => {
    const addresses = ["https://example.com/", "http://192.0.2.1/", "ws://192.0.2.1/"];
    for (const address of addresses) {
      const opening = page.evaluate(
        (url) => fetch(url, { mode: "no-cors" }).then(String, (error) => error.name),
        address,
      );
      expect(await opening).toBe("TypeError");
    }
  });

  test("a navigation the app refuses does not happen", async () => {
    const before = page.url();
    await page.locator("#away").click();
    await expect.poll(async () => (await readSeen()).navigations).toContain("https://example.com/");
    await page.evaluate(() => void (location.href = "https://example.org/"));
    await expect.poll(async () => (await readSeen()).navigations).toContain("https://example.org/");
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => globalThis.fixture.add(1, 1))).toBe(2);
  });

  test("no page opens a window", async () => {
    const opened = await page.evaluate(() => window.open("https://example.com/by-script"));
    await page.locator("#blank").click();
    await page.locator("#away").click({ modifiers: ["Control"] });
    await expect
      .poll(async () => (await readSeen()).opened)
      .toEqual(expect.arrayContaining(["https://example.com/by-script", "https://example.com/new"]));
    expect(opened).toBeNull();
    await expect.poll(() => app.windows().length).toBe(1);
  });

  test("a hidden window prints the page's own paper size", async () => {
    const bytes = await page.evaluate(() => globalThis.fixture.call("print"));
    const pdf = Buffer.from(bytes instanceof Uint8Array ? bytes : []).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map(([, box = ""]) =>
      box.trim().split(/\s+/).map(Number),
    );
    expect(boxes).toHaveLength(3);
    for (const [left = 0, bottom = 0, right = 0, top = 0] of boxes) {
      expect(right - left).toBeCloseTo(841.9, 0);
      expect(top - bottom).toBeCloseTo(595.3, 0);
    }
    await expect.poll(() => app.windows().length).toBe(1);
  });

  test("a test's answer takes the place of a dialog", async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ["/chosen"] });
    });
    const answer = await app.evaluate(({ dialog }) => dialog.showOpenDialog({}));
    expect(answer).toEqual({ canceled: false, filePaths: ["/chosen"] });
  });

  test("the app's window can be had from its page, and the theme follows", async () => {
    const window = await app.browserWindow(page);
    expect(await window.evaluate((main) => main.webContents.getURL())).toBe("app://main/index.html");
    const isDark = (): Promise<boolean> =>
      page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    expect(await isDark()).toBe(false);
    await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = "dark"));
    await expect.poll(isDark).toBe(true);
  });

  test("files chosen or dropped have a path", async () => {
    const path = join(folder, "名册.txt");
    writeFileSync(path, "x");
    await page.locator("#file").setInputFiles(path);
    await expect(page.locator("#state")).toHaveText(path);
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>("#file");
      const data = new DataTransfer();
      for (const file of input?.files ?? []) data.items.add(file);
      document.querySelector("#state")?.replaceChildren();
      const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector("#drop")?.dispatchEvent(event);
    });
    await expect(page.locator("#state")).toHaveText(path);
  });

  test("worker threads of the main process work", async () => {
    expect(await page.evaluate(() => globalThis.fixture.call("ask-worker", 21))).toBe(42);
  });

  test("what the stand-in lacks throws instead of being undefined", async () => {
    test.skip(!onStandIn);
    await expect(app.evaluate((electron) => Reflect.get(electron, "TouchBar"))).rejects.toThrow(
      "electron.TouchBar",
    );
    await expect(app.evaluate(({ app: main }) => main.getGPUInfo("basic"))).rejects.toThrow("app.getGPUInfo");
    await expect(
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.flashFrame(true)),
    ).rejects.toThrow("not implemented by the stand-in: BrowserWindow.flashFrame");
    const inPage = await page.evaluate(() => {
      try {
        return String(globalThis.fixture.unknown());
      } catch (error) {
        return String(error);
      }
    });
    expect(inPage).toContain("not implemented by the stand-in: ipcRenderer.sendSync");
  });
});

test.describe("the end of the app", () => {
  test.skip(!onStandIn, "Electron's own processes are its own affair");
  test.beforeEach(start);
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("closing it leaves no browser behind", async () => {
    const profile = profileOf(app.process().pid);
    expect(browserProcesses(profile).length).toBeGreaterThan(1);
    await app.close();
    await expect.poll(() => browserProcesses(profile), { timeout: 3000 }).toEqual([]);
  });

  test("neither does killing it, and the browser's profile goes too", async () => {
    const profile = profileOf(app.process().pid);
    expect(readFileSync(join(profile, "Local State"), "utf8")).not.toBe("");
    app.process().kill("SIGKILL");
    await expect.poll(() => browserProcesses(profile), { timeout: 3000 }).toEqual([]);
    expect(() => readFileSync(join(profile, "Local State"))).toThrow();
  });

  test("the app ends when its browser is ended", async () => {
    const closed = app.waitForEvent("close");
    const own =
      browserProcesses(profileOf(app.process().pid)).find((line) => !/--type=|\/bin\/sh/.test(line)) ?? "";
    process.kill(Number(own.trim().split(" ")[0]), "SIGKILL");
    await closed;
  });

  test("the last window's closing ends it, and a second app is told to give way to the first", async () => {
    expect(await app.evaluate(({ app: main }) => main.requestSingleInstanceLock())).toBe(true);
    const second = await launchApp({ appFolder, userDataDir: join(folder, "data"), args: ["--second"] });
    const heard = app.evaluate(
      ({ app: main }) =>
        new Promise((resolve) => main.once("second-instance", (_event, argv) => resolve(argv.at(-1)))),
    );
    expect(await second.evaluate(({ app: main }) => main.requestSingleInstanceLock())).toBe(false);
    expect(await heard).toBe("--second");
    await second.close();
    const closed = app.waitForEvent("close");
    await app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined);
    await closed;
  });
});
