import type { BundleReport } from "#shared/ipc/views.ts";
import type { Trust } from "../../bundle/types.ts";
import { saveTakenFile } from "../../store/bundles.ts";
import { removeQuarantined } from "../../store/quarantined.ts";
import { KeptFiles } from "./bundle-files.ts";
import { examineFile, type Examined } from "./examine.ts";
import { bringsTrust, judgeAgain, openCandidates, type Candidates } from "./judge-again.ts";
import { namedAside } from "./quarantine.ts";
import type { Session } from "../session.ts";
import { takeBundle } from "./take-bundle.ts";
import { trustOf } from "../trust/trust.ts";

type Waiting = Examined & { readonly file: string };

/** Enough to spread the cost of putting a transaction on the disk, few enough to lose nothing worth speaking of. */
const MOST_FILES = 1024;
const MOST_BYTES = 12 * 1024 * 1024;

/**
 * Takes files in the order they are added. Several share a transaction, in which each is whole or not at all; one
 * that changes what verdicts rest on has its own, in which what it touches is judged again.
 */
export class Batch {
  readonly reports: BundleReport[] = [];
  /** Whether a file among them brought something that verdicts rest on. */
  changedTrust = false;
  readonly #session: Session;
  #waiting: Waiting[] = [];
  #bytes = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async add(file: string): Promise<void> {
    const examined = await examineFile(this.#session, file);
    const isTrust = examined.state === "opened" && bringsTrust(examined.tree);
    try {
      if (isTrust) this.commit();
    } finally {
      this.#waiting.push({ ...examined, file });
    }
    if (isTrust) {
      this.changedTrust = true;
      this.#commit(await openCandidates(this.#session, { incoming: examined.tree }));
      return;
    }
    this.#bytes += examined.state === "told" ? 0 : examined.staged.kept.size;
    if (this.#waiting.length >= MOST_FILES || this.#bytes >= MOST_BYTES) this.commit();
  }

  /** What waits is on the disk when this returns. */
  commit(): void {
    this.#commit(null);
  }

  /** Leaves nothing behind of what was not committed. */
  close(): void {
    for (const waiting of this.#waiting) if (waiting.state !== "told") waiting.staged.close();
    this.#waiting = [];
    this.#bytes = 0;
  }

  #commit(candidates: Candidates | null): void {
    if (this.#waiting.length === 0) return;
    const session = this.#session;
    const files = new KeptFiles(session);
    try {
      const reports = session.db.transaction(() => {
        const trust = trustOf(session);
        const taken = this.#waiting.map((waiting) => take(session, waiting, files, trust));
        if (candidates) judgeAgain(session, candidates, files);
        files.settle();
        return taken;
      });
      this.reports.push(...reports);
    } finally {
      files.close();
    }
    this.close();
  }
}

function take(session: Session, waiting: Waiting, files: KeptFiles, trust: Trust): BundleReport {
  if (waiting.state === "told") return waiting.report;
  const { staged, file } = waiting;
  if (staged.file !== null) files.expect(staged.kept, staged.file);
  if (waiting.state === "refused") {
    files.setAside(staged.kept, waiting.report);
    return namedAside(waiting.report, staged.keptSha256);
  }
  const { tree, receivedAt } = waiting;
  const report = takeBundle(session, tree, { file, receivedAt, files }, trust);
  if (report.status !== "rejected" && report.digest !== null) {
    removeQuarantined(session.db, staged.keptSha256);
    saveTakenFile(session.db, staged.sha256, report.digest);
  }
  return namedAside(report, staged.keptSha256);
}
