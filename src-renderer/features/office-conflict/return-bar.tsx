import { useEffect, useState } from "react";
import type { ConflictView } from "#shared/ipc/views.ts";
import { unitName } from "#shared/plan/units.ts";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { invalidateJudged } from "../../app/judged.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Button } from "../../components/button.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { conflictKey } from "../../components/side-columns.ts";
import { sideNumber } from "#shared/i18n/side-text.ts";

type Props = {
  readonly conflict: ConflictView;
  readonly suggested: number | null;
  readonly onSuggest: (index: number | null) => void;
};

const ANEW = "anew";

/** The office never picks a side itself: it returns the item with a question and a suggestion. */
export function ReturnBar({ conflict, suggested, onSuggest }: Props) {
  const t = useT();
  const formats = useFormats();
  const tell = useTell();
  const unlock = useUnlock();
  const { plan } = useSession();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const side = suggested === null ? undefined : conflict.sides[suggested];
  const proposed =
    side === undefined || suggested === null
      ? t("officeConflict:prefillAnew")
      : t("officeConflict:prefillTake", {
          no: sideNumber(t, suggested + 1),
          author: side.author,
          at: formats.dayTime(side.at),
        });
  const [question, setQuestion] = useState(proposed);
  const key = conflictKey(conflict);
  useEffect(() => {
    setQuestion(proposed);
    setTried(false);
  }, [key, proposed]);
  const missing = question.trim() === "";

  const give = async (): Promise<void> => {
    setTried(true);
    if (missing || !(await unlock())) return;
    setBusy(true);
    const { unit, period, item } = conflict;
    const decision = { unit, period, item, outcome: "returned" as const, comment: question.trim() };
    const reply = await callEngine("review.decide", { decisions: [decision] });
    setBusy(false);
    if (!reply.ok) {
      tell.failed(reply.error);
      return;
    }
    tell.done(t("officeConflict:returned", { unit: unitName(plan, unit) }));
    invalidateJudged();
  };

  return (
    <footer className="conflict-foot">
      <div className="stack stack--1">
        <span className="subh">{t("officeConflict:suggest")}</span>
        <Segmented
          label={t("officeConflict:suggest")}
          value={suggested === null ? ANEW : String(suggested)}
          items={[
            ...conflict.sides.map((_, index) => ({
              value: String(index),
              label: t("officeConflict:takeSide", { no: sideNumber(t, index + 1) }),
            })),
            { value: ANEW, label: t("officeConflict:writeAnew") },
          ]}
          onChange={(value) => onSuggest(value === ANEW ? null : Number(value))}
        />
      </div>
      <Field
        label={t("officeConflict:question")}
        error={tried && missing ? t("officeConflict:questionNeeded") : undefined}
      >
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={2000}
            value={question}
            invalid={tried && missing}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <Button variant="primary" icon="st-returned" busy={busy} onClick={() => void give()}>
        {t("officeConflict:returnIt")}
      </Button>
    </footer>
  );
}
