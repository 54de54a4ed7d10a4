import type { Words } from "../words.ts";

export const papers: Words<"papers"> = {
  title: "Paper",
  count: "{{period}}: received {{received}} of {{all}}",
  local: "Noted on this PC alone; travels in no package",
  scan: "Scan, or type the check code",
  scanOf: "Check code of {{unit}}",
  scanText:
    "Scan the QR code of the progress sheets one after the other, or type the 16 digits. The unit is ticked by itself.",
  compare: "Compare",
  missing: "Missing",
  at: "received {{at}}",
  type: "Type the check code of {{unit}}",
  check_agrees: "Agrees",
  check_differs: "Differs; print and stamp again",
  check_changed: "Data changed since",
  "check_no-data": "No data yet",
  check_unchecked: "Not compared",
  said_agrees: "{{unit}}: agrees",
  said_differs: "{{unit}}: differs (paper and data are not the same; ask the unit to print and stamp again)",
  said_changed: "{{unit}}: the data changed since; ask the unit to print and stamp again",
  "said_no-data": "{{unit}}: received; no data of it yet, compared once they come",
  said_unchecked: "{{unit}}: received, not compared",
  elsewhere: "Of another unit or period",
  nobody: "No unit's data have this check code. Press the QR mark beside the unit and type it again.",
  unreadable: "This is no check code. Scan the QR code of the progress sheet, or type the 16 digits.",
};
