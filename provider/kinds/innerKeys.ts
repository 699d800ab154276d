/**
 * What is inside a value, by its names: the keys of free-form objects at any depth, and the fields of the objects in lists.
 * A place in a list is no name, since entries move: `steps[].webhookBody.priority`.
 */
import { isBlank, isObject } from "../values/empty";

export interface InnerKey {
  /** The name from the field on. */
  readonly path: string;
  /** Its own, the last one. */
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
      return [{ path: inside, key, value: entry }, ...innerKeys(entry, inside)];
    });
}
