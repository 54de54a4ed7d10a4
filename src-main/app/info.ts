import { join } from "node:path";
import { workspaceViewSchema, type WorkspaceView } from "#shared/ipc/workspace-view.ts";
import type { ChannelOutput } from "#shared/ipc/contract.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import type { CallContext } from "../engine/types.ts";
import type { EngineCall } from "../engine-host/protocol.ts";
import type { Handlers } from "../ipc/host-handlers.ts";
import type { PreferencesStore } from "./preferences.ts";

interface InfoParts {
  readonly version: string;
  readonly documentsDir: string;
  readonly clock: () => Date;
  readonly preferences: PreferencesStore;
  readonly engine: EngineCall;
  readonly applyTheme: (theme: "system" | "light" | "dark") => void;
  readonly logFailure: (where: string, error: unknown) => string;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Calendar day where the machine stands, `YYYY-MM-DD`. */
export const localDay = (date: Date): string =>
  `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

export function createInfoHandlers(parts: InfoParts): Handlers<"app.info" | "app.preferences"> {
  const { preferences, engine } = parts;

  async function openWorkspace(context: CallContext): Promise<WorkspaceView | null> {
    const answer = await engine("workspace.info", {}, context);
    return answer.ok ? workspaceViewSchema.parse(answer.value) : null;
  }

  async function info({ progress, signal }: CallContext): Promise<ChannelOutput<"app.info">> {
    const { language, theme, grid, recent } = preferences.get();
    return {
      version: parts.version,
      language,
      theme,
      grid,
      workspace: await openWorkspace({ progress, signal }),
      recent,
      workspacesDir: join(parts.documentsDir, "任务台账"),
      today: localDay(parts.clock()),
    };
  }

  return {
    "app.info": async (_input, call) => ok(await info(call)),
    "app.preferences": async ({ language, theme, grid }, call) => {
      try {
        preferences.update({ ...(language && { language }), ...(theme && { theme }), ...(grid && { grid }) });
      } catch (error) {
        return fail(appError("write-failed", { id: parts.logFailure("preferences", error) }));
      }
      parts.applyTheme(preferences.get().theme);
      return ok(await info(call));
    },
  };
}
