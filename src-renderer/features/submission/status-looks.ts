import type { BundleReport } from "#shared/ipc/views.ts";
import type { IconName } from "../../components/icon.tsx";

export const statusLooks = {
  mergeable: { state: "sealed", icon: "st-accepted" },
  merged: { state: "accepted", icon: "st-accepted" },
  duplicate: { state: "na", icon: "copy" },
  rejected: { state: "invalid", icon: "st-invalid" },
  held: { state: "warned", icon: "clock" },
} as const satisfies Record<BundleReport["status"], { state: string; icon: IconName }>;
