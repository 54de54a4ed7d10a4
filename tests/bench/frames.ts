import type { Page } from "@playwright/test";

/** Milliseconds from frame to frame while the work goes on. */
export async function frames(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const next = (now: number): void => {
      gaps.push(now - last);
      last = now;
      frame = requestAnimationFrame(next);
    };
    let frame = requestAnimationFrame(next);
    Object.assign(globalThis, {
      endFrames: () => {
        cancelAnimationFrame(frame);
        return gaps;
      },
    });
  });
  await work();
  const gaps: unknown = await page.evaluate("endFrames()");
  return Array.isArray(gaps) ? gaps.map(Number) : [];
}

/** Counts from now on how often the window's own thread is held for over 50 ms: late frames can be the machine's. */
export async function watchStalls(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let stalls = 0;
    const observer = new PerformanceObserver((list) => {
      stalls += list.getEntries().length;
    });
    observer.observe({ type: "longtask" });
    Object.assign(globalThis, { stallsSoFar: () => stalls });
  });
  return async () => Number(await page.evaluate("stallsSoFar()"));
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
