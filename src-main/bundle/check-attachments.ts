import type { LedgerRecord } from "#shared/ledger/record.ts";
import type { Refusal } from "./refusal.ts";
import { refusal } from "./refusal.ts";

/** Holds what revisions cite against what the bundle carries: exactly the same files, with the size they give. */
export class Citations {
  readonly #carried: ReadonlyMap<string, number>;
  readonly #cited = new Set<string>();
  #fault: Refusal | null = null;

  /** `carried`: size by SHA-256. */
  constructor(carried: ReadonlyMap<string, number>) {
    this.#carried = carried;
  }

  add(record: LedgerRecord): void {
    if (record.type !== "task-progress") return;
    for (const { sha256, size } of record.body.evidence ?? []) {
      this.#cited.add(sha256);
      if (this.#carried.get(sha256) !== size)
        this.#fault ??= refusal("malformed-record", `attachment ${sha256}`);
    }
  }

  /** Once all revisions were added. */
  fault(): Refusal | null {
    const idle = [...this.#carried.keys()].find((sha256) => !this.#cited.has(sha256));
    if (this.#fault !== null || idle === undefined) return this.#fault;
    return refusal("malformed-record", `attachment ${idle} is cited nowhere`);
  }
}
