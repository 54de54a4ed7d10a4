import type { ReactNode } from "react";
import type { ConflictView } from "#shared/ipc/views.ts";
import { sideNumber } from "#shared/i18n/side-text.ts";
import { hexGroups } from "../app/figures.ts";
import { useFormats } from "../app/formats.ts";
import { useT } from "../app/language.tsx";
import type { Part } from "./difference.ts";
import { Technical } from "./technical.tsx";
import type { Column, Comparison } from "./side-columns.ts";
import "./sides.css";

type Props = {
  readonly comparison: Comparison;
  readonly onlyDifferent: boolean;
  /** Index among the sides that the office suggests; null for none. */
  readonly suggested: number | null;
  /** What can be done with a side, by its revision; stands in its head. */
  readonly tools?: ReadonlyMap<string, ReactNode> | undefined;
};

/** One column per version, members on common lines. */
export function Sides({ comparison: { rows, columns }, onlyDifferent, suggested, tools }: Props) {
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
            <SideHead side={column.side} no={column.base ? null : at - bases + 1}>
              {!column.base && tools?.get(column.side.revision)}
            </SideHead>
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

type SideHeadProps = {
  readonly side: NonNullable<Column["side"]>;
  /** From 1; null for the common base. */
  readonly no: number | null;
  readonly children: ReactNode;
};

function SideHead({ side, no, children }: SideHeadProps) {
  const t = useT();
  const formats = useFormats();
  const mark = no === null ? t("officeConflict:baseMark") : sideNumber(t, no);
  const device = t("officeConflict:laptop", { device: hexGroups(side.device).slice(0, 2).join(" ") });
  return (
    <header>
      <span className="side__mark" aria-hidden="true">
        {mark}
      </span>
      <div>
        <h3>{no === null ? t("officeConflict:base") : t("officeConflict:side", { no: mark })}</h3>
        <small>
          {t("officeConflict:author", { author: side.author, device, at: formats.dayTime(side.at) })}
        </small>
        {children}
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
      label: `${t("officeConflict:side", { no: sideNumber(t, index + 1) })} ${t("officeConflict:revision")}`,
      value: hexGroups(side.revision).slice(0, 4).join(" "),
    },
    {
      label: `${t("officeConflict:side", { no: sideNumber(t, index + 1) })} ${t("officeConflict:device")}`,
      value: hexGroups(side.device).join(" "),
    },
  ]);
  return <Technical lines={lines} />;
}
