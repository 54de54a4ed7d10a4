import { useEffect, useState } from "react";
import type { SubmissionView } from "#shared/ipc/views.ts";
import { useT } from "../../app/language.tsx";
import { useFormats } from "../../app/formats.ts";
import { useEngine } from "../../app/queries.ts";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { Badge } from "../../components/marks.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { Done, Exchange, type ViewProps } from "./exchange-views.tsx";
import { keepSealed, useSealed } from "./sealed-store.ts";
import "./submission.css";
import { SubmitView } from "./submit-view.tsx";
import { ToolbarPlace } from "./toolbar-slot.tsx";
import { useImport } from "./use-import.ts";

type View = "submit" | "exchange";

const show = (view: View): void => replaceRoute("submission", view === "submit" ? {} : { view });
export const countWaiting = (packages: readonly SubmissionView[]): number =>
  packages.filter(({ receipt }) => receipt === "waiting").length;

/** 上报与回执: what goes out, and what comes back. */
export function Submission() {
  const t = useT();
  const route = useRoute();
  const { period } = useSession();
  const list = useEngine("submission.list", {});
  const intake = useImport();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const view: View = route.params["view"] === "exchange" ? "exchange" : "submit";
  const packages = list.status === "ready" ? list.value : [];
  const waiting = countWaiting(packages);
  const exchange = (
    <>
      {t("submission:exchange")} {waiting > 0 && <Badge>{waiting}</Badge>}
    </>
  );
  return (
    <ToolbarPlace value={place}>
      <main className="main main--fixed">
        <div className="toolbar">
          <h1>{t("submission:title")}</h1>
          <Segmented<View>
            label={t("submission:view")}
            value={view}
            items={[
              { value: "submit", label: t("submission:submit") },
              { value: "exchange", label: exchange },
            ]}
            onChange={show}
          />
          <span className="grow" />
          <span ref={setPlace} className="row" />
        </div>
        {list.status === "loading" && <Loading />}
        {list.status === "failed" && <Failed error={list.error} />}
        {list.status === "ready" && view === "submit" && (
          <Submit key={period} packages={packages} intake={intake} />
        )}
        {list.status === "ready" && view === "exchange" && <Exchange packages={packages} intake={intake} />}
      </main>
    </ToolbarPlace>
  );
}

function Submit({ packages, intake }: ViewProps) {
  const { period, workspace } = useSession();
  const preview = useEngine("submission.preview", { period });
  const sealed = useSealed(workspace.dir, period);
  const own = packages.find(({ digest }) => digest === sealed?.digest);
  const isAnswered = own !== undefined && own.receipt !== "waiting";
  // Who comes back after the receipt came means to report what it returned, not to look at that package again.
  useEffect(() => {
    if (isAnswered) keepSealed(null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (sealed !== null) return <Done packages={packages} intake={intake} sealed={sealed} />;
  if (preview.status === "loading") return <Loading />;
  if (preview.status === "failed") return <Failed error={preview.error} />;
  const take = (work: Promise<void>): void => {
    show("exchange");
    void work;
  };
  return (
    <>
      <SubmitView
        preview={preview.value}
        packages={packages}
        onImport={(files) => files.length > 0 && take(intake.inspect(files))}
        onPlan={(file) => take(intake.merge([file]))}
      />
      <LastPackage packages={packages} />
    </>
  );
}

function LastPackage({ packages: [last] }: { packages: readonly SubmissionView[] }) {
  const t = useT();
  const formats = useFormats();
  if (last === undefined) return null;
  const { sequence, createdAt } = last;
  return (
    <StatusNote>
      <span>{t("submission:last", { sequence, date: formats.dayTime(createdAt) })}</span>
    </StatusNote>
  );
}
