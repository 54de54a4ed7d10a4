import { useEffect, useRef } from "react";
import { readDate } from "#shared/checks/typed.ts";
import type { IndicatorDraft } from "#shared/checks/draft.ts";
import { SavedInput } from "../../../components/saved-input.tsx";
import { Field, TextInput } from "../../../components/field.tsx";
import { useT } from "../../../app/language.tsx";
import type { PanelFocus } from "../use-entry.ts";

type NoData = NonNullable<IndicatorDraft["noData"]>;
type Props = {
  readonly noData: NoData;
  readonly onSave: (noData: NoData) => void;
  readonly readOnly: boolean;
  readonly focus: PanelFocus;
};

/** 暂无数据: where the figure will come from, and when. */
export function NoDataFields({ noData, onSave, readOnly, focus }: Props) {
  const t = useT();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus === null) return;
    const inputs = [...(fields.current?.querySelectorAll("input") ?? [])];
    (inputs.find(({ value }) => value === "") ?? inputs[0])?.focus();
  }, [focus]);
  return (
    <div ref={fields} className="stack">
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
