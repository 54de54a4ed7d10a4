import type { SheetMargin } from "#shared/paper/sheet-model.ts";

/** A CSS string literal. Line ends and backslashes would end or change it. */
export const cssString = (text: string): string =>
  `"${text.replace(/[\\"\n\r\f]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ""} `)}"`;

/** Margin boxes take their words from custom properties of the root, so the style sheet is the same for all. */
export function applyMargins(root: HTMLElement, margin: SheetMargin): void {
  root.style.setProperty("--run", cssString(margin.run));
  root.style.setProperty("--mark", cssString(margin.mark));
  root.style.setProperty("--mark-first", cssString(margin.markFirst));
  root.style.setProperty("--foot", cssString(margin.foot));
  root.style.setProperty("--stamp", cssString(margin.stamp));
}
