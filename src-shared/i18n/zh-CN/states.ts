/** The ten words of an item's state; no other words are used for them anywhere. */
export const states = {
  empty: "未填",
  draft: "草稿",
  invalid: "有误",
  warned: "待说明",
  sealed: "已上报",
  accepted: "已接收",
  returned: "已退回",
  conflict: "不一致",
  na: "不涉及",
  resubmitted: "已重报",
  explained: "已说明",
  passed: "通过",
} as const;
