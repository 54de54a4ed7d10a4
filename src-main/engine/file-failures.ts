import { appError, type AppError } from "#shared/errors.ts";

/** The same for a folder that is to be made or written into: whatever is in its way, nothing can be put there. */
export function folderFailure(error: unknown, path: string): AppError | null {
  const failure = fileFailure(error, path);
  if (failure?.code === "disk-full" || failure?.code === "file-unreadable") return failure;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const isInTheWay = code === "EEXIST" || code === "ENAMETOOLONG" || code === "EINVAL";
  return failure || isInTheWay ? appError("folder-not-writable", { path }) : null;
}

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
