/** Which live object is the declared one before anything is sent, and what must be cleared up before. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import type { Listing } from "../../../provider/api/inventory";
import type { Live } from "../../../provider/api/object";
import { kinds } from "../../../provider/kinds";
import type { KindName } from "../../../provider/kinds/schema";
import { toWire } from "../../../provider/kinds/wire";
import { takeCensus } from "../../../provider/ledger/census";
import { keyOf } from "../../../provider/ledger/ledger";
import type { Begun } from "../../../provider/ledger/memory";
import { identify, isCalled } from "../../../provider/lifecycle/identity";
import {
  Ambiguous,
  formerlyCalled,
  locate,
  locateAfter,
  notRuledOut,
  onlyOne,
  suspectsIn,
} from "../../../provider/lifecycle/locate";
import { notesIn } from "../../../provider/lifecycle/state";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, ownerOf, PartlyCreated, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";

const [a, b] = [ownerOf("a"), ownerOf("b")];
const MINUTE = 60_000;
const anId = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07";
const ids = { campaignListIds: true, campaignReadIds: true, phoneNumberIds: true } as const;

async function stage(name: KindName, personality: PersonalityPatch = ids) {
  const kind = kinds[name];
  const inputs = checked(kind, leastOf[name]);
  const emulator = await emulate({ personality });
  const memory = emptyMemory();
  const run = () => contextFor(emulator, { memory });
  const called = (key: string) => identify(run(), kind, { ...inputs, [kind.naturalKey]: key });
  return {
    kind,
    inputs,
    emulator,
    memory,
    run,
    called,
    identity: identify(run(), kind, inputs),
    make: (more: WireObject = {}) =>
      emulator.dashboard.create(name, { ...(toWire(kind, inputs) as WireObject), ...more }).id,
    create: (more: object = {}, context = run()) => create(context, kind, { ...inputs, ...more }, a),
    asked: (operation: string) => emulator.requests.filter((request) => request.operation === operation).length,
    /** Lets what is noted be of so long ago. */
    age: (minutes: number) => {
      memory.notes.splice(0, Infinity, ...memory.notes.map((note) => ({ ...note, at: note.at - minutes * MINUTE })));
    },
  };
}

const listOf = (...objects: Live[]): Listing => ({ objects }) as unknown as Listing;
const live = (id: string | undefined, name: string): Live => ({ id, fields: { name } });

describe("an ID that the program names", () => {
  it("and that is not there makes nothing, whether one of the name is there or not", async () => {
    const mute = { campaignListIds: false };
    const none = await stage("Campaign", mute);
    const { message } = await failureOf(none.create({ existingId: anId }));
    expect(message).toContain(`There is no campaign with the ID that the program says, existingId: "${anId}".`);
    const other = await stage("Campaign", mute);
    other.make();
    await failureOf(other.create({ existingId: anId }));
    for (const one of [none, other]) expect(one.asked("create")).toBe(0);
  });

  it("and that is there ends what the resource began to make of that name", async () => {
    const one = await stage("Campaign");
    const id = one.make({ name: "Another" });
    const { ledger } = one.run();
    ledger.begin(ledger.begunNow(one.identity, a, "|"));
    await one.create({ existingId: id });
    expect(one.run().ledger.recall(one.identity, a).begun).toEqual([]);
    expect(one.asked("create")).toBe(0);
  });
});

