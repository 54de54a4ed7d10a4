import { moneyUnits, type MoneyUnit, type UnitGuess } from "#shared/paste/money-unit.ts";
import { useT } from "../app/language.tsx";
import { Icon } from "./icon.tsx";
import { Segmented } from "./segmented.tsx";
import "./paste.css";

type Props = {
  readonly plan: {
    readonly guess: UnitGuess;
    readonly unit: MoneyUnit;
    /** Its unit as the table itself names it. */
    readonly layout: { readonly unit: MoneyUnit | null };
  };
  readonly onUnit: (unit: MoneyUnit) => void;
};

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
