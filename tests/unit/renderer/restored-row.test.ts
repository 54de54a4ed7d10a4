import { expect, it } from "vitest";
import { rowDraftSchema } from "#shared/checks/draft.ts";
import { revisionBodySchema } from "#shared/ledger/record.ts";
import { restoredRow } from "../../../src-renderer/features/registers/rows.ts";

const fields = { name: "样例旧厂", chain: "equipment" };
const ended = rowDraftSchema.parse({ fields, state: "ended", date: "2024-04-15", reason: "样例：已注销" });
const inForce = revisionBodySchema.parse({
  fields: { chain: "equipment", name: "样例旧厂" },
  state: "in-force",
});

it("a row is put back as it stood: no draft is left, whatever the order of its fields", () => {
  expect(restoredRow({ draft: ended, body: inForce })).toBeNull();
});

it("what else was changed stays changed", () => {
  const draft = { ...ended, fields: { ...fields, note: "样例" } };
  expect(restoredRow({ draft, body: inForce })).toEqual({ fields: draft.fields, state: "in-force" });
});

it("a row that was handed over as ended comes back as a draft", () => {
  const body = revisionBodySchema.parse(ended);
  expect(restoredRow({ draft: null, body })).toEqual({ fields, state: "in-force" });
});