describe("what may be it", () => {
  const suspects = [live("1", "One"), live("2", "Two")];
  const told = takeCensus("name", suspects.slice(0, 1));
  const begun = (more: object = {}): Begun => ({
    key: "k",
    owner: a,
    at: 0,
    before: "|",
    done: false,
    ...more,
  });
  const located = { live: undefined, before: undefined, suspects };

  it("is only ruled out by the program's word, and only what the user was told of before", () => {
    const rest = (existingId: string | undefined, ...all: Begun[]) =>
      notRuledOut({ ...located, begun: all }, kinds.Campaign, { existingId });
    expect(rest(undefined, begun({ suspects: told }))).toEqual(suspects);
    expect(rest(anId, begun({ suspects: told }))).toEqual(suspects);
    expect(rest("none", begun({ suspects: told }))).toEqual(suspects.slice(1));
    expect(rest("none", begun(), begun({ suspects: told }))).toEqual(suspects.slice(1));
    expect(rest("none", begun())).toEqual(suspects);
    expect(rest("none")).toEqual(suspects);
  });

  it("of a number is only that number, in whatever spelling", async () => {
    const one = await stage("PhoneNumber");
    const objects = ["+44 20 7946 0958", "+442079460959"].map((phoneNumber, index): Live => ({
      id: String(index),
      fields: { phoneNumber },
    }));
    const found = suspectsIn(one.run(), one.identity, [begun()], { objects });
    expect(found.every(({ id }) => id === "0")).toBe(true);
    expect(suspectsIn(one.run(), one.identity, [begun()], { objects: [{ id: "2", fields: {} }] })).toEqual([]);
    const exact = { id: "3", fields: { phoneNumber: "+442079460958" } };
    expect(suspectsIn(one.run(), one.identity, [begun(), begun()], { objects: [exact] })).toEqual([exact]);
  });

  it("is what was begun under another name by that name, where there is one of it and it is new", async () => {
    const one = await stage("Campaign");
    const context = one.run();
    const was = begun({ key: keyOf(one.called("Winter").unique) });
    const find = (entry: Begun, ...objects: Live[]) =>
      formerlyCalled(context, one.identity, [entry], listOf(...objects));
    const winter = live("1", "Winter");
    expect(find(was, live("2", "Autumn"), winter)).toBe(winter);
    expect(find(was, live("2", "Autumn"))).toBeUndefined();
    expect(find(was, winter, live("3", "Winter"))).toBeUndefined();
    expect(find({ ...was, before: takeCensus("name", [winter]) }, winter)).toBeUndefined();
    expect(find({ ...was, before: undefined }, winter)).toBe(winter);
    // What was begun under this name is no other name.
    expect(find(begun({ key: keyOf(one.identity.unique) }), live("1", "Spring renewals"))).toBeUndefined();
    const number = await stage("PhoneNumber");
    const former = begun({ key: keyOf(number.called("+442079460959").unique) });
    const other = { id: "1", fields: { phoneNumber: "+442079460959" } };
    expect(formerlyCalled(number.run(), number.identity, [former], listOf(other))).toBeUndefined();
  });
});

it("takes one of a name for it, none that this run has removed, and several for a doubt", async () => {
  const one = await stage("Campaign");
  const context = one.run();
  const [first, second, mute] = [
    live("1", "Spring renewals"),
    live("2", "Spring renewals"),
    live(undefined, "Spring renewals"),
  ];
  const among = (...objects: Live[]) => onlyOne(context, one.identity, objects);
  expect(among(live("3", "Autumn"))).toBeUndefined();
  expect(among(live("3", "Autumn"), first)).toBe(first);
  expect(() => among(first, second, mute)).toThrow(Ambiguous);
  expect(() => among(first, second, mute)).toThrow(
    'There are 3 objects that are campaign "Spring renewals" in workspace "default": 1, 2, (no ID shown).',
  );
  context.ledger.run.gaveUp(keyOf(one.identity.unique), "1");
  expect(among(first)).toBeUndefined();
  expect(among(first, second)).toBe(second);
  expect(among(first, mute)).toBe(mute);
});

it("is another object in another workspace, which is the one of the settings where none is named", async () => {
  const { called, identity, run, kind, inputs } = await stage("Campaign");
  const inTeam = identify(run(), kind, { ...inputs, workspace: "team-a" });
  expect(inTeam).toMatchObject({ workspace: "team-a", words: 'campaign "Spring renewals" in workspace "team-a"' });
  expect(inTeam.unique).not.toBe(identity.unique);
  for (const workspace of [undefined, null, 7]) {
    const other = identify({ ...run(), workspace: "team-a" }, kind, { ...inputs, workspace });
    expect(other).toMatchObject({ workspace: "team-a", unique: inTeam.unique });
  }
  expect(called(" Spring  renewals").unique).toBe(identity.unique);
  expect(identify(run(), kind, { name: 7 })).toMatchObject({ key: "" });
});

it("is called so, or is not, or does not tell", async () => {
  const { identity } = await stage("Campaign");
  expect(isCalled(identity, live("1", " Spring  renewals"))).toBe(true);
  expect(isCalled(identity, live("1", "Autumn"))).toBe(false);
  expect(isCalled(identity, { id: "1", fields: {} })).toBeUndefined();
  expect(identity.words).toBe('campaign "Spring renewals" in workspace "default"');
  expect((await stage("PhoneNumber")).identity.words).toBe('phone number "+442079460958"');
});

