import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import { sampleEntries } from "../sample-869/sample.ts";
import { claim, listOf, partOf, textOf, type Answer } from "./hand.ts";
import type { Play } from "./play.ts";

/** A changed figure: what the unit reported of an indicator, and so much more (万元). */
export interface Raise {
  readonly unit: UnitKey;
  readonly indicator: string;
  readonly by: string;
  readonly note: string;
}

/** Writes the entries file of a raise; answers its path. */
export function raisedEntries({ plan, last }: Play, { unit, indicator, by, note }: Raise): string {
  const reported = inputsOf(sampleEntries(plan, unit, last), indicator);
  const revenue = new Decimal(String(reported?.["revenue"] ?? 0)).plus(by).toString();
  const file = join("entries", `${unit}-${last}-${indicator}-change.json`);
  const entries = { period: last, indicators: [{ indicator, inputs: { ...reported, revenue }, note }] };
  writeFileSync(file, `${JSON.stringify(entries, null, 2)}\n`);
  return file;
}

/** From now on the figures are expected to hold this raise. */
export function remember({ raised }: Play, { unit, indicator, by }: Raise): void {
  raised.push({ unit, indicator, by: new Decimal(by) });
}

const inputsOf = (entries: ReturnType<typeof sampleEntries>, indicator: string) =>
  entries.indicators.find((entry) => entry.indicator === indicator)?.inputs;

/**
 * Every sum and the growth of the roll-up against what the demonstration adds up by itself from the files that the
 * units read in, and from what was accepted since. Answers how many figures agreed.
 */
export function agreesWithFiles(play: Play, period: Period, result: Answer): number {
  const revenue = (id: string) => sumOfFiles(play, period, id, "revenue").plus(raisedOf(play, id));
  const figures = new Map(listOf(result, "indicators").map((figure) => [figure["id"], figure]));
  const sums = play.plan.indicators.filter(
    ({ aggregation }) => aggregation.kind === "sum" && aggregation.input === "revenue",
  );
  for (const { id } of sums) {
    const expected = revenue(id).div(10_000);
    const value = textOf(figures.get(id), "value");
    claim(expected.eq(value), `${id}: ${value} instead of ${expected.toString()}`);
    const { reported } = partOf(figures.get(id), "units");
    claim(reported === reportersOf(play, period, id), `${id}: ${String(reported)} units reported`);
  }
  const growth = revenue("T01-1")
    .div(sumOfFiles(play, period, "T01-1", "revenue_prior"))
    .minus(1)
    .times(100);
  const value = textOf(figures.get("T01-1"), "value");
  claim(growth.toDecimalPlaces(6).eq(value), `T01-1: ${value} instead of ${growth.toString()}`);
  return sums.length + 1;
}

const raisedOf = ({ raised }: Play, id: string): Decimal =>
  raised.filter(({ indicator }) => indicator === id).reduce((sum, { by }) => sum.plus(by), new Decimal(0));

const fileSchema = z.object({
  indicators: z.array(
    z.object({ indicator: z.string(), inputs: z.record(z.string(), z.string()).optional() }),
  ),
});

const filesOf = ({ units, joining }: Play, period: Period): z.infer<typeof fileSchema>[] =>
  [...units, ...joining].map((unit) =>
    fileSchema.parse(JSON.parse(readFileSync(join("entries", `${unit}-${period}.json`), "utf8"))),
  );

function sumOfFiles(play: Play, period: Period, id: string, input: string): Decimal {
  return filesOf(play, period)
    .flatMap(({ indicators }) => indicators.filter(({ indicator }) => indicator === id))
    .reduce((sum, { inputs }) => sum.plus(inputs?.[input] ?? 0), new Decimal(0));
}

const reportersOf = (play: Play, period: Period, id: string): number =>
  filesOf(play, period).filter(({ indicators }) =>
    indicators.some(({ indicator, inputs }) => indicator === id && inputs !== undefined),
  ).length;

export async function rollUp(
  { hand, last }: Play,
  at: string,
  options: readonly string[] = [],
): Promise<Answer> {
  return hand.json(at, ["rollup", "-w", "office", "--period", last, ...options]);
}

export const figureOf = (result: Answer, indicator: string): Answer | undefined =>
  listOf(result, "indicators").find(({ id }) => id === indicator);
