/**
 * Previews taken with `--show-secrets` have every value in clear, and no mark is left at any of them. What is secret is known
 * all the same: by schema.json, and by the note that a program leaves of the inputs it marks. Here the marks are put back.
 */
import { isIdFormat } from "../../kinds/formats";
import type { Properties } from "../../kinds/normalForm";
import { kindSchema, type Field, type KindName } from "../../kinds/schema";
import { secretNamesIn, secretsOf, SECRETS } from "../../lifecycle/secrets";
import { MASK } from "./secret";

/**
 * The same values with a mask over all that is secret; an input that holds a secret is masked as a whole, as the engine does
 * it.
 * @param names what the program marks, before or after the change
 */
export function withMasks(kind: KindName, values: Properties, names: readonly string[]): Properties {
  const schema = kindSchema(kind);
  const isTold = names.some((name) => !isIdFormat(schema.field(name)?.node.format));
  const isSecret = (name: string): boolean => {
    const field = schema.field(name);
    if (names.includes(name)) return true;
    // A text made of the inputs is as secret as they are.
    return field !== undefined && (field.node.computed === true ? isTold : holdsSecretPart(field, values[name]));
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isThere(value) && isSecret(name) ? MASK : value]),
  );
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

function holdsSecretPart(field: Field, value: unknown): boolean {
  if (!isThere(value)) return false;
  if (field.node.secret === true) return true;
  if (field.fields === undefined || typeof value !== "object") return false;
  if (Array.isArray(value)) return value.some((entry) => holdsSecretPart(field, entry));
  return field.fields.some((child) => holdsSecretPart(child, (value as Properties)[child.name]));
}

/** Names that any of a resource's states notes as secret. */
export const markedIn = (states: readonly (Properties | undefined)[]): string[] => [
  ...new Set(states.flatMap((state) => (state === undefined ? [] : secretNamesIn(state)))),
];

/** The texts of these values that nothing may repeat. */
export const secretTexts = (kind: KindName, values: Properties, names: readonly string[]): readonly string[] =>
  secretsOf(kindSchema(kind), { ...values, [SECRETS]: names }).texts.filter((text) => text !== MASK);
