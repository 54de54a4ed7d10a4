import { unlockSession } from "../engine/workspace/session-keys.ts";
import { openWorkspace } from "../engine/workspace/workspace.ts";
import type { Session } from "../engine/session.ts";
import {
  periodSchema,
  unitKeySchema,
  itemSchema,
  type Item,
  type Period,
  type UnitKey,
} from "#shared/plan/ids.ts";
import { appError } from "#shared/errors.ts";
import { CommandFailure } from "./outcome.ts";
import { valueOf, type Terminal } from "./terminal.ts";

export const openForCommand = (terminal: Terminal, dir: string): Session =>
  valueOf(openWorkspace(terminal, dir));

/** With its keys unlocked, asking for the passphrase. */
export async function openUnlocked(terminal: Terminal, dir: string): Promise<Session> {
  const session = openForCommand(terminal, dir);
  return valueOf(await unlockSession(session, await terminal.passphrase()));
}

export function periodOf(text: string): Period {
  const period = periodSchema.safeParse(text);
  if (!period.success) throw new CommandFailure(appError("unknown-period", { period: text }));
  return period.data;
}

export function unitKeyOf(text: string): UnitKey {
  const unit = unitKeySchema.safeParse(text);
  if (!unit.success) throw new CommandFailure(appError("unknown-unit", { unit: text }));
  return unit.data;
}

export function itemOf(text: string): Item {
  const item = itemSchema.safeParse(text);
  if (!item.success) throw new CommandFailure(appError("unknown-item", { item: text }));
  return item.data;
}
