import { itemTitle } from "#shared/plan/item.ts";
import type { Draft } from "#shared/checks/draft.ts";
import type { ConflictView } from "#shared/ipc/views.ts";
import { Banner } from "../../components/banner.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { State } from "../../components/state.tsx";
import { compareSides, conflictKey } from "../../components/side-columns.ts";
import { SideDetails, Sides } from "../../components/sides.tsx";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { itemMark } from "../../app/plan-items.ts";
import { useEngine } from "../../app/queries.ts";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { ResolveBar, type Taken } from "../../components/resolve-bar.tsx";
import { useState } from "react";
import "./conflict.css";

/** 版本不一致 at the unit that has to settle it: base and sides, one is chosen with a reason. */
export function Conflict() {
  const t = useT();
  const { params } = useRoute();
  const { period } = useSession();
  const query = useEngine("conflict.list", {});
  const conflicts = query.status === "ready" ? query.value : [];
  const asked = conflicts.filter(({ item }) => item === params["item"]);
  // One item may be torn in several periods: the one named comes first, then the open one.
  const wanted = params["period"] ?? period;
  const current = asked.find((each) => each.period === wanted) ?? asked[0] ?? conflicts[0];
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("shell:conflict")}</h1>
        <span className="grow" />
        {current !== undefined && (
          <span className="conflict-legend">
            <ins>{t("officeConflict:added")}</ins>
            <del>{t("officeConflict:removed")}</del>
            {t(current.base.length > 0 ? "officeConflict:relativeToBase" : "officeConflict:relativeToFirst")}
          </span>
        )}
      </div>
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {query.status === "ready" && current === undefined && (
        <Empty icon="st-accepted" title={t("conflict:empty")}>
          {t("conflict:emptyText")}
        </Empty>
      )}
      {current !== undefined && (
        <div className="workarea settle">
          <nav className="rail" aria-label={t("shell:conflict")}>
            <div className="rail__title">{t("conflict:waiting", { count: conflicts.length })}</div>
            {conflicts.map((conflict) => (
              <Entry key={conflictKey(conflict)} conflict={conflict} isCurrent={conflict === current} />
            ))}
            <p className="hint settle__hint">{t("conflict:hint")}</p>
          </nav>
          <Front key={conflictKey(current)} conflict={current} />
        </div>
      )}
    </main>
  );
}

function Entry({ conflict, isCurrent }: { conflict: ConflictView; isCurrent: boolean }) {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const { plan } = useSession();
  const draft = useDraftOf(conflict);
  return (
    <button
      type="button"
      className="rail__item settle__item"
      aria-current={isCurrent ? "true" : undefined}
      onClick={() => replaceRoute("conflict", { item: conflict.item, period: conflict.period })}
    >
      <span>{itemTitle(plan, conflict.item, planLanguage(language))}</span>
      <span className="rail__meta">
        {[itemMark(t, conflict.item), formats.period(conflict.period)].filter(Boolean).join(" · ")}
      </span>
      {draft !== null && <span className="rail__meta">{t("conflict:chosen")}</span>}
    </button>
  );
}

/** What was taken over and waits for the next submission; null while nothing was. */
function useDraftOf({ period, item }: ConflictView): Draft | null {
  const grid = useEngine("entry.grid", { period });
  return grid.status === "ready"
    ? (grid.value.items.find((view) => view.item === item)?.draft ?? null)
    : null;
}

function Front({ conflict }: { conflict: ConflictView }) {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const { plan } = useSession();
  const [taken, setTaken] = useState<Taken | null>(null);
  const draft = useDraftOf(conflict);
  return (
    <div className="settle__main">
      <header className="settle__head">
        <div className="grow">
          <div className="panel__title">
            {[formats.period(conflict.period), itemMark(t, conflict.item)].filter(Boolean).join(" · ")}
          </div>
          <h2>{itemTitle(plan, conflict.item, planLanguage(language))}</h2>
        </div>
        <State state="conflict" chip />
      </header>
      <div className="settle__scroll" tabIndex={0} role="region" aria-label={t("officeConflict:compare")}>
        {draft !== null && (
          <div className="settle__chosen">
            <Banner>{t("conflict:chosenText")}</Banner>
          </div>
        )}
        <Sides
          comparison={compareSides(plan, conflict, t, { merged: true })}
          onlyDifferent={false}
          suggested={taken === "merged" ? conflict.sides.length : taken}
        />
        <div className="row row--top settle__notes">
          <p className="hint grow">{t("officeConflict:clockNote")}</p>
          <SideDetails conflict={conflict} />
        </div>
      </div>
      <ResolveBar conflict={conflict} taken={taken} onTake={setTaken} />
    </div>
  );
}
