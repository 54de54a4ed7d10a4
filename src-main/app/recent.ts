import { workspaceViewSchema } from "#shared/ipc/workspace-view.ts";
import type { EngineCall } from "../engine-host/protocol.ts";
import type { PreferencesStore, RecentWorkspace } from "./preferences.ts";

const kept = 8;

/** The list with `opened` first and once. */
export const withRecent = (recent: readonly RecentWorkspace[], opened: RecentWorkspace): RecentWorkspace[] =>
  [opened, ...recent.filter(({ dir }) => dir !== opened.dir)].slice(0, kept);

/** Passes calls on and remembers which workspaces were opened. A disk that refuses to remember does no harm. */
export function rememberWorkspaces(call: EngineCall, preferences: PreferencesStore): EngineCall {
  return async (channel, input, context) => {
    const answer = await call(channel, input, context);
    if (answer.ok && (channel === "workspace.open" || channel === "workspace.create")) {
      const view = workspaceViewSchema.safeParse(answer.value);
      if (view.success) {
        const { dir, role, unit, name } = view.data;
        const opened = { dir, role, name: role === "reporter" ? unit.name : name };
        try {
          preferences.update({ recent: withRecent(preferences.get().recent, opened) });
        } catch {
          // Nothing depends on it.
        }
      }
    }
    return answer;
  };
}
