import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { classFaults } from "./class-homes.ts";

/** Rules of the repository that no other tool knows: what its text may not say, how long a file may be. */

const root = join(import.meta.dirname, "..", "..");
const MAX_LINES = 300;
const self = "tests/checks/repository.ts";

const FORBIDDEN: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /registry\.npmjs\.org|registry\.yarnpkg|deb\.debian\.org/, why: "names a registry's host" },
  { pattern: /(?<![\w.])\/(?:work|root|farm)\/[a-z]/, why: "names a path of some machine" },
  { pattern: /\b(?:test|describe|it)\.(?:(?:only|todo)\(|skip\(\s*["'`])/, why: "leaves tests out" },
];

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter(
    (file) =>
      file !== "" && file !== self && existsSync(join(root, file)) && !/\.(png|pdf|ico|icns)$/.test(file),
  );

const faults: string[] = [];
for (const file of files) {
  const text = readFileSync(join(root, file), "utf8");
  for (const [index, line] of text.split("\n").entries()) {
    for (const { pattern, why } of FORBIDDEN)
      if (pattern.test(line)) faults.push(`${file}:${index + 1} ${why}`);
  }
  const lines = text.split("\n").length - 1;
  // Drawings are data: an icon is not a thing a file could be two of.
  if (file.endsWith("/icon-shapes.tsx")) continue;
  if (/^(src-|seeds\/).*\.tsx?$/.test(file) && lines > MAX_LINES)
    faults.push(`${file} has ${lines} lines: two things in one?`);
}

const sheets = new Map(
  files.filter((file) => file.endsWith(".css")).map((file) => [file, readFileSync(join(root, file), "utf8")]),
);
if (sheets.size < 10) faults.push(`read only ${sheets.size} style sheets`);
faults.push(...classFaults(sheets));

const lock = readFileSync(join(root, "package-lock.json"), "utf8");
if (/"resolved"/.test(lock)) faults.push("package-lock.json records download addresses");
const pins: Record<"dependencies" | "devDependencies" | "overrides", object> = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const versions = [pins.dependencies, pins.devDependencies, pins.overrides].flatMap(Object.entries);
if (versions.length < 10) faults.push(`package.json: read only ${versions.length} versions`);
for (const [name, version] of versions) {
  if (!/^\d+\.\d+\.\d+$/.test(String(version))) faults.push(`package.json: ${name} is not pinned exactly`);
}

if (files.length < 200) faults.push(`read only ${files.length} files`);
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${files.length} files, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
