import { useState } from "react";
import type { ReviewItem, ReviewSubject, ReviewUnit } from "#shared/ipc/views.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { useFormats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { useEngine } from "../../app/queries.ts";
import { useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { Button } from "../../components/button.tsx";
import { Failed, Loading } from "../../components/empty.tsx";
import { Key } from "../../components/marks.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { StatusNote } from "../../components/status-note.tsx";
import { AcceptAllDialog } from "./accept-all-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { LockDialog } from "./lock-dialog.tsx";
import { PapersDialog } from "./papers-dialog.tsx";
import { ReceiptsDialog } from "./receipts-dialog.tsx";
import "./review.css";
import { LockedWord, ReviewMenu, type ReviewTool } from "./review-menu.tsx";
import { isClean, type GroupName } from "#shared/review/judging.ts";
import { ItemRail } from "./item-rail.tsx";
import { NothingOfItem, NothingOfUnit } from "./nothing-left.tsx";
import { groupsFor, isTab, tabs, type By, type Tab } from "./review-list.ts";
import { ReviewDesk } from "./review-desk.tsx";
import { TakeBackButton } from "./take-back-button.tsx";
import { UnitRail } from "./unit-rail.tsx";
import { useDecisionKeys } from "./use-decision-keys.ts";
import { useDecide } from "./use-decide.ts";
import { usePlace, type Place } from "./use-place.ts";
import { WrittenReceiptsDialog } from "./written-receipts-dialog.tsx";

/** 审核: unit by unit, or item by item across units. The place stands in the address: by, unit, tab, item. */
export function Review() {
  const t = useT();
  const { period } = useSession();
  const units = useEngine("review.units", { period });
  if (units.status !== "ready") {
    return (
      <main className="main">
        {units.status === "failed" ? <Failed error={units.error} /> : <Loading />}
        <h1 className="sr-only">{t("review:title")}</h1>
      </main>
    );
  }
  return <ReviewOf units={units.value} />;
}

function ReviewOf({ units }: { units: readonly ReviewUnit[] }) {
  const t = useT();
  const { period } = useSession();
  const { params } = useRoute();
  const [tool, setTool] = useState<ReviewTool | null>(null);
  const close = (): void => setTool(null);
  const home = useEngine("office.home", { period });
  const tab: Tab = isTab(params["tab"]) ? params["tab"] : "pending";
  const place = usePlace(units);
  const { by, unit, items, go } = place;
  const list = items.status === "ready" ? items.value : [];
  const receipts = home.status === "ready" ? home.value.receipts : [];
  const isLocked = (key: string): boolean => units.find((each) => each.unit === key)?.locked === true;
  useDecisionKeys({
    n: place.toNext,
    "?": () => setTool("keys"),
    "？": () => setTool("keys"),
  });
  const total = (name: "pending" | "returned"): number =>
    units.reduce((sum, { toJudge, returned }) => sum + (name === "pending" ? toJudge : returned), 0);
  const order = (
    <Segmented<By>
      label={t("review:order")}
      value={by}
      items={(["unit", "item"] as const).map((value) => ({
        value,
        label: t(value === "unit" ? "review:byUnit" : "review:byItem"),
      }))}
      onChange={place.turn}
    />
  );
  return (
    <main className="main main--fixed">
      <div className="toolbar">
        <h1>{t("review:title")}</h1>
        <Segmented
          label={t("review:scope")}
          value={tab}
          items={tabs.map((name) => ({
            value: name,
            label: name === "all" ? t("review:all") : `${t(`review:${name}`)} ${total(name)}`,
          }))}
          onChange={(name) => go({ tab: name })}
        />
        {by === "unit" && unit !== undefined && <UnitLine unit={unit} items={list} />}
        {by === "unit" && unit?.locked === true && <LockedWord />}
        <span className="grow" />
        <span className="review-keys">
          <Key>↑</Key> <Key>↓</Key> {t("review:moveKeys")} <Key>N</Key>{" "}
          {t(by === "unit" ? "review:unitKey" : "review:subjectKey")}
        </span>
        {receipts.length > 0 && (
          <Button icon="send" onClick={() => go({ receipts: "1" })}>
            {t("review:receiptsCount", { count: receipts.length })}
          </Button>
        )}
        <TakeBackButton
          onTakenBack={({ subjects: [first] }) => {
            if (first !== undefined && first.period === period && first.item !== "period")
              go({ unit: first.unit, item: first.item });
          }}
        />
        <AcceptClean by={by} items={list.filter((item) => !isLocked(item.unit))} />
        <ReviewMenu units={units} onChoose={setTool} />
      </div>
      <div className={by === "unit" ? "workarea review" : "workarea review review--items"}>
        {by === "unit" ? (
          <UnitRail
            units={units}
            current={unit?.unit ?? null}
            onChoose={(key) => go({ unit: key, item: "" })}
            onAcceptAll={() => setTool("accept-all")}
          >
            {order}
          </UnitRail>
        ) : (
          <ItemRail
            subjects={place.subjects}
            current={place.subject?.item ?? null}
            onChoose={(item) => go({ item, unit: "" })}
          >
            {order}
          </ItemRail>
        )}
        {items.status === "ready" && (
          <ReviewDesk
            by={by}
            items={list}
            tab={tab}
            chosen={params[by === "unit" ? "item" : "unit"] ?? null}
            isLocked={isLocked}
            onChoose={(id) => go(by === "unit" ? { item: id } : { unit: id })}
            onReopen={() => setTool("unlocked")}
            nothing={<Nothing place={place} units={units} tab={tab} />}
          />
        )}
        {items.status === "failed" && <Failed error={items.error} />}
        {items.status === "loading" && <Loading />}
      </div>
      {params["receipts"] !== undefined && home.status === "ready" && (
        <ReceiptsDialog home={home.value} onClose={() => go({})} />
      )}
      {(tool === "locked" || tool === "unlocked") && unit !== undefined && (
        <LockDialog outcome={tool} unit={unit} units={units} onClose={close} />
      )}
      {tool === "accept-all" && <AcceptAllDialog onClose={close} />}
      {tool === "receipts" && <WrittenReceiptsDialog onClose={close} />}
      {tool === "papers" && <PapersDialog onClose={close} />}
      {tool === "keys" && <KeysDialog onClose={close} />}
      <StatusNote>
        {by === "unit" && unit !== undefined && <UnitStatus name={unit.name} items={list} />}
        {by === "item" && place.subject !== undefined && <SubjectStatus subject={place.subject} />}
        <span className="hints">{t("review:statusRule")}</span>
      </StatusNote>
    </main>
  );
}

function Nothing({ place, units, tab }: { place: Place; units: readonly ReviewUnit[]; tab: Tab }) {
  const { by, unit, subject, subjects, go } = place;
  if (by === "unit")
    return unit === undefined ? null : (
      <NothingOfUnit unit={unit} units={units} tab={tab} onUnit={(key) => go({ unit: key, item: "" })} />
    );
  return subject === undefined ? null : (
    <NothingOfItem
      subject={subject}
      subjects={subjects}
      tab={tab}
      onItem={(item) => go({ item, unit: "" })}
    />
  );
}

/** In the list's own measure: each row of a register by itself, what was not asked and not given left out. */
function UnitStatus({ name, items }: { name: string; items: readonly ReviewItem[] }) {
  const t = useT();
  const groups = new Map(groupsFor(items, "all").map((group) => [group.name, group.items.length]));
  const count = (...names: readonly GroupName[]): number =>
    names.reduce((sum, group) => sum + (groups.get(group) ?? 0), 0);
  const fills = {
    pending: count("sealed", "resubmitted"),
    accepted: count("accepted"),
    missing: count("empty"),
  };
  return <span>{t("review:statusLine", { unit: name, ...fills })}</span>;
}

function SubjectStatus({ subject: { item, reported, toJudge } }: { subject: ReviewSubject }) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const title = itemTitle(plan, item, language);
  return <span>{t("review:itemLine", { title, reported, count: toJudge })}</span>;
}

