import { Banner } from "../../../components/banner.tsx";
import { Button } from "../../../components/button.tsx";
import { useFormats } from "../../../app/formats.ts";
import type { Change } from "../../../app/grid-cache.ts";
import { useT } from "../../../app/language.tsx";
import type { PeriodProgress } from "../../../app/period-progress.ts";
import { useEditing } from "../edits/editing-context.ts";
import type { ItemRow } from "../grid/rows.ts";

type Props = { readonly progress: PeriodProgress; readonly row: ItemRow };

/** 沿用，待确认: an earlier period's 不涉及 that stands; said again for this period by one button, or all at once. */
export function CarriedOver({ progress, row }: Props) {
  const t = useT();
  const formats = useFormats();
  const { saving } = useEditing();
  const { carried } = row.view;
  if (carried === null || row.kind === "register") return null;
  const all = progress.asked.flatMap(({ view, asked }): Change[] =>
    view.carried === null || asked.kind === "register" ? [] : [{ item: view.item, draft: view.carried.body }],
  );
  const own = all.filter(({ item }) => item === row.view.item);
  const confirm = (changes: readonly Change[]): void => saving.save(changes, "carried");
  const action = progress.grid.locked ? undefined : (
    <div className="stack stack--1">
      <Button size="sm" icon="check" onClick={() => confirm(own)}>
        {t("carried:stands")}
      </Button>
      {all.length > 1 && (
        <Button size="sm" variant="quiet" onClick={() => confirm(all)}>
          {t("carried:allStand", { count: all.length })}
        </Button>
      )}
    </div>
  );
  const reason = reasonOf(carried.body);
  return (
    <Banner title={t("carried:title")} action={action}>
      <br />
      {t("carried:from", { period: formats.period(carried.from) })}
      {reason !== "" && t("carried:reason", { reason })}
    </Banner>
  );
}

function reasonOf(body: NonNullable<ItemRow["view"]["carried"]>["body"]): string {
  if ("notApplicable" in body) return body.notApplicable ?? "";
  return "reason" in body ? (body.reason ?? "") : "";
}
