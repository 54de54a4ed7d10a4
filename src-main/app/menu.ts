import { Menu } from "electron";

/** No menu bar; on a Mac copying and pasting by keyboard needs the edit menu, and quitting the app menu. */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    platform === "darwin" ? Menu.buildFromTemplate([{ role: "appMenu" }, { role: "editMenu" }]) : null,
  );
}
