/** A create of what its resource has already under another name or elsewhere: an engine that creates before it deletes. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import { toWire } from "../../../provider/kinds/wire";
import { foresee } from "../../../provider/lifecycle/foresee";
import { read } from "../../../provider/lifecycle/read";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { wordedForRun } from "../../../provider/runtime/hints";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, deleteObject, diff, ownerOf, PartlyCreated, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;
const [spring, other, theirs] = [ownerOf("spring"), ownerOf("other"), ownerOf("spring", "theirs")];
const program = (more: object = {}): Properties => checked(kind, { ...leastOf.Campaign, ...more });
const renamed = { name: "Autumn" };
const moved = { workspace: "north" };

/** A campaign that a state was seen to have. @param declared as it was made */
async function stage(declared: object = {}, isSeen = true, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, ...personality } });
  const memory = emptyMemory();
  const run = (): TestContext => contextFor(emulator, { memory });
  const { id, state } = await create(run(), kind, program(declared), spring);
  if (isSeen) diff(run(), kind, id, state, program(declared), spring);
  return {
    emulator,
    memory,
    run,
    id,
    state,
    anew: (more: object, owner = spring, context = run()) => create(context, kind, program(more), owner),
    foreseen: (more: object) => foresee(run(), kind, program(more), spring),
    ids: () => emulator.dashboard.ids("Campaign"),
    byHand: (patch: WireObject) => void emulator.dashboard.change("Campaign", id, patch),
  };
}

it.each([
  ["another name", renamed],
  ["another workspace", moved],
])("under %s makes no second one, and records nothing", async (_title, edit) => {
  const { anew, foreseen, ids, id } = await stage();
  const told = await foreseen(edit);
  expect(told).toMatchObject({ what: "refused" });
  expect(wordedForRun(told?.before ?? "")).toContain("If it is replaced and deleted first");
  for (let run = 0; run < 2; run++) {
    const failure = await failureOf(anew(edit));
    expect(failure).not.toBeInstanceOf(PartlyCreated);
    expect(failure.message).toContain(id);
    expect(failure.message).toContain("deleteBeforeReplace: true");
    expect(failure.message).toContain('existingId: "none"');
  }
  expect(ids()).toEqual([id]);
});

it("makes no second one either where an engine compares, and creates first all the same, on an empty machine", async () => {
  const { emulator, id, state, ids } = await stage();
  const context = contextFor(emulator);
  expect(diff(context, kind, id, state, program(moved), spring).replaces).not.toEqual([]);
  expect((await failureOf(create(context, kind, program(moved), spring))).message).toContain(id);
  await deleteObject(context, kind, id, state, spring);
  await create(context, kind, program(moved), spring);
  expect(ids()).toHaveLength(1);
});

it("lets an engine go on that knows an earlier run to have left the other one", async () => {
  const policy = { deletionPolicy: "pause" };
  const { emulator, run, id, state, ids } = await stage(policy);
  await deleteObject(run(), kind, id, state, spring);
  for (const context of [run(), contextFor(emulator)]) {
    diff(context, kind, id, state, program({ ...policy, ...moved }), spring);
    await create(context, kind, program({ ...policy, ...moved }), spring);
  }
  expect(ids()).toHaveLength(2);
});

it("knows what was made on another machine by what was written on this one", async () => {
  const { emulator, id, state } = await stage();
  const memory = emptyMemory();
  await update(contextFor(emulator, { memory }), kind, id, state, program({ notes: "n" }), spring);
  const failure = await failureOf(create(contextFor(emulator, { memory }), kind, program(renamed), spring));
  expect(failure.message).toContain(id);
});

it.each([
  ["deleted before", {}],
  ["left before by its deletion policy (pause)", { deletionPolicy: "pause" }],
  ["left before by its deletion policy (retain)", { deletionPolicy: "retain" }],
])("goes on where the other one was %s", async (_title, policy) => {
  const { anew, run, id, state, ids } = await stage(policy);
  await deleteObject(run(), kind, id, state, spring);
  await anew(renamed);
  expect(ids()).toHaveLength("deletionPolicy" in policy ? 2 : 1);
});

it("goes on where the other one is gone, or has come to its end", async () => {
  const gone = await stage();
  const kept = await gone.anew({ name: "Another" }, other);
  gone.emulator.dashboard.delete("Campaign", gone.id);
  const context = gone.run();
  // It reads campaigns by their IDs.
  await update(context, kind, kept.id, kept.state, program({ name: "Another", notes: "New." }), other);
  await gone.anew(renamed, spring, context);
  const over = await stage();
  over.byHand({ status: "completed" });
  await over.anew(renamed);
  expect(over.ids()).toHaveLength(2);
});

