/** Dialogs through `zenity` where there is a display and zenity; otherwise as if the user had cancelled. */
import { spawn } from "node:child_process";
import { hasDisplay } from "./browser-process.ts";
import { strict } from "./strict.ts";

/** What zenity printed; `undefined` when it was cancelled or could not be asked. */
function zenity(args: readonly string[]): Promise<string | undefined> {
  if (!hasDisplay()) return Promise.resolve(undefined);
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const child = spawn("zenity", args, { stdio: ["ignore", "pipe", "ignore"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.once("error", () => resolve(undefined));
  child.once("close", (code) => resolve(code === 0 ? text.trimEnd() : undefined));
  return promise;
}

/** Electron lets the window be left out. */
function optionsOf<T extends object>(args: readonly unknown[]): Partial<T> {
  return args.at(-1) ?? {}; // The last argument is the options, by Electron's own overloads.
}

const filterArgs = (filters: readonly Electron.FileFilter[] = []): string[] =>
  filters.map(
    ({ name, extensions }) => `--file-filter=${name} | ${extensions.map((e) => `*.${e}`).join(" ")}`,
  );

function fileArgs({
  title,
  defaultPath,
  filters,
}: Electron.OpenDialogOptions | Electron.SaveDialogOptions): string[] {
  const named = [
    ...(title ? [`--title=${title}`] : []),
    ...(defaultPath ? [`--filename=${defaultPath}`] : []),
  ];
  return ["--file-selection", ...named, ...filterArgs(filters)];
}

export const dialog = strict("dialog", {
  async showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue> {
    const options = optionsOf<Electron.OpenDialogOptions>(args);
    const { properties = [] } = options;
    const several = properties.includes("multiSelections") ? ["--multiple", "--separator=\n"] : [];
    const folder = properties.includes("openDirectory") ? ["--directory"] : [];
    const answer = await zenity([...fileArgs(options), ...several, ...folder]);
    return answer ? { canceled: false, filePaths: answer.split("\n") } : { canceled: true, filePaths: [] };
  },
  async showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue> {
    const answer = await zenity([...fileArgs(optionsOf<Electron.SaveDialogOptions>(args)), "--save"]);
    return answer ? { canceled: false, filePath: answer } : { canceled: true, filePath: "" };
  },
  /** Asks one question only: the first button or the one for cancelling. */
  async showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue> {
    const { message = "", detail = "", buttons = [], cancelId } = optionsOf<Electron.MessageBoxOptions>(args);
    const text = `--text=${[message, detail].filter(Boolean).join("\n\n")}`;
    const cancelled = cancelId ?? Math.max(0, buttons.length - 1);
    const kind = buttons.length > 1 ? ["--question", `--ok-label=${buttons[0]}`] : ["--info"];
    const answer = await zenity([...kind, "--no-markup", text]);
    return { response: answer === undefined ? cancelled : 0, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
    void zenity(["--error", "--no-markup", `--title=${title}`, `--text=${content}`]);
  },
});
