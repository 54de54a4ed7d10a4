import fc from "fast-check";
import { itemSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import { decide } from "#main/engine/review/decide.ts";
import { writeExchange } from "#main/engine/exchange/exchange.ts";
import { writeOfficeExchange } from "#main/engine/exchange/office-exchange.ts";
import { storePlan } from "#main/engine/plan/plans.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { writeReceipt } from "#main/engine/exchange/receipt.ts";
import { writeRecovery } from "#main/engine/exchange/recovery.ts";
import { resolveConflict } from "#main/engine/entry/conflicts.ts";
import { conflictList } from "#main/engine/review/review.ts";
import { revokeCertificate } from "#main/engine/trust/revocations.ts";
import { sealSubmission } from "#main/engine/submission/seal.ts";
import { saveEntries } from "#main/engine/entry/entry.ts";
import type { Session } from "#main/engine/session.ts";
import { requireDeviceId } from "#main/engine/trust/device-id.ts";
import type { Answer } from "#main/engine/types.ts";
import { recordIds } from "#main/store/records.ts";
import { certificates } from "#main/store/trust.ts";
import { allSubjects } from "#main/store/subjects.ts";
import { must, PEOPLE, revenue, Scene, take, type City } from "./workspaces.ts";

/**
 * A small city at work, driven by chance: laptops of two units, two PCs of the office, packages that get lost, arrive
 * late or twice, backups that come back. Every file ever written is kept.
 */

export const CITY = {
  one: "360926",
  two: "360926",
  other: "360983",
  colleague: "360900",
  observer: "360900",
} as const;

const PERIOD = periodSchema.parse("2024-03");
const ITEMS = ["indicator:T02-1", "task:2"] as const;
const LAPTOPS = ["one", "two", "other"] as const;
const OFFICES = ["office", "colleague"] as const;

export interface Act {
  readonly kind:
    | "submit"
    | "exchange"
    | "office-exchange"
    | "deliver"
    | "decide"
    | "receipt"
    | "recovery"
    | "resolve"
    | "back-up"
    | "restore"
    | "revoke"
    | "new-plan";
  /** Which of those that can do it. */
  readonly who: number;
  readonly item: number;
  readonly amount: number;
  /** Which of the files written so far. */
  readonly picks: readonly number[];
}

const WEIGHTED: readonly (readonly [Act["kind"], number])[] = [
  ["submit", 16],
  ["exchange", 4],
  ["office-exchange", 4],
  ["deliver", 16],
  ["decide", 10],
  ["receipt", 6],
  ["recovery", 2],
  ["resolve", 4],
  ["back-up", 4],
  ["restore", 3],
  ["revoke", 1],
  ["new-plan", 1],
];

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(...WEIGHTED.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
  who: fc.nat(5),
  item: fc.nat(5),
  amount: fc.integer({ min: 1, max: 4 }),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
});

export const acts = fc.array(act, { minLength: 30, maxLength: 60 });

type Name = (typeof LAPTOPS)[number] | (typeof OFFICES)[number];

export class World {
  readonly scene: Scene;
  readonly files: string[];
  /** Whose certificate was revoked, by device. */
  readonly revoked = new Set<string>();
  /** What each act has come to: for people who look into a failure. */
  readonly story: string[] = [];
  readonly #sessions = new Map<Name, Session>();
  readonly #backups = new Map<Name, Session>();
  #minute = 0;

  constructor(city: City) {
    this.scene = new Scene(city);
    this.files = [city.planFile];
    this.#sessions.set("office", this.scene.office());
    for (const name of ["one", "two", "other", "colleague"] as const)
      this.#sessions.set(name, this.scene.laptop(name));
  }

