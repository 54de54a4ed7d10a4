import { describe, expect, it } from "vitest";
import type { ConflictView } from "#shared/ipc/views.ts";
import { recordIdSchema } from "#shared/ledger/record.ts";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { resolveConflict } from "#main/engine/entry/conflicts.ts";
import { rollupBook } from "#main/engine/rollup/export-rollup.ts";
import { writeExchange } from "#main/engine/exchange/exchange.ts";
import { recordEntries } from "#main/engine/entry/record-entries.ts";
import { chooseProvisionally } from "#main/engine/rollup/provisional.ts";
import { conflictList } from "#main/engine/review/review.ts";
import type { Session } from "#main/engine/session.ts";
import { snapshotList } from "#main/engine/rollup/snapshots.ts";
import { traceFigure } from "#main/engine/rollup/trace.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { scene, withCity } from "../../support/scene.ts";
import {
  cityFigures,
  codeOf,
  digestOf,
  figureOf,
  judge,
  must,
  receiptFor,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

/** 暂用: the office has the roll-up count one of two versions of a unit, with 含待审, on its own PC. */

const PERIOD = "2024-03";
const UNIT = "360981";
const OFFICE = unitKeySchema.parse("360900");
const T02 = "indicator:T02-1";
const at = {
  unit: unitKeySchema.parse(UNIT),
  period: periodSchema.parse(PERIOD),
  item: itemSchema.parse(T02),
};

withCity({ one: UNIT, two: UNIT, three: UNIT, colleague: OFFICE });

const handOver = async (from: Session, to: Session) =>
  take(to, [(await seal(from, PERIOD, scene.out())).file]);

/** Two laptops that reported 100 and 200 ten thousands; `based`: on 50 that was accepted before. */
async function torn({ based = false } = {}) {
  const [office, one, two] = [scene.office(), scene.laptop("one"), scene.laptop("two")];
  if (based) {
    save(one, PERIOD, { [T02]: revenue("500000") });
    await handOver(one, office);
    judge(office, "accepted", [UNIT, PERIOD, T02]);
    const { file } = await receiptFor(office, UNIT, scene.out());
    await take(two, [must(await writeExchange(one, scene.out(), { encrypt: false })).file]);
    for (const laptop of [one, two]) await take(laptop, [file]);
  }
  save(one, PERIOD, { [T02]: revenue("1000000"), "task:2": { status: "in-progress", progress: "样例：一" } });
  save(two, PERIOD, { [T02]: revenue("2000000"), "task:2": { status: "in-progress", progress: "样例：二" } });
  await handOver(one, office);
  await handOver(two, office);
  return { office, one, two };
}

function conflictOf(session: Session, item = T02): ConflictView {
  const found = conflictList(session).find((each) => each.item === item);
  if (found === undefined) throw new Error(`no conflict of ${item}`);
  return found;
}

/** The side of the second laptop, and its number from 1. */
function second(office: Session) {
  const { sides } = conflictOf(office);
  const index = sides.findIndex(({ body }) => JSON.stringify(body).includes("2000000"));
  const side = sides[index];
  if (side === undefined) throw new Error("no second side");
  return { revision: side.revision, no: index + 1 };
}

const figures = (office: Session) => ({
  accepted: figureOf(office, PERIOD, "T02-1").value,
  pending: figureOf(office, PERIOD, "T02-1", true).value,
});

describe("a provisional choice", () => {
  it("makes the figure with 含待审 the chosen side, marked, and nothing else another", async () => {
    const { office } = await torn();
    const before = {
      figures: cityFigures(office, PERIOD),
      ledger: digestOf(office),
      snapshots: must(snapshotList(office, at.period)),
    };
    expect(figures(office)).toEqual({ accepted: null, pending: null });
    const { revision, no } = second(office);
    must(chooseProvisionally(office, at, revision));

    expect(figures(office)).toEqual({ accepted: null, pending: "200" });
    const pending = figureOf(office, PERIOD, "T02-1", true);
    expect(pending).toMatchObject({ includesPending: true, units: { reported: 1, conflict: [UNIT] } });
    expect(pending.byUnit.find(({ unit }) => unit === UNIT)).toMatchObject({
      state: "counted",
      provisional: [no],
    });
    expect(conflictOf(office)).toMatchObject({ provisional: revision, counted: null });
    expect({
      figures: cityFigures(office, PERIOD),
      ledger: digestOf(office),
      snapshots: must(snapshotList(office, at.period)),
    }).toEqual(before);

    must(chooseProvisionally(office, at, null));
    expect(figures(office)).toEqual({ accepted: null, pending: null });
    expect(conflictOf(office).provisional).toBeNull();
  });

  it("leaves the accepted common ancestor to the accepted figure, and outlasts the return", async () => {
    const { office } = await torn({ based: true });
    expect(figures(office)).toEqual({ accepted: "50", pending: "50" });
    const { base } = conflictOf(office);
    expect(conflictOf(office).counted).toEqual({ revision: base[0]?.revision, body: revenue("500000") });
    must(chooseProvisionally(office, at, second(office).revision));
    expect(figures(office)).toEqual({ accepted: "50", pending: "200" });
    judge(office, "returned", [UNIT, PERIOD, T02], "两台电脑报的不一样（样例）");
    expect(figures(office)).toEqual({ accepted: "50", pending: "200" });
  });

  it("is told by the trace and by the workbook, where it counts", async () => {
    const { office } = await torn();
    const { revision, no } = second(office);
    must(chooseProvisionally(office, at, revision));
    const traced = async (includePending: boolean) => {
      const view = must(await traceFigure(office, { period: at.period, indicator: "T02-1", includePending }));
      return view.units
        .find(({ unit }) => unit === UNIT)
        ?.records.map((each) => ({
          revision: each.revision.id,
          used: each.used,
          provisional: each.provisional,
        }));
    };
    expect((await traced(true))?.[0]).toEqual({ revision, used: true, provisional: no });
    expect((await traced(true))?.[1]).toMatchObject({ used: false, provisional: null });
    expect((await traced(false))?.map(({ used, provisional }) => ({ used, provisional }))).toEqual([
      { used: false, provisional: null },
      { used: false, provisional: null },
    ]);
    const about = (includePending: boolean) =>
      JSON.stringify(must(rollupBook(office, at.period, includePending)).sheets.at(-1));
    expect(about(true)).toContain("暂用市级所选的一版：T02-1 丰城市");
    expect(about(false)).not.toContain("暂用");
  });

  it("lapses when a third version comes", async () => {
    const { office } = await torn();
    must(chooseProvisionally(office, at, second(office).revision));
    const three = scene.laptop("three");
    save(three, PERIOD, { [T02]: revenue("3000000") });
    await handOver(three, office);
    expect(conflictOf(office)).toMatchObject({ provisional: null, sides: { length: 3 } });
    expect(figures(office)).toEqual({ accepted: null, pending: null });
    must(chooseProvisionally(office, at, second(office).revision));
    expect(figures(office)).toEqual({ accepted: null, pending: "200" });
  });

  it("lapses when the unit settles it, and does not come back", async () => {
    const { office, one } = await torn();
    must(chooseProvisionally(office, at, second(office).revision));
    await take(one, [(await receiptFor(office, UNIT, scene.out())).file]);
    const first = conflictOf(one).sides.find(({ body }) => JSON.stringify(body).includes("1000000"));
    must(resolveConflict(one, at, first?.revision ?? "", "以财务科台账为准（样例）"));
    await handOver(one, office);
    expect(conflictList(office).map(({ item }) => item)).toEqual(["task:2"]);
    expect(figures(office)).toEqual({ accepted: null, pending: "100" });
    expect(
      figureOf(office, PERIOD, "T02-1", true).byUnit.every(({ provisional }) => provisional === undefined),
    ).toBe(true);
  });

  it("stays on its PC", async () => {
    const { office } = await torn();
    must(chooseProvisionally(office, at, second(office).revision));
    const colleague = scene.laptop("colleague");
    for (const { file } of must(
      await writeOfficeExchange(office, scene.out(), { encrypt: false, all: true }),
    ))
      await take(colleague, [file]);
    expect(conflictOf(colleague).provisional).toBeNull();
    expect(figures(colleague).pending).toBeNull();
    expect(digestOf(colleague)).toBe(digestOf(office));
  });

  it("is refused of what is no side, of what has no figure, and by anybody but the office", async () => {
    const { office, one } = await torn({ based: true });
    const { revision } = second(office);
    const base = conflictOf(office).base[0]?.revision ?? null;
    const unknown = recordIdSchema.parse("0".repeat(64));
    const task = { ...at, item: itemSchema.parse("task:2") };
    expect(codeOf(chooseProvisionally(office, at, base))).toBe("unknown-revision");
    expect(codeOf(chooseProvisionally(office, at, unknown))).toBe("unknown-revision");
    expect(
      codeOf(chooseProvisionally(office, task, conflictOf(office, "task:2").sides[0]?.revision ?? null)),
    ).toBe("no-figure-of-item");
    const other = { ...at, item: itemSchema.parse("indicator:T03-1") };
    expect(codeOf(chooseProvisionally(office, other, revision))).toBe("no-conflict");
    expect(codeOf(chooseProvisionally(one, at, revision))).toBe("wrong-role");
    expect(conflictOf(office).provisional).toBeNull();
  });

  it("is refused of the office's own entries, which the office settles", async () => {
    const [office, colleague] = [scene.office(), scene.laptop("colleague")];
    const rank = itemSchema.parse("indicator:T01-2");
    const period = periodSchema.parse("2024-12");
    scene.clock.set("2025-03-20T01:05:00.000Z");
    for (const [session, place] of [
      [office, "48"],
      [colleague, "47"],
    ] as const) {
      save(session, period, { [rank]: { inputs: { rank: place } } });
      must(await recordEntries(session, { period, filler: "市级填报人丁" }));
    }
    for (const { file } of must(
      await writeOfficeExchange(colleague, scene.out(), { encrypt: false, all: false }),
    ))
      await take(office, [file]);
    const conflict = conflictOf(office, rank);
    const own = { unit: OFFICE, period, item: rank };
    expect(codeOf(chooseProvisionally(office, own, conflict.sides[0]?.revision ?? null))).toBe(
      "own-conflict",
    );
    expect(conflict.counted).toBeNull();
  });
});
