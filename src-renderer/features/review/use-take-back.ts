import { useState } from "react";
import type { DecisionStep } from "#shared/ipc/review-view.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { itemTitle } from "#shared/plan/item.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { unitName } from "#shared/plan/units.ts";
import { callEngine } from "../../app/bridge.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useFormats } from "../../app/formats.ts";
import { invalidateJudged } from "../../app/judged.ts";
import { useEngine } from "../../app/queries.ts";
import { useSession } from "../../app/session.tsx";
import { useTell } from "../../app/toasts.tsx";

type TakeBack = {
  /** The last act that can be taken back, in words; null where there is none. */
  readonly what: string | null;
  /** Takes it back; answers the act, so that one can go where it was. */
  readonly takeBack: () => Promise<DecisionStep | null>;
};

export function useTakeBack(): TakeBack {
  const t = useT();
  const tell = useTell();
  const language = planLanguage(useLanguage());
  const formats = useFormats();
  const { plan, period } = useSession();
  const steps = useEngine("review.steps", {});
  const [busy, setBusy] = useState(false);
  const step = steps.status === "ready" ? steps.value[0] : undefined;
  const nameOf = (act: DecisionStep): string => {
    const name = actName(t, plan, act, language);
    const at = act.subjects[0]?.period;
    return at === undefined || at === period
      ? name
      : t("review:actAt", { period: formats.period(at), act: name });
  };
  const takeBack = async (): Promise<DecisionStep | null> => {
    if (busy) return null;
    if (step === undefined) {
      tell.note(t("review:undoNone"));
      return null;
    }
    setBusy(true);
    const reply = await callEngine("review.takeBack", { no: step.no });
    setBusy(false);
    invalidateJudged();
    if (!reply.ok) {
      tell.failed(reply.error);
      return null;
    }
    if (reply.value === null) tell.note(t("review:undoGone"));
    else tell.done(t("review:undone", { what: nameOf(reply.value) }));
    return reply.value;
  };
  return { what: step === undefined ? null : nameOf(step), takeBack };
}

/** `接收 12 项`, `退回“新能源（锂电）”`, `锁定 2024年3月`. */
function actName(
  t: Translate,
  plan: Plan,
  { outcome, subjects }: DecisionStep,
  language: Parameters<typeof itemTitle>[2],
): string {
  const act = t(`review:act_${outcome}`);
  const [first] = subjects;
  if (first === undefined) return act;
  if (outcome === "locked" || outcome === "unlocked") {
    return subjects.length === 1
      ? t("review:actOn", { act, on: unitName(plan, first.unit) })
      : t("review:actUnits", { act, count: subjects.length });
  }
  return subjects.length === 1
    ? t("review:actOn", { act, on: itemTitle(plan, first.item, language) })
    : t("review:actItems", { act, count: subjects.length });
}
