import { byUnitAndNumber } from "#shared/bundle/inbox-order.ts";
import type { BundleReport } from "#shared/ipc/views.ts";

export const filters = ["all", "waiting", "rejected", "remarked", "merged"] as const;
export type Filter = (typeof filters)[number];
export const isFilter = (text: string | undefined): text is Filter => filters.some((known) => known === text);

/** A bundle as listed; `fresh` ones were read from a file just now and are not in the ledger's list yet. */
export type Row = { readonly id: string; readonly fresh: boolean; readonly report: BundleReport };

/** A file that could not be read has no digest; its name stands for it. */
const identity = ({ digest, file, status }: BundleReport): string => `${digest ?? baseName(file)} ${status}`;

/** A bundle keeps its line while it is verified, merged and listed; a second copy of one has a line of its own. */
const lineOf = ({ digest, file, status }: BundleReport): string =>
  `${digest ?? baseName(file)}${status === "duplicate" ? " again" : ""}`;

/** Not merged, and waiting for somebody: refused for good, or until the plan it is for is here. */
export const isRefused = ({ status }: BundleReport): boolean => status === "rejected" || status === "held";

/** What was read just now as it stands: a file refused at first can have been merged since, or its county told. */
export function loadNow(fresh: readonly BundleReport[], taken: readonly BundleReport[]): BundleReport[] {
  const known = new Set(taken.map(identity));
  const merged = new Set(taken.filter(({ status }) => status === "merged").map(({ digest }) => digest));
  const aside = new Map(
    taken.flatMap((report): [string, BundleReport][] =>
      report.quarantine === undefined
        ? []
        : [
            [identity(report), report],
            [report.quarantine, report],
          ],
    ),
  );
  return fresh.map((report) => {
    if (!isRefused(report)) return report;
    if (report.digest !== null && !known.has(identity(report)) && merged.has(report.digest))
      return { ...report, status: "merged" };
    const kept = aside.get(report.quarantine ?? identity(report));
    return kept === undefined ? report : { ...report, quarantine: kept.quarantine, told: kept.told };
  });
}

/** What needs a person comes first. */
const rankOf = ({ status }: BundleReport): number => (status === "rejected" ? 0 : status === "held" ? 1 : 2);

/**
 * What was read just now first, refused files in front of it, then everything taken in. What has been taken in is
 * not listed twice; a refused file stays with those that it was read with.
 */
export function rowsOf(fresh: readonly BundleReport[], taken: readonly BundleReport[]): Row[] {
  const known = new Set(taken.map(identity));
  const load = fresh
    .filter((report) => isRefused(report) || !known.has(identity(report)))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || byUnitAndNumber(a, b));
  const above = new Set(load.map(identity));
  const used = new Map<string, number>();
  const rowOf = (report: BundleReport, isFresh: boolean): Row => {
    const line = lineOf(report);
    const before = used.get(line) ?? 0;
    used.set(line, before + 1);
    return { id: before === 0 ? line : `${line} ${before}`, fresh: isFresh, report };
  };
  return [
    ...load.map((report) => rowOf(report, true)),
    ...taken.filter((report) => !above.has(identity(report))).map((report) => rowOf(report, false)),
  ];
}

/** Something is to be asked about it although it is sound: a number missing or twice, a strange date. */
const isRemarked = ({ warnings }: BundleReport): boolean =>
  warnings.some((warning) => warning === "gap" || warning === "fork" || warning === "clock");

const waits = ({ status }: BundleReport): boolean => status === "mergeable" || status === "held";

export function isShown({ report }: Row, filter: Filter): boolean {
  if (filter === "waiting") return waits(report);
  if (filter === "rejected") return report.status === "rejected";
  if (filter === "remarked") return isRemarked(report);
  if (filter === "merged") return report.status === "merged";
  return true;
}

export type Group = {
  readonly id: string;
  readonly day: string | null;
  readonly fresh: boolean;
  readonly rows: Row[];
};

/** Rows by the day of receipt in the order in which they come; `dayOf` gives the day of a time. */
export function groupsOf(rows: readonly Row[], dayOf: (time: string) => string): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const day = row.fresh || row.report.receivedAt === null ? null : dayOf(row.report.receivedAt);
    const last = groups.at(-1);
    if (last !== undefined && last.fresh === row.fresh && last.day === day) last.rows.push(row);
    else groups.push({ id: row.id, day, fresh: row.fresh, rows: [row] });
  }
  return groups;
}

/** Groups with their first rows, as many as fit into `most` altogether. */
export function firstOf(
  groups: readonly Group[],
  most: number,
): { readonly group: Group; readonly rows: readonly Row[] }[] {
  let left = most;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return rows.length === 0 ? [] : [{ group, rows }];
  });
}

/** Last part of a path on either kind of system. */
export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Records and decisions that merging brings or brought. */
export const contentCount = ({ counts }: BundleReport): number =>
  counts.added + counts.superseding + counts.unchanged + counts.conflicts + counts.decisions;
