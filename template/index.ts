/** An agent, its number, and a campaign that exists but calls nobody until you say so. */
import * as pulumi from "@pulumi/pulumi";
import * as callab from "pulumi-callab";

const config = new pulumi.Config();

const agent = new callab.AiAgent("agent", {
  name: "Renewal desk",
  language: "en-US",
  prompt: "You call customers whose contract ends soon, and offer to renew it. A no is an answer.",
});

// Taken over from your account; `pulumi destroy` leaves it there.
const number = new callab.PhoneNumber("number", { phoneNumber: config.require("phoneNumber") });

const campaign = new callab.Campaign("campaign", {
  name: "Renewals",
  notes: "Whose contract ends soon. Begins with colleagues, to hear it first.",
  campaignType: "outbound",
  aiAgentId: agent.id,
  outboundPhoneNumberId: number.id,
  contactsListTags: ["colleagues"],
  daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
  callTimeOfDayFrom: "09:00",
  callTimeOfDayTo: "17:00",
  timeZone: "Europe/London",
  numberOfCallAttempts: [2],
  retryDelay: [3600],
  retryDelayUnit: ["seconds"],
  // "active" makes it call.
  desiredStatus: "paused",
});

/** Who is called when, in one sentence. */
export const summary = campaign.summary;
export const status = campaign.status;
