/** How the classes of the native front register: the engine's words for a kind, its properties, and its options. */
import * as pulumi from "@pulumi/pulumi";
import { kindSchema, type KindName } from "../../kinds/schema";
import { deletedFirst } from "../../resources/options";

export const tokenOf = (kind: KindName): string => `callab:index:${kind}`;

/** The arguments, with a place for each output: an output exists only if it is named here. */
export function propertiesOf(kind: KindName, args: object | undefined): pulumi.Inputs {
  const outputs = kindSchema(kind).fields.filter(({ node }) => node.output !== false);
  return { ...Object.fromEntries(outputs.map(({ name }) => [name, undefined])), ...args };
}

/**
 * A program that changes fronts keeps its objects: the engine knows them under the dynamic front's word for the kind. And
 * two copies of a campaign must never dial the same contacts, not for a moment.
 */
export const optionsOf = (
  kind: KindName,
  opts: pulumi.CustomResourceOptions | undefined,
): pulumi.CustomResourceOptions =>
  pulumi.mergeOptions({ aliases: [{ type: `pulumi-nodejs:dynamic/callab:${kind}` }] }, deletedFirst(opts));
