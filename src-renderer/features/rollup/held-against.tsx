import { formatDecimal, formatExact } from "#shared/rollup/format-decimal.ts";
import { lightNeeds } from "#shared/rollup/light-needs.ts";
import { annualTargetAt } from "#shared/rollup/target.ts";
import type { Indicator } from "#shared/plan/schema.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import type { Figure } from "./rollup-rows.ts";

type Props = { readonly figure: Pick<Figure, "target" | "light">; readonly indicator: Indicator };

/** What the light is judged by, line by line: the annual target, and from which figure on it would be another. */
export function useHeldAgainst({ figure, indicator }: Props): readonly string[] {
  const t = useT();
  const { plan, period } = useSession();
  const { unit } = indicator;
  const annual = annualTargetAt(plan, indicator, period);
  const needs = lightNeeds(plan, indicator, period, figure);
  const places = (value: Parameters<typeof formatDecimal>[0]): string =>
    t("common:figureWithUnit", { value: formatDecimal(value, indicator.decimals), unit });
  const { yellowFrom: yellow, redFrom: red } = plan.lights;
  const said: string[] = [];
  if (annual !== null) {
    const value = t("common:figureWithUnit", { value: formatExact(annual.value), unit });
    said.push(t("rollup:annualTarget", { year: annual.year, value }));
  }
  if (needs !== null && figure.light === "red" && needs.notRed !== null)
    said.push(t("rollup:needNotRed", { points: red, value: places(needs.notRed) }));
  if (needs?.green) said.push(t("rollup:needGreen", { points: yellow, value: places(needs.green) }));
  if (needs !== null) said.push(t("rollup:needDue", { value: places(needs.due) }));
  return said;
}

export function HeldAgainst(props: Props) {
  const t = useT();
  const said = useHeldAgainst(props);
  if (said.length === 0) return null;
  return (
    <ul className="held-against" aria-label={t("rollup:heldAgainst")}>
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
