import { certificateSchema } from "#shared/bundle/certificate.ts";
import { enrolRequestSchema } from "#shared/bundle/enrolment.ts";
import {
  refusalSchema,
  type DeviceView,
  type EnrolEventView,
  type SeriesView,
} from "#shared/ipc/device-views.ts";
import { deviceIdSchema } from "#shared/ledger/record.ts";
import { unitKeySchema } from "#shared/plan/ids.ts";
import { bundlesOfKind } from "../../store/bundles.ts";
import { enrolEvents, type EnrolEvent } from "../../store/enrol-events.ts";
import type { CertificateTable } from "../../store/tables.ts";
import { certificates, requests, type StoredRequest } from "../../store/trust.ts";
import { readDeviceId } from "./device-id.ts";
import { lastAnswer } from "./refused-requests.ts";
import { seriesByDevice } from "../bundles/series-state.ts";
import type { Session } from "../session.ts";
import { isRevokedHere, knownRevocations } from "./trust.ts";

/** Requests waiting or refused, and laptops and office PCs certified, by unit. This PC itself is not among them. */
export function deviceList(session: Session): DeviceView[] {
  const { db } = session;
  const events = enrolEvents(db);
  const series = seriesByDevice(db);
  const own = readDeviceId(db);
  const rows = certificates(db).filter(({ role, device }) => role !== "root" && device !== own);
  const isGone = isRevokedHere(session);
  const keptOf = keptCounter(session);
  const issued = rows.map((row) => {
    const revoked = isGone(row) ? { at: revokedAt(events, row), kept: keptOf(row) } : null;
    return certified(row, revoked, series.get(row.device) ?? []);
  });
  const asked = requests(db).flatMap((stored) => {
    const answer = lastAnswer(events, stored);
    const isAnswered =
      answer === undefined
        ? rows.some(
            (row) => row.device === stored.device && row.granted_at >= stored.receivedAt && !isGone(row),
          )
        : answer.act === "granted";
    return isAnswered ? [] : [requested(stored, answer)];
  });
  return [...asked, ...issued].toSorted((a, b) =>
    a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.at < b.at ? -1 : 1,
  );
}

function certified(
  row: CertificateTable,
  revoked: DeviceView["revoked"],
  series: readonly SeriesView[],
): DeviceView {
  const certificate = certificateSchema.parse(JSON.parse(row.certificate));
  const { device, unit, serial, officers, notAfter } = certificate;
  return {
    device,
    unit,
    role: certificate.role === "office" ? "office" : "reporter",
    serial,
    root: row.root,
    officers: [...officers],
    state: revoked ? "revoked" : "granted",
    at: row.granted_at,
    notAfter,
    lastBundle: series.find(({ kind }) => kind === "submission")?.last ?? null,
    series: [...series],
    refused: null,
    revoked,
  };
}

function requested(stored: StoredRequest, answer: EnrolEvent | undefined): DeviceView {
  const request = enrolRequestSchema.parse(JSON.parse(stored.request));
  const isRefused = answer?.act === "refused";
  return {
    device: request.device,
    unit: request.unit,
    role: request.role,
    serial: null,
    root: null,
    officers: [...request.officers],
    state: isRefused ? "refused" : "requested",
    at: stored.receivedAt,
    notAfter: null,
    lastBundle: null,
    series: [],
    refused: isRefused ? { at: answer.at, why: refusalSchema.parse(answer.why) } : null,
    revoked: null,
  };
}

/** The first time counts: naming more to keep later revokes nothing anew. */
const revokedAt = (events: readonly EnrolEvent[], { device, serial }: CertificateTable): string | null =>
  events.find((event) => event.act === "revoked" && event.device === device && event.serial === serial)?.at ??
  null;

function keptCounter(session: Session): (row: CertificateTable) => number {
  const known = knownRevocations(session);
  return ({ root, serial }) => {
    const kept = known
      .filter((list) => list.root === root)
      .flatMap(({ list }) => list.revoked.filter((entry) => entry.serial === serial))
      .flatMap(({ keep }) => keep);
    return new Set(kept).size;
  };
}

/** What came in and what this office did about it, newest first. */
export function enrolLog({ db }: Session): EnrolEventView[] {
  const asked = bundlesOfKind(db, "enrol-request", ["admitted"]).map((row): EnrolEventView => ({
    at: row.received_at,
    act: "requested",
    device: deviceIdSchema.parse(row.device),
    unit: unitKeySchema.parse(row.unit),
    serial: null,
    why: null,
  }));
  const done = enrolEvents(db).map(({ at, act, device, unit, serial, why }): EnrolEventView => ({
    at,
    act,
    device: deviceIdSchema.parse(device),
    unit: unitKeySchema.parse(unit),
    serial,
    why: refusalSchema.nullable().parse(why),
  }));
  // What was done at the same moment was done in this order.
  return [...asked, ...done].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).toReversed();
}
