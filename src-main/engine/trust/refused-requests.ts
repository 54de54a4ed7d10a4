import { appError } from "#shared/errors.ts";
import type { Refusal } from "#shared/ipc/device-views.ts";
import { fail, ok } from "#shared/result.ts";
import { enrolEvents, insertEnrolEvent, type EnrolEvent } from "../../store/enrol-events.ts";
import { requests, type StoredRequest } from "../../store/trust.ts";
import { now, type Session } from "../session.ts";
import type { Answer } from "../types.ts";

/**
 * Requests that the office turned down. That is local: it signs nothing, tells nobody, and can be taken back. A new
 * request of the same laptop is another one and waits like any other.
 */

export function refuseRequest(session: Session, device: string, why: Refusal): Answer<Record<string, never>> {
  return answerRequest(session, device, { act: "refused", why });
}

export function restoreRequest(session: Session, device: string): Answer<Record<string, never>> {
  return answerRequest(session, device, { act: "restored", why: null });
}

function answerRequest(
  session: Session,
  device: string,
  what: Pick<EnrolEvent, "act" | "why">,
): Answer<Record<string, never>> {
  if (session.role !== "office") return fail(appError("wrong-role"));
  const stored = requests(session.db).find((request) => request.device === device);
  if (stored === undefined) return fail(appError("unknown-device", { device }));
  const { unit, bundle } = stored;
  insertEnrolEvent(session.db, { ...what, at: now(session), device, unit, request: bundle, serial: null });
  return ok({});
}

export const isRefused = ({ db }: Session, request: StoredRequest): boolean =>
  lastAnswer(enrolEvents(db), request)?.act === "refused";

/** What was last done about this very request. */
export const lastAnswer = (
  events: readonly EnrolEvent[],
  { bundle }: StoredRequest,
): EnrolEvent | undefined => events.findLast(({ request }) => request === bundle);
