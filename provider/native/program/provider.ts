import * as pulumi from "@pulumi/pulumi";
import type { ConfigurationKey } from "../../configuration";

/** The settings of docs/configuration.md, without their prefix. What is left out is read as it is for a stack without. */
export type ProviderArgs = {
  readonly [Key in ConfigurationKey]?:
    pulumi.Input<(Key extends "pauseAll" ? boolean | string : string | number) | undefined> | undefined;
};

/**
 * An account of Callab AI, and how it is worked with: several in one program, each for the resources that name it.
 *
 * @example
 * ```ts
 * const north = new callab.Provider("north", { workspace: "north", apiToken: config.requireSecret("northToken") });
 * new callab.Campaign("spring", { … }, { provider: north });
 * ```
 */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, opts?: pulumi.ResourceOptions) {
    const settings = Object.entries(args).filter(([, value]) => value !== undefined);
    const texts = settings.map(([key, value]) => [key, pulumi.output(value).apply(asText)] as const);
    const secret = texts.map(([key, value]) => [key, key === "apiToken" ? pulumi.secret(value) : value]);
    super("callab", name, Object.fromEntries(secret) as pulumi.Inputs, opts);
  }
}

/**
 * The engine hands a provider texts alone. What turns out to be nothing is left out as well: a text made of it would be the
 * name of a workspace, and all that lives in another one would be made anew there.
 */
function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}
