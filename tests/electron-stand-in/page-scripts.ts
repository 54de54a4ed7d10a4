/** The scripts every page of a window starts with, as text for the DevTools protocol. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { exposeApis, exposeId, refuseWindowOpen } from "./main-world.ts";
import { runPreload } from "./preload-world.ts";
import { createWire } from "./wire.ts";
import { connectWorlds } from "./world-port.ts";

export const preloadWorldName = "stand-in preload";
export const ipcBinding = "__standInIpc";
export const openBinding = "__standInOpen";
export const receiverName = "__standInReceive";

/** Runs in every frame's own world. */
export const openScript = `(${refuseWindowOpen})(${JSON.stringify(openBinding)});`;

interface PreloadScripts {
  readonly mainWorld: string;
  readonly isolatedWorld: string;
  /** Whether the preload may ask for the path of a file. */
  readonly asksForFilePaths: boolean;
}

/** One script for the page's world and one for the isolated world, joined by event names nobody else knows. */
export function preloadScripts(preloadPath: string): PreloadScripts {
  const toPage = JSON.stringify(randomUUID());
  const toPreload = JSON.stringify(randomUUID());
  const { platform, arch, versions } = process;
  const processInfo = JSON.stringify({ platform, arch, versions: { ...versions } });
  const source = readFileSync(preloadPath, "utf8");
  // Electron runs a preload in the main frame only.
  const inMainFrame = (statement: string): string => `if (window === window.top) { ${statement} }`;
  return {
    asksForFilePaths: source.includes("webUtils"),
    mainWorld: inMainFrame(`(${exposeApis})((${connectWorlds})(${toPreload}, ${toPage}), ${exposeId});`),
    isolatedWorld: inMainFrame(`(${runPreload})({
      port: (${connectWorlds})(${toPage}, ${toPreload}),
      createWire: ${createWire},
      exposeId: ${exposeId},
      binding: ${JSON.stringify(ipcBinding)},
      receiver: ${JSON.stringify(receiverName)},
      process: ${processInfo},
      preloadPath: ${JSON.stringify(preloadPath)},
      preload: function (require, module, exports, process) {
${source}
}});`),
  };
}
