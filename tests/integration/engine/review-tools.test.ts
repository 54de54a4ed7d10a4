import { beforeEach, describe, expect, it } from "vitest";
import { sheetCheck } from "#shared/paper/check-code.ts";
import { periodSchema, unitKeySchema, type Item, type UnitKey } from "#shared/plan/ids.ts";
import { bulkAcceptance } from "#main/engine/review/bulk-acceptance.ts";
import { decide } from "#main/engine/review/decide.ts";
import { sheetModel } from "#main/engine/paper/paper.ts";
import { paperReceived, paperStates, receivePaper, removePaper } from "#main/engine/review/paper-received.ts";
import { lockPeriod } from "#main/engine/period/period-lock.ts";
import { putReturnPhrases, returnPhrases } from "#main/engine/review/return-phrases.ts";
import { submissionPreview } from "#main/engine/submission/submission.ts";
import { decisionSteps, takeBack } from "#main/engine/review/take-back.ts";
import type { Session } from "#main/engine/session.ts";
import { allSubjects } from "#main/store/subjects.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, digestOf, judge, must, revenue, save, seal, take } from "../../support/workspaces.ts";

/** 常用意见, 纸质件 and the acceptance of all units at once. */

const TONGGU = unitKeySchema.parse("360926");
const FENGCHENG = unitKeySchema.parse("360981");
const ZHANGSHU = unitKeySchema.parse("360982");
const PERIOD = periodSchema.parse("2024-03");
const FEBRUARY = periodSchema.parse("2024-02");
const REVENUES = ["indicator:T02-1", "indicator:T03-1", "indicator:T04-1"] as const;

let office: Session;

withCity({ tonggu: TONGGU, fengcheng: FENGCHENG, zhangshu: ZHANGSHU });
beforeEach(() => {
  office = scene.office();
});

const report = async (laptop: Session, drafts: Parameters<typeof save>[2]): Promise<void> => {
  save(laptop, PERIOD, drafts);
  await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
};

describe("phrases for comments", () => {
  it("starts with a few good ones and keeps the office's own list in its order, an empty one too", () => {
    expect(must(returnPhrases(office))).toContain("口径与上期不一致，请说明");
    must(putReturnPhrases(office, ["样例乙", "样例甲"]));
    expect(must(returnPhrases(scene.copyOf(office)))).toEqual(["样例乙", "样例甲"]);
    must(putReturnPhrases(office, []));
    expect(must(returnPhrases(office))).toEqual([]);
  });

  it("is the office's alone", () => {
    const laptop = scene.laptop("tonggu");
    expect(codeOf(returnPhrases(laptop))).toBe("wrong-role");
    expect(codeOf(putReturnPhrases(laptop, []))).toBe("wrong-role");
  });
});

