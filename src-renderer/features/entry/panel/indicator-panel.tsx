import { REASON_LIMIT, TEXT_LIMIT } from "#shared/checks/limits.ts";
import type { IndicatorDraft } from "#shared/checks/draft.ts";
import { correctionReasonSchema } from "#shared/ledger/record.ts";
import { Button } from "../../../components/button.tsx";
import { RadioLine } from "../../../components/choice.tsx";
import { Field } from "../../../components/field.tsx";
import { Select } from "../../../components/select.tsx";
import { useT } from "../../../app/language.tsx";
import type { PeriodProgress } from "../../../app/period-progress.ts";
import { useSession } from "../../../app/session.tsx";
import { changesOf } from "../edits/commits.ts";
import { answerKind, indicatorOf, withAnswer, withMembers } from "../../../app/drafts.ts";
import { useEditing } from "../edits/editing-context.ts";
import { useGrid } from "../grid/grid-context.ts";
import { History } from "./history.tsx";
import { LongText } from "./long-text.tsx";
import { NoDataFields } from "./no-data-fields.tsx";
import { proposalFor } from "./proposal.ts";
import type { IndicatorRow } from "../grid/rows.ts";
import type { PanelFocus } from "../use-entry.ts";

type Props = { readonly progress: PeriodProgress; readonly row: IndicatorRow; readonly focus: PanelFocus };

/** What belongs to the figures: another answer than figures, the note, why a cumulative figure fell. */
export function IndicatorPanel({ progress, row, focus }: Props) {
  const t = useT();
  const { plan } = useSession();
  const { saving } = useEditing();
  const { isLocked } = useGrid();
  const { view, asked } = row;
  const draft = indicatorOf(view);
  const kind = answerKind(draft);
  const readOnly = isLocked(view) || view.state === "conflict";
  const set = (change: Partial<IndicatorDraft>): void =>
    saving.save([{ item: view.item, draft: withMembers(view, draft, change) }]);
  const isExplaining = view.findings.some(({ tier }) => tier === "soft");
  const fell = new Set(plan.rules.filter((rule) => rule.kind === "ytd-falls").map(({ id }) => id));
  const needsReason = draft.correction !== undefined || view.findings.some(({ rule }) => fell.has(rule));
  const proposal = readOnly ? null : proposalFor(t, progress, row);
  return (
    <>
      <RadioLine
        label={t("entry:answer")}
        disabled={readOnly}
        value={kind}
        onChange={(next) => saving.save([{ item: view.item, draft: withAnswer(view, next) }])}
        choices={[
          { value: "value", title: t("entry:answerValue") },
          { value: "not-applicable", title: t("entry:answerNotApplicable") },
          { value: "no-data", title: t("entry:answerNoData") },
        ]}
      />
      {kind === "not-applicable" && (
        <LongText
          label={t("entry:notApplicableReason")}
          value={draft.notApplicable ?? ""}
          onSave={(notApplicable) => set({ notApplicable })}
          limit={REASON_LIMIT}
          readOnly={readOnly}
          short
          focus={focus?.at === "note" ? focus : null}
          placeholder={t("entry:notApplicablePlaceholder")}
        />
      )}
      {kind === "no-data" && (
        <NoDataFields
          noData={draft.noData ?? {}}
          onSave={(noData) => set({ noData })}
          readOnly={readOnly}
          focus={focus}
        />
      )}
      {proposal !== null && (
        <Button
          icon="prefill"
          onClick={() => saving.save(changesOf(proposal.row, proposal.value, progress.asked, isLocked))}
        >
          {proposal.label}
        </Button>
      )}
      {needsReason && (
        <Field label={t("entry:ytdReason")}>
          {(ids) => (
            <Select
              {...ids}
              placeholder={t("entry:ytdReasonChoose")}
              disabled={readOnly}
              value={draft.correction === undefined || draft.correction === "" ? null : draft.correction}
              onChange={(correction) => set({ correction })}
              options={correctionReasonSchema.options.map((value) => ({
                value,
                label: t(`answers:correction.${value}`),
              }))}
            />
          )}
        </Field>
      )}
      <LongText
        label={t(isExplaining ? "entry:noteNeeded" : "entry:note")}
        value={draft.note ?? ""}
        onSave={(note) => set({ note })}
        limit={TEXT_LIMIT}
        readOnly={readOnly}
        focus={kind === "value" ? focus : null}
        placeholder={isExplaining ? t("entry:notePlaceholder") : undefined}
        hint={isExplaining ? t("entry:noteHint") : undefined}
      />
      <dl className="dl">
        <dt>{t("entry:definition")}</dt>
        <dd>{asked.indicator.definition ?? t("entry:definitionUnset")}</dd>
      </dl>
      <History view={view} row={row} />
    </>
  );
}
