import type { ReactNode } from "react";
import { Icon } from "../../../components/icon.tsx";
import { Link } from "../../../components/link.tsx";
import { State } from "../../../components/state.tsx";
import { useT } from "../../../app/language.tsx";
import { cellText, growthText, isComputed, rawValue, unitOf } from "./cells.ts";
import type { CursorColumn } from "./active-cell.ts";
import { taskOf, standing } from "../../../app/drafts.ts";
import { canType, cellId, useGrid } from "./grid-context.ts";
import type { IndicatorRow, ItemRow, TaskRow } from "./rows.ts";
import { isSelected } from "./selection.ts";

type CellProps = {
  readonly row: ItemRow;
  readonly column: CursorColumn;
  readonly className: string;
  readonly children: ReactNode;
};

/** A cell that the cursor can stand on. */
function CursorCell({ row, column, className, children }: CellProps) {
  const { active, activate, edit, selection } = useGrid();
  const isActive = active?.row === row.id && active.column === column;
  const looks = ["gc", className];
  if (isActive) looks.push("is-active");
  if (isSelected(row, column, selection)) looks.push("is-selected");
  return (
    <div
      role="gridcell"
      id={cellId(row.id, column)}
      aria-selected={isActive}
      className={looks.join(" ")}
      onMouseDown={(event) => {
        event.preventDefault();
        const keeps = event.button === 2 && isSelected(row, column, selection);
        if (!keeps) activate(row.id, column, event.shiftKey);
      }}
      onMouseEnter={(event) => {
        // A line that comes in under a resting pointer enters too: only a drag draws a block.
        const isDrag = event.movementX !== 0 || event.movementY !== 0;
        if (event.buttons === 1 && isDrag) activate(row.id, column, true);
      }}
      onMouseUp={({ target }) => {
        const opens = target instanceof Element && target.closest("[data-opens]") !== null;
        if (opens && isActive) edit(row.id);
      }}
      onDoubleClick={() => edit(row.id)}
    >
      {children}
    </div>
  );
}

export function StateCell({ row }: { row: ItemRow }) {
  const t = useT();
  if (row.kind === "indicator" && !row.first) return null;
  if (row.kind === "register") {
    return row.view.state === "empty" ? (
      <span className="state">
        <Icon name="book" size={14} />
        {t("entry:register")}
      </span>
    ) : (
      <State state={row.view.state} />
    );
  }
  return <State state={row.view.state} />;
}

export function NameCell({ row }: { row: ItemRow }) {
  const t = useT();
  if (row.kind === "task") {
    return (
      <>
        <span className="tno">{row.asked.task.no}</span>
        {row.asked.title}
      </>
    );
  }
  if (row.kind === "register") return row.asked.title;
  if (!row.first) return row.input?.name;
  return row.nested && row.input !== undefined
    ? t("entry:ofWhich", { name: row.input.name })
    : row.asked.title;
}

/** A figure's unit; of a task, how many files are attached. */
export function UnitCell({ row }: { row: ItemRow }) {
  const t = useT();
  if (row.kind === "indicator") return unitOf(row);
  const count = row.kind === "task" ? (taskOf(row.view).evidence ?? []).length : 0;
  if (count === 0) return null;
  const label = t("attachments:count", { count });
  return (
    <span className="clip" role="img" aria-label={label} title={label}>
      <Icon name="clip" size={14} />
      {count}
    </span>
  );
}

export function NowCell({ row }: { row: ItemRow }) {
  if (row.kind === "task") return <StatusCell row={row} />;
  if (row.kind === "register") return <RegisterCount row={row} />;
  return <FigureCell row={row} />;
}

