import type { Words } from "../words.ts";

export const officers: Words<"officers"> = {
  title: "People who report on this computer",
  text: "Names stay on this computer. Drafts note whoever is working; switch at the top right.",
  name: "Name",
  namePlaceholder: "For example: Officer A",
  add: "Add",
  remove: "Stop listing {{name}}",
  atWork: "Working now",
  role_filler: "Fills in",
  role_reviewer: "Checks",
  role_head: "Signs off",
  nobody: "No names yet",
  working: "Who is working",
  manage: "Add or remove people",
  switched: "{{name}} is working now",
  lock: "Lock",
  lockNoKey: "Lock (set a passphrase first)",
  lockUnsaved: "Some changes are not saved yet, so the window stays open. Try saving again first.",
  lockTitle: "Locking the window",
  lockAfter: "Lock after a pause of",
  lockAfter_never: "Never",
  lockAfter_5: "5 minutes",
  lockAfter_10: "10 minutes",
  lockAfter_30: "30 minutes",
  lockText:
    "Once locked, only the passphrase is taken, also after a restart; what is half written is saved first. The lock keeps passers-by out; it does not encrypt the data files.",
  lockNothing:
    "No passphrase is set, so there is nothing to lock with. Once one is, the window locks after a pause of 10 minutes unless you choose otherwise.",
  lockedTitle: "Locked",
  lockedText: "Everything written is saved. Give this computer's passphrase to go on.",
  lockedForgotten:
    "If it is forgotten, your maintainer renews the keys on this computer by the command line; no data are lost.",
  unlock: "Unlock",
  passphrase: "Passphrase",
};
