import { useState } from "react";
import type { ChannelInput } from "#shared/ipc/contract.ts";
import type { ReviewUnit } from "#shared/ipc/views.ts";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../app/bridge.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { invalidateJudged } from "../../app/judged.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";
import { useUnlock } from "../../app/unlock.tsx";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { ChoiceCards, type Choice } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, TextArea } from "../../components/field.tsx";

export type LockOutcome = ChannelInput<"period.lock">["outcome"];
type Scope = "one" | "all";

type Props = {
  readonly outcome: LockOutcome;
  /** The unit in front. */
  readonly unit: ReviewUnit;
  readonly units: readonly ReviewUnit[];
  readonly onClose: () => void;
};

/** Asks before a period is closed or reopened: for whom, and why. */
export function LockDialog({ outcome, unit, units, onClose }: Props) {
  const t = useT();
  const formats = useFormats();
  const tell = useTell();
  const unlock = useUnlock();
  const { period } = useSession();
  const closes = outcome === "locked";
  const open = units.filter(({ locked }) => locked !== closes);
  const isOpen = unit.locked !== closes;
  const [scope, setScope] = useState<Scope>(isOpen ? "one" : "all");
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const chosen = scope === "one" ? [unit.unit] : open.map(({ unit: key }) => key);
  const count = chosen.length;
  const all = t(
    open.length === units.length
      ? "review:lockAllCount"
      : closes
        ? "review:lockAllRest"
        : "review:unlockAllRest",
    { count: open.length },
  );
  const choices: readonly Choice<Scope>[] = [
    ...(isOpen ? [{ value: "one" as const, title: t("review:lockOne", { unit: unit.name }) }] : []),
    { value: "all", title: t("review:lockAll"), text: all },
  ];

  const run = async (): Promise<void> => {
    if (!(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("period.lock", { period, units: chosen, outcome, comment });
    setBusy(false);
    if (!reply.ok) {
      setError(errorSentence(t, reply.error));
      return;
    }
    invalidateJudged();
    tell.done(t(closes ? "review:lockDone" : "review:unlockDone", { count: reply.value.decided }));
    onClose();
  };

  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant="primary" icon={closes ? "st-sealed" : "undo"} busy={busy} onClick={() => void run()}>
        {t(closes ? "review:lockDo" : "review:unlockDo", { count })}
      </Button>
    </>
  );
  const title = t(closes ? "review:lockTitle" : "review:unlockTitle", { period: formats.period(period) });
  return (
    <Dialog open onClose={onClose} title={title} size="sm" footer={footer}>
      <div className="stack stack--3">
        <div className="stack stack--1 muted t-13">
          <p>{t(closes ? "review:lockText" : "review:unlockText")}</p>
          <p>{t("review:lockReceipt")}</p>
        </div>
        <ChoiceCards<Scope>
          label={t("review:lockScope")}
          className="stack"
          choices={choices}
          value={scope}
          onChange={setScope}
        />
        <Field label={t("review:lockComment")} hint={t("review:lockCommentText")}>
          {(ids) => (
            <TextArea
              {...ids}
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
        {error !== null && <Banner kind="invalid">{error}</Banner>}
      </div>
    </Dialog>
  );
}
