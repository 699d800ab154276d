/** An agent and a campaign, by the native front: only the import says so. */
import * as callab from "pulumi-callab/native";

const agent = new callab.AiAgent("agent", {
  name: "Renewals",
  prompt: "You call customers whose contract ends soon. Be brief, and end the call when asked to.",
});

const spring = new callab.Campaign("spring", {
  name: "Spring renewals",
  notes: "Customers whose contract ends in May",
  campaignType: "outbound",
  aiAgentId: agent.id,
  outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
  contactsListTags: ["vip"],
  daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
  callTimeOfDayFrom: "9:00",
  callTimeOfDayTo: "17:00",
  timeZone: "Europe/Paris",
  desiredStatus: "paused",
});

export const summary = spring.summary;
