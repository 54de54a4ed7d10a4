/** The stand-in's own command line, sorted as Electron sorts it: Node's part, Chromium's part, the app's part. */
export interface CommandLine {
  /** Modules to load before the app (`-r`, `--require`), in order. */
  readonly preloadModules: readonly string[];
  /** `process.argv` without its first element, as Electron's app would see it. */
  readonly argv: readonly string[];
  /** Where the app is: the first argument that is not an option; `undefined` when there is none. */
  readonly appPath: string | undefined;
  /** `--name=value` and `--name`, by name, without the dashes. */
  readonly switches: ReadonlyMap<string, string>;
}

export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloadModules: string[] = [];
  const argv: string[] = [];
  const switches = new Map<string, string>();
  let appPath: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (arg === "-r" || arg === "--require") {
      preloadModules.push(args[++i] ?? "");
      continue;
    }
    argv.push(arg);
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (option?.[1] !== undefined) switches.set(option[1], option[2] ?? "");
    else if (!arg.startsWith("-")) appPath ??= arg;
  }
  return { preloadModules, argv, appPath, switches };
}
