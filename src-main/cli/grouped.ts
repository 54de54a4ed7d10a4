/** 校验码 as it is read out: groups of four. */
export const grouped = (digits: string): string => (digits.match(/.{4}/g) ?? []).join(" ");
