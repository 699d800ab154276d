/** What the ledger knows of objects beyond a list: over processes, owners and accounts. */
import { Ledger, keyOf } from "../../../provider/ledger/ledger";
import type { Begun } from "../../../provider/ledger/memory";
import { Run } from "../../../provider/ledger/run";
import type { Live } from "../../../provider/api/object";
import type { Store } from "../../../provider/ledger/store";
import { ownerOf } from "../../support/lifecycle";
import { emptyMemory, memoryStore, type Memory } from "../../support/memoryStore";

const spring = { unique: "spring", place: "", words: "campaign Spring" };
const autumn = { unique: "autumn", place: "", words: "campaign Autumn" };
const [a, b, theirs] = [ownerOf("a"), ownerOf("b"), ownerOf("a", "theirs")];
const MINUTE = 60_000;

/** Processes on one machine, with a clock for all of them. */
class Machine {
  time = 0;
  runs = 0;
  constructor(readonly memory: Memory = emptyMemory()) {}

  ledger(account = "account", runName = `run ${this.runs++}`): Ledger {
    return new Ledger({
      store: memoryStore({ memory: this.memory, sleep: () => new Promise((resolve) => setImmediate(resolve)) }),
      run: new Run(),
      account,
      runName,
      hasOthers: true,
      lateMs: 40_000,
      now: () => this.time,
      note: () => undefined,
    });
  }
}

/** A create that is being sent. */
const begin = (ledger: Ledger, ...create: Parameters<Ledger["begunNow"]>): Begun =>
  ledger.begin(ledger.begunNow(...create));

