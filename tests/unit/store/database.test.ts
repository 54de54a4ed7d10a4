import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Database } from "#main/store/database.ts";
import { migrate } from "#main/store/migrate.ts";
import { migrations } from "#main/store/migrations/index.ts";
import { storeFailure } from "#main/store/store-failures.ts";
import { readFact, writeFact } from "#main/store/facts.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-store-"));
  file = join(folder, "workspace.sqlite3");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened(create: boolean): Database {
  const database = Database.open(file, { create });
  if (!database.ok) throw new Error(database.error);
  return database.value;
}
const openError = (): string | null => {
  const database = Database.open(file, { create: false });
  if (!database.ok) return database.error;
  database.value.close();
  return null;
};
function onFile<T>(use: (sqlite: SqliteDatabase.Database) => T): T {
  const sqlite = new SqliteDatabase(file);
  try {
    return use(sqlite);
  } finally {
    sqlite.close();
  }
}
const versionOf = (sqlite: SqliteDatabase.Database) => sqlite.pragma("user_version", { simple: true });
const namesIn = (sqlite: SqliteDatabase.Database) =>
  sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all();

describe("a new database", () => {
  it("has every migration behind it, strict tables, and what is committed on the disk", () => {
    const database = opened(true);
    const pragma = (name: string) => database.prepared(`PRAGMA ${name}`).pluck().get();
    expect(pragma("user_version")).toBe(migrations.length);
    expect([pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")]).toEqual(["wal", 2, 1]);
    const loose = database
      .prepared(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    database.close();
  });

  it("opens again with what it holds, its migrations taken once", () => {
    const first = opened(true);
    writeFact(first, "name", "样例汇总办");
    first.close();
    const again = opened(false);
    expect(readFact(again, "name")).toBe("样例汇总办");
    again.close();
  });

  it("takes all of a transaction or nothing, nested ones too", () => {
    const database = opened(true);
    expect(() =>
      database.transaction(() => {
        writeFact(database, "name", "甲");
        database.transaction(() => writeFact(database, "unit", "360981"));
        throw new Error("halfway");
      }),
    ).toThrow("halfway");
    expect([readFact(database, "name"), readFact(database, "unit")]).toEqual([undefined, undefined]);
    database.close();
  });
});

describe("migrations", () => {
  const one = { sql: "CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('样例')" };
  const broken = { sql: "CREATE TABLE b (x TEXT) STRICT; INSERT INTO nowhere VALUES (1)" };
  const two = { sql: "CREATE TABLE b (x TEXT) STRICT" };

  it("leave the last whole state when one fails, and go on from there when it is mended", () => {
    onFile((sqlite) => {
      expect(() => migrate(sqlite, [one, broken])).toThrow("nowhere");
      expect([versionOf(sqlite), namesIn(sqlite)]).toEqual([1, ["a"]]);
      expect(migrate(sqlite, [one, two])).toEqual({ ok: true, value: 2 });
      expect([versionOf(sqlite), namesIn(sqlite)]).toEqual([2, ["a", "b"]]);
      expect(sqlite.prepare("SELECT x FROM a").pluck().all()).toEqual(["样例"]);
    });
  });

  it("of a newer program are refused, and not one byte is touched", () => {
    opened(true).close();
    onFile((sqlite) => {
      sqlite.pragma("journal_mode = DELETE");
      sqlite.pragma(`user_version = ${migrations.length + 1}`);
    });
    const before = readFileSync(file);
    expect(openError()).toBe("newer-workspace");
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe("a damaged database", () => {
  it("that is no database, or an emptied one, is refused untouched", () => {
    writeFileSync(file, "这不是数据库".repeat(1000));
    const before = readFileSync(file);
    expect(openError()).toBe("damaged-workspace");
    expect(readFileSync(file).equals(before)).toBe(true);
    truncateSync(file);
    expect(openError()).toBe("damaged-workspace");
    expect(readFileSync(file)).toHaveLength(0);
  });

  it("with a broken page says so when it is read", () => {
    const database = opened(true);
    for (let n = 0; n < 400; n += 1) {
      database
        .prepared("INSERT INTO draft VALUES (?, ?, ?, ?, ?)")
        .run("2024-03", `task:${n}`, "{}".repeat(200), "2024-04-03", "填报人甲");
    }
    database.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20_000);
    writeFileSync(file, bytes);
    const damaged = opened(false);
    let thrown: unknown;
    try {
      damaged.prepared("SELECT * FROM draft").all();
    } catch (error) {
      thrown = error;
    }
    damaged.close();
    expect(storeFailure(thrown)?.code).toBe("damaged-workspace");
  });

  it("that is gone is not made anew", () => {
    expect(openError()).toBe("file-not-found");
  });
});

describe("a second program", () => {
  it("that waits in vain for the first is told so", () => {
    const database = opened(true);
    onFile((sqlite) => {
      sqlite.exec("BEGIN IMMEDIATE");
      database.prepared("PRAGMA busy_timeout = 1").all();
      let thrown: unknown;
      try {
        writeFact(database, "name", "甲");
      } catch (error) {
        thrown = error;
      }
      expect(storeFailure(thrown)?.code).toBe("workspace-in-use");
    });
    expect(storeFailure(new Error("anything else"))).toBeNull();
    database.close();
  });
});
