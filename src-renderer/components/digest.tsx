import { hexGroups } from "../app/figures.ts";
import { useT } from "../app/language.tsx";
import { IconButton } from "./button.tsx";
import { useCopy } from "./copy.ts";

type Props = {
  readonly label: string;
  /** Hex digits, with or without the algorithm in front. */
  readonly value: string;
  /** Groups that are quoted on paper: marked. */
  readonly marked?: number;
  readonly perLine?: 4 | 8;
};

/** A digest or fingerprint in groups of four, to be read out and compared. */
export function Digest({ label, value, marked = 0, perLine = 8 }: Props) {
  const t = useT();
  const copy = useCopy();
  const groups = hexGroups(value);
  const lines = Array.from({ length: Math.ceil(groups.length / perLine) }, (_, line) => line * perLine);
  return (
    <div className="keyblock">
      <div className="grow">
        <div className="keyblock__label">{label}</div>
        <div className="keyblock__value">
          {lines.map((start) => (
            <div key={start}>
              {start === 0 && marked > 0 && <mark>{groups.slice(0, marked).join(" ")}</mark>}{" "}
              {groups.slice(start === 0 ? marked : start, start + perLine).join(" ")}
            </div>
          ))}
        </div>
      </div>
      <IconButton icon="copy" label={t("common:copy")} small onClick={() => copy(value)} />
    </div>
  );
}
