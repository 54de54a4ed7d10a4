import { expect, test } from "vitest";
import { importsOf } from "../../checks/imports-of.ts";

test("every way to name a module is read", () => {
  const text = `
    import { a } from "./a.ts";
    import type { B } from "./b.ts";
    import "./c.css";
    export { d } from "./d.ts";
    export * from "./e.ts";
    const f = async () => import("./f.ts");
  `;
  expect(importsOf("x.ts", text)).toEqual({
    specifiers: ["./a.ts", "./b.ts", "./c.css", "./d.ts", "./e.ts", "./f.ts"],
    faults: [],
  });
});

test("an import that names no module is a fault", () => {
  expect(importsOf("x.ts", "const load = (name: string) => import(name);").faults).toEqual([
    "import(name) names no module",
  ]);
});

test("a file that does not parse is a fault", () => {
  expect(importsOf("x.ts", "import {").faults).not.toEqual([]);
});
