/** What a new program changes about an object: normal forms, never spellings; and never two copies at once. */
import { kinds } from "../../../provider/kinds";
import type { KindName } from "../../../provider/kinds/schema";
import { UNKNOWN } from "../../../provider/values/unknown";
import { diff, type DiffResult } from "../../../provider/lifecycle/diff";
import { checked, leastOf } from "../../support/context";

const id = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a09";

function between(kind: KindName, before: object, now: object, state: object = {}): DiffResult {
  const old = checked(kinds[kind], { ...leastOf[kind], ...before });
  const inputs = { ...checked(kinds[kind], { ...leastOf[kind], ...before }), ...now };
  const cleaned = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
  return diff(kinds[kind], id, { ...old, ...state }, cleaned);
}

it.each<[string, KindName, object, object, boolean, string[]]>([
  ["nothing", "Campaign", {}, {}, false, []],
  ["a text", "Campaign", {}, { notes: "new" }, true, []],
  ["a text taken out", "Campaign", { startedAt: "2026-12-01" }, { startedAt: undefined }, true, []],
  ["an empty list put in", "Campaign", {}, { contactsListTags: [] }, true, []],
  ["false put in", "AiAgent", {}, { isAmdEnabled: false }, true, []],
  ["another name of the zone", "Campaign", { timeZone: "Asia/Calcutta" }, { timeZone: "Asia/Kolkata" }, false, []],
  ["the letter case of an ID", "Campaign", {}, { aiAgentId: "0B3C1C1E-8A51-4F0E-9D39-0E6F5F6F1A01" }, false, []],
  [
    "the order of keys",
    "Campaign",
    { webhookMappingVariables: { a: 1, b: 2 } },
    { webhookMappingVariables: { b: 2, a: 1 } },
    false,
    [],
  ],
  ["the workspace", "Campaign", {}, { workspace: "team-a" }, true, ["workspace"]],
  ["the type", "Campaign", {}, { campaignType: "inbound" }, true, ["campaignType"]],
  ["the number", "PhoneNumber", {}, { phoneNumber: "+442079460959" }, true, ["phoneNumber"]],
  ["the name", "Campaign", {}, { name: "Autumn" }, true, []],
  ["an ID that is not known yet", "Campaign", {}, { aiAgentId: UNKNOWN }, true, []],
  [
    "a header that is not known yet",
    "Webhook",
    {},
    { steps: [{ webhookUrl: "https://a.example", webhookHeaders: { k: UNKNOWN } }] },
    true,
    [],
  ],
  ["how to delete it", "Campaign", {}, { deletionPolicy: "retain" }, true, []],
  ["the ID of the number, to what it is: whose it is", "PhoneNumber", {}, { existingId: id }, true, []],
  [
    "the ID of the number, to another",
    "PhoneNumber",
    {},
    { existingId: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a08" },
    true,
    ["existingId"],
  ],
])("%s changed", (_title, kind, before, now, changes, replaces) => {
  expect(between(kind, before, now)).toEqual({ changes, replaces, deleteBeforeReplace: true });
});

it.each<[string, object, string | undefined, boolean]>([
  ["paused by somebody, wanted active", { desiredStatus: "active" }, "paused", true],
  ["active, wanted paused", { desiredStatus: "paused" }, "ACTIVE", true],
  ["as wanted", { desiredStatus: "active" }, "active", false],
  ["completed, wanted active", { desiredStatus: "active" }, "completed", false],
  ["unknown to the API", { desiredStatus: "active" }, undefined, false],
  ["paused by somebody, and not ours to say", {}, "paused", false],
])("a campaign that is %s", (_title, declared, status, changes) => {
  expect(between("Campaign", declared, {}, status === undefined ? {} : { status })).toMatchObject({ changes });
});

it("does not see what the API reported as something the program took out", () => {
  const state = { notes: "", status: "active", callProgress: 3, startedAt: "2026-12-01", __unmanaged: ["startedAt"] };
  expect(between("Campaign", {}, {}, state)).toMatchObject({ changes: false });
});

it("reads a state that an older version wrote", () => {
  const old = checked(kinds.Campaign, leastOf.Campaign);
  expect(diff(kinds.Campaign, id, { ...old, __provider: "text", retired: 1, notes: "" }, old)).toMatchObject({
    changes: false,
  });
});
