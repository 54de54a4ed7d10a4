import { ed25519Sha256 } from "./ed25519-sha256.ts";
import { passesSelfTest } from "./self-test.ts";
import { sm2Sm3 } from "./sm2-sm3.ts";
import type { SignatureSuite } from "./suite.ts";

/** Every suite this program can sign and verify with. */
const SUITES: readonly SignatureSuite[] = [ed25519Sha256, sm2Sm3];

/** Suites that do not work as they should on this machine; asked for once, when the program starts. */
export const failingSuites = (suites: readonly SignatureSuite[] = SUITES): SignatureSuite[] =>
  suites.filter((suite) => !passesSelfTest(suite));

/** null where the suite is unknown or not supported here. */
export const suiteByName = (name: string): SignatureSuite | null =>
  SUITES.find((suite) => suite.name === name) ?? null;

/** For names that were checked before. */
export function requireSuite(name: string): SignatureSuite {
  const suite = suiteByName(name);
  if (suite === null) throw new Error(`suite ${name} is not supported`);
  return suite;
}
