import { z } from "zod";
import type { Plan } from "./schema.ts";

/** What a newer version of a plan changes in the office's settings. */

export const settingChangeSchema = z.strictObject({
  kind: z.literal("setting"),
  setting: z.enum([
    "office-name",
    "pace",
    "yellow-from",
    "red-from",
    "annual-target",
    "county-target",
    "baseline",
    "tolerance",
    "switch",
    "chain-units",
    "group-members",
    "counted-inside",
    "office-alone",
    "delegated",
    "holiday",
    "calendar",
    "document",
  ]),
  /** Names of what it is about: 指标, 单位, 产业链; empty for the plan as a whole. */
  of: z.array(z.string()),
  /** Year, period or day that it holds for. */
  at: z.string().nullable(),
  /** A figure with its unit, names, or one of the setting's own words; null: not set. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type SettingChange = z.infer<typeof settingChangeSchema>;
type Setting = SettingChange["setting"];

/** One setting as it stands in a plan, under an address of its own. */
type Entry = Pick<SettingChange, "setting" | "of" | "at"> & {
  readonly address: string;
  readonly said: string;
};

export function settingChanges(before: Plan, after: Plan): SettingChange[] {
  const was = new Map(entriesOf(before).map((entry) => [entry.address, entry]));
  const is = new Map(entriesOf(after).map((entry) => [entry.address, entry]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((address): SettingChange[] => {
    const [old, now] = [was.get(address), is.get(address)];
    const entry = now ?? old;
    if (entry === undefined || old?.said === now?.said) return [];
    const { setting, of, at } = entry;
    return [
      { kind: "setting", setting, of: [...of], at, before: old?.said ?? null, after: now?.said ?? null },
    ];
  });
}

function entriesOf(plan: Plan): Entry[] {
  const { settings, lights, calendar, document } = plan;
  const unit = (key: string): string => plan.units.find((each) => each.key === key)?.name ?? key;
  const indicatorOf = (id: string) => plan.indicators.find((each) => each.id === id);
  const indicator = (id: string): string => `${id} ${indicatorOf(id)?.name ?? ""}`.trim();
  const chain = (id: string): string => plan.chains.find((each) => each.id === id)?.name ?? id;
  const measured = (id: string, value: string): string => `${value} ${indicatorOf(id)?.unit ?? ""}`.trim();
  const units = (keys: readonly string[]): string => keys.map(unit).join("、");
  const entry = (
    setting: Setting,
    said: string,
    [address, of, at = null]: readonly [address: string, of: string[], at?: string | null],
  ): Entry => ({ setting, said, of, at, address: `${setting} ${address}` });
  return [
    entry("office-name", settings.officeName, ["", []]),
    entry("pace", settings.pace, ["", []]),
    entry("yellow-from", lights.yellowFrom, ["", []]),
    entry("red-from", lights.redFrom, ["", []]),
    ...settings.annualTargets.map(({ indicator: id, year, value }) =>
      entry("annual-target", measured(id, value), [`${id} ${year}`, [indicator(id)], String(year)]),
    ),
    ...settings.countyTargets.map(({ indicator: id, unit: key, year, value }) =>
      entry("county-target", measured(id, value), [
        `${id} ${key} ${year}`,
        [indicator(id), unit(key)],
        String(year),
      ]),
    ),
    ...settings.baselines.map(({ indicator: id, date, value }) =>
      entry("baseline", `${measured(id, value)} (${date})`, [id, [indicator(id)]]),
    ),
    ...settings.tolerances.map(({ indicator: id, value }) =>
      entry("tolerance", measured(id, value), [id, [indicator(id)]]),
    ),
    ...settings.switches.map(({ unit: key, from, reporting }) =>
      entry("switch", reporting, [`${key} ${from}`, [unit(key)], from]),
    ),
    ...settings.chainUnits.map(({ chain: id, units: keys }) =>
      entry("chain-units", units(keys), [id, [chain(id)]]),
    ),
    ...settings.groupMembers.map(({ group, units: keys }) =>
      entry("group-members", units(keys), [group, [unit(group)]]),
    ),
    ...settings.countedInside.map(({ zone, county }) =>
      entry("counted-inside", unit(county), [zone, [unit(zone)]]),
    ),
    ...settings.officeAlone.map((id) => entry("office-alone", "alone", [id, [indicator(id)]])),
    ...settings.delegated.map(({ indicator: id, unit: key }) =>
      entry("delegated", unit(key), [id, [indicator(id)]]),
    ),
    ...calendar.holidays.map(({ date, kind }) => entry("holiday", kind, [date, [], date])),
    entry("calendar", `${calendar.cycle} ${calendar.first}—${calendar.last}`, ["", []]),
    entry("document", JSON.stringify(document), ["", []]),
  ];
}
