/** An object whose ID is not known: what a refresh and a delete make of it, by what is listed and what is remembered. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { toWire } from "../../../provider/kinds/wire";
import { takeCensus } from "../../../provider/ledger/census";
import { keyOf } from "../../../provider/ledger/ledger";
import { sentIn } from "../../../provider/lifecycle/asSent";
import type { Begun } from "../../../provider/ledger/memory";
import { identify, placeholderId } from "../../../provider/lifecycle/identity";
import { read } from "../../../provider/lifecycle/read";
import { makeState, nothingReported } from "../../../provider/lifecycle/state";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, deleteObject, ownerOf } from "../../support/lifecycle";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const wire = toWire(kind, inputs) as WireObject;
const owner = ownerOf("a");
const withIds = { campaignListIds: true, campaignReadIds: true } as const;
/** The list is not whole: there are more than it shows. */
const short = { listPages: "paged", pageQuery: "ignored", pageHints: "total", pageSize: 1 } as const;
const MINUTE = 60_000;

/** A state that has a note of a create, an hour ago in an empty account where a test says nothing else. */
async function stage(note: Partial<Begun> | "no note" = {}, personality: PersonalityPatch = {}, declared: object = {}) {
  const emulator = await emulate({ personality: { ...withIds, ...personality } });
  const whole = contextFor(emulator);
  let time = whole.now();
  const slept: number[] = [];
  // A clock that stands still, but for who sleeps.
  const context: TestContext = {
    ...whole,
    now: () => time,
    sleep: (ms) => {
      time += ms;
      slept.push(ms);
      return Promise.resolve();
    },
  };
  const identity = identify(context, kind, inputs);
  const key = keyOf(identity.unique);
  const begun: Begun = {
    key,
    owner,
    at: time - 60 * MINUTE,
    before: "|",
    done: false,
    ...(note === "no note" ? {} : note),
  };
  const id = placeholderId(identity);
  const notes = note === "no note" ? { owner } : { owner, begun };
  const state = makeState({ ...inputs, ...declared }, nothingReported, notes);
  return {
    emulator,
    context,
    identity,
    key,
    begun,
    id,
    state,
    slept,
    start: time,
    make: (more: WireObject = {}) => emulator.dashboard.create("Campaign", { ...wire, ...more }).id,
    refresh: () => read(context, kind, id, state),
    remove: () => deleteObject(context, kind, id, state, owner),
    live: () => emulator.dashboard.ids("Campaign"),
    writes: () => emulator.requests.filter(({ method }) => method === "POST").map(({ operation }) => operation),
    lists: () => emulator.requests.filter(({ operation }) => operation === "list").length,
  };
}

type Stage = Awaited<ReturnType<typeof stage>>;

const keeps = async ({ refresh, id, state }: Stage): Promise<void> =>
  expect(await refresh()).toEqual({ id, state, inputs: expect.objectContaining({ name: inputs["name"] }) as object });

