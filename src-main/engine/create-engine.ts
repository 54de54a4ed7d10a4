import { appError } from "#shared/errors.ts";
import { fail, ok } from "#shared/result.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import type { Plan } from "#shared/plan/schema.ts";
import { isReporting, mayReport } from "#shared/plan/units.ts";
import { storeFailure } from "../store/store-failures.ts";
import { deviceList, enrolLog } from "./trust/device-list.ts";
import { grantEnrolment, requestEnrolment } from "./trust/enrolment.ts";
import { writeExchange } from "./exchange/exchange.ts";
import { gridView, saveEntries } from "./entry/entry.ts";
import { tryEntries } from "./entry/try-entries.ts";
import { inspectPlanBundle } from "./plan/plan-bundle.ts";
import { markPlanRead, planNews } from "./plan/plan-news.ts";
import { sheetModel } from "./paper/paper.ts";
import { itemHistory } from "./entry/item-history.ts";
import { draftSteps, walkStep } from "./entry/undo.ts";
import { lockWorkspace, setLockAfter, unlockWorkspace } from "./workspace/app-lock.ts";
import { officeHandlers } from "./office-handlers.ts";
import { officersOf, putOfficer, removeOfficer, switchOfficer } from "./workspace/officers.ts";
import { planOfDigest } from "./plan/plans.ts";
import { publishPlan } from "./plan/publish-plan.ts";
import { refuseRequest, restoreRequest } from "./trust/refused-requests.ts";
import { previewWorkbook } from "./workbook/read-workbook.ts";
import { revocationView } from "./trust/revocation-view.ts";
import { revokeCertificate } from "./trust/revocations.ts";
import { renewKeys } from "./workspace/renew-keys.ts";
import { resendBundle } from "./bundles/resend.ts";
import { trustRoot } from "./trust/trust-root.ts";
import { attachScan, noteReviewCopy, reviewCopies } from "./submission/review-copies.ts";
import { sealSubmission } from "./submission/seal.ts";
import type { EngineDependencies, Session } from "./session.ts";
import { submissionList, unknownBundles } from "./submission/submission-list.ts";
import { submissionPreview } from "./submission/submission.ts";
import type { Answer, EngineHandlers } from "./types.ts";
import {
  createMemberWorkspace,
  createOfficeWorkspace,
  createReporterWorkspace,
} from "./workspace/create-workspace.ts";
import { bundledPlan } from "./plan/plan-files.ts";
import { selfTest } from "./workspace/self-test.ts";
import { addAttachments, pasteAttachment } from "./attachments/add-attachments.ts";
import { hasAttachment } from "./attachments/attachment-sources.ts";
import { copyAttachment } from "./attachments/hand-out-attachment.ts";
import { changeSessionPassphrase, createSessionKeys, unlockSession } from "./workspace/session-keys.ts";
import { closeSession, openWorkspace } from "./workspace/workspace.ts";
import { writeSplit, writeTemplate } from "./workbook/write-workbook.ts";
import { workspaceView } from "./workspace/workspace-view.ts";

