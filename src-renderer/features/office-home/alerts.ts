import type { OfficeHome } from "#shared/ipc/views.ts";
import { unitName } from "#shared/plan/units.ts";
import type { Translate } from "#shared/i18n/words.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { navigate } from "../../app/router.ts";
import type { Todo } from "./todo.tsx";

type Alert = OfficeHome["alerts"][number];

/** 要留意: what is not as it should be, in what came in and in what went out, each with the way to it. */
export const alertTodos = (
  { alerts, unpublishedPlan }: Pick<OfficeHome, "alerts" | "unpublishedPlan">,
  plan: Plan,
  t: Translate,
): Todo[] => [
  ...(unpublishedPlan === null ? [] : [publishTodo(unpublishedPlan, t)]),
  ...alerts.map((alert, index) => ({ id: `${alert.kind}-${index}`, ...todoOf(alert, plan, t) })),
];

const publishTodo = (version: number, t: Translate): Todo => ({
  id: "plan",
  icon: "st-warned",
  tone: "warned",
  title: t("planEdit:notPublished", { version }),
  text: t("officeHome:unpublishedText"),
  go: t("officeHome:publish"),
  onGo: () => navigate("plan", { view: "versions" }),
});

function todoOf(alert: Alert, plan: Plan, t: Translate): Omit<Todo, "id"> {
  const unit = alert.unit === null ? "" : unitName(plan, alert.unit);
  const sequence = alert.sequence ?? "";
  const inbox =
    (params: Record<string, string> = {}) =>
    (): void =>
      navigate("inbox", params);
  const known = alert.unit !== null && alert.sequence !== null;
  const bundle = known ? t("officeHome:bundleOf", { unit, sequence }) : unit;
  switch (alert.kind) {
    case "rejected":
      return {
        icon: "st-invalid",
        tone: "bad",
        title: bundle === "" ? t("officeHome:rejectedUnknown") : t("officeHome:rejected", { bundle }),
        text: t("officeHome:rejectedText"),
        go: t("officeHome:tell"),
        onGo: inbox({ filter: "rejected" }),
      };
    case "gap":
      return {
        icon: "st-warned",
        tone: "warned",
        title: t("officeHome:gap", { unit, sequence }),
        text: t("officeHome:gapText"),
        go: t("officeHome:ask"),
        onGo: inbox(),
      };
    case "fork":
      return {
        icon: "st-warned",
        tone: "warned",
        title: t("officeHome:fork", { unit, sequence }),
        text: t("officeHome:forkText"),
        go: t("officeHome:verify"),
        onGo: inbox(),
      };
    case "conflict":
      return {
        icon: "st-conflict",
        tone: "conflict",
        title: t("officeHome:conflict", { unit, count: alert.count }),
        text: t("officeHome:conflictText"),
        go: t("officeHome:handle"),
        onGo: () => navigate("conflict", alert.unit === null ? {} : { unit: alert.unit }),
      };
    case "held":
      return {
        icon: "clock",
        tone: "warned",
        title:
          bundle === ""
            ? t("officeHome:heldUnknown", { count: alert.count })
            : t("officeHome:held", { bundle }),
        text: t("officeHome:heldText"),
        go: t("officeHome:look"),
        onGo: inbox({ filter: "waiting" }),
      };
  }
}