describe("a refresh", () => {
  it("gives the object its ID where it is new and called so, and forgets the note", async () => {
    const one = await stage();
    const id = one.make();
    const found = await one.refresh();
    expect(found).toMatchObject({ id, inputs });
    expect(found?.state).toMatchObject({ ...inputs, status: "active", __owner: owner });
    expect(found?.state).not.toHaveProperty("__begun");
    expect(one.context.ledger.recall(one.identity, owner)).toMatchObject({ id, begun: [] });
    expect(one.context.ledger.heldInThisRunByAnother(id, ownerOf("b"))).toBeUndefined();
    expect(one.lists()).toBe(1);
  });

  it("gives it its ID also while its create may still be carried out", async () => {
    const one = await stage();
    const id = one.make();
    const state = { ...one.state, __begun: { ...one.begun, at: one.start } };
    expect(await read(one.context, kind, one.id, state)).toMatchObject({ id });
  });

  it("looks more than once, for a list that lags", async () => {
    const one = await stage({}, { listLagRequests: 4 });
    const { id } = await create(contextFor(one.emulator), kind, inputs);
    const before = one.lists();
    expect(await one.refresh()).toMatchObject({ id });
    expect(one.lists()).toBeGreaterThan(before + 1);
  });

  it("drops it where it is not there and can no longer be made, and the note with it", async () => {
    const one = await stage();
    one.context.ledger.begin(one.begun);
    expect(await one.refresh()).toBeUndefined();
    expect(one.context.ledger.recall(one.identity, owner).begun).toEqual([]);
    expect(one.lists()).toBe(one.context.patience.pauses.length + 1);
  });

  it("keeps it until its create can no longer be carried out, without a wait", async () => {
    for (const [early, isKept] of [
      [1, true],
      [0, false],
    ] as const) {
      const one = await stage();
      const { interruptedMs } = one.context.patience;
      const state = { ...one.state, __begun: { ...one.begun, at: one.start - interruptedMs + early } };
      expect((await read(one.context, kind, one.id, state)) !== undefined).toBe(isKept);
      if (isKept) expect(one.slept).toEqual([]);
    }
  });

  it("keeps for ten minutes what the API said that it made", async () => {
    for (const [minutes, done, isKept] of [
      [9, true, true],
      [9, false, false],
      [10, true, false],
      // By a clock that was set back since.
      [-9, true, true],
      [-300, true, false],
      [-300, false, false],
    ] as const) {
      const one = await stage();
      const state = { ...one.state, __begun: { ...one.begun, done, at: one.start - minutes * MINUTE } };
      expect((await read(one.context, kind, one.id, state)) !== undefined).toBe(isKept);
    }
  });

  it("keeps it where one of its name was there before", async () => {
    const one = await stage();
    const id = one.make();
    const before = takeCensus("name", [{ id, fields: { name: inputs["name"] } }]);
    const state = { ...one.state, __begun: { ...one.begun, before } };
    expect(await read(one.context, kind, one.id, state)).toMatchObject({ id: one.id });
  });

  it("keeps it where there are several of its name", async () => {
    const one = await stage();
    one.make();
    one.make();
    await keeps(one);
  });

  it("keeps it where something new is there under another name", async () => {
    const one = await stage();
    one.make({ name: "SPRING RENEWALS" });
    await keeps(one);
  });

  it("keeps it where what the user was asked about is there, and drops it past what nobody named, or another one has", async () => {
    const named = { name: "Another" };
    const staged = async (isNamed: boolean) => {
      const one = await stage();
      const objects = [{ id: one.make(named), fields: named }];
      const census = takeCensus("name", objects);
      const begun = { ...one.begun, before: census, ...(isNamed ? { suspects: census } : {}) };
      const state = { ...one.state, __begun: begun };
      return { ...one, objects, state, refresh: () => read(one.context, kind, one.id, state) };
    };
    await keeps(await staged(true));
    expect(await (await staged(false)).refresh()).toBeUndefined();
    const held = await staged(true);
    held.context.ledger.run.hold(held.objects[0]?.id ?? "", {
      owners: [ownerOf("b")],
      mark: undefined,
      wants: undefined,
    });
    expect(await held.refresh()).toBeUndefined();
    // What nobody named is none of it, beside what was.
    const both = await staged(true);
    const other = { id: both.make({ name: "Third" }), fields: { name: "Third" } };
    const before = takeCensus("name", [...both.objects, other]);
    const state = { ...both.state, __begun: { ...(both.state.__begun as object), before } };
    const { message } = await failureOf(deleteObject(both.context, kind, both.id, state, owner));
    expect(message).toContain(both.objects[0]?.id ?? "");
    expect(message).not.toContain(other.id);
  });

  it("keeps it where the list is not whole, or tells no ID", async () => {
    const cut = await stage({}, short);
    const before = ["First", "Second"].map((name) => ({ id: cut.make({ name }), fields: { name } }));
    const state = { ...cut.state, __begun: { ...cut.begun, before: takeCensus("name", before) } };
    expect(await read(cut.context, kind, cut.id, state)).toMatchObject({ id: cut.id });
    const mute = await stage({}, { campaignListIds: false });
    mute.make();
    await keeps(mute);
  });

  it("keeps it where another resource of this run holds what is called so, or another stack made it", async () => {
    const held = await stage();
    held.context.ledger.run.hold(held.make(), { owners: [ownerOf("b")], mark: undefined, wants: undefined });
    await keeps(held);
    const theirs = await stage({ before: undefined });
    theirs.context.ledger.made({ unique: "other", place: "", words: "" }, ownerOf("a", "theirs"), theirs.make());
    await keeps(theirs);
  });

  it("keeps it where it was made of an older program: what the API hides may differ", async () => {
    const { printer } = contextFor(await emulate()).ledger;
    const same = await stage({ sent: sentIn(printer, kind, inputs) });
    const id = same.make();
    expect(await same.refresh()).toMatchObject({ id });
    const older = await stage({ sent: sentIn(printer, kind, { ...inputs, aiAgentId: "another" }) });
    older.make();
    await keeps(older);
  });

  it("fails where the list cannot be read", async () => {
    const one = await stage();
    one.emulator.addFault({ fault: "forbidden", match: { operation: "list" }, times: "always" });
    expect((await failureOf(one.refresh())).message).toContain("does not allow this to the token");
  });

  it("finds by its name alone what a state of an older release has without a note", async () => {
    const one = await stage("no note", { listLagRequests: 4 });
    const { id } = await create(contextFor(one.emulator), kind, inputs);
    expect(await one.refresh()).toMatchObject({ id });
    expect(await (await stage("no note")).refresh()).toBeUndefined();
  });
});

