import { useId, useState, type FormEvent } from "react";
import { indicatorItem, itemTitle } from "#shared/plan/item.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { invalidateJudged } from "../../app/judged.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { RadioLine } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { formOf, readPublished, type PublishedField } from "./published-form.ts";
import type { Figure } from "./rollup-rows.ts";

/** 公布数: value, source, date, and which of the two the circular prints. */
export function PublishDialog({ figure, onClose }: { figure: Figure; onClose: () => void }) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const tell = useTell();
  const unlock = useUnlock();
  const { plan, period, today } = useSession();
  const formId = useId();
  const [form, setForm] = useState(() => formOf(figure.published));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const item = indicatorItem(figure.id, figure.chain);
  const read = readPublished(form);
  const wordsOf: Record<PublishedField, string> = {
    value: t("rollup:publishWrong.value", { unit: figure.unit }),
    source: t("rollup:publishWrong.source"),
    date: t("rollup:publishWrong.date"),
  };
  const errorOf = (field: PublishedField): string | undefined =>
    tried && read.wrong.has(field) ? wordsOf[field] : undefined;

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (busy || read.value === null || !(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("rollup.publish", { period, item, value: read.value });
    setBusy(false);
    if (!reply.ok) {
      setFailure(errorSentence(t, reply.error));
      return;
    }
    invalidateJudged();
    tell.done(t("rollup:publishDone"));
    onClose();
  };

  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant="primary" type="submit" form={formId} icon="stamp" busy={busy}>
        {t("rollup:publishSave")}
      </Button>
    </>
  );
  const field = (name: PublishedField, label: string, more: { aux?: string; hint?: string }) => (
    <Field label={label} required error={errorOf(name)} {...more}>
      {(ids) => (
        <TextInput
          {...ids}
          maxLength={200}
          value={form[name]}
          invalid={errorOf(name) !== undefined}
          {...(name === "value" && { inputMode: "decimal", className: "num" })}
          onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const title = t("rollup:publishTitle", { name: itemTitle(plan, item, language) });
  return (
    <Dialog open onClose={onClose} title={title} size="sm" footer={footer}>
      <form id={formId} className="stack stack--3" noValidate onSubmit={(event) => void save(event)}>
        <p className="muted t-13">{t("rollup:publishText")}</p>
        <p className="t-13 tnum">
          {figure.value === null
            ? t("rollup:publishNoNow")
            : t("rollup:publishNow", { value: figure.display ?? figure.value, unit: figure.unit })}
        </p>
        {field("value", t("rollup:publishValue"), { aux: figure.unit })}
        {field("source", t("rollup:publishSource"), { hint: t("rollup:publishSourceHint") })}
        {field("date", t("rollup:publishDate"), { hint: t("rollup:publishDateHint", { date: today }) })}
        <div className="stack stack--1">
          <span className="label">{t("rollup:publishUse")}</span>
          <RadioLine
            label={t("rollup:publishUse")}
            choices={[
              { value: "rollup", title: t("rollup:publishUse.rollup") },
              { value: "published", title: t("rollup:publishUse.published") },
            ]}
            value={form.use}
            onChange={(use) => setForm({ ...form, use })}
          />
        </div>
        {failure !== null && <Banner kind="invalid">{failure}</Banner>}
      </form>
    </Dialog>
  );
}
