import { writeFileSync } from "node:fs";
import { after } from "./cast.ts";
import { agreesWithFiles, rollUp } from "./figures.ts";
import { claim, listOf, partOf, textOf } from "./hand.ts";
import type { Play } from "./play.ts";

/** The last period's roll-up, held against the demonstration's own sums, and the ledger verified from its archive. */
export async function closingFigures(play: Play): Promise<void> {
  const { hand, tell, last } = play;
  tell.chapter(
    `${last} 汇总（样例数据，不是宜春的数）`,
    `Roll-up of ${last} (samples, not Yichun's figures)`,
  );
  const at = after(last, 29);
  const table = await hand.text(at, ["rollup", "-w", "office", "--period", last]);
  const result = await rollUp(play, at);
  writeFileSync(`rollup-${last}.txt`, ["样例数据 Sample figures", ...table, ""].join("\n"));
  writeFileSync(`rollup-${last}.json`, `${JSON.stringify(result, null, 2)}\n`);
  // The table has a heading and one line per figure.
  const isAsked = listOf(result, "indicators").map(
    (figure) => partOf(figure, "reason")["code"] !== "not-due",
  );
  tell.plain(table.filter((_, index) => index === 0 || isAsked[index - 1]));
  tell.plain([`… rollup-${last}.txt`]);
  const agreed = agreesWithFiles(play, last, result);
  tell.line(
    `营业收入和增速共 ${agreed} 个市级数，与演示另行从填报文件加总的结果逐个相等`,
    `${agreed} city figures (revenues and growth) equal what the demonstration adds up by itself from the entry files`,
  );
  const audited = await hand.json(at, ["ledger", "verify", "-w", "office"]);
  const { digest } = await hand.json(at, ["ledger", "digest", "-w", "office"]);
  claim(digest === audited["digest"], "verifying changed the ledger");
  tell.line(
    `台账逐包重新核验无误：填报记录 ${String(audited["revisions"])} 条，决定 ${String(audited["decisions"])} 条，` +
      `摘要 ${textOf(audited, "digest")}`,
    `the ledger is sound, every archived bundle verified again: ${String(audited["revisions"])} revisions, ` +
      `${String(audited["decisions"])} decisions, digest ${textOf(audited, "digest")}`,
  );
}
