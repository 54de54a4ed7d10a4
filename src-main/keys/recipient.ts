import { Encrypter } from "age-encryption";
import { recipientSchema } from "#shared/bundle/identifiers.ts";

/** Whether the text is an age X25519 recipient in its one form, its checksum included. */
export function isRecipient(text: string): boolean {
  if (!recipientSchema.safeParse(text).success) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}
