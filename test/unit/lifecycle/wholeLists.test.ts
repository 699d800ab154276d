/**
 * What a list lacks may exist all the same: only a whole list proves that an object is gone, or that there is none of a
 * name. Several of a name are no absence either. And an "ok" proves no delete.
 */
import { kinds } from "../../../provider/kinds";
import { read } from "../../../provider/lifecycle/read";
import { checked, contextFor, emulate, failureOf, leastOf, serve } from "../../support/context";
import { create, deleteObject, diff } from "../../support/lifecycle";

const { Campaign, PhoneNumber } = kinds;
const inputs = checked(Campaign, leastOf.Campaign);
const withIds = { campaignListIds: true, campaignReadIds: true } as const;
const token = "a-token";

/** An API that says there are three objects and shows two of them, whatever page it is asked for. */
const twoOfThree = (requests: string[]) =>
  serve((request) => {
    requests.push(`${request.method} ${request.url}`);
    const webhooks = ["One", "Two"].map((name, index) => ({ id: String(index), name, workspace: "default" }));
    return { text: JSON.stringify({ status: "ok", message: "", data: webhooks, total: 3 }) };
  });

describe("a list that says there is more", () => {
  it("drops no object from the state, and the run says why", async () => {
    const requests: string[] = [];
    const context = contextFor({ url: await twoOfThree(requests), token });
    const { message } = await failureOf(read(context, kinds.Webhook, "2", { name: "Three", workspace: "default" }));
    expect(message).toContain("The list of webhooks may not be whole: the API says that there are 3 and showed 2");
  });

  it("has nothing created, and the run says why", async () => {
    const requests: string[] = [];
    const context = contextFor({ url: await twoOfThree(requests), token });
    const three = checked(kinds.Webhook, { name: "Three" });
    expect((await failureOf(create(context, kinds.Webhook, three))).message).toContain("may not be whole");
    expect(requests.filter((request) => request.startsWith("POST"))).toEqual([]);
  });

  it("still shows the objects that it has", async () => {
    const context = contextFor({ url: await twoOfThree([]), token });
    const found = await read(context, kinds.Webhook, "1", { name: "Two", workspace: "default" });
    expect(found).toMatchObject({ id: "1", inputs: { name: "Two" } });
  });

  it("is asked for no more where it has what is looked for by its ID", async () => {
    const requests: string[] = [];
    const context = contextFor({ url: await twoOfThree(requests), token });
    await read(context, kinds.Webhook, "1", { name: "Two", workspace: "default" });
    expect(requests).toHaveLength(1);
  });

  it("is followed over its pages: what is on the second one is found, not made again", async () => {
    const paged = { ...withIds, listPages: "paged", pageSize: 2, pageHints: "total" } as const;
    const emulator = await emulate({ personality: paged });
    const made = ["One", "Two", "Spring renewals", "Four"].map((name) =>
      emulator.dashboard.create("Campaign", { ...leastOnWire, name }),
    );
    const { id } = await create(contextFor(emulator), Campaign, inputs);
    expect(id).toBe(made[2]?.id);
    expect(emulator.dashboard.ids("Campaign")).toHaveLength(4);
  });
});

const leastOnWire = {
  notes: "",
  campaign_type: "outbound",
  ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
  days_of_week: [1, 2],
  time_zone: "Europe/Paris",
};

describe("a number that is listed twice without IDs", () => {
  it.each([false, true])("is not gone (entries that differ: %s)", async (differ) => {
    const emulator = await emulate();
    for (const nickname of ["Desk", differ ? "Reception" : "Desk"])
      emulator.dashboard.create("PhoneNumber", { phone_number: "+442079460958", nickname });
    const state = checked(PhoneNumber, { ...leastOf.PhoneNumber, nickname: "Desk" });
    const found = await read(contextFor(emulator), PhoneNumber, "an-id-of-the-dashboard", state);
    expect(found).toMatchObject({ id: "an-id-of-the-dashboard", inputs: { nickname: "Desk" } });
  });
});

describe('a delete that the API answers "ok" and does not do', () => {
  it("fails, names the route and leaves no second campaign behind a replacement", async () => {
    const emulator = await emulate({ personality: { ...withIds, deleteDoes: "claimed" } });
    const { id, state } = await create(contextFor(emulator), Campaign, inputs);
    const context = contextFor(emulator);
    const inbound = checked(Campaign, { ...leastOf.Campaign, campaignType: "inbound" });
    expect(diff(context, Campaign, id, state, inbound).replaces).toEqual(["campaignType"]);
    const { message } = await failureOf(deleteObject(context, Campaign, id, state));
    expect(message).toContain("was not deleted: it is still there");
    expect(message).toContain("POST /campaigns/delete/{id}");
    expect(emulator.dashboard.list("Campaign")).toMatchObject([{ id, status: "paused" }]);
  });

  it.each(["404", "200"] as const)("is not proven by a read whose route is not there (%s)", async (absentAnswer) => {
    const absent = { absentRoutes: ["campaign.read" as const], absentAnswer };
    const emulator = await emulate({ personality: { ...withIds, deleteDoes: "claimed", ...absent } });
    const { id, state } = await create(contextFor(emulator), Campaign, inputs);
    const { message } = await failureOf(deleteObject(contextFor(emulator), Campaign, id, state));
    expect(message).toContain("was not deleted: it is still there");
    expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
  });

  it("fails for what cannot be read alone, too", async () => {
    const emulator = await emulate({ personality: { deleteDoes: "claimed" } });
    const webhook = checked(kinds.Webhook, leastOf.Webhook);
    const { id, state } = await create(contextFor(emulator), kinds.Webhook, webhook);
    const { message } = await failureOf(deleteObject(contextFor(emulator), kinds.Webhook, id, state));
    expect(message).toContain("was not deleted: it is still there");
  });
});
