// Generated from schema.json by tools/generate/types.mts. Do not edit: change schema.json and run `npm run generate`.
import type * as pulumi from "@pulumi/pulumi";

/** A day's English name. */
export type WeekdayName = "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
type WeekdayShort = "sun" | "mon" | "tue" | "wed" | "thu" | "fri" | "sat";
/** A day of the week: English name, three-letter name, or the API's number (0 = Sunday … 6 = Saturday). */
export type Weekday =
  WeekdayName | WeekdayShort | Capitalize<WeekdayName> | Capitalize<WeekdayShort> | 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * A calling campaign: who is called (or who may call in), by which agent, on which days and hours, and how often. A campaign phones real people.
 */
export interface CampaignArgs {
  /**
   * Name of the campaign. Unique in its workspace as far as this package is concerned: it is how a campaign is found again after a lost answer.
   *
   * Documented.
   *
   * @example "Spring renewals"
   */
  name: pulumi.Input<string>;
  /**
   * Free text for the people who run the campaign. The API requires it; an empty text is allowed.
   *
   * Documented.
   *
   * @example "Customers whose contract ends in May"
   */
  notes: pulumi.Input<string>;
  /**
   * Whether the agent calls (`outbound`) or is called (`inbound`).
   *
   * Documented. A change makes a new object.
   */
  campaignType: pulumi.Input<"outbound" | "inbound">;
  /**
   * Where the contacts come from, one entry a source; entry *i* of every contacts, attempts and delay list speaks of the same source (inferred), also where no source is named: their order is kept.
   *
   * Documented.
   *
   * @example ["web"]
   *
   * @example ["manual"]
   *
   * @example ["Website Form","CSV Import"]
   */
  contactsListSource?: pulumi.Input<pulumi.Input<string | null>[] | null> | undefined;
  /**
   * Who is called: the tags that select contacts. Beside another list of several entries their order counts.
   *
   * Documented.
   *
   * @example ["vip"]
   */
  contactsListTags?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /**
   * Who is called: the categories that select contacts. Beside another list of several entries their order counts.
   *
   * Documented.
   *
   * @example ["renewal"]
   */
  contactsListCategories?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /**
   * Details by source. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"web":{"source_url":"https://example.com"}}
   */
  contactsListSourceMetadata?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * Agent variable → path in the contact's data. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"first_name":"contact.firstname"}
   */
  agentVariablesContactMetadataMapping?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * ID of the webhook flow that is told about the calls, usually `webhook.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  webhookId?: pulumi.Input<string> | undefined;
  /**
   * ID of the agent that talks, usually `agent.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  aiAgentId: pulumi.Input<string>;
  /**
   * Start of the daily calling window, local time of `timeZone` (inferred), `HH:MM:SS`; `9:00` is accepted.
   *
   * Documented.
   *
   * @example "09:00:00"
   */
  callTimeOfDayFrom?: pulumi.Input<string> | undefined;
  /**
   * End of the daily calling window, local time of `timeZone` (inferred), `HH:MM:SS`; `17:00` is accepted. What a window over midnight means is not documented.
   *
   * Documented.
   *
   * @example "17:00:00"
   */
  callTimeOfDayTo?: pulumi.Input<string> | undefined;
  /**
   * How many times a contact is tried, one entry a source.
   *
   * Documented.
   *
   * @example [3]
   */
  numberOfCallAttempts?: pulumi.Input<pulumi.Input<number>[]> | undefined;
  /**
   * Pause between two attempts, in `retryDelayUnit`, one entry a source.
   *
   * Documented.
   *
   * @example [60]
   */
  retryDelay?: pulumi.Input<pulumi.Input<number>[]> | undefined;
  /**
   * Unit of `retryDelay`, one entry a source. Only `seconds` was ever shown for campaigns.
   *
   * Documented.
   *
   * @example ["seconds"]
   */
  retryDelayUnit?: pulumi.Input<pulumi.Input<"seconds" | (string & {})>[]> | undefined;
  /**
   * Days on which calls are made. English names, three-letter names or the API's numbers (0 = Sunday … 6 = Saturday) are accepted; shown as names in week order from Sunday.
   *
   * Documented.
   *
   * @example ["monday","tuesday","wednesday","thursday","friday"]
   */
  daysOfWeek: pulumi.Input<pulumi.Input<Weekday>[]>;
  /**
   * IANA name of the time zone of the window and the days, e.g. `Europe/Paris`. The documentation shows only `UTC`; that it takes IANA names is inferred.
   *
   * Documented.
   *
   * @example "UTC"
   *
   * @example "Europe/Paris"
   */
  timeZone: pulumi.Input<string>;
  /**
   * ID of the number people call, usually `number.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  inboundPhoneNumberId?: pulumi.Input<string> | undefined;
  /**
   * ID of the number calls are made from, usually `number.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  outboundPhoneNumberId?: pulumi.Input<string> | undefined;
  /**
   * First day of the campaign, `YYYY-MM-DD`.
   *
   * Documented.
   *
   * @example "2026-12-01"
   */
  startedAt?: pulumi.Input<string> | undefined;
  /**
   * Last day of the campaign, `YYYY-MM-DD`.
   *
   * Documented.
   *
   * @example "2026-12-31"
   */
  endedAt?: pulumi.Input<string> | undefined;
  /**
   * What the webhook is sent: variable → value. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"event":"call_completed"}
   */
  webhookMappingVariables?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * Where each webhook variable comes from. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"event":"system"}
   */
  webhookMappingVariablesSources?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  workspace?: pulumi.Input<string> | undefined;
  /**
   * Whether the campaign should be calling. Set after create and kept; left out: not managed. The live one is the output `status`. A completed campaign stays completed: calling the same people again is a new campaign.
   */
  desiredStatus?: pulumi.Input<"active" | "paused"> | undefined;
  /**
   * Take over an object of the same name in the workspace that exists already, even where it differs from this program: it is updated to match. Left out or false: an equal one is taken over, a differing one fails the run and shows the differences.
   *
   * @default false
   */
  adopt?: pulumi.Input<boolean> | undefined;
  /**
   * What happens to the live campaign when it is deleted here. `delete`: paused, then deleted; `complete`: set to completed and left; `pause`: paused and left; `retain`: left untouched.
   *
   * @default "delete"
   */
  deletionPolicy?: pulumi.Input<"delete" | "complete" | "pause" | "retain"> | undefined;
  /**
   * The UUID that the dashboard shows for a campaign that exists: for an account whose lists show no IDs, and for a campaign that cannot be told apart otherwise. It is taken over and updated where it differs, also without `adopt`, and is then this program's to delete, as `deletionPolicy` says. If it is not there, the run fails and creates nothing. `none` answers a run that named campaigns which may be what it created: none of them is, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  existingId?: pulumi.Input<string> | undefined;
  /**
   * Says that an outbound campaign without a tag, category or source is meant to call everybody. Left out or false: such a campaign is an error, since whom it would call is not documented.
   *
   * @default false
   */
  allowAllContacts?: pulumi.Input<boolean> | undefined;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `campaign/no-window`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["campaign/no-window"]
   */
  acceptedWarnings?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

/**
 * What is known of a Campaign: its inputs in normal form, and what the API reports.
 */
