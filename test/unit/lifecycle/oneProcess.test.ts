/**
 * Whose is an object? It belongs to one resource: a second one that comes to it fails and names both, whatever the order
 * of the engine's calls, and never writes. Another stack's objects are taken over only as far as they are equal, and are
 * not deleted.
 */
import type { Emulator } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, deleteObject, diff, ownerOf, update } from "../../support/lifecycle";
import { emptyMemory, type Memory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const autumn = checked(kind, { ...leastOf.Campaign, name: "Autumn renewals" });
const withIds = { campaignListIds: true, campaignReadIds: true } as const;
const [a, b] = [ownerOf("a"), ownerOf("b")];
const otherAgent = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a02";

const live = (emulator: Emulator) => emulator.dashboard.list("Campaign");
const writes = (emulator: Emulator) => emulator.requests.filter(({ method }) => method === "POST");
/** The client, with another way to send. */
const sending = (client: TestContext["client"], send: TestContext["client"]["send"]): TestContext["client"] => ({
  routes: client.routes,
  expectations: client.expectations,
  list: client.list.bind(client),
  send,
});
const wordsOfBoth = /the resource "a" of this program, and the resource "b" of this program declares the same campaign/;

/** Runs of one or more stacks on one machine. */
async function machine(personality: object = withIds): Promise<{
  readonly emulator: Emulator;
  readonly memory: Memory;
  readonly run: () => TestContext;
}> {
  const emulator = await emulate({ personality });
  const memory = emptyMemory();
  return { emulator, memory, run: () => contextFor(emulator, { memory }) };
}

it("replaces a campaign by a new one of the same name within a moment", async () => {
  const { emulator, run } = await machine({});
  const before = await create(run(), kind, inputs, a);
  const changed = checked(kind, { ...leastOf.Campaign, campaignType: "inbound" });

  const context = run();
  expect(diff(context, kind, before.id, before.state, changed, a)).toMatchObject({ replaces: ["campaignType"] });
  await deleteObject(context, kind, before.id, before.state, a);
  const after = await create(context, kind, changed, a);

  expect(after.id).not.toBe(before.id);
  expect(live(emulator)).toMatchObject([{ id: after.id, campaign_type: "inbound" }]);
  expect(emulator.dashboard.doublesEverMade()).toEqual([]);
});

describe("a replacement that nothing here asked for (`--replace`, a tainted resource)", () => {
  it("leaves what is there, where the engine creates before it deletes", async () => {
    const { emulator, run } = await machine();
    const before = await create(run(), kind, inputs, a);
    const context = run();
    expect(diff(context, kind, before.id, before.state, inputs, a)).toMatchObject({ changes: false, replaces: [] });
    const after = await create(context, kind, inputs, a);
    await deleteObject(context, kind, before.id, before.state, a);
    expect(after.id).toBe(before.id);
    expect(live(emulator)).toMatchObject([{ id: before.id }]);
    expect(context.notes.join()).toContain("deleteBeforeReplace");
    // What is recorded is its own as before.
    await deleteObject(run(), kind, after.id, after.state, a);
    expect(live(emulator)).toEqual([]);
  });

  it("leaves it also where the run was killed between the two, and the delete is another run's", async () => {
    const { emulator, run } = await machine();
    const before = await create(run(), kind, inputs, a);
    const killed = run();
    diff(killed, kind, before.id, before.state, inputs, a);
    const after = await create(killed, kind, inputs, a);
    const context = run();
    diff(context, kind, after.id, after.state, inputs, a);
    await deleteObject(context, kind, before.id, before.state, a);
    expect(live(emulator)).toMatchObject([{ id: before.id }]);
  });

  it("is done where the delete comes first", async () => {
    const { emulator, run } = await machine();
    const before = await create(run(), kind, inputs, a);
    const context = run();
    diff(context, kind, before.id, before.state, inputs, a);
    await deleteObject(context, kind, before.id, before.state, a);
    const after = await create(context, kind, inputs, a);
    expect(after.id).not.toBe(before.id);
    expect(live(emulator)).toMatchObject([{ id: after.id }]);
  });
});

describe("two resources that turn out to declare the same campaign", () => {
  it("end in one campaign and one failure that names both, though they differ in what the API hides", async () => {
    const { emulator, run } = await machine();
    const context = run();
    const first = await create(context, kind, inputs, a);
    const { message } = await failureOf(create(context, kind, { ...inputs, aiAgentId: otherAgent }, b));
    expect(message).toMatch(wordsOfBoth);
    expect(message).toContain(first.id);
    expect(live(emulator)).toMatchObject([{ id: first.id, ai_agent_id: inputs["aiAgentId"] }]);
    expect(writes(emulator)).toHaveLength(1);
  });

  it("end in one campaign and one failure, created at the same moment and with `adopt`", async () => {
    const { emulator, run } = await machine();
    const context = run();
    const adopting = checked(kind, { ...leastOf.Campaign, adopt: true });
    const outcomes = await Promise.allSettled([create(context, kind, inputs, a), create(context, kind, adopting, b)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(live(emulator)).toHaveLength(1);
    expect(writes(emulator)).toHaveLength(1);
  });

  it("are told where the first one exists since an earlier run, whoever speaks first", async () => {
    const { emulator, run } = await machine();
    const { id, state } = await create(run(), kind, inputs, a);
    for (const speaksLate of [false, true]) {
      const context = run();
      const speak = () => diff(context, kind, id, state, inputs, a);
      if (!speaksLate) speak();
      context.ledger.run.noteActivity(context.now());
      const creating = failureOf(create(context, kind, inputs, b));
      if (speaksLate) speak();
      expect((await creating).message).toMatch(wordsOfBoth);
    }
    expect(live(emulator).map((campaign) => campaign.id)).toEqual([id]);
    expect(writes(emulator)).toHaveLength(1);
  });

  it("are told where the first one speaks while the second is about to take its object over", async () => {
    const { emulator, run } = await machine();
    const { id, state } = await create(run(), kind, inputs, a);
    const context = run();
    // The engine is still asking about resources.
    context.ledger.run.noteActivity(context.now() + 60_000);
    const sleep = (ms: number): Promise<void> => {
      diff(context, kind, id, state, inputs, a);
      return context.sleep(ms);
    };
    expect((await failureOf(create({ ...context, sleep }, kind, inputs, b))).message).toMatch(wordsOfBoth);
    expect(writes(emulator)).toHaveLength(1);
  });

  it("are told where the first speaks only after the second has taken its object over, and has nothing to write", async () => {
    const { run, emulator } = await machine();
    const { id, state } = await create(run(), kind, inputs, a);
    const context = run();
    const taken = await create(context, kind, inputs, b);
    expect(taken.id).toBe(id);
    emulator.clearRequests();
    expect(diff(context, kind, id, state, inputs, a).changes).toBe(true);
    expect((await failureOf(update(context, kind, id, state, inputs, a))).message).toMatch(
      /"b".*"a".*take one of the two out and run again, which leaves the campaign to the other/,
    );
    expect(writes(emulator)).toEqual([]);

    // And in each run after that, whoever speaks first.
    for (const speaksFirst of [true, false]) {
      const next = run();
      const sides = [[state, a] as const, [taken.state, b] as const];
      const [first, second] = speaksFirst ? sides : sides.reverse();
      expect(diff(next, kind, id, first?.[0] ?? {}, inputs, first?.[1]).changes).toBe(false);
      expect(diff(next, kind, id, second?.[0] ?? {}, inputs, second?.[1]).changes).toBe(true);
    }
  });

  it("are told by both where the first speaks only while the second writes, and has nothing to write itself", async () => {
    const { run } = await machine();
    const { id, state } = await create(run(), kind, inputs, a);
    const context = run();
    const { client } = context;
    const whileItIsSent: typeof client.send = (...request) => {
      if (request[1] === "update") expect(diff(context, kind, id, state, inputs, a).changes).toBe(true);
      return client.send(...request);
    };
    const other = checked(kind, { ...leastOf.Campaign, aiAgentId: otherAgent, adopt: true });
    const late = { ...context, client: sending(client, whileItIsSent) };
    const { message } = await failureOf(create(late, kind, other, b));
    expect(message).toMatch(wordsOfBoth);
    expect(message).toContain("look at what there is now");
  });

  it("are told where one is renamed to what the other is called", async () => {
    const { emulator, run } = await machine();
    const first = await create(run(), kind, inputs, a);
    const second = await create(run(), kind, autumn, b);
    const context = run();
    diff(context, kind, first.id, first.state, inputs, a);
    diff(context, kind, second.id, second.state, inputs, b);
    const { message } = await failureOf(update(context, kind, second.id, second.state, inputs, b));
    expect(message).toMatch(wordsOfBoth);
    expect(live(emulator).map(({ name }) => name)).toEqual(["Spring renewals", "Autumn renewals"]);
  });

  it("are told where one is made before the other is renamed to it, and the other way round", async () => {
    for (const renamesFirst of [true, false]) {
      const { emulator, run } = await machine();
      const { id, state } = await create(run(), kind, autumn, a);
      const context = run();
      if (renamesFirst) diff(context, kind, id, state, inputs, a);
      const made = await Promise.allSettled([create(context, kind, inputs, b)]);
      diff(context, kind, id, state, inputs, a);
      const renamed = await Promise.allSettled([update(context, kind, id, state, inputs, a)]);
      expect([...made, ...renamed].filter(({ status }) => status === "rejected")).toHaveLength(1);
      expect(live(emulator).filter(({ name }) => name === "Spring renewals")).toHaveLength(1);
    }
  });

  it("are told where one is renamed to what the other is just being created as", async () => {
    const { emulator, run } = await machine();
    const { id, state } = await create(run(), kind, autumn, a);
    const context = run();
    let renamed: Promise<Error> | undefined;
    const { client } = context;
    const whileItIsSent: typeof client.send = async (...request) => {
      if (request[1] === "create") {
        renamed = failureOf(update(context, kind, id, state, inputs, a));
        for (let turns = 0; turns < 100; turns++) await context.sleep(0);
      }
      return client.send(...request);
    };
    await create({ ...context, client: sending(client, whileItIsSent) }, kind, inputs, b);
    expect((await renamed)?.message).toContain("belongs to");
    expect(live(emulator).map(({ name }) => name)).toEqual(["Autumn renewals", "Spring renewals"]);
  });
});

describe("rename the old one, and make a new one under its old name", () => {
  const settings = { parallel: "at once", createFirst: "create before update", updateFirst: "update before create" };
  it.each(Object.keys(settings) as (keyof typeof settings)[])("ends with two right campaigns (%s)", async (order) => {
    const { emulator, run } = await machine();
    const old = await create(run(), kind, inputs, a);
    const context = run();
    diff(context, kind, old.id, old.state, autumn, a);
    const rename = () => update(context, kind, old.id, old.state, autumn, a);
    const make = () => create(context, kind, inputs, b);
    const [fresh] =
      order === "updateFirst"
        ? [await rename().then(make)]
        : await Promise.all([make(), Promise.resolve().then(rename)]);
    expect(fresh.id).not.toBe(old.id);
    expect(live(emulator)).toMatchObject([
      { id: old.id, name: "Autumn renewals" },
      { id: fresh.id, name: "Spring renewals" },
    ]);
  });

  it("fails with what to do where the rename does not come, and makes nothing", async () => {
    const { emulator, run } = await machine();
    const old = await create(run(), kind, inputs, a);
    const context = run();
    diff(context, kind, old.id, old.state, autumn, a);
    const { message } = await failureOf(create(context, kind, inputs, b));
    expect(message).toMatch(/still belongs to the resource "a" of this program, which was to be renamed.*dependsOn/s);
    expect(live(emulator)).toHaveLength(1);
  });
});

describe("a resource that is renamed without an alias", () => {
  it("takes the campaign over, and the delete of the old one leaves it alone", async () => {
    const { emulator, run } = await machine();
    const old = await create(run(), kind, inputs, a);
    // Another resource name, the same campaign: for the engine a create, and then a delete.
    const context = run();
    const fresh = await create(context, kind, inputs, b);
    await deleteObject(context, kind, old.id, old.state, a);
    expect(fresh.id).toBe(old.id);
    expect(live(emulator)).toHaveLength(1);
    expect(context.notes).toEqual([expect.stringContaining('the resource "b" of this program holds it now')]);
    // In the next run it is an object like any other, and can be deleted.
    await deleteObject(run(), kind, fresh.id, fresh.state, b);
    expect(live(emulator)).toEqual([]);
  });

  it("is left alone by a delete of the old one in a later run (`--target`)", async () => {
    const { emulator, run } = await machine();
    const old = await create(run(), kind, inputs, a);
    const fresh = await create(run(), kind, inputs, b);
    await deleteObject(run(), kind, old.id, old.state, a);
    expect(live(emulator).map(({ id }) => id)).toEqual([fresh.id]);
  });

  it("is left alone by the old one's delete where owners are not known", async () => {
    const { emulator, run } = await machine();
    const old = await create(run(), kind, inputs);
    const fresh = await create(run(), kind, inputs);
    await deleteObject(run(), kind, old.id, old.state);
    expect(live(emulator).map(({ id }) => id)).toEqual([fresh.id]);
    await deleteObject(run(), kind, fresh.id, fresh.state);
    expect(live(emulator)).toEqual([]);
  });

  it("is deleted all the same where an older note of this machine names another holder", async () => {
    const { emulator, run, memory } = await machine();
    await create(run(), kind, inputs, a);
    await create(run(), kind, inputs, b);
    const known = memory.notes.length;
    const last = await create(run(), kind, inputs, ownerOf("c"));
    // That was on another machine.
    memory.notes.splice(known);
    await deleteObject(run(), kind, last.id, last.state, ownerOf("c"));
    expect(live(emulator)).toEqual([]);
  });
});

describe("another stack's campaign", () => {
  const [mine, theirs] = [ownerOf("spring", "mine"), ownerOf("spring", "theirs")];

  it("is not paused because it is equal in all else, and keeps its agent", async () => {
    for (const personality of [withIds, { ...withIds, newCampaignStatus: "paused" }]) {
      const { emulator, run } = await machine(personality);
      await create(run(), kind, inputs, theirs);
      const [before] = live(emulator);
      const desiredStatus = before?.["status"] === "paused" ? "active" : "paused";
      const wanting = { ...checked(kind, { ...leastOf.Campaign, desiredStatus }), aiAgentId: otherAgent };
      const { message } = await failureOf(create(run(), kind, wanting, mine));
      expect(message).toContain("desiredStatus");
      expect(live(emulator)).toEqual([before]);
    }
  });

  it("keeps what the API hides, whatever this stack declares, unless it says `adopt`", async () => {
    const { emulator, run } = await machine();
    const { id } = await create(run(), kind, inputs, theirs);
    const taken = await create(run(), kind, { ...inputs, aiAgentId: otherAgent }, mine);
    expect(taken.id).toBe(id);
    expect(live(emulator)).toMatchObject([{ ai_agent_id: inputs["aiAgentId"] }]);
    await create(run(), kind, { ...inputs, aiAgentId: otherAgent, adopt: true }, mine);
    expect(live(emulator)).toMatchObject([{ ai_agent_id: otherAgent }]);
  });

  it("that its interrupted run made, and nobody noted, is not written to either", async () => {
    const { emulator, run, memory } = await machine();
    const dying = contextFor(emulator, { memory, isOver: () => live(emulator).length > 0 });
    const { id } = await create(dying, kind, inputs, theirs);
    expect(memory.notes.map(({ step }) => step)).toEqual(["list", "begun"]);
    const taken = await create(run(), kind, { ...inputs, aiAgentId: otherAgent }, mine);
    expect(taken.id).toBe(id);
    expect(live(emulator)).toMatchObject([{ ai_agent_id: inputs["aiAgentId"] }]);
    expect(writes(emulator)).toHaveLength(1);
  });

  it("that was taken over because it was equal is not deleted with this stack", async () => {
    const { emulator, run } = await machine();
    const made = await create(run(), kind, inputs, theirs);
    const taken = await create(run(), kind, inputs, mine);
    const { message } = await failureOf(deleteObject(run(), kind, taken.id, taken.state, mine));
    expect(message).toContain("may be somebody else's");
    expect(message).toContain("`adopt: true`");
    expect(message).toContain('deletionPolicy: "retain"');
    expect(live(emulator)).toMatchObject([{ status: "active" }]);
    // Their own delete still works.
    await deleteObject(run(), kind, made.id, made.state, theirs);
    expect(live(emulator)).toEqual([]);
  });

  it("is this stack's once it says so", async () => {
    const { emulator, run } = await machine();
    await create(run(), kind, inputs, theirs);
    const taken = await create(run(), kind, inputs, mine);
    const state = await update(run(), kind, taken.id, taken.state, { ...inputs, adopt: true }, mine);
    await deleteObject(run(), kind, taken.id, state, mine);
    expect(live(emulator)).toEqual([]);
  });

  it("is not set calling because it is equal", async () => {
    const { emulator, run } = await machine();
    const made = await create(run(), kind, checked(kind, { ...leastOf.Campaign, desiredStatus: "paused" }), theirs);
    const wanting = checked(kind, { ...leastOf.Campaign, desiredStatus: "active" });
    const { message } = await failureOf(create(run(), kind, wanting, mine));
    expect(message).toMatch(/desiredStatus +"active" +"paused"/);
    expect(live(emulator)).toMatchObject([{ id: made.id, status: "paused" }]);
  });

  it("is made once by two stacks that begin at the same moment, also where the list lags", async () => {
    for (const listLagRequests of [0, 3]) {
      const { emulator, run } = await machine({ ...withIds, listLagRequests });
      const names = Array.from({ length: 17 }, (_, index) => `Campaign ${index}`);
      const up = (owner: string) => {
        const context = run();
        return Promise.all(names.map((name) => create(context, kind, { ...inputs, name }, `${owner} ${name}`)));
      };
      await Promise.all([up(mine), up(theirs)]);
      expect(live(emulator)).toHaveLength(names.length);
      expect(emulator.dashboard.doublesEverMade()).toEqual([]);
    }
  });
});

it("a change of owner alone is no change, and the object stays the resource's own", async () => {
  const { emulator, run } = await machine();
  const made = await create(run(), kind, inputs, a);
  const context = run();
  // An alias: the state still has the old name.
  expect(diff(context, kind, made.id, made.state, inputs, b)).toMatchObject({ changes: false });
  await deleteObject(context, kind, made.id, made.state, a);
  expect(live(emulator)).toEqual([]);
  expect(writes(emulator).map(({ operation }) => operation)).toEqual(["create", "update", "delete"]);
});
