/**
 * A hotline: people call a number, the agent answers, and a webhook is told about every call.
 *
 * The number was bought in the dashboard. Pulumi takes it over and, unless you say otherwise, never releases it.
 */
import * as pulumi from "@pulumi/pulumi";
import * as callab from "pulumi-callab";

const config = new pulumi.Config();

const number = new callab.PhoneNumber("hotline", {
  phoneNumber: config.get("phoneNumber") ?? "+44 20 7946 0100",
  // Needed only if the API lists your numbers without their IDs; the dashboard shows the ID.
  existingId: config.get("numberId"),
});

const agent = new callab.AiAgent("receptionist", {
  name: "Receptionist",
  description: "Answers the hotline",
  language: "en-GB",
  whoTalksFirst: "agent",
  beginMessage: "Good day, this is the Example Energy hotline. I am an automated assistant. How can I help?",
  prompt: [
    "You answer the hotline of Example Energy.",
    "Find out why the person calls, and take a name and a number to call back.",
    "If somebody smells gas or sees a broken cable: tell them to leave the place and to call the emergency number. Do nothing else first.",
  ].join("\n"),
});

const notify = new callab.Webhook("notify", {
  name: "Hotline calls",
  flowDirection: "inbound",
  retryDelay: 30,
  retryDelayUnit: "seconds",
  maxRetries: 3,
  steps: [
    {
      stepNumber: 1,
      webhookUrl: "https://example.com/hooks/hotline",
      webhookMethod: "POST",
      webhookTimeout: 10,
      // Headers are kept encrypted in Pulumi's state.
      webhookHeaders: { Authorization: config.getSecret("hookToken") ?? "Bearer not-set" },
    },
  ],
});

const hotline = new callab.Campaign("hotline", {
  name: "Hotline",
  notes: "Office hours only",
  campaignType: "inbound",
  aiAgentId: agent.id,
  inboundPhoneNumberId: number.id,
  webhookId: notify.id,
  daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  callTimeOfDayFrom: "08:00",
  callTimeOfDayTo: "18:00",
  timeZone: "Europe/London",
});

export const phoneNumber = number.phoneNumber;
export const summary = hotline.summary;
