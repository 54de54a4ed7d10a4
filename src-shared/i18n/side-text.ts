import type { Translate } from "./words.ts";

/** Number of a side, from 1: 一 to 四; beyond that figures. */
export function sideNumber(t: Translate, no: number): string {
  const words = [
    t("officeConflict:no1"),
    t("officeConflict:no2"),
    t("officeConflict:no3"),
    t("officeConflict:no4"),
  ];
  return words[no - 1] ?? String(no);
}

/** 不一致，暂用版本一: versions differ, and 含待审 counts the ones of these numbers meanwhile. */
export function provisionalText(t: Translate, sides: readonly number[]): string {
  const [no] = sides;
  return sides.length === 1 && no !== undefined
    ? t("rollup:provisional", { no: sideNumber(t, no) })
    : t("rollup:provisionalSome", { count: sides.length });
}