describe("received paper", () => {
  const codeOn = (laptop: Session): string => must(submissionPreview(laptop, PERIOD)).checkCode;
  const qr = (unit: UnitKey, code: string, period = PERIOD): string =>
    sheetCheck({ unit, period, planVersion: 1, code, digest: null }).qr;
  const scan = (text: string, unit: UnitKey | null = null) =>
    must(receivePaper(office, { period: PERIOD, unit, text }));
  const checkOf = (unit: UnitKey) =>
    must(paperReceived(office, PERIOD)).find((known) => known.unit === unit)?.received?.check ?? null;

  function printedQr(laptop: Session): string {
    const sheet = must(
      sheetModel(laptop, { sheet: "progress-sheet", unit: TONGGU, period: PERIOD, blank: false }),
    );
    return "check" in sheet ? (sheet.check?.qr ?? "") : "";
  }

  it("ticks the right unit by the QR text of the very sheet that the county printed", async () => {
    const laptop = scene.laptop("tonggu");
    save(laptop, PERIOD, { [REVENUES[1]]: revenue("10") });
    const printed = printedQr(laptop);
    expect(printed).toMatch(/^TZ1\//u);
    // The paper came first.
    expect(scan(printed)).toEqual({ kind: "received", unit: TONGGU, check: "no-data" });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    expect(checkOf(TONGGU)).toBe("agrees");
    expect(scan(printed)).toEqual({ kind: "received", unit: TONGGU, check: "agrees" });
    const sealed = printedQr(laptop);
    expect(sealed.length).toBeGreaterThan(printed.length);
    expect(scan(sealed)).toEqual({ kind: "received", unit: TONGGU, check: "agrees" });
    expect(checkOf(FENGCHENG)).toBeNull();
  });

  it("takes the code alone, in groups, in full-width signs, and finds the unit by it", async () => {
    const laptop = scene.laptop("tonggu");
    await report(laptop, { [REVENUES[1]]: revenue("10") });
    const code = codeOn(laptop);
    const grouped = code.toUpperCase().replaceAll(/(.{4})(?=.)/gu, "$1 ");
    const wide = Array.from(grouped, (sign) =>
      sign === " " ? "　" : String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
    ).join("");
    for (const text of [code, grouped, wide, `  ${code}\n`]) {
      expect(scan(text), text).toEqual({ kind: "received", unit: TONGGU, check: "agrees" });
      must(removePaper(office, { unit: TONGGU, period: PERIOD }));
      expect(checkOf(TONGGU)).toBeNull();
    }
    expect(scan(qr(TONGGU, code).replaceAll("/", "／").toLowerCase())).toMatchObject({ check: "agrees" });
  });

  it("says what differs, and notes nothing of what belongs elsewhere, to nobody, or is no code", async () => {
    const [tonggu, fengcheng] = [scene.laptop("tonggu"), scene.laptop("fengcheng")];
    await report(tonggu, { [REVENUES[1]]: revenue("10") });
    await report(fengcheng, { [REVENUES[1]]: revenue("20") });
    const code = codeOn(tonggu);
    const other = "0123456789abcdef";
    expect(scan(qr(TONGGU, code, FEBRUARY))).toEqual({ kind: "elsewhere" });
    expect(scan(qr(TONGGU, code), FENGCHENG)).toEqual({ kind: "elsewhere" });
    expect(scan(code, FENGCHENG)).toEqual({ kind: "elsewhere" });
    expect(scan(other)).toEqual({ kind: "nobody" });
    for (const text of ["", "TZ1/360926", code.slice(1), `${code}0`])
      expect(scan(text), text).toEqual({ kind: "unreadable" });
    expect(must(paperReceived(office, PERIOD)).every(({ received }) => received === null)).toBe(true);
    expect(scan(other, TONGGU)).toEqual({ kind: "received", unit: TONGGU, check: "differs" });
    expect(scan(qr(FENGCHENG, other))).toEqual({ kind: "received", unit: FENGCHENG, check: "differs" });
    expect(checkOf(TONGGU)).toBe("differs");
    expect(must(paperStates(office, PERIOD)).get(TONGGU)).toBe("to-reprint");
  });

  it("is out of date once the data changed, and a tick by hand compares nothing", async () => {
    const laptop = scene.laptop("tonggu");
    await report(laptop, { [REVENUES[1]]: revenue("10") });
    scan(codeOn(laptop));
    const input = { period: PERIOD, unit: ZHANGSHU, text: null };
    expect(must(receivePaper(office, input))).toMatchObject({ check: "unchecked" });
    expect(must(paperStates(office, PERIOD)).get(TONGGU)).toBe("received");
    await report(laptop, { [REVENUES[1]]: revenue("11") });
    expect([checkOf(TONGGU), checkOf(ZHANGSHU)]).toEqual(["changed", "unchecked"]);
    const states = must(paperStates(office, PERIOD));
    expect([states.get(TONGGU), states.get(ZHANGSHU), states.get(FENGCHENG)]).toEqual([
      "to-reprint",
      "received",
      "missing",
    ]);
  });

  it("changes nothing of the ledger and is the office's alone", async () => {
    const laptop = scene.laptop("tonggu");
    await report(laptop, { [REVENUES[1]]: revenue("10") });
    const digest = digestOf(office);
    scan(codeOn(laptop));
    expect(digestOf(office)).toBe(digest);
    expect(codeOf(paperReceived(laptop, PERIOD))).toBe("wrong-role");
    expect(codeOf(receivePaper(laptop, { period: PERIOD, unit: TONGGU, text: null }))).toBe("wrong-role");
    expect(codeOf(removePaper(laptop, { period: PERIOD, unit: TONGGU }))).toBe("wrong-role");
    const unknown = unitKeySchema.parse("000000");
    expect(codeOf(receivePaper(office, { period: PERIOD, unit: unknown, text: null }))).toBe("unknown-unit");
  });
});

describe("accepting what is clean in all units", () => {
  const decisionsOf = (units: ReturnType<typeof found>) =>
    units.flatMap(({ unit, accept }) =>
      accept.map((item) => ({ unit, period: PERIOD, item, outcome: "accepted" as const })),
    );
  const found = () => must(bulkAcceptance(office, PERIOD));
  const of = (unit: UnitKey) => {
    const known = found().find((entry) => entry.unit === unit);
    return { accept: known?.accept ?? [], left: known?.left ?? [] };
  };
  const leftOf = (unit: UnitKey): [string, readonly Item[]][] =>
    of(unit).left.map(({ why, items }) => [why, items]);

  it("leaves out extensions, returned ones, findings and closed units, each with its reason", async () => {
    const [tonggu, fengcheng] = [scene.laptop("tonggu"), scene.laptop("fengcheng")];
    const late = {
      status: "in-progress" as const,
      progress: "按计划推进，完成投资额三成（样例）",
      extension: { date: "2025-06-30", reason: "用地手续未完（样例）" },
    };
    await report(tonggu, {
      [REVENUES[0]]: revenue("10"),
      [REVENUES[1]]: revenue("20"),
      [REVENUES[2]]: revenue("30"),
      "task:2": late,
    });
    await report(fengcheng, { [REVENUES[1]]: revenue("20") });
    judge(office, "returned", [TONGGU, PERIOD, REVENUES[2]], "样例：请核对");
    expect(of(TONGGU).accept).toEqual([REVENUES[0], REVENUES[1]]);
    expect(leftOf(TONGGU)).toEqual([
      ["returned", [REVENUES[2]]],
      ["extension", ["task:2"]],
    ]);
    must(lockPeriod(office, { period: PERIOD, units: [FENGCHENG], outcome: "locked" }));
    expect(of(FENGCHENG).accept).toEqual([]);
    expect(leftOf(FENGCHENG)).toEqual([["locked", [REVENUES[1]]]]);
    expect(of(ZHANGSHU)).toEqual({ accept: [], left: [] });
  });

  it("leaves out what two laptops report differently", async () => {
    const [laptop, second] = [scene.laptop("tonggu"), scene.laptop("tonggu")];
    await report(laptop, { [REVENUES[0]]: revenue("10"), [REVENUES[1]]: revenue("20") });
    await report(second, { [REVENUES[0]]: revenue("11") });
    expect(of(TONGGU).accept).toEqual([REVENUES[1]]);
    expect(leftOf(TONGGU)).toEqual([["conflict", [REVENUES[0]]]]);
  });

  it("leaves out a soft finding with its explanation, to be read", async () => {
    const laptop = scene.laptop("tonggu");
    await report(laptop, { [REVENUES[1]]: revenue("20000") });
    scene.clock.set("2024-05-03T01:05:00.000Z");
    save(laptop, "2024-04", { [REVENUES[1]]: revenue("90000", "样例：一家企业迁入本县，本月起计入") });
    await take(office, [(await seal(laptop, "2024-04", scene.out())).file]);
    const april = must(bulkAcceptance(office, periodSchema.parse("2024-04")));
    const known = april.find(({ unit }) => unit === TONGGU);
    expect(known?.accept).toEqual([]);
    expect(known?.left).toEqual([{ why: "explained", items: [REVENUES[1]] }]);
  });

  it("is one act: taken in one call, taken back in one step", async () => {
    for (const name of ["tonggu", "fengcheng", "zhangshu"])
      await report(scene.laptop(name), { [REVENUES[0]]: revenue("10"), [REVENUES[1]]: revenue("20") });
    const before = { digest: digestOf(office), subjects: allSubjects(office.db) };
    const decisions = decisionsOf(found());
    expect(decisions).toHaveLength(6);
    must(decide(office, decisions));
    expect(decisionsOf(found())).toEqual([]);
    const [step, ...others] = must(decisionSteps(office));
    expect(others).toEqual([]);
    expect(step?.subjects).toHaveLength(6);
    must(takeBack(office, step?.no ?? 0));
    expect({ digest: digestOf(office), subjects: allSubjects(office.db) }).toEqual(before);
  });
});
