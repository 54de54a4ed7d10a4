import { useCallback } from "react";
import type { BundleReport } from "#shared/ipc/views.ts";
import type { DeviceView } from "#shared/ipc/device-views.ts";
import { useEngine } from "../../app/queries.ts";

/** What became of a request for a device; a new one is said before what was granted earlier. */
export type Enrolled = (report: BundleReport) => DeviceView["state"];

const order = ["requested", "granted", "refused", "revoked"] as const;

/** `wanted` where a request is among what is listed. */
export function useEnrolled(wanted: boolean): Enrolled {
  const list = useEngine("enrol.list", wanted ? {} : null);
  const devices = list.status === "ready" ? list.value : null;
  return useCallback(
    ({ device }) => {
      const states = (devices ?? []).filter((known) => known.device === device).map(({ state }) => state);
      return order.find((state) => states.includes(state)) ?? "requested";
    },
    [devices],
  );
}
