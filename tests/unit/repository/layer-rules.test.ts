import { expect, test } from "vitest";
import { layerFault } from "../../checks/layer-rules.ts";

test.each([
  ["src-shared/errors.ts", "src-main/engine/types.ts"],
  ["src-shared/plan/ids.ts", "node:fs"],
  ["src-shared/plan/ids.ts", "electron"],
  ["src-shared/ledger/heads.ts", "src-shared/rollup/judge.ts"],
  ["src-main/engine/entry/entry.ts", "src-renderer/app/queries.ts"],
  ["src-main/engine/entry/entry.ts", "src-main/ipc/register.ts"],
  ["src-main/engine/entry/entry.ts", "electron"],
  ["src-main/engine/entry/entry.ts", "better-sqlite3"],
  ["src-main/store/records.ts", "src-main/engine/entry/entry.ts"],
  ["src-main/cli.ts", "src-main/keys/key-file.ts"],
  ["src-main/index.ts", "src-main/keys/key-file.ts"],
  ["src-main/ipc/register.ts", "src-main/store/records.ts"],
  ["src-renderer/main.tsx", "src-main/engine/types.ts"],
  ["src-renderer/main.tsx", "node:fs"],
  ["src-renderer/components/field.tsx", "src-renderer/features/entry/page.tsx"],
  ["src-renderer/features/entry/page.tsx", "src-renderer/features/review/page.tsx"],
])("%s may not import %s", (from, to) => {
  expect(layerFault(from, to)).not.toBeNull();
});

test.each([
  ["src-main/index.ts", "electron"],
  ["src-main/app/menu.ts", "electron"],
  ["src-main/engine/entry/entry.ts", "src-shared/plan/ids.ts"],
  ["src-main/engine/submission/seal.ts", "src-main/keys/key-file.ts"],
  ["src-main/store/database.ts", "better-sqlite3"],
  ["src-renderer/app/pages.ts", "src-renderer/features/entry/page.tsx"],
  ["src-renderer/features/entry/page.tsx", "src-renderer/features/entry/rows.ts"],
  ["src-renderer/features/entry/page.tsx", "src-shared/plan/ids.ts"],
])("%s may import %s", (from, to) => {
  expect(layerFault(from, to)).toBeNull();
});
