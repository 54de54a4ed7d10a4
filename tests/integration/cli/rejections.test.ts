import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { quarantinePath } from "#main/engine/inbox/quarantine.ts";
import { closeSession, openWorkspace } from "#main/engine/workspace/workspace.ts";
import { bundleByDigest } from "#main/store/bundles.ts";
import { quarantined } from "#main/store/quarantined.ts";
import { SUITE_NAMES, type SuiteName } from "#shared/bundle/identifiers.ts";
import { REJECTION_REASONS, type HeldReason, type RejectionReason } from "#shared/bundle/reasons.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { createTranslator } from "#shared/i18n/translator.ts";
import {
  bundleVectors,
  suiteOfVector,
  vectorFile,
  VECTORS,
  type BundleVector,
} from "../../support/vectors.ts";
import { dependencies, must, TestClock } from "../../support/workspaces.ts";
import { taizhang, type Said } from "./run.ts";

/** Every refusal there is, typed as a person would meet it: a laptop that trusts the office is handed the vectors. */

// Hundreds of files kept durably, on a machine that others use too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const CODES: readonly (RejectionReason | HeldReason)[] = [...REJECTION_REASONS, "newer-plan"];
const pathOf = (vector: BundleVector): string => join(VECTORS, vector.file);

/**
 * Vectors that stand under what the laptop knows: the office's root, version 1 of the plan, no identity of theirs.
 * NOTE: a list that a refused bundle brings counts all the same. The one that revokes the unit's own laptop stays out,
 * and the one that revokes the office's comes last.
 */
function handedOver(suite: SuiteName): readonly BundleVector[] {
  const plan = bundleVectors().find(({ file }) => file === `${suite}/plan-1.tzb`);
  const fitting = bundleVectors().filter(
    ({ known, trust, identity, reason, file }) =>
      reason !== null &&
      identity === undefined &&
      trust.join() === plan?.trust.join() &&
      known.join() === plan.file &&
      file.startsWith(`${suite}/`) &&
      !file.endsWith("/revoked-before-wrong-role.tzb"),
  );
  const isLast = ({ reason }: BundleVector): boolean => reason === "revoked";
  return [...fitting.filter((vector) => !isLast(vector)), ...fitting.filter(isLast)];
}

/** One vector for every code. */
function oneOfEach(vectors: readonly BundleVector[]): readonly BundleVector[] {
  const first = new Map(vectors.toReversed().map((vector) => [vector.reason, vector]));
  return vectors.filter((vector) => first.get(vector.reason) === vector);
}

const importedSchema = z.object({
  ledger: z.string(),
  bundles: z.array(
    z.object({
      file: z.string(),
      digest: z.string().nullable(),
      kind: z.string().nullable(),
      status: z.string(),
      reason: z.string().optional(),
    }),
  ),
});

interface Laptop {
  readonly vectors: readonly BundleVector[];
  readonly before: Said;
  readonly imported: Said;
  readonly after: Said;
  readonly dir: string;
}

