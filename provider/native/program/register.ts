/** How the classes of the native front register: the engine's words for a kind, its properties, and its options. */
import * as pulumi from "@pulumi/pulumi";
import { kindSchema, type KindName } from "../../kinds/schema";
import { readConfiguration } from "../../configuration";
import { heededOptions, unseenDeletes } from "../../resources/options";
import { message } from "../../words/diagnostic";

export const tokenOf = (kind: KindName): string => `callab:index:${kind}`;

/** The arguments, with a place for each output: an output exists only if it is named here. */
export function propertiesOf(kind: KindName, args: object | undefined): pulumi.Inputs {
  const outputs = kindSchema(kind).fields.filter(({ node }) => node.output !== false);
  return { ...Object.fromEntries(outputs.map(({ name }) => [name, undefined])), ...args };
}

/**
 * A program that changes fronts keeps its objects: the engine knows them under the dynamic front's word for the kind. And
 * two copies of a campaign must never dial the same contacts, not for a moment. The plugin is told nothing of options, so
 * what is wrong with them ends the program here; but not that of an emergency stop.
 */
export function optionsOf(
  kind: KindName,
  name: string,
  opts: pulumi.CustomResourceOptions | undefined,
): pulumi.CustomResourceOptions {
  for (const found of unseenDeletes(kind, opts)) {
    const text = message(`${kind} "${name}"`, found);
    if (!isStop()) throw new pulumi.RunError(text);
    void pulumi.log.warn(text);
  }
  const aliases = [{ type: `pulumi-nodejs:dynamic/callab:${kind}` }];
  return pulumi.mergeOptions({ aliases }, heededOptions(kind, opts));
}

function isStop(): boolean {
  const config = new pulumi.Config("callab");
  try {
    return readConfiguration((key) => config.get(key)).pauseAll;
  } catch {
    return false;
  }
}