/** The newest bundle of the unit and whether it came in time. */
function UnitLine({ unit, items }: { unit: ReviewUnit; items: readonly ReviewItem[] }) {
  const t = useT();
  const formats = useFormats();
  const bundle = items
    .flatMap((item) => item.bundle ?? [])
    .toSorted((a, b) => b.sequence - a.sequence)
    .at(0);
  const timely =
    unit.timeliness === "on-time"
      ? t("review:onTime")
      : unit.timeliness === "late"
        ? t("review:late", { count: unit.daysLate })
        : null;
  const parts = [
    ...(bundle === undefined
      ? []
      : [t("review:bundleLine", { sequence: bundle.sequence, at: formats.dayTime(bundle.receivedAt) })]),
    ...(timely === null ? [] : [timely]),
  ];
  return (
    <>
      <span className="vr vr--bar" />
      <span className="muted t-13 truncate">
        <b className="review__unit">{unit.name}</b> {parts.join(t("review:lineJoin"))}
      </span>
    </>
  );
}

function AcceptClean({ by, items }: { by: By; items: readonly ReviewItem[] }) {
  const t = useT();
  const { busy, decide } = useDecide();
  const clean = items.filter(isClean);
  const accept = (): void => {
    if (clean.length === 0 || busy) return;
    const decisions = clean.map(({ unit, period, item }) => ({
      unit,
      period,
      item,
      outcome: "accepted" as const,
    }));
    void decide(decisions, t("review:acceptCleanDone", { count: clean.length }));
  };
  useDecisionKeys({ "shift+a": accept });
  if (clean.length === 0) return null;
  return (
    <Button
      icon="check"
      disabled={busy}
      onClick={accept}
      title={t("review:acceptCleanKey")}
      aria-keyshortcuts="Shift+A"
    >
      {t(by === "unit" ? "review:acceptClean" : "review:acceptCleanUnits", { count: clean.length })}
    </Button>
  );
}
