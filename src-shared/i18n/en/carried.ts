import type { Words } from "../words.ts";

export const carried: Words<"carried"> = {
  title: "Carried over, to be confirmed",
  from: "In {{period}} this did not apply; if nothing changed, that stands. ",
  reason: "Reason: {{reason}}",
  stands: "Still does not apply",
  allStand: "All {{count}} still do not apply",
  contact: "Carried over from {{period}}; fill in only what changed.",
  row: "Carried over, to be confirmed",
};
