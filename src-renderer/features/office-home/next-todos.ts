import type { OfficeHome, ReviewUnit } from "#shared/ipc/views.ts";
import type { Translate } from "#shared/i18n/words.ts";
import { navigate } from "../../app/router.ts";
import type { Todo } from "./todo.tsx";
import type { Totals } from "./totals.ts";

/** Names beyond this many are summed up. */
const NAMED = 3;

/** 接下来: what the office can do now, in the order in which it is done. */
export function nextTodos(home: OfficeHome, totals: Totals, t: Translate): Todo[] {
  const listed = (names: readonly string[]): string => {
    const units = names.slice(0, NAMED).join(t("common:listSeparator"));
    return names.length > NAMED ? t("officeHome:unitsAndMore", { units }) : units;
  };
  const pending = home.units.filter((unit) => unit.toJudge > 0).toSorted((a, b) => b.toJudge - a.toJudge);
  const missing = home.units.filter((unit) => unit.timeliness === "missing");
  const namesOf = (units: readonly ReviewUnit[]): string[] => units.map(({ name }) => name);
  const todos: Todo[] = [];
  if (totals.toJudge > 0) {
    todos.push({
      id: "review",
      icon: "review",
      title: t("officeHome:nextReview", { count: totals.toJudge }),
      text: listed(pending.map((unit) => `${unit.name} ${unit.toJudge}`)),
      go: t("officeHome:goReview"),
      onGo: () => navigate("review"),
    });
  }
  if (missing.length > 0) {
    todos.push({
      id: "reminders",
      icon: "phone",
      title: t("officeHome:nextReminders", { count: missing.length }),
      text: listed(namesOf(missing)),
      go: t("officeHome:goReminders"),
      onGo: () => navigate("completeness", { filter: "missing" }),
    });
  }
  if (home.receipts.length > 0) {
    todos.push({
      id: "receipts",
      icon: "send",
      title: t("officeHome:nextReceipts"),
      text: t("officeHome:nextReceiptsText", { count: home.receipts.length }),
      go: t("officeHome:goReceipts"),
      onGo: () => navigate("review", { receipts: "1" }),
    });
  }
  if (home.requests > 0) {
    todos.push({
      id: "requests",
      icon: "key",
      title: t("officeHome:nextRequests", { count: home.requests }),
      text: t("officeHome:nextRequestsText"),
      go: t("officeHome:goRequests"),
      onGo: () => navigate("devices"),
    });
  }
  if (todos.length === 0 && totals.reported === 0) {
    todos.push({
      id: "first",
      icon: "key",
      title: t("officeHome:nextFirst"),
      text: t("officeHome:nextFirstText"),
      go: t("officeHome:goDevices"),
      onGo: () => navigate("devices"),
    });
  }
  return todos;
}
