import { defineConfig } from "vitest/config";

const project = (name: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], environment: "node" as const },
});

export default defineConfig({
  test: {
    reporters: ["default"],
    // A busy machine is no defect: only what hangs is.
    hookTimeout: 300_000,
    testTimeout: 180_000,
    // Much of a test's time is waiting for programs it starts: a worker a core, not one less.
    maxWorkers: "100%",
    projects: [project("unit"), project("property"), project("integration")],
  },
});
