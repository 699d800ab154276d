/** Taking over what exists: what is recorded of it, what is written to it, and what keeps it from being taken. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { toWire } from "../../../provider/kinds/wire";
import { takeCensus } from "../../../provider/ledger/census";
import { keyOf } from "../../../provider/ledger/ledger";
import { AdoptionRefused } from "../../../provider/lifecycle/adoption";
import { PartlyCreated } from "../../../provider/lifecycle/created";
import { identify } from "../../../provider/lifecycle/identity";
import { notesIn } from "../../../provider/lifecycle/state";
import { TwoResources } from "../../../provider/lifecycle/takeOver";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, deleteObject, diff, ownerOf, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const withIds = { campaignListIds: true, campaignReadIds: true } as const;
const [a, b, theirs] = [ownerOf("a"), ownerOf("b"), ownerOf("a", "theirs")];

async function stage(personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality: { ...withIds, ...personality } });
  const memory = emptyMemory();
  return {
    emulator,
    memory,
    run: (more: object = {}) => contextFor(emulator, { memory, ...more }),
    make: (more: WireObject = {}) =>
      emulator.dashboard.create("Campaign", { ...(toWire(kind, inputs) as WireObject), ...more }).id,
    live: () => emulator.dashboard.list("Campaign"),
    writes: () => emulator.requests.filter(({ method }) => method === "POST").map(({ operation }) => operation),
    steps: () => memory.notes.map(({ step }) => step),
  };
}

const identity = (context: ReturnType<typeof contextFor>) => identify(context, kind, inputs);

describe("what is recorded", () => {
  it("is whether it may be somebody else's: not where it was asked for, or this stack has made it", async () => {
    const one = await stage();
    const id = one.make();
    const isForeign = async (more: object, owner: string): Promise<boolean | undefined> => {
      const { state } = await create(one.run(), kind, { ...inputs, ...more }, owner);
      return notesIn(state).adoption?.isForeign;
    };
    expect(await isForeign({}, a)).toBe(true);
    expect(await isForeign({ adopt: true }, a)).toBe(false);
    expect(await isForeign({ existingId: id }, a)).toBe(false);
    const two = await stage();
    await create(two.run(), kind, inputs, a);
    expect(notesIn((await create(two.run(), kind, inputs, b)).state).adoption?.isForeign).toBe(false);
    expect(notesIn((await create(two.run(), kind, inputs, theirs)).state).adoption?.isForeign).toBe(true);
  });

  it("is a mark that no other take-over has, and its owner holds the object from then on", async () => {
    const one = await stage();
    const id = one.make();
    const context = one.run();
    const { state } = await create(context, kind, inputs, a);
    const { owner, adoption } = notesIn(state);
    expect(owner).toBe(a);
    expect(adoption?.mark).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z [a-z0-9]{1,6}$/);
    expect(context.ledger.run.holders.of(id)).toEqual({
      owners: [a],
      mark: adoption?.mark,
      wants: keyOf(identity(context).unique),
    });
    expect(one.steps()).toEqual(["held"]);
  });

  it("is the status that was written with it, also where all else is shown and equal", async () => {
    const wanted = checked(kind, { ...leastOf.Campaign, desiredStatus: "paused", adopt: true });
    for (const campaignReferences of ["absent", "shown"] as const) {
      const one = await stage({ campaignReferences });
      one.make({ status: "active" });
      const { state } = await create(one.run(), kind, wanted, a);
      expect(state["status"]).toBe("paused");
      expect(one.live()).toMatchObject([{ status: "paused" }]);
      expect(one.writes()).toEqual(["update"]);
    }
  });

  it("is that nothing was written, where all is shown and equal", async () => {
    const one = await stage({ campaignReferences: "shown" });
    one.make();
    await create(one.run(), kind, { ...inputs, adopt: true }, a);
    expect(one.writes()).toEqual([]);
  });
});

it.each(["completed", "Archived", "finished"])(
  "of a campaign that is %s is told: nobody is called by it",
  async (status) => {
    const one = await stage();
    const id = one.make({ status });
    const context = one.run();
    await create(context, kind, inputs, a);
    expect(context.notes.join()).toContain(
      `(ID ${id}) was taken over with the status "${status.toLowerCase()}": nobody is called by it, and no run sets it calling again.`,
    );
    expect(one.live()).toMatchObject([{ status }]);
  },
);

describe("an object of an interrupted create", () => {
  const interrupted = async (owner: string) => {
    const one = await stage();
    const dying = contextFor(one.emulator, { memory: one.memory, isOver: () => one.live().length > 0 });
    const { id } = await create(dying, kind, inputs, owner);
    return { ...one, id };
  };

  it("is the resource's own: noted as made by it, the create as settled, and its hidden fields are written", async () => {
    const one = await interrupted(a);
    const context = one.run();
    expect(await create(context, kind, inputs, a)).toMatchObject({ id: one.id });
    expect(one.writes()).toEqual(["create", "update"]);
    expect(context.ledger.isMadeByStackOf(one.id, b)).toBe(true);
    expect(one.run().ledger.recall(identity(context), a).begun).toEqual([]);
  });

  it("is given the status that the program wants, which another one's is not", async () => {
    const wanted = checked(kind, { ...leastOf.Campaign, desiredStatus: "active" });
    for (const [owner, isOurs] of [
      [a, true],
      [theirs, false],
    ] as const) {
      const one = await interrupted(owner);
      one.emulator.dashboard.change("Campaign", one.id, { status: "paused" });
      const [outcome] = await Promise.allSettled([create(one.run(), kind, wanted, a)]);
      expect(outcome.status).toBe(isOurs ? "fulfilled" : "rejected");
      expect(one.live()).toMatchObject([{ status: isOurs ? "active" : "paused" }]);
    }
  });

  it("is the resource's own also where the API refuses to set again what it hides, and that is told", async () => {
    const one = await interrupted(a);
    one.emulator.setPersonality({ ...withIds, absentRoutes: ["campaign.update"] });
    const context = one.run();
    const { state } = await create(context, kind, inputs, a);
    expect(notesIn(state).adoption?.isForeign).toBe(false);
    expect(context.notes).toEqual([expect.stringContaining("The API does not show aiAgentId, and refused to set it")]);
  });

  it.each<[string, WireObject, object]>([
    ["the status that the program wants", { status: "paused" }, { desiredStatus: "active" }],
    ["what the API hides, though the program asks for it by `adopt`,", {}, { adopt: true }],
  ])("fails where %s cannot be set", async (_title, change, declared) => {
    const one = await interrupted(a);
    one.emulator.dashboard.change("Campaign", one.id, change);
    one.emulator.setPersonality({ ...withIds, absentRoutes: ["campaign.update"] });
    const wanted = checked(kind, { ...leastOf.Campaign, ...declared });
    const { message } = await failureOf(create(one.run(), kind, wanted, a));
    expect(message).toContain("exists and was not made what the program says.");
  });

  it.each([
    ["is not answered", { fault: "unavailable", match: { operation: "update" }, times: "always" }],
    ["is refused", { fault: "forbidden", match: { operation: "update" }, times: "always" }],
  ] as const)("is recorded where its update %s: a program that drops it then deletes it", async (_title, fault) => {
    for (const declared of [{}, { desiredStatus: "paused" }]) {
      const one = await interrupted(a);
      one.emulator.addFault(fault);
      const wanted = checked(kind, { ...leastOf.Campaign, notes: "edited", ...declared });
      const failure = await failureOf(create(one.run(), kind, wanted, a));
      if (!(failure instanceof PartlyCreated)) throw failure;
      const { id, state } = failure.created;
      expect(id).toBe(one.id);
      expect(state).not.toMatchObject({ notes: "edited" });
      expect(state["desiredStatus"]).not.toBe("paused");
      one.emulator.clearFaults();
      const context = one.run();
      expect(diff(context, kind, id, state, wanted, a).changes).toBe(true);
      await update(context, kind, id, state, wanted, a);
      expect(one.live()).toMatchObject([{ notes: "edited", status: declared.desiredStatus ?? "active" }]);
      await deleteObject(one.run(), kind, id, state, a);
      expect(one.live()).toEqual([]);
    }
  });

  it("is recorded with what it may have been given, where the answer to its update was lost", async () => {
    const one = await interrupted(a);
    one.emulator.addFault({ fault: "dropAfter", match: { operation: "update" }, times: "always" });
    const wanted = checked(kind, { ...leastOf.Campaign, notes: "edited", desiredStatus: "paused" });
    const failure = await failureOf(create(one.run(), kind, wanted, a));
    if (!(failure instanceof PartlyCreated)) throw failure;
    expect(failure.created.id).toBe(one.id);
    // Nobody knows whether it was set: the next run does, and no change of somebody's is made of it.
    expect(failure.created.state).not.toHaveProperty("status");
    one.emulator.clearFaults();
    const { id, state } = failure.created;
    await update(one.run(), kind, id, state, wanted, a);
    expect(one.live()).toMatchObject([{ notes: "edited", status: "paused" }]);
  });

  it("that another stack began stays that one's: its note is not settled", async () => {
    const one = await interrupted(theirs);
    const context = one.run();
    await create(context, kind, inputs, a);
    expect(one.writes()).toEqual(["create"]);
    expect(context.ledger.isMadeByStackOf(one.id, a)).toBe(false);
    expect(one.run().ledger.recall(identity(context), theirs).begun).toMatchObject([{ owner: theirs }]);
  });

  it("is its own where it began one, nobody knows before what, and nobody else is known to have made it", async () => {
    for (const maker of [undefined, theirs]) {
      const one = await stage();
      const id = one.make();
      const { ledger } = one.run();
      if (maker !== undefined) ledger.made({ unique: "another name", place: "", words: "" }, maker, id);
      ledger.begin(ledger.begunNow(identity(one.run()), a, undefined));
      const { state } = await create(one.run(), kind, inputs, a);
      expect(notesIn(state).adoption?.isForeign).toBe(maker !== undefined);
    }
  });

  it("is not its own where it was there before", async () => {
    const one = await stage();
    const id = one.make();
    const { ledger } = one.run();
    const before = takeCensus("name", [{ id, fields: { name: inputs["name"] } }]);
    ledger.begin(ledger.begunNow(identity(one.run()), a, before));
    const { state } = await create(one.run(), kind, inputs, a);
    expect(notesIn(state).adoption?.isForeign).toBe(true);
    expect(one.writes()).toEqual([]);
  });
});

describe("nothing is written", () => {
  it("where the update fails for another reason than a missing route: that is told as it is", async () => {
    const one = await stage();
    one.make({ notes: "theirs" });
    one.emulator.addFault({ fault: "forbidden", match: { operation: "update" }, times: "always" });
    const { message } = await failureOf(create(one.run(), kind, { ...inputs, adopt: true }, a));
    expect(message).toContain("does not allow this to the token");
    expect(message).not.toContain("was not made what the program says");
    expect(one.steps()).toEqual(["named", "wrote", "answered"]);
  });

  it("where the route to update is not there: which one, and how to set another", async () => {
    const one = await stage({ absentRoutes: ["campaign.update"] });
    one.make({ notes: "theirs" });
    const { message } = await failureOf(create(one.run(), kind, { ...inputs, adopt: true }, a));
    expect(message).toContain("exists and was not made what the program says.");
    expect(message).toContain("pulumi config set callab:routes");
  });

  it("where it is listed without an ID: what differs is told all the same", async () => {
    const one = await stage({ campaignListIds: false, campaignReadIds: false });
    one.make({ notes: "theirs" });
    expect(await failureOf(create(one.run(), kind, inputs, a))).toBeInstanceOf(AdoptionRefused);
    const equal = await stage({ campaignListIds: false, campaignReadIds: false, names: "collapsed" });
    equal.make();
    const plain = await failureOf(create(equal.run(), kind, inputs, a));
    expect(plain).toBeInstanceOf(PartlyCreated);
    expect(plain.message).toContain("it exists, but the list does not tell its ID");
    const spelled = checked(kind, { ...leastOf.Campaign, name: "Spring  renewals" });
    expect((await failureOf(create(equal.run(), kind, spelled, a))).message).toContain(
      'it exists as "Spring renewals", but the list does not tell its ID',
    );
  });

  it("where the program gives its ID, and another resource is to give up only its name", async () => {
    const one = await stage();
    const { id, state } = await create(one.run(), kind, inputs, a);
    const context = one.run();
    diff(context, kind, id, state, checked(kind, { ...leastOf.Campaign, name: "Autumn" }), a);
    const failure = await failureOf(create(context, kind, { ...inputs, existingId: id }, b));
    expect(failure).toBeInstanceOf(TwoResources);
    expect(failure.name).toBe("TwoResources");
    expect(failure.message).toContain('belongs to the resource "a" of this program, and the resource "b"');
  });

  it("and says what became of the second, and what to do, by when the first was heard of", () => {
    const identity = identify(contextFor({ url: "https://api", token: "t" }), kind, inputs);
    const holder = { owners: [a] };
    const inTime = new TwoResources(identity, "1", holder, b).message;
    const late = new TwoResources(identity, "1", holder, b, "late").message;
    const both = new TwoResources(identity, "1", holder, b, "when both have it").message;
    expect(inTime).toContain("Nothing was changed for the second. Give each resource an object of its own");
    expect(late).toContain("look at what there is now. Give each resource an object of its own");
    expect(both).toContain("Nothing was changed for the second. Both have it: take one of the two out and run again");
    const unknown = new TwoResources(identity, undefined, { owners: [] }, undefined).message;
    expect(unknown).toContain(
      'in workspace "default" belongs to another resource of this program, and a second one declares',
    );
  });

  it("where another process of the same run has just taken it", async () => {
    const one = await stage();
    const id = one.make();
    const context = one.run();
    jest.spyOn(context.ledger, "heldInThisRunByAnother").mockReturnValue({
      step: "made",
      key: "k",
      account: "a",
      owner: b,
      at: 0,
      id,
      run: "run",
    });
    const { message } = await failureOf(create(context, kind, inputs, a));
    expect(message).toContain('belongs to the resource "b" of this program');
  });

  it("says so where owners are not known", async () => {
    const one = await stage();
    const context = one.run();
    await create(context, kind, inputs);
    const { message } = await failureOf(create(context, kind, { ...inputs, adopt: true }));
    expect(message).toContain(
      "belongs to another resource of this program, and a second one declares the same campaign",
    );
  });
});

it("by its ID is possible where lists tell none, and needs no name in common", async () => {
  const one = await stage({ campaignListIds: false });
  const id = one.make({ name: "Called otherwise" });
  const { state, ...created } = await create(one.run(), kind, { ...inputs, existingId: id.toUpperCase() }, a);
  expect(created.id).toBe(id);
  expect(one.live()).toMatchObject([{ id, name: "Spring renewals" }]);
  await deleteObject(one.run(), kind, id, state, a);
  expect(one.live()).toEqual([]);
});

it("of what a list that lags still shows is none: a new one is made", async () => {
  const one = await stage({ listLagRequests: 3, listLagFor: "delete" });
  const id = one.make();
  // The deleted one is listed for a while, and can no longer be read.
  await contextFor(one.emulator).client.send("Campaign", "delete", { id, workspace: "default" });
  const created = await create(one.run(), kind, inputs, a);
  expect(created.id).not.toBe(id);
  expect(one.writes()).toEqual(["delete", "create"]);
});

it("of what somebody has just changed is refused, though a list that lags shows it as it was", async () => {
  const one = await stage({ listLagRequests: 3, listLagFor: "update" });
  const id = one.make();
  const body = { ...toWire(kind, inputs), notes: "theirs", status: "active" };
  await contextFor(one.emulator).client.send("Campaign", "update", { id, workspace: "default", body });
  expect(await failureOf(create(one.run(), kind, inputs, a))).toBeInstanceOf(AdoptionRefused);
});

it("by its ID goes before what this machine remembers of the name, where nothing shows an ID", async () => {
  const number = kinds.PhoneNumber;
  const emulator = await emulate();
  const { id } = emulator.dashboard.create("PhoneNumber", { phone_number: "+442079460958" });
  const context = contextFor(emulator);
  const declared = checked(number, { ...leastOf.PhoneNumber, existingId: id });
  context.ledger.made(identify(context, number, declared), a, "another");
  expect(await create(context, number, declared, a)).toMatchObject({ id });
});

it('writes nothing where all is shown and as the program says, also where it says "adopt"', async () => {
  const number = kinds.PhoneNumber;
  const emulator = await emulate({ personality: { phoneNumberIds: true } });
  const { id } = emulator.dashboard.create("PhoneNumber", { phone_number: "+442079460958" });
  const declared = checked(number, { ...leastOf.PhoneNumber, adopt: true });
  expect(await create(contextFor(emulator), number, declared, a)).toMatchObject({ id });
  expect(emulator.requests.filter(({ method }) => method === "POST")).toEqual([]);
});

it("is possible for who held it before: a delete may have left it where it is", async () => {
  const one = await stage();
  const id = one.make();
  const context = one.run();
  context.ledger.run.hold(id, { owners: [a], mark: undefined, wants: undefined });
  expect(await create(context, kind, inputs, a)).toMatchObject({ id });
});

it("by its ID of what this run has deleted and a read still shows ends, with what to do", async () => {
  const one = await stage();
  const id = one.make();
  const context = one.run();
  context.ledger.deleted(identity(context), a, id);
  const { message } = await failureOf(create(context, kind, { ...inputs, existingId: id }, b));
  expect(message).toContain("was deleted or renamed in this run, and the API still shows it as it was.");
  expect(message).toContain("Run again, or take `existingId` out to have a new one made.");
  expect(one.writes()).toEqual([]);
  expect(one.emulator.requests.length).toBeLessThan(60);
});

it("by its ID is possible once the resource that has it lets it go, which is waited for", async () => {
  const one = await stage();
  const id = one.make();
  const context = one.run();
  const { run } = context.ledger;
  run.hold(id, { owners: [b], mark: undefined, wants: undefined });
  const sleep = (ms: number): Promise<void> => {
    run.release(id);
    return context.sleep(ms);
  };
  expect(await create({ ...context, sleep }, kind, { ...inputs, existingId: id }, a)).toMatchObject({ id });
});

it.each([
  [undefined, "deleted"],
  ["another name", "renamed"],
])("fails where who has it (and wants %s) was to give it up, and has not: it was to be %s", async (wants, what) => {
  const one = await stage();
  const id = one.make();
  const context = one.run();
  context.ledger.run.hold(id, { owners: [b], mark: undefined, wants });
  const { message } = await failureOf(create(context, kind, { ...inputs, adopt: true }, a));
  expect(message).toContain(
    `belongs to the resource "b" of this program, which was to be ${what} in this run and was not`,
  );
  expect(one.writes()).toEqual([]);
});

it("settles what the resource began under another name, and nobody else's", async () => {
  const one = await stage();
  one.make();
  const { ledger } = one.run();
  const autumn = { unique: "autumn", place: "default", words: "" };
  for (const owner of [a, theirs]) ledger.begin(ledger.begunNow(autumn, owner, undefined));
  await create(one.run(), kind, inputs, a);
  expect(one.run().ledger.recall(autumn, a).begun).toMatchObject([{ owner: theirs }]);
});

describe("what becomes of the object while it is looked at", () => {
  /** A run in which this happens once the object has been read. */
  const whileRead = (context: ReturnType<typeof contextFor>, happens: () => void) => {
    const { client } = context;
    const send = client.send.bind(client);
    jest.spyOn(client, "send").mockImplementation(async (...request) => {
      const data = await send(...request);
      if (request[1] === "read") happens();
      return data;
    });
    return context;
  };

  it("counts: another resource that speaks for it keeps it", async () => {
    const one = await stage();
    const id = one.make();
    const context = one.run();
    const wants = keyOf(identity(context).unique);
    whileRead(context, () => context.ledger.run.hold(id, { owners: [b], mark: undefined, wants }));
    const failure = await failureOf(create(context, kind, { ...inputs, adopt: true }, a));
    expect(failure.message).toContain('belongs to the resource "b" of this program');
    expect(one.writes()).toEqual([]);
  });

  it("counts: one that is renamed in this run is none, and a new one is made", async () => {
    const one = await stage();
    const id = one.make();
    const context = one.run();
    whileRead(context, () => {
      one.emulator.dashboard.change("Campaign", id, { name: "Autumn" });
      context.ledger.renamed(identity(context), { unique: "Autumn", place: "", words: "" }, b, id);
    });
    const created = await create(context, kind, { ...inputs, adopt: true }, a);
    expect(created.id).not.toBe(id);
    expect(one.live().map(({ name }) => name)).toEqual(["Autumn", "Spring renewals"]);
  });
});
