/** Menus are kept, not shown: Chromium's window has no room for them. */
import { strict, strictEmitter } from "./strict.ts";

type Template = Electron.MenuItemConstructorOptions;
type Item = Omit<Template, "submenu"> & { readonly submenu?: StandInMenu };

let applicationMenu: StandInMenu | null = null;

export class StandInMenu extends strictEmitter("Menu") {
  static setApplicationMenu(menu: StandInMenu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): StandInMenu | null {
    return applicationMenu;
  }
  static buildFromTemplate(template: readonly Template[]): StandInMenu {
    const menu = new StandInMenu();
    menu.items.push(...template.map(toItem));
    return menu;
  }

  readonly items: Item[] = [];

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup(): void {}
  closePopup(): void {}
}

function toItem({ submenu, ...rest }: Template): Item {
  if (submenu === undefined) return strict("MenuItem", rest);
  const menu = Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : undefined;
  return strict("MenuItem", { ...rest, ...(menu ? { submenu: menu } : {}) });
}
