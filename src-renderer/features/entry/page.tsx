import { Failed, Loading } from "../../components/empty.tsx";
import { useT } from "../../app/language.tsx";
import type { Page, PageBadge } from "../../app/pages.ts";
import { usePeriodProgress } from "../../app/period-progress.ts";
import { useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { EntryDesk } from "./entry-desk.tsx";
import "./grid/grid.css";
import "./entry.css";

function Entry() {
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

function useBadge(): PageBadge | null {
  const t = useT();
  const progress = usePeriodProgress();
  if (progress.status !== "ready") return null;
  const count = progress.value.attention.length;
  return { count, attention: true, label: t("shell:attention", { count }) };
}

export const page: Page = {
  id: "entry",
  roles: ["reporter"],
  label: "shell:entry",
  icon: "grid",
  order: 20,
  wide: true,
  showsDue: true,
  useBadge,
  Component: Entry,
};
