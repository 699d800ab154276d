/**
 * Owners: which resource of which stack. The program says it of each of its resources, in the form of the engine's own
 * name for it (`urn:pulumi:<stack>::<project>::<types>::<name>`), with the organization before the stack where there
 * is one.
 */
export type Owner = string;

/** `organization/stack`, project, types, and the resource's name, which may hold anything. */
const partsOf = (owner: Owner): readonly string[] => owner.replace(/^urn:pulumi:/, "").split("::");

/** `organization/stack::project`: everything of an owner but the resource. */
const stackOf = (owner: Owner): string => partsOf(owner).slice(0, 2).join("::");

export const isSameStack = (one: Owner | undefined, other: Owner | undefined): boolean =>
  one !== undefined && other !== undefined && stackOf(one) === stackOf(other);

/** For messages: the resource's name in its program, with its stack where that is another one than the reader's. */
export function ownerInWords(owner: Owner | undefined, reader: Owner | undefined): string {
  if (owner === undefined) return "another resource of this program";
  const [stack = "", ...rest] = partsOf(owner);
  const name = rest.slice(2).join("::") || owner;
  return isSameStack(owner, reader)
    ? `the resource "${name}" of this program`
    : `the resource "${name}" of the stack "${stack}"`;
}
