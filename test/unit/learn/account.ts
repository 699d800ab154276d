/** An account that is in use: objects of somebody's, in two workspaces, which learning must leave as they are. */
import type { Emulator, Kind, WireObject } from "../../../emulator";

const campaign = (name: string, more: WireObject = {}): WireObject => ({
  name,
  notes: "Customers whose contract ends in May",
  campaign_type: "outbound",
  ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
  contacts_list_tags: ["vip"],
  days_of_week: [1, 2],
  time_zone: "Europe/Paris",
  started_at: "2026-12-01",
  status: "active",
  ...more,
});

const theirs: readonly (readonly [Kind, WireObject])[] = [
  ["AiAgent", { name: "Ada", prompt: "You are Ada." }],
  ["AiAgent", { name: "Ben", prompt: "You are Ben." }],
  ["AiAgent", { name: "Cem", prompt: "You are Cem." }],
  ["Webhook", { name: "After the call" }],
  ["Webhook", { name: "Before the call" }],
  ["Webhook", { name: "callab-of-somebody" }],
  ["Campaign", campaign("Spring renewals")],
  ["Campaign", campaign("Summer renewals")],
  // Named as ours are, but for the mark: somebody's all the same.
  ["Campaign", campaign('callab-0123456789ab & a  "try" of <callab doctor>')],
  ["Campaign", campaign("Elsewhere", { workspace: "sales" })],
  ["PhoneNumber", { phone_number: "+15555550100", nickname: "Main line" }],
  ["PhoneNumber", { phone_number: "+15555550101", nickname: "Second line" }],
];

export function fill({ dashboard }: Pick<Emulator, "dashboard">): void {
  for (const [kind, fields] of theirs) dashboard.create(kind, fields);
}

const kinds = ["AiAgent", "Webhook", "Campaign", "PhoneNumber", "Workspace"] as const;

/** IDs of what is there and not deleted. */
export const living = ({ dashboard }: Pick<Emulator, "dashboard">): readonly string[] =>
  kinds.flatMap((kind) => dashboard.ids(kind));

/** Everything that is there, deleted or not, as it is stored. */
export const everything = ({ dashboard }: Pick<Emulator, "dashboard">): ReadonlyMap<string, string> =>
  new Map(
    kinds.flatMap((kind) =>
      dashboard.list(kind, { deleted: true }).map((object) => [object.id, JSON.stringify(object)] as const),
    ),
  );
