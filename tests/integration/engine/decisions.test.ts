import { describe, expect, it } from "vitest";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { publishedValueSchema } from "#shared/ledger/record.ts";
import { decide } from "#main/engine/review/decide.ts";
import { saveEntries } from "#main/engine/entry/entry.ts";
import { inboxList } from "#main/engine/inbox/inbox.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { lockPeriod } from "#main/engine/period/period-lock.ts";
import { publishFigure } from "#main/engine/rollup/publish-figure.ts";
import { sealSubmission } from "#main/engine/submission/seal.ts";
import type { Session } from "#main/engine/session.ts";
import { readSubjectState } from "#main/store/subjects.ts";
import { scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  digestOf,
  figureOf,
  judge,
  must,
  PEOPLE,
  receiptFor,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

const TONGGU = unitKeySchema.parse("360926");
const PERIOD = periodSchema.parse("2024-03");
const ITEM = itemSchema.parse("indicator:T02-1");
const AT = { unit: TONGGU, period: PERIOD, item: ITEM };

withCity({ tonggu: TONGGU, colleague: "360900" });

async function submitted(laptop: Session, amount: string) {
  save(laptop, PERIOD, { [ITEM]: revenue(amount) });
  return seal(laptop, PERIOD, scene.out());
}

const lock = (office: Session, outcome: "locked" | "unlocked") =>
  lockPeriod(office, { period: PERIOD, units: [TONGGU], outcome });

describe("a closed period", () => {
  it("lets nobody decide, type or seal in it, until it is opened again", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    await take(office, [(await submitted(laptop, "10")).file]);
    expect(must(lock(office, "locked")).decided).toBe(1);
    expect(must(lock(office, "locked")).decided).toBe(0);
    const accept = [{ unit: TONGGU, period: PERIOD, item: ITEM, outcome: "accepted" as const }];
    expect(codeOf(decide(office, accept))).toBe("period-locked");
    save(laptop, PERIOD, { [ITEM]: revenue("11") });
    await take(laptop, [(await receiptFor(office, TONGGU, scene.out())).file]);
    const typed = [{ item: ITEM, draft: revenue("12") }];
    expect(codeOf(saveEntries(laptop, PERIOD, typed))).toBe("period-locked");
    const request = { ...PEOPLE, period: PERIOD, dir: scene.out(), encrypt: false };
    expect(codeOf(await sealSubmission(laptop, request))).toBe("period-locked");
    must(lock(office, "unlocked"));
    expect(codeOf(decide(office, accept))).toBe("ok");
    await take(laptop, [(await receiptFor(office, TONGGU, scene.out())).file]);
    expect((await seal(laptop, PERIOD, scene.out())).revisions).toBe(1);
  });

  it("merges what arrives all the same, and marks it", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    const file = (await submitted(laptop, "10")).file;
    must(lock(office, "locked"));
    const [report] = await take(office, [file]);
    expect(report).toMatchObject({ status: "merged", closedPeriods: [PERIOD] });
    expect(inboxList(office)[0]?.closedPeriods).toEqual([PERIOD]);
    expect(readSubjectState(office.db, AT).status).toBe("sealed");
  });

  it("stays closed while one PC of the office opens what another one closed apart from it", async () => {
    const [office, colleague] = [scene.office(), scene.laptop("colleague")];
    must(lock(office, "locked"));
    must(lock(colleague, "locked"));
    must(lock(colleague, "unlocked"));
    await exchanged(colleague, office);
    expect(readSubjectState(office.db, { ...AT, item: "period" }).locked).toBe(true);
    must(lock(office, "unlocked"));
    expect(readSubjectState(office.db, { ...AT, item: "period" }).locked).toBe(false);
  });
});

describe("公布数", () => {
  const value = publishedValueSchema.parse({
    value: "1030.5",
    source: "样例统计公报",
    date: "2024-05-20",
    use: true,
  });

  it("stands beside the roll-up with its difference and changes no figure", async () => {
    const [laptop, office] = [scene.laptop("tonggu"), scene.office()];
    await take(office, [(await submitted(laptop, "100000")).file]);
    judge(office, "accepted", [TONGGU, PERIOD, ITEM]);
    const before = figureOf(office, PERIOD, "T02-1");
    must(publishFigure(office, { period: PERIOD, item: ITEM, value }));
    const after = figureOf(office, PERIOD, "T02-1");
    expect(before.published).toBeUndefined();
    expect(after.published).toEqual({ ...value, difference: "1020.5" });
    expect({ ...after, published: undefined }).toEqual({ ...before, published: undefined });
    must(publishFigure(office, { period: PERIOD, item: ITEM, value: { ...value, use: false } }));
    expect(figureOf(office, PERIOD, "T02-1").published?.use).toBe(false);
  });

  it.each(["indicator:T99-1", "indicator:T12-1", "indicator:T12-1/none", "task:2"])(
    "is refused for %s, which is no city figure",
    (item) => {
      const figure = { period: PERIOD, item: itemSchema.parse(item), value };
      expect(codeOf(publishFigure(scene.office(), figure))).toBe("unknown-item");
    },
  );
});

describe("two PCs of the office", () => {
  it("that judge apart leave the item undecided on both, and either settles it", async () => {
    const [laptop, office, colleague] = [scene.laptop("tonggu"), scene.office(), scene.laptop("colleague")];
    const file = (await submitted(laptop, "10")).file;
    for (const pc of [office, colleague]) await take(pc, [file]);
    judge(office, "accepted", [TONGGU, PERIOD, ITEM]);
    judge(colleague, "returned", [TONGGU, PERIOD, ITEM], "请核对");
    await exchanged(office, colleague);
    await exchanged(colleague, office);
    expect(digestOf(office)).toBe(digestOf(colleague));
    for (const pc of [office, colleague]) {
      const state = readSubjectState(pc.db, AT);
      expect(state).toMatchObject({ undecided: true, decision: null, status: "sealed" });
      expect(state.judgements.map(({ record }) => record.body.outcome).toSorted()).toEqual([
        "accepted",
        "returned",
      ]);
      // A figure counts once the office is of one mind.
      expect(state.accepted).toBeNull();
    }
    judge(colleague, "accepted", [TONGGU, PERIOD, ITEM]);
    await exchanged(colleague, office);
    expect(readSubjectState(office.db, AT)).toMatchObject({ undecided: false, status: "accepted" });
  });

  it("that judge alike are of one mind", async () => {
    const [laptop, office, colleague] = [scene.laptop("tonggu"), scene.office(), scene.laptop("colleague")];
    const file = (await submitted(laptop, "10")).file;
    for (const pc of [office, colleague]) {
      await take(pc, [file]);
      judge(pc, "accepted", [TONGGU, PERIOD, ITEM]);
    }
    await exchanged(colleague, office);
    expect(readSubjectState(office.db, AT)).toMatchObject({ undecided: false, status: "accepted" });
  });
});

async function exchanged(from: Session, to: Session): Promise<void> {
  const parts = must(await writeOfficeExchange(from, scene.out(), { encrypt: false, all: false }));
  const reports = await take(
    to,
    parts.map(({ file }) => file),
  );
  expect(reports.map(({ status }) => status)).not.toContain("rejected");
}
