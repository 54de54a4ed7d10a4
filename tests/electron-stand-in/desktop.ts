/** The desktop's services: recorded or kept in this process, never passed on. */
import { strict, strictEmitter } from "./strict.ts";

/** What the app asked the desktop to open, in order, for tests to read. */
const opened: { readonly what: "path" | "folder" | "external"; readonly target: string }[] = [];

export const shell = strict("shell", {
  opened,
  openPath(path: string): Promise<string> {
    opened.push({ what: "path", target: path });
    return Promise.resolve("");
  },
  showItemInFolder(path: string): void {
    opened.push({ what: "folder", target: path });
  },
  openExternal(url: string): Promise<void> {
    opened.push({ what: "external", target: url });
    return Promise.resolve();
  },
  beep(): void {},
});

let clip = { text: "", html: "" };

export const clipboard = strict("clipboard", {
  readText: () => clip.text,
  readHTML: () => clip.html,
  writeText: (text: string) => void (clip = { text, html: "" }),
  writeHTML: (html: string) => void (clip = { text: "", html }),
  write: ({ text = "", html = "" }: { text?: string; html?: string }) => void (clip = { text, html }),
  clear: () => void (clip = { text: "", html: "" }),
});

class StandInPowerMonitor extends strictEmitter("powerMonitor") {}
export const powerMonitor = new StandInPowerMonitor();

class StandInScreen extends strictEmitter("screen") {
  getPrimaryDisplay(): Pick<
    Electron.Display,
    "id" | "bounds" | "workArea" | "size" | "workAreaSize" | "scaleFactor"
  > {
    const size = { width: 1920, height: 1200 };
    const bounds = { x: 0, y: 0, ...size };
    const scaleFactor = Number(process.env["TAIZHANG_SCALE"] ?? "1");
    return strict("Display", { id: 1, bounds, workArea: bounds, size, workAreaSize: size, scaleFactor });
  }
  getAllDisplays(): ReturnType<StandInScreen["getPrimaryDisplay"]>[] {
    return [this.getPrimaryDisplay()];
  }
}
export const screen = new StandInScreen();