describe("a create without a clear outcome", () => {
  it("is known to every later process of the account until it is settled", () => {
    const machine = new Machine();
    begin(machine.ledger(), spring, a, "census");
    for (const owner of [a, b, theirs, undefined])
      expect(machine.ledger().recall(spring, owner).begun).toMatchObject([{ owner: a, before: "census", done: false }]);
    machine.ledger().ended(spring, a);
    expect(machine.ledger().recall(spring, a).begun).toEqual([]);
  });

  it("is left where its run is over, for a week, whatever the resource of the stack that asks", () => {
    const machine = new Machine();
    const [DAY, at] = [24 * 60 * MINUTE, MINUTE];
    const leftAt = (time: number, owner = b): unknown => {
      machine.time = time;
      return [...machine.ledger().leftBegun(owner)];
    };
    machine.time = at;
    const ledger = machine.ledger("account", "run");
    begin(ledger, spring, a, "census");
    begin(ledger, autumn, theirs, "census");
    begin(ledger, { ...spring, unique: "nobody's" }, undefined, "census");
    expect(machine.ledger("account", "run").leftBegun(b)).toEqual(new Map());
    expect(leftAt(at)).toEqual([[a, at]]);
    expect(leftAt(at, theirs)).toEqual([[theirs, at]]);
    expect(leftAt(at + 7 * DAY - 1)).toEqual([[a, at]]);
    expect(leftAt(at + 7 * DAY)).toEqual([]);
    // A clock that was set back: it is of long ago.
    expect(leftAt(at - 10 * MINUTE)).toEqual([]);
    // Sent again, under another name as well: the last time counts, in whatever order the notes are read.
    machine.time = at;
    for (const [unique, later] of [["second", 3] as const, ["third", 2] as const]) {
      machine.time = later * MINUTE;
      begin(machine.ledger("account", "run"), { ...spring, unique }, a, "census");
    }
    expect(leftAt(4 * MINUTE)).toEqual([[a, 3 * MINUTE]]);
    const { begun } = machine.ledger().recall(spring, a);
    machine.ledger().settle(begun);
    expect(leftAt(4 * MINUTE)).toEqual([]);
  });

  it("is set apart where its resource is looked for in another workspace, in the state and on the machine", () => {
    const machine = new Machine();
    const there = { ...spring, unique: "spring there", place: "there" };
    const begun = begin(machine.ledger(), there, a, "census");
    expect(machine.ledger().recall(spring, a)).toMatchObject({ begun: [], elsewhere: [{ owner: a }] });
    expect(machine.ledger().recall(there, a)).toMatchObject({ begun: [{ owner: a }], elsewhere: [] });
    expect(machine.ledger().recall(spring, b)).toMatchObject({ begun: [], elsewhere: [] });
    const other = new Machine().ledger();
    other.run.carry(begun);
    expect(other.recall(spring, a)).toMatchObject({ begun: [], elsewhere: [begun] });
    other.settle([begun]);
    expect(other.recall(spring, a).elsewhere).toEqual([]);
    // Of an earlier release: where that was nobody knows.
    other.run.carry({ ...begun, place: undefined, at: begun.at + 1 });
    expect(other.recall(spring, a)).toMatchObject({ begun: [{ owner: a }], elsewhere: [] });
  });

  it("of another account says nothing of this one, except to the same resource under a new token", () => {
    const machine = new Machine();
    begin(machine.ledger("theirs"), spring, theirs, undefined);
    expect(machine.ledger("mine").recall(spring, a)).toMatchObject({ begun: [], id: undefined });
    expect(machine.ledger("mine").recall(spring, theirs).begun).toHaveLength(1);
    machine.ledger("theirs").made(autumn, theirs, "1");
    expect(machine.ledger("mine").recall(autumn, a).id).toBeUndefined();
  });

  it("is remembered as done where the API said that it made the object, in the state and on the machine", () => {
    const machine = new Machine();
    const ledger = machine.ledger();
    const before = ledger.begunNow(spring, a, "census", "name:x7f_Ab2c");
    expect(before).toMatchObject({ owner: a, before: "census", done: false });
    expect(ledger.begin(before, true)).toMatchObject({ before: "census", sent: before.sent, done: true });
    expect(machine.ledger().recall(spring, b).begun).toMatchObject([
      { owner: a, before: "census", sent: before.sent, done: true },
    ]);
  });

  it("is noted with what the list showed before, which is noted once for all", () => {
    const machine = new Machine();
    const ledger = machine.ledger();
    begin(ledger, spring, a, "one");
    begin(ledger, autumn, b, "one");
    begin(machine.ledger(), autumn, theirs, "two");
    expect(machine.memory.notes.map(({ step }) => step)).toEqual(["list", "begun", "begun", "list", "begun"]);
  });

  it("under another name says nothing of this one where owners are not known", () => {
    const machine = new Machine();
    const ledger = machine.ledger();
    begin(ledger, spring, undefined, undefined);
    ledger.run.carry({ key: keyOf("spring"), owner: undefined, at: 5, before: undefined, done: true });
    expect(ledger.recall(spring, undefined).begun).toHaveLength(2);
    expect(ledger.recall(autumn, undefined).begun).toEqual([]);
  });

  it("follows its resource when the program gives it another name", () => {
    const machine = new Machine();
    begin(machine.ledger(), spring, a, undefined);
    expect(machine.ledger().recall(autumn, a).begun).toMatchObject([{ key: keyOf("spring") }]);
    expect(machine.ledger().recall(autumn, b).begun).toEqual([]);
    const next = machine.ledger();
    next.settle(next.recall(autumn, a).begun);
    expect(next.recall(autumn, a).begun).toEqual([]);
    expect(machine.ledger().recall(spring, a).begun).toEqual([]);
  });

  it("is one for each resource, and ends for all when the object is made", () => {
    const machine = new Machine();
    begin(machine.ledger(), spring, a, undefined);
    begin(machine.ledger(), spring, theirs, undefined);
    expect(machine.ledger().recall(spring, b).begun).toHaveLength(2);
    machine.ledger().ended(spring, a);
    expect(machine.ledger().recall(spring, b).begun).toMatchObject([{ owner: theirs }]);
    machine.ledger().made(spring, b, "1");
    expect(machine.ledger().recall(spring, theirs).begun).toEqual([]);
  });

  it("is known from the state as well, on a machine that knows nothing", () => {
    const ledger = new Machine().ledger();
    ledger.run.carry({ key: keyOf("spring"), owner: a, at: 5, before: "c", done: true });
    expect(ledger.recall(spring, b).begun).toMatchObject([{ at: 5, done: true }]);
    expect(ledger.recall(autumn, a).begun).toHaveLength(1);
    expect(ledger.recall(autumn, b).begun).toEqual([]);
    ledger.settle(ledger.recall(autumn, a).begun);
    expect(ledger.recall(spring, b).begun).toEqual([]);
  });
});

