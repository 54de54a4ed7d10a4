import type { ReactNode } from "react";
import type { Register } from "#shared/plan/schema.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { isChanged, isInForce, isPressing, type RegisterLine } from "./rows.ts";

type Props = {
  readonly lines: readonly RegisterLine[];
  /** What moved in the period, in words. */
  readonly changes: string;
  /** Beside the figures: the confirmation. */
  readonly children: ReactNode;
};

/** How many rows are in force, moved, or need a hand. */
export function RegisterStats({ lines, changes, children }: Props) {
  const t = useT();
  const pressing = lines.filter(({ view }) => isPressing(view)).length;
  return (
    <section className="card registers__stats">
      <Stat
        label={t("registers:rows")}
        value={lines.filter(isInForce).length}
        text={t("registers:rowsText")}
      />
      <Stat label={t("registers:changes")} value={lines.filter(isChanged).length} text={changes} />
      <Stat label={t("registers:attention")} value={pressing} text="" />
      {children}
    </section>
  );
}

function Stat({ label, value, text }: { label: string; value: number; text: string }) {
  return (
    <div>
      <span className="stat__label">{label}</span>
      <span className="stat__value">
        {value}
        <small>{text}</small>
      </span>
    </div>
  );
}

/** Which indicators the rows count for. */
export function CountsFor({ register }: { register: Register }) {
  const t = useT();
  const { plan } = useSession();
  const fed = plan.indicators.filter(
    ({ aggregation }) => "register" in aggregation && aggregation.register === register.id,
  );
  const indicators = fed
    .map(({ id, name }) => `${name}${t("common:inBrackets", { text: id })}`)
    .join(t("common:listSeparator"));
  return (
    <div className="stack stack--1">
      <p className="hint">
        {fed.length === 0 ? t("registers:countsForNone") : t("registers:countsFor", { indicators })}
      </p>
      {register.note !== undefined && <p className="hint">{register.note}</p>}
    </div>
  );
}
