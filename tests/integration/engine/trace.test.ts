import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { traceVerificationSchema, traceViewSchema, type TraceView } from "#shared/ipc/trace-view.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { archivedBytes } from "#main/store/archived-bundles.ts";
import type { Session } from "#main/engine/session.ts";
import { traceFigure } from "#main/engine/rollup/trace.ts";
import { verifyTrace } from "#main/engine/rollup/verify-trace.ts";
import { auditedCity, DECEMBER, LEADER, type AuditedCity } from "../../support/audited-city.ts";
import { cityFigures, codeOf, CONTEXT, must, removeCity } from "../../support/workspaces.ts";
import { taizhang } from "../cli/run.ts";

/** A figure walked back to what proves it. */

let made: AuditedCity;
beforeAll(async () => {
  made = await auditedCity();
}, 60_000);
afterAll(() => {
  made.scene.close();
  removeCity(made.city);
});

const answerSchema = traceViewSchema.extend({ verification: traceVerificationSchema });
const request = (indicator: string, chain?: string, includePending = false) => ({
  period: periodSchema.parse(DECEMBER),
  indicator,
  ...(chain === undefined ? {} : { chain }),
  includePending,
});
const traced = async (session: Session, indicator: string, chain?: string): Promise<TraceView> =>
  must(await traceFigure(session, request(indicator, chain)));
const unitOf = (trace: TraceView, unit: string) => trace.units.find((each) => each.unit === unit);

describe("trace T17-4 on the command line", () => {
  it("answers in its members: figure, sums, units, records, decisions, bundles, signers, verification", async () => {
    const { exit, json } = await taizhang([
      "trace",
      "T17-4",
      "-w",
      made.office.dir,
      "--period",
      DECEMBER,
      "--json",
    ]);
    expect(exit).toBe(0);
    const trace = answerSchema.parse(json);
    expect(trace).toMatchObject({
      scope: "city",
      display: "1.92",
      unit: "%",
      aggregation: "ratio-of-sums",
      sums: { rd_expenditure: "2500", revenue: "130000" },
    });
    const fengcheng = unitOf(trace, "360981");
    expect(fengcheng).toMatchObject({ state: "counted", display: "1.60" });
    expect(fengcheng?.records).toMatchObject([
      { used: true, decision: { outcome: "accepted", by: "样例汇总办" } },
      { used: false, status: "resubmitted", decision: null },
    ]);
    expect(unitOf(trace, "360926")).toMatchObject({ state: "pending", records: [{ used: false }] });
    expect(unitOf(trace, "360982")).toMatchObject({ state: "missing", records: [] });
    const kinds = trace.bundles.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(["receipt", "submission", "submission", "submission", "submission"]);
    for (const { signature } of trace.bundles)
      expect(signature).toMatchObject({ root: made.city.fingerprint, pinned: true });
    const revoked = trace.bundles.filter(({ signature }) => signature?.revoked).map(({ unit }) => unit);
    expect(revoked).toEqual(["360983"]);
    expect(trace.verification.bundles.map(({ digest }) => digest)).toEqual(
      trace.bundles.map(({ digest }) => digest),
    );
    expect(trace.verification.bundles.every(({ holds }) => holds)).toBe(true);
  });

  it("names bundles whose every signature openssl verifies, and which hold the very records", async () => {
    const trace = await traced(made.office, "T17-4");
    const records = trace.units.flatMap((unit) => unit.records);
    const named = records.flatMap(({ revision, decision, bundles }) => [
      ...bundles.map((digest) => ({ digest, id: revision.id, file: "revisions" })),
      ...(decision?.bundles ?? []).map((digest) => ({ digest, id: decision?.id, file: "decisions" })),
    ]);
    expect(named).toHaveLength(5);
    for (const { digest, id, file } of named) {
      const folder = mkdtempSync(join(made.scene.folder, "opened-"));
      writeFileSync(join(folder, "bundle.tzb"), archivedBytes(made.office.db, digest) ?? "");
      execFileSync("unzip", ["-q", "bundle.tzb"], { cwd: folder });
      for (const name of ["root", "signer"]) {
        const { publicKey } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
        writeFileSync(join(folder, `${name}.pem`), publicKey);
      }
      for (const [key, signed] of [
        ["root", "root"],
        ["root", "signer"],
        ["signer", "manifest"],
      ]) {
        const args = ["-verify", "-pubin", "-inkey", `${key}.pem`, "-rawin", "-in", `${signed}.json`];
        const said = execFileSync("openssl", ["pkeyutl", ...args, "-sigfile", `${signed}.sig`], {
          cwd: folder,
          encoding: "utf8",
        });
        expect(said).toContain("Signature Verified Successfully");
      }
      const manifest = readFileSync(join(folder, "manifest.json"));
      expect(`sha256:${createHash("sha256").update(manifest).digest("hex")}`).toBe(digest);
      const lines = readFileSync(join(folder, "records", `${file}.ndjson`), "utf8")
        .trimEnd()
        .split("\n");
      expect(lines.map((line) => createHash("sha256").update(line).digest("hex"))).toContain(id);
    }
  });

  it("says the same for people, without identifiers of inputs", async () => {
    const { out, exit } = await taizhang(["trace", "T17-4", "-w", made.office.dir, "--period", DECEMBER]);
    expect(exit).toBe(0);
    expect(out).toContain("规上工业企业研发经费支出 2,500 万元 ÷ 规上工业企业营业收入 130,000 万元");
    expect(out).toContain("没有计入：已重报，待审");
    expect(out).toContain("5 个原包已重新核验，全部相符");
    expect(out).not.toContain("rd_expenditure");
  });

  it("answers a unit's laptop with its own value, the newest it sealed", async () => {
    const trace = await traced(made.fengcheng, "T17-4");
    expect(trace).toMatchObject({ scope: "unit", display: "1.70", includesPending: true });
    expect(trace.units).toMatchObject([{ unit: "360981", records: [{ used: true }] }]);
    expect(trace.bundles.map(({ status }) => status)).toEqual(["own"]);
    expect(must(await verifyTrace(made.fengcheng, request("T17-4"), CONTEXT)).bundles).toMatchObject([
      { holds: true },
    ]);
  });
});

