import { z } from "zod";
import { basisSchema, textSchema } from "./basis-schema.ts";
import { decimalSchema, isoDateSchema, nameSchema, periodSchema, unitKeySchema } from "./ids.ts";

/** Everything the notice leaves open; absent members are "not set" and shown so. */
export const settingsSchema = z.strictObject({
  pace: z.enum(["none", "annual-targets", "linear"]),
  paceBasis: basisSchema,
  annualTargets: z.array(z.strictObject({ indicator: nameSchema, year: z.int(), value: decimalSchema })),
  countyTargets: z.array(
    z.strictObject({ indicator: nameSchema, unit: unitKeySchema, year: z.int(), value: decimalSchema }),
  ),
  baselines: z.array(z.strictObject({ indicator: nameSchema, date: isoDateSchema, value: decimalSchema })),
  tolerances: z.array(z.strictObject({ indicator: nameSchema, value: decimalSchema })),
  /** Which reporting units take part in a chain; a chain not listed: not set, all units are asked. */
  chainUnits: z.array(z.strictObject({ chain: nameSchema, units: z.array(unitKeySchema) })),
  groupMembers: z.array(z.strictObject({ group: unitKeySchema, units: z.array(unitKeySchema) })),
  /** Zones already counted inside a county and left out of sums. */
  countedInside: z.array(z.strictObject({ zone: unitKeySchema, county: unitKeySchema })),
  /** Indicators of the units that the office alone answers: T29-1, T29-2 where it says so. */
  officeAlone: z.array(nameSchema),
  /** Office indicators that a switched-on department answers. */
  delegated: z.array(z.strictObject({ indicator: nameSchema, unit: unitKeySchema })),
  /** Reporting units switched on or off from a period on. */
  switches: z.array(
    z.strictObject({ unit: unitKeySchema, from: periodSchema, reporting: z.enum(["on", "off"]) }),
  ),
  officeName: textSchema,
  officeNameBasis: basisSchema,
});
