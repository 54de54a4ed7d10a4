/** Without the members that are undefined. */
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  // NOTE: the entries are those of `value`, less the undefined ones; the type says just that.
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
