import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { contract } from "./src-shared/ipc/contract.ts";

/**
 * Main, the engine's thread and the command line as ES modules with their libraries inside, so that the installed app
 * carries no `node_modules` but better-sqlite3, whose native part cannot be bundled. The preload is one CommonJS file: a
 * sandboxed window loads nothing else.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: "src-main/index.ts",
          "engine-worker": "src-main/engine-host/engine-worker.ts",
          cli: "src-main/cli.ts",
        },
        external: ["better-sqlite3"],
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  preload: {
    define: { contractChannels: JSON.stringify(Object.keys(contract)) },
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: "src-main/preload.ts" },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src-renderer",
    plugins: [react()],
    build: {
      outDir: "out/renderer",
      sourcemap: false,
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: "src-renderer/index.html", print: "src-renderer/print.html" } },
    },
  },
});
