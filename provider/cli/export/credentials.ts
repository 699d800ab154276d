/**
 * What looks like a credential in a live object, though the schema does not call it secret: an address that says who asks
 * or asks with a query, and a value whose name says what it is. Where the schema has something secret beside it (the steps
 * of a webhook), it is kept out of the program as that is; elsewhere the export warns of it. A mask in its place is no
 * value that a program could show: it is kept out everywhere.
 */
import { credentialsIn } from "../../api/scrub";
import type { Kind } from "../../kinds/kind";
import type { Properties } from "../../kinds/normalForm";
import { propertyPath } from "../../words/diagnostic";
import type { Field } from "../../kinds/schema";
import { hasSecretPart } from "../../kinds/secretParts";
import { isNamedCredential, nameWithin } from "../../values/credential";
import { isMask } from "../../values/mask";

/** @param name what the value is called: its key, or what stands beside it as its name. */
const looksLikeCredential = (name: string, value: unknown): boolean =>
  typeof value === "string" &&
  value !== "" &&
  (isNamedCredential(name) || (/^\s*[a-z][a-z0-9+.-]*:\/\/\S+\s*$/i.test(value) && credentialsIn(value).length > 0));

/** Whether the schema calls some part of a field secret, but not all of it. */
const isPartlySecret = (field: Field): boolean => field.node.secret !== true && hasSecretPart(field);

/** Whether the program keeps what looks like a credential in a field out of its text. */
export const isGuarded = (field: Field, value: unknown): boolean =>
  isPartlySecret(field) ||
  (field.node.secret !== true &&
    pathsOf(field, value, (...part) => looksLikeCredential(...part) && isMask(part[1])).length > 0);

/** Whether a part of a guarded field is kept out of the program's text. */
export const isKeptOut: Judgement = (name, value) => looksLikeCredential(name, value) || isMask(value);

/** Names of the inputs of which the program marks a part secret that the schema does not. */
export const markedInputs = (kind: Kind, inputs: Properties): string[] =>
  kind.inputs
    .filter((field) => isGuarded(field, inputs[field.name]) && pathsOf(field, inputs[field.name], isKeptOut).length > 0)
    .map(({ name }) => name);

/** Paths of what the program shows though it looks like a credential. */
export const shownCredentials = (kind: Kind, inputs: Properties): string[] =>
  kind.written
    .filter((field) => !isGuarded(field, inputs[field.name]))
    .flatMap((field) => pathsOf(field, inputs[field.name], looksLikeCredential));

type Judgement = (name: string, value: unknown) => boolean;

/** Paths of the parts of a field that are judged so, but for what the schema calls secret. */
const pathsOf = (field: Field, value: unknown, judge: Judgement): string[] =>
  pathsIn(field, [field.name], field.name, value, judge);

function pathsIn(
  field: Field | undefined,
  path: readonly (string | number)[],
  name: string,
  value: unknown,
  judge: Judgement,
): string[] {
  if (field?.node.secret === true) return [];
  if (judge(name, value)) return [propertyPath(path)];
  if (Array.isArray(value))
    return value.flatMap((entry, index) => pathsIn(field, [...path, index], name, entry, judge));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const child = field?.fields?.find((each) => each.name === key);
    return pathsIn(child, [...path, key], nameWithin(value, key), entry, judge);
  });
}
