import { expect, it } from "vitest";
import { readSources, walk, writtenText, type Node } from "./sources.ts";

/** Attributes that are read or heard. */
const SPOKEN = new Set([
  "title",
  "label",
  "placeholder",
  "alt",
  "aria-label",
  "aria-description",
  "hint",
  "error",
]);
const CHINESE = /[\u3400-\u9fff]/;
/** One letter is a key's name: A accepts, R returns. */
const LETTERS = /\p{L}{2}/u;

/** Sheets are Chinese whatever the window's language is. */
const isSheet = (file: string): boolean => file.includes("/print/");

const sources = readSources(["src-renderer"], [".ts", ".tsx"]).filter(({ file }) => !isSheet(file));

const attributeName = (node: Node | undefined): string | null => {
  if (node?.type !== "JSXAttribute") return null;
  const name = node["name"];
  return typeof name === "object" && name !== null && "name" in name ? String(name.name) : null;
};

/** Text between tags, text given as a child in braces, and attributes that are read or heard. */
function isShown(node: Node, above: readonly Node[]): boolean {
  if (node.type === "JSXText") return true;
  const nearest = above.at(-1);
  const attribute = nearest?.type === "JSXExpressionContainer" ? above.at(-2) : nearest;
  const name = attributeName(attribute);
  if (name !== null) return SPOKEN.has(name);
  return nearest?.type === "JSXExpressionContainer" && attribute?.type === "JSXElement";
}

it("reads the windows' sources", () => {
  expect(sources.filter(({ file }) => file.endsWith(".tsx")).length).toBeGreaterThan(40);
});

it("finds no words in the pages that do not come from the dictionaries", () => {
  const strays: string[] = [];
  for (const { file, program } of sources) {
    walk(program, (node, above) => {
      const text = writtenText(node);
      if (text === null) return;
      const isStray = CHINESE.test(text) || (isShown(node, above) && LETTERS.test(text.replaceAll("*", "")));
      if (isStray) strays.push(`${file}: ${text.trim().slice(0, 60)}`);
    });
  }
  expect(strays).toEqual([]);
});

it("would find a word between tags and one in a spoken attribute", () => {
  const found: string[] = [];
  const element = { type: "JSXElement" };
  const attribute = { type: "JSXAttribute", name: { type: "JSXIdentifier", name: "title" } };
  for (const [node, above] of [
    [{ type: "JSXText", value: "Save" }, [element]],
    [{ type: "Literal", value: "Save" }, [element, attribute]],
    [
      { type: "Literal", value: "btn" },
      [element, { ...attribute, name: { type: "JSXIdentifier", name: "className" } }],
    ],
  ] as const) {
    if (isShown(node, above)) found.push(String(writtenText(node)));
  }
  expect(found).toEqual(["Save", "Save"]);
});
