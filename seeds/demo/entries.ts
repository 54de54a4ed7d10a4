import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Period, UnitKey } from "#shared/plan/ids.ts";
import type { Cast } from "./cast.ts";

const entriesSchema = z.object({
  indicators: z.array(
    z.object({ indicator: z.string(), inputs: z.record(z.string(), z.union([z.string(), z.boolean()])).optional() }),
  ),
});

/** What a unit reported of its indicators in a period, from the file that was read in. */
export const entriesOf = (cast: Cast, unit: UnitKey, period: Period): z.infer<typeof entriesSchema>["indicators"] =>
  entriesSchema.parse(JSON.parse(readFileSync(join(cast.dir, "entries", `${unit}-${period}.json`), "utf8"))).indicators;
