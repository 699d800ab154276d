/** The arguments of a lookup, judged as strictly as the inputs of a resource: one that is passed over finds another object. */
import { isObject } from "../values/empty";
import type { Kind } from "../kinds/kind";
import { validate } from "../kinds/validation";
import { nearest } from "../words/nearest";
import { asText, describe } from "../words/diagnostic";

/** What is looked up: an ID, or the natural key. */
export interface LookupArgs {
  readonly id?: string | undefined;
  /** The name, or the number. */
  readonly key?: string | undefined;
  /** Left out: the configured one. */
  readonly workspace?: string | undefined;
}

/** Throws an error that says all that is wrong with them. */
export function lookupArgs(kind: Kind, given: unknown): LookupArgs {
  const all = isObject(given) ? Object.entries(given).filter(([name]) => !name.startsWith("__")) : [];
  const args = Object.fromEntries(all.filter(([, value]) => value !== undefined && value !== null));
  const known = kind.listedByWorkspace ? ["id", kind.naturalKey, "workspace"] : [kind.naturalKey];
  const { [kind.naturalKey]: key, workspace, id } = args;
  const unknown = Object.keys(args).filter((name) => !known.includes(name));
  const problems = [
    ...unknown.map((name) => `${name} is not a known argument; ${whatInstead(name, known)}`),
    ...(unknown.includes("id") || id === undefined ? [] : wrongId(id)),
    ...wrongInputs(kind, { [kind.naturalKey]: key, workspace }),
  ];
  if (problems.length > 0) throw new Error(`get${kind.name} cannot take its arguments: ${problems.join("; and ")}.`);
  return { id, key, workspace } as LookupArgs;
}

function whatInstead(name: string, known: readonly string[]): string {
  const match = nearest(name, known);
  return match === undefined ? `known are ${known.join(", ")}` : `did you mean "${match}"?`;
}

function wrongId(id: unknown): string[] {
  if (typeof id !== "string") return [`id: ${asText(id)} must be a text`];
  return id.trim() === "" ? ["id: must not be empty"] : [];
}

/** As the inputs of those names are judged. What else a resource needs is not asked for. */
const wrongInputs = (kind: Kind, inputs: Readonly<Record<string, unknown>>): string[] =>
  validate(kind, Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined)))
    .filter(({ property, severity }) => severity === "error" && inputs[property] !== undefined)
    .map((entry) => `${entry.property}: ${describe(entry)}`);
