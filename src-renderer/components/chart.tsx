import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useT } from "../app/language.tsx";
import type { ChartOption } from "./chart-canvas.ts";
import "./chart.css";
import { PlainTable, type DataTable } from "./data-table.tsx";

/** Colours and letters of the theme in force, for a library that knows no custom properties. */
export type ChartLook = { readonly token: (name: string) => string; readonly font: string };

type Props = {
  readonly title: string;
  readonly aside?: string | undefined;
  /** What the picture shows, in words. */
  readonly description: string;
  readonly table: DataTable;
  readonly height: number;
  /** Plain data: drawn anew when it says something else, however often it is worked out. */
  readonly option: (look: ChartLook) => ChartOption;
  /** Below the picture: its signs explained, what it does not say. */
  readonly note?: string | undefined;
};

/** A picture with its words and, on demand, the table behind it. */
export function Chart({ title, aside, description, table, height, option, note }: Props) {
  const t = useT();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="chart">
      <header>
        <h3>{title}</h3>
        {aside !== undefined && <small>{aside}</small>}
        <span className="grow" />
        <button
          type="button"
          className="link t-12"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? "charts:asPicture" : "charts:asTable")}
        </button>
      </header>
      {asTable ? (
        <PlainTable table={table} />
      ) : (
        <Picture description={description} height={height} option={option} />
      )}
      {note !== undefined && <p className="hint">{note}</p>}
    </section>
  );
}

function Picture({ description, height, option }: Pick<Props, "description" | "height" | "option">) {
  const place = useRef<HTMLDivElement>(null);
  useSyncExternalStore(onTheme, themeNow);
  const drawn = JSON.stringify({ ...frame(description), ...option(lookNow()) });
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let takeDown: (() => void) | null = null;
    let isGone = false;
    void import("./chart-canvas.ts").then(({ drawChart }) => {
      if (!isGone) takeDown = drawChart(element, JSON.parse(drawn));
      return undefined;
    });
    return () => {
      isGone = true;
      takeDown?.();
    };
  }, [drawn]);
  return (
    <div className="chart__picture" role="img" aria-label={description} data-height={height}>
      <svg
        viewBox={`0 0 1 ${height}`}
        height={height}
        width="1"
        aria-hidden="true"
        className="chart__strut"
      />
      <div ref={place} className="chart__place" />
    </div>
  );
}

/** Patterns beside colours; nothing moves for those who asked for that, and nothing moves after the first sight. */
const frame = (description: string): ChartOption => ({
  animation: false,
  aria: { enabled: true, label: { description }, decal: { show: true } },
});

function lookNow(): ChartLook {
  const style = getComputedStyle(document.body);
  return { token: (name) => style.getPropertyValue(name).trim(), font: style.fontFamily };
}

const themeNow = (): string => document.documentElement.dataset["theme"] ?? "light";

function onTheme(listener: () => void): () => void {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => watch.disconnect();
}
