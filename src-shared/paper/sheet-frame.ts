import type { Plan } from "../plan/schema.ts";
import type { SheetHead, SheetMargin, SheetSign } from "./sheet-model.ts";
import { titleLines } from "./plan-words.ts";

/** Titles are set in 22 pt: 20 characters fit 156 mm, 33 fit 257 mm. */
const TITLE_PER_LINE = { portrait: 20, landscape: 33 } as const;

export const SAMPLE_MARK = "样例数据";

export interface FrameInput {
  readonly plan: Plan;
  readonly sheetName: string;
  readonly orientation: keyof typeof TITLE_PER_LINE;
  readonly unitFull: string;
  readonly state?: string | null;
  /** `附件2`. */
  readonly annex?: string | undefined;
  /** 表号, 制定机关, 批准（备案）文号, 有效期至. */
  readonly form?: readonly string[] | undefined;
}

export const sheetHead = (frame: FrameInput): SheetHead => ({
  annex: frame.annex ?? null,
  title: titleLines(frame.plan, frame.sheetName, TITLE_PER_LINE[frame.orientation]),
  state: frame.state ?? null,
  form: [...(frame.form ?? [])],
  unitName: frame.unitFull,
});

/** `mark` names the kind of copy; where the box of page 1 says it already (`boxed`), page 1 marks the sample alone. */
export function sheetMargin(margin: {
  readonly run: string;
  readonly mark: string;
  readonly boxed: boolean;
  readonly sample: boolean;
  readonly foot: string;
  readonly stamp: string;
}): SheetMargin {
  const sample = margin.sample ? SAMPLE_MARK : "";
  const mark = [margin.mark, sample].filter((word) => word !== "").join("　");
  return {
    run: `${margin.run}（续）`,
    mark,
    markFirst: margin.boxed ? sample : mark,
    foot: margin.foot,
    stamp: margin.stamp,
  };
}

/** The signature row as it is signed by hand. */
export const EMPTY_SIGN: SheetSign = {
  head: "",
  reviewer: "",
  filler: "",
  phone: "",
  date: "　　年　月　日",
};
