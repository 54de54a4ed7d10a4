import type { ReactNode } from "react";

export function Tag({ kind, children }: { kind?: "line" | "brand"; children: ReactNode }) {
  return <span className={kind === undefined ? "tag" : `tag tag--${kind}`}>{children}</span>;
}

export function Badge({ attention = false, children }: { attention?: boolean; children: ReactNode }) {
  return <span className={attention ? "badge badge--attention" : "badge"}>{children}</span>;
}

export function Key({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}
