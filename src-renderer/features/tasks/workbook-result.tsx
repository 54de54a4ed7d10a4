import type { WorkbookResult } from "#shared/ipc/workbook-view.ts";
import { Icon, type IconName } from "../../components/icon.tsx";
import { useT } from "../../app/language.tsx";

/** Colours are those of the states that mean the same. */
const LOOKS: Readonly<Record<WorkbookResult, { readonly icon: IconName; readonly tone: string }>> = {
  fits: { icon: "check", tone: "accepted" },
  warned: { icon: "st-warned", tone: "warned" },
  wrong: { icon: "st-invalid", tone: "invalid" },
  locked: { icon: "st-sealed", tone: "sealed" },
  unknown: { icon: "help", tone: "na" },
  same: { icon: "st-na", tone: "na" },
};

/** Icon, word and colour of what comes of a cell. */
export function WorkbookResultMark({ result }: { readonly result: WorkbookResult }) {
  const t = useT();
  const { icon, tone } = LOOKS[result];
  return (
    <span className={`state state--${tone}`}>
      <Icon name={icon} size={14} />
      {t(`workbook:result.${result}`)}
    </span>
  );
}
