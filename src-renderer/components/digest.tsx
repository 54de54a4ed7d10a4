import { hexGroups } from "../app/figures.ts";
import { useT } from "../app/language.tsx";
import { useTell } from "../app/toasts.tsx";
import { IconButton } from "./button.tsx";

type Props = {
  readonly label: string;
  /** Hex digits, with or without the algorithm in front. */
  readonly value: string;
  /** Groups that are quoted on paper: marked. */
  readonly marked?: number;
};

/** A digest or fingerprint in groups of four, eight to a line, to be read out and compared. */
export function Digest({ label, value, marked = 0 }: Props) {
  const t = useT();
  const tell = useTell();
  const groups = hexGroups(value);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      tell.done(t("common:copied"));
    } catch {
      tell.done(t("shell:copyFailed"));
    }
  };
  const lines = [groups.slice(marked, 8), groups.slice(8)].filter((line) => line.length > 0);
  return (
    <div className="keyblock">
      <div className="grow">
        <div className="keyblock__label">{label}</div>
        <div className="keyblock__value">
          {marked > 0 && <mark>{groups.slice(0, marked).join(" ")}</mark>}
          {lines.map((line, index) => (
            <span key={line.join("")}>
              {index > 0 && <br />}
              {index === 0 && marked > 0 && " "}
              {line.join(" ")}
            </span>
          ))}
        </div>
      </div>
      <IconButton icon="copy" label={t("common:copy")} small onClick={() => void copy()} />
    </div>
  );
}
