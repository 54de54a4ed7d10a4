import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ATTACHMENT_LIMITS } from "#shared/attachments/attachment-limits.ts";
import type { Draft } from "#shared/checks/draft.ts";
import type { Evidence } from "#shared/ledger/record.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { addAttachments, pasteAttachment } from "#main/engine/attachments/add-attachments.ts";
import { hasAttachment } from "#main/engine/attachments/attachment-sources.ts";
import { backUp } from "#main/engine/backup/backup.ts";
import { cleanAttachments } from "#main/engine/attachments/clean-attachments.ts";
import { examine } from "#main/engine/backup/doctor.ts";
import { writeExchange } from "#main/engine/exchange/exchange.ts";
import { copyAttachment } from "#main/engine/attachments/hand-out-attachment.ts";
import { restoreBackup } from "#main/engine/backup/restore.ts";
import { sealSubmission } from "#main/engine/submission/seal.ts";
import type { Session } from "#main/engine/session.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { countRecords } from "#main/store/records.ts";
import { rezipped } from "../../support/rezip.ts";
import { scene, withCity } from "../../support/scene.ts";
import { dependencies, itemOf, must, PEOPLE, save, seal, take } from "../../support/workspaces.ts";

const PERIOD = "2024-03";
const PICTURE = join(
  import.meta.dirname,
  "..",
  "..",
  "..",
  "docs",
  "screenshots",
  "county-entry-zh-light.png",
);
const bytes = readFileSync(PICTURE);

withCity({ one: "360981", two: "360981" });

const add = (session: Session, ...files: string[]): Evidence[] => addAttachments(session, files).added;
const task = (evidence: readonly Evidence[], progress = "按计划推进（样例）"): Draft => ({
  status: "in-progress",
  progress,
  evidence: [...evidence],
});
const cite = (session: Session, evidence: readonly Evidence[], item = "task:2"): void =>
  save(session, PERIOD, { [item]: task(evidence) });
const storeOf = (session: Session): string => join(session.dir, "attachments");
const stored = (session: Session): string[] =>
  existsSync(storeOf(session)) ? readdirSync(storeOf(session)) : [];

async function opened(session: Session, file: Evidence): Promise<Buffer> {
  const to = join(scene.out(), file.name);
  must(await copyAttachment(session, file, to));
  return readFileSync(to);
}

/** A file of a given size, as an officer may have it. */
function fileOf(name: string, content: string | number): string {
  const path = join(scene.out(), name);
  writeFileSync(path, typeof content === "string" ? content : "");
  if (typeof content === "number") truncateSync(path, content);
  return path;
}

describe("adding", () => {
  it("keeps one copy of what is added twice, under its digest, with its own name and kind", () => {
    const laptop = scene.laptop("one");
    const again = fileOf("隔膜项目现场.PNG", "");
    writeFileSync(again, bytes);
    const files = add(laptop, PICTURE, again);
    expect(files.map(({ name, size, type }) => [name, size, type])).toEqual([
      ["county-entry-zh-light.png", bytes.length, "image/png"],
      ["隔膜项目现场.PNG", bytes.length, "image/png"],
    ]);
    expect(stored(laptop)).toEqual([files[0]?.sha256]);
  });

  it("names a pasted picture by its time", async () => {
    const laptop = scene.laptop("one");
    const file = must(pasteAttachment(laptop, { label: "截图", type: "image/png", bytes }));
    expect(file).toMatchObject({ name: "截图 2024-04-03 09-05.png", type: "image/png" });
    expect(await opened(laptop, file)).toEqual(bytes);
  });

  it("refuses what is empty, too large, a folder or gone, and takes the rest", () => {
    const laptop = scene.laptop("one");
    const folder = join(scene.out(), "文件夹");
    mkdirSync(folder);
    const files = [
      fileOf("空.pdf", ""),
      fileOf("大.zip", ATTACHMENT_LIMITS.bytes + 1),
      folder,
      join(scene.folder, "没有.pdf"),
      fileOf("证明.pdf", "%PDF-1.7 样例"),
    ];
    const { added, refused } = addAttachments(laptop, files);
    expect(added.map(({ name }) => name)).toEqual(["证明.pdf"]);
    expect(refused.map(({ name, error }) => [name, error.code])).toEqual([
      ["空.pdf", "attachment-empty"],
      ["大.zip", "attachment-too-large"],
      ["文件夹", "file-unreadable"],
      ["没有.pdf", "file-not-found"],
    ]);
    expect(stored(laptop)).toHaveLength(1);
  });
});