describe("an object that was made", () => {
  it("is known by its name, and to be recent for ten minutes", () => {
    const machine = new Machine();
    machine.ledger().made(spring, a, "1");
    expect(machine.ledger().recall(spring, b)).toMatchObject({ id: "1", isRecent: true, gone: undefined });
    machine.time = 10 * MINUTE;
    expect(machine.ledger().recall(spring, b)).toMatchObject({ id: "1", isRecent: false });
  });

  it("is no longer recent where the clock was set back by more than that", () => {
    for (const [minutes, isRecent] of [
      [9, true],
      [11, false],
      [300, false],
    ] as const) {
      const machine = new Machine();
      machine.ledger().made(spring, a, "1");
      machine.time = -minutes * MINUTE;
      expect(machine.ledger().recall(spring, b)).toMatchObject({ id: "1", isRecent });
    }
  });

  it("is gone from its name when it is deleted or renamed, unless another one has taken it since", () => {
    const machine = new Machine();
    const first = machine.ledger();
    first.made(spring, a, "1");
    first.renamed(spring, autumn, a, "1");
    expect(first.run.isGone(keyOf("spring"), "1")).toBe(true);
    expect(first.run.isGone(keyOf("autumn"), "1")).toBe(false);
    expect(machine.ledger().recall(spring, b)).toMatchObject({ id: undefined, isRecent: false, gone: "1" });
    expect(machine.ledger().recall(autumn, b)).toMatchObject({ id: "1" });
    machine.ledger().made(spring, b, "2");
    machine.ledger().deleted(spring, a, "1");
    expect(machine.ledger().recall(spring, b)).toMatchObject({ id: "2", gone: undefined });
  });

  it("is called so again when it is made, or taken over, under a name that it gave up", () => {
    const ledger = new Machine().ledger();
    ledger.made(spring, a, "1");
    ledger.renamed(spring, autumn, a, "1");
    ledger.renamed(autumn, spring, a, "1");
    expect(ledger.run.isGone(keyOf("spring"), "1")).toBe(false);
    expect(ledger.run.isGone(keyOf("autumn"), "1")).toBe(true);
    ledger.held(autumn, { owner: b, mark: "m" }, "1", true);
    expect(ledger.run.isGone(keyOf("autumn"), "1")).toBe(false);
  });

  it("is noted once under each name, and no name is given up that it never had", () => {
    const machine = new Machine();
    const steps = (): string[] =>
      machine.memory.notes.map(({ step, ...note }) => `${step} ${"key" in note ? note.key : ""}`);
    const [first, second] = [keyOf("spring"), keyOf("autumn")];
    machine.ledger().made(spring, a, "1");
    machine.ledger().made(spring, a, "1");
    expect(steps()).toEqual([`made ${first}`, `made ${first}`]);
    machine.ledger().made(autumn, a, "1");
    expect(steps().slice(2)).toEqual([`gone ${first}`, `made ${second}`]);
  });

  it("is noted as left where anything is known of it, and else not", () => {
    const machine = new Machine();
    machine.ledger().left(spring, a, "1");
    expect(machine.memory.notes).toEqual([]);
    machine.ledger().made(spring, a, "1");
    machine.ledger().left(spring, a, "1");
    expect(machine.memory.notes.map(({ step }) => step)).toEqual(["made", "left"]);
  });

  it("is resting for its stack, as long as its state is the same, until it is roused", () => {
    const machine = new Machine();
    const state = { name: "Spring", status: "active" };
    machine.ledger().roused(spring, "1");
    expect(machine.memory.notes).toEqual([]);
    machine.ledger().resting(spring, a, "1", state);
    const ledger = machine.ledger();
    expect([a, b, theirs].map((owner) => ledger.isResting("1", owner, state))).toEqual([true, true, false]);
    expect(ledger.isResting("1", a, { ...state, name: "Autumn" })).toBe(false);
    machine.ledger().roused(spring, "1");
    expect(machine.ledger().isResting("1", a, state)).toBe(false);
  });

  it("is its stack's, and nobody else's", () => {
    const machine = new Machine();
    machine.ledger().made(spring, a, "1");
    const ledger = machine.ledger();
    expect([a, b, theirs].map((owner) => ledger.isMadeByStackOf("1", owner))).toEqual([true, true, false]);
    expect([a, b, theirs].map((owner) => ledger.isMadeElsewhere("1", owner))).toEqual([false, false, true]);
    expect(ledger.isMadeByStackOf("2", a)).toBe(false);
    expect(ledger.isMadeElsewhere("2", a)).toBe(false);
  });
});

