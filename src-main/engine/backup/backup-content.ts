/** What a backup holds: the database, and the files of these folders of the workspace. */

export const DATABASE = "workspace.sqlite3";
export const FOLDERS = ["archive", "attachments", "quarantine", "keys"] as const;

/** What a ZIP file without ZIP64 can hold, with room for its directory. */
export const MOST_BYTES = 4_000_000_000;

const NAME =
  /^(?:workspace\.sqlite3|(?:archive|attachments|quarantine|keys)\/[0-9A-Za-z][0-9A-Za-z.-]{0,199})$/;

/** Whether an entry is one that a backup has; no other name is ever used as a path. */
export const isBackupEntry = (name: string): boolean => NAME.test(name);
