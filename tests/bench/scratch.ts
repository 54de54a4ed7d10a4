import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";

export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), "taizhang-bench-"));
