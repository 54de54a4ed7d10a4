import type { Plan, Task } from "../plan/schema.ts";

const DIGITS = "〇一二三四五六七八九";

/** 1…99 in Chinese figures. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const ten = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens] ?? ""}十`;
  return ten + (ones === 0 ? "" : (DIGITS[ones] ?? ""));
}

/** `2—9`, `1、3—4`: runs of numbers in order. */
export function numberRuns(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === number) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}—${last}`)).join("、");
}

/** The given tasks by section in the plan's order; sections keep their number, empty ones are left out. */
export function sectionGroups<R>(
  plan: Plan,
  tasks: readonly Task[],
  row: (task: Task) => R,
): { title: string; rows: R[] }[] {
  return plan.sections.flatMap((section, index) => {
    const own = tasks.filter((task) => task.section === section.id);
    if (own.length === 0) return [];
    const title = `${chineseNumber(index + 1)}、${section.name}（第${numberRuns(own.map((task) => task.no))}项）`;
    return [{ title, rows: own.map(row) }];
  });
}
