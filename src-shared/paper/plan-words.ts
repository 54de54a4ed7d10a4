import type { Plan, Task, Unit } from "../plan/schema.ts";
import { responsibleFor } from "../plan/units.ts";

/** The plan's own words as they stand on paper. */

/** Full-width brackets, as GB/T 15834 has them in Chinese text. */
const fullWidthBrackets = (text: string): string => text.replaceAll("(", "（").replaceAll(")", "）");

/** Lead and other units as the notice lists them; those bound by its clause alone are not listed again. */
export function listedUnits(plan: Plan, task: Task): { readonly lead: string; readonly others: string } {
  const { lead, others } = responsibleFor(plan, task);
  return { lead: lead?.name ?? "—", others: others.map((unit) => unit.name).join("、") };
}

/** How a sheet speaks of the unit it belongs to. */
export function placeWord(unit: Unit | undefined): string {
  if (unit === undefined) return "本单位";
  if (unit.kind === "county") return unit.name.endsWith("县") ? "本县" : "本地";
  return unit.kind === "zone" ? "本地" : "本单位";
}

/** 完成时限 in short lines; a task without a due date goes on: 长期坚持. */
export function dueLines(task: Task): string[] {
  if (task.dueDate === undefined) return ["长期", "坚持"];
  const [year = "", month = "", day = ""] = task.dueDate.split("-");
  return month === "12" && day === "31"
    ? [year, "年底"]
    : [`${year}年`, `${Number(month)}月`, `${Number(day)}日`];
}

/** The plan's name without its years and without what the notice adds for itself. */
export const planName = (plan: Plan): string =>
  fullWidthBrackets(plan.document.title)
    .replace(/（\d{4}—\d{4}年）/u, "")
    .replace(/重点任务和责任分工$/u, "");

/** Title in lines of at most `perLine` characters where it can: before the sheet's name, else before a quotation. */
export function titleLines(plan: Plan, sheetName: string, perLine: number): string[] {
  const name = planName(plan);
  const whole = name + sheetName;
  if (whole.length <= perLine) return [whole];
  if (name.length <= perLine) return [name, sheetName];
  const quotation = whole.indexOf("“");
  return quotation > 0 ? [whole.slice(0, quotation), whole.slice(quotation)] : [name, sheetName];
}
