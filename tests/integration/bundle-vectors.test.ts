import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { KnownPlans, Trust, Verdict } from "#main/bundle/types.ts";
import { verifyBundle } from "#main/bundle/verify.ts";
import { SUITE_NAMES } from "#shared/bundle/identifiers.ts";
import { heldReasonSchema, REJECTION_REASONS } from "#shared/bundle/reasons.ts";
import {
  bundleVectors,
  identityIn,
  suiteOfVector,
  vectorFile,
  VECTORS,
  type BundleVector,
} from "../support/vectors.ts";

// Hundreds of real verifications a test: a loaded machine must not fail it.
vi.setConfig({ testTimeout: 120_000 });

/** What a verifier says of a vector: `admitted`, or `held` or `rejected` and why. */
type Said = string;

interface Verifier {
  readonly name: string;
  judge(vector: BundleVector): Promise<Said>;
}

const product: Verifier = { name: "the product", judge: async (vector) => saidOf(await verdictOn(vector)) };

/** `docs/verify-bundle.py`, written from the page alone: it judges the whole index in one go. */
const python: Verifier = {
  name: "the verifier in Python",
  judge: (vector) => {
    saidByPython ??= pythonVerdicts();
    return Promise.resolve(saidByPython[vectors.indexOf(vector)] ?? "nothing");
  },
};
let saidByPython: readonly Said[] | null = null;

function pythonVerdicts(): Said[] {
  const script = join(VECTORS, "..", "verify-bundle.py");
  const index = join(VECTORS, "vectors.json");
  const output = execFileSync("python3", [script, "--vectors", index], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return verdictsSchema
    .parse(JSON.parse(output))
    .map(({ status, reason }) => (reason === null ? status : `${status}: ${reason}`));
}

const verdictsSchema = z.array(
  z.object({ file: z.string(), status: z.string(), reason: z.string().nullable() }),
);

/** Every program that judges bundles, one column each. */
const VERIFIERS: readonly Verifier[] = [product, python];

const vectors = bundleVectors();
const expected = ({ status, reason }: BundleVector): Said =>
  reason === null ? status : `${status}: ${reason}`;
const saidOf = (verdict: Verdict): Said =>
  verdict.status === "admitted" ? "admitted" : `${verdict.status}: ${verdict.reason}`;

async function verdictOn({ file, known, trust, identity }: BundleVector): Promise<Verdict> {
  const identities = identity === undefined ? [] : [identityIn(identity)];
  let before: Trust = { roots: trust, revocations: [], plans: null, identities };
  for (const name of known) before = learning(before, await verifyBundle(vectorFile(name), before));
  return verifyBundle(vectorFile(file), before);
}

/** What a verdict rests on once that bundle has been taken. */
function learning(trust: Trust, verdict: Verdict): Trust {
  if (verdict.status !== "admitted") throw new Error(`a bundle taken as known is ${saidOf(verdict)}`);
  const { plan, root, revocations } = verdict.bundle;
  return {
    ...trust,
    plans: plan === undefined ? trust.plans : withPlan(trust.plans, plan),
    revocations:
      root && revocations
        ? [...trust.revocations, { root: root.fingerprint, list: revocations.list }]
        : trust.revocations,
  };
}

const withPlan = (
  plans: KnownPlans | null,
  {
    value,
    digest,
  }: { readonly value: { readonly id: string; readonly version: number }; readonly digest: string },
): KnownPlans => ({ id: value.id, versions: new Map([...(plans?.versions ?? []), [value.version, digest]]) });

describe.each(VERIFIERS)("$name", ({ judge }) => {
  test.each(SUITE_NAMES)("gives the verdict of the page on every vector of %s", async (suite) => {
    const ofSuite = vectors.filter((vector) => suiteOfVector(vector) === suite);
    expect(ofSuite.length).toBeGreaterThan(250);
    const wrong: string[] = [];
    for (const vector of ofSuite) {
      const said = await judge(vector);
      if (said !== expected(vector))
        wrong.push(`${vector.file}: ${said}, not ${expected(vector)}. ${vector.what}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("the vectors", () => {
  test.each(SUITE_NAMES)("of %s show every reason there is, and every status", (suite) => {
    const reasons = new Set(
      vectors.filter((vector) => suiteOfVector(vector) === suite).map(({ reason }) => reason),
    );
    expect(reasons).toEqual(new Set([null, ...REJECTION_REASONS, ...heldReasonSchema.options]));
  });

  test("say of a reason the status that it has", () => {
    const held: readonly string[] = heldReasonSchema.options;
    for (const { status, reason } of vectors)
      expect(status).toBe(reason === null ? "admitted" : held.includes(reason) ? "held" : "rejected");
  });

  test("are all the files that lie there, and each verdict stands there once", () => {
    const files = SUITE_NAMES.flatMap((suite) =>
      readdirSync(join(VECTORS, suite)).map((name) => `${suite}/${name}`),
    );
    expect(new Set(vectors.map(({ file }) => file))).toEqual(new Set(files));
    const circumstances = vectors.map(({ file, known, trust, identity }) =>
      JSON.stringify([file, known, trust, identity]),
    );
    expect(new Set(circumstances).size).toBe(circumstances.length);
  });
});
