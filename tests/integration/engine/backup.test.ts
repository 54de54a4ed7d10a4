import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { backUp } from "#main/engine/backup/backup.ts";
import { examine } from "#main/engine/backup/doctor.ts";
import { restoreBackup } from "#main/engine/backup/restore.ts";
import { writeRecovery } from "#main/engine/exchange/recovery.ts";
import { unlockSession } from "#main/engine/workspace/session-keys.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { zipBytes } from "../../support/in-memory.ts";
import { scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  dependencies,
  digestOf,
  dump,
  itemOf,
  must,
  PASSPHRASE,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

const TONGGU = unitKeySchema.parse("360926");
const PERIOD = "2024-03";
const ITEM = "indicator:T02-1";

withCity({ laptop: TONGGU });

const ailmentsOf = async (session: Parameters<typeof examine>[0]) =>
  (await examine(session)).map(({ ailment }) => ailment);

describe("a backup", () => {
  it("brings everything back: drafts, ledger, archive and keys, and says that it was restored", async () => {
    const [laptop, office] = [scene.laptop("laptop"), scene.office()];
    save(laptop, PERIOD, { [ITEM]: revenue("10") });
    await take(office, [(await seal(laptop, PERIOD, scene.out())).file]);
    save(laptop, PERIOD, { "indicator:T03-1": revenue("7") });
    expect(await ailmentsOf(laptop)).toEqual([]);
    const file = join(scene.out(), "backup.zip");
    const { files } = must(await backUp(laptop, file));
    expect(files).toBeGreaterThanOrEqual(2);
    const restored = must(await restoreBackup(dependencies(scene.clock), file, join(scene.out(), "again")));
    expect(digestOf(restored)).toBe(digestOf(laptop));
    expect(itemOf(restored, PERIOD, "indicator:T03-1").draft).toEqual(revenue("7"));
    expect(codeOf(await unlockSession(restored, PASSPHRASE))).toBe("ok");
    expect(await ailmentsOf(restored)).toEqual(["restored"]);
    const parts = must(await writeRecovery(office, TONGGU, scene.out(), { encrypt: true }));
    await take(
      restored,
      parts.map((part) => part.file),
    );
    expect(await ailmentsOf(restored)).toEqual([]);
    closeSession(restored);
  });

  it("replaces no file, and leaves no scratch in the workspace", async () => {
    const laptop = scene.laptop("laptop");
    const file = join(scene.out(), "backup.zip");
    writeFileSync(file, "mine");
    expect(codeOf(await backUp(laptop, file))).toBe("file-exists");
    expect(readFileSync(file, "utf8")).toBe("mine");
    must(await backUp(laptop, join(scene.out(), "other.zip")));
    expect(readdirSync(laptop.dir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("changes nothing in the workspace", async () => {
    const laptop = scene.laptop("laptop");
    const before = dump(laptop);
    must(await backUp(laptop, join(scene.out(), "backup.zip")));
    expect(dump(laptop)).toBe(before);
  });
});

describe("a file that is no backup", () => {
  const restored = async (bytes: Uint8Array) => {
    const [file, dir] = [join(scene.out(), "file.zip"), join(scene.out(), "target")];
    writeFileSync(file, bytes);
    const code = codeOf(await restoreBackup(dependencies(scene.clock), file, dir));
    return { code, left: existsSync(dir) ? readdirSync(dir) : [] };
  };

  it("is refused, and leaves nothing behind", async () => {
    const file = join(scene.out(), "backup.zip");
    must(await backUp(scene.laptop("laptop"), file));
    const whole = readFileSync(file);
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(5_000) ^ 1, 5_000);
    for (const bytes of [Buffer.from("hello"), whole.subarray(0, 10_000), flipped, Buffer.of()])
      expect(await restored(bytes)).toEqual({ code: "damaged-backup", left: [] });
  });

  it.each(["../evil", "archive/../../evil", "/evil", "evil.exe", "archive/.hidden", "keys/a/b"])(
    "that would write to %s is refused whole",
    async (name) => {
      const bytes = await zipBytes([
        ["workspace.sqlite3", Buffer.from("x")],
        [name, Buffer.from("evil")],
      ]);
      expect(await restored(bytes)).toEqual({ code: "damaged-backup", left: [] });
    },
  );

  it("with a database that is none leaves nothing behind", async () => {
    const bytes = await zipBytes([["workspace.sqlite3", Buffer.from("no database".repeat(100))]]);
    expect(await restored(bytes)).toEqual({ code: "damaged-backup", left: [] });
  });

  it("goes into no folder that holds something", async () => {
    const file = join(scene.out(), "backup.zip");
    must(await backUp(scene.laptop("laptop"), file));
    const dir = join(scene.out(), "full");
    mkdirSync(dir);
    writeFileSync(join(dir, "mine.txt"), "mine");
    expect(codeOf(await restoreBackup(dependencies(scene.clock), file, dir))).toBe("workspace-exists");
    expect(readdirSync(dir)).toEqual(["mine.txt"]);
    expect(codeOf(await restoreBackup(dependencies(scene.clock), join(dir, "none.zip"), scene.out()))).toBe(
      "file-not-found",
    );
  });
});

describe("the doctor", () => {
  it("finds a changed record, a damaged key file and a certificate that is over", async () => {
    const laptop = scene.laptop("laptop");
    save(laptop, PERIOD, { [ITEM]: revenue("10") });
    await seal(laptop, PERIOD, scene.out());
    laptop.db.prepared("UPDATE record SET canonical = replace(canonical, '\"10\"', '\"99\"')").run();
    writeFileSync(join(laptop.dir, "keys", "device.json"), "{}");
    scene.clock.set("2099-01-01T00:00:00.000Z");
    expect(new Set(await ailmentsOf(laptop))).toEqual(new Set(["ledger", "damaged-key", "certificate-over"]));
  });
});
