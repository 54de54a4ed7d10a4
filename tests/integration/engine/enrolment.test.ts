import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMemberWorkspace } from "#main/engine/workspace/create-workspace.ts";
import { deviceList, enrolLog } from "#main/engine/trust/device-list.ts";
import { grantEnrolment, requestEnrolment } from "#main/engine/trust/enrolment.ts";
import { inboxList } from "#main/engine/inbox/inbox.ts";
import { publishPlan } from "#main/engine/plan/publish-plan.ts";
import { refuseRequest, restoreRequest } from "#main/engine/trust/refused-requests.ts";
import { revocationView } from "#main/engine/trust/revocation-view.ts";
import { revokeCertificate } from "#main/engine/trust/revocations.ts";
import { sealSubmission } from "#main/engine/submission/seal.ts";
import { changeSessionPassphrase, unlockSession } from "#main/engine/workspace/session-keys.ts";
import type { Session } from "#main/engine/session.ts";
import { closeSession } from "#main/engine/workspace/workspace.ts";
import { workspaceView } from "#main/engine/workspace/workspace-view.ts";
import type { DeviceView } from "#shared/ipc/device-views.ts";
import { periodSchema } from "#shared/plan/ids.ts";
import { city, scene, withCity } from "../../support/scene.ts";
import {
  codeOf,
  dependencies,
  digestOf,
  dump,
  must,
  PASSPHRASE,
  PEOPLE,
  revenue,
  save,
  seal,
  take,
} from "../../support/workspaces.ts";

withCity({ one: "360981", zhangshu: "360982" });

const PERIOD = "2024-03";
const OFFICE_UNIT = "360900";

const idOf = (session: Session): string => workspaceView(session).device ?? "";

const viewsOf = (office: Session, laptop: Session): DeviceView[] =>
  deviceList(office).filter(({ device }) => device === idOf(laptop));

function certified(office: Session, laptop: Session): DeviceView {
  const found = viewsOf(office, laptop).find(({ serial }) => serial !== null);
  if (found === undefined) throw new Error("not certified");
  return found;
}

const ask = async (laptop: Session) =>
  must(await requestEnrolment(laptop, { officer: "填报人甲", dir: scene.out() }));

const grant = async (office: Session, device: string) =>
  grantEnrolment(office, { device, confirm: device, dir: scene.out() });

/** A submission of one value, not taken anywhere yet. */
async function sealed(laptop: Session, amount: string) {
  save(laptop, PERIOD, { "indicator:T02-1": revenue(amount) });
  return seal(laptop, PERIOD, scene.out());
}

/** A further PC of the office, by the plan bundle and the 校验码. */
async function secondOffice(use: (second: Session) => Promise<void>): Promise<void> {
  const second = must(
    await createMemberWorkspace(
      dependencies(scene.clock),
      { dir: join(scene.folder, "second"), unit: null, name: "样例汇总办二室", passphrase: PASSPHRASE },
      { file: city.planFile, fingerprint: city.fingerprint },
    ),
  );
  try {
    await use(second);
  } finally {
    closeSession(second);
  }
}

describe("a request", () => {
  it("of an enrolled laptop waits beside its certificate until it is answered again", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    expect(viewsOf(office, laptop).map(({ state }) => state)).toEqual(["granted"]);
    await take(office, [(await ask(laptop)).file]);
    const states = (): string[] =>
      viewsOf(office, laptop)
        .map(({ state }) => state)
        .toSorted();
    expect(states()).toEqual(["granted", "requested"]);
    must(await grant(office, idOf(laptop)));
    expect(states()).toEqual(["granted"]);
  });

  it("that was refused cannot be granted until the refusal is taken back", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const device = idOf(laptop);
    await take(office, [(await ask(laptop)).file]);
    const ledger = digestOf(office);
    scene.clock.set("2024-04-03T02:00:00.000Z");
    must(refuseRequest(office, device, "mismatch"));
    const refused = viewsOf(office, laptop).find(({ serial }) => serial === null);
    expect(refused).toMatchObject({
      state: "refused",
      refused: { at: "2024-04-03T02:00:00.000Z", why: "mismatch" },
    });
    expect(codeOf(await grant(office, device))).toBe("request-refused");
    must(restoreRequest(office, device));
    expect(viewsOf(office, laptop).map(({ state }) => state)).toContain("requested");
    expect(codeOf(await grant(office, device))).toBe("ok");
    expect(digestOf(office)).toBe(ledger);
    expect(enrolLog(office).map(({ act }) => act)).toEqual(
      expect.arrayContaining(["granted", "restored", "refused", "requested"]),
    );
  });

  it("written anew after a refusal is another one and waits like any other", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    await take(office, [(await ask(laptop)).file]);
    must(refuseRequest(office, idOf(laptop), "declined"));
    await take(office, [(await ask(laptop)).file]);
    expect(viewsOf(office, laptop).map(({ state }) => state)).toContain("requested");
  });

  it("is refused by an office alone, and only where there is one", () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    expect(codeOf(refuseRequest(laptop, idOf(laptop), "declined"))).toBe("wrong-role");
    expect(codeOf(refuseRequest(office, "0".repeat(32), "declined"))).toBe("unknown-device");
  });
});

