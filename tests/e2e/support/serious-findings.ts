import type { Page } from "@playwright/test";
import axe from "axe-core";
import { z } from "zod";

const findingsSchema = z.array(
  z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.string()) }),
);

/** What axe calls serious or critical in the page as it is now. */
export async function seriousFindings(page: Page): Promise<z.infer<typeof findingsSchema>> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 160)) })))`,
  );
  return findingsSchema.parse(found).filter(({ impact }) => impact === "serious" || impact === "critical");
}
