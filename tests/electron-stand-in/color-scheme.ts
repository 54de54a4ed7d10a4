import { EventEmitter } from "node:events";

type Source = Electron.NativeTheme["themeSource"];
let source: Source = "system";
/** Emits "changed"; nativeTheme sets, every page follows. */
export const colorSchemeChanges = new EventEmitter();

export const themeSource = (): Source => source;

export function setThemeSource(next: Source): void {
  if (next === source) return;
  source = next;
  colorSchemeChanges.emit("changed");
}

/** What `prefers-color-scheme` is to be; empty where the system decides. */
export const mediaColorScheme = (): string => (source === "system" ? "" : source);