describe("an object that was last made under the name", () => {
  it("and that nothing reads alone is looked for in the list by its ID", async () => {
    const one = await stage("Webhook");
    const { id } = await one.create();
    one.age(11);
    expect(await one.create()).toMatchObject({ id });
    one.age(11);
    const others = ["First", "Last"].map((name) => one.make({ name }));
    one.emulator.dashboard.change("Webhook", id, { name: "By hand" });
    one.emulator.clearRequests();
    const failure = await failureOf(one.create());
    // Long ago: no list lags for so long.
    expect(one.asked("list")).toBe(1);
    expect(failure).toBeInstanceOf(PartlyCreated);
    expect(failure.message).toContain(`webhook "By hand" (ID ${id})`);
    for (const other of others) expect(failure.message).not.toContain(other);
    one.emulator.dashboard.delete("Webhook", id);
    expect((await one.create()).id).not.toBe(id);
  });

  it.each(["Campaign", "Webhook"] as const)(
    "a moment ago is looked for with patience, for a list that lags (%s)",
    async (name) => {
      const one = await stage(name, { ...ids, listLagRequests: 3 });
      const { id } = await one.create();
      expect(await one.create()).toMatchObject({ id });
      expect(one.asked("create")).toBe(1);
    },
  );

  it("a moment ago takes one look where the list shows it, and more where that lags behind its new name", async () => {
    const quick = await stage("Webhook");
    await quick.create();
    quick.emulator.clearRequests();
    await quick.create();
    expect(quick.asked("list")).toBe(1);
    const one = await stage("Webhook", { ...ids, listLagRequests: 3, listLagFor: "update" });
    const autumn = checked(one.kind, { ...leastOf.Webhook, name: "Autumn" });
    const { id, state } = await create(one.run(), one.kind, autumn, a);
    await update(one.run(), one.kind, id, state, one.inputs, a);
    expect(await one.create()).toMatchObject({ id });
    expect(one.asked("create")).toBe(1);
  });

  it("and that another resource of this run holds under another name is in nobody's way", async () => {
    const one = await stage("Campaign");
    const { id } = await one.create();
    one.emulator.dashboard.change("Campaign", id, { name: "Autumn" });
    const context = one.run();
    context.ledger.run.hold(id, { owners: [b], mark: undefined, wants: keyOf(one.called("Autumn").unique) });
    expect((await one.create({}, context)).id).not.toBe(id);
    const { suspects } = await locate(one.run(), { identity: one.called("Winter"), inputs: one.inputs, owner: a });
    expect(suspects).toEqual([]);
  });
});

describe("an object that an earlier run made long ago", () => {
  it("is not made again because one look at a list that lags does not show it", async () => {
    const one = await stage("PhoneNumber", { listLagRequests: 3, otherCreateData: "id" });
    await one.create();
    one.age(11);
    one.emulator.clearRequests();
    await one.create().catch(() => undefined);
    expect(one.asked("create")).toBe(0);
  });
});

describe("an object that an earlier run removed a moment ago", () => {
  it("is waited out where a list that lags shows it without an ID", async () => {
    const one = await stage("PhoneNumber", { listLagRequests: 3, listLagFor: "delete", otherCreateData: "id" });
    const id = one.make();
    await contextFor(one.emulator).client.send("PhoneNumber", "delete", { id, workspace: "default" });
    one.run().ledger.deleted(one.identity, a, id);
    expect((await one.create()).id).not.toBe(id);
    expect(one.asked("list")).toBeGreaterThan(3);
  });

  it("is none, where a list that lags shows it by its ID and nothing reads it alone", async () => {
    const one = await stage("Webhook", { listLagRequests: 3, listLagFor: "delete" });
    const id = one.make();
    await contextFor(one.emulator).client.send("Webhook", "delete", { id, workspace: "default" });
    one.run().ledger.deleted(one.identity, a, id);
    expect((await one.create()).id).not.toBe(id);
  });

  it("is no reason to wait where another one of its name is there by its ID", async () => {
    const one = await stage("Campaign");
    one.run().ledger.deleted(one.identity, a, anId);
    const id = one.make();
    expect(await one.create()).toMatchObject({ id });
    expect(one.asked("list")).toBe(1);
  });

  it("counts no more after ten minutes: the list is asked once", async () => {
    const one = await stage("PhoneNumber", { otherCreateData: "id" });
    one.run().ledger.deleted(one.identity, a, anId);
    one.age(10);
    one.make();
    await failureOf(one.create());
    expect(one.asked("list")).toBe(1);
  });
});

