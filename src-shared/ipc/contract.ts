import { z } from "zod";
import { periodSchema, unitKeySchema } from "../plan/ids.ts";
import { planSchema } from "../plan/schema.ts";
import { sheetModelSchema } from "../paper/sheet-model.ts";
import { channel, line, none, passphrase, path, sheetRequest, written } from "./channel.ts";
import { deviceViewSchema, enrolEventSchema, refusalSchema, revocationViewSchema } from "./device-views.ts";
import { entryContract } from "./entry-contract.ts";
import { hostContract } from "./host-contract.ts";
import { officeContract } from "./office-contract.ts";
import { lockAfterSchema, officerNameSchema, officerSchema } from "./officer-views.ts";
import { planNewsSchema } from "./plan-news-view.ts";
import { submissionViewSchema, unknownBundleSchema } from "./views.ts";
import { workspaceViewSchema } from "./workspace-view.ts";

/**
 * The one contract between the windows and the program: channel → input and output schema.
 * Main's handlers, the preload object and the renderer's client derive from it.
 */

/** Answered by the engine in its worker thread. */
export const engineContract = {
  ...entryContract,
  ...officeContract,
  "workspace.inspectPlan": channel(
    z.strictObject({ file: path.nullable() }),
    z.strictObject({
      title: z.string(),
      version: z.int(),
      /** Null for the plan that comes with the program: it is signed by nobody. */
      fingerprint: z.string().nullable(),
      units: z.array(z.strictObject({ key: unitKeySchema, name: z.string(), on: z.boolean() })),
    }),
  ),
  "workspace.create": channel(
    z.discriminatedUnion("role", [
      z.strictObject({
        role: z.literal("office"),
        dir: path,
        name: line,
        passphrase,
        /** A further PC of an office that is there already, by its plan bundle and compared 校验码. */
        from: z.strictObject({ file: path, fingerprint: z.string() }).optional(),
      }),
      z.strictObject({
        role: z.literal("reporter"),
        dir: path,
        unit: unitKeySchema,
        name: line,
        from: z.strictObject({ file: path, fingerprint: z.string() }).optional(),
      }),
    ]),
    workspaceViewSchema,
  ),
  "workspace.open": channel(z.strictObject({ dir: path }), workspaceViewSchema),
  "workspace.close": channel(none, none),
  "workspace.info": channel(none, workspaceViewSchema),
  "workspace.trust": channel(z.strictObject({ fingerprint: z.string() }), workspaceViewSchema),
  "keys.create": channel(z.strictObject({ passphrase }), workspaceViewSchema),
  "keys.unlock": channel(z.strictObject({ passphrase }), workspaceViewSchema),
  "keys.changePassphrase": channel(
    z.strictObject({ passphrase, newPassphrase: passphrase }),
    workspaceViewSchema,
  ),
  /** New keys where the passphrase of the old ones is lost. */
  "keys.renew": channel(
    z.strictObject({ passphrase, withRoot: z.boolean() }),
    z.strictObject({
      device: z.string(),
      /** Of the new root, where one was made. */
      fingerprint: z.string().nullable(),
      decisions: z.int(),
    }),
  ),
  /** Forgets the keys and refuses everything but `keys.unlock`, also after a restart. */
  "workspace.lock": channel(none, workspaceViewSchema),
  "workspace.lockAfter": channel(z.strictObject({ after: lockAfterSchema }), workspaceViewSchema),
  /** The people who work on this laptop. */
  "officers.list": channel(none, z.array(officerSchema)),
  "officers.put": channel(officerSchema, z.array(officerSchema)),
  "officers.remove": channel(z.strictObject({ name: officerNameSchema }), z.array(officerSchema)),
  /** Who works from now on: the author of what is typed. */
  "officers.switch": channel(z.strictObject({ name: officerNameSchema }), workspaceViewSchema),
  /** The plan of this digest; what a digest names never changes. */
  "plan.get": channel(z.strictObject({ digest: z.string() }), planSchema),
  /** What a newer plan changed, and the drafts that it has no place for. */
  "plan.news": channel(none, planNewsSchema),
  "plan.read": channel(none, none),
  "plan.publish": channel(z.strictObject({ dir: path }), written),
  "submission.seal": channel(
    z.strictObject({
      period: periodSchema,
      filler: line,
      reviewer: line,
      head: line,
      dir: path,
      encrypt: z.boolean(),
      passphrase: passphrase.optional(),
    }),
    z.strictObject({
      file: path,
      digest: z.string(),
      sequence: z.int(),
      revisions: z.int(),
      size: z.int(),
      checkCode: z.string(),
    }),
  ),
  "submission.list": channel(none, z.array(submissionViewSchema)),
  /** What receipts speak of and this laptop does not have. */
  "submission.unknown": channel(none, z.array(unknownBundleSchema)),
  /** The very same bytes once more, for those whom its kind is for; nothing is signed. */
  "bundle.resend": channel(z.strictObject({ digest: z.string(), dir: path, encrypt: z.boolean() }), written),
  /** All that this laptop sealed, for the other laptops of its unit. */
  "exchange.write": channel(z.strictObject({ dir: path, encrypt: z.boolean() }), written),
  "enrol.request": channel(
    z.strictObject({ officer: line, dir: path }),
    z.strictObject({ file: path, device: z.string() }),
  ),
  "enrol.list": channel(none, z.array(deviceViewSchema)),
  "enrol.grant": channel(
    z.strictObject({ device: z.string(), confirm: z.string(), dir: path }),
    z.strictObject({ file: path, serial: z.int() }),
  ),
  /** Local and unsigned; `enrol.restore` takes it back. */
  "enrol.refuse": channel(z.strictObject({ device: z.string(), why: refusalSchema }), none),
  "enrol.restore": channel(z.strictObject({ device: z.string() }), none),
  /** What revoking this certificate does to bundles, or did. */
  "enrol.revocation": channel(z.strictObject({ serial: z.int().positive() }), revocationViewSchema),
  /** What is merged stays in any case; `keep` names what stays besides. */
  "enrol.revoke": channel(
    z.strictObject({ serial: z.int().positive(), keep: z.array(z.string()).max(1000) }),
    z.strictObject({ revoked: z.int(), kept: z.int() }),
  ),
  /** Requests, grants, refusals and revocations, newest first. */
  "enrol.log": channel(none, z.array(enrolEventSchema)),
  "paper.model": channel(sheetRequest, sheetModelSchema),
} as const;

export const contract = { ...hostContract, ...engineContract } as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type EngineChannel = keyof typeof engineContract;
export type HostChannel = keyof typeof hostContract;
export type ChannelInput<C extends Channel> = z.input<Contract[C]["input"]>;
export type ChannelInputParsed<C extends Channel> = z.output<Contract[C]["input"]>;
export type ChannelOutput<C extends Channel> = z.output<Contract[C]["output"]>;

/** Rows of a list that have not crossed yet: `work.next` brings them, part by part. */
export interface Rest {
  readonly ticket: number;
  readonly rows: number;
}

/** What crosses the wire back: a value, or a failure whose code the interface turns into a sentence. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly rest?: Rest }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly params: Record<string, string> };
    };

/** Progress of long work, pushed to the windows. */
export const progressSchema = z.strictObject({
  channel: z.string(),
  done: z.int(),
  total: z.int(),
});
export type Progress = z.infer<typeof progressSchema>;

/** The one frozen object that the preload script exposes as `window.taizhang`. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, input: ChannelInput<C>): Promise<Reply<ChannelOutput<C>>>;
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Path on disk of a file dropped on the window. */
  pathForFile(file: unknown): string;
}
