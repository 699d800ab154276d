/**
 * A program as users write it, compiled with the oldest and the newest TypeScript, and each way of finding modules.
 * It is never run. What must be an error is marked as expected; an expected error that does not come is one.
 */
import * as pulumi from "@pulumi/pulumi";
import * as callab from "pulumi-callab";
import { startEmulator, type Emulator } from "pulumi-callab/emulator";

const agent = new callab.AiAgent("agent", { name: "Renewals", prompt: pulumi.output("You call about renewals.") });
const number = new callab.PhoneNumber("number", { phoneNumber: "+442079460100" }, { protect: true });
const webhook = new callab.Webhook("webhook", {
  name: "Report",
  steps: [{ webhookUrl: "https://example.com/hook", webhookMethod: "POST", webhookHeaders: { Authorization: "x" } }],
});

const args: callab.CampaignArgs = {
  name: "Spring renewals",
  notes: "",
  campaignType: "outbound",
  aiAgentId: agent.id,
  outboundPhoneNumberId: number.id,
  webhookId: webhook.id,
  daysOfWeek: ["mon", "tuesday", 3],
  timeZone: "Europe/Paris",
  desiredStatus: "paused",
  agentVariablesContactMetadataMapping: { first_name: "contact.firstname" },
};
const campaign = new callab.Campaign("campaign", args);

// Outputs are typed.
export const summary: pulumi.Output<string> = campaign.summary;
export const id: pulumi.Output<string> = campaign.id;
export const stepAddress: pulumi.Output<string | undefined> = webhook.steps.apply((steps) => steps?.[0]?.webhookUrl);

// What is no such value, or no such property, is an error in the editor.
// @ts-expect-error a type that does not exist
export const wrongType: callab.CampaignArgs = { ...args, campaignType: "sideways" };
// @ts-expect-error a weekday that does not exist
export const wrongDay: callab.CampaignArgs = { ...args, daysOfWeek: ["someday"] };
// @ts-expect-error a number where a text is wanted
export const wrongName: callab.CampaignArgs = { ...args, name: 3 };
// @ts-expect-error a property that does not exist
export const misspelt: callab.CampaignArgs = { ...args, timezone: "Europe/Paris" };
// @ts-expect-error the prompt is missing
export const incomplete: callab.AiAgentArgs = { name: "Renewals" };
// @ts-expect-error outputs are not to be set
campaign.summary = pulumi.output("");

// Lookups.
export async function lookedUp(): Promise<string> {
  const byName: callab.AiAgentResult = await callab.getAiAgent({ name: "Renewals" });
  const byId = await callab.getCampaign({ id: byName.id });
  // @ts-expect-error a lookup needs a name or an ID
  await callab.getWebhook({});
  return byId.name;
}
export const later: pulumi.Output<callab.PhoneNumberResult> = callab.getPhoneNumberOutput({
  phoneNumber: pulumi.output("+442079460100"),
});

// The emulator, for tests of programs.
export async function emulated(): Promise<number> {
  const emulator: Emulator = await startEmulator({ seed: 1, personality: "documented" });
  emulator.addFault({ fault: "dropAfter", match: { kind: "Campaign", operation: "create" } });
  // @ts-expect-error a fault that does not exist
  emulator.addFault({ fault: "earthquake" });
  await emulator.close();
  return emulator.dashboard.list("Campaign").length;
}