describe("a delete", () => {
  it("deletes the object where it can be told by now", async () => {
    const one = await stage();
    one.make();
    await one.remove();
    expect(one.live()).toEqual([]);
    expect(one.writes()).toEqual(["update", "delete"]);
  });

  it("waits until the create can no longer be carried out, and is then done where nothing is there", async () => {
    const one = await stage();
    const state = { ...one.state, __begun: { ...one.begun, at: one.start - 1_000 } };
    await deleteObject(one.context, kind, one.id, state, owner);
    expect(one.slept[0]).toBe(one.context.patience.interruptedMs - 1_000);
    const old = await stage();
    await old.remove();
    expect(old.slept[0]).toBe(0);
    expect(one.context.notes).toHaveLength(1);
    expect(old.context.notes).toEqual([]);
    expect(old.writes()).toEqual([]);
    const early = await stage({ at: one.start + 300 * MINUTE });
    await early.remove();
    expect(early.slept[0]).toBe(0);
  });

  it("fails, and names what may be it", async () => {
    const one = await stage();
    const id = one.make({ name: "SPRING RENEWALS" });
    const { message } = await failureOf(one.remove());
    expect(message).toContain("It is not known whether campaign");
    expect(message).toContain(id);
    expect(one.live()).toEqual([id]);
  });

  it("looks on past something else that is new: a list that lags may lack the object", async () => {
    const one = await stage({}, { listLagRequests: 4 });
    const other = one.make({ name: "Another" });
    await create(contextFor(one.emulator), kind, inputs);
    await one.remove();
    expect(one.live()).toEqual([other]);
  });

  it("fails while the list may lack what the API said that it made", async () => {
    const one = await stage();
    const state = { ...one.state, __begun: { ...one.begun, done: true, at: one.start - 5 * MINUTE } };
    const { message } = await failureOf(deleteObject(one.context, kind, one.id, state, owner));
    expect(message).toContain("is not in the list yet. Run again in ten minutes");
  });

  it("fails where the list is not whole", async () => {
    const one = await stage({}, short);
    const before = ["First", "Second"].map((name) => ({ id: one.make({ name }), fields: { name } }));
    const state = { ...one.state, __begun: { ...one.begun, before: takeCensus("name", before) } };
    const { message } = await failureOf(deleteObject(one.context, kind, one.id, state, owner));
    expect(message).toContain("may not be whole");
  });

  it("fails where one of its name is there that may be another", async () => {
    const one = await stage();
    const twins = [one.make(), one.make()];
    const { message } = await failureOf(one.remove());
    expect(message).toContain("the API never told its ID");
    for (const id of twins) expect(message).toContain(`campaign "${inputs["name"] as string}" (ID ${id})`);
    expect(one.live()).toHaveLength(2);
  });

  it("fails where the list tells no ID, or what is called so may be another's", async () => {
    const mute = await stage({}, { campaignListIds: false, campaignReadIds: false });
    mute.make();
    const old = await stage({ before: undefined });
    old.context.ledger.made({ unique: "other", place: "", words: "" }, ownerOf("a", "theirs"), old.make());
    for (const one of [mute, old]) {
      expect((await failureOf(one.remove())).message).toContain(
        "Whether this is what the resource made cannot be told",
      );
      expect(one.live()).toHaveLength(1);
    }
  });

  it("asks for nothing where the object is to stay, or where the create that follows looks for it", async () => {
    const kept = await stage({}, {}, { deletionPolicy: "retain" });
    kept.make();
    await kept.remove();
    const declared = await stage();
    declared.make();
    declared.context.ledger.run.expect(declared.key, declared.key);
    await declared.remove();
    for (const one of [kept, declared]) expect(one.emulator.requests).toEqual([]);
  });

  it("leaves to the create that follows what the program calls otherwise now, unless it cannot be told", async () => {
    for (const [names, isLeft] of [
      [[inputs["name"]], true],
      [["SPRING RENEWALS"], true],
      [[inputs["name"], inputs["name"]], false],
    ] as const) {
      const one = await stage();
      for (const name of names) one.make({ name: String(name) });
      one.context.ledger.run.expect(one.key, keyOf("another name"));
      const [outcome] = await Promise.allSettled([one.remove()]);
      expect(outcome.status).toBe(isLeft ? "fulfilled" : "rejected");
      expect(one.writes()).toEqual([]);
    }
  });
});
