import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Type-checks the folder named as argument. `tsc` is content with a project that has no files, so this fails when it
 * read none of the folder's own.
 */

const root = join(import.meta.dirname, "..", "..");
const [folder = ""] = process.argv.slice(2);
const run = spawnSync("tsc", ["-p", folder, "--listFiles"], {
  cwd: root,
  encoding: "utf8",
  shell: process.platform === "win32",
});

const own = `${root.replaceAll("\\", "/")}/${folder}/`;
const isListed = (line: string): boolean => /^(?:\/|[A-Za-z]:\/).*\.[cm]?tsx?$/.test(line);
const lines = (run.stdout ?? "").split("\n").map((line) => line.trimEnd());
const read = lines.filter((line) => isListed(line) && line.startsWith(own)).length;
for (const line of lines)
  if (line !== "" && !isListed(line) && !line.endsWith(".json")) process.stdout.write(`${line}\n`);
process.stdout.write(`${read} files\n`);
process.exitCode = run.status === 0 && read > 0 ? 0 : 1;
