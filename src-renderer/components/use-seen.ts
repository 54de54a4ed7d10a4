import { useEffect, useState, type RefCallback } from "react";

/**
 * Calls when the element comes into view, or nearly: the end of a list asks for more of it. It looks again whenever
 * `length` is another, since an end that is still in view after the list has grown does not come into view.
 */
export function useSeen(length: number, onSeen: () => void): RefCallback<HTMLElement> {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) onSeen();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, length, onSeen]);
  return setElement;
}
