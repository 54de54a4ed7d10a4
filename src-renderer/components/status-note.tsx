import { createContext, useContext, type ReactNode } from "react";
import { createPortal } from "react-dom";

/** The place in the status bar where the page in front may say something. */
export const StatusSlot = createContext<HTMLElement | null>(null);

export function StatusNote({ children }: { children: ReactNode }) {
  const slot = useContext(StatusSlot);
  return slot === null ? null : createPortal(children, slot);
}
