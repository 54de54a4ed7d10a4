import { itemsFor } from "../plan/assignment.ts";
import type { Item, Period, UnitKey } from "../plan/ids.ts";
import { parseItem } from "../plan/item.ts";
import type { Plan } from "../plan/schema.ts";
import { unitFullName, unitName } from "../plan/units.ts";
import { digestLines, printedCheckCode } from "./check-code.ts";
import { itemHeading } from "./item-heading.ts";
import type { ReceiptModel } from "./office-sheet-model.ts";
import { progressPeriod } from "./progress-period.ts";
import { numberRuns } from "./section-groups.ts";
import { EMPTY_SIGN, sheetMargin } from "./sheet-frame.ts";
import { paperDay, paperMinute, writtenDay } from "./sheet-time.ts";

/** What became of one item of the package, as the receipt says it. */
export interface ReceiptItem {
  readonly item: Item;
  readonly outcome: "accepted" | "closed" | "verified" | "returned" | "conflict" | "pending";
  readonly comment: string;
  /** A task that the unit calls 已完成. */
  readonly isCompleted: boolean;
}

export interface ReceiptInput {
  readonly plan: Plan;
  readonly unit: UnitKey;
  readonly period: Period;
  /** The newest package with something of the period among those that the receipt acknowledges. */
  readonly bundle: {
    readonly digest: string;
    readonly sequence: number;
    /** Whether the one before it has come; null for the first. */
    readonly hasPrevious: boolean | null;
    readonly receivedAt: string;
    readonly isLate: boolean;
    readonly items: readonly ReceiptItem[];
    /** Of the laptop that signed. */
    readonly certificate: { readonly serial: number; readonly isRevoked: boolean } | null;
  };
  readonly receipt: { readonly digest: string; readonly sequence: number; readonly createdAt: string };
  /** When the signed sheet came, and whether its 核对码 is that of the data. */
  readonly paper: {
    readonly at: string;
    readonly check: "agrees" | "differs" | "changed" | "unchecked" | "no-data";
  } | null;
  /** Of the data now; null without any. */
  readonly checkCode: string | null;
  readonly officer: string;
  /** ISO time. */
  readonly printedAt: string;
  readonly sample: boolean;
}

/** 回执单: what came from a unit, and what the office accepted and sent back of it. */
export function receiptModel(input: ReceiptInput): ReceiptModel {
  const { plan, unit, period, bundle, receipt, printedAt, sample } = input;
  const words = progressPeriod(plan, period);
  const day = paperDay(receipt.createdAt);
  return {
    sheet: "receipt",
    head: {
      annex: null,
      title: ["回执单"],
      state: null,
      form: [],
      unitName: unitFullName(plan, unit, day),
    },
    margin: sheetMargin({
      run: `${unitName(plan, unit, day)}　${words.short}回执单`,
      mark: "",
      boxed: false,
      sample,
      foot: `回执第${receipt.sequence}号`,
      stamp: `${paperMinute(printedAt)}印`,
    }),
    sign: EMPTY_SIGN,
    notes: [],
    watermark: null,
    periodName: words.short,
    day: writtenDay(day),
    receivedAt: `${writtenDay(paperDay(bundle.receivedAt))}${paperMinute(bundle.receivedAt).slice(11)}`,
    bundle: `第${bundle.sequence}号${bundle.hasPrevious === null ? "" : bundle.hasPrevious ? "，上一号已收到" : "，上一号未收到"}`,
    timeliness: timelinessOf(input),
    device: deviceOf(bundle.certificate),
    ...paperOf(input),
    outcome: outcomeOf(bundle.items),
    digest: [`${bundle.digest.slice(0, bundle.digest.indexOf(":"))}:`, ...digestLines(hexOf(bundle.digest))],
    returned: bundle.items
      .filter(({ outcome }) => outcome === "returned")
      .map(({ item, comment }, index) => ({ no: index + 1, item: itemHeading(plan, item), comment })),
    accepted: acceptedOf(plan, bundle.items),
    officer: input.officer,
    receiptDigest: { qr: receipt.digest, lines: digestLines(hexOf(receipt.digest)) },
  };
}

const hexOf = (digest: string): string => digest.slice(digest.indexOf(":") + 1);

