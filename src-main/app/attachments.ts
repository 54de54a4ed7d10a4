import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dialog, shell, type BrowserWindow } from "electron";
import type { z } from "zod";
import { attachmentKind } from "#shared/attachments/attachment-kind.ts";
import { safeFileName } from "#shared/attachments/file-name.ts";
import { appError } from "#shared/errors.ts";
import type { namedFileSchema } from "#shared/ipc/attachment-views.ts";
import { fail, ok } from "#shared/result.ts";
import type { EngineCall } from "../engine-host/protocol.ts";
import type { HostCall, Handlers } from "../ipc/host-handlers.ts";
import type { PreferencesStore } from "./preferences.ts";
import { dialogWords } from "./words.ts";

interface AttachmentParts {
  readonly engine: EngineCall;
  readonly preferences: PreferencesStore;
  readonly documentsDir: string;
  readonly mainWindow: () => BrowserWindow;
  readonly logFailure: (where: string, error: unknown) => string;
  /** Told once, when the program ends. */
  readonly onQuit: (clean: () => void) => void;
}

type NamedFile = z.infer<typeof namedFileSchema>;

/** 附件 on their way out of the workspace: the engine writes and verifies, the desktop shows. */
export function createAttachmentHandlers(
  parts: AttachmentParts,
): Handlers<"attachment.open" | "attachment.save"> {
  const { engine, logFailure } = parts;
  let folder: string | null = null;

  /** Of this account alone, and gone when the program ends. */
  function openedFolder(): string {
    if (folder === null) {
      const made = mkdtempSync(join(tmpdir(), "taizhang-"));
      folder = made;
      parts.onQuit(() => {
        try {
          rmSync(made, { recursive: true, force: true });
        } catch (error) {
          // NOTE: Windows keeps what another program still shows.
          logFailure("clearing opened attachments", error);
        }
      });
    }
    return mkdtempSync(join(folder, "f-"));
  }

  const copy = ({ sha256, size }: NamedFile, to: string, { progress, signal }: HostCall) =>
    engine("attachment.copy", { sha256, size, to }, { progress, signal });

  return {
    "attachment.open": async (file, call) => {
      const name = safeFileName(file.name);
      if (!attachmentKind(name).opens) return fail(appError("attachment-not-opened", { name }));
      const to = join(openedFolder(), name);
      const copied = await copy(file, to, call);
      if (!copied.ok) return copied;
      // What is changed in the copy would be lost: let it be opened for reading.
      chmodSync(to, 0o400);
      const problem = await shell.openPath(to);
      if (problem === "") return ok({});
      return fail(
        appError("no-program", { name, id: logFailure("opening an attachment", new Error(problem)) }),
      );
    },
    "attachment.save": async (file, call) => {
      const { canceled, filePath } = await dialog.showSaveDialog(parts.mainWindow(), {
        title: dialogWords(parts.preferences.get().language).saveAttachment,
        defaultPath: join(parts.documentsDir, safeFileName(file.name)),
      });
      if (canceled || filePath === "") return ok({ file: null });
      const copied = await copy(file, filePath, call);
      return copied.ok ? ok({ file: filePath }) : copied;
    },
  };
}
