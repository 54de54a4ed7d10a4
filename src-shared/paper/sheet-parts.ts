import { z } from "zod";

/** Parts of a printed sheet that several sheets have. */

export const text = z.string();
export const lines = z.array(text).min(1);

/** How a row meets a page's end: stays whole, may be split, or is so tall that its short cells stand at the top. */
export const flowSchema = z.enum(["keep", "split", "tall"]);

export const headSchema = z.strictObject({
  /** 附件N, where set. */
  annex: text.nullable(),
  title: lines,
  /** The box at the right: 送审稿, 草稿. */
  state: text.nullable(),
  /** 表号, 制定机关, 批准（备案）文号, 有效期至, one line each; empty prints nothing. */
  form: z.array(text),
  unitName: text,
});

/** Margin boxes: `run` and `mark` from page 2, `markFirst` on page 1, the others on every page. */
export const marginSchema = z.strictObject({
  run: text,
  mark: text,
  markFirst: text,
  foot: text,
  stamp: text,
});

export const signSchema = z.strictObject({
  head: text,
  reviewer: text,
  filler: text,
  phone: text,
  date: text,
});

/** `blank` for handwriting; `draft` while hard findings remain; `review` 送审稿; `sealed` once submitted. */
export const stageSchema = z.enum(["blank", "draft", "review", "sealed"]);

/** 核对码 grouped 4×4 as shown, and what the QR code carries. */
export const checkSchema = z.strictObject({ code: text, qr: text });

/** What every sheet has. */
export const shared = {
  head: headSchema,
  margin: marginSchema,
  sign: signSchema,
  notes: z.array(text),
  /** 草稿 across every page. */
  watermark: text.nullable(),
};

/** What a sheet that a unit signs has besides. */
export const signedShared = {
  ...shared,
  stage: stageSchema,
  check: checkSchema.nullable(),
  /** The bundle's digest, 64 hex digits in groups, two lines; null until submitted. */
  digest: lines.nullable(),
};

/** `missing` is tinted and bold, so that it reads in black and white; a `figure` stands right. */
export const cellSchema = z.strictObject({
  text,
  tone: z.enum(["plain", "figure", "strong", "missing"]),
});
