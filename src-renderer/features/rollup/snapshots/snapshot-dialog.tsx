import { useState } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import { callEngine } from "../../../app/bridge.ts";
import { useFormats } from "../../../app/formats.ts";
import { useT } from "../../../app/language.tsx";
import { invalidate, useEngine } from "../../../app/queries.ts";
import { useSession } from "../../../app/session.tsx";
import { useTell } from "../../../app/toasts.tsx";
import { useUnlock } from "../../../app/unlock.tsx";
import { Banner } from "../../../components/banner.tsx";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Field, TextArea } from "../../../components/field.tsx";

/** 汇总定稿: what is complete and what is not before it is frozen, and why it is frozen now. */
export function SnapshotDialog({ next, onClose }: { next: number; onClose: () => void }) {
  const t = useT();
  const formats = useFormats();
  const tell = useTell();
  const unlock = useUnlock();
  const { period } = useSession();
  const units = useEngine("review.units", { period });
  const [comment, setComment] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isEmpty = comment.trim() === "";

  const freeze = async (): Promise<void> => {
    setTried(true);
    if (isEmpty || busy || !(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("snapshot.make", { period, comment: comment.trim() });
    setBusy(false);
    if (!reply.ok) {
      setFailure(errorSentence(t, reply.error));
      return;
    }
    invalidate("snapshot.list", "review.steps");
    tell.done(t("snapshots:done", { number: reply.value.number }));
    onClose();
  };

  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant="primary" icon="stamp" busy={busy} onClick={() => void freeze()}>
        {t("snapshots:freeze", { number: next })}
      </Button>
    </>
  );
  const title = t("snapshots:dialog", { period: formats.period(period), number: next });
  return (
    <Dialog open onClose={onClose} title={title} size="sm" footer={footer}>
      <div className="stack stack--3">
        <p className="muted t-13">{t("snapshots:text")}</p>
        {units.status === "ready" && <Completeness units={units.value} />}
        <Field
          label={t("snapshots:comment")}
          required
          hint={t("snapshots:commentHint")}
          error={tried && isEmpty ? t("snapshots:commentMissing") : undefined}
        >
          {(ids) => (
            <TextArea
              {...ids}
              maxLength={2000}
              value={comment}
              invalid={tried && isEmpty}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
        {failure !== null && <Banner kind="invalid">{failure}</Banner>}
      </div>
    </Dialog>
  );
}

type Counts = "expected" | "accepted" | "pending" | "returned" | "conflicts" | "missing";

function Completeness({
  units,
}: {
  units: readonly (Readonly<Record<Counts, number>> & { readonly name: string })[];
}) {
  const t = useT();
  const sum = (member: Counts): number => units.reduce((total, unit) => total + unit[member], 0);
  const open = units.filter(({ expected, accepted }) => accepted < expected);
  const counts = [
    ["expected", sum("expected")],
    ["accepted", sum("accepted")],
    ["pending", sum("pending")],
    ["returned", sum("returned")],
    ["conflicts", sum("conflicts")],
    ["missing", sum("missing")],
  ] as const;
  return (
    <>
      <dl className="snapshot-counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`snapshots:count.${name}`)}</dt>
            <dd className="tnum">{count}</dd>
          </div>
        ))}
      </dl>
      {open.length > 0 && (
        <Banner kind="warned">
          {t("snapshots:incomplete", {
            count: open.length,
            units: open.map(({ name }) => name).join(t("common:listSeparator")),
          })}
        </Banner>
      )}
    </>
  );
}