describe("a trace", () => {
  it("rests on the records whose inputs make the sums, for every figure that has sums", async () => {
    const { indicators } = cityFigures(made.office, DECEMBER);
    const withSums = indicators.filter(({ sums, units }) => units.reported > 0 && "revenue" in sums);
    expect(withSums.map(({ id }) => id)).toEqual(expect.arrayContaining(["T02-1", "T17-4"]));
    for (const { id, sums } of withSums) {
      const trace = await traced(made.office, id);
      const bodies = trace.units
        .flatMap(({ records }) => records.filter(({ used }) => used))
        .map(({ revision }) => revision.body);
      for (const [input, sum] of Object.entries(sums)) {
        const added = bodies.reduce(
          (total, body) =>
            total.plus("inputs" in body && body.inputs ? String(body.inputs[input] ?? "0") : "0"),
          new Decimal(0),
        );
        expect(`${id} ${input} ${added.toFixed()}`).toBe(`${id} ${input} ${sum}`);
      }
    }
  });

  it("with what waits rests on the newest values", async () => {
    const trace = must(await traceFigure(made.office, request("T17-4", undefined, true)));
    expect(trace).toMatchObject({
      includesPending: true,
      sums: { rd_expenditure: "2600", revenue: "130000" },
    });
    const [record] = unitOf(trace, "360981")?.records ?? [];
    expect(record).toMatchObject({ used: true, revision: { body: { inputs: { rd_expenditure: "1700" } } } });
  });

  it("of a register's figure leads to the rows that count in that chain, and to none in another", async () => {
    const trace = await traced(made.office, "T13-1", "new-energy");
    expect(trace).toMatchObject({ value: "1", chain: "new-energy" });
    expect(unitOf(trace, "360981")?.records).toMatchObject([{ item: LEADER, used: true }]);
    const other = await traceFigure(made.office, request("T13-1", "biomedicine"));
    expect(codeOf(other)).toBe("no-figure");
  });

  it.each([
    ["unknown-indicator", "T99-1", undefined],
    ["unknown-indicator", "T17-4", "new-energy"],
    ["unknown-indicator", "T13-1", "no-such-chain"],
    ["chain-needed", "T13-1", undefined],
    ["no-figure", "T29-1", undefined],
  ])("says %s of %s %s", async (code, indicator, chain) => {
    expect(codeOf(await traceFigure(made.office, request(indicator, chain)))).toBe(code);
  });
});

describe("verifying now", () => {
  const damaged = async (change: (office: Session, digest: string, id: string) => void) => {
    const office = made.scene.copyOf(made.office);
    const trace = await traced(office, "T17-4");
    const [record] = unitOf(trace, "360983")?.records ?? [];
    const digest = record?.bundles[0] ?? "";
    change(office, digest, record?.revision.id ?? "");
    const { bundles } = must(await verifyTrace(office, request("T17-4"), CONTEXT));
    expect(bundles.filter((each) => each.digest !== digest).every(({ holds }) => holds)).toBe(true);
    return bundles.find((each) => each.digest === digest)?.reason;
  };

  it("finds an original whose bytes were changed", async () => {
    const reason = await damaged((office, digest) => {
      const bytes = Buffer.from(archivedBytes(office.db, digest) ?? []);
      bytes.write("8", bytes.indexOf('"900"') + 1);
      office.db.prepared("UPDATE archived_bundle SET bytes = ? WHERE digest = ?").run(bytes, digest);
    });
    expect(reason).toBe("damaged");
  });

  it("finds an original that is gone", async () => {
    const reason = await damaged((office, digest) => {
      office.db.prepared("DELETE FROM archived_bundle WHERE digest = ?").run(digest);
    });
    expect(reason).toBe("bundle-missing");
  });

  it("finds a record that was changed in the ledger behind the program's back", async () => {
    const reason = await damaged((office, _, id) => {
      office.db
        .prepared("UPDATE record SET canonical = replace(canonical, '\"900\"', '\"901\"') WHERE id = ?")
        .run(id);
    });
    expect(reason).toBe("record-changed");
  });

  it("finds a record that its bundle does not hold", async () => {
    const reason = await damaged((office, digest, id) => {
      // Links the record of another unit's bundle to this one.
      const bundle = "(SELECT no FROM bundle WHERE digest = ?)";
      office.db
        .prepared(
          `INSERT INTO bundle_record (bundle, record)
           SELECT ${bundle}, no FROM record WHERE item = 'indicator:T17-4' AND unit = '360981' AND id <> ? LIMIT 1`,
        )
        .run(digest, id);
    });
    expect(reason).toBe("record-missing");
  });
});
