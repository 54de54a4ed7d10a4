interface Numbered {
  readonly unit: string | null;
  readonly sequence: number | null;
}

/** Of what came at one time, a unit's packages stand together, the last one first. */
export function byUnitAndNumber(a: Numbered, b: Numbered): number {
  if (a.unit !== b.unit) return (a.unit ?? "") < (b.unit ?? "") ? -1 : 1;
  return (b.sequence ?? 0) - (a.sequence ?? 0);
}