export interface CampaignOutputs {
  /**
   * Name of the campaign. Unique in its workspace as far as this package is concerned: it is how a campaign is found again after a lost answer.
   *
   * Documented.
   *
   * @example "Spring renewals"
   */
  readonly name: pulumi.Output<string>;
  /**
   * Free text for the people who run the campaign. The API requires it; an empty text is allowed.
   *
   * Documented.
   *
   * @example "Customers whose contract ends in May"
   */
  readonly notes: pulumi.Output<string>;
  /**
   * Whether the agent calls (`outbound`) or is called (`inbound`).
   *
   * Documented. A change makes a new object.
   */
  readonly campaignType: pulumi.Output<"outbound" | "inbound">;
  /**
   * Where the contacts come from, one entry a source; entry *i* of every contacts, attempts and delay list speaks of the same source (inferred), also where no source is named: their order is kept.
   *
   * Documented.
   *
   * @example ["web"]
   *
   * @example ["manual"]
   *
   * @example ["Website Form","CSV Import"]
   */
  readonly contactsListSource: pulumi.Output<(string | null)[] | null | undefined>;
  /**
   * Who is called: the tags that select contacts. Beside another list of several entries their order counts.
   *
   * Documented.
   *
   * @example ["vip"]
   */
  readonly contactsListTags: pulumi.Output<string[] | undefined>;
  /**
   * Who is called: the categories that select contacts. Beside another list of several entries their order counts.
   *
   * Documented.
   *
   * @example ["renewal"]
   */
  readonly contactsListCategories: pulumi.Output<string[] | undefined>;
  /**
   * Details by source. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"web":{"source_url":"https://example.com"}}
   */
  readonly contactsListSourceMetadata: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * Agent variable → path in the contact's data. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"first_name":"contact.firstname"}
   */
  readonly agentVariablesContactMetadataMapping: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * ID of the webhook flow that is told about the calls, usually `webhook.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly webhookId: pulumi.Output<string | undefined>;
  /**
   * ID of the agent that talks, usually `agent.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly aiAgentId: pulumi.Output<string>;
  /**
   * Start of the daily calling window, local time of `timeZone` (inferred), `HH:MM:SS`; `9:00` is accepted.
   *
   * Documented.
   *
   * @example "09:00:00"
   */
  readonly callTimeOfDayFrom: pulumi.Output<string | undefined>;
  /**
   * End of the daily calling window, local time of `timeZone` (inferred), `HH:MM:SS`; `17:00` is accepted. What a window over midnight means is not documented.
   *
   * Documented.
   *
   * @example "17:00:00"
   */
  readonly callTimeOfDayTo: pulumi.Output<string | undefined>;
  /**
   * How many times a contact is tried, one entry a source.
   *
   * Documented.
   *
   * @example [3]
   */
  readonly numberOfCallAttempts: pulumi.Output<number[] | undefined>;
  /**
   * Pause between two attempts, in `retryDelayUnit`, one entry a source.
   *
   * Documented.
   *
   * @example [60]
   */
  readonly retryDelay: pulumi.Output<number[] | undefined>;
  /**
   * Unit of `retryDelay`, one entry a source. Only `seconds` was ever shown for campaigns.
   *
   * Documented.
   *
   * @example ["seconds"]
   */
  readonly retryDelayUnit: pulumi.Output<("seconds" | (string & {}))[] | undefined>;
  /**
   * Days on which calls are made. English names, three-letter names or the API's numbers (0 = Sunday … 6 = Saturday) are accepted; shown as names in week order from Sunday.
   *
   * Documented.
   *
   * @example ["monday","tuesday","wednesday","thursday","friday"]
   */
  readonly daysOfWeek: pulumi.Output<WeekdayName[]>;
  /**
   * IANA name of the time zone of the window and the days, e.g. `Europe/Paris`. The documentation shows only `UTC`; that it takes IANA names is inferred.
   *
   * Documented.
   *
   * @example "UTC"
   *
   * @example "Europe/Paris"
   */
  readonly timeZone: pulumi.Output<string>;
  /**
   * ID of the number people call, usually `number.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly inboundPhoneNumberId: pulumi.Output<string | undefined>;
  /**
   * ID of the number calls are made from, usually `number.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly outboundPhoneNumberId: pulumi.Output<string | undefined>;
  /**
   * First day of the campaign, `YYYY-MM-DD`.
   *
   * Documented.
   *
   * @example "2026-12-01"
   */
  readonly startedAt: pulumi.Output<string | undefined>;
  /**
   * Last day of the campaign, `YYYY-MM-DD`.
   *
   * Documented.
   *
   * @example "2026-12-31"
   */
  readonly endedAt: pulumi.Output<string | undefined>;
  /**
   * What the webhook is sent: variable → value. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"event":"call_completed"}
   */
  readonly webhookMappingVariables: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * Where each webhook variable comes from. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"event":"system"}
   */
  readonly webhookMappingVariablesSources: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  readonly workspace: pulumi.Output<string>;
  /**
   * Whether the campaign should be calling. Set after create and kept; left out: not managed. The live one is the output `status`. A completed campaign stays completed: calling the same people again is a new campaign.
   */
  readonly desiredStatus: pulumi.Output<"active" | "paused" | undefined>;
  /**
   * Take over an object of the same name in the workspace that exists already, even where it differs from this program: it is updated to match. Left out or false: an equal one is taken over, a differing one fails the run and shows the differences.
   *
   * @default false
   */
  readonly adopt: pulumi.Output<boolean | undefined>;
  /**
   * What happens to the live campaign when it is deleted here. `delete`: paused, then deleted; `complete`: set to completed and left; `pause`: paused and left; `retain`: left untouched.
   *
   * @default "delete"
   */
  readonly deletionPolicy: pulumi.Output<"delete" | "complete" | "pause" | "retain" | undefined>;
  /**
   * The UUID that the dashboard shows for a campaign that exists: for an account whose lists show no IDs, and for a campaign that cannot be told apart otherwise. It is taken over and updated where it differs, also without `adopt`, and is then this program's to delete, as `deletionPolicy` says. If it is not there, the run fails and creates nothing. `none` answers a run that named campaigns which may be what it created: none of them is, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  readonly existingId: pulumi.Output<string | undefined>;
  /**
   * Says that an outbound campaign without a tag, category or source is meant to call everybody. Left out or false: such a campaign is an error, since whom it would call is not documented.
   *
   * @default false
   */
  readonly allowAllContacts: pulumi.Output<boolean | undefined>;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `campaign/no-window`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["campaign/no-window"]
   */
  readonly acceptedWarnings: pulumi.Output<string[] | undefined>;
  /**
   * The live status: `active`, `paused` or `completed`. It changes by itself while a campaign runs.
   *
   * Known from the older description of the API.
   */
  readonly status: pulumi.Output<"active" | "paused" | "completed" | (string & {}) | undefined>;
  /**
   * How far the calls have come, as the API reports it (the unit is not documented).
   *
   * Documented.
   */
  readonly callProgress: pulumi.Output<number | undefined>;
  /**
   * When the campaign was created (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  readonly createdAt: pulumi.Output<string | undefined>;
  /**
   * When the campaign was last changed (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  readonly updatedAt: pulumi.Output<string | undefined>;
  /**
   * When the campaign was deleted (ISO 8601); absent while it lives.
   *
   * Documented.
   */
  readonly deletedAt: pulumi.Output<string | null | undefined>;
  /**
   * One plain sentence of who is called when, computed from the inputs alone, so that a preview shows it.
   */
  readonly summary: pulumi.Output<string>;
}

/**
 * A live Campaign as the API shows it; what the API does not show is absent.
 */
