import SqliteDatabase, { type Database as Sqlite, type Statement } from "better-sqlite3";
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
} from "kysely";
import { fail, ok, type Result } from "#shared/result.ts";
import { migrate, versionOf, type MigrationError } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** Writes SQL for `Database` to run; it has no connection of its own. */
export const sql = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export type OpenError = MigrationError | "damaged-workspace" | "file-not-found";

/**
 * One SQLite file. Kysely compiles the statements, better-sqlite3 runs them synchronously; prepared statements
 * are kept by their text. What is committed is on the disk: WAL with `synchronous=FULL`.
 */
export class Database {
  readonly #sqlite: Sqlite;
  readonly #statements = new Map<string, Statement>();
  #writes = 0;

  private constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite;
  }

  static open(file: string, options: { readonly create: boolean }): Result<Database, OpenError> {
    let sqlite: Sqlite;
    try {
      sqlite = new SqliteDatabase(file, { fileMustExist: !options.create, timeout: 5000 });
    } catch (error) {
      return fail(
        error instanceof SqliteDatabase.SqliteError && error.code !== "SQLITE_CANTOPEN"
          ? "damaged-workspace"
          : "file-not-found",
      );
    }
    try {
      // NOTE: an emptied file opens as a new database; only a new workspace may begin with one.
      if (!options.create && versionOf(sqlite) === 0) {
        sqlite.close();
        return fail("damaged-workspace");
      }
      sqlite.pragma("synchronous = FULL");
      sqlite.pragma("foreign_keys = ON");
      sqlite.pragma("cache_size = -32768");
      sqlite.pragma("wal_autocheckpoint = 8192");
      const migrated = migrate(sqlite);
      if (migrated.ok) {
        sqlite.pragma("journal_mode = WAL");
        return ok(new Database(sqlite));
      }
      sqlite.close();
      return migrated;
    } catch (error) {
      sqlite.close();
      if (error instanceof SqliteDatabase.SqliteError && /NOTADB|CORRUPT/.test(error.code))
        return fail("damaged-workspace");
      throw error;
    }
  }

  all<O>(query: Compilable<O>): O[] {
    const { sql: text, parameters } = query.compile();
    // NOTE: Kysely's compiled type is the only witness of the row shape; STRICT tables hold it to the columns.
    return this.#prepare(text).all(...parameters) as O[];
  }

  get<O>(query: Compilable<O>): O | undefined {
    const { sql: text, parameters } = query.compile();
    return this.#prepare(text).get(...parameters) as O | undefined;
  }

  *iterate<O>(query: Compilable<O>): IterableIterator<O> {
    const { sql: text, parameters } = query.compile();
    yield* this.#prepare(text).iterate(...parameters) as IterableIterator<O>;
  }

  /** Runs a write; answers how many rows changed. */
  run(query: Compilable): number {
    const { sql: text, parameters } = query.compile();
    this.#writes += 1;
    return this.#prepare(text).run(...parameters).changes;
  }

  /** A statement run many times with other values: compile once, bind often. */
  prepared(text: string): Statement {
    return this.#prepare(text);
  }

  /** Rows of hand-written SQL, of the shape that its SELECT names. */
  rowsOf<O>(text: string, ...values: unknown[]): O[] {
    return this.#prepare(text).all(...values) as O[];
  }

  /** The same, read as they are asked for. NOTE: until the last one is, nothing can be written. */
  *iterateRows<O>(text: string, ...values: unknown[]): IterableIterator<O> {
    yield* this.#prepare(text).iterate(...values) as IterableIterator<O>;
  }

  rowOf<O>(text: string, ...values: unknown[]): O | undefined {
    return this.#prepare(text).get(...values) as O | undefined;
  }

  /** All or nothing; nests. Takes the write lock at the start so that what is read in it still holds at its end. */
  transaction<T>(work: () => T): T {
    this.#writes += 1;
    return this.#sqlite.inTransaction ? work() : this.#sqlite.transaction(work).immediate();
  }

  /** A part of a transaction that can be undone by itself: what it throws undoes it and passes on. */
  savepoint<T>(work: () => T): T {
    if (!this.#sqlite.inTransaction) throw new Error("a savepoint needs a transaction");
    return this.#sqlite.transaction(work)();
  }

  /** Differs from an earlier answer when anything was written since, by this connection or another. */
  stamp(): string {
    return `${this.#writes} ${String(this.#sqlite.pragma("data_version", { simple: true }))}`;
  }

  /** A copy of the database as it stands now, in one file; others may go on writing. */
  copyInto(file: string): void {
    this.#sqlite.prepare("VACUUM INTO ?").run(file);
  }

  /** What SQLite finds wrong with its own file and with references between rows. */
  faults(): string[] {
    const integrity = this.#sqlite.pragma("integrity_check") as { integrity_check: string }[];
    const foreign = this.#sqlite.pragma("foreign_key_check") as { table: string; rowid: number }[];
    return [
      ...integrity.map((row) => row.integrity_check).filter((text) => text !== "ok"),
      ...foreign.map(({ table, rowid }) => `${table} ${rowid}`),
    ];
  }

  close(): void {
    this.#statements.clear();
    this.#sqlite.close();
  }

  #prepare(text: string): Statement {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.#sqlite.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }
}
