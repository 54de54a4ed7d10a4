import { expect, test } from "vitest";
import { classFaults } from "../../checks/class-homes.ts";

const sheets = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files));

test("a class that two features style is named with both", () => {
  const found = classFaults(
    sheets({
      "src-renderer/features/review/review.css": ".unit-table td { vertical-align: top; }",
      "src-renderer/features/office-home/home.css": "@media print { .a, .unit-table .bar { width: 1px; } }",
    }),
  );
  expect(found).toEqual([".unit-table is styled by office-home and review"]);
});

test("a shared class is anybody's to place, and a feature's own may come in several of its sheets", () => {
  const found = classFaults(
    sheets({
      "src-renderer/styles/surfaces.css": ".panel { margin: 0; }",
      "src-renderer/features/review/review.css": ".panel .review { margin: 0; } .review__x { color: red; }",
      "src-renderer/features/devices/devices.css": "/* .review__x {} */ .panel h2 { margin: 0; }",
      "src-renderer/features/review/more.css": ".review__x b { color: red; }",
    }),
  );
  expect(found).toEqual([]);
});
