// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

/**
 * pulumi-callab: Callab AI campaigns, agents, phone numbers and webhooks as Pulumi resources.
 *
 * @packageDocumentation
 */
export { AiAgent } from "./resources/aiAgent";
export { Campaign } from "./resources/campaign";
export { PhoneNumber } from "./resources/phoneNumber";
export { Webhook } from "./resources/webhook";
export { Workspace } from "./resources/workspace";
export {
  getAiAgent,
  getAiAgentOutput,
  getCampaign,
  getCampaignOutput,
  getPhoneNumber,
  getPhoneNumberOutput,
  getWebhook,
  getWebhookOutput,
  type LookupArgs,
  type PhoneNumberLookupArgs,
} from "./resources/lookups";
export type {
  AiAgentArgs,
  AiAgentResult,
  CampaignArgs,
  CampaignResult,
  PhoneNumberArgs,
  PhoneNumberResult,
  WebhookArgs,
  WebhookPredefinedVariable,
  WebhookPredefinedVariableArgs,
  WebhookResult,
  WebhookStep,
  WebhookStepArgs,
  WebhookVariable,
  WebhookVariableArgs,
  Weekday,
  WeekdayName,
  WorkspaceArgs,
  WorkspaceResult,
} from "./resources/types";
