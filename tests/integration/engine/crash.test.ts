import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { entriesToDrafts, entriesFileSchema } from "#shared/entries/entries-file.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { sampleEntries } from "#seeds/sample-869/sample.ts";
import { saveEntries } from "#main/engine/entry/entry.ts";
import { verifyLedger } from "#main/engine/ledger/ledger-audit.ts";
import type { Session } from "#main/engine/session.ts";
import { submissionList } from "#main/engine/submission/submission-list.ts";
import { attachmentSource } from "#main/engine/attachments/attachment-sources.ts";
import { closeSession, openWorkspace } from "#main/engine/workspace/workspace.ts";
import { draftsOf } from "#main/store/drafts.ts";
import { countRecords } from "#main/store/records.ts";
import { city, scene, withCity } from "../../support/scene.ts";
import { dependencies, digestOf, itemOf, must, seal, take } from "../../support/workspaces.ts";

withCity({ fengcheng: "360981", zhangshu: "360982" });

// Dozens of programs are started and killed: minutes where the machine is busy.
const HANGS_MS = 300_000;
const PERIOD = periodSchema.parse("2024-03");

/** Starts the program, which is killed with no chance to tidy up. Answers what it had said. */
async function killed(args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "crash-child.ts"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(city.folder, "compiled") },
  });
  const said: string[] = [];
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const closed = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) said.push(line);
  await closed;
  if (said.length === 0) throw new Error(`the program said nothing: ${complaint}`);
  return said;
}

/** Looks into a workspace that its program left without closing it. */
async function look<T>(
  dir: string,
  keys: Session["keys"],
  use: (session: Session) => Promise<T> | T,
): Promise<T> {
  const session = must(openWorkspace(dependencies(scene.clock), dir));
  session.keys = keys;
  try {
    expect(session.db.prepared("PRAGMA integrity_check").pluck().get()).toBe("ok");
    return await use(session);
  } finally {
    closeSession(session);
  }
}

function fillIn(session: Session): number {
  const entries = entriesFileSchema.parse(sampleEntries(session.plan, session.unit, PERIOD));
  const changes = entriesToDrafts(entries);
  must(saveEntries(session, PERIOD, changes));
  return changes.length;
}

it(
  "has sealed all or nothing when killed while submitting, and submits the same again",
  async () => {
    const filled = scene.laptop("fengcheng");
    const items = fillIn(filled);
    const { keys } = filled;
    const office = scene.office();
    const ends = new Set<string>();
    const instants = ["clock=1", `clock=${items + 2}`, `clock=${items + 3}`];
    for (const operation of [1, 3, 5, 6, 7]) instants.push(`file=${operation}`);
    for (const statement of [50, 300, 500]) instants.push(`sql=${statement}`);
    for (const instant of instants) {
      const { dir } = scene.copyOf(filled);
      const out = scene.out();
      const said = await killed(["seal", dir, instant, out]);
      const sent = await look(dir, keys, async (session) => {
        const [before] = submissionList(session);
        const drafts = draftsOf(session.db, PERIOD).size;
        const revisions = countRecords(session.db, "revision");
        expect([drafts, revisions]).toEqual(before === undefined ? [items, 0] : [0, items]);
        ends.add(before === undefined ? "nothing" : said.includes("done") ? "done" : "sealed");
        // Where its file was noted as handed out there is nothing left to submit.
        if (before?.file) return { digest: before.digest, file: before.file };
        const again = await seal(session, "2024-03", out);
        expect(again).toMatchObject({
          sequence: 1,
          revisions: items,
          digest: before?.digest ?? again.digest,
        });
        expect(submissionList(session)).toHaveLength(1);
        return again;
      });
      const copy = scene.copyOf(office);
      expect((await take(copy, [sent.file]))[0]).toMatchObject({ status: "merged", digest: sent.digest });
      expect((await verifyLedger(copy)).ok).toBe(true);
    }
    expect([...ends]).toEqual(expect.arrayContaining(["nothing", "sealed"]));
  },
  HANGS_MS,
);

it(
  "has taken each bundle whole or not at all when killed while importing, and takes the rest again",
  async () => {
    const files: string[] = [];
    for (const name of ["fengcheng", "zhangshu"]) {
      const laptop = scene.laptop(name);
      fillIn(laptop);
      files.push((await seal(laptop, "2024-03", scene.out())).file);
    }
    const reference = scene.office();
    await take(reference, files);
    const base = scene.office();
    const { keys } = base;
    const ends = new Set<number>();
    for (const instant of [
      "clock=1",
      "clock=2",
      "file=3",
      "file=8",
      "file=9",
      "file=12",
      "file=18",
      "file=20",
    ]) {
      const { dir } = scene.copyOf(base);
      await killed(["import", dir, instant, ...files]);
      await look(dir, keys, async (session) => {
        expect((await verifyLedger(session)).ok).toBe(true);
        ends.add(session.db.prepared("SELECT count(DISTINCT unit) FROM record").pluck().get() as number);
        await take(session, files);
        expect(digestOf(session)).toBe(digestOf(reference));
        expect((await verifyLedger(session)).ok).toBe(true);
      });
    }
    expect([...ends]).toEqual(expect.arrayContaining([0, 2]));
  },
  HANGS_MS,
);

it(
  "cites no half file when killed while attachments are added",
  async () => {
    const base = scene.laptop("fengcheng");
    const file = join(scene.out(), "现场.bin");
    writeFileSync(file, Buffer.alloc(3_000_000, 7));
    const ends = new Set<string>();
    for (const nth of [1, 2, 3, 5, 6, 7, 30]) {
      const { dir } = scene.copyOf(base);
      const said = await killed(["attach", dir, `file=${nth}`, file]);
      await look(dir, null, async (session) => {
        const { draft } = itemOf(session, "2024-03", "task:2");
        const cited = draft !== null && "evidence" in draft ? (draft.evidence ?? []) : [];
        for (const one of cited) expect((await attachmentSource(session, one))?.size).toBe(3_000_000);
        ends.add(said.includes("done") ? "done" : cited.length > 0 ? "cited" : "nothing");
      });
    }
    expect([...ends]).toEqual(expect.arrayContaining(["nothing", "done"]));
  },
  HANGS_MS,
);
