import type { ChannelOutput } from "#shared/ipc/contract.ts";
import { workspaceViewSchema } from "#shared/ipc/workspace-view.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import type { EngineCall } from "../engine-host/protocol.ts";
import type { CallContext } from "../engine/types.ts";
import type { Handlers } from "../ipc/host-handlers.ts";
import type { KeyStore } from "./key-store.ts";

interface KeyStoreHandlerParts {
  readonly keyStore: KeyStore;
  readonly engine: EngineCall;
  readonly logFailure: (where: string, error: unknown) => string;
}

type Channels = "keystore.state" | "keystore.remember" | "keystore.forget" | "keystore.unlock";

/** The passphrase of the open workspace and the system's key store; no answer holds it. */
export function createKeyStoreHandlers(parts: KeyStoreHandlerParts): Handlers<Channels> {
  const { keyStore, engine } = parts;

  /** Null too while the program is locked: then the person gives the passphrase, not the system. */
  async function workspaceDir({ progress, signal }: CallContext): Promise<string | null> {
    const answer = await engine("workspace.info", {}, { progress, signal });
    const view = answer.ok ? workspaceViewSchema.parse(answer.value) : null;
    return view === null || view.locked ? null : view.dir;
  }

  async function stateOf(dir: string | null): Promise<ChannelOutput<"keystore.state">> {
    const available = await keyStore.isAvailable();
    return { available, remembered: available && dir !== null && keyStore.isRemembered(dir) };
  }

  return {
    "keystore.state": async (_input, call) => ok(await stateOf(await workspaceDir(call))),
    "keystore.remember": async ({ passphrase }, call) => {
      const dir = await workspaceDir(call);
      if (dir === null) return fail(appError("no-workspace"));
      if (!(await keyStore.isAvailable())) return fail(appError("no-key-store"));
      const { progress, signal } = call;
      const unlocked = await engine("keys.unlock", { passphrase }, { progress, signal });
      if (!unlocked.ok) return unlocked;
      try {
        await keyStore.remember(dir, passphrase);
      } catch (error) {
        return fail(appError("write-failed", { id: parts.logFailure("key store", error) }));
      }
      return ok(await stateOf(dir));
    },
    "keystore.forget": async (_input, call) => {
      const dir = await workspaceDir(call);
      if (dir !== null) keyStore.forget(dir);
      return ok(await stateOf(dir));
    },
    "keystore.unlock": async (_input, call) => {
      const dir = await workspaceDir(call);
      const passphrase = dir === null ? null : await keyStore.recall(dir);
      if (dir === null || passphrase === null) return ok({ unlocked: false });
      const { progress, signal } = call;
      const unlocked = await engine("keys.unlock", { passphrase }, { progress, signal });
      if (!unlocked.ok && unlocked.error.code === "wrong-passphrase") keyStore.forget(dir);
      return ok({ unlocked: unlocked.ok });
    },
  };
}
