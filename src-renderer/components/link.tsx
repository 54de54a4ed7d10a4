import type { AnchorHTMLAttributes, ReactNode } from "react";
import { hrefOf } from "../app/router.ts";

type Props = {
  readonly page: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
} & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">;

/** A way to another page of the window. */
export function Link({ page, params = {}, children, ...rest }: Props) {
  return (
    <a {...rest} href={hrefOf(page, params)}>
      {children}
    </a>
  );
}
