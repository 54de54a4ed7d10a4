import { z } from "zod";
import { officerRoleSchema, type Officer } from "#shared/ipc/officer-views.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";

const rolesSchema = z.array(officerRoleSchema);

export const storedOfficers = (db: Database): Officer[] =>
  db
    .all(sql.selectFrom("officer").selectAll().orderBy("name"))
    .map(({ name, roles }) => ({ name, roles: rolesSchema.parse(JSON.parse(roles)) }));

export function saveOfficer(db: Database, { name, roles }: Officer): void {
  const row = { roles: JSON.stringify(roles) };
  db.run(
    sql
      .insertInto("officer")
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column("name").doUpdateSet(row)),
  );
}

export function deleteOfficer(db: Database, name: string): void {
  db.run(sql.deleteFrom("officer").where("name", "=", name));
}
