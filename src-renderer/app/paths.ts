/** Paths as the program hands them over; the separator is the one they already use. */
const separatorOf = (path: string): string => (path.includes("\\") ? "\\" : "/");

export function joinPath(folder: string, name: string): string {
  const separator = separatorOf(folder);
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

export const fileName = (path: string): string => path.slice(path.lastIndexOf(separatorOf(path)) + 1);

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf(separatorOf(path)));

/** A name that can be a folder's on every system. */
export const folderName = (text: string): string => text.replace(/[\\/:*?"<>|]/g, "").trim();
