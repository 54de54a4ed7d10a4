import fc from "fast-check";
import { expect, test } from "vitest";
import type { DecisionEntry, Entry, RevisionEntry } from "#shared/ledger/entry.ts";
import { ledgerDigestText, ledgerOf, statesOf, unionOf } from "#shared/ledger/ledger.ts";
import { decision, revenue } from "../support/records.ts";

/** Histories of several laptops and two office PCs: each step supersedes or judges any of the records so far. */
const history = fc
  .array(
    fc.record({
      kind: fc.constantFrom("write", "write", "accept", "return", "verify"),
      unit: fc.constantFrom("360981", "360926"),
      device: fc.constantFrom("a".repeat(32), "b".repeat(32)),
      amount: fc.integer({ min: 1, max: 4 }),
      picks: fc.array(fc.nat(), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    const revisions: RevisionEntry[] = [];
    const decisions: DecisionEntry[] = [];
    for (const { kind, unit, device, amount, picks } of steps) {
      const own = revisions.filter(({ record }) => record.subject.unit === unit);
      const chosen = picks.flatMap((pick) => own[pick % Math.max(own.length, 1)] ?? []);
      if (kind === "write" || chosen.length === 0) {
        revisions.push(
          revenue(String(amount), { unit, device, parents: [...new Set(chosen.map(({ id }) => id))] }),
        );
      } else {
        const earlier = decisions.filter(({ record }) => record.subject.unit === unit);
        const parents = picks
          .slice(0, 1)
          .flatMap((pick) => earlier[pick % Math.max(earlier.length, 1)]?.id ?? []);
        const judged = [...new Map(chosen.map((entry) => [entry.id, entry])).values()];
        decisions.push(
          kind === "accept"
            ? decision("accepted", judged.slice(0, 1), { parents, device })
            : kind === "return"
              ? decision("returned", judged, { parents, device, comment: "请核对" })
              : decision("verified", judged.slice(0, 1), {
                  parents,
                  device,
                  comment: "核定",
                  value: { inputs: { revenue: String(amount * 10) } },
                }),
        );
      }
    }
    return [...revisions, ...decisions] satisfies Entry[];
  });

/** What a person could see of the states, without the machinery. */
const visible = (entries: readonly Entry[]) =>
  [...statesOf(ledgerOf(entries))]
    .map(([key, { status, current, accepted, undecided, revisions }]) => ({
      key,
      status,
      undecided,
      body: current?.record.body,
      accepted: accepted && { body: accepted.body, id: accepted.revision.id },
      base: revisions.base.map(({ id }) => id),
      incomplete: revisions.incomplete,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));

test("order and repetition never change the state", () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (entries, random) => {
      const shuffled = [...entries, ...entries]
        .map((entry) => ({ entry, at: random.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ entry }) => entry);
      expect(visible(shuffled)).toEqual(visible(entries));
    }),
    { numRuns: 150 },
  );
});

test("union is commutative, associative and idempotent", () => {
  fc.assert(
    fc.property(history, history, history, (a, b, c) => {
      const [x, y, z] = [ledgerOf(a), ledgerOf(b), ledgerOf(c)];
      const ids = (ledger: ReadonlyMap<string, Entry>) => [...ledger.keys()].toSorted();
      expect(ids(unionOf(x, y))).toEqual(ids(unionOf(y, x)));
      expect(ids(unionOf(unionOf(x, y), z))).toEqual(ids(unionOf(x, unionOf(y, z))));
      expect(ids(unionOf(x, x))).toEqual(ids(x));
    }),
    { numRuns: 60 },
  );
});

test("a record of one unit never changes another unit's state", () => {
  fc.assert(
    fc.property(history, (entries) => {
      const unitOf = (entry: Entry) => entry.record.subject.unit;
      const alone = visible(entries.filter((entry) => unitOf(entry) === "360981"));
      expect(visible(entries).filter(({ key }) => key.includes(" 360981 "))).toEqual(alone);
    }),
    { numRuns: 100 },
  );
});

test("the ledger digest reads ids in ascending order, revisions first", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{8}$/)),
      fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{8}$/)),
      (revisions, decisions) => {
        const lines = ledgerDigestText(revisions, decisions).split("\n").slice(0, -1);
        expect(lines).toEqual([...revisions.toSorted(), ...decisions.toSorted()]);
      },
    ),
  );
});
