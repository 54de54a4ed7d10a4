/** PEM in its one form (RFC 7468, strict): 64 characters a line, LF, LF at the end. */
export function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** The bytes within, or null where the text is not the one form of them under that label. */
export function fromPem(label: string, pem: string): Buffer | null {
  const der = Buffer.from(pem.split("\n").slice(1, -2).join(""), "base64");
  return toPem(label, der) === pem ? der : null;
}
