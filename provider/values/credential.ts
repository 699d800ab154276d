/** What is called as credentials are: an API may mask it, and nobody should read it, though the schema does not call it secret. */

export const credentialWord = "token|key|secret|sig|auth|pass|pwd|cred";

const holdsWord = new RegExp(credentialWord, "i");

/** Whether something is called as credentials are: `apiKey`, `X-Auth-Token`. */
export const isNamedCredential = (name: string): boolean => holdsWord.test(name);

/** Of `{ name: "apiKey", value: "…" }`, the value is called as the object says. */
export const nameWithin = (object: object, key: string): string =>
  /value$/i.test(key) && "name" in object && typeof object.name === "string" ? object.name : key;
