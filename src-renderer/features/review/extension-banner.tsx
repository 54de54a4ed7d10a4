import { daysOverdue } from "#shared/plan/task-due.ts";
import type { ReviewItem } from "#shared/ipc/views.ts";
import { useFormats } from "../../app/formats.ts";
import { useT } from "../../app/language.tsx";
import { useSession } from "../../app/session.tsx";
import { Banner } from "../../components/banner.tsx";
import { extensionOf, isPending } from "#shared/review/judging.ts";

/** 延期申请 of a task: what is asked, why, and what the office answered. */
export function ExtensionBanner({ item }: { item: ReviewItem }) {
  const t = useT();
  const formats = useFormats();
  const { today } = useSession();
  const asked = extensionOf(item);
  if (asked === null) return null;
  const { taskDue } = item;
  const date = formats.fullDay(asked.date);
  const isOpen = isPending(item);
  const days = isOpen ? daysOverdue(taskDue, today) : 0;
  const word = isOpen ? "asked" : item.state === "accepted" ? "granted" : "refused";
  const due = taskDue === null ? t("tasks:standing") : formats.fullDay(taskDue);
  return (
    <Banner {...(isOpen && { kind: "warned" as const })} title={t(`review:extension.${word}`, { date })}>
      {t("review:extension.reason", { reason: asked.reason })}
      {word !== "granted" && t("review:extension.due", { date: due })}
      {days > 0 && t("review:extension.overdue", { days, count: days })}
    </Banner>
  );
}
