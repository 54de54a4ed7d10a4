import { unitName } from "#shared/plan/units.ts";
import type { TaskBoard, TaskCell } from "#shared/rollup/task-board.ts";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { useSession } from "../../../app/session.tsx";
import { Icon, type IconName } from "../../../components/icon.tsx";
import { Link } from "../../../components/link.tsx";
import { boardUnits, cellWord, isKind, type BoardRow, type CellKind } from "./board-rows.ts";
import "./board.css";

type Props = {
  readonly board: TaskBoard;
  readonly rows: readonly BoardRow[];
  readonly kind: CellKind | null;
};

/** 任务进度: tasks down, units across; each place leads to its review. */
export function Board({ board, rows, kind }: Props) {
  const t = useT();
  const formats = useFormats();
  const { plan } = useSession();
  const units = boardUnits(board);
  return (
    <div className="frozen board" tabIndex={0} role="region" aria-label={t("taskBoard:title")}>
      <table className="table table--dense">
        <thead>
          <tr>
            <th scope="col" className="frozen__name board__task">
              {t("tasks:task")}
            </th>
            <th scope="col">{t("tasks:due")}</th>
            {units.map((unit) => (
              <th key={unit} scope="col">
                {unitName(plan, unit)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ task, cells }) => (
            <tr key={task.no}>
              <th scope="row" className="frozen__name board__task" title={task.title}>
                <span className="board__no">{task.no}</span>
                {task.title}
              </th>
              <td className="muted t-12">
                {task.dueDate === undefined ? t("tasks:standing") : formats.fullDay(task.dueDate)}
              </td>
              {units.map((unit) => (
                <Place
                  key={unit}
                  no={task.no}
                  cell={cells.find((cell) => cell.unit === unit)}
                  isDim={kind !== null}
                  kind={kind}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const icons: Record<TaskCell["state"], IconName> = {
  none: "st-empty",
  sealed: "st-sealed",
  accepted: "st-accepted",
  returned: "st-returned",
  resubmitted: "st-resubmitted",
  conflict: "st-conflict",
};

type PlaceProps = {
  readonly no: number;
  readonly cell: TaskCell | undefined;
  readonly isDim: boolean;
  readonly kind: CellKind | null;
};

function Place({ no, cell, isDim, kind }: PlaceProps) {
  const t = useT();
  const formats = useFormats();
  if (cell === undefined) return <td className="board__none" />;
  const word = cellWord(t, cell);
  const last =
    cell.last === null
      ? t("taskBoard:never")
      : t("taskBoard:last", {
          period: formats.period(cell.last.period),
          status: t(`answers:status.${cell.last.status}`),
        });
  const state = cell.state === "none" ? "empty" : cell.state;
  const classes = [
    "board__cell",
    cell.overdue ? "is-overdue" : "",
    isDim && kind !== null && !isKind(cell, kind) ? "is-dim" : "",
  ];
  return (
    <td className={classes.filter(Boolean).join(" ")}>
      {cell.status === null ? (
        <span className={cell.notDue ? "faint" : "state state--empty"} title={last}>
          {cell.notDue ? (
            "—"
          ) : (
            <>
              <Icon name="st-empty" size={14} />
              {word}
            </>
          )}
        </span>
      ) : (
        <Link
          page="review"
          params={{ unit: cell.unit, tab: "all", item: `task:${no}` }}
          className={`state state--${state}`}
          title={t(`states:${state}`)}
        >
          <Icon name={icons[cell.state]} size={14} />
          {word}
        </Link>
      )}
      {cell.overdue && <small>{t("taskBoard:overdue")}</small>}
    </td>
  );
}
