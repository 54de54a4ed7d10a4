const MIB = 1024 * 1024;

/** What the program takes as 附件 of one task; a bundle from elsewhere may hold larger ones (`LIMITS.attachment`). */
export const ATTACHMENT_LIMITS = {
  /** Bytes of one file. */
  bytes: 20 * MIB,
  /** Files of one task. */
  files: 20,
} as const;
