import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { importsOf } from "./imports-of.ts";
import { layerFault } from "./layer-rules.ts";

/**
 * Holds every import to the direction main → shared ← renderer and to the finer rules of `layer-rules.ts`. Fails when
 * it read nothing: a check that sees no modules is no check.
 */

const root = join(import.meta.dirname, "..", "..");
const files = execFileSync(
  "git",
  ["ls-files", "-co", "--exclude-standard", "--", ":(glob)src-*/**/*.ts", ":(glob)src-*/**/*.tsx"],
  { cwd: root, encoding: "utf8" },
)
  .split("\n")
  .filter((file) => file !== "" && !file.endsWith(".d.ts") && existsSync(join(root, file)));

let imports = 0;
const faults: string[] = [];
for (const file of files) {
  const { specifiers, faults: unread } = importsOf(file, readFileSync(join(root, file), "utf8"));
  faults.push(...unread.map((fault) => `${file}: ${fault}`));
  for (const specifier of specifiers) {
    imports += 1;
    const fault = layerFault(file, target(file, specifier));
    if (fault !== null) faults.push(`${file}: imports ${specifier}: ${fault}`);
  }
}

if (files.length < 100 || imports < 300)
  faults.push(`read only ${files.length} files and ${imports} imports`);
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${files.length} files, ${imports} imports, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Path from the repository's root for our own modules, the bare name for packages. */
function target(file: string, specifier: string): string {
  const [, space, rest] = /^#(shared|main|seeds)\/(.*)$/.exec(specifier) ?? [];
  if (space !== undefined) return `${space === "seeds" ? "seeds" : `src-${space}`}/${rest ?? ""}`;
  return specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier) : specifier;
}