/** The engine with at most one workspace open: every channel answered by a plain function, free of transport. */
export function createEngine(deps: EngineDependencies): EngineHandlers {
  let session: Session | null = null;
  const tested = selfTest();

  const replace = (next: Session) => {
    if (session) closeSession(session);
    session = next;
    return ok(workspaceView(next));
  };
  const adopt = (opened: Answer<Session>) => (opened.ok ? replace(opened.value) : opened);
  const open = (): Answer<Session> => (session === null ? fail(appError("no-workspace")) : ok(session));
  /** The open workspace for everything but looking at who it is and unlocking it. */
  const openUnlocked = (): Answer<Session> =>
    session?.locked === true ? fail(appError("app-locked")) : open();

  const viewOf = (changed: Answer<Session>) => (changed.ok ? ok(workspaceView(changed.value)) : changed);

  return {
    "workspace.inspectPlan": async ({ file }) => {
      if (session?.locked === true) return fail(appError("app-locked"));
      if (file !== null) {
        const read = await inspectPlanBundle(file);
        return read.ok ? ok(planFacts(read.value.plan, read.value.fingerprint)) : read;
      }
      const plan = bundledPlan(deps);
      return plan.ok ? ok(planFacts(plan.value, null)) : plan;
    },
    "workspace.create": async (input) => {
      if (!tested.ok) return tested;
      if (session?.locked === true) return fail(appError("app-locked"));
      if (input.role === "office") {
        const { from, ...request } = input;
        return adopt(
          from === undefined
            ? await createOfficeWorkspace(deps, request)
            : await createMemberWorkspace(deps, { ...request, unit: null }, from),
        );
      }
      const { from, ...request } = input;
      return adopt(
        from === undefined
          ? await createReporterWorkspace(deps, request)
          : await createMemberWorkspace(deps, request, from),
      );
    },
    "workspace.open": ({ dir }) => {
      if (session?.locked === true) return fail(appError("app-locked"));
      return tested.ok ? adopt(openWorkspace(deps, dir)) : tested;
    },
    "workspace.close": () => {
      if (session) closeSession(session);
      session = null;
      return ok({});
    },
    "workspace.info": () => run(open(), (opened) => ok(workspaceView(opened))),
    "workspace.lock": () => onOpen((opened) => viewOf(lockWorkspace(opened))),
    "workspace.lockAfter": ({ after }) => onOpen((opened) => viewOf(setLockAfter(opened, after))),
    "officers.list": () => onOpen((opened) => ok(officersOf(opened))),
    "officers.put": (officer) => onOpen((opened) => putOfficer(opened, officer)),
    "officers.remove": ({ name }) => onOpen((opened) => removeOfficer(opened, name)),
    "officers.switch": ({ name }) => onOpen((opened) => viewOf(switchOfficer(opened, name))),
    "workspace.trust": ({ fingerprint }) =>
      onOpen(async (opened) => viewOf(await trustRoot(opened, fingerprint))),
    "keys.create": ({ passphrase }) =>
      onOpen(async (opened) => viewOf(await createSessionKeys(opened, passphrase))),
    "keys.unlock": ({ passphrase }) =>
      run(open(), async (opened) => viewOf(await unlockWorkspace(opened, passphrase))),
    "keys.changePassphrase": ({ passphrase, newPassphrase }) =>
      onOpen(async (opened) => viewOf(await changeSessionPassphrase(opened, passphrase, newPassphrase))),
    "keys.renew": (input) => onOpen((opened) => (tested.ok ? renewKeys(opened, input) : tested)),
    "plan.get": ({ digest }) => onOpen((opened) => planOfDigest(opened, digest)),
    "plan.news": () => onOpen((opened) => ok(planNews(opened))),
    "plan.read": () => onOpen((opened) => ok(markPlanRead(opened))),
    "plan.publish": ({ dir }) =>
      onOpen(async (opened) => {
        const written = await publishPlan(opened, dir);
        return writtenBundle(written);
      }),
    "entry.grid": (input) => onOpen((opened) => gridView(opened, input.period)),
    "entry.try": (input) => onOpen((opened) => tryEntries(opened, input.period, input.changes)),
    "entry.save": ({ period, changes, ...by }) =>
      onOpen((opened) => saveEntries(opened, period, changes, by)),
    "entry.steps": ({ period }) => onOpen((opened) => draftSteps(opened, period)),
    "entry.undo": ({ period }) => onOpen((opened) => walkStep(opened, period, "undo")),
    "entry.redo": ({ period }) => onOpen((opened) => walkStep(opened, period, "redo")),
    "entry.history": (input) => onOpen((opened) => itemHistory(opened, input)),
    "attachment.add": ({ files }) => onOpen((opened) => ok(addAttachments(opened, files))),
    "attachment.paste": (picture) => onOpen((opened) => pasteAttachment(opened, picture)),
    "attachment.present": ({ files }) =>
      onOpen((opened) =>
        ok({ present: files.filter((file) => hasAttachment(opened, file)).map(({ sha256 }) => sha256) }),
      ),
    "attachment.copy": ({ to, ...cited }) => onOpen((opened) => copyAttachment(opened, cited, to)),
    "workbook.preview": ({ file }) => onOpen((opened) => previewWorkbook(opened, file)),
    "workbook.template": ({ period, dir }) =>
      onOpen((opened) => writeTemplate(opened, { unit: opened.unit, period }, "xlsx", dir)),
    "workbook.split": ({ period, dir }) =>
      onOpen((opened) => writeSplit(opened, { unit: opened.unit, period }, "xlsx", dir)),
    "submission.preview": (input) => onOpen((opened) => submissionPreview(opened, input.period)),
    "reviewCopy.get": ({ period }) => onOpen((opened) => reviewCopies(opened, period)),
    "reviewCopy.note": ({ period }) => onOpen((opened) => noteReviewCopy(opened, period)),
    "reviewCopy.scan": ({ no, files }) => onOpen((opened) => attachScan(opened, no, files)),
    "submission.seal": async ({ passphrase, ...request }) => {
      const opened = openUnlocked();
      if (!opened.ok) return opened;
      if (passphrase !== undefined) {
        const unlocked = await unlockSession(opened.value, passphrase);
        if (!unlocked.ok) return unlocked;
      }
      return sealSubmission(opened.value, request);
    },
    "submission.list": () => onOpen((opened) => ok(submissionList(opened))),
    "submission.unknown": () => onOpen((opened) => ok(unknownBundles(opened))),
    "bundle.resend": ({ digest, dir, encrypt }) =>
      onOpen(async (opened) => writtenBundle(await resendBundle(opened, digest, dir, { encrypt }))),
    "exchange.write": ({ dir, encrypt }) =>
      onOpen(async (opened) => writtenBundle(await writeExchange(opened, dir, { encrypt }))),
    "enrol.request": (input) =>
      onOpen(async (opened) => {
        const asked = await requestEnrolment(opened, input);
        return asked.ok ? ok({ file: asked.value.file, device: asked.value.device }) : asked;
      }),
    "enrol.list": () => onOpen((opened) => ok(deviceList(opened))),
    "enrol.grant": (input) =>
      onOpen(async (opened) => {
        const granted = await grantEnrolment(opened, input);
        return granted.ok ? ok({ file: granted.value.file, serial: granted.value.serial }) : granted;
      }),
    "enrol.refuse": ({ device, why }) => onOpen((opened) => refuseRequest(opened, device, why)),
    "enrol.restore": ({ device }) => onOpen((opened) => restoreRequest(opened, device)),
    "enrol.revocation": ({ serial }) => onOpen((opened) => revocationView(opened, serial)),
    "enrol.revoke": ({ serial, keep }) => onOpen((opened) => revokeCertificate(opened, serial, keep)),
    "enrol.log": () => onOpen((opened) => ok(enrolLog(opened))),
    ...officeHandlers(onOpen),
    "paper.model": (input) => onOpen((opened) => sheetModel(opened, input)),
  };

  /** A use case of the open workspace. What the store or another process is to blame for is an answer, not a fault. */
  function onOpen<O>(use: (opened: Session) => Promise<Answer<O>> | Answer<O>): Promise<Answer<O>> {
    return run(openUnlocked(), use);
  }

  async function run<O>(
    opened: Answer<Session>,
    use: (opened: Session) => Promise<Answer<O>> | Answer<O>,
  ): Promise<Answer<O>> {
    if (!opened.ok) return opened;
    try {
      return await use(opened.value);
    } catch (error) {
      const failure = storeFailure(error);
      if (failure) return fail(failure);
      throw error;
    }
  }
}

const writtenBundle = (written: Answer<{ readonly file: string; readonly digest: string }>) =>
  written.ok ? ok({ file: written.value.file, digest: written.value.digest }) : written;

/** What the first page asks about a plan. Units switched off can be chosen too: the office may switch them on. */
const planFacts = (plan: Plan, fingerprint: string | null) => ({
  title: plan.document.title,
  version: plan.version,
  fingerprint,
  units: plan.units
    .filter((unit) => mayReport(plan, unit.key))
    .map((unit) => ({
      key: unit.key,
      name: unit.name,
      on: isReporting(plan, unit, periodSchema.parse(plan.calendar.last)),
    })),
});
