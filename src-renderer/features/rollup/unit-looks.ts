import type { IconName } from "../../components/icon.tsx";
import type { Figure } from "./rollup-rows.ts";

/** Sign and colour of what a unit gives to a figure. */
export const unitLooks = {
  counted: { state: "accepted", icon: "st-accepted" },
  "counted-inside": { state: "na", icon: "link" },
  missing: { state: "empty", icon: "st-empty" },
  "no-data": { state: "warned", icon: "clock" },
  "not-applicable": { state: "na", icon: "st-na" },
  pending: { state: "sealed", icon: "st-sealed" },
  returned: { state: "returned", icon: "st-returned" },
  conflict: { state: "conflict", icon: "st-conflict" },
} as const satisfies Record<Figure["byUnit"][number]["state"], { state: string; icon: IconName }>;
