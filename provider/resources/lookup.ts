/** How a live object that the program does not manage is looked up: by its ID, or by its natural key. Only reads. */
import * as pulumi from "@pulumi/pulumi";
import { createClient } from "../api/client";
import { Inventory, type Listing } from "../api/inventory";
import { readObject, type Live } from "../api/object";
import { oneLine, printable } from "../api/plainText";
import { ConfigurationError, type Configuration } from "../configuration";
import { kinds } from "../kinds";
import type { Kind } from "../kinds/kind";
import { namesakes } from "../kinds/name";
import { nearestFew } from "../kinds/nearest";
import { normalValue } from "../kinds/normalForm";
import type { KindName } from "../kinds/schema";
import { idsOf, keyOf } from "../lifecycle/identity";
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
async function forPeople<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    throw failure instanceof pulumi.RunError || !(failure instanceof Error)
      ? failure
      : new LookupError(failure.message);
  }
}

async function lookUp(kind: Kind, args: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const { id, [kind.naturalKey]: key } = args;
  const { inventory, workspace: configured } = liveInventory();
  const workspace = typeof args["workspace"] === "string" ? args["workspace"] : configured;
  const place = kind.listedByWorkspace ? ` in workspace "${workspace}"` : "";
  if (typeof id === "string") return findById(inventory, kind, id, workspace, place);
  if (typeof key !== "string") {
    const byId = kind.listedByWorkspace ? "{ id } or " : "";
    throw new LookupError(`get${kind.name} needs ${byId}{ ${kind.naturalKey} }.`);
  }
  const { node, fields } = kind.field(kind.naturalKey) ?? { node: {}, fields: undefined };
  // In its normal form, but for the blanks of a name: a name that is equal to the letter goes before one that is alike.
  const written = String(normalValue(node, fields, key, () => false));
  return findUnique(kind, await inventory.list(kind, workspace), written, place);
}

async function findById(
  inventory: Inventory,
  kind: Kind,
  id: string,
  workspace: string,
  place: string,
): Promise<Record<string, unknown>> {
  const canRead = inventory.client.routes.of(kind.name, "read").length > 0;
  const read = canRead ? await readObject(inventory.client, kind, id, workspace) : "absent";
  if (read !== "absent") return { ...read.fields, id };
  const { objects, notWhole } = await inventory.list(kind, workspace);
  const listed = objects.find((object) => object.id?.toLowerCase() === id.toLowerCase());
  if (listed !== undefined) return { ...listed.fields, id };
  if (notWhole !== undefined) {
    throw new LookupError(
      `Whether there is a ${kind.noun} with the ID ${id}${place} cannot be told: the list of ${kind.plural} may not be whole (${notWhole}).`,
    );
  }
  throw new LookupError(`There is no ${kind.noun} with the ID ${id}${place}.`);
}

/** The one object of a name (or number); an error that helps if there is none, or several. */
function findUnique(kind: Kind, { objects, notWhole }: Listing, name: string, place: string): Record<string, unknown> {
  const found = namesakes(name, objects, ({ fields }) => keyOf(kind, fields));
  const [only] = found;
  if (found.length > 1) {
    throw new LookupError(
      `There are ${found.length} ${kind.plural} "${name}"${place}: ${idsOf(found)}. Look it up by its ID instead.`,
    );
  }
  // Such a list proves neither that there is none nor that there is only one.
  if (notWhole !== undefined) {
    throw new LookupError(
      `Whether there is one ${kind.noun} "${name}"${place}, and no more, cannot be told: the list of ${kind.plural} may not be whole (${notWhole}). ` +
        "Write the ID from the dashboard into the program instead.",
    );
  }
  if (only === undefined) {
    throw new LookupError(`There is no ${kind.noun} "${name}"${place}.${near(kind, objects, name)}`);
  }
  if (only.id === undefined) {
    throw new LookupError(
      `The API lists the ${kind.noun} "${name}"${place} without its ID. Write the ID from the dashboard into the program instead.`,
    );
  }
  return { ...only.fields, id: only.id };
}

function near(kind: Kind, objects: readonly Live[], name: string): string {
  if (objects.length === 0) return " There are none at all.";
  const names = nearestFew(
    name,
    objects.flatMap(({ fields }) => keyOf(kind, fields) ?? []),
  );
  return names.length === 0 ? "" : ` Near it are: ${names.map((each) => `"${oneLine(each)}"`).join(", ")}.`;
}

/** The two ways to look up objects of a kind: with plain arguments, and with arguments that are outputs. */
export function lookupsOf<Args extends object, Result>(
  name: KindName,
): {
  readonly get: (args: Args) => Promise<Result>;
  readonly getOutput: (args: pulumi.Input<{ [K in keyof Args]: pulumi.Input<Args[K]> }>) => pulumi.Output<Result>;
} {
  const get = (args: Args): Promise<Result> =>
    forPeople(() => lookUp(kinds[name], args as Readonly<Record<string, unknown>>) as Promise<Result>);
  return {
    get,
    getOutput: (args) =>
      pulumi.output<Result>(pulumi.output(args).apply((known) => get(known as Args))) as pulumi.Output<Result>,
  };
}
