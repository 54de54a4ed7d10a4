/** 工作簿：写出、读入。 */
export const workbook = {
  byWorkbook: "{{name}}（据{{source}}工作簿）",
  byWorkbookOf: "{{name}}（据{{source}}工作簿，{{author}}填）",
  "why.unfit": "不在可选项中，不写入。请从填表说明里列的词中选。",
  "why.twice": "上面已有一行对同一格另有填法，这一处不写入。请留一种。",
  "why.settled": "已上报或市级已接收，不写入。确需更正的，在填报里单独开始更正。",
  "why.unknown-row": "认不出这一行是哪一项，不写入。请核对事项代码，或在填报里填。",
  rowSentence: "{{sheet}} 第{{row}}行 “{{typed}}”：{{remark}}",
} as const;
