import type { Words } from "../words.ts";

export const doubleKeys: Words<"doubleKeys"> = {
  title: "To verify",
  tableName: "To verify {{period}}",
  rule: "One key in several units counts once. Where what decides differs, the favourable answer counts only when settled; a listed company claimed by two counties counts for neither until then.",
  none: "No key is named by several units",
  noneText: "An enterprise, project or platform that two units report is listed here.",
  keyOf: "{{register}}, key {{key}}",
  "state.open": "To verify",
  "state.settled": "Settled",
  "state.agreed": "Agreed, counted once",
  settle: "Settle",
  stands: "State",
  unjudged: "To review",
  verifiedBy: "{{state}}; verified by {{by}}, {{at}}: {{comment}}",
  register: "Register",
  key: "Key",
  stateHead: "Verification",
  fields: "Content",
  settleTitle: "To verify: {{key}}",
  how: "What to do",
  "way.take-over": "One unit's answer holds for the others",
  "wayText.take-over":
    "The row of every other unit is verified with the chosen unit's answers and counts once.",
  "way.leave-out": "Count it at one unit only",
  "wayText.leave-out":
    "The row of every other unit is verified as withdrawn; what they reported stays in the ledger.",
  "way.return": "Return it to all units",
  "wayText.return":
    "Every unit gets the return and the question and reports again. It does not count until then.",
  holds: "Whose answer holds",
  comment: "Reason",
  commentHint: "Told to the units with their receipts",
  sayTakeOver: "Key {{key}} was reported by several units. After verification what {{unit}} reported holds.",
  sayLeaveOut: "Key {{key}} was reported by several units. After verification it counts at {{unit}}.",
  sayReturn:
    "Key {{key}} was reported by {{units}} with differing content. Please verify whose it is and what it says, and report again.",
  doSettle: "Settle",
  doReturn: "Return",
  settledNow: "{{key}} settled",
  returned: "{{key}} returned",
};
