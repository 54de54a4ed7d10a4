import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { appError, errorCodes } from "#shared/errors.ts";
import type { SheetModel } from "#shared/paper/sheet-model.ts";
import { fail, ok } from "#shared/result.ts";
import { fileFailure } from "../engine/file-failures.ts";
import type { Answer } from "../engine/types.ts";
import { appRuntime } from "./app-runtime.ts";

export interface PrintedFile {
  readonly file: string;
  readonly pages: number;
}

const resultSchema = z.object({
  files: z.array(z.object({ file: z.string(), pages: z.number() })),
  error: z.object({ code: z.enum(errorCodes), params: z.record(z.string(), z.string()) }).optional(),
});

/** Turns sheets into PDF in the app's own print window, started for just this. Paths are absolute. */
export async function printSheets(
  jobs: readonly { readonly model: SheetModel; readonly out: string }[],
): Promise<Answer<PrintedFile[]>> {
  const runtime = appRuntime();
  if (!runtime.ok) return runtime;
  const scratch = mkdtempSync(join(tmpdir(), "taizhang-print-"));
  try {
    for (const { out } of jobs) mkdirSync(dirname(out), { recursive: true });
    const job = join(scratch, "job.json");
    writeFileSync(job, JSON.stringify({ jobs }), { mode: 0o600 });
    const said = await runApp(runtime.value, job);
    const result = `${job}.result.json`;
    if (!existsSync(result)) return fail(appError("print-failed", { detail: said }));
    const { files, error } = resultSchema.parse(JSON.parse(readFileSync(result, "utf8")));
    return error ? fail(error) : ok(files);
  } catch (error) {
    const failure = fileFailure(error, dirname(jobs[0]?.out ?? "."));
    if (failure) return fail(failure);
    throw error;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function runApp(
  { command, args, env }: { command: string; args: string[]; env: NodeJS.ProcessEnv },
  job: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const app = spawn(command, [...args, "--print-job", job], { env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    app.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-2000);
    });
    app.on("error", reject);
    app.on("close", () => resolve(said));
  });
}
