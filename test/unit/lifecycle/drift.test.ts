/** Drift has classes: what is repaired, what is only reported, and what is no difference at all. */
import { kinds } from "../../../provider/kinds";
import type { KindName } from "../../../provider/kinds/schema";
import { drift, type DriftClass } from "../../../provider/lifecycle/drift";

type Case = readonly [
  title: string,
  kind: KindName,
  declared: object,
  live: object,
  expected: Record<string, DriftClass>,
];

it.each<Case>([
  ["another value", "Campaign", { notes: "a" }, { notes: "b" }, { notes: "configuration" }],
  ["a cleared field", "Campaign", { notes: "a" }, { notes: null }, { notes: "configuration" }],
  ["a field the answer does not mention", "Campaign", { notes: "a" }, {}, {}],
  ["a field that is hidden", "Campaign", { aiAgentId: "x" }, {}, {}],
  [
    "a hidden field that is shown all the same",
    "Campaign",
    { aiAgentId: "x" },
    { aiAgentId: "y" },
    { aiAgentId: "configuration" },
  ],
  ["the same value", "Campaign", { notes: "a" }, { notes: "a" }, {}],
  [
    "another order of a set",
    "Campaign",
    { contactsListTags: ["a", "b"] },
    { contactsListTags: ["b", "a"] },
    { contactsListTags: "spelling" },
  ],
  [
    "another name of the zone",
    "Campaign",
    { timeZone: "Asia/Calcutta" },
    { timeZone: "Asia/Kolkata" },
    { timeZone: "spelling" },
  ],
  [
    "null for an empty list",
    "Campaign",
    { contactsListTags: [] },
    { contactsListTags: null },
    { contactsListTags: "spelling" },
  ],
  ["a field the program leaves alone", "Campaign", {}, { notes: "a" }, { notes: "unmanaged" }],
  [
    "nothing in a field the program leaves alone",
    "Campaign",
    {},
    { notes: "", contactsListTags: [], startedAt: null },
    {},
  ],
  [
    "0 and false in fields the program leaves alone",
    "Webhook",
    {},
    { maxRetries: 0, isTemplate: false },
    { maxRetries: "unmanaged", isTemplate: "unmanaged" },
  ],
  [
    "what moves by itself",
    "Campaign",
    {},
    { status: "completed", callProgress: 50, updatedAt: "x" },
    { status: "runtime", callProgress: "runtime", updatedAt: "runtime" },
  ],
  [
    "the workspace, called by its ID",
    "Campaign",
    { workspace: "default" },
    { workspace: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01" },
    {},
  ],
  [
    "somebody paused it",
    "Campaign",
    { desiredStatus: "active" },
    { status: "paused" },
    { status: "runtime", desiredStatus: "configuration" },
  ],
  [
    "somebody resumed it",
    "Campaign",
    { desiredStatus: "paused" },
    { status: "ACTIVE" },
    { status: "runtime", desiredStatus: "configuration" },
  ],
  ["it ran to its end", "Campaign", { desiredStatus: "active" }, { status: "completed" }, { status: "runtime" }],
  ["it is as wanted", "Campaign", { desiredStatus: "active" }, { status: "Active" }, { status: "runtime" }],
  ["a status nobody knows", "Campaign", { desiredStatus: "active" }, { status: "archived" }, { status: "runtime" }],
  ["somebody paused what the program leaves alone", "Campaign", {}, { status: "paused" }, { status: "runtime" }],
  ["an agent's own status", "AiAgent", { status: "active" }, { status: "inactive" }, { status: "configuration" }],
])("%s", (_title, kind, declared, live, expected) => {
  const found = drift(kinds[kind], declared as Record<string, unknown>, live as Record<string, unknown>);
  expect(Object.fromEntries(found.map((entry) => [entry.field, entry.class]))).toEqual(expected);
});

it.each<Case>([
  ["a text as a server keeps it", "AiAgent", { prompt: "R&D\r\n" }, { prompt: "R&amp;D" }, { prompt: "spelling" }],
  ["a name in another spelling", "AiAgent", { name: "R&D  a" }, { name: "R&amp;D a" }, { name: "spelling" }],
  [
    "a tag in another letter case",
    "Campaign",
    { contactsListTags: ["vip"] },
    { contactsListTags: ["VIP"] },
    { contactsListTags: "configuration" },
  ],
  [
    "a day as an instant",
    "Campaign",
    { startedAt: "2026-03-01", timeZone: "Europe/Paris" },
    { startedAt: "2026-02-28T23:00:00Z" },
    { startedAt: "spelling" },
  ],
  [
    "keys of the server's own",
    "AiAgent",
    { agentFlow: { a: 1, b: null } },
    { agentFlow: { a: 1, c: 2 } },
    { agentFlow: "spelling" },
  ],
  [
    "a key that is gone",
    "AiAgent",
    { agentFlow: { a: 1, b: 1 } },
    { agentFlow: { a: 1, c: 2 } },
    { agentFlow: "configuration" },
  ],
])("%s", (_title, kind, declared, live, expected) => {
  const found = drift(kinds[kind], declared as Record<string, unknown>, live as Record<string, unknown>);
  expect(Object.fromEntries(found.map((entry) => [entry.field, entry.class]))).toEqual(expected);
});

it("shows what changed in a step, and not what the program never set", () => {
  const declared = { steps: [{ webhookUrl: "https://a.example", retryLimit: 1 }] };
  const live = { steps: [{ webhookUrl: "https://b.example", retryLimit: 1, stepNumber: 1, webhookBody: { a: 1 } }] };
  expect(drift(kinds.Webhook, declared, live)).toEqual([
    {
      field: "steps",
      class: "configuration",
      declared: declared.steps,
      live: [{ webhookUrl: "https://b.example", retryLimit: 1 }],
    },
  ]);
});
