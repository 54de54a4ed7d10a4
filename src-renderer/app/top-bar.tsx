import { Icon, type IconName } from "../components/icon.tsx";
import { useDueNotice } from "./due.ts";
import { useFormats } from "./formats.ts";
import { useT } from "./language.tsx";
import type { Page } from "./pages.ts";
import { PeriodSwitcher } from "./period-switcher.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { useSaveState } from "./save-state.ts";
import { useEngine } from "./queries.ts";
import { useSession } from "./session.tsx";

export function TopBar({ page }: { page: Page | undefined }) {
  const t = useT();
  const { workspace } = useSession();
  const { plan, unit, role, name } = workspace;
  return (
    <header className="topbar">
      <div className="unit">
        <span className="unit__name">{role === "office" ? name : unit.name}</span>
        <span className="unit__plan">
          {t("shell:planVersion", { title: plan.shortTitle, version: plan.version })}
        </span>
      </div>
      <PeriodSwitcher />
      {page?.showsDue === true && <Due />}
      <span className="grow" />
      {(role === "reporter" || page?.id === "entry") && <Saved />}
      <span className="savestate savestate--aux" title={t("shell:offlineHint")}>
        <Icon name="laptop" />
        {t("shell:offline")}
      </span>
      <PersonMenu />
    </header>
  );
}

function Due() {
  const notice = useDueNotice();
  if (notice === null) return null;
  const look = notice.days < 0 ? "due due--late" : notice.days <= 3 ? "due due--soon" : "due";
  return (
    <span className={look}>
      <Icon name="clock" size={14} />
      {notice.text}
    </span>
  );
}

function Saved() {
  const t = useT();
  const formats = useFormats();
  const { period, today } = useSession();
  const grid = useEngine("entry.grid", { period });
  const last = grid.status === "ready" ? grid.value.savedAt : null;
  const now = useSaveState();
  const state = now.phase === "unchanged" && last !== null ? ({ phase: "saved", at: last } as const) : now;
  if (state.phase === "unchanged") return null;
  const icons: Record<typeof state.phase, IconName> = {
    saving: "clock",
    saved: "saved",
    failed: "st-invalid",
  };
  const looks = {
    saving: "savestate savestate--busy",
    saved: "savestate",
    failed: "savestate savestate--failed",
  };
  return (
    <span className={looks[state.phase]} title={t("shell:savedHint")} role="status">
      <Icon name={icons[state.phase]} />
      {state.phase === "saved" && t("shell:saved", { time: formats.recent(state.at, today) })}
      {state.phase === "saving" && t("shell:saving")}
      {state.phase === "failed" && t("shell:saveFailed")}
    </span>
  );
}
