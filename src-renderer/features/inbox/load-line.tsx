import type { BundleReport } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { statusLook } from "./bundle-words.ts";
import { isRefused } from "./rows.ts";

const order = ["merged", "mergeable", "rejected", "held", "duplicate"] as const;

type Props = {
  readonly load: readonly BundleReport[];
  /** Leads to the first refused file. */
  readonly onRefused: () => void;
};

/** What became of the files that were read last: 读了 21 个文件：可合并 20 个，未通过 1 个. */
export function LoadLine({ load, onRefused }: Props) {
  const t = useT();
  if (load.length === 0) return null;
  const counted = order
    .map((status) => ({ status, count: load.filter((report) => report.status === status).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="card inbox__load" role="status">
      <b>{t("inbox:load", { count: load.length })}</b>
      {counted.map(({ status, count }) => (
        <span key={status} className={`state state--${statusLook[status].state}`}>
          <Icon name={statusLook[status].icon} size={14} />
          {t(`inbox:load.${status}`, { count })}
        </span>
      ))}
      <span className="grow" />
      {load.some(isRefused) && (
        <Button size="sm" endIcon="arrow-r" onClick={onRefused}>
          {t("inbox:showRefused")}
        </Button>
      )}
    </div>
  );
}
