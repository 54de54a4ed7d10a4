import type { Words } from "../words.ts";

export const errors: Words<"errors"> = {
  "no-workspace": "No workspace is open. Create one, or open an existing one.",
  "workspace-exists": "This folder already holds a workspace. Open it, or choose an empty folder.",
  "folder-not-writable":
    "This folder cannot be written to. Choose another, or check the stick's write protection.",
  "disk-full":
    "The disk is full and nothing was written. Free some space and try again; saved data are unchanged.",
  "file-not-found": "This file is not there any more; it may have been moved or renamed. Choose it again.",
  "file-unreadable":
    "This file cannot be read; another program may hold it, or it is damaged. Close that program or copy it again.",
  "not-a-workspace": "This folder is not a workspace. Choose the one that holds the ledger's data.",
  "newer-workspace": "A newer version made this workspace; it was left untouched. Update the program first.",
  "damaged-workspace":
    "The workspace's data file is damaged and was not opened. Keep it, restore a backup or ask the maintainer.",
  "damaged-backup":
    "This file is no whole backup; nothing was restored and nothing written. Use another backup.",
  "backup-too-large":
    "The workspace is larger than a backup file can be; none was written. Close the program and copy the whole folder.",
  "file-exists": "This file exists already and was not replaced. Choose another name.",
  "workspace-in-use": "This workspace is open in another window. Close that window first.",
  "wrong-role":
    "This step does not belong to this computer: counties fill in, the office reviews and rolls up.",
  "unknown-unit": "The plan has no such unit. Check the unit, or import the office's latest plan bundle.",
  "nothing-missing":
    "Nothing that is past due is missing in this period, so there is no reminder. See Completeness.",
  "no-receipt":
    "No receipt has been written for what came in this period, so there is none to print. Write the receipt first.",
  "unknown-department":
    "No task of this unit is given to that department. Check its name, or set it in Tasks first.",
  "unknown-period": "The plan has no such reporting period. Choose another.",
  "unknown-item":
    "The plan has no such item; a newer version may have dropped it. Import the latest plan bundle.",
  "invalid-plan": "The plan file failed its checks and was not taken. Ask the office for another.",
  "plan-too-large": "This file is over 4 MB and cannot be a plan; it was not read. Choose another one.",
  "plan-file-changed":
    "The file changed after you looked at it and was not loaded. Choose it again and look at the changes once more.",
  "unknown-plan-version": "This computer does not hold that version of the plan. Choose another one.",
  "paste-too-large": "The pasted block is too large; nothing was written. Copy less at a time.",
  "invalid-input": "What was entered does not meet the rules and was not saved. Check it and enter it again.",
  "no-plan-bundle": "There is no plan bundle of the office here. Choose the one it sent, a .tzb file.",
  "fingerprint-mismatch":
    "The fingerprint does not match the plan bundle; it was not taken. Call the office and do not use this file.",
  "fingerprint-incomplete":
    "The fingerprint is incomplete: all 64 characters must be compared. Compare it group by group.",
  "no-key": "This laptop has no passphrase yet. Set one under Submissions.",
  "key-exists": "This laptop already has a passphrase.",
  "wrong-passphrase": "The passphrase is wrong. Check capitals and the input method, then type it again.",
  "locked-key": "The key is locked and nothing was signed. Enter this laptop's passphrase and try again.",
  "app-locked": "The program is locked. Give the passphrase first.",
  "officer-at-work": "This person is working now and stays listed. Switch to somebody else first.",
  "unknown-officer": "Nobody of that name works on this computer. Add the name in settings first.",
  "weak-passphrase":
    "The passphrase is too short or too simple. Use at least 10 characters and no runs of digits.",
  "no-key-store":
    "This computer's system has no key store that protects a passphrase; it was not kept. Type it each time.",
  "damaged-key":
    "The key file is damaged, so signing is impossible; your entries are all there. Restore a backup or enrol again.",
  "no-root":
    "This computer does not hold the root key and cannot certify, revoke, or change or publish the plan. Do it on the PC where the office’s workspace was created.",
  "not-enrolled":
    "This laptop is not enrolled and cannot submit; entry and printing still work. Export an enrolment request first.",
  "no-trusted-office":
    "The office's fingerprint has not been compared, so its files cannot be trusted yet. Compare it by telephone.",
  "outside-certificate":
    "This laptop's enrolment is not valid today; nothing was signed. Check the date, or ask the office to renew it.",
  "certificate-revoked":
    "The office has revoked this laptop; nothing was signed and your entries are all there. Contact the office, and ask for enrolment again if needed.",
  "request-refused":
    "This request was refused and nothing was granted. Take the refusal back under Units and laptops first, then compare by telephone.",
  "device-mismatch":
    "The device number does not match the request; nothing was granted. Compare it by telephone.",
  "suite-mismatch":
    "This computer’s keys use another algorithm than the office’s and cannot be certified. Import the office’s plan bundle there, replace its keys, and ask again.",
  "self-test-failed":
    "The cryptographic self-test failed; the program may be damaged or altered, and no workspace was opened. Install it again; the data are untouched.",
  "unknown-device": "There is no request from this device. Import its enrolment request first.",
  "already-granted": "This device is already enrolled.",
  "nothing-to-submit":
    "There is nothing to submit: what is filled in has been submitted, the rest is empty or invalid.",
  "nothing-to-receipt": "There are no new decisions, so no receipt is needed.",
  "nothing-to-exchange":
    "This laptop has handed over nothing yet, so there is nothing to exchange. Submit first.",
  "nothing-to-recover":
    "Nothing has been received from this unit, so nothing can be recovered. Receive first.",
  "no-sister":
    "No other computer of this unit is known here, so nothing can be encrypted for it. Exchange once unencrypted (--plain), or ask the office for a recovery bundle.",
  "no-recipient":
    "No authorised computer could open this bundle, so it was not written. Authorise one first, or write it unencrypted (--plain).",
  "unknown-bundle":
    "No single bundle here has this digest; it may be too short. Check it against the file name or the receipt.",
  "attachment-empty": "This file is empty and was not added. Check the original and add it again.",
  "attachment-too-large":
    "This file is larger than 20 MB and was not added. Make it smaller or split it, then add it again.",
  "attachment-too-many":
    "A task takes at most 20 files; the others were not added. Join or compress them, then add them again.",
  "attachment-refused": "{{name}}: {{why}}",
  "attachment-missing":
    "The attachment “{{name}}” of task {{task}} is not here or was changed, so nothing was submitted; all entries are kept. Add the original again in data entry, or remove it there.",
  "attachment-gone":
    "The original of this attachment is not on this computer. Ask the reporting unit for another copy.",
  "attachment-not-opened":
    "Files of this kind are not opened from here, since they can do harm. Save it, make sure of it, then open it.",
  "no-review-copy":
    "No review copy of this period was printed yet, so nothing was attached. Print one first.",
  "no-program":
    "No program on this computer could open this file. Save it and look at it on another computer.",
  "period-locked": "The office has locked this period. Contact the office if a correction is needed.",
  "snapshot-too-large":
    "The period rests on more register rows than one final roll-up holds. Ask whoever maintains the program before making it.",
  "comment-required": "A return or a verified value needs its reason. Say what is wrong and how to mend it.",
  "nothing-to-decide":
    "There is nothing left to decide here; it may have been done already. Refresh and look again.",
  "conflict-undecided": "This item has two different values; the reporting unit has to settle on one first.",
  "own-entry":
    "The office entered this item itself: once in force it counts and needs no review. To change it, correct it under Office entries.",
  "own-conflict":
    "The office's own computers entered this item differently: the office settles it itself. Choose a version under Conflicts and give the reason.",
  "no-figure-of-item":
    "No city figure is made of this item: there is no version to use meanwhile. Return it; the unit settles it.",
  "no-conflict": "This item is no longer in conflict.",
  "unknown-revision":
    "The chosen version is not there; something may just have been imported. Refresh and choose again.",
  "merge-disputed":
    "The versions changed the same place and cannot be joined. Take one of them and add the rest in data entry.",
  "unknown-indicator":
    "The plan has no such indicator, or no figure for that chain. Check the id; counted per chain, it ends in a slash and the chain.",
  "chain-needed":
    "This indicator is counted per chain and has no total. Name the chain: the id, a slash, the chain.",
  "no-figure":
    "Nobody has reported this indicator for this period, so there is nothing to trace. Choose another period, or wait for the data.",
  "export-not-built": "There is no such export. Use what stands in the brackets.",
  "workbook-unreadable":
    "This file is no workbook that can be read, or it is damaged; nothing was written. Open it in a spreadsheet, save it as .xlsx or .csv and try again.",
  "workbook-too-large":
    "The workbook is too large and was not read: at most 10 MB, 5000 rows and 100 columns a sheet, 20000 characters a cell. Remove what is superfluous and try again.",
  "workbook-without-cover":
    "Nothing says which unit and period this workbook is of; it was not read. Use a workbook that this program wrote, with its first sheet.",
  "workbook-of-other-unit":
    "This workbook is another unit's; it was not read. Check the file, or take it in on that unit's computer.",
  "write-failed":
    "The file was not written; existing data are unchanged. Check the disk or stick and try again.",
  "bundle-missing":
    "The original of this package is not in this computer’s archive. Write it again on a computer that wrote it or took it in.",
  "bundle-rejected": "This bundle failed verification and was not imported; the ledger is unchanged.",
  "invalid-time": "The time is not in the right form. Check the computer's date and time.",
  "no-browser": "The component that lays out sheets is missing. Install the program again.",
  "print-failed": "The print file was not made. Try again, or choose another place to save it.",
  "not-built": "This version does not have this function yet.",
  unexpected:
    "Something unexpected happened; it is recorded as {{id}}. Nothing was changed; tell the maintainer this number.",
};
