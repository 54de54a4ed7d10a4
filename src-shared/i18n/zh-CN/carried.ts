/** 沿用: what stands from an earlier period until it is changed. */
export const carried = {
  title: "沿用，待确认",
  from: "{{period}}答的是不涉及，没有变化的可以沿用。",
  reason: "理由：{{reason}}",
  stands: "仍不涉及",
  allStand: "{{count}} 项都仍不涉及",
  contact: "沿用自{{period}}，没有变化的不用重填。",
  row: "沿用，待确认",
} as const;
