import { Fragment, useEffect, useRef, type ReactNode } from "react";
import type { ReviewSubject } from "#shared/ipc/views.ts";
import { itemTitle } from "#shared/plan/item.ts";
import { planLanguage, useLanguage, useT } from "../../app/language.tsx";
import { itemMark, sectionOf } from "../../app/plan-items.ts";
import { useSession } from "../../app/session.tsx";
import { Badge } from "../../components/marks.tsx";

type Props = {
  readonly subjects: readonly ReviewSubject[];
  readonly current: string | null;
  readonly onChoose: (item: string) => void;
  /** Above the items. */
  readonly children: ReactNode;
};

/** Tasks and indicators by section, with how many units wait in each. */
export function ItemRail({ subjects, current, onChoose, children }: Props) {
  const t = useT();
  const { plan } = useSession();
  const sections = plan.sections
    .map(({ id, name }) => ({ id, name, own: subjects.filter(({ item }) => sectionOf(plan, item) === id) }))
    .filter(({ own }) => own.length > 0);
  return (
    <nav className="rail" aria-label={t("review:items")}>
      {children}
      {sections.map(({ id, name, own }) => (
        <Fragment key={id}>
          <div className="rail__title">{name}</div>
          {own.map((subject) => (
            <Place
              key={subject.item}
              subject={subject}
              current={subject.item === current}
              onChoose={() => onChoose(subject.item)}
            />
          ))}
        </Fragment>
      ))}
    </nav>
  );
}

type PlaceProps = {
  readonly subject: ReviewSubject;
  readonly current: boolean;
  readonly onChoose: () => void;
};

function Place({ subject, current, onChoose }: PlaceProps) {
  const t = useT();
  const language = planLanguage(useLanguage());
  const { plan } = useSession();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const { item, toJudge, conflicts, reported, expected } = subject;
  const title = itemTitle(plan, item, language);
  return (
    <button
      ref={button}
      type="button"
      className="rail__item"
      title={title}
      aria-current={current ? "true" : undefined}
      onClick={onChoose}
    >
      <span className="truncate">
        <small className="faint">{itemMark(t, item)}</small> {title}
      </span>
      <span className="rail__meta">
        {toJudge > 0 ? (
          <Badge>{toJudge}</Badge>
        ) : conflicts > 0 ? (
          t("review:unitConflicts", { count: conflicts })
        ) : (
          t("review:reportedOf", { reported, expected })
        )}
      </span>
    </button>
  );
}
