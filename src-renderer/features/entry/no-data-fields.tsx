import { readDate } from "#shared/checks/typed.ts";
import type { IndicatorDraft } from "#shared/checks/draft.ts";
import { Field, TextInput } from "../../components/field.tsx";
import { useT } from "../../app/language.tsx";
import { SavedInput } from "./contact-fields.tsx";

type NoData = NonNullable<IndicatorDraft["noData"]>;
type Props = {
  readonly noData: NoData;
  readonly onSave: (noData: NoData) => void;
  readonly readOnly: boolean;
};

/** 暂无数据: where the figure will come from, and when. */
export function NoDataFields({ noData, onSave, readOnly }: Props) {
  const t = useT();
  return (
    <div className="stack">
      <Field label={t("entry:noDataSource")}>
        {(ids) => (
          <SavedInput
            {...ids}
            value={noData.source ?? ""}
            onSave={(source) => onSave({ ...noData, source })}
          />
        )}
      </Field>
      <Field label={t("entry:noDataExpected")} hint={t("entry:noDataHint")}>
        {(ids) => (
          <TextInput
            {...ids}
            size="sm"
            type="date"
            disabled={readOnly}
            value={readDate(noData.expected ?? "") ?? ""}
            onChange={(event) => onSave({ ...noData, expected: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