  get sessions(): readonly (readonly [Name, Session])[] {
    return [...this.#sessions];
  }

  session(name: Name): Session {
    const session = this.#sessions.get(name);
    if (session === undefined) throw new Error(`nobody is ${name}`);
    return session;
  }

  async play(step: Act): Promise<void> {
    this.#minute += 1;
    this.scene.clock.set(new Date(Date.UTC(2024, 3, 3, 1, this.#minute)).toISOString());
    const before = new Map(this.sessions.map(([name, session]) => [name, idsOf(session)]));
    const done = await this.#do(step);
    this.story.push(`${step.kind} ${done}`);
    for (const [name, session] of this.sessions) this.#losesNothing(step, before.get(name), idsOf(session));
  }

  /** Property 4: nothing but a revocation ever takes a record away; a backup that comes back is another computer. */
  #losesNothing({ kind }: Act, before: ReadonlySet<string> | undefined, after: ReadonlySet<string>): void {
    if (kind === "restore" || before === undefined) return;
    const lost = before.difference(after).size;
    if (lost > 0 && this.revoked.size === 0) throw new Error(`${kind} took ${lost} records away`);
  }

  async #do({ kind, who, item, amount, picks }: Act): Promise<string> {
    const laptop = LAPTOPS[who % LAPTOPS.length] ?? "one";
    const office = OFFICES[who % OFFICES.length] ?? "office";
    const anyone = [...this.#sessions.keys()][who % this.#sessions.size] ?? "office";
    const unit = unitKeySchema.parse(CITY[laptop]);
    const period = PERIOD;
    const at = itemSchema.parse(ITEMS[item % ITEMS.length]);
    const out = this.scene.out();
    const plain = { encrypt: false };
    switch (kind) {
      case "submit": {
        const session = this.session(laptop);
        const draft =
          at === "task:2"
            ? { status: "in-progress" as const, progress: `样例进展${amount}` }
            : revenue(`${amount}${item}`, "样例说明");
        const saved = saveEntries(session, period, [{ item: at, draft }]);
        if (!saved.ok) return saved.error.code;
        return this.#wrote(await sealSubmission(session, { ...PEOPLE, ...plain, period, dir: out }));
      }
      case "exchange":
        return this.#wrote(await writeExchange(this.session(laptop), out, plain));
      case "office-exchange":
        return this.#wroteAll(
          await writeOfficeExchange(this.session(office), out, { ...plain, all: amount === 1 }),
        );
      case "deliver": {
        // The newest ones mostly; an older one now and then.
        const files = picks.map((pick) => this.files.at(-1 - (pick % Math.min(this.files.length, 6))) ?? "");
        const reports = await take(this.session(anyone), files);
        return `${anyone} ${reports.map(({ kind: of, status }) => `${of} ${status}`).join(", ")}`;
      }
      case "decide": {
        const session = this.session(office);
        const subjects = allSubjects(session.db).filter(({ current }) => current !== null);
        const subject = subjects[item % Math.max(subjects.length, 1)];
        if (subject === undefined) return "nothing to decide";
        const judged = itemSchema.parse(subject.item);
        const outcome = (["accepted", "returned", "verified"] as const)[amount % 3] ?? "accepted";
        const value = judged === "task:2" ? { progress: "核定" } : { inputs: { revenue: `${amount}0` } };
        const address = { unit: unitKeySchema.parse(subject.unit), period, item: judged };
        const decision = { ...address, outcome, comment: `样例意见${amount}` };
        return codeOf(decide(session, [outcome === "verified" ? { ...decision, value } : decision]));
      }
      case "receipt":
        return this.#wrote(await writeReceipt(this.session(office), unit, out, plain));
      case "recovery":
        return this.#wroteAll(await writeRecovery(this.session(office), unit, out, plain));
      case "resolve": {
        const session = this.session(laptop);
        const [conflict] = conflictList(session).filter((found) => found.unit === session.unit);
        if (conflict === undefined) return "nothing to resolve";
        const side = conflict.sides[amount % conflict.sides.length]?.revision ?? "";
        const resolved = resolveConflict(session, conflict, side, "以此为准");
        if (!resolved.ok) return resolved.error.code;
        const request = { ...PEOPLE, ...plain, period: conflict.period, dir: out };
        return this.#wrote(await sealSubmission(session, request));
      }
      case "back-up":
        this.#backups.set(anyone, this.scene.copyOf(this.session(anyone)));
        return anyone;
      case "restore": {
        const backup = this.#backups.get(anyone);
        if (backup === undefined) return "no backup";
        this.#backups.set(anyone, this.scene.copyOf(backup));
        this.#sessions.set(anyone, backup);
        return anyone;
      }
      case "revoke": {
        const root = this.session("office");
        const device = must(requireDeviceId(this.session(laptop)));
        const row = certificates(root.db).find((known) => known.device === device);
        if (row === undefined || this.revoked.size > 0) return "not revoked";
        must(await revokeCertificate(root, row.serial, []));
        this.revoked.add(device);
        return this.#wrote(await publishPlan(root, out));
      }
      case "new-plan": {
        const root = this.session("office");
        if (root.plan.version > 2) return "enough plans";
        const plan = { ...root.plan, version: root.plan.version + 1 };
        storePlan(root.db, plan, null);
        root.plan = plan;
        return this.#wrote(await publishPlan(root, out));
      }
    }
  }

  #wrote(written: Answer<{ readonly file: string }>): string {
    if (!written.ok) return written.error.code;
    this.files.push(written.value.file);
    return "ok";
  }

  #wroteAll(written: Answer<readonly { readonly file: string }[]>): string {
    if (!written.ok) return written.error.code;
    this.files.push(...written.value.map(({ file }) => file));
    return "ok";
  }
}

const codeOf = (answer: Answer<unknown>): string => (answer.ok ? "ok" : answer.error.code);

export const idsOf = ({ db }: Session): Set<string> =>
  new Set([...recordIds(db, "revision"), ...recordIds(db, "decision")]);

/** The projection as one text. */
export const projectionOf = ({ db }: Session): string => JSON.stringify(allSubjects(db));
