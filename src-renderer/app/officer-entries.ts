import type { MenuEntry } from "../components/menu.tsx";
import { callEngine } from "./bridge.ts";
import { useT } from "./language.tsx";
import { invalidate, useEngine } from "./queries.ts";
import { navigate } from "./router.ts";
import { useSession } from "./session.tsx";
import { useTell } from "./toasts.tsx";

/** Who works on this laptop, to switch between; an office has but one name. */
export function useOfficerEntries(): readonly MenuEntry[] {
  const t = useT();
  const tell = useTell();
  const { workspace } = useSession();
  const isReporter = workspace.role === "reporter";
  const officers = useEngine("officers.list", isReporter ? {} : null);
  if (!isReporter || officers.status !== "ready") return [];
  const change = async (name: string): Promise<void> => {
    const reply = await callEngine("officers.switch", { name });
    if (!reply.ok) return tell.failed(reply.error);
    tell.done(t("officers:switched", { name }));
    invalidate("app.info");
  };
  return [
    { kind: "label", label: t("officers:working") },
    ...officers.value.map(({ name }) => ({
      kind: "action" as const,
      label: name,
      on: name === workspace.officer,
      onSelect: () => void change(name),
    })),
    { kind: "action", label: t("officers:manage"), icon: "users", onSelect: () => navigate("settings") },
    { kind: "line", id: "officers" },
  ];
}
