import type { HeldReason, RejectionReason, Warning } from "../../bundle/reasons.ts";

/** Why a bundle was refused or held, and what is said beside an admitted one; each with what to do next. */
export const reasons = {
  "not-a-bundle": "不是数据包文件。请选扩展名为 .tzb 或 .tzb.age 的文件。",
  "cannot-decrypt": "打不开：这个文件不是加密给这台电脑的。请对方确认收件单位后重新写出。",
  damaged: "文件已损坏，可能没有拷完。请对方重新拷贝，或按摘要重新写出一份。",
  "too-large": "文件超过允许的大小。请对方减少附件后重新写出。",
  "unexpected-entry": "包里有清单以外的内容或缺少内容。请对方重新写出。",
  "newer-format": "由更新版本的软件写出，本版本读不了。请先升级软件。",
  "unsupported-suite": "使用的签名算法本机不支持。请对方换用约定的算法。",
  "bad-encoding": "内容的写法不合格式要求。请对方用本软件重新写出。",
  "unknown-root": "不是已核对过的市级签发的。请打电话核对市级的校验码。",
  "bad-signature": "签名不符，内容可能被改动过。不要使用，请对方当面重新交一份。",
  "digest-mismatch": "内容与签名时的摘要不一致，可能被改动过或损坏。请对方重新交一份。",
  "expired-certificate": "写出的时间不在设备授权的有效期内。请对方核对电脑日期，或重新申请授权。",
  revoked: "写出它的电脑已被吊销。确需这一包的，请市级核实后指名留用。",
  "wrong-role": "签名的设备没有写这种文件的资格。请核对是谁写出的。",
  "wrong-unit": "里面有不属于该单位的内容。请核对是哪台电脑写出的。",
  "wrong-plan": "依据的计划与本机不同。请先核对双方的计划版本。",
  "malformed-record": "有的记录不合格式要求，整包没有导入。请对方升级软件后重新写出。",
  "newer-plan": "依据更新版本的计划，先放着；导入新版计划包后会自动处理。",
  unreadable: "文件读不出来，可能正被别的程序使用或U盘没有插好。请重新拷贝一份再试。",
  duplicate: "这一包以前已经导入，没有重复计入，不用处理。",
  gap: "前面还有包没有到，不妨碍合并。请对方把缺的那包补送。",
  fork: "同一编号出现两个不同的包：这台电脑可能被复制，或从旧备份恢复。请打电话核实。",
  clock: "写出时间与收到时间对不上，请对方核对电脑日期。",
  late: "在截止日之后收到，按迟报计；数据照常合并，不用再送。",
} as const satisfies Record<RejectionReason | HeldReason | Warning | "unreadable", string>;
