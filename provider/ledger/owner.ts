/**
 * Owners: which resource of which stack. The program says it of each of its resources, in the form of the engine's own
 * name for it (`urn:pulumi:<stack>::<project>::<types>::<name>`), with the organization before the stack where there
 * is one.
 */
export type Owner = string;

/** `organization/stack`, project, types, and the resource's name, which may hold anything. */
const partsOf = (owner: Owner): readonly string[] => owner.replace(/^urn:pulumi:/, "").split("::");

/** The organization, where one is said, and the stack with its project: everything of an owner but the resource. */
function stackOf(owner: Owner): { readonly organization: string | undefined; readonly stack: string } {
  const [place = "", project = ""] = partsOf(owner);
  const slash = place.indexOf("/");
  return {
    organization: slash < 0 ? undefined : place.slice(0, slash),
    stack: `${place.slice(slash + 1)}::${project}`,
  };
}

/** A plugin is not told of the organization: where one of two owners lacks it, the rest decides. */
export function isSameStack(one: Owner | undefined, other: Owner | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [mine, theirs] = [stackOf(one), stackOf(other)];
  const isSameOrganization =
    mine.organization === undefined || theirs.organization === undefined || mine.organization === theirs.organization;
  return mine.stack === theirs.stack && isSameOrganization;
}

/** The resource's name in its program. */
export const resourceOf = (owner: Owner): string => partsOf(owner).slice(3).join("::") || owner;

/** For messages: the resource's name in its program, with its stack where that is another one than the reader's. */
export function ownerInWords(owner: Owner | undefined, reader: Owner | undefined): string {
  if (owner === undefined) return "another resource of this program";
  const [stack = ""] = partsOf(owner);
  const name = resourceOf(owner);
  return isSameStack(owner, reader)
    ? `the resource "${name}" of this program`
    : `the resource "${name}" of the stack "${stack}"`;
}
