import { useState, type ReactNode } from "react";
import type { ConflictView } from "#shared/ipc/views.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { unitName } from "#shared/plan/units.ts";
import { entersFigures } from "#shared/rollup/provisional.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { itemMark } from "../../app/plan-items.ts";
import { useEngine } from "../../app/queries.ts";
import { replaceRoute, useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Empty, Failed, Loading } from "../../components/empty.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { State } from "../../components/state.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { ConflictList } from "./conflict-list.tsx";
import "./office-conflict.css";
import { ResolveBar, type Taken } from "../../components/resolve-bar.tsx";
import { ProvisionalTool } from "./provisional-tool.tsx";
import { ReturnBar } from "./return-bar.tsx";
import { UsedMeanwhile } from "./used-meanwhile.tsx";
import { compareSides, conflictKey } from "../../components/side-columns.ts";
import { SideDetails, Sides } from "../../components/sides.tsx";

/** 版本不一致: what two laptops of one unit wrote, side by side. */
export function OfficeConflict() {
  const t = useT();
  const query = useEngine("conflict.list", {});
  const { params } = useRoute();
  const [view, setView] = useState<"compare" | "onlyDifferent">("compare");
  const { workspace } = useSession();
  // 市级填报 names its item alone.
  const asked = params["unit"] ?? workspace.unit.key;
  const conflicts = query.status === "ready" ? query.value : [];
  const current =
    conflicts.find(
      ({ unit, item, period }) =>
        unit === asked && item === params["item"] && period === (params["period"] ?? period),
    ) ??
    conflicts.find(({ unit }) => unit === asked) ??
    conflicts[0];
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("officeConflict:title")}</h1>
        {current !== undefined && (
          <>
            <Segmented
              label={t("officeConflict:view")}
              value={view}
              items={[
                { value: "compare", label: t("officeConflict:compare") },
                { value: "onlyDifferent", label: t("officeConflict:onlyDifferent") },
              ]}
              onChange={setView}
            />
            <span className="grow" />
            <Legend againstBase={current.base.length > 0} />
          </>
        )}
      </div>
      {query.status === "loading" && <Loading />}
      {query.status === "failed" && <Failed error={query.error} />}
      {query.status === "ready" && current === undefined && (
        <Empty icon="st-accepted" title={t("officeConflict:empty")}>
          {t("officeConflict:emptyText")}
        </Empty>
      )}
      {current !== undefined && (
        <div className="workarea conflicts">
          <ConflictList
            conflicts={conflicts}
            current={conflictKey(current)}
            onChoose={({ unit, item, period }) => replaceRoute("conflict", { unit, item, period })}
          />
          <Front key={conflictKey(current)} conflict={current} onlyDifferent={view === "onlyDifferent"} />
        </div>
      )}
      <StatusNote>
        <span>{t("officeConflict:summary", { count: conflicts.length })}</span>
        <span className="hints">{t("officeConflict:rule")}</span>
      </StatusNote>
    </main>
  );
}

function Legend({ againstBase }: { againstBase: boolean }) {
  const t = useT();
  return (
    <span className="conflict-legend">
      <ins>{t("officeConflict:added")}</ins>
      <del>{t("officeConflict:removed")}</del>
      <span>{t(againstBase ? "officeConflict:relativeToBase" : "officeConflict:relativeToFirst")}</span>
    </span>
  );
}

const toolsOf = (conflict: ConflictView): ReadonlyMap<string, ReactNode> =>
  new Map(
    conflict.sides.map(({ revision }) => [
      revision,
      <ProvisionalTool key={revision} conflict={conflict} revision={revision} />,
    ]),
  );

function Front({ conflict, onlyDifferent }: { conflict: ConflictView; onlyDifferent: boolean }) {
  const t = useT();
  const formats = useFormats();
  const language = planLanguage(useLanguage());
  const { plan, workspace } = useSession();
  const [suggested, setSuggested] = useState<number | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const isOwn = conflict.unit === workspace.unit.key;
  const canChoose = !isOwn && entersFigures(conflict.item);
  const chosen = taken === "merged" ? conflict.sides.length : taken;
  const where = [unitName(plan, conflict.unit), formats.period(conflict.period), itemMark(t, conflict.item)];
  return (
    <div className="conflict-main">
      <header className="conflict-head">
        <div className="grow">
          <div className="panel__title">{where.filter(Boolean).join(" · ")}</div>
          <h2>{itemTitle(plan, conflict.item, language)}</h2>
        </div>
        <State state="conflict" chip />
        <UsedMeanwhile conflict={conflict} />
      </header>
      <div className="conflict-scroll" tabIndex={0} role="region" aria-label={t("officeConflict:compare")}>
        <Sides
          comparison={compareSides(plan, conflict, t, { merged: isOwn })}
          onlyDifferent={onlyDifferent}
          suggested={isOwn ? chosen : suggested}
          tools={canChoose ? toolsOf(conflict) : undefined}
        />
        <div className="conflict-notes">
          <div className="hint">
            <p>{t(isOwn ? "ownEntries:conflictRule" : "officeConflict:clockNote")}</p>
            {canChoose && <p>{t("officeConflict:useHint")}</p>}
          </div>
          <SideDetails conflict={conflict} />
        </div>
      </div>
      {isOwn ? (
        <ResolveBar conflict={conflict} taken={taken} onTake={setTaken} />
      ) : (
        <ReturnBar conflict={conflict} suggested={suggested} onSuggest={setSuggested} />
      )}
    </div>
  );
}
