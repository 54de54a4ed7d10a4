/** age identities that the vectors are decrypted with: the office desk's, and one that nothing is addressed to. */
export const IDENTITY_FILE = "identity.txt";
export const OTHER_IDENTITY_FILE = "other-identity.txt";
