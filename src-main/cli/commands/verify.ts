import { parseFingerprint } from "#shared/bundle/fingerprint.ts";
import { appError } from "#shared/errors.ts";
import { reasonSentence } from "#shared/i18n/sentences.ts";
import { fileSource, type ByteSource } from "../../bundle/byte-source.ts";
import { verifyOnRoot } from "../../bundle/verify.ts";
import { fileFailure } from "../../engine/file-failures.ts";
import { CommandFailure } from "../outcome.ts";
import type { RegisterCommands } from "../register.ts";
import type { Terminal } from "../terminal.ts";

export const registerVerify: RegisterCommands = (program, run) => {
  program
    .command("verify <file>")
    .option("--trust <fingerprint>", "all 64 digits of the office's root")
    .action((file: string, options: { trust?: string }) =>
      run((terminal) => verifyFile(terminal, file, options.trust)),
    );
};

/** A bundle alone. Without `--trust` its form and signatures are checked on its own root, and the answer is never ok. */
async function verifyFile(terminal: Terminal, file: string, trust: string | undefined) {
  const given = trust === undefined ? null : parseFingerprint(trust);
  if (given?.ok === false) throw new CommandFailure(appError("fingerprint-incomplete"));
  const { verdict, root } = await verifyOnRoot(sourceOf(file), (brought) =>
    given === null ? brought : given.value,
  );
  const said =
    verdict.status === "rejected"
      ? (verdict.claimed ?? null)
      : { ...verdict.bundle.manifest, digest: verdict.bundle.digest };
  const selfSigned = said?.kind === "enrol-request";
  const established = given !== null && !selfSigned;
  const reason =
    verdict.status === "rejected" ? verdict.reason : established ? undefined : "origin-not-established";
  const ok = verdict.status !== "rejected" && established;
  return {
    json: {
      ok,
      kind: said?.kind ?? null,
      unit: said?.unit ?? null,
      device: said?.device ?? null,
      sequence: said?.sequence ?? null,
      digest: said?.digest ?? null,
      ...(reason === undefined ? {} : { reason }),
      ...(root === null ? {} : { root }),
    },
    text: [
      ok
        ? terminal.t("cli:verified")
        : reason === "origin-not-established"
          ? terminal.t("cli:originNotEstablished", { root: root ?? "—" })
          : `${reason ?? ""}: ${reasonSentence(terminal.t, reason ?? "")}`,
      ...(said
        ? [`${said.kind}  ${said.unit ?? "—"}  ${said.device}  ${said.sequence}  ${said.digest}`]
        : []),
    ],
    refused: !ok,
  };
}

function sourceOf(file: string): ByteSource {
  try {
    return fileSource(file);
  } catch (error) {
    throw new CommandFailure(fileFailure(error, file) ?? appError("file-unreadable", { path: file }));
  }
}
