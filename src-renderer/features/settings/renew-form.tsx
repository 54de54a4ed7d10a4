import { useId, useState, type FormEvent } from "react";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { isPassphraseReady, NewPassphraseFields } from "../../components/new-passphrase.tsx";

type Props = {
  readonly onClose: () => void;
  readonly onRenewed: (renewed: ChannelOutput<"keys.renew">) => void;
};

const consequences = {
  reporter: ["device", "data", "old"],
  office: ["root", "again", "decisions", "old"],
} as const;

/** Says what new keys mean, and makes them once that is confirmed in writing. */
export function RenewForm({ onClose, onRenewed }: Props) {
  const t = useT();
  const formId = useId();
  const { workspace } = useSession();
  const { role } = workspace;
  const [typed, setTyped] = useState("");
  const [passphrase, setPassphrase] = useState({ first: "", second: "" });
  const [withRoot, setWithRoot] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const words = t("settings:renewConfirmWords");
  const isConfirmed = typed.trim() === words;
  const isReady = isConfirmed && isPassphraseReady(passphrase) && !busy;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    const reply = await callEngine("keys.renew", { passphrase: passphrase.first, withRoot });
    setBusy(false);
    if (reply.ok) onRenewed(reply.value);
    else setFailure(errorSentence(t, reply.error));
  };
  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant="danger-solid" type="submit" form={formId} disabled={!isReady}>
        {t(busy ? "settings:renewRunning" : "settings:renewDo")}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t("settings:renew")} footer={footer}>
      <form id={formId} className="stack stack--4" onSubmit={(event) => void submit(event)}>
        <section className="stack">
          <h3 className="subh">{t("settings:renewWhat")}</h3>
          <ul className="renew-what">
            {consequences[role].map((name) => (
              <li key={name}>{t(`settings:renewWhat.${name}`)}</li>
            ))}
          </ul>
        </section>
        <NewPassphraseFields value={passphrase} onChange={setPassphrase} />
        {role === "office" && (
          <Checkbox checked={withRoot} onChange={setWithRoot}>
            {t("settings:renewWithRoot")}
          </Checkbox>
        )}
        <Field
          label={t("settings:renewConfirm", { words })}
          required
          error={typed !== "" && !words.startsWith(typed) ? t("settings:renewConfirmWrong") : undefined}
        >
          {(ids) => (
            <TextInput
              {...ids}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {failure !== null && <Banner kind="invalid">{failure}</Banner>}
      </form>
    </Dialog>
  );
}
