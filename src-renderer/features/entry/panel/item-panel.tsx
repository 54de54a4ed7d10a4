import { useMemo } from "react";
import type { Item } from "#shared/plan/ids.ts";
import { Banner } from "../../../components/banner.tsx";
import { Button, IconButton } from "../../../components/button.tsx";
import { Empty } from "../../../components/empty.tsx";
import { Icon } from "../../../components/icon.tsx";
import { State } from "../../../components/state.tsx";
import { useDescribeFinding } from "../../../app/findings.ts";
import { useT } from "../../../app/language.tsx";
import type { PeriodProgress } from "../../../app/period-progress.ts";
import { itemMark } from "../../../app/plan-items.ts";
import { useSession } from "../../../app/session.tsx";
import { CarriedOver } from "./carried-over.tsx";
import { useEditing } from "../edits/editing-context.ts";
import { useGrid } from "../grid/grid-context.ts";
import { IndicatorPanel } from "./indicator-panel.tsx";
import { RegisterPanel } from "./register-panel.tsx";
import type { ItemRow } from "../grid/rows.ts";
import { StatusSelect } from "./status-select.tsx";
import { TaskPanel } from "./task-panel.tsx";
import { TaskText } from "./task-text.tsx";
import type { PanelFocus } from "../use-entry.ts";

type Props = {
  readonly progress: PeriodProgress;
  readonly row: ItemRow | undefined;
  readonly focus: PanelFocus;
  readonly begun: ReadonlySet<string>;
  readonly onBegin: (item: Item) => void;
  readonly onEnd: (item: Item) => void;
  readonly onClose: () => void;
};

/** The words of the line under the cursor: texts, notes, answers besides a figure, correction, history. */
export function ItemPanel({ progress, row, focus, begun, onBegin, onEnd, onClose }: Props) {
  const t = useT();
  const { plan } = useSession();
  const section = plan.sections.find(({ id }) => id === row?.asked.section);
  if (row === undefined) {
    return (
      <aside className="panel item-panel">
        <Empty icon="note" title={t("entry:panelEmpty")} />
      </aside>
    );
  }
  const mark = itemMark(t, row.view.item);
  return (
    <aside className="panel item-panel" aria-label={row.asked.title}>
      <div className="panel__head">
        <div className="grow">
          <div className="panel__title">
            {mark} <span className="truncate">{section?.name}</span>
          </div>
          <h2>{row.asked.title}</h2>
        </div>
        <IconButton icon="x" small label={t("entry:panelClose")} onClick={onClose} />
      </div>
      <div className="panel__bar">
        <State state={row.view.state} chip />
        {row.kind === "task" && <StatusSelect row={row} />}
        <span className="grow" />
        <TaskText no={taskNo(row)} />
      </div>
      <div className="panel__body">
        <CarriedOver progress={progress} row={row} />
        <Correction row={row} begun={begun} onBegin={onBegin} onEnd={onEnd} />
        {row.view.incomplete && <Banner title={t("entry:incomplete")}>{t("entry:incompleteText")}</Banner>}
        <Hints row={row} />
        {row.kind === "task" && <TaskPanel key={row.view.item} progress={progress} row={row} focus={focus} />}
        {row.kind === "indicator" && (
          <IndicatorPanel key={row.view.item} progress={progress} row={row} focus={focus} />
        )}
        {row.kind === "register" && <RegisterPanel row={row} />}
      </div>
    </aside>
  );
}

function taskNo(row: ItemRow): number | undefined {
  if (row.kind === "task") return row.asked.task.no;
  return row.kind === "indicator" ? row.asked.indicator.task : undefined;
}

type CorrectionProps = Pick<Props, "begun" | "onBegin" | "onEnd"> & { readonly row: ItemRow };

/** A locked item is changed only on purpose; a correction that was begun can be dropped again. */
function Correction({ row, begun, onBegin, onEnd }: CorrectionProps) {
  const t = useT();
  const { isLocked } = useGrid();
  const { saving } = useEditing();
  const { workspace } = useSession();
  const { view } = row;
  if (row.kind === "register") return null;
  if (isLocked(view) && view.locked) {
    const begin = (
      <Button size="sm" onClick={() => onBegin(view.item)}>
        {t("entry:beginCorrection")}
      </Button>
    );
    return (
      <Banner title={t("entry:correctionTitle", { state: t(`states:${view.state}`) })} action={begin}>
        <br />
        {t(workspace.role === "office" ? "ownEntries:correctionText" : "entry:correctionText")}
      </Banner>
    );
  }
  const isCorrected =
    begun.has(view.item) || (view.body !== null && view.draft !== null && view.returned === null);
  if (!isCorrected) return null;
  const drop = (): void => {
    if (view.draft !== null) saving.save([{ item: view.item, draft: null }]);
    onEnd(view.item);
  };
  return (
    <div className="row">
      <span className="grow" />
      <Button size="sm" variant="quiet" icon="undo" onClick={drop}>
        {t("entry:dropCorrection")}
      </Button>
    </div>
  );
}

/** 提示性: worth knowing, no answer needed. */
function Hints({ row }: { row: ItemRow }) {
  const describe = useDescribeFinding();
  const hints = useMemo(() => row.view.findings.filter(({ tier }) => tier === "hint"), [row.view.findings]);
  return hints.map((finding) => (
    <p key={`${finding.rule} ${finding.input ?? ""}`} className="hint-line">
      <Icon name="info" size={14} />
      <span>{describe(finding)}</span>
    </p>
  ));
}