describe("an object that was taken over", () => {
  const markAt = (time: number): string => `${new Date(time).toISOString()} abc`;

  it("is taken from who came to it before, by the same stack or by who asked for it", () => {
    const machine = new Machine();
    machine.time = MINUTE;
    machine.ledger().held(spring, { owner: b, mark: markAt(MINUTE) }, "1", false);
    expect(machine.ledger().takenFrom({ owner: a }, "1")).toMatchObject({ owner: b });
    expect(machine.ledger().takenFrom({ owner: a, mark: markAt(0) }, "1")).toMatchObject({ owner: b });
    expect(machine.ledger().takenFrom({ owner: theirs }, "1")).toBeUndefined();
    machine.ledger().held(spring, { owner: theirs, mark: markAt(MINUTE) }, "1", true);
    expect(machine.ledger().takenFrom({ owner: a }, "1")).toMatchObject({ owner: theirs });
  });

  it("is not taken from its taker, nor from who came later, perhaps on another machine", () => {
    const machine = new Machine();
    machine.time = MINUTE;
    const mark = markAt(MINUTE);
    machine.time += 5;
    machine.ledger().held(spring, { owner: b, mark }, "1", true);
    expect(machine.ledger().takenFrom({ owner: b, mark }, "1")).toBeUndefined();
    expect(machine.ledger().takenFrom({ owner: undefined, mark }, "1")).toBeUndefined();
    // It took the object over twice, and its state is of the first time.
    expect(machine.ledger().takenFrom({ owner: b, mark: markAt(0) }, "1")).toBeUndefined();
    expect(machine.ledger().takenFrom({ owner: a, mark: markAt(2 * MINUTE) }, "1")).toBeUndefined();
    expect(machine.ledger().takenFrom({ owner: undefined }, "1")).toMatchObject({ owner: b });
    expect(machine.ledger().takenFrom({ owner: a }, "2")).toBeUndefined();
  });

  it("is its own again once the program declares it, and a leftover does not take it along", () => {
    const machine = new Machine();
    machine.ledger().made(spring, a, "1");
    machine.time = MINUTE;
    machine.ledger().held(spring, { owner: b, mark: markAt(MINUTE) }, "1", false);
    machine.time = 2 * MINUTE;
    // What only the state has says nothing.
    machine.ledger().recorded(spring, a, "1");
    expect(machine.ledger().takenFrom({ owner: b, mark: markAt(MINUTE) }, "1")).toBeUndefined();
    machine.ledger().recorded(spring, a, "1", { owner: a });
    expect(machine.ledger().takenFrom({ owner: b, mark: markAt(MINUTE) }, "1")).toMatchObject({ owner: a });
    expect(machine.ledger().takenFrom({ owner: a }, "1")).toBeUndefined();
    // Another stack that asked for it has it for good.
    machine.ledger().held(spring, { owner: theirs, mark: markAt(2 * MINUTE) }, "1", true);
    machine.ledger().recorded(spring, a, "1", { owner: a });
    expect(machine.ledger().takenFrom({ owner: a, mark: markAt(0) }, "1")).toMatchObject({ owner: theirs });
  });

  it("that goes by an alias has its object back from the one that took it over under its former name", () => {
    const machine = new Machine();
    // Made as `a`, and declared as `b` by now: the state still says `a`. Then another resource `a` takes it over.
    machine.ledger().made(spring, a, "1");
    machine.time = MINUTE;
    const mark = markAt(MINUTE);
    machine.ledger().held(spring, { owner: a, mark }, "1", false);
    const alias = { owner: b, mark: undefined };
    machine.time = 2 * MINUTE;
    for (let runs = 0; runs < 3; runs++) machine.ledger().recorded(spring, a, "1", alias);
    expect(machine.memory.notes.filter((note) => note.step === "recorded" && note.owner === b)).toHaveLength(1);
    // The leftover state of the other one lets go of it; its own may delete it.
    expect(machine.ledger().takenFrom({ owner: a, mark }, "1")).toMatchObject({ owner: b });
    expect(machine.ledger().takenFrom({ owner: a, mark: undefined }, "1")).toBeUndefined();
  });

  it("is noted once as recorded, and not at all where nothing is known of it", () => {
    const machine = new Machine();
    const ledger = machine.ledger();
    ledger.made(spring, a, "1");
    expect(ledger.unrecorded(autumn, a)).toEqual([{ id: "1", isElsewhere: false }]);
    expect(ledger.unrecorded({ ...autumn, place: "there" }, a)).toEqual([{ id: "1", isElsewhere: true }]);
    expect(ledger.unrecorded(spring, a)).toEqual([]);
    expect(ledger.unrecorded(autumn, undefined)).toEqual([]);
    const notes = machine.memory.notes.length;
    for (const id of ["1", "1", "2"]) ledger.recorded(spring, a, id, { owner: a });
    ledger.recorded(spring, undefined, "1", { owner: undefined });
    expect(machine.memory.notes.length - notes).toBe(1);
    expect(machine.ledger().unrecorded(autumn, a)).toEqual([]);
  });

  it("under another name gives its former one up", () => {
    const machine = new Machine();
    machine.ledger().made(spring, a, "1");
    machine.ledger().made(autumn, a, "1");
    expect(machine.ledger().recall(spring, b)).toMatchObject({ id: undefined, gone: "1" });
    expect(machine.ledger().recall(autumn, b).id).toBe("1");
  });

  it("in the same run by another process is known to be another resource's", () => {
    const machine = new Machine();
    machine.ledger("account", "run").made(spring, a, "1");
    expect(machine.ledger("account", "run").heldInThisRunByAnother("1", b)).toMatchObject({ owner: a });
    expect(machine.ledger("account", "run").heldInThisRunByAnother("1", a)).toBeUndefined();
    expect(machine.ledger("account", "run").heldInThisRunByAnother("1", theirs)).toBeUndefined();
    expect(machine.ledger("account", "later").heldInThisRunByAnother("1", b)).toBeUndefined();
  });
});

