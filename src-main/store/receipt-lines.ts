import type { BundleNo } from "./bundles.ts";
import type { Database } from "./database.ts";
import { sql } from "./database.ts";

/** What receipts say of bundles. */

export interface ReceiptLine {
  readonly bundle: string;
  readonly status: "merged" | "rejected";
  readonly reason: string | null;
  readonly receivedAt: string;
}

/** What receipts say of a bundle: `merged` beats any other word, whatever order they arrive in. */
export function receiptLine(db: Database, bundle: string): ReceiptLine | undefined {
  const row = db.get(
    sql
      .selectFrom("receipt_line")
      .select(["status", "reason", "received_at"])
      .where("bundle", "=", bundle)
      .orderBy("status")
      .orderBy("received_at", "desc")
      .limit(1),
  );
  if (row === undefined) return undefined;
  const status = row.status === "merged" ? "merged" : "rejected";
  return { bundle, status, reason: row.reason, receivedAt: row.received_at };
}

/** `receipt` is the bundle that says so; with it the line goes. */
export function saveReceiptLine(db: Database, receipt: BundleNo, line: ReceiptLine): void {
  const row = { status: line.status, reason: line.reason, received_at: line.receivedAt };
  db.run(
    sql
      .insertInto("receipt_line")
      .values({ bundle: line.bundle, receipt, ...row })
      .onConflict((conflict) => conflict.columns(["bundle", "receipt"]).doUpdateSet(row)),
  );
}

/** Bundles that receipts speak of and this workspace does not have, by digest: `merged` beats any other word. */
export function receiptLinesOfUnknown(db: Database): ReceiptLine[] {
  const rows = db.all(
    sql
      .selectFrom("receipt_line")
      .leftJoin("bundle", "bundle.digest", "receipt_line.bundle")
      .select("receipt_line.bundle")
      .distinct()
      .where("bundle.no", "is", null)
      .orderBy("receipt_line.bundle"),
  );
  return rows.flatMap((row) => receiptLine(db, row.bundle) ?? []);
}
