/** A program with all four kinds and references between them, in the versions that a life brings. */
import { campaign, program } from "./programs";

export interface Version {
  readonly maxRetries?: number;
  readonly prompt?: string;
  readonly notes?: string;
  readonly campaignType?: "outbound" | "inbound";
}

export const fourKinds = ({
  maxRetries = 3,
  prompt = "Be brief.",
  notes = campaign.notes,
  campaignType = "outbound",
}: Version = {}): string =>
  program(
    `const agent = new callab.AiAgent("ada", { name: "Ada", prompt: ${JSON.stringify(prompt)}, language: "en-US", voiceSpeed: 1.1, agentFlow: {}, isAmdEnabled: false });`,
    `const crm = new callab.Webhook("crm", {
      name: "CRM", maxRetries: ${maxRetries}, retryDelay: 60, retryDelayUnit: "seconds", flowDirection: "inbound",
      steps: [{ stepNumber: 1, webhookUrl: "https://example.com/hook", webhookMethod: "POST", webhookHeaders: { Authorization: "secret" } }],
    });`,
    `const line = new callab.PhoneNumber("line", { phoneNumber: "+442079460123", nickname: "London", deletionPolicy: "delete" });`,
    `new callab.Campaign("spring", {
      ...${JSON.stringify({ ...campaign, notes, campaignType })},
      aiAgentId: agent.id, webhookId: crm.id,
      contactsListSource: ["web"], contactsListTags: ["vip"], contactsListCategories: ["renewal"],
      numberOfCallAttempts: [3], retryDelay: [60], retryDelayUnit: ["seconds"],
      startedAt: "2099-03-02", endedAt: "2099-05-29",
    });`,
  );
