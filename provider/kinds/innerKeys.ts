/**
 * What is inside a value, by its names: the keys of free-form objects at any depth, and the fields of the objects in lists.
 * A place in a list is no name, since entries move: `steps[].webhookBody.priority`.
 */
import { nameWithin } from "../values/credential";
import { isBlank, isObject } from "../values/empty";

export interface InnerKey {
  /** The name from the field on. */
  readonly path: string;
  /** What it is called: the last name, or what stands beside it as such. */
  readonly key: string;
  readonly value: unknown;
}

/** All keys that hold something, each before those inside it. */
export function innerKeys(value: unknown, path: string): InnerKey[] {
  if (Array.isArray(value)) return value.flatMap((entry) => innerKeys(entry, `${path}[]`));
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([, entry]) => !isBlank(entry))
    .flatMap(([key, entry]) => {
      const inside = `${path}.${key}`;
      return [{ path: inside, key: nameWithin(value, key), value: entry }, ...innerKeys(entry, inside)];
    });
}