describe("the series of a laptop", () => {
  const seriesIn = (office: Session, laptop: Session) =>
    certified(office, laptop).series.find(({ kind }) => kind === "submission");

  it("has a gap while a bundle is missing, and none once it came", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const bundles = [await sealed(laptop, "1"), await sealed(laptop, "2"), await sealed(laptop, "3")];
    const files = bundles.map(({ file }) => file);
    await take(office, [files[2] ?? ""]);
    expect(seriesIn(office, laptop)).toMatchObject({
      last: { sequence: 3 },
      gaps: [{ from: 1, to: 2, digest: bundles[1]?.digest }],
      forks: [],
    });
    const listed = () => inboxList(office).find(({ digest }) => digest === bundles[2]?.digest);
    expect(listed()?.warnings).toEqual(["gap"]);
    await take(office, files);
    expect(seriesIn(office, laptop)).toMatchObject({ gaps: [], forks: [] });
    expect(listed()).toMatchObject({ warnings: [] });
    expect(listed()?.steps.find(({ step }) => step === "order")?.result).toBe("ok");
  });

  it("forks when a copied laptop writes the same number, and both bundles say so from then on", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const copy = scene.copyOf(laptop);
    const one = await sealed(laptop, "1");
    const other = await sealed(copy, "2");
    await take(office, [one.file, other.file]);
    expect(seriesIn(office, laptop)?.forks).toEqual([
      { sequence: 1, digests: [one.digest, other.digest].toSorted(), here: 2 },
    ]);
    const warned = inboxList(office).filter(({ warnings }) => warnings.includes("fork"));
    expect(new Set(warned.map(({ digest }) => digest))).toEqual(new Set([one.digest, other.digest]));
  });

  it("forks as soon as a bundle follows another one than the office has", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const copy = scene.copyOf(laptop);
    const one = await sealed(laptop, "1");
    const unseen = await sealed(copy, "2");
    const following = await sealed(copy, "3");
    await take(office, [one.file, following.file]);
    expect(seriesIn(office, laptop)).toMatchObject({
      gaps: [],
      forks: [{ sequence: 1, digests: [one.digest, unseen.digest].toSorted(), here: 1 }],
    });
  });
});

