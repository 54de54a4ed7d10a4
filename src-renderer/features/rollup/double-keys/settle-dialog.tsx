import { useState } from "react";
import { errorSentence } from "#shared/i18n/sentences.ts";
import type { ChannelInput } from "#shared/ipc/contract.ts";
import { registerItem } from "#shared/plan/item.ts";
import type { Register } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { canTakeOver, leftOut, takenOver, type DoubleKey } from "#shared/rollup/double-keys.ts";
import { callEngine } from "../../../app/bridge.ts";
import { useT } from "../../../app/language.tsx";
import { invalidate } from "../../../app/queries.ts";
import { useSession } from "../../../app/session.tsx";
import { useTell } from "../../../app/toasts.tsx";
import { useUnlock } from "../../../app/unlock.tsx";
import { Banner } from "../../../components/banner.tsx";
import { Button } from "../../../components/button.tsx";
import { ChoiceCards, RadioLine, type Choice } from "../../../components/choice.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Field, TextArea } from "../../../components/field.tsx";

const ways = ["take-over", "leave-out", "return"] as const;
type Way = (typeof ways)[number];

type Props = { readonly found: DoubleKey; readonly register: Register; readonly onClose: () => void };

/** 待核落定: whose answer holds, and what becomes of the others. Each is an ordinary decision on their row. */
export function SettleDialog({ found, register, onClose }: Props) {
  const t = useT();
  const tell = useTell();
  const unlock = useUnlock();
  const { plan } = useSession();
  const { rows, key } = found;
  const mayTakeOver = canTakeOver(register, rows);
  const [held, setHeld] = useState(rows[0]?.unit ?? "");
  const [way, setWay] = useState<Way>(mayTakeOver ? "take-over" : "leave-out");
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const names = rows.map(({ unit }) => unitName(plan, unit)).join(t("common:listSeparator"));
  const holds = unitName(plan, held);
  const prefilled = {
    "take-over": t("doubleKeys:sayTakeOver", { key, unit: holds }),
    "leave-out": t("doubleKeys:sayLeaveOut", { key, unit: holds }),
    return: t("doubleKeys:sayReturn", { key, units: names }),
  } as const;
  const comment = typed ?? prefilled[way];

  const decisions = (): ChannelInput<"review.decide">["decisions"] => {
    const keeper = rows.find(({ unit }) => unit === held);
    const item = registerItem(register.id, key);
    if (way === "return")
      return rows.map(({ unit, period }) => ({ unit, period, item, outcome: "returned" as const, comment }));
    return rows
      .filter((row) => row !== keeper)
      .map((row) => ({
        unit: row.unit,
        period: row.period,
        item,
        outcome: "verified" as const,
        comment,
        value:
          way === "take-over" && keeper !== undefined
            ? takenOver(register, keeper, row)
            : leftOut(row, comment),
      }));
  };

  const settle = async (): Promise<void> => {
    if (comment.trim() === "" || busy || !(await unlock())) return;
    setBusy(true);
    const reply = await callEngine("review.decide", { decisions: decisions() });
    setBusy(false);
    if (!reply.ok) {
      setFailure(errorSentence(t, reply.error));
      return;
    }
    invalidate();
    tell.done(t(way === "return" ? "doubleKeys:returned" : "doubleKeys:settledNow", { key }));
    onClose();
  };

  const choices: readonly Choice<Way>[] = ways
    .filter((name) => name !== "take-over" || mayTakeOver)
    .map((name) => ({
      value: name,
      title: t(`doubleKeys:way.${name}`),
      text: t(`doubleKeys:wayText.${name}`),
    }));
  const footer = (
    <>
      <span className="grow" />
      <Button onClick={onClose}>{t("common:cancel")}</Button>
      <Button variant="primary" busy={busy} disabled={comment.trim() === ""} onClick={() => void settle()}>
        {t(way === "return" ? "doubleKeys:doReturn" : "doubleKeys:doSettle")}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t("doubleKeys:settleTitle", { key })} size="sm" footer={footer}>
      <div className="stack stack--3">
        <ChoiceCards<Way>
          label={t("doubleKeys:how")}
          className="stack"
          choices={choices}
          value={way}
          onChange={(next) => {
            setWay(next);
            setTyped(null);
          }}
        />
        {way !== "return" && (
          <div className="stack stack--1">
            <span className="label">{t("doubleKeys:holds")}</span>
            <RadioLine
              label={t("doubleKeys:holds")}
              choices={rows.map(({ unit }) => ({ value: unit, title: unitName(plan, unit) }))}
              value={held}
              onChange={(next) => {
                setHeld(next);
                setTyped(null);
              }}
            />
          </div>
        )}
        <Field label={t("doubleKeys:comment")} required hint={t("doubleKeys:commentHint")}>
          {(ids) => (
            <TextArea
              {...ids}
              maxLength={2000}
              value={comment}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {failure !== null && <Banner kind="invalid">{failure}</Banner>}
      </div>
    </Dialog>
  );
}