export interface CampaignResult {
  /**
   * The object's ID.
   */
  id: string;
  /**
   * Name of the campaign. Unique in its workspace as far as this package is concerned: it is how a campaign is found again after a lost answer.
   *
   * Documented.
   *
   * @example "Spring renewals"
   */
  name: string;
  /**
   * Free text for the people who run the campaign. The API requires it; an empty text is allowed.
   *
   * Documented.
   *
   * @example "Customers whose contract ends in May"
   */
  notes?: string | undefined;
  /**
   * Whether the agent calls (`outbound`) or is called (`inbound`).
   *
   * Documented. A change makes a new object.
   */
  campaignType?: "outbound" | "inbound" | undefined;
  /**
   * Where the contacts come from, one entry a source; entry *i* of every contacts, attempts and delay list speaks of the same source (inferred), also where no source is named: their order is kept.
   *
   * Documented.
   *
   * @example ["web"]
   *
   * @example ["manual"]
   *
   * @example ["Website Form","CSV Import"]
   */
  contactsListSource?: (string | null)[] | null | undefined;
  /**
   * Who is called: the tags that select contacts. Beside another list of several entries their order counts.
   *
   * Documented.
   *
   * @example ["vip"]
   */
  contactsListTags?: string[] | undefined;
  /**
   * Who is called: the categories that select contacts. Beside another list of several entries their order counts.
   *
   * Documented.
   *
   * @example ["renewal"]
   */
  contactsListCategories?: string[] | undefined;
  /**
   * Details by source. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"web":{"source_url":"https://example.com"}}
   */
  contactsListSourceMetadata?: Record<string, unknown> | undefined;
  /**
   * Agent variable → path in the contact's data. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"first_name":"contact.firstname"}
   */
  agentVariablesContactMetadataMapping?: Record<string, unknown> | undefined;
  /**
   * ID of the webhook flow that is told about the calls, usually `webhook.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  webhookId?: string | undefined;
  /**
   * ID of the agent that talks, usually `agent.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  aiAgentId?: string | undefined;
  /**
   * Start of the daily calling window, local time of `timeZone` (inferred), `HH:MM:SS`; `9:00` is accepted.
   *
   * Documented.
   *
   * @example "09:00:00"
   */
  callTimeOfDayFrom?: string | undefined;
  /**
   * End of the daily calling window, local time of `timeZone` (inferred), `HH:MM:SS`; `17:00` is accepted. What a window over midnight means is not documented.
   *
   * Documented.
   *
   * @example "17:00:00"
   */
  callTimeOfDayTo?: string | undefined;
  /**
   * How many times a contact is tried, one entry a source.
   *
   * Documented.
   *
   * @example [3]
   */
  numberOfCallAttempts?: number[] | undefined;
  /**
   * Pause between two attempts, in `retryDelayUnit`, one entry a source.
   *
   * Documented.
   *
   * @example [60]
   */
  retryDelay?: number[] | undefined;
  /**
   * Unit of `retryDelay`, one entry a source. Only `seconds` was ever shown for campaigns.
   *
   * Documented.
   *
   * @example ["seconds"]
   */
  retryDelayUnit?: ("seconds" | (string & {}))[] | undefined;
  /**
   * Days on which calls are made. English names, three-letter names or the API's numbers (0 = Sunday … 6 = Saturday) are accepted; shown as names in week order from Sunday.
   *
   * Documented.
   *
   * @example ["monday","tuesday","wednesday","thursday","friday"]
   */
  daysOfWeek?: WeekdayName[] | undefined;
  /**
   * IANA name of the time zone of the window and the days, e.g. `Europe/Paris`. The documentation shows only `UTC`; that it takes IANA names is inferred.
   *
   * Documented.
   *
   * @example "UTC"
   *
   * @example "Europe/Paris"
   */
  timeZone?: string | undefined;
  /**
   * ID of the number people call, usually `number.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  inboundPhoneNumberId?: string | undefined;
  /**
   * ID of the number calls are made from, usually `number.id`.
   *
   * Documented. Written, but never shown again by the API.
   */
  outboundPhoneNumberId?: string | undefined;
  /**
   * First day of the campaign, `YYYY-MM-DD`.
   *
   * Documented.
   *
   * @example "2026-12-01"
   */
  startedAt?: string | undefined;
  /**
   * Last day of the campaign, `YYYY-MM-DD`.
   *
   * Documented.
   *
   * @example "2026-12-31"
   */
  endedAt?: string | undefined;
  /**
   * What the webhook is sent: variable → value. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"event":"call_completed"}
   */
  webhookMappingVariables?: Record<string, unknown> | undefined;
  /**
   * Where each webhook variable comes from. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {"event":"system"}
   */
  webhookMappingVariablesSources?: Record<string, unknown> | undefined;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  workspace?: string | undefined;
  /**
   * The live status: `active`, `paused` or `completed`. It changes by itself while a campaign runs.
   *
   * Known from the older description of the API.
   */
  status?: "active" | "paused" | "completed" | (string & {}) | undefined;
  /**
   * How far the calls have come, as the API reports it (the unit is not documented).
   *
   * Documented.
   */
  callProgress?: number | undefined;
  /**
   * When the campaign was created (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  createdAt?: string | undefined;
  /**
   * When the campaign was last changed (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  updatedAt?: string | undefined;
  /**
   * When the campaign was deleted (ISO 8601); absent while it lives.
   *
   * Documented.
   */
  deletedAt?: string | null | undefined;
}

/**
 * A voice agent: what it says, in which voice and language, and how it behaves on a call. Most fields can be written but are never read back.
 */
