import { Select } from "../../../components/select.tsx";
import { useT } from "../../../app/language.tsx";
import { taskStatuses } from "../grid/cell-menu.tsx";
import { taskOf } from "../../../app/drafts.ts";
import { useEditing } from "../edits/editing-context.ts";
import { canType, useGrid } from "../grid/grid-context.ts";
import type { TaskRow } from "../grid/rows.ts";

export function StatusSelect({ row }: { row: TaskRow }) {
  const t = useT();
  const { commit } = useEditing();
  const { isLocked } = useGrid();
  const { status } = taskOf(row.view);
  return (
    <Select
      size="sm"
      label={t("entry:statusOf", { title: row.asked.title })}
      placeholder={t("entry:choose")}
      disabled={!canType(row, isLocked)}
      value={status === undefined || status === "" ? null : status}
      onChange={(value) => commit(row, value)}
      options={taskStatuses.map((value) => ({ value, label: t(`answers:status.${value}`) }))}
    />
  );
}
