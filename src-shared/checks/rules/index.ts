import type { Rule } from "../../plan/schema.ts";
import type { RuleCheck } from "../check-context.ts";
import { chainExceedsTotal } from "./chain-exceeds-total.ts";
import { completedWithoutEvidence } from "./completed-without-evidence.ts";
import { creditCode } from "./credit-code.ts";
import { dateRange } from "./date-range.ts";
import { enterpriseExceedsCounty } from "./enterprise-exceeds-county.ts";
import { jump } from "./jump.ts";
import { negative } from "./negative.ts";
import { notANumber } from "./not-a-number.ts";
import { notWhole } from "./not-whole.ts";
import { numeratorExceedsDenominator } from "./numerator-exceeds-denominator.ts";
import { partExceedsWhole } from "./part-exceeds-whole.ts";
import { partMissing } from "./part-missing.ts";
import { priorMismatch } from "./prior-mismatch.ts";
import { revenueMismatch } from "./revenue-mismatch.ts";
import { scale } from "./scale.ts";
import { statusRegressed } from "./status-regressed.ts";
import { targetFarExceeded } from "./target-far-exceeded.ts";
import { textTooLong } from "./text-too-long.ts";
import { textUnchanged } from "./text-unchanged.ts";
import { valueVanished } from "./value-vanished.ts";
import { ytdFalls } from "./ytd-falls.ts";

/** The code behind each kind of rule that a plan can name. */
export const ruleChecks: Readonly<Record<Rule["kind"], RuleCheck>> = {
  "not-a-number": notANumber,
  negative,
  "not-whole": notWhole,
  "part-missing": partMissing,
  "part-exceeds-whole": partExceedsWhole,
  "numerator-exceeds-denominator": numeratorExceedsDenominator,
  "ytd-falls": ytdFalls,
  "credit-code": creditCode,
  "date-range": dateRange,
  "text-too-long": textTooLong,
  "revenue-mismatch": revenueMismatch,
  "chain-exceeds-total": chainExceedsTotal,
  "enterprise-exceeds-county": enterpriseExceedsCounty,
  "prior-mismatch": priorMismatch,
  "value-vanished": valueVanished,
  "status-regressed": statusRegressed,
  jump,
  scale,
  "text-unchanged": textUnchanged,
  "completed-without-evidence": completedWithoutEvidence,
  "target-far-exceeded": targetFarExceeded,
};
