import type { Words } from "../words.ts";

export const tasks: Words<"tasks"> = {
  heading: "{{count}} tasks of this unit",
  heading_one: "1 task of this unit",
  search: "Find a task or unit",
  no: "No.",
  task: "Task",
  lead: "Lead",
  others: "Responsible",
  due: "Due",
  standing: "standing",
  state: "This period",
  noMatch: "There is no such task",
  noMatchText: "Try another word.",
  original: "Text of the notice",
  responsible: "Responsible units",
  bound: "Also bound by the notice's clause",
  indicators: "Indicators",
  contact: "Standing contact here",
  contactHint: "Typed once, it holds until changed; a change goes with the next submission.",
  goEntry: "Fill in",
  closePanel: "Close the side panel",
};
