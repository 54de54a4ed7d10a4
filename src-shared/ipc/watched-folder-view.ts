import { z } from "zod";

/** 自动读入的文件夹: what lies in it that the office has not taken in. */
export const watchedFolderSchema = z.strictObject({
  folder: z.string().nullable(),
  readable: z.boolean(),
  /** `stamp` differs when a file of the same name is another one. */
  files: z.array(z.strictObject({ file: z.string(), stamp: z.string() })),
});
export type WatchedFolder = z.infer<typeof watchedFolderSchema>;
