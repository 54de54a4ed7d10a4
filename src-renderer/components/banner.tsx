import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Kind = "info" | "warned" | "invalid" | "accepted" | "returned" | "conflict";

const icons: Record<Kind, IconName> = {
  info: "info",
  warned: "st-warned",
  invalid: "st-invalid",
  accepted: "st-accepted",
  returned: "st-returned",
  conflict: "st-conflict",
};

type Props = {
  readonly kind?: Kind;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

export function Banner({ kind = "info", title, children, action }: Props) {
  return (
    <div className={`banner banner--${kind}`} role={kind === "invalid" ? "alert" : "note"}>
      <Icon name={icons[kind]} />
      <div className="grow">
        {title !== undefined && <span className="banner__title">{title}</span>}
        {children !== undefined && <span className="banner__text">{children}</span>}
      </div>
      {action}
    </div>
  );
}
