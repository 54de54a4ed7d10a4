import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

/** Source files and what is written in them, for the checks of the interface's words. */
export type Source = { readonly file: string; readonly program: unknown };

export function readSources(folders: readonly string[], endings: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      .map((name) => {
        const file = join(folder, name);
        const { program, errors } = parseSync(file, readFileSync(file, "utf8"));
        if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
        return { file, program };
      }),
  );
}

export type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** Every node below, with the nodes above it, nearest last. */
export function walk(
  root: unknown,
  visit: (node: Node, above: readonly Node[]) => void,
  above: readonly Node[] = [],
): void {
  if (Array.isArray(root)) {
    for (const each of root) walk(each, visit, above);
    return;
  }
  if (!isNode(root)) return;
  visit(root, above);
  const below = [...above, root];
  for (const value of Object.values(root)) walk(value, visit, below);
}

/** A string literal's text, or a template's with `*` for what is filled in; null for other nodes. */
export function writtenText(node: Node): string | null {
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node.type === "JSXText" && typeof node["value"] === "string") return node["value"];
  if (node.type !== "TemplateLiteral" || !Array.isArray(node["quasis"])) return null;
  return node["quasis"].map((quasi: { value: { cooked: string } }) => quasi.value.cooked).join("*");
}