function FigureCell({ row }: { row: IndicatorRow }) {
  const t = useT();
  const { isLocked } = useGrid();
  const answer = standing(row.view);
  const computed = row.input === undefined;
  const isNa = answer !== null && ("notApplicable" in answer || "noData" in answer);
  const looks = ["num", "cell", "now"];
  if (computed) looks.push("is-computed");
  else if (isLocked(row.view)) looks.push("is-locked");
  if (isNa) looks.push("is-na");
  const wash = washOf(row);
  if (wash !== null) looks.push(`is-${wash}`);
  return (
    <CursorCell row={row} column="now" className={looks.join(" ")}>
      {isComputed(row) && <Icon name="fx" size={14} className="cellicon" />}
      {cellText(t, row, answer)}
    </CursorCell>
  );
}

/** The state's colour on the very figure it speaks of, else on the item's first. */
function washOf({ view, input, first }: IndicatorRow): string | null {
  const { state, findings } = view;
  if (state === "returned" || state === "conflict")
    return first || (input !== undefined && rawValue(standing(view), input.id) !== "") ? state : null;
  if (state !== "invalid" && state !== "warned") return null;
  const named = findings.flatMap((finding) => finding.input ?? []);
  const isNamed = input !== undefined && named.includes(input.id);
  return isNamed || (named.length === 0 && first) ? state : null;
}

function StatusCell({ row }: { row: TaskRow }) {
  const t = useT();
  const { isLocked } = useGrid();
  const { status, noProgress } = taskOf(row.view);
  const typed = canType(row, isLocked);
  const wash = ["invalid", "warned", "returned", "conflict"].includes(row.view.state)
    ? ` is-${row.view.state}`
    : "";
  return (
    <CursorCell row={row} column="now" className={`cell now${typed ? "" : " is-locked"}${wash}`}>
      <span className="sel">
        {status !== undefined && status !== "" ? (
          t(`answers:status.${status}`)
        ) : noProgress === true ? (
          t("entry:noProgress")
        ) : (
          <span />
        )}
        {typed && (
          <span data-opens>
            <Icon name="chev-d" size={14} />
          </span>
        )}
      </span>
    </CursorCell>
  );
}

function RegisterCount({ row }: { row: Extract<ItemRow, { kind: "register" }> }) {
  const t = useT();
  const answer = standing(row.view);
  const confirmed = answer !== null && "confirm" in answer ? t(`answers:confirm.${answer.confirm}`) : null;
  return (
    <CursorCell row={row} column="now" className="num cell now is-computed">
      {confirmed ?? (row.rows > 0 ? t("entry:registerRows", { count: row.rows }) : "")}
    </CursorCell>
  );
}

type PastColumn = Exclude<CursorColumn, "now">;

export function PastCell({ row, column }: { row: IndicatorRow; column: PastColumn }) {
  const t = useT();
  const { previous, lastYear } = row.view;
  const bodies = { last: previous[0]?.body, before: previous[1]?.body, lastYear: lastYear?.body };
  const text = column === "growth" ? growthText(row) : cellText(t, row, bodies[column] ?? null);
  return (
    <CursorCell row={row} column={column} className="num past">
      {text}
    </CursorCell>
  );
}

/** A task's words, cut to the line; they are written in the side panel. */
export function TextCell({ row }: { row: TaskRow }) {
  const t = useT();
  const { progress, noProgress, reason, status } = taskOf(row.view);
  const text = status === "not-applicable" ? reason : noProgress === true ? t("entry:noProgress") : progress;
  return (
    <CursorCell row={row} column="last" className="text">
      {text === undefined || text === "" ? (
        <span className="faint">{t("entry:notWritten")}</span>
      ) : (
        text.replace(/\s*\n\s*/g, " ")
      )}
    </CursorCell>
  );
}

export function RegisterLink({ row }: { row: Extract<ItemRow, { kind: "register" }> }) {
  const t = useT();
  return (
    <CursorCell row={row} column="last" className="text">
      <Link
        page="registers"
        params={{ register: row.asked.register.id }}
        className="link t-12"
        onMouseDown={(event) => event.stopPropagation()}
      >
        {t("entry:toRegister")}
      </Link>
      <span className="faint"> {row.asked.register.note}</span>
    </CursorCell>
  );
}
