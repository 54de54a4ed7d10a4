import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { periodSchema } from "#shared/plan/ids.ts";
import { addAttachments } from "#main/engine/attachments/add-attachments.ts";
import { cleanAttachments } from "#main/engine/attachments/clean-attachments.ts";
import { sheetModel } from "#main/engine/paper/paper.ts";
import { attachScan, noteReviewCopy, reviewCopies } from "#main/engine/submission/review-copies.ts";
import { scene, withCity } from "../../support/scene.ts";
import { codeOf, must, revenue, save, seal, take } from "../../support/workspaces.ts";

const PERIOD = periodSchema.parse("2024-03");
const ITEM = "indicator:T03-1";

withCity({ laptop: "360981" });

it("holds the paper's answers against what they are now, item by item", () => {
  const laptop = scene.laptop("laptop");
  save(laptop, PERIOD, {
    [ITEM]: revenue("10"),
    "task:2": { status: "in-progress", progress: "推进（样例）" },
  });
  const noted = must(noteReviewCopy(laptop, PERIOD));
  expect(noted).toMatchObject({ copy: { checkCode: noted.checkCode }, changes: [] });
  const model = must(
    sheetModel(laptop, { sheet: "progress-sheet", unit: laptop.unit, period: PERIOD, blank: false }),
  );
  expect(JSON.stringify(model)).toContain(noted.checkCode.toUpperCase());

  save(laptop, PERIOD, { [ITEM]: revenue("11"), "indicator:T02-1": revenue("5"), "task:2": null });
  const { copy, checkCode, changes } = must(reviewCopies(laptop, PERIOD));
  expect(copy?.checkCode).not.toBe(checkCode);
  expect(Object.fromEntries(changes.map(({ item, printed, present }) => [item, [printed, present]]))).toEqual(
    {
      [ITEM]: [revenue("10"), revenue("11")],
      "indicator:T02-1": [null, revenue("5")],
      "task:2": [{ status: "in-progress", progress: "推进（样例）" }, null],
    },
  );
  // What was signed, put back, is what the paper says.
  save(laptop, PERIOD, {
    [ITEM]: revenue("10.0"),
    "indicator:T02-1": null,
    "task:2": { status: "in-progress", progress: "推进（样例）" },
  });
  expect(must(reviewCopies(laptop, PERIOD))).toMatchObject({ changes: [], checkCode: noted.checkCode });
});

it("agrees with the paper after the same answers are submitted", async () => {
  const laptop = scene.laptop("laptop");
  save(laptop, PERIOD, { [ITEM]: revenue("10") });
  must(noteReviewCopy(laptop, PERIOD));
  const sealed = await seal(laptop, PERIOD, scene.out());
  const now = must(reviewCopies(laptop, PERIOD));
  expect([now.copy?.checkCode, now.checkCode]).toEqual([sealed.checkCode, sealed.checkCode]);
  expect(now.changes).toEqual([]);
});

it("keeps the stamped scan here alone, through a new print of the same answers, and clears it never", async () => {
  const [laptop, office] = [scene.laptop("laptop"), scene.office()];
  save(laptop, PERIOD, { [ITEM]: revenue("10") });
  const { copy } = must(noteReviewCopy(laptop, PERIOD));
  const path = join(scene.out(), "盖章扫描件.pdf");
  writeFileSync(path, "%PDF-1.7 样例");
  const { added } = addAttachments(laptop, [path]);
  must(attachScan(laptop, copy?.no ?? 0, added));
  scene.clock.set("2024-04-04T01:05:00.000Z");
  expect(must(noteReviewCopy(laptop, PERIOD)).copy).toMatchObject({
    printedAt: "2024-04-04T01:05:00.000Z",
    scan: added,
  });
  scene.clock.set("2024-09-04T01:05:00.000Z");
  expect(cleanAttachments(laptop)).toBe(0);
  await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
  expect(codeOf(reviewCopies(office, PERIOD))).toBe("wrong-role");
  expect(codeOf(attachScan(laptop, 99, added))).toBe("no-review-copy");
});
