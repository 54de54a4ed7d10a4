import { createContext, useContext, type ReactNode } from "react";
import { createPortal } from "react-dom";

/** The end of the page's toolbar, where the view in front says how far it is. */
export const ToolbarPlace = createContext<HTMLElement | null>(null);

export function ToolbarSlot({ children }: { children: ReactNode }) {
  const place = useContext(ToolbarPlace);
  return place === null ? null : createPortal(children, place);
}
