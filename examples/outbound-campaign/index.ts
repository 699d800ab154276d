/**
 * An outbound campaign with every field of the documented create call. In a program of your own the IDs come from
 * other resources (`agent.id`, `number.id`); here they are fixed, so that the campaign stands alone.
 */
import * as callab from "pulumi-callab";

const campaign = new callab.Campaign("spring", {
  name: "Spring renewals",
  notes: "Customers whose contract ends in spring",
  campaignType: "outbound",
  workspace: "default",

  // Who is called.
  contactsListSource: ["web"],
  contactsListTags: ["vip"],
  contactsListCategories: ["renewal"],
  contactsListSourceMetadata: { web: { source_url: "https://example.com" } },

  // Who talks, and with what number.
  aiAgentId: "3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f",
  agentVariablesContactMetadataMapping: { first_name: "contact.firstname" },
  outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
  inboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",

  // When.
  daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
  callTimeOfDayFrom: "9:00",
  callTimeOfDayTo: "17:00",
  timeZone: "Europe/Paris",
  startedAt: "2099-03-02",
  endedAt: "2099-05-29",

  // How often.
  numberOfCallAttempts: [3],
  retryDelay: [60],
  retryDelayUnit: ["seconds"],

  // Who is told.
  webhookId: "5d2b9c1a-7e44-4a0d-b1c5-0f6e8d7a9b3c",
  webhookMappingVariables: { event: "call_completed" },
  webhookMappingVariablesSources: { event: "system" },
});

export const campaignId = campaign.id;
export const summary = campaign.summary;
