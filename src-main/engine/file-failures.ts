import { appError, type AppError } from "#shared/errors.ts";

/** Turns what the file system says into a failure a person can act on; null where it is none of those. */
export function fileFailure(error: unknown, path: string): AppError | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return appError("file-not-found", { path });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return appError("folder-not-writable", { path });
    case "ENOSPC":
    case "EDQUOT":
      return appError("disk-full", { path });
    case "EISDIR":
    case "EIO":
    case "EMFILE":
      return appError("file-unreadable", { path });
    default:
      return null;
  }
}
