import { useT } from "../../app/language.tsx";
import { Icon } from "../../components/icon.tsx";
import { Key } from "../../components/marks.tsx";

type Props = {
  readonly groups: readonly string[];
  /** How many agree so far; the next one is being compared. */
  readonly matched: number;
  readonly onMatched: (count: number) => void;
  readonly onStop: () => void;
};

/** The device number in groups of four, compared one by one on the phone: space agrees, X stops. */
export function DigitGroups({ groups, matched, onMatched, onStop }: Props) {
  const t = useT();
  return (
    <div
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== "x") return;
        event.preventDefault();
        onStop();
      }}
    >
      <div className="digit-groups" role="group" aria-label={t("devices:callTitle")}>
        {groups.map((digits, index) => {
          const isMatched = index < matched;
          const isNow = index === matched;
          return (
            <button
              key={index}
              ref={(button) => {
                if (isNow && button !== null && isInside(button)) button.focus();
              }}
              type="button"
              className={`digit-group${isMatched ? " is-matched" : ""}${isNow ? " is-now" : ""}`}
              aria-pressed={isMatched}
              disabled={index > matched}
              onClick={() => onMatched(isMatched ? index : index + 1)}
            >
              <small>{index + 1}</small>
              <span className="mono">{digits}</span>
              {isMatched && <Icon name="check" size={14} />}
              {isMatched && <span className="sr-only">{t("devices:groupMatched")}</span>}
            </button>
          );
        })}
      </div>
      <div className="key-hints">
        <Key>{t("devices:space")}</Key>
        <span className="hint">{t("devices:matchKey")}</span>
        <Key>X</Key>
        <span className="hint">{t("devices:stopKey")}</span>
      </div>
    </div>
  );
}

/** The focus moves on only while it is among the groups already. */
const isInside = (button: HTMLElement): boolean =>
  button.parentElement?.contains(document.activeElement) === true;