describe("an object that was imported", () => {
  const recordedIn = ({ memory }: Machine): number => memory.notes.filter(({ step }) => step === "recorded").length;

  it("may be so by a mere preview: it is taken from others in its own run, and else once a state was seen to have it", () => {
    const machine = new Machine();
    const [run, later] = [machine.ledger("account", "run"), machine.ledger("account", "later")];
    run.imported(spring, { owner: b, mark: "m" }, "1");
    expect(run.takenFrom({ owner: a }, "1")).toMatchObject({ owner: b });
    expect(later.takenFrom({ owner: a }, "1")).toBeUndefined();
    // What is compared right after the import is no state yet, and a state of another take-over says nothing of this one.
    run.recorded(spring, b, "1", { owner: b }, "m");
    later.recorded(spring, b, "1", { owner: b }, "another");
    later.recorded(spring, b, "1", { owner: b });
    expect(recordedIn(machine)).toBe(0);
    later.recorded(spring, b, "1", { owner: b }, "m");
    expect(machine.ledger().takenFrom({ owner: a }, "1")).toMatchObject({ owner: b, mark: "m" });
    expect(machine.ledger().takenFrom({ owner: b, mark: "m" }, "1")).toBeUndefined();
  });

  it("while another resource of the stack has it is that one's, until a program declares who imported it", () => {
    const machine = new Machine();
    const [run, later] = [machine.ledger("account", "run"), machine.ledger("account", "later")];
    run.made(spring, a, "1");
    run.imported(spring, { owner: b, mark: undefined }, "1");
    expect(run.takenFrom({ owner: a }, "1")).toMatchObject({ owner: b });
    expect(later.takenFrom({ owner: a }, "1")).toBeUndefined();
    run.recorded(spring, b, "1");
    for (const ledger of [run, later]) expect(ledger.takenFrom({ owner: b }, "1")).toMatchObject({ owner: a });
    run.recorded(spring, b, "1", { owner: b });
    const notes = machine.memory.notes.length;
    run.recorded(spring, b, "1", { owner: b });
    expect(machine.memory.notes).toHaveLength(notes);
    for (const ledger of [run, later]) expect(ledger.takenFrom({ owner: b }, "1")).toBeUndefined();
    expect(later.takenFrom({ owner: a }, "1")).toBeUndefined();
  });

  it("goes by an alias as any other: the mark of its own take-over tells it from one under its former name", () => {
    const machine = new Machine();
    const ledger = machine.ledger();
    ledger.held(spring, { owner: a, mark: "m" }, "1", false);
    ledger.recorded(spring, a, "1", { owner: b, mark: "m" }, "m");
    expect(recordedIn(machine)).toBe(0);
    ledger.held(spring, { owner: a, mark: "n" }, "1", false);
    ledger.recorded(spring, a, "1", { owner: b, mark: "m" }, "m");
    expect(recordedIn(machine)).toBe(1);
    expect(machine.memory.notes.at(-1)).toMatchObject({ owner: b, formerly: a, mark: "m" });
    expect(ledger.takenFrom({ owner: a, mark: "m" }, "1")).toBeUndefined();
    expect(ledger.takenFrom({ owner: a, mark: "n" }, "1")).toMatchObject({ owner: b });
    // Without an alias there is nothing to tell apart.
    ledger.held(autumn, { owner: b, mark: "m" }, "2", false);
    ledger.recorded(autumn, a, "2", { owner: a });
    expect(machine.memory.notes.at(-1)).toMatchObject({ step: "recorded", owner: a });
    expect(machine.memory.notes.at(-1)).not.toHaveProperty("formerly");
  });
});

