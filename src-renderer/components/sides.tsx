import type { ConflictView } from "#shared/ipc/views.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { hexGroups } from "../app/figures.ts";
import { useFormats } from "../app/formats.ts";
import { useT } from "../app/language.tsx";
import type { Part } from "./difference.ts";
import { Technical } from "./technical.tsx";
import type { Column, Comparison } from "./side-columns.ts";
import "./sides.css";

/** 一 to 四; beyond that figures. */
export function sideNumber(t: Translate, index: number): string {
  const words = [
    t("officeConflict:no1"),
    t("officeConflict:no2"),
    t("officeConflict:no3"),
    t("officeConflict:no4"),
  ];
  return words[index] ?? String(index + 1);
}

type Props = {
  readonly comparison: Comparison;
  readonly onlyDifferent: boolean;
  /** Index among the sides that the office suggests; null for none. */
  readonly suggested: number | null;
};

/** One column per version, members on common lines. */
export function Sides({ comparison: { rows, columns }, onlyDifferent, suggested }: Props) {
  const shown = rows.flatMap((row, index) => (row.differs || !onlyDifferent ? [{ ...row, index }] : []));
  const bases = columns.filter(({ base }) => base).length;
  return (
    <div
      className="sides"
      style={{
        gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${shown.length + 1}, auto)`,
      }}
    >
      {columns.map((column, at) => (
        <section
          key={column.side?.revision ?? "merged"}
          className={`side${column.base ? " is-base" : ""}${at - bases === suggested ? " is-suggested" : ""}`}
          style={{ gridRow: `1 / span ${shown.length + 1}` }}
        >
          {column.side === null ? (
            <MergedHead />
          ) : (
            <SideHead side={column.side} base={column.base} no={at - bases} />
          )}
          {shown.map(({ label, index }) => (
            <div key={label} className="side__field">
              <span className="subh">{label}</span>
              <Cell parts={column.cells[index] ?? null} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function MergedHead() {
  const t = useT();
  return (
    <header>
      <span className="side__mark" aria-hidden="true">
        {t("officeConflict:mergedMark")}
      </span>
      <div>
        <h3>{t("officeConflict:merged")}</h3>
        <small>{t("officeConflict:mergedText")}</small>
      </div>
    </header>
  );
}

function SideHead({ side, base, no }: { side: NonNullable<Column["side"]>; base: boolean; no: number }) {
  const t = useT();
  const formats = useFormats();
  const mark = base ? t("officeConflict:baseMark") : sideNumber(t, no);
  const device = t("officeConflict:laptop", { device: hexGroups(side.device).slice(0, 2).join(" ") });
  return (
    <header>
      <span className="side__mark" aria-hidden="true">
        {mark}
      </span>
      <div>
        <h3>{base ? t("officeConflict:base") : t("officeConflict:side", { no: mark })}</h3>
        <small>
          {t("officeConflict:author", { author: side.author, device, at: formats.dayTime(side.at) })}
        </small>
      </div>
    </header>
  );
}

function Cell({ parts }: { parts: readonly Part[] | null }) {
  const t = useT();
  if (parts === null || parts.length === 0) return <p className="faint">{t("officeConflict:nothing")}</p>;
  return (
    <p>
      {parts.map(({ kind, text }, index) => {
        if (kind === "same") return text;
        return kind === "added" ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
      })}
    </p>
  );
}

export function SideDetails({ conflict }: { conflict: ConflictView }) {
  const t = useT();
  const lines = conflict.sides.flatMap((side, index) => [
    {
      label: `${t("officeConflict:side", { no: sideNumber(t, index) })} ${t("officeConflict:revision")}`,
      value: hexGroups(side.revision).slice(0, 4).join(" "),
    },
    {
      label: `${t("officeConflict:side", { no: sideNumber(t, index) })} ${t("officeConflict:device")}`,
      value: hexGroups(side.device).join(" "),
    },
  ]);
  return <Technical lines={lines} />;
}
