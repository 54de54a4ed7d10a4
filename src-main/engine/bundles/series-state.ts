import type { SeriesView } from "#shared/ipc/device-views.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import type { Database } from "../../store/database.ts";

/** What arrived of each series, computed from the bundles that are here now: a gap that was filled is none any more. */

interface Placed {
  readonly device: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly sequence: number;
  readonly previous: string | null;
  readonly digest: string;
  readonly received_at: string;
}

const PLACED = `SELECT device, kind, unit, sequence, previous, digest, received_at FROM bundle
  WHERE status <> 'own' AND kind IN ('submission', 'exchange', 'office-exchange')
  ORDER BY device, kind, unit, sequence, digest`;

/** Series of other devices, by device. Requests, plans and what is addressed to units say nothing here. */
export function seriesByDevice(db: Database): ReadonlyMap<string, readonly SeriesView[]> {
  const bySeries = Map.groupBy(db.rowsOf<Placed>(PLACED), ({ device, kind, unit }) =>
    [device, kind, unit ?? ""].join(" "),
  );
  const known = new Map<string, SeriesView[]>();
  for (const rows of bySeries.values()) {
    const [first] = rows;
    if (first) known.set(first.device, [...(known.get(first.device) ?? []), seriesView(first, rows)]);
  }
  return known;
}

function seriesView({ kind, unit }: Placed, rows: readonly Placed[]): SeriesView {
  const here = new Map<number, Set<string>>();
  const named = new Map<number, Set<string>>();
  for (const { sequence, digest, previous } of rows) {
    here.set(sequence, new Set(here.get(sequence)).add(digest));
    if (previous !== null) named.set(sequence - 1, new Set(named.get(sequence - 1)).add(previous));
  }
  const last = rows.at(-1);
  return {
    kind,
    unit: unit === null ? null : unitKeySchema.parse(unit),
    last: { sequence: last?.sequence ?? 0, receivedAt: last?.received_at ?? "" },
    gaps: gapsOf(here, named),
    forks: forksOf(here, named),
  };
}

type Digests = ReadonlyMap<number, ReadonlySet<string>>;

function gapsOf(here: Digests, named: Digests): SeriesView["gaps"] {
  const gaps: SeriesView["gaps"] = [];
  let expected = 1;
  for (const number of here.keys()) {
    const to = number - 1;
    if (number > expected) gaps.push({ from: expected, to, digest: [...(named.get(to) ?? [])][0] ?? null });
    expected = number + 1;
  }
  return gaps;
}

/** NOTE: a bundle that follows another predecessor than the one here proves a second one of that number. */
function forksOf(here: Digests, named: Digests): SeriesView["forks"] {
  const numbers = new Set([...here.keys(), ...named.keys()]);
  return [...numbers]
    .toSorted((a, b) => a - b)
    .flatMap((sequence) => {
      const digests = new Set([...(here.get(sequence) ?? []), ...(named.get(sequence) ?? [])]);
      if (digests.size < 2) return [];
      return [{ sequence, digests: [...digests].toSorted(), here: here.get(sequence)?.size ?? 0 }];
    });
}

const PLACES = `SELECT b.digest,
    EXISTS (SELECT 1 FROM bundle o WHERE o.device = b.device AND o.kind = b.kind AND o.unit IS b.unit
      AND o.sequence = b.sequence AND o.digest <> b.digest) AS taken,
    b.sequence = 1 OR EXISTS (SELECT 1 FROM bundle o WHERE o.device = b.device AND o.kind = b.kind
      AND o.unit IS b.unit AND o.sequence = b.sequence - 1) AS follows
  FROM bundle b WHERE b.status <> 'own'`;

/** Whether each bundle taken in has its predecessor and its number to itself, as things stand now; by digest. */
export function placesNow(
  db: Database,
): ReadonlyMap<string, { readonly gap: boolean; readonly fork: boolean }> {
  const rows = db.rowsOf<{ digest: string; taken: number; follows: number }>(PLACES);
  return new Map(
    rows.map(({ digest, taken, follows }) => [digest, { gap: follows === 0, fork: taken === 1 }]),
  );
}
