import type { Words } from "../words.ts";

export const reasons: Words<"reasons"> = {
  "not-a-bundle": "This is not a bundle. Choose a .tzb or .tzb.age file.",
  "cannot-decrypt":
    "It cannot be opened: it was not encrypted to this computer. Ask the sender to check the addressee and write it again.",
  damaged:
    "The file is damaged, perhaps not fully copied. Ask for a fresh copy, or have it written again by its digest.",
  "too-large": "The file exceeds the permitted size. Ask the sender to reduce the attachments.",
  "unexpected-entry":
    "The bundle holds something unlisted or lacks something. Ask the sender to write it again.",
  "newer-format": "A newer version wrote it and this one cannot read it. Update the program.",
  "unsupported-suite": "Its signature algorithm is not supported here. Ask the sender to use the agreed one.",
  "bad-encoding": "Its content is not in the required form. Ask the sender to write it with this program.",
  "unknown-root":
    "It does not come from an office whose fingerprint was compared. Compare the fingerprint by telephone.",
  "bad-signature":
    "The signature does not hold; the content may have been changed. Do not use it; ask for another in person.",
  "digest-mismatch": "The content differs from what was signed: changed or damaged. Ask for another copy.",
  "expired-certificate":
    "It was written outside the laptop's enrolment. Ask the sender to check the date or to enrol again.",
  revoked:
    "The laptop that wrote it is revoked. Ask the office to check and keep it by name if it is needed.",
  "wrong-role": "The signing laptop may not write this kind of bundle. Find out who wrote it.",
  "wrong-unit": "It holds records that are not this unit's. Find out which laptop wrote it.",
  "wrong-plan": "It rests on another plan than this computer's. Compare the plan versions.",
  "malformed-record":
    "Some records are not in the required form; nothing was imported. Ask the sender to update the program.",
  "newer-plan": "It rests on a newer plan and waits; it is processed when that plan bundle arrives.",
  unreadable:
    "The file cannot be read; another program may be using it, or the stick is not plugged in. Copy it again and retry.",
  duplicate: "This bundle was imported before and is not counted twice; there is nothing to do.",
  gap: "An earlier bundle has not come; merging need not wait. Ask for the missing one.",
  fork: "The same number came twice with different content: this laptop may have been copied or restored from an old backup. Check by telephone.",
  clock: "The time of writing does not fit the time of receipt; ask the sender to check the date.",
  late: "It arrived after the due day and counts as late; the data merge as usual and need not be sent again.",
};
