import { expect, test } from "vitest";
import { bytesSource } from "#main/bundle/byte-source.ts";
import { openTree } from "#main/engine/inbox/bundle-tree.ts";
import { makeOffice, submission } from "../../support/bundles.ts";
import { encryptTo, zipBytes } from "../../support/in-memory.ts";

const INNER = "ab".repeat(32);

async function within(inner: Uint8Array): Promise<string | undefined> {
  const outer = await zipBytes(
    new Map([
      ["manifest.json", Buffer.of()],
      ["manifest.sig", Buffer.of()],
      [`bundles/${INNER}.tzb`, inner],
    ]),
  );
  const tree = await openTree(bytesSource(outer));
  if (!tree.ok) throw new Error(tree.error.detail);
  const found = tree.value.embedded.get(INNER);
  return found?.ok === false ? found.error.reason : found && "opened";
}

test("a bundle within a bundle is never encrypted", async () => {
  const office = await makeOffice();
  const { bytes } = await submission(office);
  expect(await within(bytes)).toBe("opened");
  expect(await within(await encryptTo([office.desk.age.recipient], bytes))).toBe("not-a-bundle");
  expect(await within(Buffer.from("neither"))).toBe("not-a-bundle");
});
