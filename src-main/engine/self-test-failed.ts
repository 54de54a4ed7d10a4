import { appError, type AppError } from "#shared/errors.ts";
import type { SignatureSuite } from "../keys/suite.ts";

export const selfTestFailed = (failing: readonly SignatureSuite[]): AppError =>
  appError("self-test-failed", { suite: failing.map(({ name }) => name).join(", ") });
