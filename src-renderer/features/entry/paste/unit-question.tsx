import { moneyUnits, type MoneyUnit } from "#shared/paste/money-unit.ts";
import type { PastePlan } from "#shared/paste/paste-plan.ts";
import { useT } from "../../../app/language.tsx";
import { Icon } from "../../../components/icon.tsx";
import { Segmented } from "../../../components/segmented.tsx";

type Props = { readonly plan: PastePlan; readonly onUnit: (unit: MoneyUnit) => void };

/** In which unit the table's money is: guessed with its reason, and asked. */
export function UnitQuestion({ plan, onUnit }: Props) {
  const t = useT();
  const { guess, unit, layout } = plan;
  const word = (of: MoneyUnit): string => t(`paste:unit.${of}`);
  const isGuessed = layout.unit === null && unit === guess.unit && guess.near > 0;
  const reason = (): string => {
    if (layout.unit !== null) return t("paste:unitWritten", { unit: word(layout.unit) });
    if (guess.compared === 0) return t("paste:unitNothingToCompare");
    const { compared, near, nearInWan } = guess;
    if (guess.unit === "wan") return t("paste:unitFitsWan", { compared, near });
    return t("paste:unitFits", { unit: word(guess.unit), compared, near, nearInWan });
  };
  return (
    <div className="paste__unit">
      <Icon name="scale" size={20} />
      <div className="grow">
        <div>
          <b>{t(isGuessed ? "paste:unitLooks" : "paste:unitIs", { unit: word(unit) })}</b>{" "}
          <span className="muted">{t(`paste:unitFactor.${unit}`)}</span>
        </div>
        <div className="t-12 muted">{reason()}</div>
      </div>
      <div className="stack stack--1">
        <span className="t-12 faint">{t("paste:unitOfTable")}</span>
        <Segmented
          label={t("paste:unitOfTable")}
          value={unit}
          onChange={onUnit}
          items={moneyUnits.map((value) => ({ value, label: word(value) }))}
        />
      </div>
    </div>
  );
}
