/**
 * Which inputs a program marks secret. A dynamic provider gets all values unmarked, so the program hands over the names.
 * What the schema calls secret anyway needs no name: only that part of the value is hidden.
 */
import * as pulumi from "@pulumi/pulumi";
import { isIdFormat } from "../kinds/formats";
import type { Field, KindSchema } from "../kinds/schema";

type Later = pulumi.Output<unknown> | Promise<unknown>;

/** Names of the inputs that hold a secret, at any depth; undefined where no value is still to come, so that none can be one. */
export function secretInputs(
  kind: KindSchema,
  given: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> | undefined {
  const waiting = kind.inputs.flatMap((field) => {
    const parts = laterParts(field, given[field.name]);
    return parts.length === 0 ? [] : [{ field, parts }];
  });
  if (waiting.length === 0) return undefined;
  const asked = waiting.map(async ({ field, parts }) => {
    const answers = await Promise.all(parts.map((part) => isSecret(field, part)));
    return answers.includes(true) ? [field.name] : [];
  });
  return Promise.all(asked).then((names) => names.flat());
}

/** An output whose value holds further ones is as secret as they are: only a new output of it tells. An ID holds none. */
const isSecret = (field: Field, part: Later): Promise<boolean> =>
  pulumi.isSecret(pulumi.Output.isInstance(part) && isIdFormat(field.node.format) ? part : pulumi.output(part));

/** The values within a value that are still to come, but for those that the schema calls secret. */
function laterParts(field: Field | undefined, value: unknown): Later[] {
  if (field?.node.secret === true || typeof value !== "object" || value === null) return [];
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return [value];
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => laterParts(field, entry));
  const children = new Map(field?.fields?.map((child) => [child.name, child]));
  return Object.entries(value).flatMap(([name, entry]: [string, unknown]) => laterParts(children.get(name), entry));
}
