/**
 * Lists that run in parallel: entry i of each speaks of the same source (inferred). Each is sent in the order in which the
 * program writes it. How two objects are compared is told by all of the lists that stand beside one another in them:
 *
 * | more than one entry has          | compared                                                                |
 * | -------------------------------- | ----------------------------------------------------------------------- |
 * | one of the lists that select     | as a set: there is nothing that could belong to one of its entries      |
 * | one of them, and another list    | as groups: the same entries stand together, in any order (spelling.ts)  |
 * | none of them                     | entry by entry                                                          |
 */
import { sortedSet, type Properties, type SetPredicate } from "./normalForm";
import { kindSchema, type Field, type KindSchema } from "./schema";
import { holdsUnknown, isUnknown } from "../values/unknown";

export const parallelFields: readonly Field[] = kindSchema("Campaign").fields.filter(
  ({ node }) => node.parallel === true,
);

const mayBeLong = (value: unknown): boolean => isUnknown(value) || (Array.isArray(value) && value.length > 1);

/** The lists of which one of these objects has, or may have, several entries. */
const longLists = (objects: readonly Properties[]): readonly Field[] =>
  parallelFields.filter(({ name }) => objects.some((object) => mayBeLong(object[name])));

/** Says of a list whether its order means nothing in any of these objects, which are compared with one another. */
export function setPredicate(...objects: readonly Properties[]): SetPredicate {
  const isPaired = longLists(objects).length > 1;
  return ({ unordered }) => unordered === true || (unordered === "unlessParallel" && !isPaired);
}

/** The lists whose entries belong together in these objects, group by group. */
export function groupedLists(...objects: readonly Properties[]): readonly Field[] {
  const lists = longLists(objects);
  return lists.length > 1 && lists.some(({ node }) => node.unordered === "unlessParallel") ? lists : [];
}

/** The groups of an object; undefined where what stands together cannot be told: no lists, or none of one length. */
export function groupsIn(object: Properties, lists: readonly Field[]): readonly (readonly unknown[])[] | undefined {
  const values = lists.map(({ name }) => object[name]);
  const [first] = values;
  const isWhole = (value: unknown): value is readonly unknown[] =>
    Array.isArray(value) && Array.isArray(first) && value.length === first.length && !holdsUnknown(value);
  if (!Array.isArray(first) || !values.every(isWhole)) return undefined;
  return first.map((_, index) => values.map((value) => value[index]));
}

/** Values of fields as they are compared: of a set, its order and its repetitions are left out. */
export function comparedIn(
  kind: KindSchema,
  ...objects: readonly Properties[]
): (name: string, value: unknown) => unknown {
  const isSet = setPredicate(...objects);
  return (name, value) => {
    const node = kind.field(name)?.node;
    return node !== undefined && isSet(node) && Array.isArray(value) && !holdsUnknown(value) ? sortedSet(value) : value;
  };
}
