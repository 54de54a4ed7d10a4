import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "#shared/checks/draft.ts";
import { gridView, saveEntries } from "#main/engine/entry/entry.ts";
import type { Session } from "#main/engine/session.ts";
import { createReporterWorkspace } from "#main/engine/workspace/create-workspace.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";

const PERIOD = periodSchema.parse("2024-12");
const folder = mkdtempSync(join(tmpdir(), "taizhang-grid-"));
let session: Session;

beforeAll(async () => {
  const made = await createReporterWorkspace(
    {
      clock: () => new Date("2025-01-05T01:00:00.000Z"),
      bundledPlan: () =>
        readFileSync(join(import.meta.dirname, "..", "..", "seeds", "yichun-869", "plan.json")),
    },
    { dir: join(folder, "w"), unit: unitKeySchema.parse("360981"), name: "填报人甲" },
  );
  if (!made.ok) throw new Error(made.error.code);
  session = made.value;
});

afterAll(() => {
  closeSession(session);
  rmSync(folder, { recursive: true, force: true });
});

const amount = fc.constantFrom("", "0", "90", "100", "1,000", "250000", "-1", "abc", "999999999");
const revenue = (items: readonly string[]) =>
  fc.record({
    item: fc.constantFrom(...items),
    draft: fc.oneof(
      fc.record({ inputs: fc.record({ revenue: amount, revenue_prior: amount }) }),
      fc.record({ notApplicable: fc.constantFrom("", "本地没有规上企业") }),
      fc.constant(null),
    ),
  });
const change: fc.Arbitrary<{ item: string; draft: Draft | null }> = fc.oneof(
  revenue(["indicator:T01-1", "indicator:T02-1", "indicator:T05-1", "indicator:T05-2", "indicator:T17-4"]),
  fc.record({
    item: fc.constantFrom("task:1", "task:2"),
    draft: fc.oneof(
      fc.record({
        status: fc.constantFrom("in-progress" as const, "completed" as const),
        progress: fc.string({ maxLength: 5 }),
      }),
      fc.constant(null),
    ),
  }),
  fc.record({
    item: fc.constantFrom("register:key-enterprises/91360900MA35XXXX01", "register:key-enterprises/样例"),
    draft: fc.oneof(
      fc.record({
        fields: fc.record({ name: fc.constant("样例企业"), revenue: amount, year: fc.constant("2024") }),
      }),
      fc.constant(null),
    ),
  }),
);

test("after every save the grid in memory equals the grid read anew, and the reply names all that changed", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      for (const { item, draft } of changes) {
        const before = read();
        const saved = saveEntries(session, PERIOD, [{ item: itemSchema.parse(item), draft }]);
        expect(saved.ok).toBe(true);
        const kept = read();
        session.grid = null;
        const anew = read();
        expect(kept).toEqual(anew);
        const named = new Set(saved.ok ? saved.value.items.map((view) => view.item) : []);
        for (const [key, view] of anew) {
          if (!named.has(view.item)) expect(view, key).toEqual(before.get(key));
        }
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

function read() {
  const view = gridView(session, PERIOD);
  if (!view.ok) throw new Error(view.error.code);
  return new Map(view.value.items.map((item) => [item.item as string, item]));
}
