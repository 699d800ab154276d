import type { Field } from "./schema";

/** Whether the schema calls a field, or some part of it, secret. */
export const hasSecretPart = (field: Field | undefined): boolean =>
  field?.node.secret === true || field?.fields?.some(hasSecretPart) === true;