describe("an earlier create whose outcome is not known", () => {
  const begun = async (minutes: number, personality: PersonalityPatch = ids) => {
    const one = await stage("Campaign", personality);
    const { ledger } = one.run();
    ledger.begin(ledger.begunNow(one.identity, a, "|"));
    one.age(minutes);
    const context = one.run();
    return { ...one, context, again: () => one.create({}, context) };
  };

  it("is told and waited for while it may be carried out, and then made", async () => {
    const one = await begun(0);
    const start = one.context.now();
    await one.again();
    expect(one.context.now() - start).toBeGreaterThanOrEqual(one.context.patience.interruptedMs);
    expect(one.context.notes).toEqual([expect.stringContaining("was interrupted before its outcome was known")]);
    expect(one.asked("create")).toBe(1);
  });

  it("is waited for as long as the latest of several may be carried out", async () => {
    const one = await begun(60);
    const { ledger } = one.run();
    ledger.begin(ledger.begunNow(one.identity, b, "|"));
    const start = one.context.now();
    await one.again();
    expect(one.context.now() - start).toBeGreaterThanOrEqual(one.context.patience.interruptedMs - 1_000);
  });

  it("of long ago is looked for with patience, and not told", async () => {
    const one = await begun(60);
    await one.again();
    expect(one.context.notes).toEqual([]);
    expect(one.asked("list")).toBe(one.context.patience.pauses.length + 2);
    expect(one.asked("create")).toBe(1);
  });

  it("is taken as soon as it turns up", async () => {
    const one = await begun(0);
    let id = "";
    const sleep = (ms: number): Promise<void> => {
      id ||= one.make();
      return one.context.sleep(ms);
    };
    const start = one.context.now();
    expect(await create({ ...one.context, sleep }, one.kind, one.inputs, a)).toMatchObject({ id });
    expect(one.context.now() - start).toBeLessThan(one.context.patience.interruptedMs);
    expect(one.asked("create")).toBe(0);
  });

  it("may be what is new under another name: that is named, and nothing is sent", async () => {
    const one = await begun(60);
    const id = one.make({ name: "SPRING" });
    const { message } = await failureOf(one.again());
    expect(message).toContain("An earlier create of campaign");
    expect(message).toContain(`campaign "SPRING" (ID ${id})`);
    expect(one.asked("create")).toBe(0);
  });

  it("stays in the state as it was begun by the resource itself, whoever else began one", async () => {
    const one = await stage("Campaign");
    const { ledger } = one.run();
    ledger.begin(ledger.begunNow(one.identity, b, "theirs||"));
    ledger.begin(ledger.begunNow(one.identity, a, "|"));
    one.age(60);
    one.make({ name: "SPRING" });
    const failure = await failureOf(one.create());
    if (!(failure instanceof PartlyCreated)) throw failure;
    const { begun: noted } = notesIn(failure.created.state);
    expect(noted).toMatchObject({ owner: a, before: "|" });
    expect(one.run().now() - (noted?.at ?? 0)).toBeGreaterThan(59 * MINUTE);
  });
});

describe("after a create that did not tell", () => {
  const after = async (personality: PersonalityPatch, ...names: string[]) => {
    const one = await stage("Campaign", personality);
    const there = one.make({ name: "There before" });
    const context = one.run();
    const before = takeCensus("name", [live(there, "There before")]);
    const begun = context.ledger.begunNow(one.identity, a, before);
    const made = names.map((name) => one.make({ name }));
    return { ...one, made, look: () => locateAfter(context, one.identity, begun) };
  };

  it("the object is what is new and called so; what else is new may be it", async () => {
    const found = await after(ids, "Spring renewals", "SPRING");
    expect(await found.look()).toMatchObject({ live: { id: found.made[0] } });
    const doubt = await after(ids, "SPRING");
    expect(await doubt.look()).toMatchObject({ live: undefined, suspects: [{ id: doubt.made[0] }] });
    expect(doubt.asked("list")).toBeGreaterThan(1);
  });

  it("it is not what was there before, though it is called so", async () => {
    const one = await stage("Campaign");
    const id = one.make();
    const context = one.run();
    const begun = (before: string | undefined) => context.ledger.begunNow(one.identity, a, before);
    const before = takeCensus("name", [live(id, "Spring renewals")]);
    expect(await locateAfter(context, one.identity, begun(before))).toMatchObject({ live: undefined });
    // Where nobody knows what was there before, its name is all there is.
    expect(await locateAfter(context, one.identity, begun(undefined))).toMatchObject({ live: { id } });
  });

  it("a list that is not whole, and lacks it, proves nothing", async () => {
    const short = { listPages: "paged", pageQuery: "ignored", pageHints: "total", pageSize: 1 } as const;
    const one = await after({ ...ids, ...short }, "Spring renewals");
    expect((await failureOf(one.look())).message).toContain("may not be whole");
  });
});

test("looking for each of very many objects in a list goes through the list once", async () => {
  const { run, called } = await stage("Campaign");
  const context = run();
  const looksFor = (count: number): number => {
    let looks = 0;
    const objects = Array.from({ length: count }, (_, index): Live => {
      const name = `Renewals ${index}`;
      const fields = Object.defineProperty({}, "name", {
        get: () => {
          looks++;
          return name;
        },
      });
      return { id: `${anId.slice(0, -6)}${String(index).padStart(6, "0")}`, fields };
    });
    for (let index = 0; index < count; index++) {
      expect(onlyOne(context, called(`Renewals  ${index}`), objects)?.id).toBe(objects[index]?.id);
      expect(onlyOne(context, called(`New ${index}`), objects)).toBeUndefined();
    }
    return looks;
  };
  expect(looksFor(1_000)).toBe(looksFor(100) * 10);
});
