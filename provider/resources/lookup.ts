/** How a live object that the program does not manage is looked up: by its ID, or by its natural key. Only reads. */
import * as pulumi from "@pulumi/pulumi";
import { createClient } from "../api/client";
import { Inventory } from "../api/inventory";
import { printable } from "../words/plainText";
import { ConfigurationError, type Configuration } from "../configuration";
import { kinds } from "../kinds";
import type { Kind } from "../kinds/kind";
import type { KindName } from "../kinds/schema";
import * as lifecycle from "../lifecycle/lookUp";
import { lookupArgs } from "../lifecycle/lookupArgs";
import { wordedForRun } from "../runtime/hints";
import { textOf } from "../words/text";
import { programSettings } from "./preflight";

/** An object by its ID, or by its name in a workspace (left out: the configured one). */
export type LookupArgs =
  | { readonly id: string; readonly name?: undefined; readonly workspace?: string | undefined }
  | { readonly name: string; readonly id?: undefined; readonly workspace?: string | undefined };

/** Nothing, or more than one object, is what was looked up. */
export class LookupError extends pulumi.RunError {
  constructor(message: string) {
    super(printable(message));
  }
}

/** One for each program; its configuration stands for it. */
const inventories = new WeakMap<Configuration, Inventory>();

function liveInventory(): { inventory: Inventory; workspace: string } {
  const { configuration, problems } = programSettings();
  if (configuration === undefined) throw new ConfigurationError(problems);
  let inventory = inventories.get(configuration);
  if (inventory === undefined) inventories.set(configuration, (inventory = new Inventory(createClient(configuration))));
  return { inventory, workspace: configuration.workspace };
}

/** What a person reads instead of a stack trace. */
async function withReadableFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    throw failure instanceof pulumi.RunError || !(failure instanceof Error)
      ? failure
      : new LookupError(wordedForRun(textOf(failure)));
  }
}

function lookUp(kind: Kind, args: unknown): Promise<Record<string, unknown>> {
  const named = lookupArgs(kind, args);
  const { inventory, workspace } = liveInventory();
  const place = { client: inventory.client, list: (where: string) => inventory.list(kind, where), workspace };
  return lifecycle.lookUp(place, kind, named);
}

/** The two ways to look up objects of a kind: with plain arguments, and with arguments that are outputs. */
export function lookupsOf<Args extends object, Result>(
  name: KindName,
): {
  readonly get: (args: Args) => Promise<Result>;
  readonly getOutput: (args: pulumi.Input<{ [K in keyof Args]: pulumi.Input<Args[K]> }>) => pulumi.Output<Result>;
} {
  const get = (args: Args): Promise<Result> =>
    withReadableFailures(async () => lookUp(kinds[name], args) as Promise<Result>);
  return {
    get,
    getOutput: (args) =>
      pulumi.output<Result>(pulumi.output(args).apply((known) => get(known as Args))) as pulumi.Output<Result>,
  };
}