describe("revoking", () => {
  it("is shown before and after: what stays, and what was refused and can still be kept", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const merged = await sealed(laptop, "1");
    await take(office, [merged.file]);
    const later = await sealed(laptop, "2");
    const serial = certified(office, laptop).serial ?? 0;
    const before = dump(office);
    expect(must(revocationView(office, serial))).toMatchObject({
      kept: [{ digest: merged.digest, sequence: 1 }],
      aside: [],
    });
    expect(dump(office)).toBe(before);
    scene.clock.set("2024-04-04T01:00:00.000Z");
    must(await revokeCertificate(office, serial, []));
    await take(office, [later.file]);
    expect(must(revocationView(office, serial)).aside).toMatchObject([{ digest: later.digest }]);
    const at = "2024-04-04T01:00:00.000Z";
    expect(certified(office, laptop)).toMatchObject({ state: "revoked", revoked: { at, kept: 1 } });
    scene.clock.set("2024-04-05T01:00:00.000Z");
    must(await revokeCertificate(office, serial, [later.digest]));
    expect(must(revocationView(office, serial))).toMatchObject({
      kept: [{ sequence: 1 }, { sequence: 2 }],
      aside: [],
    });
    expect(certified(office, laptop).revoked).toEqual({ at, kept: 2 });
    expect(enrolLog(office).map(({ act }) => act)).toEqual(expect.arrayContaining(["kept", "revoked"]));
    expect(codeOf(revocationView(office, 999))).toBe("unknown-device");
    expect(codeOf(revocationView(laptop, serial))).toBe("wrong-role");
  });

  it("once known to the laptop stops it from sealing until another certificate came", async () => {
    const [office, laptop] = [scene.office(), scene.laptop("one")];
    const { serial } = certified(office, laptop);
    must(await revokeCertificate(office, serial ?? 0, []));
    await take(laptop, [must(await publishPlan(office, scene.out())).file]);
    expect(workspaceView(laptop).enrolment).toBe("revoked");
    save(laptop, PERIOD, { "indicator:T02-1": revenue("1") });
    const attempt = async () =>
      codeOf(
        await sealSubmission(laptop, {
          ...PEOPLE,
          period: periodSchema.parse(PERIOD),
          dir: scene.out(),
          encrypt: false,
        }),
      );
    expect(await attempt()).toBe("certificate-revoked");
    await take(office, [(await ask(laptop)).file]);
    expect(workspaceView(laptop).enrolment).toBe("requested");
    expect(
      viewsOf(office, laptop)
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(["requested", "revoked"]);
    await take(laptop, [must(await grant(office, idOf(laptop))).file]);
    expect(workspaceView(laptop).enrolment).toBe("granted");
    expect(await attempt()).toBe("ok");
  });
});

describe("a further PC of the office", () => {
  it("asks like a laptop, is granted as office, and can be revoked, which the first PC cannot", async () => {
    const office = scene.office();
    await secondOffice(async (second) => {
      expect(workspaceView(second)).toMatchObject({ role: "office", enrolment: "no-request" });
      await take(office, [(await ask(second)).file]);
      const waiting = viewsOf(office, second);
      expect(waiting).toMatchObject([{ role: "office", unit: OFFICE_UNIT, state: "requested" }]);
      expect(codeOf(await grant(second, idOf(second)))).not.toBe("ok");
      await take(second, [must(await grant(office, idOf(second))).file]);
      expect(workspaceView(second).enrolment).toBe("granted");
      const { serial } = certified(office, second);
      expect(codeOf(await revokeCertificate(second, serial ?? 0, []))).toBe("no-root");
      expect(codeOf(await revokeCertificate(office, 1, []))).toBe("unknown-device");
      expect(codeOf(await revokeCertificate(office, serial ?? 0, []))).toBe("ok");
      expect(certified(office, second).state).toBe("revoked");
    });
  });

  it("is not made without the whole 校验码 of that office", async () => {
    const made = await createMemberWorkspace(
      dependencies(scene.clock),
      { dir: join(scene.folder, "other"), unit: null, name: "样例汇总办二室", passphrase: PASSPHRASE },
      {
        file: city.planFile,
        fingerprint: city.fingerprint.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
      },
    );
    expect(codeOf(made)).toBe("fingerprint-mismatch");
  });
});

describe("the passphrase", () => {
  // Deriving a key from a passphrase is slow on purpose, and this does it six times.
  it("is changed with the old one, and the keys stay the same", { timeout: 30_000 }, async () => {
    const laptop = scene.laptop("one");
    const device = idOf(laptop);
    const next = "样例口令-四月换过的";
    expect(codeOf(await changeSessionPassphrase(laptop, "不是这个口令-样例", next))).toBe("wrong-passphrase");
    expect(codeOf(await changeSessionPassphrase(laptop, PASSPHRASE, "太短"))).toBe("weak-passphrase");
    must(await changeSessionPassphrase(laptop, PASSPHRASE, next));
    expect(codeOf(await unlockSession(laptop, PASSPHRASE))).toBe("wrong-passphrase");
    must(await unlockSession(laptop, next));
    expect(idOf(laptop)).toBe(device);
    expect((await sealed(laptop, "1")).sequence).toBe(1);
  });
});
