/** What this program declares, as a function of its settings: so that tests can call it. */
import * as callab from "pulumi-callab";

export interface Settings {
  /** Whether the campaign really calls people. */
  readonly live: boolean;
  /** Tags of the contacts that are called. */
  readonly tags: string[];
}

export function declareCampaigns({ live, tags }: Settings): { agent: callab.AiAgent; renewals: callab.Campaign } {
  const agent = new callab.AiAgent("renewals", {
    name: "Renewals",
    language: "en-US",
    prompt: "You call customers whose contract ends soon, and offer to renew it.",
  });
  const renewals = new callab.Campaign("renewals", {
    name: "Renewals",
    notes: "",
    campaignType: "outbound",
    aiAgentId: agent.id,
    outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
    contactsListTags: tags,
    daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
    callTimeOfDayFrom: "9:00",
    callTimeOfDayTo: "17:00",
    timeZone: "Europe/Madrid",
    desiredStatus: live ? "active" : "paused",
  });
  return { agent, renewals };
}
