/** What contract.schema.json says of a place in a contract: which keys there are, in which order. */
import schema from "../../contract.schema.json";

/** One node of contract.schema.json. */
export interface Description {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Description>>;
  readonly items?: Description;
  readonly anyOf?: readonly Description[];
  readonly $defs?: Readonly<Record<string, Description>>;
}

/** The description of a whole contract. */
export const contractDescription = schema as unknown as Description;

/** The description of what stands under a key, or at a place of a list. */
export function inside({ properties, items }: Description, key: string): Description {
  const child = properties?.[key] ?? items ?? {};
  const node = child.anyOf?.[0] ?? child;
  const definition = node.$ref?.split("/").at(-1);
  return definition === undefined ? node : (contractDescription.$defs?.[definition] ?? {});
}

/** The description of a place: `/kinds/Campaign/list`. */
export const descriptionAt = (pointer: string): Description =>
  pointer.split("/").slice(1).reduce(inside, contractDescription);