it("goes on where a refresh has found it gone", async () => {
  const { emulator, run, id, state, anew, ids } = await stage();
  emulator.dashboard.delete("Campaign", id);
  expect(await read(run(), kind, id, state)).toBeUndefined();
  await anew(renamed);
  expect(ids()).toHaveLength(1);
});

describe("takes no answer for proof that it is gone", () => {
  it.each<[string, PersonalityPatch]>([
    ["where campaigns cannot be read by their IDs", { absentRoutes: ["campaign.read"] }],
    ["nor where the API says so in an envelope", { absentRoutes: ["campaign.read"], absentAnswer: "200" }],
    ["nor where lists tell no IDs either", { absentRoutes: ["campaign.read"], campaignListIds: false }],
  ])("%s", async (_title, personality) => {
    for (const edit of [renamed, moved]) {
      const { anew, ids } = await stage({}, true, { campaignCreateData: "id", ...personality });
      expect((await failureOf(anew(edit))).message).toContain("was not created");
      expect(ids()).toHaveLength(1);
    }
  });

  it.each([401, 403, 500])("HTTP %s, which the way out ends as well", async (status) => {
    const { emulator, memory, ids } = await stage();
    const refusing = await twisted(
      emulator,
      () => undefined,
      undefined,
      ({ operation }) =>
        operation === "read" ? { status, text: '{"status":"error","message":"no","data":""}' } : undefined,
    );
    const run = () => contextFor(refusing, { memory, configuration: { maxRetries: "0" } });
    expect((await failureOf(create(run(), kind, program(renamed), spring))).message).toContain('existingId: "none"');
    await create(run(), kind, program({ ...renamed, existingId: "none" }), spring).catch(() => undefined);
    expect(ids()).toHaveLength(2);
  });
});

it("tells no name that the program marks secret", async () => {
  const { anew } = await stage({ name: "Hidden Project", [SECRETS]: ["name"] });
  const { message } = await failureOf(anew({ ...renamed, [SECRETS]: ["name"] }));
  expect(message).not.toContain("Hidden Project");
});

it("does not take a pause by hand for an end: the new one would undo it", async () => {
  const { anew, byHand, id } = await stage();
  byHand({ status: "paused" });
  expect((await failureOf(anew(renamed))).message).toContain(id);
});

it('goes on by `existingId: "none"`, once it was asked about, and never asks again', async () => {
  const { anew, ids, run } = await stage();
  const none = { ...renamed, existingId: "none" };
  await failureOf(anew(none));
  expect(ids()).toHaveLength(1);
  const { id, state } = await anew(none);
  expect(ids()).toHaveLength(2);
  await deleteObject(run(), kind, id, state, spring);
  await anew({ name: "Winter" });
});

it("asks anew after runs in which the program went on with what it has", async () => {
  const { run, id, state, anew, ids } = await stage();
  await failureOf(anew(renamed));
  diff(run(), kind, id, state, program(), spring);
  expect((await failureOf(anew({ ...renamed, existingId: "none" }))).message).toContain("was not created");
  expect(ids()).toEqual([id]);
});

it("takes over what the program names by its ID", async () => {
  const { anew, emulator } = await stage();
  const there = emulator.dashboard.create("Campaign", toWire(kind, program(renamed)) as WireObject);
  expect((await anew({ ...renamed, existingId: there.id })).id).toBe(there.id);
});

it("takes over what the resource has, where somebody has given it the new name", async () => {
  const { anew, byHand, id } = await stage();
  byHand({ name: "Autumn" });
  expect((await anew({ ...renamed, adopt: true })).id).toBe(id);
});

it("goes on where another resource has the other one by now: an alias, in whatever order", async () => {
  const { run, id, state, anew } = await stage();
  const context = run();
  const made = anew(renamed, spring, context);
  diff(context, kind, id, state, program(), other);
  expect((await made).id).not.toBe(id);
});

it("is nobody else's affair: another resource, another stack", async () => {
  const { anew } = await stage();
  await anew(renamed, other);
  await anew({ name: "Winter" }, theirs);
});

it("lets other kinds be two for a while: an agent calls nobody", async () => {
  const emulator = await emulate();
  const memory = emptyMemory();
  const agent = (more: object) => checked(kinds.AiAgent, { ...leastOf.AiAgent, ...more });
  const run = (): TestContext => contextFor(emulator, { memory });
  const { id, state } = await create(run(), kinds.AiAgent, agent({}), spring);
  diff(run(), kinds.AiAgent, id, state, agent({}), spring);
  await create(run(), kinds.AiAgent, agent({ name: "Another" }), spring);
  expect(emulator.dashboard.ids("AiAgent")).toHaveLength(2);
});
