import { placeWord } from "#shared/paper/plan-words.ts";
import { useSession } from "./session.tsx";

/** How the window speaks of the unit that it belongs to: 本县, 本地 or 本单位. */
export function usePlaceWord(): string {
  const { plan, workspace } = useSession();
  return placeWord(plan.units.find(({ key }) => key === workspace.unit.key));
}
