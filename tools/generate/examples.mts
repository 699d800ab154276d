/** One example a kind, for its reference page and its class. The tests of the documentation compile them. */
import type { KindName } from "../../provider/kinds/schema.ts";

export const examples: Readonly<Record<KindName, string>> = {
  Campaign: `
import * as callab from "pulumi-callab";

const agent = callab.getAiAgentOutput({ name: "Renewals" });

const campaign = new callab.Campaign("spring", {
  name: "Spring renewals",
  notes: "Customers whose contract ends in May",
  campaignType: "outbound",
  aiAgentId: agent.id,
  outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
  contactsListSource: ["web"],
  contactsListTags: ["vip"],
  daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
  callTimeOfDayFrom: "9:00",
  callTimeOfDayTo: "17:00",
  timeZone: "Europe/Paris",
  startedAt: "2099-03-02",
  endedAt: "2099-05-29",
  numberOfCallAttempts: [3],
  retryDelay: [60],
  retryDelayUnit: ["seconds"],
  desiredStatus: "paused",
});

export const summary = campaign.summary;
`,
  AiAgent: `
import * as callab from "pulumi-callab";

const agent = new callab.AiAgent("renewals", {
  name: "Renewals",
  description: "Calls customers whose contract ends soon",
  language: "en-US",
  prompt: "You call customers whose contract ends soon. Be brief, and end the call when asked to.",
  whoTalksFirst: "agent",
  beginMessage: "Hello, this is the renewals desk.",
  agentDynamicVariables: [{ first_name: "" }],
  isAmdEnabled: true,
});

export const agentId = agent.id;
`,
  PhoneNumber: `
import * as callab from "pulumi-callab";

// A number that was bought in the dashboard. The list of this account shows no IDs, so the program names it.
const number = new callab.PhoneNumber("sales", {
  phoneNumber: "+442079460958",
  nickname: "Sales",
  existingId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
});

export const numberId = number.id;
`,
  Webhook: `
import * as callab from "pulumi-callab";
import * as pulumi from "@pulumi/pulumi";

const crmToken = new pulumi.Config().requireSecret("crmToken");

const webhook = new callab.Webhook("crm", {
  name: "CRM",
  maxRetries: 3,
  retryDelay: 30,
  retryDelayUnit: "seconds",
  steps: [
    {
      stepNumber: 1,
      webhookUrl: "https://example.com/hooks/callab",
      webhookMethod: "POST",
      webhookTimeout: 10,
      webhookHeaders: crmToken.apply((token) => ({ Authorization: \`Bearer \${token}\` })),
    },
  ],
});

export const webhookId = webhook.id;
`,
  Workspace: `
import * as callab from "pulumi-callab";

const north = new callab.Workspace("north", { workspaceName: "North region" });

const agent = new callab.AiAgent("renewals", {
  workspace: north.workspaceSlug,
  name: "Renewals",
  prompt: "You call customers whose contract ends soon. Be brief, and end the call when asked to.",
});

export const agentId = agent.id;
`,
};
