/** update: the full desired state in one request; an edit never sets anything calling that was not. */
import type { Emulator, PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { create } from "../../../provider/lifecycle/create";
import { update } from "../../../provider/lifecycle/update";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";

const kind = kinds.Campaign;

async function campaign(declared: object = {}, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality });
  const inputs = checked(kind, { ...leastOf.Campaign, ...declared });
  const { id, state } = await create(contextFor(emulator), kind, inputs);
  emulator.clearRequests();
  const edit = (now: object, given: Record<string, unknown> = state) =>
    update(contextFor(emulator), kind, id, given, checked(kind, { ...leastOf.Campaign, ...declared, ...now }));
  const live = (): WireObject => emulator.dashboard.get("Campaign", id) ?? {};
  return { emulator, id, state, edit, live };
}

const updates = (emulator: Emulator) => emulator.requests.filter(({ operation }) => operation === "update");

it("sends everything that is declared, once, with the live status", async () => {
  const { emulator, edit, live } = await campaign();
  const state = await edit({ notes: "New." });
  expect(updates(emulator).map(({ body }) => body)).toEqual([
    {
      name: "Spring renewals",
      notes: "New.",
      campaign_type: "outbound",
      ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
      days_of_week: [1, 2],
      time_zone: "Europe/Paris",
      workspace: "default",
      status: "active",
    },
  ]);
  expect(live()).toMatchObject({ notes: "New.", status: "active" });
  expect(state).toMatchObject({ notes: "New.", status: "active" });
});

it("clears what was taken out of the program, and keeps 0, empty texts and empty lists as values", async () => {
  const { edit, live, state } = await campaign({
    startedAt: "2026-12-01",
    contactsListTags: ["vip"],
    retryDelay: [60],
  });
  const after = await edit({ startedAt: undefined, contactsListTags: [], retryDelay: [0] });
  expect(live()).toMatchObject({ contacts_list_tags: [], retry_delay: [0] });
  expect(live()).not.toHaveProperty("started_at");
  expect(state).toHaveProperty("startedAt");
  expect(after).not.toHaveProperty("startedAt");
});

describe("the status it carries", () => {
  it.each<[string, object, string, string]>([
    ["paused by somebody, not ours to say", {}, "paused", "paused"],
    ["active, not ours to say", {}, "active", "active"],
    ["completed, not ours to say", {}, "completed", "completed"],
    ["paused by somebody, wanted active", { desiredStatus: "active" }, "paused", "active"],
    ["active, wanted paused", { desiredStatus: "paused" }, "active", "paused"],
    ["completed, wanted active", { desiredStatus: "active" }, "completed", "completed"],
    ["completed, wanted paused", { desiredStatus: "paused" }, "completed", "completed"],
  ])("%s", async (_title, declared, before, after) => {
    const { emulator, id, edit, live } = await campaign(declared);
    emulator.dashboard.change("Campaign", id, { status: before });
    const state = await edit({ notes: "New." });
    expect(live()).toMatchObject({ status: after, notes: "New." });
    expect(state["status"]).toBe(after);
    expect(updates(emulator)).toHaveLength(1);
  });

  it("is the one that was read now, not the one the state remembers", async () => {
    const { emulator, id, edit, live, state } = await campaign();
    emulator.dashboard.change("Campaign", id, { status: "paused" });
    await edit({ notes: "New." }, { ...state, status: "active" });
    expect(live()["status"]).toBe("paused");
  });
});

it("asks the API for nothing where only this package's own settings change", async () => {
  const { emulator, edit } = await campaign();
  const state = await edit({ deletionPolicy: "retain", adopt: true });
  expect(emulator.requests).toEqual([]);
  expect(state).toMatchObject({ deletionPolicy: "retain", adopt: true });
});

it("uses the older address where only that one answers", async () => {
  const { edit, live } = await campaign({}, { campaignUpdatePath: "older", absentAnswer: "405" });
  await edit({ notes: "New." });
  expect(live()["notes"]).toBe("New.");
});

it("tells that the object is gone, and what to do", async () => {
  const { emulator, id, edit } = await campaign();
  emulator.dashboard.delete("Campaign", id);
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("is no longer there. Run `pulumi up --refresh` to have it created again.");
});

it("tells that the route is not there, its mark, and how to set another", async () => {
  const { emulator, edit } = await campaign();
  emulator.setPersonality({ absentRoutes: ["campaign.update"] });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("was not updated.");
  expect(message).toContain("inferred");
  expect(message).toContain("pulumi config set callab:routes");
});

it("tells what the API refuses, and nothing is lost", async () => {
  const { emulator, id, edit } = await campaign();
  emulator.setPersonality({ unknownReferences: "refused" });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("AiAgent 0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01 not found");
  expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
});

it("is repeated when its answer is lost: the same state twice is the same state", async () => {
  const { emulator, edit, live } = await campaign();
  emulator.addFault({ fault: "dropAfter", match: { operation: "update" } });
  await edit({ notes: "New." });
  expect(updates(emulator)).toHaveLength(2);
  expect(live()["notes"]).toBe("New.");
});
