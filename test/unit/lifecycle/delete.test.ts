/** delete: what the policy says, and proof that it happened. */
import type { PersonalityPatch } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { create } from "../../../provider/lifecycle/create";
import { deleteObject } from "../../../provider/lifecycle/delete";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";

async function campaign(declared: object = {}, personality: PersonalityPatch = {}) {
  const kind = kinds.Campaign;
  const emulator = await emulate({ personality });
  const { id, state } = await create(contextFor(emulator), kind, checked(kind, { ...leastOf.Campaign, ...declared }));
  emulator.clearRequests();
  return {
    emulator,
    id,
    live: () => emulator.dashboard.get("Campaign", id),
    writes: () => emulator.requests.filter(({ method }) => method === "POST").map(({ operation }) => operation),
    remove: () => deleteObject(contextFor(emulator), kind, id, state),
  };
}

it("pauses a campaign before it deletes it", async () => {
  const { emulator, live, writes, remove } = await campaign();
  await remove();
  expect(live()).toBeUndefined();
  expect(writes()).toEqual(["update", "delete"]);
  expect(emulator.requests.find(({ operation }) => operation === "update")?.body).toMatchObject({ status: "paused" });
});

it.each([
  ["retain", "active", "active", []],
  ["pause", "active", "paused", ["update"]],
  ["pause", "paused", "paused", []],
  ["pause", "completed", "completed", []],
  ["complete", "active", "completed", ["update"]],
  ["complete", "completed", "completed", []],
] as const)("%s: a campaign that is %s is %s in the end", async (deletionPolicy, before, after, wanted) => {
  const { emulator, id, live, writes, remove } = await campaign({ deletionPolicy });
  emulator.dashboard.change("Campaign", id, { status: before });
  emulator.clearRequests();
  await remove();
  expect(live()?.["status"]).toBe(after);
  expect(writes()).toEqual(wanted);
});

it("changes nothing but the status of a campaign that stays", async () => {
  const { emulator, id, live, remove } = await campaign({ deletionPolicy: "pause", contactsListTags: ["vip"] });
  emulator.dashboard.change("Campaign", id, { notes: "By hand.", contacts_list_tags: ["vip", "gold"] });
  await remove();
  expect(live()).toMatchObject({ status: "paused", notes: "By hand." });
  expect([...(live()?.["contacts_list_tags"] as string[])].sort()).toEqual(["gold", "vip"]);
});

it.each(["error", "404", "rows"] as const)("is done where the object is gone already (%s)", async (deleteOfAbsent) => {
  const { emulator, id, remove } = await campaign({}, { deleteOfAbsent });
  emulator.dashboard.delete("Campaign", id);
  await remove();
  expect(emulator.dashboard.ids("Campaign")).toEqual([]);
});

it.each(["404", "405", "200"] as const)(
  "proves it: a route that is not there (%s) is named, with its mark and the ways out, and the campaign is paused",
  async (absentAnswer) => {
    const { live, remove } = await campaign({}, { absentRoutes: ["campaign.delete"], absentAnswer });
    const { message } = await failureOf(remove());
    expect(message).toContain("was not deleted: it is still there");
    expect(message).toContain("POST /campaigns/delete/{id} is not documented, but inferred");
    expect(message).toContain("pulumi config set callab:routes");
    expect(message).toContain('deletionPolicy: "complete" or "pause" or "retain"');
    expect(message).toContain("It is paused: nobody is called by it.");
    expect(live()?.["status"]).toBe("paused");
  },
);

it("says so when the campaign could not be paused either", async () => {
  const { remove } = await campaign({}, { absentRoutes: ["campaign.delete", "campaign.update"] });
  const { message } = await failureOf(remove());
  expect(message).toContain("It could not be paused either and may still be calling");
});

it("deletes what cannot be paused: that stops the calls too", async () => {
  const { live, remove } = await campaign({}, { absentRoutes: ["campaign.update"] });
  await remove();
  expect(live()).toBeUndefined();
});

it("is patient with lists that lag behind, and believes a lost answer only once it is proven", async () => {
  const { emulator, live, remove } = await campaign({}, { listLagRequests: 3, campaignListIds: true });
  emulator.addFault({ fault: "dropAfter", match: { operation: "delete" }, times: "always" });
  await remove();
  expect(live()).toBeUndefined();
});

it("does not go on where the token is refused", async () => {
  const { emulator, live, remove } = await campaign();
  emulator.addFault({ fault: "forbidden", match: { operation: "delete" }, times: "always" });
  expect((await failureOf(remove())).message).toContain("does not allow this to the token");
  expect(live()).toBeDefined();
});

it("never releases a phone number unless the program says so", async () => {
  const kind = kinds.PhoneNumber;
  const emulator = await emulate({ personality: { phoneNumberIds: true } });
  for (const [declared, left] of [
    [{}, 1],
    [{ deletionPolicy: "retain" }, 1],
    [{ deletionPolicy: "delete" }, 0],
  ] as const) {
    const { id, state } = await create(
      contextFor(emulator),
      kind,
      checked(kind, { ...leastOf.PhoneNumber, ...declared }),
    );
    await deleteObject(contextFor(emulator), kind, id, state);
    expect(emulator.dashboard.ids("PhoneNumber")).toHaveLength(left);
  }
});

it.each(["AiAgent", "Webhook"] as const)("deletes or retains a %s", async (name) => {
  const kind = kinds[name];
  const emulator = await emulate();
  const kept = await create(contextFor(emulator), kind, checked(kind, { ...leastOf[name], deletionPolicy: "retain" }));
  await deleteObject(contextFor(emulator), kind, kept.id, kept.state);
  expect(emulator.dashboard.ids(name)).toEqual([kept.id]);
  const gone = await create(contextFor(emulator), kind, checked(kind, leastOf[name]));
  await deleteObject(contextFor(emulator), kind, gone.id, gone.state);
  expect(emulator.dashboard.ids(name)).toEqual([]);
});
