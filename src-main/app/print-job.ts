import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { z } from "zod";
import type { AppError } from "#shared/errors.ts";
import { sheetModelSchema } from "#shared/paper/sheet-model.ts";
import { writeFileDurably } from "../bundle/durable-file.ts";
import type { Printer } from "./printer.ts";

const sharedFileMode = 0o644;

const printJobSchema = z.strictObject({
  jobs: z.array(z.strictObject({ model: sheetModelSchema, out: z.string().refine(isAbsolute) })),
});

/** Written beside the job as `<file>.result.json`; `error` only where not everything was printed. */
interface PrintJobResult {
  readonly files: readonly { readonly file: string; readonly pages: number }[];
  readonly error?: AppError;
}

/** Prints what the file lists and says what came of it. True when every sheet was printed. Throws on a bad file. */
export async function runPrintJob(file: string, printer: Printer): Promise<boolean> {
  const { jobs } = printJobSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const files: { file: string; pages: number }[] = [];
  const printed = await printer.print(
    jobs.map(({ model }) => model),
    async ({ pdf, pages }, index) => {
      const job = jobs[index];
      if (job === undefined) throw new Error(`a sheet nobody asked for: ${index}`);
      writeFileDurably(job.out, pdf, sharedFileMode);
      files.push({ file: job.out, pages });
    },
  );
  const result: PrintJobResult = printed.ok ? { files } : { files, error: printed.error };
  writeFileDurably(`${file}.result.json`, Buffer.from(`${JSON.stringify(result)}\n`));
  return printed.ok;
}
