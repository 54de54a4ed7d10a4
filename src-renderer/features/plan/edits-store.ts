import { useMemo, useSyncExternalStore } from "react";
import { planChanges } from "#shared/plan/plan-changes.ts";
import { editAddress, type PlanEdit } from "#shared/plan/plan-edit.ts";
import { applyEdits } from "#shared/plan/revise-plan.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { useSession } from "../../app/session.tsx";

/** What was read of what is typed: the edit, or what is wrong, in the order of the fields. */
export type Read = PlanEdit | { readonly problems: readonly (string | undefined)[] };

type Entry = {
  /** As typed, where it is typed: wrong text stays to be mended. */
  readonly typed: readonly string[];
  /** Null where it is what the plan says anyway, or is wrong. */
  readonly edit: PlanEdit | null;
  readonly problems: readonly (string | undefined)[];
};

type State = { readonly of: string; readonly entries: ReadonlyMap<string, Entry> };

/** Changes that are not in force yet; they outlive a visit to another page, not the workspace or the version. */
let state: State = { of: "", entries: new Map() };
const listeners = new Set<() => void>();

function show(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const NONE: ReadonlyMap<string, Entry> = new Map();

export type PlanEdits = {
  /** The plan in force. */
  readonly plan: Plan;
  /** The same with the changes in it. */
  readonly draft: Plan;
  readonly edits: readonly PlanEdit[];
  /** Fields whose text is no value. */
  readonly wrong: number;
  readonly put: (...edits: readonly PlanEdit[]) => void;
  readonly type: (address: string, typed: readonly string[], read: Read) => void;
  readonly entryAt: (address: string) => Entry | undefined;
  readonly discard: () => void;
};

export function usePlanEdits(): PlanEdits {
  const { plan, workspace } = useSession();
  const of = `${workspace.dir} ${plan.version}`;
  const entries = useSyncExternalStore(subscribe, () => (state.of === of ? state.entries : NONE));
  return useMemo(() => {
    const all = [...entries.values()];
    const edits = all.flatMap(({ edit }) => (edit === null ? [] : [edit]));
    const keep = (added: readonly (readonly [string, Entry])[]): void => {
      const known = state.of === of ? state.entries : NONE;
      show({ of, entries: new Map([...known, ...added]) });
    };
    const unlessIdle = (edit: PlanEdit): PlanEdit | null =>
      planChanges(plan, applyEdits(plan, [edit])).length === 0 ? null : edit;
    return {
      plan,
      draft: applyEdits(plan, edits),
      edits,
      wrong: all.reduce((sum, { problems }) => sum + problems.filter((each) => each !== undefined).length, 0),
      put: (...given) =>
        keep(given.map((edit) => [editAddress(edit), { typed: [], edit: unlessIdle(edit), problems: [] }])),
      type: (address, typed, read) =>
        keep([
          [
            address,
            "problems" in read
              ? { typed, edit: null, problems: read.problems }
              : { typed, edit: unlessIdle(read), problems: [] },
          ],
        ]),
      entryAt: (address) => entries.get(address),
      discard: () => show({ of, entries: NONE }),
    };
  }, [entries, of, plan]);
}
