import { useState, type FormEvent } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Digest } from "../../components/digest.tsx";
import { Field, TextArea } from "../../components/field.tsx";

/** 市级校验码: shown where it is known; a county types it in as read out on the phone. */
export function FingerprintCard() {
  const t = useT();
  const { workspace } = useSession();
  const { fingerprint, role } = workspace;
  return (
    <Card title={t("settings:fingerprint")}>
      <div className="card__body">
        {fingerprint !== null && (
          <div className="stack stack--1">
            <Digest label={t("settings:fingerprint")} value={fingerprint} />
            <p className="hint">{t("settings:fingerprintText")}</p>
          </div>
        )}
        {fingerprint === null && role === "reporter" && <TrustForm />}
        {fingerprint === null && role === "office" && (
          <p className="muted t-13">{t("settings:fingerprintNone")}</p>
        )}
      </div>
    </Card>
  );
}

const DIGITS = 64;
const hexOnly = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^0-9a-f]/g, "");

function TrustForm() {
  const t = useT();
  const tell = useTell();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const digits = hexOnly(typed);
  const missing = DIGITS - digits.length;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const reply = await callEngine("workspace.trust", { fingerprint: digits });
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    tell.done(t("settings:trustDone"));
    invalidate("app.info");
  };
  return (
    <form className="settings-form" onSubmit={(event) => void submit(event)}>
      <p className="t-13 muted">{t("settings:trustText")}</p>
      <Field
        label={t("settings:trustField")}
        error={error}
        hint={missing > 0 ? t("settings:trustShort", { count: missing }) : undefined}
      >
        {(ids) => (
          <TextArea
            {...ids}
            className="mono"
            spellCheck={false}
            value={typed}
            invalid={error !== undefined}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <div>
        <Button type="submit" icon="shield" disabled={missing !== 0}>
          {t("settings:trustDo")}
        </Button>
      </div>
    </form>
  );
}
