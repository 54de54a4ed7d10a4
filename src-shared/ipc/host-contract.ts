import { z } from "zod";
import { sheetModelSchema } from "../paper/sheet-model.ts";
import { periodSchema } from "../plan/ids.ts";
import { namedFileSchema } from "./attachment-views.ts";
import { channel, none, passphrase, path, sheetRequest } from "./channel.ts";
import { roleSchema, workspaceViewSchema } from "./workspace-view.ts";

export const languageSchema = z.enum(["zh-CN", "en"]);
export const themeSchema = z.enum(["system", "light", "dark"]);

/** How the entry grid is laid out on this machine. */
export const gridLooksSchema = z.strictObject({
  density: z.enum(["compact", "normal", "loose"]),
  /** Widths in pixels of the columns that were drawn wider or narrower. */
  widths: z.record(z.string().max(20), z.int().min(40).max(800)),
});
export type GridLooks = z.infer<typeof gridLooksSchema>;

const appInfo = z.strictObject({
  version: z.string(),
  language: languageSchema,
  theme: themeSchema,
  grid: gridLooksSchema,
  workspace: workspaceViewSchema.nullable(),
  recent: z.array(z.strictObject({ dir: path, name: z.string(), role: roleSchema })),
  /** Folder in which new workspaces are proposed. */
  workspacesDir: path,
  /** The machine's calendar day, `YYYY-MM-DD`. */
  today: z.string(),
});

const keyStoreState = z.strictObject({
  /** The system keeps secrets so that only this person's account gets at them. */
  available: z.boolean(),
  /** The passphrase of the open workspace is kept. */
  remembered: z.boolean(),
});

/** Answered by the program's windows side: preferences, dialogs, printing. */
export const hostContract = {
  "app.info": channel(none, appInfo),
  "app.preferences": channel(
    z.strictObject({
      language: languageSchema.optional(),
      theme: themeSchema.optional(),
      grid: gridLooksSchema.optional(),
    }),
    appInfo,
  ),
  "files.choose": channel(
    z.strictObject({
      purpose: z.enum(["bundles", "plan-bundle", "plan", "workbook", "folder", "workspace", "attachments"]),
    }),
    z.strictObject({ paths: z.array(path) }),
  ),
  /** Data of the sheet that this hidden print window shows; refused to every other window. */
  "print.model": channel(none, sheetModelSchema),
  "print.ready": channel(none, none),
  /** What Ctrl+C, Ctrl+X or Ctrl+V does where the focus is: for a menu, which may not read the clipboard itself. */
  "window.edit": channel(z.strictObject({ command: z.enum(["copy", "cut", "paste"]) }), none),
  /** Stops reading or merging between two files; what was merged stays merged. */
  "work.cancel": channel(z.strictObject({ channel: z.enum(["inbox.inspect", "inbox.merge"]) }), none),
  /** The next rows of a long list, by the ticket that came with those before. */
  "work.next": channel(z.strictObject({ ticket: z.int() }), z.array(z.unknown())),
  "files.reveal": channel(z.strictObject({ path }), none),
  /** Shows a copy in the program for its kind; only harmless kinds. */
  "attachment.open": channel(namedFileSchema, none),
  /** Asks where to; null when the person changes their mind. */
  "attachment.save": channel(namedFileSchema, z.strictObject({ file: path.nullable() })),
  "keystore.state": channel(none, keyStoreState),
  /** Unlocks with the passphrase, then keeps it; a wrong one is not kept. */
  "keystore.remember": channel(z.strictObject({ passphrase }), keyStoreState),
  "keystore.forget": channel(none, keyStoreState),
  /** Unlocks with the passphrase that is kept; one that no longer opens the keys is dropped. */
  "keystore.unlock": channel(none, z.strictObject({ unlocked: z.boolean() })),
  "paper.preview": channel(sheetRequest, z.strictObject({ pdf: z.instanceof(Uint8Array), pages: z.int() })),
  /** Asks where to, then writes; null when the person changes their mind. */
  "paper.save": channel(sheetRequest, z.strictObject({ file: path.nullable(), pages: z.int() })),
  /** 催报单 of every unit with something missing, a file each, into a folder that is asked for; null as above. */
  "paper.saveReminders": channel(
    z.strictObject({ period: periodSchema }),
    z.strictObject({ folder: path.nullable(), files: z.int() }),
  ),
} as const;
