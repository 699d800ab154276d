/**
 * One program, one stack for each environment. What differs is in `Pulumi.dev.yaml` and `Pulumi.prod.yaml`; what does
 * not differ is here, once. `Pulumi.yaml` names every key and the careful default a new stack gets.
 */
import * as pulumi from "@pulumi/pulumi";
import * as callab from "pulumi-callab";

const config = new pulumi.Config();
const isLive = config.requireBoolean("live");
const environment = pulumi.getStack();

const agent = new callab.AiAgent("renewals", {
  name: "Renewals",
  language: "en-US",
  prompt: "You call customers whose contract ends soon, and offer to renew it. A no is an answer.",
});

const number = new callab.PhoneNumber("caller", { phoneNumber: config.require("phoneNumber") });

const campaign = new callab.Campaign(
  "renewals",
  {
    name: "Renewals",
    notes: `Managed by Pulumi, stack ${environment}`,
    campaignType: "outbound",
    aiAgentId: agent.id,
    outboundPhoneNumberId: number.id,
    contactsListSource: ["web"],
    contactsListTags: config.requireObject<string[]>("tags"),
    daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
    callTimeOfDayFrom: "9:00",
    callTimeOfDayTo: "17:00",
    timeZone: "America/Chicago",
    numberOfCallAttempts: [config.requireNumber("attempts")],
    retryDelay: [3600],
    retryDelayUnit: ["seconds"],
    // Everywhere but in the live environment the campaign exists and calls nobody.
    desiredStatus: isLive ? "active" : "paused",
  },
  // A live campaign is not destroyed, nor replaced, before somebody takes this away.
  { protect: isLive },
);

export const status = campaign.status;
export const summary = campaign.summary;
