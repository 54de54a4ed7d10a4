import type { DeviceView } from "#shared/ipc/device-views.ts";
import { daysUntil } from "#shared/plan/calendar.ts";
import { chinaDay } from "#shared/plan/china-day.ts";
import type { Plan } from "#shared/plan/schema.ts";

export type DeviceState = DeviceView["state"] | "forked" | "expiring" | "expired";

/** A request or a certificate; `first` on the unit's first line, where its name stands. */
export type DeviceRow = {
  readonly id: string;
  readonly device: DeviceView;
  /** The laptop's number within the unit: the same for all its certificates and requests. */
  readonly no: number;
  readonly first: boolean;
  readonly state: DeviceState;
};

/** So long before its end a certificate is called to attention. Assumed: two months, as a plan version takes time. */
const EXPIRES_SOON_DAYS = 60;

/** What an officer has to know first of a laptop: two of one number weigh more than a certificate that ends. */
export function stateOf(device: DeviceView, today: string): DeviceState {
  if (device.state !== "granted" || device.notAfter === null) return device.state;
  const days = daysUntil(chinaDay(device.notAfter), today);
  if (days < 0) return "expired";
  if (device.series.some(({ forks }) => forks.length > 0)) return "forked";
  return days <= EXPIRES_SOON_DAYS ? "expiring" : "granted";
}

const rowId = ({ device, root, serial }: DeviceView): string =>
  serial === null ? `${device} request` : `${device} ${root ?? ""} ${serial}`;

/** Units in the plan's order, each with its laptops in the order in which they came. */
export function deviceRows(plan: Plan, devices: readonly DeviceView[], today: string): DeviceRow[] {
  const known = new Set<string>(plan.units.map(({ key }) => key));
  const units = [
    ...plan.units.map(({ key }) => key),
    ...devices.map(({ unit }) => unit).filter((key) => !known.has(key)),
  ];
  return [...new Set(units)].flatMap((unit) => {
    const own = devices
      .filter((device) => device.unit === unit)
      .toSorted((a, b) => (a.serial ?? Infinity) - (b.serial ?? Infinity) || a.at.localeCompare(b.at));
    const numbers = [...new Set(own.map(({ device }) => device))];
    return own
      .toSorted((a, b) => numbers.indexOf(a.device) - numbers.indexOf(b.device))
      .map((device, index) => ({
        id: rowId(device),
        device,
        no: numbers.indexOf(device.device) + 1,
        first: index === 0,
        state: stateOf(device, today),
      }));
  });
}