export interface AiAgentArgs {
  /**
   * Name of the agent. Unique in its workspace as far as this package is concerned. That the API requires it is inferred.
   *
   * Documented.
   */
  name: pulumi.Input<string>;
  /**
   * What the agent is for, in words for people.
   *
   * Documented.
   */
  description?: pulumi.Input<string> | undefined;
  /**
   * Language the agent speaks, as a language tag.
   *
   * Documented.
   *
   * @example "en-US"
   */
  language?: pulumi.Input<string> | undefined;
  /**
   * Whether the agent can take calls: `active` or `inactive`.
   *
   * Documented.
   */
  status?: pulumi.Input<"active" | "inactive" | (string & {})> | undefined;
  /**
   * The conversation flow. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {}
   */
  agentFlow?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * Variables the prompt can use, as a list of objects. The API answers with an object instead of a list. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example [{}]
   */
  agentDynamicVariables?: pulumi.Input<pulumi.Input<Record<string, unknown>>[]> | undefined;
  /**
   * What is noted after a call. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {}
   */
  agentPostCallOutcomes?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * The instructions the agent follows. That the API requires it is inferred; an empty text is accepted here.
   *
   * Documented.
   */
  prompt: pulumi.Input<string>;
  /**
   * Kind of prompt.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "mono"
   */
  promptType?: pulumi.Input<"mono" | (string & {})> | undefined;
  /**
   * The first sentence the agent says.
   *
   * Documented. Written, but never shown again by the API.
   */
  beginMessage?: pulumi.Input<string> | undefined;
  /**
   * Name of the voice at its vendor.
   *
   * Documented. Written, but never shown again by the API.
   */
  voiceId?: pulumi.Input<string> | undefined;
  /**
   * Who opens the conversation.
   *
   * Documented.
   *
   * @example "agent"
   */
  whoTalksFirst?: pulumi.Input<"agent" | (string & {})> | undefined;
  /**
   * Reminder setting; its unit is not documented.
   *
   * Documented.
   *
   * @example 50
   */
  reminderFrequencyFrom?: pulumi.Input<number> | undefined;
  /**
   * Reminder setting; its unit is not documented.
   *
   * Documented.
   *
   * @example 2
   */
  reminderFrequencyTo?: pulumi.Input<number> | undefined;
  /**
   * How quickly the agent answers; the scale is not documented.
   *
   * Documented.
   *
   * @example 0.5
   */
  responsiveness?: pulumi.Input<number> | undefined;
  /**
   * Speed of the voice; the scale is not documented.
   *
   * Documented.
   *
   * @example 1
   */
  voiceSpeed?: pulumi.Input<number> | undefined;
  /**
   * Variation of the voice; the scale is not documented.
   *
   * Documented.
   *
   * @example 0.5
   */
  voiceTemperature?: pulumi.Input<number> | undefined;
  /**
   * Whether background audio is played.
   *
   * Documented.
   *
   * @example "disabled"
   */
  backgroundAudioStatus?: pulumi.Input<"disabled" | (string & {})> | undefined;
  /**
   * Volume of the background audio; the scale is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 0.5
   */
  backgroundVolume?: pulumi.Input<number> | undefined;
  /**
   * ID of the background audio.
   *
   * Documented. Written, but never shown again by the API.
   */
  backgroundAudioId?: pulumi.Input<string> | undefined;
  /**
   * Tools the agent may use at any time. Keys and values are passed on unchanged.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example {}
   */
  globalTools?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * ID of the voice in Callab.
   *
   * Documented. Written, but never shown again by the API.
   */
  voiceUuid?: pulumi.Input<string> | undefined;
  /**
   * Settings of the voice's vendor. Keys and values are passed on unchanged.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example {}
   */
  voiceParams?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * Whether noise on the line is reduced.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example false
   */
  isDenoiserEnabled?: pulumi.Input<boolean> | undefined;
  /**
   * How strongly noise is reduced.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "moderate"
   */
  denoiserReductionLevel?: pulumi.Input<"moderate" | (string & {})> | undefined;
  /**
   * How strongly the voice is boosted.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "none"
   */
  denoiserBoostLevel?: pulumi.Input<"none" | (string & {})> | undefined;
  /**
   * Voice-activity detection (our reading of VAD): shortest speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  vadMinSpeechDuration?: pulumi.Input<number> | undefined;
  /**
   * Voice-activity detection (our reading of VAD): shortest silence; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  vadMinSilenceDuration?: pulumi.Input<number> | undefined;
  /**
   * Voice-activity detection (our reading of VAD): threshold; its scale is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  vadActivationThreshold?: pulumi.Input<number> | undefined;
  /**
   * Voice-activity detection (our reading of VAD): padding before speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  vadPrefixPaddingDuration?: pulumi.Input<number> | undefined;
  /**
   * Voice-activity detection (our reading of VAD): time to the end of speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 0
   */
  vadEosTimeout?: pulumi.Input<number> | undefined;
  /**
   * Whether answering machines are detected (our reading of AMD).
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example true
   */
  isAmdEnabled?: pulumi.Input<boolean> | undefined;
  /**
   * Whether answering machines are detected in several languages (our reading of AMD).
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example false
   */
  isAmdMultilingual?: pulumi.Input<boolean> | undefined;
  /**
   * How long answering-machine detection (our reading of AMD) may take; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 10000
   */
  amdTimeout?: pulumi.Input<number> | undefined;
  /**
   * ID of the knowledge base the agent may consult.
   *
   * Documented. Written, but never shown again by the API.
   */
  knowledgeBaseId?: pulumi.Input<string> | undefined;
  /**
   * How speech is cut into chunks.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "stable"
   */
  chunkerMode?: pulumi.Input<"stable" | (string & {})> | undefined;
  /**
   * Whether the end of a speaker's turn is detected.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example true
   */
  isTurnDetectionEnabled?: pulumi.Input<boolean> | undefined;
  /**
   * How the end of a turn is detected.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "smart"
   */
  turnDetectionMode?: pulumi.Input<"smart" | (string & {})> | undefined;
  /**
   * How long to wait for the end of a turn; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 3000
   */
  turnDetectionTimeout?: pulumi.Input<number> | undefined;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  workspace?: pulumi.Input<string> | undefined;
  /**
   * Take over an object of the same name in the workspace that exists already, even where it differs from this program: it is updated to match. Left out or false: an equal one is taken over, a differing one fails the run and shows the differences.
   *
   * @default false
   */
  adopt?: pulumi.Input<boolean> | undefined;
  /**
   * What happens to the live agent when it is deleted here. `delete`: deleted; `retain`: left untouched.
   *
   * @default "delete"
   */
  deletionPolicy?: pulumi.Input<"delete" | "retain"> | undefined;
  /**
   * The UUID that the dashboard shows for an agent that exists: for an account whose lists show no IDs, and for an agent that cannot be told apart otherwise. It is taken over and updated where it differs, also without `adopt`, and is then this program's to delete, as `deletionPolicy` says. If it is not there, the run fails and creates nothing. `none` answers a run that named agents which may be what it created: none of them is, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  existingId?: pulumi.Input<string> | undefined;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `agent/language`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["agent/language"]
   */
  acceptedWarnings?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

/**
 * What is known of a AiAgent: its inputs in normal form, and what the API reports.
 */
export interface AiAgentOutputs {
  /**
   * Name of the agent. Unique in its workspace as far as this package is concerned. That the API requires it is inferred.
   *
   * Documented.
   */
  readonly name: pulumi.Output<string>;
  /**
   * What the agent is for, in words for people.
   *
   * Documented.
   */
  readonly description: pulumi.Output<string | undefined>;
  /**
   * Language the agent speaks, as a language tag.
   *
   * Documented.
   *
   * @example "en-US"
   */
  readonly language: pulumi.Output<string | undefined>;
  /**
   * Whether the agent can take calls: `active` or `inactive`.
   *
   * Documented.
   */
  readonly status: pulumi.Output<"active" | "inactive" | (string & {}) | undefined>;
  /**
   * The conversation flow. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {}
   */
  readonly agentFlow: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * Variables the prompt can use, as a list of objects. The API answers with an object instead of a list. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example [{}]
   */
  readonly agentDynamicVariables: pulumi.Output<Record<string, unknown>[] | undefined>;
  /**
   * What is noted after a call. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {}
   */
  readonly agentPostCallOutcomes: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * The instructions the agent follows. That the API requires it is inferred; an empty text is accepted here.
   *
   * Documented.
   */
  readonly prompt: pulumi.Output<string>;
  /**
   * Kind of prompt.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "mono"
   */
  readonly promptType: pulumi.Output<"mono" | (string & {}) | undefined>;
  /**
   * The first sentence the agent says.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly beginMessage: pulumi.Output<string | undefined>;
  /**
   * Name of the voice at its vendor.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly voiceId: pulumi.Output<string | undefined>;
  /**
   * Who opens the conversation.
   *
   * Documented.
   *
   * @example "agent"
   */
  readonly whoTalksFirst: pulumi.Output<"agent" | (string & {}) | undefined>;
  /**
   * Reminder setting; its unit is not documented.
   *
   * Documented.
   *
   * @example 50
   */
  readonly reminderFrequencyFrom: pulumi.Output<number | undefined>;
  /**
   * Reminder setting; its unit is not documented.
   *
   * Documented.
   *
   * @example 2
   */
  readonly reminderFrequencyTo: pulumi.Output<number | undefined>;
  /**
   * How quickly the agent answers; the scale is not documented.
   *
   * Documented.
   *
   * @example 0.5
   */
  readonly responsiveness: pulumi.Output<number | undefined>;
  /**
   * Speed of the voice; the scale is not documented.
   *
   * Documented.
   *
   * @example 1
   */
  readonly voiceSpeed: pulumi.Output<number | undefined>;
  /**
   * Variation of the voice; the scale is not documented.
   *
   * Documented.
   *
   * @example 0.5
   */
  readonly voiceTemperature: pulumi.Output<number | undefined>;
  /**
   * Whether background audio is played.
   *
   * Documented.
   *
   * @example "disabled"
   */
  readonly backgroundAudioStatus: pulumi.Output<"disabled" | (string & {}) | undefined>;
  /**
   * Volume of the background audio; the scale is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 0.5
   */
  readonly backgroundVolume: pulumi.Output<number | undefined>;
  /**
   * ID of the background audio.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly backgroundAudioId: pulumi.Output<string | undefined>;
  /**
   * Tools the agent may use at any time. Keys and values are passed on unchanged.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example {}
   */
  readonly globalTools: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * ID of the voice in Callab.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly voiceUuid: pulumi.Output<string | undefined>;
  /**
   * Settings of the voice's vendor. Keys and values are passed on unchanged.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example {}
   */
  readonly voiceParams: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * Whether noise on the line is reduced.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example false
   */
  readonly isDenoiserEnabled: pulumi.Output<boolean | undefined>;
  /**
   * How strongly noise is reduced.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "moderate"
   */
  readonly denoiserReductionLevel: pulumi.Output<"moderate" | (string & {}) | undefined>;
  /**
   * How strongly the voice is boosted.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "none"
   */
  readonly denoiserBoostLevel: pulumi.Output<"none" | (string & {}) | undefined>;
  /**
   * Voice-activity detection (our reading of VAD): shortest speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  readonly vadMinSpeechDuration: pulumi.Output<number | undefined>;
  /**
   * Voice-activity detection (our reading of VAD): shortest silence; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  readonly vadMinSilenceDuration: pulumi.Output<number | undefined>;
  /**
   * Voice-activity detection (our reading of VAD): threshold; its scale is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  readonly vadActivationThreshold: pulumi.Output<number | undefined>;
  /**
   * Voice-activity detection (our reading of VAD): padding before speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  readonly vadPrefixPaddingDuration: pulumi.Output<number | undefined>;
  /**
   * Voice-activity detection (our reading of VAD): time to the end of speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 0
   */
  readonly vadEosTimeout: pulumi.Output<number | undefined>;
  /**
   * Whether answering machines are detected (our reading of AMD).
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example true
   */
  readonly isAmdEnabled: pulumi.Output<boolean | undefined>;
  /**
   * Whether answering machines are detected in several languages (our reading of AMD).
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example false
   */
  readonly isAmdMultilingual: pulumi.Output<boolean | undefined>;
  /**
   * How long answering-machine detection (our reading of AMD) may take; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 10000
   */
  readonly amdTimeout: pulumi.Output<number | undefined>;
  /**
   * ID of the knowledge base the agent may consult.
   *
   * Documented. Written, but never shown again by the API.
   */
  readonly knowledgeBaseId: pulumi.Output<string | undefined>;
  /**
   * How speech is cut into chunks.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "stable"
   */
  readonly chunkerMode: pulumi.Output<"stable" | (string & {}) | undefined>;
  /**
   * Whether the end of a speaker's turn is detected.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example true
   */
  readonly isTurnDetectionEnabled: pulumi.Output<boolean | undefined>;
  /**
   * How the end of a turn is detected.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "smart"
   */
  readonly turnDetectionMode: pulumi.Output<"smart" | (string & {}) | undefined>;
  /**
   * How long to wait for the end of a turn; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 3000
   */
  readonly turnDetectionTimeout: pulumi.Output<number | undefined>;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  readonly workspace: pulumi.Output<string>;
  /**
   * Take over an object of the same name in the workspace that exists already, even where it differs from this program: it is updated to match. Left out or false: an equal one is taken over, a differing one fails the run and shows the differences.
   *
   * @default false
   */
  readonly adopt: pulumi.Output<boolean | undefined>;
  /**
   * What happens to the live agent when it is deleted here. `delete`: deleted; `retain`: left untouched.
   *
   * @default "delete"
   */
  readonly deletionPolicy: pulumi.Output<"delete" | "retain" | undefined>;
  /**
   * The UUID that the dashboard shows for an agent that exists: for an account whose lists show no IDs, and for an agent that cannot be told apart otherwise. It is taken over and updated where it differs, also without `adopt`, and is then this program's to delete, as `deletionPolicy` says. If it is not there, the run fails and creates nothing. `none` answers a run that named agents which may be what it created: none of them is, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  readonly existingId: pulumi.Output<string | undefined>;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `agent/language`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["agent/language"]
   */
  readonly acceptedWarnings: pulumi.Output<string[] | undefined>;
  /**
   * The state a conversation starts in, as the API reports it.
   *
   * Documented.
   */
  readonly startingState: pulumi.Output<string | null | undefined>;
  /**
   * Longest silence, as the API reports it; its unit is not documented.
   *
   * Documented.
   */
  readonly maxSilenceDuration: pulumi.Output<number | undefined>;
  /**
   * How easily the agent is interrupted, as the API reports it.
   *
   * Documented.
   */
  readonly interruptionSensitivity: pulumi.Output<number | undefined>;
  /**
   * Variation of the language model, as the API reports it.
   *
   * Documented.
   */
  readonly llmTemperature: pulumi.Output<number | undefined>;
  /**
   * Type of the agent, as the API reports it.
   *
   * Documented.
   */
  readonly agentType: pulumi.Output<string | undefined>;
}

/**
 * A live AiAgent as the API shows it; what the API does not show is absent.
 */
export interface AiAgentResult {
  /**
   * The object's ID.
   */
  id: string;
  /**
   * Name of the agent. Unique in its workspace as far as this package is concerned. That the API requires it is inferred.
   *
   * Documented.
   */
  name: string;
  /**
   * What the agent is for, in words for people.
   *
   * Documented.
   */
  description?: string | undefined;
  /**
   * Language the agent speaks, as a language tag.
   *
   * Documented.
   *
   * @example "en-US"
   */
  language?: string | undefined;
  /**
   * Whether the agent can take calls: `active` or `inactive`.
   *
   * Documented.
   */
  status?: "active" | "inactive" | (string & {}) | undefined;
  /**
   * The conversation flow. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {}
   */
  agentFlow?: Record<string, unknown> | undefined;
  /**
   * Variables the prompt can use, as a list of objects. The API answers with an object instead of a list. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example [{}]
   */
  agentDynamicVariables?: Record<string, unknown>[] | undefined;
  /**
   * What is noted after a call. Keys and values are passed on unchanged.
   *
   * Documented.
   *
   * @example {}
   */
  agentPostCallOutcomes?: Record<string, unknown> | undefined;
  /**
   * The instructions the agent follows. That the API requires it is inferred; an empty text is accepted here.
   *
   * Documented.
   */
  prompt?: string | undefined;
  /**
   * Kind of prompt.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "mono"
   */
  promptType?: "mono" | (string & {}) | undefined;
  /**
   * The first sentence the agent says.
   *
   * Documented. Written, but never shown again by the API.
   */
  beginMessage?: string | undefined;
  /**
   * Name of the voice at its vendor.
   *
   * Documented. Written, but never shown again by the API.
   */
  voiceId?: string | undefined;
  /**
   * Who opens the conversation.
   *
   * Documented.
   *
   * @example "agent"
   */
  whoTalksFirst?: "agent" | (string & {}) | undefined;
  /**
   * Reminder setting; its unit is not documented.
   *
   * Documented.
   *
   * @example 50
   */
  reminderFrequencyFrom?: number | undefined;
  /**
   * Reminder setting; its unit is not documented.
   *
   * Documented.
   *
   * @example 2
   */
  reminderFrequencyTo?: number | undefined;
  /**
   * How quickly the agent answers; the scale is not documented.
   *
   * Documented.
   *
   * @example 0.5
   */
  responsiveness?: number | undefined;
  /**
   * Speed of the voice; the scale is not documented.
   *
   * Documented.
   *
   * @example 1
   */
  voiceSpeed?: number | undefined;
  /**
   * Variation of the voice; the scale is not documented.
   *
   * Documented.
   *
   * @example 0.5
   */
  voiceTemperature?: number | undefined;
  /**
   * Whether background audio is played.
   *
   * Documented.
   *
   * @example "disabled"
   */
  backgroundAudioStatus?: "disabled" | (string & {}) | undefined;
  /**
   * Volume of the background audio; the scale is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 0.5
   */
  backgroundVolume?: number | undefined;
  /**
   * ID of the background audio.
   *
   * Documented. Written, but never shown again by the API.
   */
  backgroundAudioId?: string | undefined;
  /**
   * Tools the agent may use at any time. Keys and values are passed on unchanged.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example {}
   */
  globalTools?: Record<string, unknown> | undefined;
  /**
   * ID of the voice in Callab.
   *
   * Documented. Written, but never shown again by the API.
   */
  voiceUuid?: string | undefined;
  /**
   * Settings of the voice's vendor. Keys and values are passed on unchanged.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example {}
   */
  voiceParams?: Record<string, unknown> | undefined;
  /**
   * Whether noise on the line is reduced.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example false
   */
  isDenoiserEnabled?: boolean | undefined;
  /**
   * How strongly noise is reduced.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "moderate"
   */
  denoiserReductionLevel?: "moderate" | (string & {}) | undefined;
  /**
   * How strongly the voice is boosted.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "none"
   */
  denoiserBoostLevel?: "none" | (string & {}) | undefined;
  /**
   * Voice-activity detection (our reading of VAD): shortest speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  vadMinSpeechDuration?: number | undefined;
  /**
   * Voice-activity detection (our reading of VAD): shortest silence; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  vadMinSilenceDuration?: number | undefined;
  /**
   * Voice-activity detection (our reading of VAD): threshold; its scale is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  vadActivationThreshold?: number | undefined;
  /**
   * Voice-activity detection (our reading of VAD): padding before speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 100
   */
  vadPrefixPaddingDuration?: number | undefined;
  /**
   * Voice-activity detection (our reading of VAD): time to the end of speech; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 0
   */
  vadEosTimeout?: number | undefined;
  /**
   * Whether answering machines are detected (our reading of AMD).
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example true
   */
  isAmdEnabled?: boolean | undefined;
  /**
   * Whether answering machines are detected in several languages (our reading of AMD).
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example false
   */
  isAmdMultilingual?: boolean | undefined;
  /**
   * How long answering-machine detection (our reading of AMD) may take; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 10000
   */
  amdTimeout?: number | undefined;
  /**
   * ID of the knowledge base the agent may consult.
   *
   * Documented. Written, but never shown again by the API.
   */
  knowledgeBaseId?: string | undefined;
  /**
   * How speech is cut into chunks.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "stable"
   */
  chunkerMode?: "stable" | (string & {}) | undefined;
  /**
   * Whether the end of a speaker's turn is detected.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example true
   */
  isTurnDetectionEnabled?: boolean | undefined;
  /**
   * How the end of a turn is detected.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example "smart"
   */
  turnDetectionMode?: "smart" | (string & {}) | undefined;
  /**
   * How long to wait for the end of a turn; its unit is not documented.
   *
   * Documented. Written, but never shown again by the API.
   *
   * @example 3000
   */
  turnDetectionTimeout?: number | undefined;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  workspace?: string | undefined;
  /**
   * The state a conversation starts in, as the API reports it.
   *
   * Documented.
   */
  startingState?: string | null | undefined;
  /**
   * Longest silence, as the API reports it; its unit is not documented.
   *
   * Documented.
   */
  maxSilenceDuration?: number | undefined;
  /**
   * How easily the agent is interrupted, as the API reports it.
   *
   * Documented.
   */
  interruptionSensitivity?: number | undefined;
  /**
   * Variation of the language model, as the API reports it.
   *
   * Documented.
   */
  llmTemperature?: number | undefined;
  /**
   * Type of the agent, as the API reports it.
   *
   * Documented.
   */
  agentType?: string | undefined;
}

/**
 * A phone number of the account. Numbers are bought or brought in the dashboard; the documented API only lists them, so a number is normally found and taken over, and never released unless the program says so.
 */
export interface PhoneNumberArgs {
  /**
   * The number in E.164 form, e.g. `+15550100123`; spaces, brackets and dashes are accepted.
   *
   * Known from the older description of the API. A change makes a new object.
   *
   * @example "+15555550100"
   */
  phoneNumber: pulumi.Input<string>;
  /**
   * Name of the number in the dashboard.
   *
   * Known from the older description of the API.
   */
  nickname?: pulumi.Input<string> | undefined;
  /**
   * Country code of the number as the API shows it (the form is not documented).
   *
   * Known from the older description of the API.
   */
  numberCountryCode?: pulumi.Input<string | null> | undefined;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`). The list of numbers has no workspace filter.
   *
   * Inferred: nobody promised it. Written, but never shown again by the API. A change makes a new object.
   */
  workspace?: pulumi.Input<string> | undefined;
  /**
   * Take over an object of the same number that exists already, even where it differs from this program: it is updated to match. Left out or false: an equal one is taken over, a differing one fails the run and shows the differences.
   *
   * @default false
   */
  adopt?: pulumi.Input<boolean> | undefined;
  /**
   * What happens to the number when it is deleted here. `retain`: it stays in the account; `delete`: it is released, and a released number may be lost for good.
   *
   * @default "retain"
   */
  deletionPolicy?: pulumi.Input<"retain" | "delete"> | undefined;
  /**
   * The UUID that the dashboard shows for a number that exists: for an account whose lists show no IDs, and for a number that cannot be told apart otherwise. It is taken over and updated where it differs, also without `adopt`, and is then this program's to delete, as `deletionPolicy` says. If it is not there, the run fails and creates nothing. `none` answers a run that named numbers which may be what it created: none of them is, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  existingId?: pulumi.Input<string> | undefined;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `input/number-plan`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["input/number-plan"]
   */
  acceptedWarnings?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

/**
 * What is known of a PhoneNumber: its inputs in normal form, and what the API reports.
 */
export interface PhoneNumberOutputs {
  /**
   * The number in E.164 form, e.g. `+15550100123`; spaces, brackets and dashes are accepted.
   *
   * Known from the older description of the API. A change makes a new object.
   *
   * @example "+15555550100"
   */
  readonly phoneNumber: pulumi.Output<string>;
  /**
   * Name of the number in the dashboard.
   *
   * Known from the older description of the API.
   */
  readonly nickname: pulumi.Output<string | undefined>;
  /**
   * Country code of the number as the API shows it (the form is not documented).
   *
   * Known from the older description of the API.
   */
  readonly numberCountryCode: pulumi.Output<string | null | undefined>;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`). The list of numbers has no workspace filter.
   *
   * Inferred: nobody promised it. Written, but never shown again by the API. A change makes a new object.
   */
  readonly workspace: pulumi.Output<string>;
  /**
   * Take over an object of the same number that exists already, even where it differs from this program: it is updated to match. Left out or false: an equal one is taken over, a differing one fails the run and shows the differences.
   *
   * @default false
   */
  readonly adopt: pulumi.Output<boolean | undefined>;
  /**
   * What happens to the number when it is deleted here. `retain`: it stays in the account; `delete`: it is released, and a released number may be lost for good.
   *
   * @default "retain"
   */
  readonly deletionPolicy: pulumi.Output<"retain" | "delete" | undefined>;
  /**
   * The UUID that the dashboard shows for a number that exists: for an account whose lists show no IDs, and for a number that cannot be told apart otherwise. It is taken over and updated where it differs, also without `adopt`, and is then this program's to delete, as `deletionPolicy` says. If it is not there, the run fails and creates nothing. `none` answers a run that named numbers which may be what it created: none of them is, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  readonly existingId: pulumi.Output<string | undefined>;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `input/number-plan`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["input/number-plan"]
   */
  readonly acceptedWarnings: pulumi.Output<string[] | undefined>;
  /**
   * When the number was added (ISO 8601; without a zone: UTC).
   *
   * Known from the older description of the API.
   */
  readonly createdAt: pulumi.Output<string | undefined>;
  /**
   * When the number was last changed (ISO 8601; without a zone: UTC).
   *
   * Known from the older description of the API.
   */
  readonly updatedAt: pulumi.Output<string | undefined>;
}

