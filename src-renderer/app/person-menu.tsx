import { Menu, type MenuEntry } from "../components/menu.tsx";
import { callEngine } from "./bridge.ts";
import { useLanguage, useT } from "./language.tsx";
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
    { kind: "action", label: t("shell:closeWorkspace"), icon: "folder", onSelect: () => void close() },
  ];
  const trigger = (
    <button type="button" className="who" title={t("shell:person", { name: workspace.name })}>
      <span className="who__face" aria-hidden="true">
        {workspace.name.slice(-1)}
      </span>
      {workspace.name}
    </button>
  );
  return <Menu trigger={trigger} entries={entries} />;
}
