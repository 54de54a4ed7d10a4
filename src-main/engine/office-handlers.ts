import type { officeContract } from "#shared/ipc/office-contract.ts";
import { ok } from "#shared/result.ts";
import { completenessView } from "./monitoring/completeness.ts";
import { bulkAcceptance } from "./review/bulk-acceptance.ts";
import { officeHome } from "./review/office-home.ts";
import { conflictList, reviewItems, reviewOfItem, reviewUnits } from "./review/review.ts";
import { reviewSubjects } from "./review/review-subjects.ts";
import { decide } from "./review/decide.ts";
import { evaluationView, saveEvaluation } from "./monitoring/evaluation.ts";
import { exemplaryList, markExemplary } from "./monitoring/exemplary.ts";
import { exportLedger } from "./ledger/export-ledger.ts";
import { rollupBook } from "./rollup/export-rollup.ts";
import { importFiles, inboxList } from "./inbox/inbox.ts";
import { monitoringDigest } from "./monitoring/monitoring.ts";
import { lockPeriod } from "./period/period-lock.ts";
import { comparePlans, planVersions } from "./plan/plan-versions.ts";
import { inspectPlanFile, loadPlan, revise } from "./plan/revise-plan.ts";
import { chooseProvisionally } from "./rollup/provisional.ts";
import { publishFigure } from "./rollup/publish-figure.ts";
import { markTold } from "./inbox/quarantine.ts";
import { recordEntries } from "./entry/record-entries.ts";
import { resolveConflict } from "./entry/conflicts.ts";
import { retryAside } from "./inbox/retry-aside.ts";
import { paperReceived, receivePaper, removePaper } from "./review/paper-received.ts";
import { putReminderLetter, reminderLetter } from "./paper/reminder-letter.ts";
import { putReturnPhrases, returnPhrases } from "./review/return-phrases.ts";
import { rollUpPeriod } from "./rollup/rollup.ts";
import { doubleKeyList, figureSeries, taskBoard } from "./rollup/figures.ts";
import { tableWorkbook } from "#shared/workbook/table-export.ts";
import { writeWorkbook } from "./workbook/write-workbook.ts";
import { makeSnapshot, snapshotList } from "./rollup/snapshots.ts";
import { decisionSteps, takeBack } from "./review/take-back.ts";
import { traceFigure } from "./rollup/trace.ts";
import { verifyTrace } from "./rollup/verify-trace.ts";
import { lookIntoFolder, watchFolder } from "./inbox/watched-folder.ts";
import { writeOfficeExchange } from "./exchange/office-exchange.ts";
import { writeRecovery } from "./exchange/recovery.ts";
import type { IssuedBundle } from "./bundles/issue-bundle.ts";
import { writeReceipt, type WrittenReceipt } from "./exchange/receipt.ts";
import { writtenReceipts } from "./exchange/written-receipts.ts";
import type { Session } from "./session.ts";
import type { Answer, EngineHandlers } from "./types.ts";
import { unitsToRemind } from "./paper/office-paper.ts";

/** Runs a use case on the open workspace. */
export type OnOpen = <O>(use: (opened: Session) => Promise<Answer<O>> | Answer<O>) => Promise<Answer<O>>;

