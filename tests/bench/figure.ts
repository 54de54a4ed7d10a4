/** One measured figure: the work, its raw baseline in the same run, and how many times longer it takes. */
export interface Figure {
  readonly work: string;
  readonly count: number;
  readonly ms: number;
  readonly baseline: string;
  readonly baselineMs: number;
  readonly ratio: number;
  readonly [detail: string]: string | number;
}

export function figure(
  work: { readonly name: string; readonly count: number; readonly ms: number },
  baseline: { readonly name: string; readonly ms: number },
  details: Readonly<Record<string, string | number>> = {},
): Figure {
  return {
    work: work.name,
    count: work.count,
    ms: Math.round(work.ms),
    baseline: baseline.name,
    baselineMs: Math.round(baseline.ms),
    ratio: Number((work.ms / baseline.ms).toFixed(2)),
    ...details,
  };
}

export async function timed<T>(
  work: () => Promise<T> | T,
): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
