/** What one run does to several resources that speak of the same object: the shared list must not mislead it. */
import { kinds } from "../../../provider/kinds";
import { create } from "../../../provider/lifecycle/create";
import { deleteObject } from "../../../provider/lifecycle/delete";
import { diff } from "../../../provider/lifecycle/diff";
import { update } from "../../../provider/lifecycle/update";
import { checked, contextFor, emulate, leastOf } from "../../support/context";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);

it("replaces a campaign by a new one of the same name within a moment", async () => {
  const emulator = await emulate();
  const before = await create(contextFor(emulator), kind, inputs);
  const changed = checked(kind, { ...leastOf.Campaign, campaignType: "inbound" });

  const context = contextFor(emulator);
  expect(diff(context, kind, before.id, before.state, changed)).toMatchObject({ replaces: ["campaignType"] });
  await deleteObject(context, kind, before.id, before.state);
  const after = await create(context, kind, changed);

  expect(after.id).not.toBe(before.id);
  expect(emulator.dashboard.list("Campaign")).toMatchObject([{ id: after.id, campaign_type: "inbound" }]);
  expect(emulator.dashboard.doublesEverMade()).toEqual([]);
});

it("makes one campaign for two resources that turn out to declare the same", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const context = contextFor(emulator);
  const outcomes = await Promise.allSettled([create(context, kind, inputs), create(context, kind, inputs)]);
  expect(emulator.dashboard.ids("Campaign")).toHaveLength(1);
  expect(emulator.dashboard.doublesEverMade()).toEqual([]);
  expect(outcomes[0].status).toBe("fulfilled");
  expect(context.notes.join()).toContain("two resources declare the same object");
});

it("does not take over a campaign that this run has just renamed", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const first = await create(contextFor(emulator), kind, inputs);

  const context = contextFor(emulator);
  const renamed = checked(kind, { ...leastOf.Campaign, name: "Autumn renewals" });
  diff(context, kind, first.id, first.state, renamed);
  await update(context, kind, first.id, first.state, renamed);
  const second = await create(context, kind, inputs);

  expect(second.id).not.toBe(first.id);
  expect(emulator.dashboard.list("Campaign").map(({ name }) => name)).toEqual(["Autumn renewals", "Spring renewals"]);
});

it("says so when what it takes over is held by another resource of this run", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const first = await create(contextFor(emulator), kind, inputs);
  const context = contextFor(emulator);
  // The engine asks for the differences of what it knows before it creates what it does not know.
  diff(context, kind, first.id, first.state, inputs);
  await create(context, kind, inputs);
  expect(context.notes).toEqual([expect.stringContaining("two resources declare the same object")]);
  expect(emulator.dashboard.ids("Campaign")).toEqual([first.id]);
});

it("leaves the object of a renamed resource alone when the engine deletes the old one", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const old = await create(contextFor(emulator), kind, inputs);
  // Another resource name, the same campaign: for the engine a create, and then a delete.
  const context = contextFor(emulator);
  const fresh = await create(context, kind, inputs);
  await deleteObject(context, kind, old.id, old.state);
  expect(fresh.id).toBe(old.id);
  expect(emulator.dashboard.ids("Campaign")).toEqual([old.id]);
  expect(context.notes).toEqual([expect.stringContaining("another resource of this program holds it now")]);
  // In the next run it is an object like any other, and can be deleted.
  await deleteObject(contextFor(emulator), kind, fresh.id, fresh.state);
  expect(emulator.dashboard.ids("Campaign")).toEqual([]);
});
