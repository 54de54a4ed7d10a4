import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createKeyStore, type SafeStorage } from "#main/app/key-store.ts";
import { createKeyStoreHandlers } from "#main/app/key-store-handlers.ts";
import { workspaceViewSchema } from "#shared/ipc/workspace-view.ts";
import { createEngine } from "#main/engine/create-engine.ts";
import { runChannel } from "#main/engine-host/run-channel.ts";
import type { EngineCall } from "#main/engine-host/protocol.ts";
import {
  CONTEXT,
  dependencies,
  makeCity,
  must,
  PASSPHRASE,
  removeCity,
  Scene,
  TestClock,
  type City,
} from "../support/workspaces.ts";

const NEW_PASSPHRASE = "样例新口令-四月开工填报";

/** An operating system's store of secrets, in this process: AES-256-GCM under a key of its own. */
class Desktop implements SafeStorage {
  backend = "gnome_libsecret";
  available = true;
  shouldReEncrypt = false;
  encryptions = 0;
  readonly #key = randomBytes(32);

  readonly getSelectedStorageBackend = (): string => this.backend;
  readonly isAsyncEncryptionAvailable = (): Promise<boolean> => Promise.resolve(this.available);
  readonly encryptStringAsync = (text: string): Promise<Buffer> => {
    this.encryptions += 1;
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce);
    const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Promise.resolve(Buffer.concat([nonce, cipher.getAuthTag(), body]));
  };
  readonly decryptStringAsync = async (encrypted: Buffer) => {
    const decipher = createDecipheriv("aes-256-gcm", this.#key, encrypted.subarray(0, 12));
    decipher.setAuthTag(encrypted.subarray(12, 28));
    const result = Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString();
    return { result, shouldReEncrypt: this.shouldReEncrypt };
  };
}

let folder: string;
let desktop: Desktop;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-key-store-"));
  desktop = new Desktop();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const storeOn = (platform: NodeJS.Platform) =>
  createKeyStore({ safeStorage: desktop, dir: join(folder, "kept"), platform });
const files = (): string[] => (existsSync(join(folder, "kept")) ? readdirSync(join(folder, "kept")) : []);

describe("the key store", () => {
  it("is there on Linux only where a password manager protects what it holds", async () => {
    for (const [backend, available] of [
      ["gnome_libsecret", true],
      ["kwallet6", true],
      ["basic_text", false],
      ["unknown", false],
    ] as const) {
      desktop.backend = backend;
      expect(await storeOn("linux").isAvailable(), backend).toBe(available);
    }
    desktop.backend = "gnome_libsecret";
    desktop.available = false;
    expect(await storeOn("linux").isAvailable()).toBe(false);
  });

  it("asks nobody for a backend where there is none", async () => {
    desktop.backend = "unknown";
    expect(await storeOn("win32").isAvailable()).toBe(true);
  });

  it("gives back what it was given, for that workspace alone, until it is told to forget", async () => {
    const store = storeOn("linux");
    await store.remember("/样例/甲", "口令甲");
    await store.remember("/样例/乙", "口令乙");
    expect(await store.recall("/样例/甲")).toBe("口令甲");
    expect(await storeOn("linux").recall("/样例/乙/")).toBe("口令乙");
    expect(await store.recall("/样例/丙")).toBeNull();
    store.forget("/样例/甲");
    expect(store.isRemembered("/样例/甲")).toBe(false);
    expect(await store.recall("/样例/甲")).toBeNull();
    expect(store.isRemembered("/样例/乙")).toBe(true);
  });

  it("keeps one file per workspace that names neither, holds no clear text and is the owner's alone", async () => {
    await storeOn("linux").remember("/样例/甲", "口令甲");
    await storeOn("linux").remember("/样例/甲", "口令乙");
    const [name = "", ...others] = files();
    expect(others).toEqual([]);
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(join(folder, "kept", name)).includes("口令")).toBe(false);
    if (process.platform === "win32") return;
    expect(statSync(join(folder, "kept", name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "kept")).mode & 0o777).toBe(0o700);
  });

  it("gives out nothing that the system refuses to decrypt, and keeps it for when it does", async () => {
    const store = storeOn("linux");
    await store.remember("/样例/甲", "口令甲");
    const another = createKeyStore({
      safeStorage: new Desktop(),
      dir: join(folder, "kept"),
      platform: "linux",
    });
    expect(await another.recall("/样例/甲")).toBeNull();
    desktop.backend = "basic_text";
    expect(await store.recall("/样例/甲")).toBeNull();
    desktop.backend = "gnome_libsecret";
    expect(await store.recall("/样例/甲")).toBe("口令甲");
  });

  it("encrypts anew where the system's key has changed", async () => {
    const store = storeOn("linux");
    await store.remember("/样例/甲", "口令甲");
    desktop.shouldReEncrypt = true;
    expect(await store.recall("/样例/甲")).toBe("口令甲");
    expect(desktop.encryptions).toBe(2);
  });
});

