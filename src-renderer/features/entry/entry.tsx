import { Failed, Loading } from "../../components/empty.tsx";
import { useT } from "../../app/language.tsx";
import type { PageBadge } from "../../app/pages.ts";
import { usePeriodProgress } from "../../app/period-progress.ts";
import { useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { EntryDesk } from "./entry-desk.tsx";
import "./grid/grid.css";
import "./entry.css";

/** What the own unit answers in the open period. */
export function Entry() {
  const progress = usePeriodProgress();
  const { period } = useSession();
  const { params } = useRoute();
  return (
    <main className="main main--fixed">
      {progress.status === "loading" && <Loading />}
      {progress.status === "failed" && <Failed error={progress.error} />}
      {progress.status === "ready" && (
        <EntryDesk key={`${period} ${JSON.stringify(params)}`} progress={progress.value} params={params} />
      )}
    </main>
  );
}

/** What needs a hand. */
export function useAttention(): PageBadge | null {
  const t = useT();
  const progress = usePeriodProgress();
  if (progress.status !== "ready") return null;
  const count = progress.value.attention.length;
  return { count, attention: true, label: t("shell:attention", { count }) };
}
