import { planError, type PlanError } from "./plan-error.ts";
import type { Part, PlanParts } from "./plan-parts.ts";
import { printForm } from "./print-form.ts";
import type { Indicator, Task } from "./schema.ts";

/** The plan against the notice's words: quotations, numbers, restorations, the clause, chains, leads. */

const taskNumbered = (parts: PlanParts, no: number): Task | undefined =>
  parts.tasks.find(({ value }) => value.no === no)?.value;

export function textErrors(parts: PlanParts): readonly PlanError[] {
  return [
    ...parts.tasks.flatMap((task) => [
      ...wordingErrors(parts, task),
      ...leadErrors(task),
      ...clauseUnitErrors(parts, task),
    ]),
    ...clauseTextErrors(parts),
    ...numeralErrors(parts),
    ...chainErrors(parts),
    ...parts.indicators.flatMap((indicator) => quotationErrors(parts, indicator)),
  ];
}

function wordingErrors({ document }: PlanParts, { path, value: task }: Part<Task>): readonly PlanError[] {
  const errors: PlanError[] = [];
  const no = String(task.no);
  if (task.textPrint !== printForm(task.text)) {
    errors.push(planError("print-text-differs", `${path}.textPrint`, { task: no }));
  }
  const restorations = document.source?.restorations;
  const restores = (source: string | undefined, text: string): boolean =>
    source === undefined ||
    restorations === undefined ||
    restorations.some((entry) => source.replaceAll(entry.source, entry.restored) === text);
  if (!restores(task.textSource, task.text)) {
    errors.push(planError("restoration-missing", `${path}.textSource`, { task: no, member: "textSource" }));
  }
  if (!restores(task.responsibleSource, task.responsibleText)) {
    const params = { task: no, member: "responsibleSource" };
    errors.push(planError("restoration-missing", `${path}.responsibleSource`, params));
  }
  return errors;
}

function leadErrors({ path, value: task }: Part<Task>): readonly PlanError[] {
  const count = task.responsible.filter((entry) => entry.lead === true).length;
  if (count === 1) return [];
  const code = count === 0 ? "lead-missing" : "lead-twice";
  return [planError(code, `${path}.responsible`, { task: String(task.no), count: String(count) })];
}

/** From the task after the clause's own on, each task binds the clause's units. */
function clauseUnitErrors({ document }: PlanParts, { path, value: task }: Part<Task>): readonly PlanError[] {
  const { clause } = document;
  if (clause === undefined || task.no <= clause.task) return [];
  const bound = new Set<string>(task.responsible.map((entry) => entry.unit));
  return clause.units
    .filter((unit) => !bound.has(unit))
    .map((unit) =>
      planError("clause-unit-missing", `${path}.responsible`, {
        task: String(task.no),
        unit,
        clause: String(clause.task),
      }),
    );
}

function clauseTextErrors(parts: PlanParts): readonly PlanError[] {
  const { clause } = parts.document;
  const task = clause === undefined ? undefined : taskNumbered(parts, clause.task);
  if (clause === undefined || task === undefined || task.responsibleText.includes(clause.text)) return [];
  return [planError("clause-not-in-text", "document.clause.text", { task: String(task.no) })];
}

function numeralErrors(parts: PlanParts): readonly PlanError[] {
  return (parts.document.numerals ?? []).flatMap((numeral, index) => {
    const tasks = parts.tasks.filter(({ value }) => numeral.task === undefined || value.no === numeral.task);
    if (tasks.length === 0 || tasks.some(({ value }) => value.text.includes(numeral.text))) return [];
    return [planError("numeral-not-in-text", `document.numerals[${index}]`, { text: numeral.text })];
  });
}

function chainErrors(parts: PlanParts): readonly PlanError[] {
  const errors: PlanError[] = [];
  for (const { path, value: chain } of parts.chains) {
    const task = taskNumbered(parts, chain.task);
    if (task === undefined) continue;
    const params = { chain: chain.id, task: String(task.no) };
    if (task.chain !== chain.id) errors.push(planError("chain-task-mismatch", path, params));
    if (!printForm(task.text).includes(printForm(chain.name))) {
      errors.push(planError("chain-not-in-text", `${path}.name`, { ...params, chain: chain.name }));
    }
  }
  for (const { path, value: task } of parts.tasks) {
    const chain = parts.chains.find(({ value }) => value.id === task.chain)?.value;
    if (chain !== undefined && chain.task !== task.no) {
      errors.push(
        planError("chain-task-mismatch", `${path}.chain`, { chain: chain.id, task: String(task.no) }),
      );
    }
  }
  return errors;
}

function quotationErrors(parts: PlanParts, { path, value }: Part<Indicator>): readonly PlanError[] {
  const task = taskNumbered(parts, value.task);
  if (task === undefined) return [];
  const errors: PlanError[] = [];
  const params = { indicator: value.id, task: String(task.no), quote: value.quote };
  if (!task.text.includes(value.quote)) errors.push(planError("quote-not-in-text", `${path}.quote`, params));
  if (value.chain !== undefined && value.chain !== task.chain) {
    errors.push(planError("indicator-chain-mismatch", `${path}.chain`, { ...params, chain: value.chain }));
  }
  const { target } = value;
  for (const number of target.valueBasis === "inferred" ? [] : [target.value, target.valueMax]) {
    if (number === undefined || numbersIn(value.quote).has(number)) continue;
    errors.push(planError("number-not-in-quote", `${path}.target`, { ...params, value: number }));
  }
  if (target.year !== undefined && target.yearBasis === "notice" && !task.text.includes(`${target.year}年`)) {
    errors.push(
      planError("year-not-in-text", `${path}.target.year`, { ...params, year: String(target.year) }),
    );
  }
  return errors;
}

const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Numbers of a Chinese text as decimal strings: `2500`, `1.6`, and 五十 as `50`. */
export function numbersIn(text: string): ReadonlySet<string> {
  const arabic = text.match(/\d+(\.\d+)?/g) ?? [];
  const chinese = (text.match(/[零一二三四五六七八九十百千]+/g) ?? []).map((numeral) =>
    String(chineseNumber(numeral)),
  );
  return new Set([...arabic, ...chinese]);
}

function chineseNumber(numeral: string): number {
  let sum = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    const unit = UNITS[character];
    if (unit === undefined) digit = DIGITS.indexOf(character);
    else {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}