function timelinessOf({ plan, unit, period, bundle }: ReceiptInput): string {
  const items = new Set<string>(bundle.items.map(({ item }) => item));
  const days = new Set(
    itemsFor(plan, unit, period).flatMap(({ item, dueDate }) =>
      dueDate !== undefined && items.has(item) ? [dueDate] : [],
    ),
  );
  const due = [...days].toSorted().map((day, index, all) => {
    const [, monthDay = ""] = writtenDay(day).split("年");
    // A month is said once: 7月10日、28日.
    return all[index - 1]?.slice(0, 7) === day.slice(0, 7) ? (monthDay.split("月")[1] ?? "") : monthDay;
  });
  return `${bundle.isLate ? "迟报" : "按时"}${due.length === 0 ? "" : `（截止${due.join("、")}）`}`;
}

const deviceOf = (certificate: ReceiptInput["bundle"]["certificate"]): string =>
  certificate === null
    ? "已授权"
    : `已授权（证书第${certificate.serial}号）${certificate.isRevoked ? "，后已吊销" : ""}`;

const AGREEMENT: Readonly<Record<NonNullable<ReceiptInput["paper"]>["check"], string>> = {
  agrees: "，一致",
  differs: "，与纸质件不一致",
  changed: "，纸质件盖章后数据有改动",
  unchecked: "，未与纸质件核对",
  "no-data": "",
};

function paperOf({ paper, checkCode }: ReceiptInput): Pick<ReceiptModel, "paper" | "code"> {
  const code = checkCode === null ? "—" : printedCheckCode(checkCode);
  return paper === null
    ? { paper: "未收", code }
    : { paper: `已收，${writtenDay(paperDay(paper.at))}`, code: code + AGREEMENT[paper.check] };
}

const isAccepted = ({ outcome }: ReceiptItem): boolean =>
  outcome === "accepted" || outcome === "closed" || outcome === "verified";

function outcomeOf(items: readonly ReceiptItem[]): string {
  const count = (outcome: ReceiptItem["outcome"]): number =>
    items.filter((item) => item.outcome === outcome).length;
  return `报送${items.length}项：接收${items.filter(isAccepted).length}项，退回${count("returned")}项，版本不一致${count("conflict")}项，待审${count("pending")}项`;
}

/** Tasks by number, indicators by id, registers by name and how many; then what is more to say. */
function acceptedOf(plan: Plan, items: readonly ReceiptItem[]): string[] {
  const accepted = items.filter(isAccepted);
  if (accepted.length === 0) return ["没有。"];
  const tasks = tasksIn(accepted);
  const indicators = new Set(
    accepted.flatMap(({ item }) => {
      const parts = parseItem(item);
      return parts.kind === "indicator" ? [parts.id] : [];
    }),
  );
  const registers = plan.registers.flatMap(({ id, name }) => {
    const own = accepted.filter(
      ({ item }) => item === `register:${id}` || item.startsWith(`register:${id}/`),
    );
    return own.length === 0 ? [] : [`${name}${own.length}项`];
  });
  const open = tasksIn(accepted.filter(({ isCompleted, outcome }) => isCompleted && outcome !== "closed"));
  const closed = tasksIn(accepted.filter(({ outcome }) => outcome === "closed"));
  const verified = accepted.filter(({ outcome }) => outcome === "verified");
  return [
    `${[
      tasks.length === 0 ? "" : `重点任务第${numberRuns(tasks)}项`,
      indicators.size === 0 ? "" : `指标${[...indicators].join("、")}`,
      registers.length === 0 ? "" : `名录：${registers.join("、")}`,
    ]
      .filter((text) => text !== "")
      .join("；")}。共${accepted.length}项。`,
    ...(open.length === 0 ? [] : [`其中任务第${numberRuns(open)}项填报“已完成”，办结认定另行通知。`]),
    ...(closed.length === 0 ? [] : [`其中任务第${numberRuns(closed)}项已认定办结。`]),
    ...(verified.length === 0
      ? []
      : [`其中${verified.map(({ item }) => itemHeading(plan, item)).join("、")}按市级核定的数接收。`]),
  ];
}

const tasksIn = (items: readonly ReceiptItem[]): number[] =>
  items
    .flatMap(({ item }) => {
      const parts = parseItem(item);
      return parts.kind === "task" ? [parts.no] : [];
    })
    .toSorted((a, b) => a - b);
