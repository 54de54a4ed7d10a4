import type { GridView } from "#shared/ipc/views.ts";
import type { Change } from "../../../app/grid-cache.ts";
import type { AskedItem } from "../../../app/period-progress.ts";
import { taskDraftSchema } from "#shared/checks/draft.ts";
import { taskOf, withInput, withMembers } from "../../../app/drafts.ts";
import type { ItemRow } from "../grid/rows.ts";

type View = GridView["items"][number];

/** What a typed or chosen value changes: the item itself, and every other that holds the same figure (`equal`). */
export function changesOf(
  row: ItemRow,
  value: string,
  asked: readonly AskedItem[],
  isLocked: (view: View) => boolean,
): readonly Change[] {
  const { view } = row;
  if (row.kind === "task") {
    const status = taskDraftSchema.shape.status.safeParse(value);
    if (!status.success) return [];
    return [{ item: view.item, draft: withMembers(view, taskOf(view), { status: status.data }) }];
  }
  if (row.kind !== "indicator" || row.input === undefined) return [];
  const { input } = row;
  const typed = input.kind === "yes-no" && value !== "" ? value === "true" : value;
  const own: Change = { item: view.item, draft: withInput(view, input.id, typed) };
  if (input.equal === undefined) return [own];
  const others = asked.flatMap(({ view: other, asked: item }) => {
    if (item.kind !== "indicator" || other.item === view.item || isLocked(other)) return [];
    const twin = item.inputs.find(({ equal }) => equal === input.equal);
    return twin === undefined ? [] : [{ item: other.item, draft: withInput(other, twin.id, typed) }];
  });
  return [own, ...others];
}
