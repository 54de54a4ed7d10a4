export const conflict = {
  waiting: "待处理 {{count}}",
  hint: "同一事项两台电脑各写了一份，两份都留着。选一份为准并写明理由，再上报一次就了结。",
  empty: "没有不一致的事项",
  emptyText: "同事用另一台电脑也报了同一事项、内容不同时，会列在这里。",
  take: "以哪一份为准",
  reason: "理由",
  reasonPlaceholder: "如：版本一已与企业核对",
  resolve: "采用版本{{no}}，存为草稿",
  resolveNone: "先选一份",
  resolved: "已存为草稿，下一次上报后生效",
  chosen: "已选定，等上报",
  chosenText: "已选定一份，存为草稿，下一次上报后生效。要改的，重新选一份。",
} as const;