/** The coordinating office's channels, answered. */
export const officeHandlers = (onOpen: OnOpen): Pick<EngineHandlers, keyof typeof officeContract> => ({
  "inbox.inspect": ({ files }, context) =>
    onOpen((opened) => importFiles(opened, files, { trial: true, context })),
  "inbox.merge": ({ files }, context) =>
    onOpen((opened) => importFiles(opened, files, { trial: false, context })),
  "inbox.list": () => onOpen((opened) => ok(inboxList(opened))),
  "inbox.tell": (input) => onOpen((opened) => markTold(opened, input)),
  "inbox.retry": () => onOpen((opened) => retryAside(opened)),
  "inbox.watch": ({ folder }) => onOpen((opened) => watchFolder(opened, folder)),
  "inbox.watched": () => onOpen((opened) => ok(lookIntoFolder(opened))),
  "office.home": ({ period }) => onOpen((opened) => officeHome(opened, period)),
  "paper.toRemind": ({ period }) => onOpen((opened) => unitsToRemind(opened, period)),
  "paper.letter": () => onOpen((opened) => reminderLetter(opened)),
  "paper.putLetter": (letter) => onOpen((opened) => putReminderLetter(opened, letter)),
  "completeness.get": (input) => onOpen((opened) => completenessView(opened, input)),
  "review.units": ({ period }) => onOpen((opened) => reviewUnits(opened, period)),
  "review.items": ({ period, unit }) => onOpen((opened) => reviewItems(opened, period, unit)),
  "review.subjects": ({ period }) => onOpen((opened) => reviewSubjects(opened, period)),
  "review.ofItem": ({ period, item }) => onOpen((opened) => reviewOfItem(opened, period, item)),
  "review.acceptable": ({ period }) => onOpen((opened) => bulkAcceptance(opened, period)),
  "review.decide": ({ decisions }) => onOpen((opened) => decide(opened, decisions)),
  "review.steps": () => onOpen((opened) => decisionSteps(opened)),
  "review.takeBack": ({ no }) => onOpen((opened) => takeBack(opened, no)),
  "review.phrases": () => onOpen((opened) => returnPhrases(opened)),
  "review.putPhrases": ({ phrases }) => onOpen((opened) => putReturnPhrases(opened, phrases)),
  "paper.received": ({ period }) => onOpen((opened) => paperReceived(opened, period)),
  "paper.receive": (input) => onOpen((opened) => receivePaper(opened, input)),
  "paper.remove": (input) => onOpen((opened) => removePaper(opened, input)),
  "period.lock": (input) => onOpen((opened) => lockPeriod(opened, input)),
  "receipt.write": ({ units, dir }) =>
    onOpen(async (opened) => {
      const written: Pick<WrittenReceipt, "unit" | "file" | "digest" | "decisions">[] = [];
      for (const unit of units) {
        const receipt = await writeReceipt(opened, unit, dir, { encrypt: true });
        if (!receipt.ok) return receipt;
        const { file, digest, decisions } = receipt.value;
        written.push({ unit, file, digest, decisions });
      }
      return ok(written);
    }),
  "receipt.list": () => onOpen((opened) => ok(writtenReceipts(opened))),
  "recovery.write": ({ unit, dir, encrypt }) =>
    onOpen(async (opened) => written(await writeRecovery(opened, unit, dir, { encrypt }))),
  "officeExchange.write": ({ dir, encrypt, all }) =>
    onOpen(async (opened) => written(await writeOfficeExchange(opened, dir, { encrypt, all }))),
  "ownEntries.record": (input) =>
    onOpen(async (opened) => {
      const sealed = await recordEntries(opened, input);
      if (!sealed.ok) return sealed;
      const { digest, manifest } = sealed.value;
      return ok({ digest, sequence: manifest.sequence, revisions: manifest.counts.revisions });
    }),
  "conflict.list": () => onOpen((opened) => ok(conflictList(opened))),
  "conflict.resolve": ({ period, item, take, comment }) =>
    onOpen((opened) => resolveConflict(opened, { period, item }, take, comment)),
  "conflict.useMeanwhile": ({ revision, ...at }) =>
    onOpen((opened) => chooseProvisionally(opened, at, revision)),
  "plan.revise": ({ edits, trial }) => onOpen((opened) => revise(opened, edits, { trial })),
  "plan.inspectFile": ({ file }) => onOpen((opened) => inspectPlanFile(opened, file)),
  "plan.load": ({ file, digest }) => onOpen((opened) => loadPlan(opened, file, digest)),
  "plan.versions": () => onOpen((opened) => ok(planVersions(opened))),
  "plan.compare": ({ from, to }) => onOpen((opened) => comparePlans(opened, from, to)),
  "rollup.get": ({ period, includePending }) =>
    onOpen((opened) => rollUpPeriod(opened, period, includePending)),
  "rollup.trace": (input) => onOpen((opened) => traceFigure(opened, input)),
  "rollup.verify": (input, context) => onOpen((opened) => verifyTrace(opened, input, context)),
  "ledger.export": ({ dir }) => onOpen((opened) => exportLedger(opened, dir)),
  "rollup.publish": (input) => onOpen((opened) => publishFigure(opened, input)),
  "snapshot.make": (input) => onOpen((opened) => makeSnapshot(opened, input)),
  "snapshot.list": ({ period }) => onOpen((opened) => snapshotList(opened, period)),
  "rollup.series": ({ period, includePending }) =>
    onOpen((opened) => figureSeries(opened, period, includePending)),
  "rollup.doubleKeys": ({ period }) => onOpen((opened) => doubleKeyList(opened, period)),
  "tasks.board": ({ period }) => onOpen((opened) => taskBoard(opened, period)),
  "monitoring.digest": ({ period }) => onOpen((opened) => monitoringDigest(opened, period)),
  "evaluation.get": ({ period }) => onOpen((opened) => evaluationView(opened, period)),
  "evaluation.save": ({ settings }) => onOpen((opened) => saveEvaluation(opened, settings)),
  "exemplary.list": () => onOpen((opened) => exemplaryList(opened)),
  "exemplary.mark": (input) => onOpen((opened) => markExemplary(opened, input)),
  "rollup.export": ({ period, includePending, format, dir }) =>
    onOpen((opened) => {
      const book = rollupBook(opened, period, includePending);
      return book.ok ? writeWorkbook(book.value, format, dir) : book;
    }),
  "table.export": ({ table, format, dir }) => onOpen(() => writeWorkbook(tableWorkbook(table), format, dir)),
});

const written = (parts: Answer<IssuedBundle[]>): Answer<{ file: string; digest: string }[]> =>
  parts.ok ? ok(parts.value.map(({ file, digest }) => ({ file, digest }))) : parts;
