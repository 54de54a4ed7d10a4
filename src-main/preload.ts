import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from "electron";
import type { Bridge, Progress } from "#shared/ipc/contract.ts";
import { progressChannel } from "./ipc/progress-channel.ts";

/** The contract's channel names, put in by the build: the schemas themselves stay out of the windows' start. */
declare const contractChannels: readonly string[];
const allowed: ReadonlySet<string> = new Set(contractChannels);

const bridge: Bridge = {
  async invoke(channel, input) {
    if (!allowed.has(channel)) throw new Error(`no such channel: ${channel}`);
    return ipcRenderer.invoke(channel, input);
  },
  onProgress(listener) {
    const relay = (_event: IpcRendererEvent, progress: Progress) => listener(progress);
    ipcRenderer.on(progressChannel, relay);
    return () => ipcRenderer.removeListener(progressChannel, relay);
  },
  pathForFile(file) {
    if (!(file instanceof File)) throw new TypeError("not a file");
    return webUtils.getPathForFile(file);
  },
};

contextBridge.exposeInMainWorld("taizhang", Object.freeze(bridge));
