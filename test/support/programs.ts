/** Programs for the engine tests. In JavaScript: they start in a second, where TypeScript is checked for two first. */
import type { WireObject } from "../../emulator";

export const agentId = "3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f";

/** A campaign with the required fields, and some more. */
export const campaign = {
  name: "Spring renewals",
  notes: "Customers whose contract ends in spring",
  campaignType: "outbound",
  aiAgentId: agentId,
  daysOfWeek: ["mon", "tue", "wed"],
  callTimeOfDayFrom: "9:00",
  callTimeOfDayTo: "17:00",
  timeZone: "Europe/Paris",
  contactsListTags: ["vip"],
} as const;

/** The same campaign as somebody made it in the dashboard. */
export const liveCampaign = {
  name: campaign.name,
  notes: campaign.notes,
  campaign_type: "outbound",
  ai_agent_id: agentId,
  days_of_week: [1, 2, 3],
  call_time_of_day_from: "09:00:00",
  call_time_of_day_to: "17:00:00",
  contacts_list_tags: ["vip"],
  time_zone: "Europe/Paris",
  workspace: "default",
} satisfies WireObject;

type Args = Readonly<Record<string, unknown>>;

/** `new callab.Class("name", args)` as the text of a program. */
export const resource = (className: string, name: string, args: Args): string =>
  `new callab.${className}(${JSON.stringify(name)}, ${JSON.stringify(args, null, 2)});`;

/** A program of these statements. */
export const program = (...statements: readonly string[]): string =>
  ['const callab = require("pulumi-callab");', ...statements, ""].join("\n");
