import { useCallback, useEffect, useRef, type RefCallback } from "react";

/** Calls when the element comes into view, or nearly: the end of a list asks for more of it. */
export function useSeen(onSeen: () => void): RefCallback<HTMLElement> {
  const latest = useRef(onSeen);
  useEffect(() => {
    latest.current = onSeen;
  });
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) latest.current();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}
