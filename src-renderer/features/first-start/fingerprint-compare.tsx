import type { ReactNode } from "react";
import { Checkbox } from "../../components/checkbox.tsx";
import { hexGroups } from "../../app/figures.ts";
import { useT } from "../../app/language.tsx";

type Props = {
  readonly fingerprint: string;
  readonly compared: boolean;
  readonly onCompared: (compared: boolean) => void;
  /** Beside the words: another bundle can be chosen. */
  readonly action?: ReactNode;
};

/** The fingerprint of a plan bundle, which a person compares by telephone before it counts. */
export function FingerprintCompare({ fingerprint, compared, onCompared, action }: Props) {
  const t = useT();
  return (
    <div className="fp">
      <div className="fp__text">
        <b>{t("firstStart:compareTitle")}</b>
        <span className="muted t-12">{t("firstStart:compareText")}</span>
        {action !== undefined && <span className="fp__action">{action}</span>}
        <span className="fp__check">
          <Checkbox checked={compared} onChange={onCompared}>
            {t("firstStart:compared")}
          </Checkbox>
        </span>
      </div>
      <div className="fp__grid mono">
        {hexGroups(fingerprint).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </div>
    </div>
  );
}
