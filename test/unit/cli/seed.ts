/** Workspaces to export: as people fill them in the dashboard, with names in several languages. */
import type { Dashboard, Remote, WireObject } from "../../../emulator";

type Kind = "Campaign" | "AiAgent" | "PhoneNumber" | "Webhook";

/** A UUID that says what it is of. */
export const idOf = (kind: Kind, number: number): string => {
  const digit = { Campaign: "c", AiAgent: "a", PhoneNumber: "b", Webhook: "d" }[kind];
  return `${digit.repeat(8)}-0000-4000-8000-${String(number).padStart(12, "0")}`;
};

const campaignNames = ["Spring renewals", "عروض الربيع", "🎉 Welcome!", "Été 2026 – VIP", "Renewals"];

export const number = (index: number): WireObject => ({
  id: idOf("PhoneNumber", index),
  phone_number: `+1555555${String(100 + index).padStart(4, "0")}`,
  nickname: index === 0 ? "Main line" : `Line ${index}`,
  number_country_code: "US",
});

export const agent = (index: number): WireObject => ({
  id: idOf("AiAgent", index),
  name: ["Renewals", "Welcome", "مساعد"][index] ?? `Agent ${index}`,
  description: "Talks to customers about their contract",
  language: "en-US",
  status: "active",
  prompt:
    index % 2 === 0
      ? `You are agent ${index}.\nBe kind, and "brief".\n\nNever promise \${discounts}.`
      : "You are helpful.",
  who_talks_first: "agent",
  responsiveness: 0.5,
  voice_speed: 1,
  agent_flow: index === 0 ? { start: { say: "Hello", next: ["ask", "end"] }, "step-2": { limit: 1.5 } } : {},
  agent_dynamic_variables: index % 2 === 0 ? [{ first_name: "there", plan: "basic" }] : [],
  begin_message: "Hello, this is the renewal desk.",
  voice_id: "emma",
});

export const webhook = (index: number): WireObject => ({
  id: idOf("Webhook", index),
  name: index === 0 ? "CRM" : `Hook ${index}`,
  retry_delay: 30,
  retry_delay_unit: "seconds",
  max_retries: 3,
  is_template: false,
  flow_direction: "outbound",
  steps: [
    {
      step_number: 1,
      webhook_url: `https://example.com/hooks/${index}`,
      webhook_method: "POST",
      webhook_timeout: 10,
      webhook_headers: { Authorization: `Bearer secret-token-${index}`, "Content-Type": "application/json" },
      webhook_body: { event: "call.ended", nested: { list: [1, 2, 3] } },
    },
    { step_number: 2, webhook_url: "https://example.com/done", webhook_method: "GET", depends_on_step: 1 },
  ],
  predefinedVariables: [{ name: "source", value: "callab" }],
  variables: [{ name: "outcome", location: "body.outcome", stepId: null, type: "text", dataType: "string" }],
});

export const campaign = (index: number, of: { agents: number; numbers: number; webhooks: number }): WireObject => ({
  id: idOf("Campaign", index),
  name: campaignNames[index] ?? `Campaign ${index}`,
  notes: index % 3 === 0 ? "Customers whose contract ends soon" : "",
  campaign_type: "outbound",
  status: index % 2 === 0 ? "active" : "paused",
  call_progress: index,
  contacts_list_source: ["web"],
  contacts_list_tags: ["vip", "gold"],
  contacts_list_categories: ["renewal"],
  contacts_list_source_metadata: { web: { source_url: "https://example.com" } },
  agent_variables_contact_metadata_mapping: { first_name: "contact.firstname" },
  ...(of.webhooks > 0 ? { webhook_id: idOf("Webhook", index % of.webhooks) } : {}),
  ai_agent_id: idOf("AiAgent", of.agents > 0 ? index % of.agents : 9_999),
  ...(of.numbers > 0 ? { outbound_phone_number_id: idOf("PhoneNumber", index % of.numbers) } : {}),
  call_time_of_day_from: "09:00:00",
  call_time_of_day_to: index % 2 === 0 ? "17:00:00" : "17:30:00",
  number_of_call_attempts: [3],
  retry_delay: [60],
  retry_delay_unit: ["seconds"],
  days_of_week: [1, 2, 3, 4, 5],
  time_zone: "Europe/Paris",
  started_at: "2099-03-02",
  ended_at: "2099-05-29",
  webhook_mapping_variables: { event: "call_completed" },
});

/** A step with a credential in every place that the schema does not call secret. */
export const stepWithCredentials: WireObject = {
  step_number: 1,
  webhook_url: "https://somebody:pa55-in-address@hooks.example.com/x?sig=s1g-in-query&plain=yes",
  webhook_method: "POST",
  webhook_url_params: { api_key: "k3y-in-parameters", page: "1" },
  webhook_headers: { "X-Auth": "t0ken-in-headers" },
  webhook_body: {
    login: { password: "pa55-in-body", user: "crm" },
    list: [{ name: "client_secret", value: "s3cret-in-list" }, "https://hooks.example.com/?code=c0de-in-list"],
  },
};

/** How many objects of each kind a workspace of this size has. */
export const sizes = {
  1: { numbers: 0, agents: 1, webhooks: 0, campaigns: 0 },
  12: { numbers: 2, agents: 3, webhooks: 2, campaigns: 5 },
  44: { numbers: 4, agents: 10, webhooks: 4, campaigns: 26 },
  300: { numbers: 10, agents: 60, webhooks: 30, campaigns: 200 },
} as const;

export type Size = keyof typeof sizes;

/** Fills the workspace `default`. */
export async function seed(dashboard: Dashboard | Remote<Dashboard>, size: Size): Promise<void> {
  const of = sizes[size];
  const make = async (kind: Kind, count: number, object: (index: number) => WireObject): Promise<void> => {
    for (let index = 0; index < count; index++) await dashboard.create(kind, object(index));
  };
  await make("PhoneNumber", of.numbers, number);
  await make("AiAgent", of.agents, agent);
  await make("Webhook", of.webhooks, webhook);
  await make("Campaign", of.campaigns, (index) => campaign(index, of));
}