describe("the passphrase of the open workspace", () => {
  let city: City;
  let scene: Scene;
  let engine: EngineCall;
  let handlers: ReturnType<typeof createKeyStoreHandlers>;
  const call = { ...CONTEXT, sender: 1, cancel: () => undefined, next: () => null };
  const info = async () => must(await engine("workspace.info", {}, CONTEXT));

  beforeAll(async () => {
    city = await makeCity({ tonggu: "360926" });
  });
  afterAll(() => removeCity(city));
  beforeEach(async () => {
    scene = new Scene(city);
    const laptop = scene.copyOf(scene.laptop("tonggu"));
    engine = runChannel(createEngine(dependencies(new TestClock("2024-04-03T01:05:00.000Z"))));
    handlers = createKeyStoreHandlers({ keyStore: storeOn("linux"), engine, logFailure: () => "x" });
    must(await engine("workspace.open", { dir: laptop.dir }, CONTEXT));
  });
  afterEach(async () => {
    await engine("workspace.close", {}, CONTEXT);
    scene.close();
  });

  it("is kept only once it has opened the keys, and opens them by itself from then on", async () => {
    const wrong = await handlers["keystore.remember"]({ passphrase: "不是这个口令呀呀呀" }, call);
    expect(wrong).toMatchObject({ ok: false, error: { code: "wrong-passphrase" } });
    expect(files()).toEqual([]);
    const kept = await handlers["keystore.remember"]({ passphrase: PASSPHRASE }, call);
    expect(kept).toEqual({ ok: true, value: { available: true, remembered: true } });
    const { dir } = workspaceViewSchema.parse(await info());
    must(await engine("workspace.open", { dir }, CONTEXT));
    expect(await info()).toMatchObject({ unlocked: false });
    expect(await handlers["keystore.unlock"]({}, call)).toEqual({ ok: true, value: { unlocked: true } });
    expect(await info()).toMatchObject({ unlocked: true });
  });

  it("is dropped once it no longer opens them", async () => {
    must(await handlers["keystore.remember"]({ passphrase: PASSPHRASE }, call));
    must(await engine("keys.renew", { passphrase: NEW_PASSPHRASE, withRoot: false }, CONTEXT));
    expect(await handlers["keystore.unlock"]({}, call)).toEqual({ ok: true, value: { unlocked: false } });
    expect(files()).toEqual([]);
    expect(must(await handlers["keystore.state"]({}, call))).toEqual({ available: true, remembered: false });
  });

  it("is not kept where nothing would protect it", async () => {
    desktop.backend = "basic_text";
    const refused = await handlers["keystore.remember"]({ passphrase: PASSPHRASE }, call);
    expect(refused).toMatchObject({ ok: false, error: { code: "no-key-store" } });
    expect(files()).toEqual([]);
    expect(await info()).toMatchObject({ unlocked: false });
  });

  it("is forgotten when asked", async () => {
    must(await handlers["keystore.remember"]({ passphrase: PASSPHRASE }, call));
    expect(must(await handlers["keystore.forget"]({}, call))).toEqual({
      available: true,
      remembered: false,
    });
    expect(files()).toEqual([]);
    expect(await handlers["keystore.unlock"]({}, call)).toEqual({ ok: true, value: { unlocked: false } });
  });
});
