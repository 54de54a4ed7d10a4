import { expect, test } from "vitest";
import { runStep } from "../../checks/step.ts";

const ending = (code: number): readonly string[] => ["node", "-e", `process.exit(${code})`];

test("a check counts as one", async () => {
  expect(await runStep({ name: "sound", command: ending(0) })).toMatchObject({ passed: 1, failed: 0 });
  expect(await runStep({ name: "faulty", command: ending(1) })).toMatchObject({ passed: 0, failed: 1 });
  expect(await runStep({ name: "absent", command: ["no-such-program"] })).toMatchObject({
    passed: 0,
    failed: 1,
  });
});

test("a runner that ran nothing has failed", async () => {
  const nothing = { name: "nothing", command: ending(0) };
  expect(await runStep({ ...nothing, count: () => null })).toMatchObject({ passed: 0, failed: 1 });
  expect(await runStep({ ...nothing, count: () => ({ passed: 0, failed: 0 }) })).toMatchObject({ failed: 1 });
});

test("a runner that ends badly has failed although its tests passed", async () => {
  const step = { name: "crashed", command: ending(1), count: () => ({ passed: 3, failed: 0 }) };
  expect(await runStep(step)).toMatchObject({ passed: 3, failed: 1 });
});
