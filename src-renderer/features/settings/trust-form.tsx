import { useState, type FormEvent } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Field, TextArea } from "../../components/field.tsx";

const DIGITS = 64;
const hexOnly = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^0-9a-f]/g, "");

/** An office's fingerprint as read out on the phone; what was refused for want of it is judged again by itself. */
export function TrustForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const tell = useTell();
  const { fingerprint, roots } = useSession().workspace;
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const digits = hexOnly(typed);
  const missing = DIGITS - digits.length;
  const isKnown = roots.includes(digits);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reply = await callEngine("workspace.trust", { fingerprint: digits });
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    tell.done(t("settings:trustDone"));
    invalidate();
    onDone();
  };
  const hint =
    missing > 0
      ? t("settings:trustShort", { count: missing })
      : missing < 0
        ? t("settings:trustLong", { count: -missing })
        : undefined;
  return (
    <form className="settings-form settings-form--boxed" onSubmit={(event) => void submit(event)}>
      <p className="t-13 muted">{t("settings:trustText")}</p>
      {fingerprint !== null && <Banner kind="warned">{t("settings:trustMoreText")}</Banner>}
      <Field
        label={t("settings:trustField")}
        error={error ?? (isKnown ? t("settings:trustKnown") : undefined)}
        hint={hint}
      >
        {(ids) => (
          <TextArea
            {...ids}
            className="mono"
            rows={3}
            spellCheck={false}
            value={typed}
            invalid={error !== undefined || isKnown}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <div className="row">
        <Button type="submit" icon="shield" disabled={missing !== 0 || isKnown}>
          {t("settings:trustDo")}
        </Button>
        {fingerprint !== null && <Button onClick={onDone}>{t("common:cancel")}</Button>}
      </div>
    </form>
  );
}
