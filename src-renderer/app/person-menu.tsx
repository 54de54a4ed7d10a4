import { Menu, type MenuEntry } from "../components/menu.tsx";
import { callEngine } from "./bridge.ts";
import { useLanguage, useT } from "./language.tsx";
import { useLock } from "./lock.ts";
import { useOfficerEntries } from "./officer-entries.ts";
import { invalidate } from "./queries.ts";
import { usePreferences } from "./preferences.ts";
import { useSession } from "./session.tsx";
import { useTell } from "./toasts.tsx";

/** Who works here; language, appearance, another workspace. */
export function PersonMenu() {
  const t = useT();
  const language = useLanguage();
  const tell = useTell();
  const { workspace, info } = useSession();
  const lock = useLock();
  const officers = useOfficerEntries();
  const setPreferences = usePreferences();
  const close = async (): Promise<void> => {
    const reply = await callEngine("workspace.close", {});
    if (!reply.ok) tell.failed(reply.error);
    invalidate("app.info");
  };
  const themes = [
    { theme: "system", label: t("shell:themeSystem") },
    { theme: "light", label: t("shell:themeLight") },
    { theme: "dark", label: t("shell:themeDark") },
  ] as const;
  const entries: readonly MenuEntry[] = [
    ...officers,
    {
      kind: "action",
      label: t("shell:otherLanguage"),
      icon: "globe",
      onSelect: () => void setPreferences({ language: language === "en" ? "zh-CN" : "en" }),
    },
    { kind: "line", id: "theme" },
    { kind: "label", label: t("shell:theme") },
    ...themes.map(({ theme, label }) => ({
      kind: "action" as const,
      label,
      on: info.theme === theme,
      onSelect: () => void setPreferences({ theme }),
    })),
    { kind: "line", id: "workspace" },
    {
      kind: "action",
      label: t(workspace.lockAfter === null ? "officers:lockNoKey" : "officers:lock"),
      icon: "st-sealed",
      disabled: workspace.lockAfter === null,
      onSelect: () => void lock(),
    },
    { kind: "action", label: t("shell:closeWorkspace"), icon: "folder", onSelect: () => void close() },
  ];
  const who = workspace.role === "office" ? workspace.name : workspace.officer;
  const trigger = (
    <button type="button" className="who" title={t("shell:person", { name: who })}>
      <span className="who__face" aria-hidden="true">
        {who.slice(-1)}
      </span>
      {who}
    </button>
  );
  return <Menu trigger={trigger} entries={entries} />;
}
