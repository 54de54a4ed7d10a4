import { useEffect, useRef } from "react";
import type { ReviewItem } from "#shared/ipc/views.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { unitName } from "#shared/plan/units.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { itemMark } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { State } from "../../components/state.tsx";
import { headlineOf } from "./headline.ts";
import { idIn, outlookOf, type By, type ItemGroup, type Outlook } from "./review-list.ts";

type Props = {
  readonly by: By;
  readonly groups: readonly ItemGroup[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
};

/** A unit's items, or the units that answer one item. */
export function ItemList({ by, groups, current, onChoose }: Props) {
  const t = useT();
  return (
    <div className="ritems" role="group" aria-label={t("review:items")}>
      {groups.map(({ name, items }) => (
        <section key={name}>
          <h2>
            {t(`review:group.${name}`)}
            <span>{t(`review:groupText.${name}`, { count: items.length })}</span>
          </h2>
          {items.map((item) => (
            <ItemButton
              key={idIn(by, item)}
              by={by}
              item={item}
              current={idIn(by, item) === current}
              onChoose={() => onChoose(idIn(by, item))}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

type ButtonProps = {
  readonly by: By;
  readonly item: ReviewItem;
  readonly current: boolean;
  readonly onChoose: () => void;
};

function ItemButton({ by, item, current, onChoose }: ButtonProps) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const { value, unit, change } = headlineOf(plan, item, t);
  const mark =
    by === "item"
      ? item.bundle === null
        ? ""
        : t("review:fromBundle", { sequence: item.bundle.sequence })
      : itemMark(t, item.item) || t("review:registerCode");
  const name = by === "item" ? unitName(plan, item.unit) : itemTitle(plan, item.item, language);
  const code = [mark, unit].filter(Boolean).join(" · ");
  return (
    <button
      ref={button}
      type="button"
      className="ritem"
      aria-current={current ? "true" : undefined}
      onClick={onChoose}
    >
      <State state={item.state} />
      <span className="ritem__name">
        <span className="truncate">{name}</span>
        <small>{code}</small>
      </span>
      <span className="ritem__value tnum">
        <b>{value}</b>
        <small>{change}</small>
      </span>
      {item.heads.length > 0 ? <OutlookWord outlook={outlookOf(item)} /> : <span />}
    </button>
  );
}

const icons: Record<Outlook, IconName | null> = {
  clean: null,
  explained: "st-warned",
  unexplained: "st-warned",
  invalid: "st-invalid",
};

function OutlookWord({ outlook }: { outlook: Outlook }) {
  const t = useT();
  const icon = icons[outlook];
  if (icon === null) return <span className="faint t-12">{t("review:clean")}</span>;
  return (
    <span className={`state state--${outlook === "invalid" ? "invalid" : "warned"}`}>
      <Icon name={icon} size={14} />
      {t(`review:${outlook}`)}
    </span>
  );
}
