import { useState, type FormEvent } from "react";
import { callEngine } from "../../app/bridge.ts";
import { useT } from "../../app/language.tsx";
import { invalidate } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Button } from "../../components/button.tsx";
import { Field, TextInput } from "../../components/field.tsx";
import { useKnownSigners } from "./known-signers.ts";

/** Who entered it, and the one button that signs. */
export function RecordForm({ count }: { count: number }) {
  const t = useT();
  const tell = useTell();
  const unlock = useUnlock();
  const { period, workspace } = useSession();
  const known = useKnownSigners().filler.filter((name) => name !== workspace.name);
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const filler = (typed ?? known[0] ?? "").trim();
  const record = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (filler === "" || busy || !(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("ownEntries.record", { period, filler });
    setBusy(false);
    if (reply.ok) tell.done(t("ownEntries:done", { count: reply.value.revisions }));
    else tell.failed(reply.error);
    invalidate();
  };
  return (
    <form className="sign-form" onSubmit={(event) => void record(event)}>
      <section className="stack stack--3">
        <h2>{t("ownEntries:sign")}</h2>
        <Field label={t("submission:filler")} required>
          {(ids) => (
            <>
              <TextInput
                {...ids}
                maxLength={60}
                list="known-office-fillers"
                value={typed ?? known[0] ?? ""}
                onChange={(event) => setTyped(event.target.value)}
              />
              <datalist id="known-office-fillers">
                {known.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <p className="hint">{t("ownEntries:signText")}</p>
      </section>
      <div className="sign-form__go">
        <Button
          type="submit"
          variant="primary"
          size="lg"
          icon="st-accepted"
          busy={busy}
          disabled={filler === ""}
          aria-describedby="record-note"
        >
          {t("ownEntries:record", { count })}
        </Button>
        <div id="record-note" className="stack stack--1">
          {filler === "" && <p className="hint strong">{t("ownEntries:fillerMissing")}</p>}
          <p className="hint">{t("ownEntries:consequence")}</p>
        </div>
      </div>
    </form>
  );
}
