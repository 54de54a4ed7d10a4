import { parseSync } from "oxc-parser";

/** What a module names to be loaded. `faults` holds what kept it from being read whole. */
export interface Imports {
  readonly specifiers: readonly string[];
  readonly faults: readonly string[];
}

/** Reads `import`, `export … from` and `import("…")`; an `import()` of something computed is a fault. */
export function importsOf(file: string, text: string): Imports {
  const { module, errors } = parseSync(file, text);
  const faults = errors.map((error) => `does not parse: ${error.message}`);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  for (const { moduleRequest } of module.dynamicImports) {
    const asked = text.slice(moduleRequest.start, moduleRequest.end);
    const [, specifier] = /^["'`]([^"'`$]+)["'`]$/.exec(asked) ?? [];
    if (specifier === undefined) faults.push(`import(${asked}) names no module`);
    else specifiers.push(specifier);
  }
  return { specifiers, faults };
}
