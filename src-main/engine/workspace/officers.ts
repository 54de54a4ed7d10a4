import type { Officer, OfficerRole } from "#shared/ipc/officer-views.ts";
import { officerRoleSchema } from "#shared/ipc/officer-views.ts";
import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { writeFact } from "../../store/facts.ts";
import { deleteOfficer, saveOfficer, storedOfficers } from "../../store/officers.ts";
import type { Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * 填报人, 审核人, 负责人 of one laptop. Who works now stands as the author of drafts; nobody proves who they are by it:
 * the laptop signs, the names say who answers.
 */

/** Everyone known here; whoever set the workspace up fills in, unless something else was said of them. */
export function officersOf({ db, name }: Session): Officer[] {
  const stored = storedOfficers(db);
  if (name === "" || stored.some((officer) => officer.name === name)) return stored;
  return [{ name, roles: ["filler"] as OfficerRole[] }, ...stored];
}

/** Adds a person or changes their roles. Whoever works now stays. */
export function putOfficer(session: Session, officer: Officer): Answer<Officer[]> {
  saveOfficer(session.db, { name: officer.name, roles: inOrder(officer.roles) });
  return ok(officersOf(session));
}

/** Takes a name out of what is offered; what the person wrote stays theirs. */
export function removeOfficer(session: Session, name: string): Answer<Officer[]> {
  if (name === session.officer) return fail(appError("officer-at-work", { name }));
  // NOTE: whoever set the workspace up is known without being stored, so that name is kept without a role.
  if (name === session.name) saveOfficer(session.db, { name, roles: [] });
  else deleteOfficer(session.db, name);
  return ok(officersOf(session));
}

/** Who works from now on. */
export function switchOfficer(session: Session, name: string): Answer<Session> {
  if (!officersOf(session).some((officer) => officer.name === name))
    return fail(appError("unknown-officer", { name }));
  writeFact(session.db, "officer", name);
  session.officer = name;
  return ok(session);
}

/** Names that signed off are offered next time. */
export function rememberSigners(session: Session, signers: Readonly<Record<OfficerRole, string>>): void {
  for (const role of officerRoleSchema.options) rememberOfficer(session, signers[role], role);
}

export function rememberOfficer(session: Session, signed: string, role: OfficerRole): void {
  const name = signed.trim();
  const known = officersOf(session).find((officer) => officer.name === name);
  if (known?.roles.includes(role) === true) return;
  saveOfficer(session.db, { name, roles: inOrder([...(known?.roles ?? []), role]) });
}

const inOrder = (roles: readonly OfficerRole[]): OfficerRole[] =>
  officerRoleSchema.options.filter((role) => roles.includes(role));
