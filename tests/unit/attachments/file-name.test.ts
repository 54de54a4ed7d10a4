import { describe, expect, it } from "vitest";
import { attachmentKind } from "#shared/attachments/attachment-kind.ts";
import { safeFileName } from "#shared/attachments/file-name.ts";

describe("a name from outside", () => {
  it.each([
    ["负极材料二期投产证明.pdf", "负极材料二期投产证明.pdf"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\Windows\\x.pdf", "C__Windows_x.pdf"],
    ["con.txt", "_con.txt"],
    [".bashrc", "bashrc"],
    ["证明.pdf. . ", "证明.pdf"],
    ["报告\u202efdp.exe", "报告fdp.exe"],
    ["x.pdf:evil.exe", "x.pdf_evil.exe"],
    ["", "_"],
    [`${"长".repeat(300)}.docx`, `${"长".repeat(100)}.docx`],
  ])("%j becomes %j", (given, safe) => expect(safeFileName(given)).toBe(safe));
});

it.each([
  ["现场.JPG", true],
  ["表.xlsx", true],
  ["版式.ofd", true],
  ["表.xlsm", false],
  ["证明.pdf.exe", false],
  ["网页.html", false],
  ["图.svg", false],
  ["没有后缀", false],
  ["x.constructor", false],
])("%s is opened: %s", (name, opens) => expect(attachmentKind(name).opens).toBe(opens));
