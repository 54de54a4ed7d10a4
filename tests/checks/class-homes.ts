/** Style sheets of the window are one namespace: what two features call alike, each styles for the other. */

const FEATURE = /^src-renderer\/features\/([^/]+)\//;
const SHARED = /^src-renderer\/(?:styles|components)\//;

/** Classes that begin a rule in two features and belong to none of the shared sheets, with who they are. */
export function classFaults(sheets: ReadonlyMap<string, string>): string[] {
  const features = new Map<string, Set<string>>();
  const shared = new Set<string>();
  for (const [file, text] of sheets) {
    const feature = FEATURE.exec(file)?.[1];
    for (const name of leadingClasses(text)) {
      if (SHARED.test(file)) shared.add(name);
      if (feature !== undefined) features.set(name, (features.get(name) ?? new Set()).add(feature));
    }
  }
  return [...features]
    .filter(([name, homes]) => homes.size > 1 && !shared.has(name))
    .map(([name, homes]) => `.${name} is styled by ${[...homes].toSorted(inOrder).join(" and ")}`);
}

/** Of every selector the first class: what the others stand within. */
function leadingClasses(text: string): string[] {
  const rules = text.replaceAll(/\/\*[^]*?\*\//g, "").matchAll(/([^{}]+)\{/g);
  return [...rules]
    .flatMap(([, selectors = ""]) => selectors.split(","))
    .flatMap((selector) => /\.([a-zA-Z][\w-]*)/.exec(selector)?.[1] ?? []);
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);
