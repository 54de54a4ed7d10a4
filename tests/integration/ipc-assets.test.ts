import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerAsset } from "#main/app/answer-asset.ts";
import { assetPath } from "#main/app/asset.ts";
import { pageUrl } from "#main/app/origin.ts";

let folder: string;
let root: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-assets-"));
  root = join(folder, "renderer");
  mkdirSync(join(root, "assets"), { recursive: true });
  mkdirSync(join(folder, "renderer-other"));
  writeFileSync(join(root, "index.html"), "<!doctype html>");
  writeFileSync(join(root, "assets", "页 1.js"), "export {};");
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "renderer-other", "secret.txt"), "secret");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `Request` normalises what it is given; these travel as the page wrote them. */
const ask = (url: string, method = "GET") => answerAsset(root, { url, method } as Request);

describe("the app's own pages", () => {
  it("come with their type and with headers that shut everything else out", async () => {
    const response = await ask(pageUrl("index.html"));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("<!doctype html>");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("http");
  });

  it("may have names that need encoding", async () => {
    const response = await ask(new URL("assets/页 1.js", pageUrl("index.html")).href);
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  it.each(["POST", "PUT", "DELETE"])("are only read, never %s", async (method) => {
    expect((await ask(pageUrl("index.html"), method)).status).toBe(405);
  });

  it("that do not exist, and folders, are not found", async () => {
    expect((await ask("app://taizhang/nothing.js")).status).toBe(404);
    expect((await ask("app://taizhang/assets")).status).toBe(404);
  });
});

describe("addresses outside", () => {
  it.each([
    "app://taizhang/../secret.txt",
    "app://taizhang/%2e%2e/secret.txt",
    "app://taizhang/..%2fsecret.txt",
    "app://taizhang/assets/..%2f..%2fsecret.txt",
    "app://taizhang/..%2frenderer-other%2fsecret.txt",
    "app://taizhang/..%5csecret.txt",
    "app://taizhang/%00index.html",
    "app://taizhang/%ff",
    "app://taizhang//etc/passwd",
    "app://taizhang/C:/secret.txt",
    "app://other/index.html",
    "https://taizhang/index.html",
    "file:///etc/passwd",
  ])("%s gives nothing away", async (url) => {
    const response = await ask(url);
    expect([403, 404]).toContain(response.status);
    expect(await response.text()).toBe("");
  });

  it.each(["/../secret.txt", "/..%2frenderer-other/secret.txt", "secret.txt", "", "/a\\b", "/%", "/"])(
    "the path %j is none of ours",
    (pathname) => {
      expect(assetPath(root, pathname)).toBeNull();
    },
  );
});
