/** The sides of the page; the one in front stands in the address. */
export const views = ["figures", "years", "tasks", "double-keys", "snapshots"] as const;
export type View = (typeof views)[number];
export const isView = (text: string | undefined): text is View => views.some((known) => known === text);
