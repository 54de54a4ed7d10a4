/** A run of characters that both texts have, that only the base has, or that only the side has. */
export interface Part {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Beyond this many cells of the comparison table, what lies between the common ends is shown as replaced whole. */
const TABLE_LIMIT = 4_000_000;

/** Shortest common run kept between two changes; single shared characters make a difference hard to read. */
const SHORTEST_RUN = 2;

type Kind = Part["kind"];

const commonEnds = (a: readonly string[], b: readonly string[]): { start: number; end: number } => {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { start, end };
};

/** Longest common subsequence of the middle, as one kind per step. */
const steps = (a: readonly string[], b: readonly string[]): { kind: Kind; text: string }[] => {
  const replaced = (): { kind: Kind; text: string }[] => [
    ...a.map((text) => ({ kind: "removed" as const, text })),
    ...b.map((text) => ({ kind: "added" as const, text })),
  ];
  if (a.length * b.length > TABLE_LIMIT) return replaced();
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: { kind: Kind; text: string }[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      found.push({ kind: "same", text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: "removed", text: left });
      i += 1;
    } else if (right !== undefined) {
      found.push({ kind: "added", text: right });
      j += 1;
    }
  }
  return found;
};

/** Joins runs; a shared run shorter than `SHORTEST_RUN` between changes counts as changed on both sides. */
const join = (found: readonly { kind: Kind; text: string }[]): Part[] => {
  const runs: { kind: Kind; text: string }[] = [];
  for (const step of found) {
    const last = runs.at(-1);
    if (last?.kind === step.kind) last.text += step.text;
    else runs.push({ ...step });
  }
  const parts: Part[] = [];
  let removed = "";
  let added = "";
  const flush = (): void => {
    if (removed !== "") parts.push({ kind: "removed", text: removed });
    if (added !== "") parts.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  runs.forEach((run, index) => {
    const between = index > 0 && index < runs.length - 1;
    const short = run.kind === "same" && between && [...run.text].length < SHORTEST_RUN;
    if (run.kind === "same" && !short) {
      flush();
      parts.push(run);
      return;
    }
    if (run.kind !== "added") removed += run.text;
    if (run.kind !== "removed") added += run.text;
  });
  flush();
  return parts;
};

/** Differences between two texts to the character (code points, so that no rare character is split). */
export const difference = (base: string, side: string): Part[] => {
  if (base === side) return base === "" ? [] : [{ kind: "same", text: base }];
  const a = [...base];
  const b = [...side];
  const { start, end } = commonEnds(a, b);
  const head = a.slice(0, start).join("");
  const tail = a.slice(a.length - end).join("");
  const middle = join(steps(a.slice(start, a.length - end), b.slice(start, b.length - end)));
  return [
    ...(head === "" ? [] : [{ kind: "same" as const, text: head }]),
    ...middle,
    ...(tail === "" ? [] : [{ kind: "same" as const, text: tail }]),
  ];
};

/** Number of places where the texts differ: neighbouring removed and added runs are one place. */
export const places = (parts: readonly Part[]): number =>
  parts.filter((part, index) => part.kind !== "same" && (index === 0 || parts[index - 1]?.kind === "same"))
    .length;
