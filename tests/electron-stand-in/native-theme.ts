import { colorSchemeChanges, setThemeSource, themeSource } from "./color-scheme.ts";
import { strictEmitter } from "./strict.ts";

class StandInNativeTheme extends strictEmitter("nativeTheme") {
  constructor() {
    super();
    colorSchemeChanges.on("changed", () => this.emit("updated", {}));
  }
  get themeSource(): Electron.NativeTheme["themeSource"] {
    return themeSource();
  }
  set themeSource(source: Electron.NativeTheme["themeSource"]) {
    setThemeSource(source);
  }
  get shouldUseDarkColors(): boolean {
    return themeSource() === "dark";
  }
  get shouldUseHighContrastColors(): boolean {
    return false;
  }
}

export const nativeTheme = new StandInNativeTheme();
