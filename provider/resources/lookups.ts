// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

/** Lookups: live objects that the program does not manage. They only read. */
import { lookupsOf, type LookupArgs } from "./lookup";
import type { CampaignResult, AiAgentResult, PhoneNumberResult, WebhookResult } from "./types";

export type { LookupArgs } from "./lookup";

export interface PhoneNumberLookupArgs {
  /** The number in E.164 form, e.g. `+15550100123`; spaces, brackets and dashes are accepted. */
  readonly phoneNumber: string;
}

const campaign = lookupsOf<LookupArgs, CampaignResult>("Campaign");
/** A live campaign by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getCampaign = campaign.get;
/** `getCampaign` for arguments that are outputs. */
export const getCampaignOutput = campaign.getOutput;

const aiAgent = lookupsOf<LookupArgs, AiAgentResult>("AiAgent");
/** A live agent by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getAiAgent = aiAgent.get;
/** `getAiAgent` for arguments that are outputs. */
export const getAiAgentOutput = aiAgent.getOutput;

const phoneNumber = lookupsOf<PhoneNumberLookupArgs, PhoneNumberResult>("PhoneNumber");
/** A live phone number by `{ phoneNumber }`. Rejects if there is none, or more than one. */
export const getPhoneNumber = phoneNumber.get;
/** `getPhoneNumber` for arguments that are outputs. */
export const getPhoneNumberOutput = phoneNumber.getOutput;

const webhook = lookupsOf<LookupArgs, WebhookResult>("Webhook");
/** A live webhook by `{ id }` or `{ name, workspace? }`. Rejects if there is none, or more than one. */
export const getWebhook = webhook.get;
/** `getWebhook` for arguments that are outputs. */
export const getWebhookOutput = webhook.getOutput;
