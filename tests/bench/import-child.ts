import { readFileSync } from "node:fs";
import { importFiles } from "#main/engine/inbox/inbox.ts";
import { closeSession, openWorkspace } from "#main/engine/workspace/workspace.ts";
import { timed } from "./figure.ts";
import { dependencies } from "./office.ts";

/** Imports files into a workspace, in a process of its own so that its memory is its own. Answers time and peak. */

const [, , dir = "", ...files] = process.argv;
const session = openWorkspace(dependencies, dir);
if (!session.ok) throw new Error(session.error.code);
const context = { progress: () => undefined, signal: new AbortController().signal };
const { ms, value } = await timed(() => importFiles(session.value, files, { trial: false, context }));
if (!value.ok) throw new Error(value.error.code);
closeSession(session.value);
const statuses = [...new Set(value.value.map(({ status }) => status))];
const added = value.value.reduce((sum, { counts }) => sum + counts.added, 0);
const rssMb = Math.round(peakKb() / 1000);
process.stdout.write(JSON.stringify({ ms, added, statuses, rssMb }));

/** NOTE: Linux counts into `maxRSS` what the parent held when it forked; its own peak is the kernel's VmHWM. */
function peakKb(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  const [, peak] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(peak);
}
