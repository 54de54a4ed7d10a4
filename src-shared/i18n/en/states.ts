import type { Words } from "../words.ts";

export const states: Words<"states"> = {
  empty: "Empty",
  draft: "Draft",
  invalid: "Invalid",
  warned: "To explain",
  sealed: "Submitted",
  accepted: "Accepted",
  returned: "Returned",
  conflict: "In conflict",
  na: "Not applicable",
  resubmitted: "Resubmitted",
  explained: "Explained",
  passed: "Passed",
};
