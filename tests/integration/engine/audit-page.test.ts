import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SUITE_NAMES } from "#shared/bundle/identifiers.ts";
import { exportLedger } from "#main/engine/ledger/export-ledger.ts";
import { ledgerDigest } from "#main/engine/ledger/ledger-audit.ts";
import { auditedCity, type AuditedCity } from "../../support/audited-city.ts";
import { must, removeCity } from "../../support/workspaces.ts";

/** `docs/operations/audit.md`, carried out: its own commands check an export, with openssl and a shell alone. */

const PAGE = join(import.meta.dirname, "..", "..", "..", "docs", "operations", "audit.md");
const page = readFileSync(PAGE, "utf8");
const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);

it("the page has nine blocks, each under its number", () => {
  expect(blocks).toHaveLength(9);
  expect([...page.matchAll(/^## 第(\d)块/gm)].map(([, no]) => Number(no))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

interface Audited {
  readonly said: string;
  readonly wrong: readonly string[];
}

/** What a person sees who puts both files into an empty folder and runs the page's blocks there. */
async function audit(
  made: AuditedCity,
  lines: readonly string[],
  fingerprint: string,
  upTo = blocks.length,
): Promise<Audited> {
  const folder = mkdtempSync(join(made.scene.folder, "audit-"));
  writeFileSync(join(folder, "ledger.jsonl"), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, "fingerprint.txt"), `${fingerprint.match(/.{4}/g)?.join(" ") ?? ""}\r\n`);
  const said = await new Promise<string>((resolve) => {
    execFile(
      "sh",
      ["-c", blocks.slice(0, upTo).join("\n")],
      { cwd: folder, env: { PATH: process.env["PATH"] } },
      (_, out) => resolve(out),
    );
  });
  const wrong = join(folder, "audit", "wrong");
  return { said, wrong: existsSync(wrong) ? readFileSync(wrong, "utf8").trimEnd().split("\n") : [] };
}

describe.each(SUITE_NAMES.map((suite) => [suite] as const))("an export under %s", (suite) => {
  let made: AuditedCity;
  let lines: readonly string[];

  beforeAll(async () => {
    made = await auditedCity(suite);
    const written = must(await exportLedger(made.office, made.scene.out()));
    const text = readFileSync(written.file, "utf8");
    expect(text.length).toBeGreaterThan(0);
    lines = text.trimEnd().split("\n");
    expect(lines.filter((line) => line.startsWith('{"type":"bundle"'))).toHaveLength(written.bundles);
  }, 120_000);
  afterAll(() => {
    made.scene.close();
    removeCity(made.city);
  });

  it("is JSON line by line: header, trust, bundles, records", () => {
    const types = lines.map((line): string => JSON.parse(line).type);
    expect([...new Set(types)]).toEqual([
      "header",
      "certificate",
      "revocations",
      "bundle",
      "entry",
      "revision",
      "decision",
    ]);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      format: "taizhang-ledger-export",
      roots: [made.city.fingerprint],
      ledger: ledgerDigest(made.office),
    });
  });

  it("holds throughout, and says the ledger digest", async () => {
    const { said, wrong } = await audit(made, lines, made.city.fingerprint);
    expect(wrong).toEqual([]);
    expect(said).toContain("全部相符");
    expect(said).toContain(ledgerDigest(made.office).digest);
    expect(said).toContain("without a signature: 2");
  }, 120_000);

  it("does not hold under another root's fingerprint", async () => {
    const other = made.city.fingerprint.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    const { wrong } = await audit(made, lines, other, 3);
    expect(wrong).toEqual([
      expect.stringContaining("not this root"),
      expect.stringContaining("signature of the root"),
    ]);
  }, 60_000);

  it("shows every place where it was tampered with, and no other", async () => {
    const find = (start: string, ...holding: readonly string[]): string => {
      const found = lines.find(
        (line) => line.startsWith(start) && holding.every((text) => line.includes(text)),
      );
      if (found === undefined) throw new Error(`no line ${start} ${holding.join(" ")}`);
      return found;
    };
    const nameOf = (line: string): string => String(JSON.parse(line).digest);
    const submissionOf = (unit: string): string =>
      find('{"type":"bundle"', '"kind":"submission","status"', `"unit":"${unit}","v":1}}`);
    const signatures = (line: string): string => line.replace(/"signature":"[^"]*"/, '"signature":"AAAA"');
    const [gaoan, tonggu] = [submissionOf("360983"), submissionOf("360926")];
    const changed = find('{"type":"revision"', '"rd_expenditure":"900"');
    const request = find('{"type":"bundle"', '"kind":"enrol-request"');
    const plan = find('{"type":"bundle"', '"kind":"plan"');
    const planFile = find('{"type":"entry"', '"path":"plan.json"');
    const list = find('{"type":"revocations"');
    const dropped = find('{"type":"revision"', nameOf(tonggu));
    const tampered = lines
      .filter((line) => line !== dropped)
      .map((line) => {
        if (line === changed) return line.replace('"900"', '"901"');
        if (line === request) return line.replace('"sequence":1', '"sequence":2');
        if (line === plan || line === list) return signatures(line);
        return line === planFile ? line.replace("宜春", "宜昌") : line;
      });
    const { said, wrong } = await audit(made, tampered, made.city.fingerprint);
    expect(said).toContain("does not hold");
    const changedId = String(JSON.parse(changed).id);
    const expected = [
      "revocation list",
      `manifest digest ${nameOf(request)}`,
      `signature ${nameOf(request)}`,
      `signature ${nameOf(plan)}`,
      `file digest plan.json ${nameOf(plan)}`,
      `digest of the revisions ${nameOf(gaoan)}`,
      `missing revisions ${nameOf(tonggu)}`,
      `record id ${changedId}`,
      "ledger digest",
    ];
    // The last block looks at one record's bundle again.
    const found = [
      ...new Set(wrong.map((line) => line.replace(/^.* \/ /, "").replace(/(ledger digest).*/, "$1"))),
    ];
    expect(found.toSorted()).toEqual(expected.toSorted());
  }, 120_000);
});
