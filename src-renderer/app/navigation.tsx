import { Icon } from "../components/icon.tsx";
import { Link } from "../components/link.tsx";
import { useT } from "./language.tsx";
import type { Page } from "./pages.ts";

const FOOT = 100;
const noBadge = () => null;

type Props = {
  readonly pages: readonly Page[];
  readonly current: string | undefined;
  readonly collapsed: boolean;
  readonly onToggle: () => void;
};

export function Navigation({ pages, current, collapsed, onToggle }: Props) {
  const t = useT();
  const toggle = t(collapsed ? "shell:expand" : "shell:collapse");
  const listed = pages.filter((page) => page.unlisted !== true);
  const item = (page: Page) => (
    <NavigationItem key={page.id} page={page} isCurrent={page.id === current} most={collapsed ? 99 : 9999} />
  );
  return (
    <nav className="nav" aria-label={t("shell:navigation")}>
      <div className="nav__brand">
        <i className="nav__logo">
          <Icon name="logo" size={20} />
        </i>
        <span>{t("shell:product")}</span>
      </div>
      <div className="nav__list">{listed.filter(({ order }) => order < FOOT).map(item)}</div>
      <div className="nav__list nav__list--foot">
        {listed.filter(({ order }) => order >= FOOT).map(item)}
        <button type="button" className="nav__item nav__toggle" title={toggle} onClick={onToggle}>
          <Icon name="side-l" />
          <span className="nav__label">{toggle}</span>
        </button>
      </div>
    </nav>
  );
}

type ItemProps = {
  readonly page: Page;
  readonly isCurrent: boolean;
  /** The highest count that has room. */
  readonly most: number;
};

function NavigationItem({ page, isCurrent, most }: ItemProps) {
  const t = useT();
  const useBadge = page.useBadge ?? noBadge;
  const badge = useBadge();
  const shown = badge !== null && badge.count > 0 ? badge : null;
  const count = shown !== null && shown.count > most ? `${most}+` : shown?.count;
  const label = t(page.label);
  return (
    <Link
      page={page.id}
      className="nav__item"
      aria-current={isCurrent ? "page" : undefined}
      // NOTE: collapsed, the label is not there to be read; without this the badge's number would be the name. The
      // name begins with what is seen.
      aria-label={shown === null ? label : `${label} ${count}`}
      title={shown === null ? label : t("common:labelled", { label, text: shown.label })}
    >
      <Icon name={page.icon} />
      <span className="nav__label">{label}</span>{" "}
      {shown && (
        <span className={`badge nav__count${shown.attention ? " badge--attention" : ""}`} title={shown.label}>
          {count}
        </span>
      )}
    </Link>
  );
}
