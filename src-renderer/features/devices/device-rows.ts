import type { DeviceView } from "#shared/ipc/views.ts";
import type { Plan } from "#shared/plan/schema.ts";

export type DeviceState = DeviceView["state"] | "expired";

/** A laptop with its number within the unit; `first` on the unit's first line, where its name stands. */
export type DeviceRow = {
  readonly device: DeviceView;
  readonly no: number;
  readonly first: boolean;
  readonly state: DeviceState;
};

export const stateOf = (device: DeviceView, today: string): DeviceState =>
  device.state === "granted" && device.notAfter !== null && device.notAfter.slice(0, 10) < today
    ? "expired"
    : device.state;

/** Units in the plan's order, each with its laptops in the order in which they came. */
export function deviceRows(plan: Plan, devices: readonly DeviceView[], today: string): DeviceRow[] {
  const known = new Set<string>(plan.units.map(({ key }) => key));
  const units = [
    ...plan.units.map(({ key }) => key),
    ...devices.map(({ unit }) => unit).filter((key) => !known.has(key)),
  ];
  return [...new Set(units)].flatMap((unit) =>
    devices
      .filter((device) => device.unit === unit)
      .toSorted((a, b) => (a.serial ?? Infinity) - (b.serial ?? Infinity) || a.at.localeCompare(b.at))
      .map((device, index) => ({
        device,
        no: index + 1,
        first: index === 0,
        state: stateOf(device, today),
      })),
  );
}
