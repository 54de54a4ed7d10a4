interface Rule {
  /** Files it holds for. */
  readonly from: RegExp;
  /** Imports it forbids. */
  readonly not: RegExp;
  readonly except?: RegExp;
  readonly why: string;
}

const RULES: readonly Rule[] = [
  { from: /^src-shared\//, not: /^(src-main|src-renderer|seeds|tests)\//, why: "shared knows nobody" },
  { from: /^src-shared\//, not: /^(node:|electron|react|better-sqlite3|kysely)/, why: "shared is pure" },
  { from: /^src-main\//, not: /^(src-renderer|tests)\//, why: "main never looks at the renderer" },
  { from: /^src-renderer\//, not: /^(src-main|seeds|tests)\//, why: "the renderer never looks at main" },
  { from: /^src-renderer\//, not: /^(node:|electron$|better-sqlite3)/, why: "the renderer is sandboxed" },
  {
    from: /^src-main\//,
    not: /^electron$/,
    except: /^src-main\/(app\/|index\.ts$|preload\.ts$)/,
    why: "electron belongs to app/, index and preload",
  },
  {
    from: /^src-main\/(store|keys|bundle)\//,
    not: /^src-main\/(engine|app|ipc|cli|engine-host)\//,
    why: "a lower layer",
  },
  { from: /^src-main\/keys\//, not: /^src-main\/(store|bundle)\//, why: "keys stand alone" },
  {
    from: /^src-main\/(?!(?:keys|bundle|engine)\/)/,
    not: /^src-main\/keys\//,
    why: "keys are used by bundle and engine alone",
  },
  {
    from: /^src-main\/(?!store\/)/,
    not: /^(better-sqlite3|kysely)$/,
    why: "the store alone speaks to the database",
  },
  {
    from: /^src-main\/engine\//,
    not: /^src-main\/(app|ipc|cli|engine-host)\//,
    why: "the engine is free of transport",
  },
  {
    from: /^src-main\/(app|ipc|engine-host)\//,
    not: /^src-main\/(store|keys)\//,
    why: "only the engine touches store and keys",
  },
  {
    from: /^src-renderer\/(components|print)\//,
    not: /^src-renderer\/features\//,
    why: "what features are made of knows no feature",
  },
  {
    from: /^src-shared\/ledger\//,
    not: /^src-shared\/(bundle|checks|entries|i18n|ipc|paper|rollup)\//,
    why: "the ledger knows no feature",
  },
];

/** Why this import is not allowed; null where it is. Paths are from the repository's root. */
export function layerFault(from: string, to: string): string | null {
  const broken = RULES.find(
    (rule) => rule.from.test(from) && rule.except?.test(from) !== true && rule.not.test(to),
  );
  if (broken !== undefined) return broken.why;
  const [own, other] = [featureOf(from), featureOf(to)];
  return own !== null && other !== null && own !== other ? "features never import features" : null;
}

const featureOf = (path: string): string | null =>
  /^src-renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
