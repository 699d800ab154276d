/** Lookups: live objects that the program does not manage. They only read. */
import * as pulumi from "@pulumi/pulumi";
import { createClient } from "../api/client";
import { Inventory, isAlive, readLive, type Live } from "../api/inventory";
import { ConfigurationError, type Configuration } from "../configuration";
import { kinds } from "../kinds";
import type { Kind } from "../kinds/kind";
import { nearestFew } from "../kinds/nearest";
import { parseE164 } from "../kinds/phoneNumberFormat";
import type { KindName } from "../kinds/schema";
import { keyOf } from "../lifecycle/identity";
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
  if (args.id !== undefined) {
    const byId =
      inventory.client.routes.of(kindName, "read").length > 0
        ? await readById(inventory, kind, args.id, workspace)
        : undefined;
    const found = byId ?? (await inventory.list(kind, workspace)).find((object) => object.id === args.id);
    if (found === undefined) throw new LookupError(`There is no ${kind.noun} with the ID ${args.id}${place}.`);
    return { ...found.fields, id: args.id };
  }
  return the(kind, await inventory.list(kind, workspace), args.name, place);
}

async function readById(inventory: Inventory, kind: Kind, id: string, workspace: string): Promise<Live | undefined> {
  const data = await inventory.client.send(kind.name, "read", { id, workspace });
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const item = data as Readonly<Record<string, unknown>>;
  return isAlive(item) && Object.keys(item).length > 0 ? readLive(kind, item) : undefined;
}

/** The one object with a natural key; an error that helps if there is none, or several. */
function the(kind: Kind, objects: readonly Live[], key: string, place: string): Record<string, unknown> {
  const [found, ...others] = objects.filter((object) => keyOf(kind, object.fields).trim() === key.trim());
  if (found === undefined) {
    const near = nearestFew(
      key,
      objects.map((object) => keyOf(kind, object.fields)),
    );
    const hint =
      near.length > 0
        ? ` Near it are: ${near.map((name) => `"${name}"`).join(", ")}.`
        : objects.length === 0
          ? " There are none at all."
          : "";
    throw new LookupError(`There is no ${kind.noun} "${key}"${place}.${hint}`);
  }
  if (others.length > 0) {
    const ids = [found, ...others].map((object) => object.id ?? "(no ID shown)").join(", ");
    throw new LookupError(
      `There are ${others.length + 1} ${kind.noun}s "${key}"${place}: ${ids}. Look it up by its ID instead.`,
    );
  }
  if (found.id === undefined) {
    throw new LookupError(
      `The API lists the ${kind.noun} "${key}"${place} without its ID. Write the ID from the dashboard into the program instead.`,
    );
  }
  return { ...found.fields, id: found.id };
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
    const objects = await inventory.list(kinds.PhoneNumber, workspace);
    return the(kinds.PhoneNumber, objects, parseE164(phoneNumber) ?? phoneNumber, "") as unknown as PhoneNumberResult;
  });

/** `getPhoneNumber` for an argument that is an output. */
export const getPhoneNumberOutput = (
  args: pulumi.Input<{ phoneNumber: pulumi.Input<string> }>,
): pulumi.Output<PhoneNumberResult> => pulumi.output(args).apply((known) => getPhoneNumber(known));
