import { Worker, type MessagePort } from "node:worker_threads";

/**
 * Starts the engine's thread from its built file.
 * NOTE: Node's own options are not handed on: a debugger's preloaded module belongs to the app's main thread alone.
 */
export const startEngine =
  (file: string, clockOffsetMs: number) =>
  (cancels: MessagePort): Worker =>
    new Worker(file, {
      workerData: { clockOffsetMs, cancels },
      transferList: [cancels],
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb },
    });

/** Long imports make much short-lived garbage; left to itself the heap would grow with it. */
const maxYoungGenerationSizeMb = 12;
