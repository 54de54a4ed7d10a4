/** 市级填报 and its 生效. */
export const ownEntries = {
  checkAndRecord: "核对并生效",
  title: "市级填报生效",
  back: "回市级填报",
  toRollup: "看汇总",
  heading: "{{count}} 项将生效",
  nothing: "没有要生效的",
  nothingText: "市级填报里改过的项，核对后在这里生效。",
  sign: "填报签名",
  signText: "姓名随这一版写进台账，由这台电脑的密钥签名。",
  record: "生效 {{count}} 项",
  fillerMissing: "还缺：填报人",
  consequence:
    "生效后即计入汇总，不用审核，也没有回执。要改的，在市级填报里更正后再生效。市级其他电脑收到互换包后才有。",
  done: "已生效 {{count}} 项，已计入汇总",
  correctionText: "要改的，先开始更正；再次生效之前，汇总仍用原值。",
  conflictRule: "市级两台电脑各填了一值。选一份为准，写明理由，再到市级填报里生效。",
} as const;
