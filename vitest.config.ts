import { defineConfig } from "vitest/config";

const project = (name: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], environment: "node" as const },
});

export default defineConfig({
  test: {
    reporters: ["default"],
    projects: [project("unit"), project("property"), project("integration")],
  },
});
