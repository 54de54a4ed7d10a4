import type { CellState } from "#shared/ipc/views.ts";
import { useT } from "../app/language.tsx";

export type Share = { readonly state: CellState; readonly count: number };

/** How many items are in which state; the rest of the bar is what is empty. */
export function StateBar({
  shares,
  total,
  thick = false,
}: {
  shares: readonly Share[];
  total: number;
  thick?: boolean;
}) {
  const t = useT();
  const spoken = shares
    .map(({ state, count }) => `${t(`states:${state}`)} ${count}`)
    .join(t("common:listSeparator"));
  return (
    <div className={thick ? "progress progress--thick" : "progress"} role="img" aria-label={spoken}>
      {shares
        .filter(({ state, count }) => state !== "empty" && count > 0)
        .map(({ state, count }) => (
          <i
            key={state}
            className={`p-${state}`}
            style={{ width: `${(count / Math.max(total, 1)) * 100}%` }}
          />
        ))}
    </div>
  );
}

/** Long work under way. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <i style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
    </div>
  );
}
