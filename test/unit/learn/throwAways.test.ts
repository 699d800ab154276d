/** Throw-away objects: each of the things that keep them from calling is asked for before one is sent. */
import { kinds } from "../../../provider/kinds";
import { check } from "../../../provider/lifecycle/check";
import {
  bodyOf,
  isMark,
  mustBeHarmless,
  newMark,
  triedKinds,
  type Body,
  type Making,
} from "../../../provider/cli/doctor/learn/throwAways";

const now = Date.UTC(2026, 11, 1);
const making: Making = {
  mark: newMark(Math.random),
  workspace: "sandbox",
  now,
  agent: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
  webhook: undefined,
};

const all = triedKinds.flatMap((kind) =>
  (["full", "empties", "least"] as const).map((fullness) => [kind, fullness] as const),
);

test.each(all)("%s, %s: is sent", (kind, fullness) => {
  expect(() => mustBeHarmless(kind, bodyOf(kind, fullness, making), making)).not.toThrow();
});

const campaign = bodyOf("Campaign", "full", making);

test.each<readonly [string, Body]>([
  ["outbound", { campaign_type: "outbound" }],
  ["one that begins today", { started_at: "2026-12-01", ended_at: "2026-12-01" }],
  ["one without a beginning", { started_at: null }],
  ["one without an end", { ended_at: null }],
  ["one with other hours", { call_time_of_day_to: "17:00:00" }],
  ["one without hours", { call_time_of_day_from: null }],
  ["one that selects a tag of somebody's", { contacts_list_tags: ["vip"] }],
  ["one that selects one more", { contacts_list_tags: [making.mark, "vip"] }],
  ["one that selects nothing", { contacts_list_tags: [] }],
  ["one that does not say which category", { contacts_list_categories: null }],
  ["one with a number", { outbound_phone_number_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01" }],
  ["an active one", { status: "active" }],
  ["one of another name", { name: "Spring renewals" }],
])("a campaign that is %s is never sent", (_title, change) => {
  expect(() => mustBeHarmless("Campaign", { ...campaign, ...change }, making)).toThrow("was not sent");
});

test("an agent with tools, and a webhook with a step that leads somewhere, are never sent", () => {
  const agent = { ...bodyOf("AiAgent", "full", making), global_tools: { transfer: true } };
  expect(() => mustBeHarmless("AiAgent", agent, making)).toThrow("it has tools");
  const webhook = { ...bodyOf("Webhook", "full", making), steps: [{ webhook_url: "https://example.com/" }] };
  expect(() => mustBeHarmless("Webhook", webhook, making)).toThrow("leads to where somebody may listen");
});

test("a campaign says nothing that is no input of a campaign, and breaks no rule but those of who it calls", () => {
  const { diagnostics } = check(
    kinds.Campaign,
    {
      name: making.mark,
      notes: "",
      campaignType: "inbound",
      aiAgentId: making.agent,
      daysOfWeek: ["sunday"],
      timeZone: "Asia/Tokyo",
    },
    { workspace: "sandbox", now: new Date(now) },
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const known = new Set(kinds.Campaign.written.map(({ wireName }) => wireName));
  expect(Object.keys(campaign).filter((name) => !known.has(name))).toEqual([]);
});

test("marks are random, and told from everything else", () => {
  expect(new Set(Array.from({ length: 200 }, () => newMark(Math.random))).size).toBe(200);
  expect(newMark(() => 0.999999999)).toMatch(/^callab-[a-z0-9]{12}$/);
  expect(isMark(newMark(Math.random))).toBe(true);
  for (const other of [
    "callab-",
    "callab-0123456789a",
    "callab-0123456789abc",
    "../callab-0123456789ab",
    "callab-0123456789AB",
  ])
    expect(isMark(other)).toBe(false);
});
