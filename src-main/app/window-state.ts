import type { Rectangle } from "electron";
import type { WindowState } from "./preferences.ts";

/** Pixels of the title bar that must be reachable for a window to count as visible. */
const grip = 80;

/** The remembered frame, unless the screen it stood on is gone. */
export function visibleState(state: WindowState | null, workAreas: readonly Rectangle[]): WindowState | null {
  if (state === null) return null;
  const reachable = workAreas.some(
    (area) =>
      state.y >= area.y - 8 &&
      state.y + grip / 2 <= area.y + area.height &&
      state.x + state.width - grip >= area.x &&
      state.x + grip <= area.x + area.width,
  );
  return reachable ? state : null;
}
