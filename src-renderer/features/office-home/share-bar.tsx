import type { ReviewUnit } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";

type Counts = Pick<ReviewUnit, "expected" | "accepted" | "pending" | "returned" | "conflicts" | "missing">;

/** Accepted, pending, returned and conflicting items of those expected; the rest is not reported. */
export function ShareBar({ counts, thick = false }: { counts: Counts; thick?: boolean }) {
  const t = useT();
  const { accepted, pending, returned, conflicts, missing } = counts;
  const whole = Math.max(counts.expected, accepted + pending + returned + conflicts, 1);
  const shares = [
    ["accepted", accepted],
    ["sealed", pending],
    ["returned", returned],
    ["conflict", conflicts],
  ] as const;
  return (
    <div
      className={thick ? "progress progress--thick" : "progress"}
      role="img"
      aria-label={t("officeHome:barLabel", { accepted, pending, returned, conflicts, missing })}
    >
      {shares
        .filter(([, count]) => count > 0)
        .map(([state, count]) => (
          <i key={state} className={`p-${state}`} style={{ width: `${(count / whole) * 100}%` }} />
        ))}
    </div>
  );
}