const folder = mkdtempSync(join(tmpdir(), "taizhang-rejections-"));
const laptops = new Map<SuiteName, Laptop>();
/** A dry run of one vector a code, for people. */
const told = new Map<"zh" | "en", Said>();
beforeAll(async () => {
  for (const suite of SUITE_NAMES) laptops.set(suite, await laptopOf(suite));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function laptopOf(suite: SuiteName): Promise<Laptop> {
  const dir = join(folder, suite);
  const vectors = handedOver(suite);
  const trust = vectors[0]?.trust[0] ?? "";
  const plan = join(VECTORS, suite, "plan-1.tzb");
  const at = ["--at", "2024-04-05T01:00:00Z"];
  const member = ["--role", "reporter", "--unit", "360981", "--from", plan, "--trust", trust];
  const created = await taizhang([...at, "workspace", "create", dir, ...member]);
  if (created.exit !== 0) throw new Error(created.err);
  const digest = () => taizhang(["--json", "ledger", "digest", "-w", dir]);
  const before = await digest();
  if (suite === "ed25519-sha256") {
    const trial = ["import", "-w", dir, "--dry-run"];
    // The one that brings a list is tried alone: a trial judges all its files by all that they bring.
    const [alone, others] = [true, false].map((isAlone) =>
      oneOfEach(vectors)
        .filter(({ reason }) => (reason === "revoked") === isAlone)
        .map(pathOf),
    );
    for (const language of ["zh", "en"] as const) {
      const revoked = await taizhang(["--lang", language, ...trial, ...(alone ?? [])]);
      const rest = await taizhang(["--lang", language, ...trial, ...(others ?? [])]);
      told.set(language, { ...rest, out: rest.out + revoked.out });
    }
  }
  const imported = await taizhang([...at, "--json", "import", "-w", dir, ...vectors.map(pathOf)]);
  return { vectors, before, imported, after: await digest(), dir };
}

function requireLaptop(suite: SuiteName): Laptop {
  const laptop = laptops.get(suite);
  if (laptop === undefined) throw new Error(`no laptop of ${suite}`);
  return laptop;
}

/** What is sound in itself but none of a reporter's laptop is refused as such before its content is looked at. */
const FOREIGN = new Set(["enrol-request", "enrol-grant", "office-exchange"]);
function reasonHere({ reason }: BundleVector, kind: string | null): string | null {
  const code = REJECTION_REASONS.find((known) => known === reason);
  const isContent =
    code !== undefined && REJECTION_REASONS.indexOf(code) > REJECTION_REASONS.indexOf("wrong-unit");
  return isContent && kind !== null && FOREIGN.has(kind) ? "wrong-unit" : reason;
}

describe.each(SUITE_NAMES)("a laptop under an office of %s", (suite) => {
  test("is handed a bundle for every code there is", () => {
    const { vectors } = requireLaptop(suite);
    expect(new Set(vectors.map(({ reason }) => reason))).toEqual(new Set(CODES));
    expect(vectors.every((vector) => suiteOfVector(vector) === suite)).toBe(true);
  });

  test("refuses each with its code, or holds it, and exits with 1", () => {
    const { imported, vectors } = requireLaptop(suite);
    const { bundles } = importedSchema.parse(imported.json);
    expect(imported.exit).toBe(1);
    expect(imported.err).toBe("");
    expect(bundles.map(({ file, status, reason }) => [basename(file), status, reason])).toEqual(
      vectors.map((vector, i) => [
        basename(vector.file),
        vector.status,
        reasonHere(vector, bundles[i]?.kind ?? null),
      ]),
    );
  });

  test("has the ledger digest that it had before", () => {
    const { before, imported, after } = requireLaptop(suite);
    expect(before.json).toMatchObject({ revisions: 0, decisions: 0 });
    expect(after.out).toBe(before.out);
    expect(before.json).toMatchObject({ digest: importedSchema.parse(imported.json).ledger });
  });

  test("keeps refused files in quarantine byte by byte, and held bundles as held", () => {
    const { vectors, dir, imported } = requireLaptop(suite);
    const { bundles } = importedSchema.parse(imported.json);
    const session = must(openWorkspace(dependencies(new TestClock("2024-04-05T01:00:00.000Z")), dir));
    try {
      const refused = new Map(quarantined(session.db).map(({ sha256, name }) => [sha256, name]));
      for (const [i, vector] of vectors.entries()) {
        const sha256 = createHash("sha256").update(vectorFile(vector.file)).digest("hex");
        if (vector.status === "held") {
          expect(bundleByDigest(session.db, bundles[i]?.digest ?? "")?.status).toBe("held");
          expect(refused.has(sha256)).toBe(false);
        } else {
          expect([vector.file, refused.get(sha256)]).toEqual([vector.file, basename(vector.file)]);
          expect(existsSync(quarantinePath(dir, sha256))).toBe(true);
        }
      }
    } finally {
      closeSession(session);
    }
  });
});

describe("what a person is told", () => {
  test.each([
    ["zh-CN", "zh", /^[\u4e00-\u9fff].*[。；，：].*(?:请|不要|导入).*。$/u],
    [
      "en",
      "en",
      /^[A-Z][^\u4e00-\u9fff]*[.;] .*(?:[Aa]sk|Choose|Compare|Contact|Find out|Update|processed)\b.*\.$/u,
    ],
  ] as const)(
    "of every code in %s says what it is, and then what to do",
    (interfaceLanguage, language, form) => {
      const t = createTranslator(interfaceLanguage);
      const { out, exit } = told.get(language) ?? { out: "", exit: null };
      expect(exit).toBe(1);
      for (const code of CODES) {
        const sentence = reasonSentence(t, code);
        expect(out).toContain(`${code}: ${sentence}`);
        expect(sentence).toMatch(form);
      }
    },
  );
});
