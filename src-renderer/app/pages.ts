import type { ComponentType } from "react";
import type { PlainKey } from "#shared/i18n/words.ts";
import type { WorkspaceView } from "#shared/ipc/workspace-view.ts";
import type { IconName } from "../components/icon.tsx";

export type PageBadge = { readonly count: number; readonly attention: boolean; readonly label: string };

/**
 * One page of the window. A feature exports `page` from `features/<feature>/page.tsx`, and from `office-page.tsx` what
 * the office has of the same feature, and is found by that: what is not built does not appear in the navigation.
 */
export type Page = {
  /** In the address: `#/entry`. One per role; `home` is where each role starts. */
  readonly id: string;
  readonly roles: readonly WorkspaceView["role"][];
  readonly label: PlainKey;
  readonly icon: IconName;
  /** Place in the navigation; below 100 in the list, from 100 at its foot. */
  readonly order: number;
  /** The navigation keeps to icons below 1600 px: the page needs the width. */
  readonly wide?: true;
  /** Shows the due day in the top bar; pages that say it themselves leave it out. */
  readonly showsDue?: true;
  /** Reached from elsewhere, not listed. */
  readonly unlisted?: true;
  /** Counts what waits on the page; called as a hook. */
  readonly useBadge?: () => PageBadge | null;
  readonly Component: ComponentType;
};

const modules = import.meta.glob<{ readonly page: Page }>(
  ["../features/*/page.tsx", "../features/*/office-page.tsx"],
  { eager: true },
);

export const pages: readonly Page[] = Object.values(modules)
  .map((module) => module.page)
  .toSorted((a, b) => a.order - b.order);

export const pagesOf = (role: WorkspaceView["role"]): readonly Page[] =>
  pages.filter((page) => page.roles.includes(role));
