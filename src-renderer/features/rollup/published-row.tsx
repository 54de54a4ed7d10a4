import { formatDecimal } from "#shared/rollup/format-decimal.ts";
import { groupFigure } from "../../app/figures.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import type { Figure } from "./rollup-rows.ts";

type PublishedProps = {
  readonly figure: Figure;
  readonly name: string;
  readonly columns: number;
  readonly decimals: number;
  readonly onChange: () => void;
};

/** The published figure never replaces the roll-up: it stands below with its source and the difference. */
export function PublishedRow({ figure, name, columns, decimals, onChange }: PublishedProps) {
  const t = useT();
  const formats = useFormats();
  const { published, unit } = figure;
  if (published === undefined) return null;
  const line = t("rollup:publishedLine", {
    value: groupFigure(published.value, decimals),
    unit,
    source: published.source,
    date: formats.day(published.date),
    use: t(published.use ? "rollup:publishedUse" : "rollup:publishedNotUse"),
  });
  const difference =
    published.difference === null
      ? null
      : t("rollup:publishedDifference", { difference: formatDecimal(published.difference, decimals) });
  return (
    <tr className="published-line">
      <td colSpan={columns}>
        {difference === null ? line : line + t("common:sentenceSeparator") + difference}{" "}
        <button
          type="button"
          className="link t-12"
          aria-label={t("rollup:publishChangeOf", { name })}
          onClick={onChange}
        >
          {t("rollup:publishChange")}
        </button>
      </td>
    </tr>
  );
}
