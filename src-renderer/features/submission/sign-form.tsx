import type { FormEvent } from "react";
import type { SubmissionPreview } from "#shared/ipc/views.ts";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { useCanUnlock, useUnlock } from "../../app/unlock.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { PassphraseInput } from "../../components/passphrase-input.tsx";
import { Destination } from "./destination.tsx";
import { missingFields, signers, type SignFields } from "./sign-fields.ts";
import { useKnownSigners } from "./known-signers.ts";
import type { Seal } from "./use-seal.ts";

type Props = {
  readonly preview: SubmissionPreview;
  readonly fields: SignFields;
  readonly onChange: (fields: SignFields) => void;
  readonly seal: Seal;
};

/** Who answers for it, where it goes, and the one button that signs. */
export function SignForm({ preview, fields, onChange, seal }: Props) {
  const t = useT();
  const { workspace } = useSession();
  const { checkCode, items, period } = preview;
  const count = items.length;
  const known = useKnownSigners();
  const unlock = useUnlock();
  const canUnlock = useCanUnlock();
  const missing = missingFields(t, fields, checkCode, canUnlock);
  const { dir, encrypt, passphrase } = fields;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (missing.length > 0 || dir === null) return;
    const [filler = "", reviewer = "", head = ""] = signers.map((signer) => fields[signer].trim());
    if (canUnlock && !(await unlock())) return;
    const secret = canUnlock ? {} : { passphrase };
    await seal.run({ period, filler, reviewer, head, dir, encrypt, ...secret }, count);
  };
  return (
    <form className="sign-form" onSubmit={(event) => void submit(event)}>
      <section className="stack stack--3">
        <h2>{t("submission:sign")}</h2>
        <div className="check-code">
          <span className="label">{t("submission:checkCode")}</span>
          <b className="mono">{hexGroups(checkCode).join(" ")}</b>
          <p className="hint">{t("submission:checkCodeText")}</p>
        </div>
        {signers.map((signer) => (
          <label key={signer} className="sign-line">
            <span className="label">{t(`submission:${signer}`)}</span>
            <TextInput
              size="sm"
              maxLength={60}
              list={`known-${signer}`}
              value={fields[signer]}
              onChange={(event) => onChange({ ...fields, [signer]: event.target.value })}
            />
            <datalist id={`known-${signer}`}>
              {known[signer].map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </label>
        ))}
        <Checkbox
          checked={fields.confirmed === checkCode}
          onChange={(on) => onChange({ ...fields, confirmed: on ? checkCode : null })}
        >
          {t("submission:confirm", { count })}
        </Checkbox>
      </section>
      <Destination fields={fields} onChange={onChange} />
      {canUnlock && !workspace.unlocked && <p className="hint">{t("submission:passphraseKept")}</p>}
      {!canUnlock && (
        <Field
          label={t("submission:passphrase")}
          error={seal.failure?.code === "wrong-passphrase" ? seal.failure.text : undefined}
        >
          {(ids) => (
            <PassphraseInput
              {...ids}
              value={passphrase}
              invalid={seal.failure?.code === "wrong-passphrase"}
              onChange={(event) => onChange({ ...fields, passphrase: event.target.value })}
            />
          )}
        </Field>
      )}
      <div className="sign-form__go">
        {seal.failure !== null && seal.failure.code !== "wrong-passphrase" && (
          <Banner kind="invalid">{seal.failure.text}</Banner>
        )}
        <Button
          type="submit"
          variant="primary"
          size="lg"
          icon="st-sealed"
          busy={seal.busy}
          disabled={missing.length > 0}
          aria-describedby="seal-note"
        >
          {seal.busy ? t("submission:sealing") : t("submission:seal", { count })}
        </Button>
        <div id="seal-note" className="stack stack--1">
          {missing.length > 0 && (
            <p className="hint strong">
              {t("submission:missing", { list: missing.join(t("common:listSeparator")) })}
            </p>
          )}
          <p className="hint">{t("submission:consequence")}</p>
        </div>
      </div>
    </form>
  );
}
