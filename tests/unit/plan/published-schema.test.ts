import { expect, test } from "vitest";
import { z } from "zod";
import { basisSchema, textSchema } from "#shared/plan/basis-schema.ts";
import { decimalSchema, isoDateSchema, nameSchema, periodSchema, unitKeySchema } from "#shared/plan/ids.ts";
import {
  aggregationSchema,
  chainSchema,
  fieldSchema,
  indicatorSchema,
  inputSchema,
  planSchema,
  registerSchema,
  ruleSchema,
  scheduleSchema,
  sectionSchema,
  targetSchema,
  taskSchema,
  unitSchema,
} from "#shared/plan/schema.ts";

const PARTS = {
  aggregation: aggregationSchema,
  basis: basisSchema,
  chain: chainSchema,
  date: isoDateSchema,
  decimal: decimalSchema,
  field: fieldSchema,
  indicator: indicatorSchema,
  input: inputSchema,
  name: nameSchema,
  period: periodSchema,
  register: registerSchema,
  rule: ruleSchema,
  schedule: scheduleSchema,
  section: sectionSchema,
  target: targetSchema,
  task: taskSchema,
  text: textSchema,
  unit: unitSchema,
  unitKey: unitKeySchema,
};

/** `docs/plan.schema.json` is what the program judges `plan.json` by. After a change of the plan: `vitest run -u`. */
test("the plan's schema is published as it is", async () => {
  const metadata = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(PARTS)) metadata.add(schema, { id });
  const lost: string[] = [];
  const schema = z.toJSONSchema(planSchema, {
    metadata,
    unrepresentable: "throw",
    // NOTE: a refinement has no words in JSON Schema and would be left out without a sound.
    override: ({ zodSchema, path }) => {
      // oxlint-disable-next-line no-underscore-dangle -- the only place where checks can be seen
      const isRefined = zodSchema._zod.def.checks?.some((check) => check._zod.def.check === "custom");
      if (isRefined === true) lost.push(path.join("."));
    },
  });
  expect(lost).toEqual([]);
  await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot("../../../docs/plan.schema.json");
});
