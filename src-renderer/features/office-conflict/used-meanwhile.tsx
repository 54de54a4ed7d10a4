import type { ConflictView } from "#shared/ipc/views.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { sideNumber } from "#shared/i18n/side-text.ts";
import type { RevisionBody } from "#shared/ledger/record.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { bodyFields } from "../../components/body-fields.ts";
import { shownValue } from "../../components/figure-change.ts";

/** 汇总暂用: what the roll-up takes of a subject while its versions differ, accepted and with 含待审. */
export function UsedMeanwhile({ conflict }: { conflict: ConflictView }) {
  const t = useT();
  const { plan } = useSession();
  const { counted, base, sides, provisional } = conflict;
  const value = (body: RevisionBody): string => shortly(t, plan, conflict.item, body);
  const at = sides.findIndex(({ revision }) => revision === provisional);
  const chosen = sides[at];
  return (
    <div className="conflict-used">
      <span>
        {counted === null
          ? t("officeConflict:usedNothing")
          : t(
              counted.revision === base[0]?.revision
                ? "officeConflict:usedBase"
                : "officeConflict:usedEarlier",
              { value: value(counted.body) },
            )}
      </span>
      {chosen !== undefined && (
        <b>{t("officeConflict:usedChosen", { no: sideNumber(t, at + 1), value: value(chosen.body) })}</b>
      )}
    </div>
  );
}

/** What a version says first, in a few words: 推进中, 123,456.78 万元. */
function shortly(t: Translate, plan: Plan, item: ConflictView["item"], body: RevisionBody): string {
  const [first] = bodyFields(plan, item, body, t);
  if (first === undefined) return "—";
  if (first.kind === "text") return first.label;
  return t("common:figureWithUnit", { value: shownValue(first), unit: first.unit }).trimEnd();
}
