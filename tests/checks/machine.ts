import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "../electron-stand-in/chromium.ts";

/** What the tests call besides Node, and the Debian package that has it. */
const NEEDED: readonly { readonly what: string; readonly package: string; readonly isHere: () => boolean }[] =
  [
    { what: "Chromium", package: "chromium", isHere: () => findChromium() !== undefined },
    { what: "Noto CJK", package: "fonts-noto-cjk", isHere: hasChineseFont },
    { what: "pdftotext", package: "poppler-utils", isHere: () => isOnPath("pdftotext") },
    { what: "unzip", package: "unzip", isHere: () => isOnPath("unzip") },
    { what: "openssl", package: "openssl", isHere: () => isOnPath("openssl") },
    { what: "Python 3", package: "python3", isHere: () => isOnPath("python3") },
    { what: "age", package: "age", isHere: () => isOnPath("age") },
  ];

/** Installs what is missing where apt-get may; otherwise one sentence that says what to install. Null when complete. */
export function missingTools(): string | null {
  if (process.platform !== "linux") return null;
  let missing = NEEDED.filter(({ isHere }) => !isHere());
  if (missing.length > 0 && process.getuid?.() === 0 && isOnPath("apt-get")) {
    const packages = missing.map((tool) => tool.package);
    process.stdout.write(`installing ${packages.join(", ")}\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      stdio: "ignore",
      env,
    });
    missing = NEEDED.filter(({ isHere }) => !isHere());
  }
  if (missing.length === 0) return null;
  const names = missing.map((tool) => `${tool.what} (${tool.package})`).join(", ");
  return `缺少 ${names}，请安装后再试 / Missing: ${names}; install them and run again`;
}

const isOnPath = (program: string): boolean =>
  spawnSync("which", [program], { stdio: "ignore" }).status === 0;

function hasChineseFont(): boolean {
  if (existsSync("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")) return true;
  return isOnPath("fc-list") && spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout.trim() !== "";
}
