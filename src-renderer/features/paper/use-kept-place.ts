import { useLayoutEffect, useRef, type RefObject } from "react";

/** What lies in the middle of the view: a page, and how far into it, across and down, as shares of its size. */
type Place = { readonly page: number; readonly x: number; readonly y: number };

/** Keeps what lies in the middle there when the pages get another width; answers what is to be told of scrolling. */
export function useKeptPlace(pane: RefObject<HTMLElement | null>, width: number): () => void {
  const place = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    const at = place.current;
    const page = at === null ? undefined : element?.children[at.page];
    if (element === null) return;
    if (at !== null && page instanceof HTMLElement) {
      element.scrollTop = page.offsetTop + at.y * page.offsetHeight - element.clientHeight / 2;
      element.scrollLeft = page.offsetLeft + at.x * page.offsetWidth - element.clientWidth / 2;
    }
    place.current = placeOf(element);
  }, [pane, width]);
  return () => {
    if (pane.current !== null) place.current = placeOf(pane.current);
  };
}

function placeOf(element: HTMLElement): Place | null {
  const middle = element.scrollTop + element.clientHeight / 2;
  const pages = Array.from(element.children).filter((child) => child instanceof HTMLElement);
  const after = pages.findIndex(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > middle);
  const page = after === -1 ? pages.length - 1 : after;
  const found = pages[page];
  if (found === undefined) return null;
  const across = element.scrollLeft + element.clientWidth / 2 - found.offsetLeft;
  return { page, x: across / found.offsetWidth, y: (middle - found.offsetTop) / found.offsetHeight };
}
