import type { Item } from "../plan/ids.ts";
import type { SnapshotFigure } from "../rollup/snapshot.ts";
import { paperDay, writtenDay } from "./sheet-time.ts";

/** The newest 定稿 of a period, as the sheets rest on it. */
export interface Settled {
  readonly number: number;
  /** ISO time. */
  readonly at: string;
  /** `sha256:` and 64 hex digits: the ledger as it was then. */
  readonly ledger: string;
  readonly figures: readonly SnapshotFigure[];
  /** How many items came or changed after it. */
  readonly since: number;
  /** Items of which another value counts now. */
  readonly moved: ReadonlySet<Item>;
}

/** For the foot of every page: `汇总定稿第2版`, `未定稿`. */
export const settledFoot = (settled: Settled | null): string =>
  settled === null ? "未定稿" : `汇总定稿第${settled.number}版`;

/** `汇总定稿第2版（2025年7月31日）`. */
export const settledName = (settled: Settled): string =>
  `汇总定稿第${settled.number}版（${writtenDay(paperDay(settled.at))}）`;
