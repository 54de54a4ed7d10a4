import { useLayoutEffect, useRef, type RefObject } from "react";

/** Keeps the cursor's line where it stands on the screen when lines come or go above it. `start` in pixels. */
export function useHeldPlace(
  box: RefObject<HTMLElement | null>,
  row: string | undefined,
  start: number,
): void {
  const last = useRef({ row, start });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { row, start };
    if (row === before.row && start !== before.start) box.current?.scrollBy(0, start - before.start);
  }, [box, row, start]);
}
