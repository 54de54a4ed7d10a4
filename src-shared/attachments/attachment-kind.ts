/** Kinds of files by the ending of their names. `opens`: harmless enough to hand to the program that shows it. */

interface AttachmentKind {
  readonly type: string;
  readonly opens: boolean;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

const OPENED: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  ofd: "application/ofd",
  txt: "text/plain",
  zip: "application/zip",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
  webp: "image/webp",
  tif: "image/tiff",
  tiff: "image/tiff",
  doc: "application/msword",
  docx: `${OFFICE}.wordprocessingml.document`,
  xls: "application/vnd.ms-excel",
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  ppt: "application/vnd.ms-powerpoint",
  pptx: `${OFFICE}.presentationml.presentation`,
  wps: "application/vnd.ms-works",
  et: "application/vnd.wps-et",
  dps: "application/vnd.wps-dps",
};

/** Judged by the last ending alone: `表.pdf.exe` is an `exe`. Macros (`docm`, `xlsm`) and scripts are not opened. */
export function attachmentKind(name: string): AttachmentKind {
  const ending = /\.([0-9A-Za-z]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const type = Object.hasOwn(OPENED, ending) ? OPENED[ending] : undefined;
  return { type: type ?? "application/octet-stream", opens: type !== undefined };
}

/** The ending that files of a type have; `bin` where it is none of those opened. */
export const endingOf = (type: string): string =>
  Object.entries(OPENED).find(([, known]) => known === type)?.[0] ?? "bin";
