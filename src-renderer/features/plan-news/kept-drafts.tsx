import type { PlanNews } from "#shared/ipc/plan-news-view.ts";
import type { PlainKey, Translate } from "#shared/i18n/words.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { useCopy } from "../../components/copy.ts";

/** Drafts that the plan in force has no place for: whole, readable, to be copied. */
export function KeptDrafts({ kept }: { kept: PlanNews["kept"] }) {
  const t = useT();
  const formats = useFormats();
  const copy = useCopy();
  return (
    <Card title={t("planNews:kept")}>
      <div className="card__body stack stack--3">
        <p className="hint">{t(kept.length === 0 ? "planNews:keptNone" : "planNews:keptText")}</p>
        {kept.map((draft) => {
          const lines = draft.lines.map((line) => lineWords(t, line));
          return (
            <article key={draft.no} className="plan-news__kept">
              <div className="grow">
                <h3>{draft.title}</h3>
                <p className="faint t-12">
                  {t("planNews:at", {
                    period: formats.period(draft.period),
                    author: draft.author,
                    at: formats.dayTime(draft.savedAt),
                  })}
                </p>
                <p className="muted t-12">{t(draft.whole ? "planNews:keptWhole" : "planNews:keptPart")}</p>
                {lines.map((line) => (
                  <p key={line} className="plan-news__line">
                    {line}
                  </p>
                ))}
              </div>
              <Button size="sm" icon="copy" onClick={() => copy([draft.title, ...lines].join("\n"))}>
                {t("planNews:copy")}
              </Button>
            </article>
          );
        })}
      </div>
    </Card>
  );
}

function lineWords(t: Translate, { member, name, value }: PlanNews["kept"][number]["lines"][number]): string {
  const key = memberNames[member];
  const label = name ?? (key === undefined ? member : t(key));
  return t("planNews:line", { name: label, value });
}

const memberNames: Readonly<Record<string, PlainKey>> = {
  status: "answers:task.status",
  progress: "answers:task.progress",
  problems: "answers:task.problems",
  next: "answers:task.next",
  reason: "answers:task.reason",
  noProgress: "answers:task.noProgress",
  note: "answers:answer.note",
  notApplicable: "answers:answer.notApplicable",
  correction: "answers:answer.correction",
  department: "answers:contact.department",
  leader: "answers:contact.leader",
  person: "answers:contact.person",
  phone: "answers:contact.phone",
  state: "answers:row.state",
  date: "answers:row.date",
  confirm: "answers:confirm.label",
};
