import { useMemo } from "react";
import type { CellState } from "#shared/ipc/views.ts";
import { Button, buttonClass, IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Link } from "../../components/link.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { StateFilter } from "../../components/state.tsx";
import { useT } from "../../app/language.tsx";
import { attentionStates, countStates, type PeriodProgress } from "../../app/period-progress.ts";
import { useSession } from "../../app/session.tsx";
import { useEditing } from "./edits/editing-context.ts";
import { MoreMenu } from "./more-menu.tsx";
import type { Shown } from "./grid/rows.ts";

type Props = {
  readonly progress: PeriodProgress;
  readonly kinds: Shown["kinds"];
  readonly onKinds: (kinds: Shown["kinds"]) => void;
  readonly filter: CellState | null;
  readonly onFilter: (filter: CellState | null) => void;
  readonly panelOpen: boolean;
  readonly onPanel: (open: boolean) => void;
  readonly onPaste: () => void;
};

export function EntryToolbar({
  progress,
  kinds,
  onKinds,
  filter,
  onFilter,
  panelOpen,
  onPanel,
  onPaste,
}: Props) {
  const t = useT();
  const { workspace } = useSession();
  const isOffice = workspace.role === "office";
  const { saving, perform, carry } = useEditing();
  const counts = useMemo(
    () =>
      countStates(
        progress.asked.map(({ view }) => view).filter(({ due, state }) => due || state !== "empty"),
      ),
    [progress],
  );
  const offered = [...attentionStates, "empty" as const].filter((state) => counts[state] > 0);
  const filters =
    filter === null || offered.some((state) => state === filter) ? offered : [...offered, filter];
  return (
    <div className="toolbar">
      <h1>{t(isOffice ? "shell:ownEntries" : "shell:entry")}</h1>
      <Segmented
        label={t("entry:view")}
        value={kinds}
        onChange={onKinds}
        items={[
          { value: "all", label: t("entry:all") },
          { value: "indicators", label: t("entry:indicators") },
          { value: "tasks", label: t("entry:tasks") },
        ]}
      />
      <span className="vr" />
      <div className="filters">
        {filters.map((state) => (
          <StateFilter
            key={state}
            state={state}
            count={counts[state]}
            pressed={state === filter}
            onToggle={() => onFilter(state === filter ? null : state)}
          />
        ))}
      </div>
      <span className="grow" />
      <IconButton
        icon="undo"
        label={t("entry:undo")}
        disabled={!saving.canUndo}
        onClick={() => perform({ kind: "undo" })}
      />
      <IconButton
        icon="redo"
        label={t("entry:redo")}
        disabled={!saving.canRedo}
        onClick={() => perform({ kind: "redo" })}
      />
      <span className="vr" />
      <Button variant="quiet" icon="prefill" title={t("entry:carryHint")} onClick={carry}>
        {t("entry:carry")}
      </Button>
      <Button variant="quiet" icon="paste" onClick={onPaste}>
        {t("entry:fromExcel")}
      </Button>
      <MoreMenu />
      <IconButton
        icon="side-r"
        label={t(panelOpen ? "entry:panelClose" : "entry:panelOpen")}
        aria-pressed={panelOpen}
        onClick={() => onPanel(!panelOpen)}
      />
      <Link page="submission" className={buttonClass({ variant: "primary" })}>
        {t(isOffice ? "ownEntries:checkAndRecord" : "entry:checkAndSubmit")}
        <Icon name="arrow-r" />
      </Link>
    </div>
  );
}
