import type { WorldPort } from "./world-port.ts";

/** The number under which the page's world offers to put an API on `window`. */
export const exposeId = 1;

/** NOTE: self-contained: run in the page's own world, before any script of the page's. */
export function exposeApis(port: WorldPort, id: number): void {
  const deepFreeze = (value: unknown): unknown => {
    if ((typeof value === "object" && value !== null) || typeof value === "function") {
      for (const member of Object.values(value)) deepFreeze(member);
      Object.freeze(value);
    }
    return value;
  };
  port.serve(id, (key, api) => {
    const name = String(key);
    if (Object.hasOwn(window, name)) {
      throw new Error("Cannot bind an API on top of an existing property on the window object");
    }
    Object.defineProperty(window, name, { value: deepFreeze(api), enumerable: true });
  });
}

/**
 * NOTE: self-contained: run in the page's own world, in every frame. The app's window-open handler cannot be
 * asked before `window.open` has to return, so every call is refused here; popups that come about otherwise
 * (links with a target) are closed by popups.ts. `report` is the name of a binding.
 */
export function refuseWindowOpen(report: string): void {
  const send: unknown = Reflect.get(window, report);
  Reflect.deleteProperty(window, report);
  const open = (url = "", frameName = "", features = ""): null => {
    const absolute = url === "" ? "about:blank" : new URL(url, document.baseURI).href;
    if (typeof send === "function") send(JSON.stringify({ url: absolute, frameName, features }));
    return null;
  };
  Object.defineProperty(window, "open", {
    value: open,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