describe("a submission with attachments", () => {
  it("brings the very bytes from county to office, encrypted on the way", async () => {
    const [laptop, office] = [scene.laptop("one"), scene.office()];
    const large = fileOf("台账.xlsx", 5 * 1024 * 1024);
    const files = add(laptop, PICTURE, large);
    cite(laptop, files);
    cite(laptop, files.slice(0, 1), "task:3");
    const { file, size } = await seal(laptop, PERIOD, scene.out(), true);
    expect(size).toBeLessThan(5.5 * 1024 * 1024 + bytes.length);
    expect((await take(office, [file]))[0]).toMatchObject({ status: "merged" });
    const [picture, table] = files;
    if (picture === undefined || table === undefined) throw new Error("not added");
    expect(await opened(office, picture)).toEqual(bytes);
    expect(await opened(office, table)).toEqual(readFileSync(large));
    expect(stored(office)).toEqual([]);
  });

  it("goes on to a sister laptop, which can cite the file again without having added it", async () => {
    const [one, two, office] = [scene.laptop("one"), scene.laptop("two"), scene.office()];
    const [file] = add(one, PICTURE);
    if (file === undefined) throw new Error("not added");
    cite(one, [file]);
    await seal(one, PERIOD, scene.out());
    await take(two, [must(await writeExchange(one, scene.out(), { encrypt: false })).file]);
    expect(hasAttachment(two, file)).toBe(true);
    expect(await opened(two, file)).toEqual(bytes);
    save(two, PERIOD, { "task:2": task([file], "又有进展（样例）") });
    await take(office, [(await seal(two, PERIOD, scene.out())).file]);
    expect(await opened(office, file)).toEqual(bytes);
  });

  it("is refused where an attachment was changed on the way", async () => {
    const [laptop, office] = [scene.laptop("one"), scene.office()];
    const [file] = add(laptop, PICTURE);
    if (file === undefined) throw new Error("not added");
    cite(laptop, [file]);
    const sent = readFileSync((await seal(laptop, PERIOD, scene.out())).file);
    const changed = await rezipped(sent, (entries) => {
      const attachment = entries.get(`attachments/${file.sha256}`);
      if (attachment === undefined) throw new Error("not carried");
      attachment[1000] = (attachment[1000] ?? 0) ^ 1;
    });
    const path = join(scene.out(), "改过.tzb");
    writeFileSync(path, changed);
    expect((await take(office, [path]))[0]).toMatchObject({ status: "rejected", reason: "digest-mismatch" });
    expect(hasAttachment(office, file)).toBe(false);
  });

  it.each(["missing", "changed", "of another size"])(
    "stops before anything is signed: a file is %s",
    async (what) => {
      const laptop = scene.laptop("one");
      const [file] = add(laptop, PICTURE);
      if (file === undefined) throw new Error("not added");
      cite(laptop, [what === "missing" ? { ...file, sha256: "a".repeat(64) } : file]);
      if (what === "of another size") writeFileSync(join(storeOf(laptop), file.sha256), "短");
      if (what === "changed") {
        const wrong = Buffer.from(bytes);
        wrong[1000] = (wrong[1000] ?? 0) ^ 1;
        writeFileSync(join(storeOf(laptop), file.sha256), wrong);
      }
      const out = scene.out();
      const refused = await sealSubmission(laptop, {
        ...PEOPLE,
        period: periodSchema.parse(PERIOD),
        dir: out,
        encrypt: false,
      });
      expect(refused.ok ? "sealed" : refused.error).toMatchObject({
        code: "attachment-missing",
        params: { task: "2", name: file.name },
      });
      expect([readdirSync(out), countRecords(laptop.db, "revision")]).toEqual([[], 0]);
      expect(itemOf(laptop, PERIOD, "task:2").draft).toMatchObject({ evidence: [{ name: file.name }] });
      expect((await examine(laptop)).map(({ ailment }) => ailment)).toContain("attachment");
      // Adding the original again heals it.
      if (what !== "missing") {
        add(laptop, PICTURE);
        expect((await seal(laptop, PERIOD, out)).revisions).toBe(1);
      }
    },
  );
});

describe("what nothing cites", () => {
  it("is cleared away only after its grace, and never while a draft or a sealed revision cites it", async () => {
    const laptop = scene.laptop("one");
    const [kept, sealed, loose] = add(
      laptop,
      PICTURE,
      fileOf("已报.pdf", "%PDF-1.7 已报"),
      fileOf("不用.pdf", "%PDF-1.7 不用"),
    );
    if (kept === undefined || sealed === undefined || loose === undefined) throw new Error("not added");
    cite(laptop, [sealed]);
    await seal(laptop, PERIOD, scene.out());
    save(laptop, PERIOD, { "task:2": task([]), "task:3": task([kept]) });
    expect(cleanAttachments(laptop)).toBe(0);
    scene.clock.set("2024-06-03T01:05:00.000Z");
    writeFileSync(join(storeOf(laptop), ".taizhang.0123.tmp"), "一半");
    const old = new Date("2024-04-03T01:05:00.000Z");
    utimesSync(join(storeOf(laptop), ".taizhang.0123.tmp"), old, old);
    expect(cleanAttachments(laptop)).toBe(2);
    expect(stored(laptop).toSorted()).toEqual([kept.sha256, sealed.sha256].toSorted());
    // What was still cited then has its grace from then on.
    save(laptop, PERIOD, { "task:3": task([]) });
    expect(cleanAttachments(laptop)).toBe(0);
  });
});

it("comes back from a backup, and the doctor finds nothing missing", async () => {
  const laptop = scene.laptop("one");
  const [file] = add(laptop, PICTURE);
  if (file === undefined) throw new Error("not added");
  cite(laptop, [file]);
  const backup = join(scene.out(), "backup.zip");
  must(await backUp(laptop, backup));
  const restored = must(await restoreBackup(dependencies(scene.clock), backup, join(scene.out(), "again")));
  expect(await opened(restored, file)).toEqual(bytes);
  expect((await examine(restored)).map(({ ailment }) => ailment)).toEqual(["restored"]);
  closeSession(restored);
});
