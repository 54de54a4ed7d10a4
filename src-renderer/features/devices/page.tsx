import type { Page, PageBadge } from "../../app/pages.ts";
import { useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { Devices } from "./devices.tsx";

function useBadge(): PageBadge | null {
  const t = useT();
  const devices = useEngine("enrol.list", {});
  if (devices.status !== "ready") return null;
  const count = devices.value.filter(({ state }) => state === "requested").length;
  return { count, attention: false, label: t("devices:badge", { count }) };
}

export const page: Page = {
  id: "devices",
  roles: ["office"],
  label: "shell:devices",
  icon: "key",
  order: 60,
  wide: true,
  useBadge,
  Component: Devices,
};
