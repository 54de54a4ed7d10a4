import { useState } from "react";
import type { CompletenessView } from "#shared/ipc/completeness-view.ts";
import type { Item } from "#shared/plan/ids.ts";
import { itemTitle } from "#shared/plan/item.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { useFormats, type Formats } from "../../app/formats.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { Empty } from "../../components/empty.tsx";
import { Icon } from "../../components/icon.tsx";
import { unitsWithItems, type ItemRow, type SectionRows } from "./item-rows.ts";
import { isItemOfFilter, itemLookOf, type Filter, type ItemCell } from "./looks.ts";
import { moveFocus } from "./move-focus.ts";

type Props = {
  readonly view: CompletenessView;
  readonly sections: readonly SectionRows[];
  readonly filter: Filter | null;
  readonly onOpen: (unit: string, item: Item) => void;
};

/** Items of the period down by section, units across; a place opens its review. */
export function ItemsView({ view, sections, filter, onOpen }: Props) {
  const t = useT();
  const formats = useFormats();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const [stop, setStop] = useState<string | null>(null);
  const units = unitsWithItems(view);
  const places = sections.flatMap(({ rows }) =>
    rows.flatMap(({ item, cells }) => cells.map(({ unit }) => `${item} ${unit}`)),
  );
  const current = stop !== null && places.includes(stop) ? stop : places[0];
  if (sections.length === 0) return <Empty icon="check" title={t("completeness:noneOfFilter")} />;
  const row = ({ item, cells }: ItemRow) => {
    const title = itemTitle(plan, item, language);
    return (
      <tr key={item}>
        <th scope="row" title={title}>
          <span className="completeness__no">{itemMark(t, item)}</span>
          {title}
        </th>
        {units.map(({ unit, name }) => {
          const cell = cells.find((each) => each.unit === unit);
          const said = cell === undefined ? "" : sentenceOf(t, formats, cell);
          return (
            <td key={unit}>
              {cell !== undefined && (
                <ItemPlace
                  cell={cell}
                  label={t("common:labelled", { label: `${name} ${title}`, text: said })}
                  said={said}
                  isDim={filter !== null && !isItemOfFilter(cell, filter)}
                  isStop={`${item} ${unit}` === current}
                  onFocus={() => setStop(`${item} ${unit}`)}
                  onOpen={() => onOpen(unit, item)}
                />
              )}
            </td>
          );
        })}
      </tr>
    );
  };
  return (
    <div className="card completeness__items" role="region" aria-label={t("completeness:byItem")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("completeness:item")}</th>
            {units.map(({ unit, name }) => (
              <th key={unit} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.flatMap(({ id, name, rows }) => [
            <tr key={id} className="completeness__section">
              <th scope="colgroup" colSpan={units.length + 1}>
                <span>
                  {name} <small>{t("completeness:itemCount", { count: rows.length })}</small>
                </span>
              </th>
            </tr>,
            ...rows.map(row),
          ])}
        </tbody>
      </table>
    </div>
  );
}

/** 已接收；迟 3 天；暂无数据. */
function sentenceOf(t: Translate, formats: Formats, cell: ItemCell): string {
  const { timing, daysLate, dueDate, noData } = cell;
  return [
    itemLookOf(t, cell).word,
    t("completeness:dueOn", { date: formats.day(dueDate) }),
    ...(timing === "late" ? [t("completeness:cell.late", { count: daysLate })] : []),
    ...(timing === "missing" ? [t("completeness:overdueNote", { count: daysLate })] : []),
    ...(noData ? [t("answers:answer.noData")] : []),
  ].join(t("common:sentenceSeparator"));
}

type PlaceProps = {
  readonly cell: ItemCell;
  readonly label: string;
  readonly said: string;
  readonly isDim: boolean;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
};

function ItemPlace({ cell, label, said, isDim, isStop, onFocus, onOpen }: PlaceProps) {
  const t = useT();
  const { tone, icon, word } = itemLookOf(t, cell);
  return (
    <button
      type="button"
      className={`cheat cheat--${tone}${isDim ? " is-dim" : ""}`}
      aria-label={label}
      title={said}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onOpen}
      onKeyDown={moveFocus}
    >
      <Icon name={icon} size={14} />
      <span>{word}</span>
      {cell.timing === "late" && <Icon name="clock" size={14} className="cheat__late" />}
    </button>
  );
}
