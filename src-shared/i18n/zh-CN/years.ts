/** 全年：按年并排的指标。 */
export const years = {
  title: "全年",
  tableName: "{{year}}年指标走势",
  code: "编号",
  unit: "计量单位",
  average: "年均增长",
  averageOf: "{{of}} 年中 {{years}} 年",
  yearEnds: "各年末（12月）",
  ofYear: "{{year}}年各期",
  partial: "{{reported}}/{{expected}}",
  footnote: "年均为各完整年末的几何平均，不是各年增速的平均。带分数的是数据不全：已报/应报。空缺不补 0。",
} as const;
