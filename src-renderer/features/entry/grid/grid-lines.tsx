import type { Row, Table } from "@tanstack/react-table";
import { FlexRender } from "@tanstack/react-table";
import { Icon } from "../../../components/icon.tsx";
import { Key } from "../../../components/marks.tsx";
import { useDescribeFinding } from "../../../app/findings.ts";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { ColumnEdge } from "./column-edge.tsx";
import { useGrid } from "./grid-context.ts";
import { isDrawn, type DrawnColumn } from "./grid-looks.ts";
import type { gridFeatures } from "./grid-columns.tsx";
import type { ItemRow, MessageRow, SectionRow } from "./rows.ts";

type Features = typeof gridFeatures;

/** Class of a plain cell by column; the others bring their own cell. */
const plainCells: Readonly<Record<string, string>> = {
  state: "pin pin-0",
  name: "pin pin-1 name",
  unit: "ctr faint",
  note: "grid__note",
};
const headClasses: Readonly<Record<string, string>> = {
  state: "pin pin-0",
  name: "pin pin-1",
  unit: "ctr",
  now: "num is-now",
  note: "grid__note",
};
const figureColumns = new Set(["last", "before", "lastYear", "growth", "note"]);

export function GridHead({ table }: { table: Table<Features, ItemRow> }) {
  const t = useT();
  const titles: Record<DrawnColumn, string> = {
    state: t("entry:columnState"),
    name: t("entry:columnName"),
    unit: t("entry:columnUnit"),
    now: t("entry:columnNow"),
    last: t("entry:columnLast"),
    before: t("entry:columnBefore"),
    lastYear: t("entry:columnLastYear"),
  };
  return (
    <div className="grid__line grid__head" role="row">
      {table
        .getHeaderGroups()
        .flatMap((group) => group.headers)
        .filter(({ id }) => id !== "text")
        .map((header) => (
          <div key={header.id} role="columnheader" className={headClasses[header.id] ?? "num"}>
            <FlexRender header={header} />
            {isDrawn(header.id) && <ColumnEdge column={header.id} title={titles[header.id]} />}
          </div>
        ))}
    </div>
  );
}

export function ItemLine({ line, index }: { line: Row<Features, ItemRow>; index: number }) {
  const { active } = useGrid();
  const row = line.original;
  const looks = ["grid__line"];
  if (row.kind !== "indicator") looks.push("grid__line--task");
  else if (row.nested) looks.push("grid__line--nested");
  if (row.kind === "task" && active?.row === row.id) looks.push("grid__line--current");
  const isShown = (column: string): boolean =>
    row.kind === "indicator" ? column !== "text" : !figureColumns.has(column);
  return (
    <div className={looks.join(" ")} role="row" aria-rowindex={index + 1}>
      {line
        .getAllCells()
        .filter((cell) => isShown(cell.column.id))
        .map((cell) => {
          const plain = plainCells[cell.column.id];
          const content = <FlexRender key={cell.id} cell={cell} />;
          return plain === undefined ? (
            content
          ) : (
            <div key={cell.id} role="gridcell" className={`gc ${plain}`} title={titleOf(row, cell.column.id)}>
              {content}
            </div>
          );
        })}
    </div>
  );
}

/** The whole name where the column may cut it. */
function titleOf(row: ItemRow, column: string): string | undefined {
  if (column !== "name") return undefined;
  return row.kind === "indicator" && !row.first ? row.input?.name : row.asked.title;
}

export function SectionLine({ row }: { row: SectionRow }) {
  const { collapsed, toggleSection } = useGrid();
  return (
    <div role="row">
      <div role="gridcell">
        <button
          type="button"
          className="grid__section"
          aria-expanded={!collapsed.has(row.section)}
          onClick={() => toggleSection(row.section)}
        >
          <span className="grid__section-in">
            <Icon name="chev-d" size={14} />
            {row.name}
            <span className="push faint t-12 tnum">
              {row.filled} / {row.total}
            </span>
          </span>
        </button>
      </div>
    </div>
  );
}

export function MessageLine({ row }: { row: MessageRow }) {
  const t = useT();
  const { act } = useGrid();
  const text = useMessageText(row);
  const words = {
    fix: t("entry:goFix"),
    explain: t("entry:goExplain"),
    correct: t("entry:goCorrect"),
    settle: t("entry:goSettle"),
  };
  return (
    <div className={`msg is-${row.tone}`} role="row">
      <span className="msg__in" role="gridcell">
        <Icon name={`st-${row.tone}`} size={14} />
        <span className="truncate" title={text}>
          {text}
        </span>
        <button type="button" className="link" onClick={() => act(row)}>
          {words[row.action]}
        </button>
        {row.action === "fix" && <Key>{t("entry:keyEdit")}</Key>}
      </span>
    </div>
  );
}

function useMessageText({ tone, finding, view }: MessageRow): string {
  const t = useT();
  const formats = useFormats();
  const describe = useDescribeFinding({ here: true });
  if (finding !== undefined) return describe(finding);
  if (tone === "conflict" || view.returned === null) return t("entry:conflictHere");
  return t("entry:returnedBy", { date: formats.day(view.returned.at), comment: view.returned.comment });
}
