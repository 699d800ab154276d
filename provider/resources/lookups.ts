/** Lookups: live objects that the program does not manage. They only read. */
import * as pulumi from "@pulumi/pulumi";
import { createClient } from "../api/client";
import { Inventory, type Listing } from "../api/inventory";
import { readObject, type Live } from "../api/object";
import { ConfigurationError, type Configuration } from "../configuration";
import { kinds } from "../kinds";
import type { Kind } from "../kinds/kind";
import { namesakes } from "../kinds/name";
import { nearestFew } from "../kinds/nearest";
import { parseE164 } from "../kinds/phoneNumberFormat";
import type { KindName } from "../kinds/schema";
import { idsOf, keyOf } from "../lifecycle/identity";
import { programSettings } from "./preflight";
import type { AiAgentResult, CampaignResult, PhoneNumberResult, WebhookResult } from "./types";

/** An object by its ID, or by its name in a workspace (left out: the configured one). */
export type LookupArgs =
  | { readonly id: string; readonly name?: undefined; readonly workspace?: string | undefined }
  | { readonly name: string; readonly id?: undefined; readonly workspace?: string | undefined };

export interface PhoneNumberLookupArgs {
  /** The number, written internationally. */
  readonly phoneNumber: string;
}

/** Nothing, or more than one object, is what was looked up. */
export class LookupError extends pulumi.RunError {}

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

async function lookUp(kindName: KindName, args: LookupArgs): Promise<Record<string, unknown>> {
  const kind = kinds[kindName];
  const { inventory, workspace: configured } = liveInventory();
  const workspace = args.workspace ?? configured;
  const place = ` in workspace "${workspace}"`;
  if (args.id === undefined && typeof args.name !== "string") {
    throw new LookupError(`get${kindName} needs { id } or { name }.`);
  }
  if (args.id !== undefined) return findById(inventory, kind, args.id, workspace, place);
  return findUnique(kind, await inventory.list(kind, workspace), args.name, place);
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
      `Whether there is a ${kind.noun} with the ID ${id}${place} cannot be told: the list of ${kind.noun}s may not be whole (${notWhole}).`,
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
      `There are ${found.length} ${kind.noun}s "${name}"${place}: ${idsOf(found)}. Look it up by its ID instead.`,
    );
  }
  // Such a list proves neither that there is none nor that there is only one.
  if (notWhole !== undefined) {
    throw new LookupError(
      `Whether there is one ${kind.noun} "${name}"${place}, and no more, cannot be told: the list of ${kind.noun}s may not be whole (${notWhole}). ` +
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
  return names.length === 0 ? "" : ` Near it are: ${names.map((each) => `"${each}"`).join(", ")}.`;
}

const lookups = <Result>(kindName: KindName) => {
  const get = (args: LookupArgs): Promise<Result> => forPeople(() => lookUp(kindName, args) as Promise<Result>);
  const getOutput = (
    args: pulumi.Input<{ [K in keyof LookupArgs]: pulumi.Input<LookupArgs[K]> }>,
  ): pulumi.Output<Result> =>
    pulumi.output<Result>(pulumi.output(args).apply((known) => get(known as LookupArgs))) as pulumi.Output<Result>;
  return { get, getOutput };
};

const campaigns = lookups<CampaignResult>("Campaign");
const agents = lookups<AiAgentResult>("AiAgent");
const webhooks = lookups<WebhookResult>("Webhook");

/** A live campaign by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getCampaign = campaigns.get;
/** `getCampaign` for arguments that are outputs. */
export const getCampaignOutput = campaigns.getOutput;
/** A live agent by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getAiAgent = agents.get;
/** `getAiAgent` for arguments that are outputs. */
export const getAiAgentOutput = agents.getOutput;
/** A live webhook flow by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getWebhook = webhooks.get;
/** `getWebhook` for arguments that are outputs. */
export const getWebhookOutput = webhooks.getOutput;

/** A phone number of the account. Rejects if the account has none such. */
export const getPhoneNumber = ({ phoneNumber }: PhoneNumberLookupArgs): Promise<PhoneNumberResult> =>
  forPeople(async () => {
    const { inventory, workspace } = liveInventory();
    const listing = await inventory.list(kinds.PhoneNumber, workspace);
    const number = parseE164(phoneNumber) ?? phoneNumber;
    return findUnique(kinds.PhoneNumber, listing, number, "") as unknown as PhoneNumberResult;
  });

/** `getPhoneNumber` for an argument that is an output. */
export const getPhoneNumberOutput = (
  args: pulumi.Input<{ phoneNumber: pulumi.Input<string> }>,
): pulumi.Output<PhoneNumberResult> => pulumi.output(args).apply((known) => getPhoneNumber(known));
