import { describe, expect, it } from "vitest";
import type { ItemView } from "#shared/ipc/views.ts";
import { nextDue } from "../../../src-renderer/app/due.ts";
import { gridOf, type Given } from "./grid-of.ts";

const viewsOf = (given: Given): readonly ItemView[] => [
  ...new Map(gridOf(given).items.map(({ view }) => [view.item, view])).values(),
];
const dated = (views: readonly ItemView[], items: readonly string[], dueDate: string): readonly ItemView[] =>
  views.map((view) => (items.includes(view.item) ? { ...view, dueDate } : view));
const accepted = (views: readonly ItemView[]): readonly ItemView[] =>
  views.map((view) => (view.state === "empty" ? { ...view, state: "accepted" as const } : view));

describe("nextDue", () => {
  it("is the first day to come, and says when it is not for all that is open", () => {
    const views = dated(viewsOf({}), ["task:2", "task:3"], "2024-04-02");
    expect(nextDue(views, "2024-04-01")).toEqual({ date: "2024-04-02", count: 2, what: "part" });
  });
  it("is for what came back where nothing else is open, though its day has passed", () => {
    const views = accepted(viewsOf({ "task:2": { state: "returned" } }));
    const [back] = views.filter(({ state }) => state === "returned");
    expect(nextDue(views, "2024-06-01")).toEqual({ date: back?.dueDate, count: 1, what: "returned" });
  });
  it("is for everything where everything falls due together", () => {
    const views = viewsOf({}).map((view) => ({ ...view, dueDate: "2024-04-10" }));
    const due = views.filter(({ due: isDue }) => isDue);
    expect(nextDue(views, "2024-04-01")).toEqual({ date: "2024-04-10", count: due.length, what: "all" });
  });
  it("is nothing where nothing is asked", () => {
    expect(nextDue([], "2024-04-01")).toBeNull();
  });
});
