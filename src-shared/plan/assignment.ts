import { dueDate, isDue, scheduleById } from "./calendar.ts";
import type { Item, Period } from "./ids.ts";
import { indicatorItem, parseItem, registerItem, taskItem } from "./item.ts";
import type { Chain, Indicator, IndicatorInput, Plan, Register, Schedule, Task, Unit } from "./schema.ts";
import { findUnit, isBound, isCountyLike, isLead, isReporting, reportingUnits } from "./units.ts";

/**
 * Who is asked what in a period. Items come by section: indicators first, then registers, then tasks.
 * `due`: an answer is expected by `dueDate`, an ISO date; otherwise one may be given (`dueDate` absent).
 */
type Common = {
  readonly item: Item;
  readonly section: string;
  readonly title: string;
  readonly schedule: Schedule;
  readonly due: boolean;
  readonly dueDate?: string;
};
export type IndicatorAssignment = Common & {
  readonly kind: "indicator";
  readonly indicator: Indicator;
  readonly chain?: Chain;
  /** The inputs that this unit answers under this item, in the plan's order. */
  readonly inputs: readonly IndicatorInput[];
};
export type RegisterAssignment = Common & { readonly kind: "register"; readonly register: Register };
export type TaskAssignment = Common & { readonly kind: "task"; readonly task: Task };
export type AssignedItem = IndicatorAssignment | RegisterAssignment | TaskAssignment;

type Asked = {
  readonly plan: Plan;
  readonly unit: Unit;
  readonly period: Period;
  readonly reporting: readonly Unit[];
  /** Due days by schedule, worked out once: there are a few schedules and many items. */
  readonly dueDates: ReadonlyMap<string, string>;
};
type Role = "county" | "office" | "department";

function roleOf(plan: Plan, unit: Unit): Role {
  if (unit.key === plan.officeUnit) return "office";
  return isCountyLike(unit) ? "county" : "department";
}

/**
 * Everything that a unit is expected to answer, or may, in a period. Empty for a unit that is neither
 * switched on in that period nor the office's own (360900).
 */
export function itemsFor(plan: Plan, unitKey: string, period: Period): readonly AssignedItem[] {
  const byAddress = known.get(plan) ?? new Map<string, readonly AssignedItem[]>();
  known.set(plan, byAddress);
  const address = `${unitKey} ${period}`;
  const items = byAddress.get(address) ?? workOut(plan, unitKey, period);
  byAddress.set(address, items);
  return items;
}

/** What the unit is asked that this item answers: a row its register, a contact its task; undefined where nothing. */
export function askedFor(plan: Plan, unit: string, period: Period, item: Item): AssignedItem | undefined {
  const parts = parseItem(item);
  const asked =
    parts.kind === "contact"
      ? taskItem(parts.no)
      : parts.kind === "register"
        ? registerItem(parts.register)
        : item;
  return itemsFor(plan, unit, period).find((assigned) => assigned.item === asked);
}

/** The tasks that an item belongs to: a register to every one whose indicators count its rows, 问题清单 to none. */
export function tasksOfItem(plan: Plan, item: AssignedItem): readonly number[] {
  switch (item.kind) {
    case "task":
      return [item.task.no];
    case "indicator":
      return [item.indicator.task];
    case "register":
      return plan.indicators
        .filter(({ aggregation }) => "register" in aggregation && aggregation.register === item.register.id)
        .map(({ task }) => task);
  }
}

// NOTE: a plan is never changed once parsed; another version is another object and starts anew.
const known = new WeakMap<Plan, Map<string, readonly AssignedItem[]>>();

function workOut(plan: Plan, unitKey: string, period: Period): readonly AssignedItem[] {
  const unit = findUnit(plan, unitKey);
  if (unit === undefined) return [];
  if (unit.key !== plan.officeUnit && !isReporting(plan, unit, period)) return [];
  const asked: Asked = {
    plan,
    unit,
    period,
    reporting: reportingUnits(plan, period),
    dueDates: new Map(plan.calendar.schedules.map((each) => [each.id, dueDate(plan, each, period)])),
  };
  const items = [
    ...plan.indicators.flatMap((indicator) => indicatorItems(asked, indicator)),
    ...plan.registers.flatMap((register) => registerItems(asked, register)),
    ...tasksFor(plan, unitKey).map((task) => taskAssignment(asked, task)),
  ];
  const order = new Map(plan.sections.map((section, index) => [section.id, index]));
  const place = (item: AssignedItem): number => order.get(item.section) ?? plan.sections.length;
  return items.toSorted((a, b) => place(a) - place(b));
}

/** The tasks that a unit answers for: a county or zone not named anywhere but switched on is asked all. */
export function tasksFor(plan: Plan, unitKey: string): readonly Task[] {
  const unit = findUnit(plan, unitKey);
  if (unit === undefined) return [];
  if (unit.key === plan.officeUnit) return plan.tasks;
  const bound = plan.tasks.filter((task) => isBound(plan, task, unit));
  return bound.length === 0 && isCountyLike(unit) ? plan.tasks : bound;
}

/** The reporting units of which an answer to the item is due in the period, in the plan's order. */
export function unitsAsked(plan: Plan, item: Item, period: Period): readonly Unit[] {
  return reportingUnits(plan, period).filter((unit) =>
    itemsFor(plan, unit.key, period).some((assigned) => assigned.item === item && assigned.due),
  );
}