describe("suspects", () => {
  const kind = { naturalKey: "name", keyOf: (live: Live) => keyOf(String(live.fields["name"])) };
  const live = (id: string | undefined, name: string): Live => ({ id, fields: { name } });

  it("are all that is new and not known to be somebody else's, whatever it is called", () => {
    const machine = new Machine();
    const ledger = machine.ledger();
    const begun = begin(ledger, spring, a, "|");
    machine.ledger().made(autumn, b, "2");
    ledger.run.hold("3", { owners: [b], mark: undefined, wants: undefined });
    const objects = [live("1", "SPRING"), live("2", "Autumn"), live("3", "Winter")];
    expect(ledger.suspects(begun, kind, objects)).toEqual([objects[0]]);
    ledger.made(spring, a, "1");
    ledger.run.release("3");
    expect(ledger.suspects(begun, kind, objects)).toEqual([objects[0], objects[2]]);
  });

  it("without an ID are not those that another resource goes by", () => {
    const ledger = new Machine().ledger();
    const begun = begin(ledger, spring, a, "|");
    begin(ledger, { unique: "Autumn", place: "", words: "" }, b, undefined);
    const objects = [live(undefined, "spring"), live(undefined, "Autumn"), live(undefined, "Winter")];
    expect(ledger.suspects(begun, kind, objects)).toEqual([objects[0], objects[2]]);
    ledger.made({ unique: "Winter", place: "", words: "" }, b, "9");
    expect(ledger.suspects(begun, kind, objects)).toEqual([objects[0]]);
  });

  it("without an ID are those of a name that the resource itself went by, or that anybody gave up", () => {
    const ledger = new Machine().ledger();
    const begun = begin(ledger, spring, a, "|");
    const named = (unique: string) => ({ unique, place: "", words: "" });
    ledger.made(named("Autumn"), a, "8");
    ledger.made(named("Winter"), b, "9");
    ledger.deleted(named("Winter"), b, "9");
    begin(ledger, named("Summer"), a, undefined);
    const objects = ["Autumn", "Winter", "Summer"].map((name) => live(undefined, name));
    expect(ledger.suspects(begun, kind, objects)).toEqual(objects);
  });

  it("without an ID are all of a name that another resource goes by, where there is more than one of it", () => {
    const ledger = new Machine().ledger();
    const begun = begin(ledger, spring, a, "|");
    begin(ledger, { unique: "A name", place: "", words: "" }, b, undefined);
    const objects = [live(undefined, "A name"), live(undefined, "A name")];
    expect(ledger.suspects(begun, kind, objects)).toEqual(objects);
  });

  it("are none where nobody knows what was there before", () => {
    const ledger = new Machine().ledger();
    expect(ledger.suspects(begin(ledger, spring, a, undefined), kind, [live("1", "x")])).toEqual([]);
  });
});

