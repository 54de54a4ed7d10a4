import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseSync } from "oxc-parser";
import { layerFault } from "./layer-rules.ts";

/**
 * Holds every import to the direction main → shared ← renderer and to the finer rules of `layer-rules.ts`. Fails when
 * it read nothing: a check that sees no modules is no check.
 */

const root = join(import.meta.dirname, "..", "..");
const files = execFileSync(
  "git",
  ["ls-files", "-co", "--exclude-standard", "--", "src-*/**/*.ts", "src-*/**/*.tsx"],
  { cwd: root, encoding: "utf8" },
)
  .split("\n")
  .filter((file) => file !== "" && !file.endsWith(".d.ts") && existsSync(join(root, file)));

let imports = 0;
const faults: string[] = [];
for (const file of files) {
  const { module, errors } = parseSync(file, readFileSync(join(root, file), "utf8"));
  if (errors.length > 0) faults.push(`${file}: does not parse`);
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  for (const specifier of named) {
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
  return specifier.startsWith(".") ? relative(root, join(root, dirname(file), specifier)) : specifier;
}