function common(
  asked: Asked,
  item: Item,
  section: string,
  title: string,
  schedule: Schedule,
  due: boolean,
): Common {
  const base = { item, section, title, schedule, due };
  const date = asked.dueDates.get(schedule.id);
  return due && date !== undefined ? { ...base, dueDate: date } : base;
}

function taskAssignment(asked: Asked, task: Task): TaskAssignment {
  const schedule = scheduleById(asked.plan, task.schedule);
  const due = isDue(schedule, asked.period) && isTaskRequired(asked, task);
  return {
    ...common(asked, taskItem(task.no), task.section, task.title, schedule, due),
    kind: "task",
    task,
  };
}

/** Counties answer every task; a department those it leads; the office those whose lead is not switched on. */
function isTaskRequired({ plan, unit, reporting }: Asked, task: Task): boolean {
  switch (roleOf(plan, unit)) {
    case "county":
      return true;
    case "department":
      return isLead(task, unit);
    case "office":
      return !reporting.some((other) => isLead(task, other));
  }
}

function registerItems(asked: Asked, register: Register): readonly RegisterAssignment[] {
  const { plan, unit, period } = asked;
  const role = roleOf(plan, unit);
  if (role === "department") return [];
  const schedule = scheduleById(plan, register.schedule);
  // The office may keep rows of its own; a row or a confirmation is expected of counties and zones only.
  const due = role === "county" && isDue(schedule, period);
  const section = sectionOfRegister(plan, register);
  return [
    {
      ...common(asked, registerItem(register.id), section, register.name, schedule, due),
      kind: "register",
      register,
    },
  ];
}

/** A register stands in the section of the first indicator it feeds, else in the last. */
function sectionOfRegister(plan: Plan, register: Register): string {
  const fed = plan.indicators.find(
    ({ aggregation }) => "register" in aggregation && aggregation.register === register.id,
  );
  return (fed === undefined ? undefined : sectionOfTask(plan, fed.task)) ?? plan.sections.at(-1)?.id ?? "";
}

const sectionOfTask = (plan: Plan, no: number): string | undefined =>
  plan.tasks.find((task) => task.no === no)?.section;

function indicatorItems(asked: Asked, indicator: Indicator): readonly IndicatorAssignment[] {
  const { plan, unit } = asked;
  const inputs = indicator.inputs.filter((input) => answers(asked, indicator, input));
  if (inputs.length === 0) return [];
  if (!indicator.perChain) {
    if (!takesPart(plan, unit, indicator.chain)) return [];
    const chain = plan.chains.find((candidate) => candidate.id === indicator.chain);
    return [indicatorAssignment(asked, indicator, inputs, undefined, chain)];
  }
  const once = inputs.filter((input) => input.once === true);
  const each = inputs.filter((input) => input.once !== true);
  const items = once.length === 0 ? [] : [indicatorAssignment(asked, indicator, once, undefined, undefined)];
  if (each.length === 0) return items;
  return [
    ...items,
    ...plan.chains
      .filter((chain) => takesPart(plan, unit, chain.id))
      .map((chain) => indicatorAssignment(asked, indicator, each, chain.id, chain)),
  ];
}

/** Whether the unit answers this input: its own, the office's, or one delegated to a department. */
function answers({ plan, unit, reporting }: Asked, indicator: Indicator, input: IndicatorInput): boolean {
  const from = input.from ?? indicator.from;
  const officeAlone = plan.settings.officeAlone.includes(indicator.id);
  const byOffice = from === "office" || (from === "units" && officeAlone);
  const holder = byOffice ? delegateOf(plan, indicator, reporting) : undefined;
  switch (roleOf(plan, unit)) {
    case "county":
      return from === "units" && !officeAlone;
    case "department":
      return holder?.key === unit.key;
    case "office":
      return byOffice && holder === undefined;
  }
}

const delegateOf = (plan: Plan, indicator: Indicator, reporting: readonly Unit[]): Unit | undefined =>
  reporting.find(
    (unit) =>
      !isCountyLike(unit) &&
      plan.settings.delegated.some((entry) => entry.indicator === indicator.id && entry.unit === unit.key),
  );

/** Chain membership: where the office has not set it, every unit is asked. */
function takesPart(plan: Plan, unit: Unit, chain: string | undefined): boolean {
  if (chain === undefined || !isCountyLike(unit)) return true;
  const members = plan.settings.chainUnits.find((entry) => entry.chain === chain);
  return members === undefined || members.units.includes(unit.key);
}

function indicatorAssignment(
  asked: Asked,
  indicator: Indicator,
  inputs: readonly IndicatorInput[],
  itemChain: string | undefined,
  chain: Chain | undefined,
): IndicatorAssignment {
  const { plan, period } = asked;
  const schedules = inputs.map((input) => scheduleById(plan, input.schedule ?? indicator.schedule));
  const dueNow = schedules.find((schedule) => isDue(schedule, period));
  const schedule = dueNow ?? schedules[0] ?? scheduleById(plan, indicator.schedule);
  const item = indicatorItem(indicator.id, itemChain);
  const title =
    itemChain === undefined || chain === undefined ? indicator.name : `${indicator.name} · ${chain.name}`;
  const section = sectionOfTask(plan, indicator.task) ?? "";
  const base = common(asked, item, section, title, schedule, dueNow !== undefined);
  return { ...base, kind: "indicator", indicator, inputs, ...(chain === undefined ? {} : { chain }) };
}
