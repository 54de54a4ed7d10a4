import { useState } from "react";
import { z } from "zod";
import { readAnswer } from "#shared/checks/answer.ts";
import { draftToBody } from "#shared/checks/draft-to-body.ts";
import type { ReviewItem } from "#shared/ipc/views.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, TextArea, TextInput } from "../../components/field.tsx";

type JsonValue = z.infer<ReturnType<typeof z.json>>;

type Props = {
  readonly item: ReviewItem;
  readonly onClose: () => void;
  readonly onVerify: (value: JsonValue, comment: string) => void;
};

/** 核定: the office's own figures beside the county's, with the reason. */
export function VerifyDialog({ item, onClose, onVerify }: Props) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const body = item.heads[0]?.body;
  const answer = body === undefined ? null : readAnswer(plan, item.item, body);
  const indicator = answer?.ok === true && answer.value.kind === "indicator" ? answer.value : null;
  const [inputs, setInputs] = useState<Readonly<Record<string, string | boolean>>>(
    indicator?.draft.inputs ?? {},
  );
  const [comment, setComment] = useState("");
  const [tried, setTried] = useState(false);
  if (indicator === null) return null;
  const read = draftToBody(plan, item.item, { ...indicator.draft, inputs: { ...inputs } });
  const wrong = new Set(read.ok ? [] : read.error.map(({ input }) => input));
  const needsComment = comment.trim() === "";
  const verify = (): void => {
    setTried(true);
    if (read.ok && !needsComment)
      onVerify(z.json().parse(JSON.parse(JSON.stringify(read.value))), comment.trim());
  };
  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant="primary" icon="stamp" onClick={verify}>
        {t("review:verifyDo")}
      </Button>
    </>
  );
  const title = t("review:verifyTitle", { item: itemTitle(plan, item.item, language) });
  return (
    <Dialog open onClose={onClose} title={title} size="sm" footer={footer}>
      <p className="muted t-13">{t("review:verifyText")}</p>
      <div className="verify-grid">
        {indicator.inputs.map((input) => {
          const value = inputs[input.id] ?? "";
          const change = (next: string | boolean): void => setInputs({ ...inputs, [input.id]: next });
          if (typeof value === "boolean") {
            return (
              <Checkbox key={input.id} checked={value} onChange={change}>
                {input.name}
              </Checkbox>
            );
          }
          const error = tried && wrong.has(input.id) ? t("review:verifyInvalid") : undefined;
          return (
            <Field key={input.id} label={input.name} aux={input.unit} error={error}>
              {(ids) => (
                <TextInput
                  {...ids}
                  inputMode="decimal"
                  className="num"
                  value={value}
                  invalid={error !== undefined}
                  onChange={(event) => change(event.target.value)}
                />
              )}
            </Field>
          );
        })}
        <Field
          label={t("review:verifyReason")}
          required
          error={tried && needsComment ? t("review:verifyNeedsComment") : undefined}
        >
          {(ids) => (
            <TextArea
              {...ids}
              maxLength={2000}
              value={comment}
              invalid={tried && needsComment}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
