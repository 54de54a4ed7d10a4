import { appError, type AppError } from "#shared/errors.ts";

/** Why a workbook cannot be read; caught where reading begins. */
export class WorkbookRefusal extends Error {
  readonly failure: AppError;
  constructor(code: "workbook-unreadable" | "workbook-too-large", detail: string) {
    super(detail);
    this.failure = appError(code, { detail });
  }
}

export const unreadable = (detail: string): WorkbookRefusal =>
  new WorkbookRefusal("workbook-unreadable", detail);
export const tooLarge = (detail: string): WorkbookRefusal =>
  new WorkbookRefusal("workbook-too-large", detail);