/**
 * A live PhoneNumber as the API shows it; what the API does not show is absent.
 */
export interface PhoneNumberResult {
  /**
   * The object's ID.
   */
  id: string;
  /**
   * The number in E.164 form, e.g. `+15550100123`; spaces, brackets and dashes are accepted.
   *
   * Known from the older description of the API. A change makes a new object.
   *
   * @example "+15555550100"
   */
  phoneNumber: string;
  /**
   * Name of the number in the dashboard.
   *
   * Known from the older description of the API.
   */
  nickname?: string | undefined;
  /**
   * Country code of the number as the API shows it (the form is not documented).
   *
   * Known from the older description of the API.
   */
  numberCountryCode?: string | null | undefined;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`). The list of numbers has no workspace filter.
   *
   * Inferred: nobody promised it. Written, but never shown again by the API. A change makes a new object.
   */
  workspace?: string | undefined;
  /**
   * When the number was added (ISO 8601; without a zone: UTC).
   *
   * Known from the older description of the API.
   */
  createdAt?: string | undefined;
  /**
   * When the number was last changed (ISO 8601; without a zone: UTC).
   *
   * Known from the older description of the API.
   */
  updatedAt?: string | undefined;
}

/**
 * One request of a webhook flow.
 */
export interface WebhookStepArgs {
  /**
   * Place of the step in the flow.
   *
   * Documented.
   */
  stepNumber?: pulumi.Input<number> | undefined;
  /**
   * Address that is called.
   *
   * Documented.
   *
   * @example "https://example.com/hooks/callab"
   */
  webhookUrl: pulumi.Input<string>;
  /**
   * HTTP method; upper or lower case.
   *
   * Documented.
   */
  webhookMethod?: pulumi.Input<"GET" | "get" | "POST" | "post" | "PUT" | "put" | "DELETE" | "delete"> | undefined;
  /**
   * Time limit of the request, in seconds.
   *
   * Documented.
   */
  webhookTimeout?: pulumi.Input<number> | undefined;
  /**
   * How often the step is tried again.
   *
   * Documented.
   */
  retryLimit?: pulumi.Input<number> | undefined;
  /**
   * Time limit of the step; its unit is not documented.
   *
   * Documented.
   */
  timeout?: pulumi.Input<number> | undefined;
  /**
   * Query parameters. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  webhookUrlParams?: pulumi.Input<Record<string, unknown> | null> | undefined;
  /**
   * Request headers. They often hold credentials: kept as a secret. Keys and values are passed on unchanged.
   *
   * Documented. Kept as a secret.
   */
  webhookHeaders?: pulumi.Input<Record<string, unknown> | null> | undefined;
  /**
   * Request body. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  webhookBody?: pulumi.Input<Record<string, unknown> | null> | undefined;
  /**
   * Number of the step that must have succeeded before.
   *
   * Documented.
   */
  dependsOnStep?: pulumi.Input<number | null> | undefined;
  /**
   * When the step counts as done. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  successCondition?: pulumi.Input<Record<string, unknown> | null> | undefined;
}

/**
 * One request of a webhook flow.
 */
export interface WebhookStep {
  /**
   * Place of the step in the flow.
   *
   * Documented.
   */
  stepNumber?: number | undefined;
  /**
   * Address that is called.
   *
   * Documented.
   *
   * @example "https://example.com/hooks/callab"
   */
  webhookUrl: string;
  /**
   * HTTP method; upper or lower case.
   *
   * Documented.
   */
  webhookMethod?: "GET" | "POST" | "PUT" | "DELETE" | undefined;
  /**
   * Time limit of the request, in seconds.
   *
   * Documented.
   */
  webhookTimeout?: number | undefined;
  /**
   * How often the step is tried again.
   *
   * Documented.
   */
  retryLimit?: number | undefined;
  /**
   * Time limit of the step; its unit is not documented.
   *
   * Documented.
   */
  timeout?: number | undefined;
  /**
   * Query parameters. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  webhookUrlParams?: Record<string, unknown> | null | undefined;
  /**
   * Request headers. They often hold credentials: kept as a secret. Keys and values are passed on unchanged.
   *
   * Documented. Kept as a secret.
   */
  webhookHeaders?: Record<string, unknown> | null | undefined;
  /**
   * Request body. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  webhookBody?: Record<string, unknown> | null | undefined;
  /**
   * Number of the step that must have succeeded before.
   *
   * Documented.
   */
  dependsOnStep?: number | null | undefined;
  /**
   * When the step counts as done. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  successCondition?: Record<string, unknown> | null | undefined;
}

/**
 * A variable with a fixed value.
 */
export interface WebhookPredefinedVariableArgs {
  /**
   * Name of the variable.
   *
   * Documented.
   */
  name: pulumi.Input<string>;
  /**
   * Its value, passed on unchanged.
   *
   * Documented.
   */
  value?: pulumi.Input<unknown> | undefined;
}

/**
 * A variable with a fixed value.
 */
export interface WebhookPredefinedVariable {
  /**
   * Name of the variable.
   *
   * Documented.
   */
  name: string;
  /**
   * Its value, passed on unchanged.
   *
   * Documented.
   */
  value?: unknown | undefined;
}

/**
 * A variable that is filled while the flow runs.
 */
export interface WebhookVariableArgs {
  /**
   * Name of the variable.
   *
   * Documented.
   */
  name: pulumi.Input<string>;
  /**
   * Where the value is found, passed on unchanged.
   *
   * Documented.
   */
  location?: pulumi.Input<unknown> | undefined;
  /**
   * The step it comes from, passed on unchanged.
   *
   * Documented.
   */
  stepId?: pulumi.Input<unknown> | undefined;
  /**
   * Type of the variable.
   *
   * Documented.
   */
  type?: pulumi.Input<string> | undefined;
  /**
   * Type of its value.
   *
   * Documented.
   */
  dataType?: pulumi.Input<string> | undefined;
  /**
   * A value of one's own, passed on unchanged.
   *
   * Documented.
   */
  customValue?: pulumi.Input<unknown> | undefined;
}

/**
 * A variable that is filled while the flow runs.
 */
export interface WebhookVariable {
  /**
   * Name of the variable.
   *
   * Documented.
   */
  name: string;
  /**
   * Where the value is found, passed on unchanged.
   *
   * Documented.
   */
  location?: unknown | undefined;
  /**
   * The step it comes from, passed on unchanged.
   *
   * Documented.
   */
  stepId?: unknown | undefined;
  /**
   * Type of the variable.
   *
   * Documented.
   */
  type?: string | undefined;
  /**
   * Type of its value.
   *
   * Documented.
   */
  dataType?: string | undefined;
  /**
   * A value of one's own, passed on unchanged.
   *
   * Documented.
   */
  customValue?: unknown | undefined;
}

/**
 * A webhook flow: the requests that tell other systems about calls. The documented API only lists flows; that they can be written is inferred.
 */
export interface WebhookArgs {
  /**
   * Name of the flow. Unique in its workspace as far as this package is concerned.
   *
   * Documented.
   */
  name: pulumi.Input<string>;
  /**
   * Pause between two tries, in `retryDelayUnit`.
   *
   * Documented.
   */
  retryDelay?: pulumi.Input<number> | undefined;
  /**
   * Unit of `retryDelay`; upper or lower case.
   *
   * Documented.
   */
  retryDelayUnit?: pulumi.Input<"seconds" | "SECONDS" | "minutes" | "MINUTES" | (string & {})> | undefined;
  /**
   * How often the flow is tried again.
   *
   * Documented.
   */
  maxRetries?: pulumi.Input<number> | undefined;
  /**
   * Whether the flow is a template.
   *
   * Documented.
   */
  isTemplate?: pulumi.Input<boolean> | undefined;
  /**
   * Direction of the flow: `inbound` or `outbound`; upper or lower case.
   *
   * Documented.
   */
  flowDirection?: pulumi.Input<"inbound" | "INBOUND" | "outbound" | "OUTBOUND" | (string & {})> | undefined;
  /**
   * How data is mapped by the flow. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  flowMapping?: pulumi.Input<Record<string, unknown>> | undefined;
  /**
   * Tag of the flow.
   *
   * Documented.
   */
  tagName?: pulumi.Input<string> | undefined;
  /**
   * Category of the flow.
   *
   * Documented.
   */
  categoryName?: pulumi.Input<string> | undefined;
  /**
   * The requests of the flow, in order.
   *
   * Documented.
   */
  steps?: pulumi.Input<pulumi.Input<WebhookStepArgs>[]> | undefined;
  /**
   * Variables with fixed values.
   *
   * Documented.
   */
  predefinedVariables?: pulumi.Input<pulumi.Input<WebhookPredefinedVariableArgs>[]> | undefined;
  /**
   * Variables that are filled from steps.
   *
   * Documented.
   */
  variables?: pulumi.Input<pulumi.Input<WebhookVariableArgs>[]> | undefined;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  workspace?: pulumi.Input<string> | undefined;
  /**
   * Take over an object of the same name in the workspace that exists already, even where it differs from this program: it is updated to match. Left out or false: an equal one is taken over, a differing one fails the run and shows the differences.
   *
   * @default false
   */
  adopt?: pulumi.Input<boolean> | undefined;
  /**
   * What happens to the live flow when it is deleted here. `delete`: deleted; `retain`: left untouched.
   *
   * @default "delete"
   */
  deletionPolicy?: pulumi.Input<"delete" | "retain"> | undefined;
  /**
   * The UUID that the dashboard shows for a webhook that exists: for an account whose lists show no IDs, and for a webhook that cannot be told apart otherwise. It is taken over and updated where it differs, also without `adopt`, and is then this program's to delete, as `deletionPolicy` says. If it is not there, the run fails and creates nothing. `none` answers a run that named webhooks which may be what it created: none of them is, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  existingId?: pulumi.Input<string> | undefined;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `webhook/not-encrypted`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["webhook/not-encrypted"]
   */
  acceptedWarnings?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

/**
 * What is known of a Webhook: its inputs in normal form, and what the API reports.
 */
export interface WebhookOutputs {
  /**
   * Name of the flow. Unique in its workspace as far as this package is concerned.
   *
   * Documented.
   */
  readonly name: pulumi.Output<string>;
  /**
   * Pause between two tries, in `retryDelayUnit`.
   *
   * Documented.
   */
  readonly retryDelay: pulumi.Output<number | undefined>;
  /**
   * Unit of `retryDelay`; upper or lower case.
   *
   * Documented.
   */
  readonly retryDelayUnit: pulumi.Output<"seconds" | "minutes" | (string & {}) | undefined>;
  /**
   * How often the flow is tried again.
   *
   * Documented.
   */
  readonly maxRetries: pulumi.Output<number | undefined>;
  /**
   * Whether the flow is a template.
   *
   * Documented.
   */
  readonly isTemplate: pulumi.Output<boolean | undefined>;
  /**
   * Direction of the flow: `inbound` or `outbound`; upper or lower case.
   *
   * Documented.
   */
  readonly flowDirection: pulumi.Output<"inbound" | "outbound" | (string & {}) | undefined>;
  /**
   * How data is mapped by the flow. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  readonly flowMapping: pulumi.Output<Record<string, unknown> | undefined>;
  /**
   * Tag of the flow.
   *
   * Documented.
   */
  readonly tagName: pulumi.Output<string | undefined>;
  /**
   * Category of the flow.
   *
   * Documented.
   */
  readonly categoryName: pulumi.Output<string | undefined>;
  /**
   * The requests of the flow, in order.
   *
   * Documented.
   */
  readonly steps: pulumi.Output<WebhookStep[] | undefined>;
  /**
   * Variables with fixed values.
   *
   * Documented.
   */
  readonly predefinedVariables: pulumi.Output<WebhookPredefinedVariable[] | undefined>;
  /**
   * Variables that are filled from steps.
   *
   * Documented.
   */
  readonly variables: pulumi.Output<WebhookVariable[] | undefined>;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  readonly workspace: pulumi.Output<string>;
  /**
   * Take over an object of the same name in the workspace that exists already, even where it differs from this program: it is updated to match. Left out or false: an equal one is taken over, a differing one fails the run and shows the differences.
   *
   * @default false
   */
  readonly adopt: pulumi.Output<boolean | undefined>;
  /**
   * What happens to the live flow when it is deleted here. `delete`: deleted; `retain`: left untouched.
   *
   * @default "delete"
   */
  readonly deletionPolicy: pulumi.Output<"delete" | "retain" | undefined>;
  /**
   * The UUID that the dashboard shows for a webhook that exists: for an account whose lists show no IDs, and for a webhook that cannot be told apart otherwise. It is taken over and updated where it differs, also without `adopt`, and is then this program's to delete, as `deletionPolicy` says. If it is not there, the run fails and creates nothing. `none` answers a run that named webhooks which may be what it created: none of them is, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  readonly existingId: pulumi.Output<string | undefined>;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `webhook/not-encrypted`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["webhook/not-encrypted"]
   */
  readonly acceptedWarnings: pulumi.Output<string[] | undefined>;
  /**
   * Status of the flow, as the API reports it.
   *
   * Documented.
   */
  readonly status: pulumi.Output<"scheduled" | (string & {}) | undefined>;
  /**
   * Logo of the flow.
   *
   * Documented.
   */
  readonly logo: pulumi.Output<string | null | undefined>;
  /**
   * Who created the flow.
   *
   * Documented.
   */
  readonly createdBy: pulumi.Output<string | null | undefined>;
  /**
   * The account the flow belongs to.
   *
   * Documented.
   */
  readonly companyId: pulumi.Output<string | null | undefined>;
  /**
   * When the flow was created (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  readonly createdAt: pulumi.Output<string | undefined>;
  /**
   * When the flow was last changed (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  readonly updatedAt: pulumi.Output<string | undefined>;
  /**
   * When the flow was deleted (ISO 8601); absent while it lives.
   *
   * Documented.
   */
  readonly deletedAt: pulumi.Output<string | null | undefined>;
}

/**
 * A live Webhook as the API shows it; what the API does not show is absent.
 */
export interface WebhookResult {
  /**
   * The object's ID.
   */
  id: string;
  /**
   * Name of the flow. Unique in its workspace as far as this package is concerned.
   *
   * Documented.
   */
  name: string;
  /**
   * Pause between two tries, in `retryDelayUnit`.
   *
   * Documented.
   */
  retryDelay?: number | undefined;
  /**
   * Unit of `retryDelay`; upper or lower case.
   *
   * Documented.
   */
  retryDelayUnit?: "seconds" | "minutes" | (string & {}) | undefined;
  /**
   * How often the flow is tried again.
   *
   * Documented.
   */
  maxRetries?: number | undefined;
  /**
   * Whether the flow is a template.
   *
   * Documented.
   */
  isTemplate?: boolean | undefined;
  /**
   * Direction of the flow: `inbound` or `outbound`; upper or lower case.
   *
   * Documented.
   */
  flowDirection?: "inbound" | "outbound" | (string & {}) | undefined;
  /**
   * How data is mapped by the flow. Keys and values are passed on unchanged.
   *
   * Documented.
   */
  flowMapping?: Record<string, unknown> | undefined;
  /**
   * Tag of the flow.
   *
   * Documented.
   */
  tagName?: string | undefined;
  /**
   * Category of the flow.
   *
   * Documented.
   */
  categoryName?: string | undefined;
  /**
   * The requests of the flow, in order.
   *
   * Documented.
   */
  steps?: WebhookStep[] | undefined;
  /**
   * Variables with fixed values.
   *
   * Documented.
   */
  predefinedVariables?: WebhookPredefinedVariable[] | undefined;
  /**
   * Variables that are filled from steps.
   *
   * Documented.
   */
  variables?: WebhookVariable[] | undefined;
  /**
   * Slug of the workspace the object lives in, e.g. `default`. Left out: the configured workspace (`callab:workspace`).
   *
   * Documented. A change makes a new object.
   */
  workspace?: string | undefined;
  /**
   * Status of the flow, as the API reports it.
   *
   * Documented.
   */
  status?: "scheduled" | (string & {}) | undefined;
  /**
   * Logo of the flow.
   *
   * Documented.
   */
  logo?: string | null | undefined;
  /**
   * Who created the flow.
   *
   * Documented.
   */
  createdBy?: string | null | undefined;
  /**
   * The account the flow belongs to.
   *
   * Documented.
   */
  companyId?: string | null | undefined;
  /**
   * When the flow was created (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  createdAt?: string | undefined;
  /**
   * When the flow was last changed (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  updatedAt?: string | undefined;
  /**
   * When the flow was deleted (ISO 8601); absent while it lives.
   *
   * Documented.
   */
  deletedAt?: string | null | undefined;
}

/**
 * A workspace of the account: the place that campaigns, agents and webhooks live in. The API makes, renames and deletes workspaces, and neither lists nor reads them.
 */
export interface WorkspaceArgs {
  /**
   * Name of the workspace. The API refuses a second one of the same name in an account.
   *
   * Documented.
   *
   * @example "North region"
   */
  workspaceName: pulumi.Input<string>;
  /**
   * What happens to the workspace when it is deleted here. `delete`: deleted; what becomes of the objects in it is not documented. `retain`: left untouched.
   *
   * @default "delete"
   */
  deletionPolicy?: pulumi.Input<"delete" | "retain"> | undefined;
  /**
   * The UUID that the dashboard shows for a workspace that exists. It is taken over and given the declared name, and is then this program's to delete, as `deletionPolicy` says. `none` answers a run that could not tell whether it created the workspace: it is not there, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  existingId?: pulumi.Input<string> | undefined;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `webhook/not-encrypted`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["webhook/not-encrypted"]
   */
  acceptedWarnings?: pulumi.Input<pulumi.Input<string>[]> | undefined;
}

/**
 * What is known of a Workspace: its inputs in normal form, and what the API reports.
 */
export interface WorkspaceOutputs {
  /**
   * Name of the workspace. The API refuses a second one of the same name in an account.
   *
   * Documented.
   *
   * @example "North region"
   */
  readonly workspaceName: pulumi.Output<string>;
  /**
   * What happens to the workspace when it is deleted here. `delete`: deleted; what becomes of the objects in it is not documented. `retain`: left untouched.
   *
   * @default "delete"
   */
  readonly deletionPolicy: pulumi.Output<"delete" | "retain" | undefined>;
  /**
   * The UUID that the dashboard shows for a workspace that exists. It is taken over and given the declared name, and is then this program's to delete, as `deletionPolicy` says. `none` answers a run that could not tell whether it created the workspace: it is not there, so a new one may be created. Take it out again afterwards.
   *
   * @example "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a"
   *
   * @example "none"
   */
  readonly existingId: pulumi.Output<string | undefined>;
  /**
   * IDs of the rules whose warnings were considered for this resource, such as `webhook/not-encrypted`: they are not told again. An ID that is no rule's, or an error's, is an error. `callab:acceptedWarnings` accepts for all resources.
   *
   * @example ["webhook/not-encrypted"]
   */
  readonly acceptedWarnings: pulumi.Output<string[] | undefined>;
  /**
   * Slug of the workspace, made by Callab: what the `workspace` of other resources takes.
   *
   * Documented.
   */
  readonly workspaceSlug: pulumi.Output<string>;
  /**
   * The account the workspace belongs to.
   *
   * Documented.
   */
  readonly companyId: pulumi.Output<string | undefined>;
  /**
   * When the workspace was created (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  readonly createdAt: pulumi.Output<string | undefined>;
  /**
   * When the workspace was last changed (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  readonly updatedAt: pulumi.Output<string | undefined>;
}

/**
 * A live Workspace as the API shows it; what the API does not show is absent.
 */
export interface WorkspaceResult {
  /**
   * The object's ID.
   */
  id: string;
  /**
   * Name of the workspace. The API refuses a second one of the same name in an account.
   *
   * Documented.
   *
   * @example "North region"
   */
  workspaceName: string;
  /**
   * Slug of the workspace, made by Callab: what the `workspace` of other resources takes.
   *
   * Documented.
   */
  workspaceSlug?: string | undefined;
  /**
   * The account the workspace belongs to.
   *
   * Documented.
   */
  companyId?: string | undefined;
  /**
   * When the workspace was created (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  createdAt?: string | undefined;
  /**
   * When the workspace was last changed (ISO 8601; without a zone: UTC).
   *
   * Documented.
   */
  updatedAt?: string | undefined;
}