it("works alone on a name, in this process and on this machine, and leaves other names alone", async () => {
  const machine = new Machine();
  const [one, other] = [machine.ledger(), machine.ledger()];
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`${name} ends`);
  };
  const sleeping = { ...spring };
  await Promise.all([one.alone(sleeping, work("1")), one.alone(sleeping, work("2"))]);
  expect(events).toEqual(["1 begins", "1 ends", "2 begins", "2 ends"]);
  events.splice(0);
  await Promise.all([one.alone(spring, work("1")), other.alone(autumn, work("2"))]);
  expect(events.slice(0, 2)).toEqual(["1 begins", "2 begins"]);
});

it("works alone with an object, by whatever name, account and spelling of its ID, and leaves other objects alone", async () => {
  const machine = new Machine();
  const id = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
  const [one, other] = [machine.ledger(), machine.ledger("other")];
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`${name} ends`);
  };
  await Promise.all([
    one.aloneWith(spring, id, work("1")),
    other.alone(autumn, () => other.aloneWith(autumn, id.toUpperCase(), work("2"))),
  ]);
  expect(events).toEqual(["1 begins", "1 ends", "2 begins", "2 ends"]);
  events.splice(0);
  await Promise.all([one.aloneWith(spring, "1", work("1")), other.aloneWith(spring, "2", work("2"))]);
  expect(events.slice(0, 2)).toEqual(["1 begins", "2 begins"]);
});

/** A ledger whose store keeps nothing and locks nothing. */
const withoutStore = (
  lock: Store["lock"] = () => Promise.resolve(() => undefined),
  note: (text: string) => void = () => undefined,
): Ledger =>
  new Ledger({
    store: { news: () => [], add: () => undefined, lock, talk: () => ({ say: () => undefined, heard: () => [] }) },
    run: new Run(),
    account: "account",
    runName: "run",
    hasOthers: false,
    lateMs: 40_000,
    now: () => 0,
    note,
  });

it("says what it waits for where another run on this machine works on it", async () => {
  const told: string[] = [];
  const ledger = withoutStore(
    (_name, onWait) => {
      onWait();
      return Promise.resolve(() => undefined);
    },
    (text) => told.push(text),
  );
  await ledger.alone(spring, () => Promise.resolve());
  expect(told).toEqual(["Waiting for another run on this machine that is working on campaign Spring."]);
});

it("works alone on a name in this process also where no lock can be made, and after work that failed", async () => {
  const ledger = withoutStore();
  let inside = 0;
  const work = async (): Promise<void> => {
    expect(++inside).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
    throw new Error("it failed");
  };
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => ledger.alone(spring, work)));
  for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: new Error("it failed") });
});

it("does not believe that nothing was noted where the store gives nothing back", () => {
  const broken = withoutStore();
  begin(broken, spring, a, "census");
  expect(broken.recall(spring, b).begun).toHaveLength(1);
  broken.made(spring, a, "1");
  expect(broken.recall(spring, b)).toMatchObject({ id: "1", begun: [] });
});
