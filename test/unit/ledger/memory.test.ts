/** What the notes of all runs add up to: for each name, and for each object. */
import { Memory } from "../../../provider/ledger/memory";
import type { Note } from "../../../provider/ledger/notes";
import { ownerOf } from "../../support/lifecycle";

const [a, b] = [ownerOf("a"), ownerOf("b")];
const at = { key: "spring", account: "mine", at: 1 };
const asker = { account: "mine", owner: a };
const nobody = { account: "mine", owner: undefined };

const begunBy = (owner?: string, more: object = {}): Note => ({
  step: "begun",
  ...at,
  ...(owner === undefined ? {} : { owner }),
  ...more,
});
const endedBy = (owner?: string): Note => ({ step: "ended", ...at, ...(owner === undefined ? {} : { owner }) });
const made = (id: string, owner = a) => ({ step: "made", ...at, owner, id, run: "run" }) as const;
const held = (id: string, owner = a) =>
  ({ step: "held", ...at, owner, id, run: "run", asked: false, mark: "m" }) as const;
const recorded = (id: string, run?: string) =>
  ({ step: "recorded", ...at, owner: a, id, ...(run === undefined ? {} : { run }) }) as const;
const named = (id: string) => ({ step: "named", ...at, owner: a, id }) as const;
const gone = (id: string) => ({ step: "gone", ...at, owner: a, id }) as const;

function memoryOf(...notes: readonly Note[]): Memory {
  const memory = new Memory();
  for (const note of notes) memory.learn(note);
  return memory;
}

const ownersIn = (memory: Memory): (string | undefined)[] => memory.begun("spring", nobody).map(({ owner }) => owner);

it("knows nothing of what was never noted", () => {
  const memory = memoryOf();
  expect(memory.begun("spring", asker)).toEqual([]);
  expect(memory.begunBy(a)).toEqual([]);
  expect(memory.last("spring", asker)).toBeUndefined();
  expect(memory.object("1")).toEqual({ isRecorded: false, writes: new Map(), underWay: new Map(), imports: new Map() });
  expect(memory.unrecorded(a)).toEqual([]);
  expect(memory.knowsList("l")).toBe(false);
});

describe("a create that was begun", () => {
  it("is known with all that was noted of it, and with what the list showed before", () => {
    const list: Note = { step: "list", list: "l", census: "abcdefgh|", at: 0 };
    const memory = memoryOf(list, begunBy(a, { list: "l", sent: "s", done: true, at: 7 }));
    expect(memory.knowsList("l")).toBe(true);
    expect(memory.begun("spring", asker)).toEqual([
      { key: "spring", account: "mine", owner: a, at: 7, before: "abcdefgh|", sent: "s", done: true },
    ]);
  });

  it("is not done, and nobody knows what was there before, where nothing is said of it", () => {
    const one = { key: "spring", account: "mine", owner: a, at: 1, before: undefined, sent: undefined, done: false };
    expect(memoryOf(begunBy(a)).begun("spring", asker)).toEqual([one]);
    expect(memoryOf(begunBy(a, { list: "of a file that is gone" })).begun("spring", asker)).toEqual([one]);
  });

  it("is one for each owner, as it was noted last, and ends for its owner alone", () => {
    const all = [begunBy(a), begunBy(b), begunBy(), begunBy(a, { at: 2 })];
    expect(ownersIn(memoryOf(...all))).toEqual([b, undefined, a]);
    expect(memoryOf(...all).begunBy(a)).toMatchObject([{ at: 2 }]);
    expect(ownersIn(memoryOf(...all, endedBy(a)))).toEqual([b, undefined]);
    expect(ownersIn(memoryOf(...all, endedBy()))).toEqual([b, a]);
    expect(memoryOf(...all, endedBy(a)).begunBy(a)).toEqual([]);
    expect(memoryOf(...all, endedBy(a)).begunBy(b)).toHaveLength(1);
  });

  it("under several names is known to its owner under each", () => {
    const memory = memoryOf(begunBy(a), begunBy(a, { key: "autumn" }), begunBy(b, { key: "winter" }));
    expect(memory.begunBy(a).map(({ key }) => key)).toEqual(["spring", "autumn"]);
  });

  it("in another account is only known to its owner: nobody is the owner of what has none", () => {
    const memory = memoryOf(begunBy(a, { account: "theirs" }), begunBy(undefined, { account: "theirs" }));
    expect(memory.begun("spring", asker)).toMatchObject([{ owner: a }]);
    expect(memory.begun("spring", nobody)).toEqual([]);
    expect(memory.begun("spring", { account: "theirs", owner: b })).toHaveLength(2);
  });

  it("ends for all when an object of that name was made, and for who took one over", () => {
    const all = [begunBy(a), begunBy(b)];
    expect(ownersIn(memoryOf(...all, made("1", b)))).toEqual([]);
    expect(memoryOf(...all, made("1", b)).begunBy(a)).toEqual([]);
    expect(ownersIn(memoryOf(...all, held("1")))).toEqual([b]);
    expect(ownersIn(memoryOf(...all, named("1"), gone("1")))).toEqual([a, b]);
  });
});

describe("a name", () => {
  it("is that of the object which last took it", () => {
    for (const note of [made("2"), held("2"), named("2")])
      expect(memoryOf(made("1"), note).last("spring", asker)).toBe(note);
    expect(memoryOf(made("1")).last("autumn", asker)).toBeUndefined();
    expect(memoryOf(made("1")).last("spring", { account: "theirs", owner: a })).toBeUndefined();
  });

  it("is given up by the object that has it, and by no other", () => {
    for (const before of [[], [made("1")], [held("1")], [named("1")]])
      expect(memoryOf(...before, gone("1")).last("spring", asker)).toEqual(gone("1"));
    expect(memoryOf(made("1"), made("2"), gone("1")).last("spring", asker)).toEqual(made("2"));
  });
});

describe("an object", () => {
  it("has a maker, who holds it until another one does", () => {
    expect(memoryOf(made("1", b)).object("1")).toMatchObject({ maker: made("1", b), holder: made("1", b) });
    expect(memoryOf(made("1", b), held("1")).object("1")).toMatchObject({ maker: made("1", b), holder: held("1") });
    expect(memoryOf(held("1"), made("1", b)).object("1")).toMatchObject({ maker: made("1", b), holder: made("1", b) });
  });

  it("that was there already has a holder and no maker", () => {
    expect(memoryOf(held("1")).object("1")).toEqual({
      holder: held("1"),
      isRecorded: false,
      writes: new Map(),
      underWay: new Map(),
      imports: new Map(),
    });
    expect(memoryOf(made("2"), named("1")).object("1")).toEqual({
      isRecorded: false,
      writes: new Map(),
      underWay: new Map(),
      imports: new Map(),
    });
  });

  it("that was made is its maker's to record, with what was sent of it, until a state is seen to hold it", () => {
    const all = [begunBy(b, { sent: "theirs" }), begunBy(a, { sent: "s" }), made("1")];
    expect(memoryOf(...all).unrecorded(a)).toEqual(["1"]);
    expect(memoryOf(...all).unrecorded(b)).toEqual([]);
    expect(memoryOf(...all).object("1")).toMatchObject({ isRecorded: false, sent: "s" });
    expect(memoryOf(...all, recorded("1")).unrecorded(a)).toEqual([]);
    expect(memoryOf(...all, recorded("1")).object("1")).toEqual({
      maker: made("1"),
      holder: made("1"),
      isRecorded: true,
      writes: new Map(),
      underWay: new Map(),
      imports: new Map(),
    });
    expect(memoryOf(...all, recorded("1"), made("1")).unrecorded(a)).toEqual(["1"]);
  });

  it("has updates under way of each process whose last one was not answered", () => {
    const step = { key: "spring", account: "x", id: "1" };
    const wrote = (process: string, at: number): Note => ({ step: "wrote", ...step, process, at });
    const answered = (process: string): Note => ({ step: "answered", ...step, process, at: 9 });
    const left = (...notes: Note[]): unknown[] => [...memoryOf(made("1"), ...notes).object("1").underWay];
    expect(left(wrote("x", 1), wrote("y", 2), answered("x"))).toEqual([["y", 2]]);
    expect(left(wrote("x", 1), answered("x"), wrote("x", 3))).toEqual([["x", 3]]);
    expect(left(answered("x"))).toEqual([]);
  });

  it("keeps what was written last of what a state has, whatever is written beside", () => {
    const note = { step: "wrote", key: "spring", account: "x", id: "1", process: "x", at: 1 } as const;
    const { wrote } = memoryOf({ ...note, owner: "me", from: "f", to: "t" }, { ...note, owner: "you" }).object("1");
    expect(wrote).toEqual({ owner: "me", from: "f", to: "t" });
  });

  it("is nobody's to record once it is gone, or another one has it", () => {
    expect(memoryOf(made("1"), made("2"), gone("1")).unrecorded(a)).toEqual(["2"]);
    expect(memoryOf(made("1"), held("1", b)).unrecorded(a)).toEqual([]);
    expect(memoryOf(made("1"), held("1", a)).unrecorded(a)).toEqual(["1"]);
    expect(memoryOf(made("1"), made("1", b)).unrecorded(a)).toEqual([]);
  });

  it("that was imported was so by no mere preview, once a state was seen to have the mark of that", () => {
    const imported = { ...held("1", b), isImport: true };
    const holderOf = (...notes: Note[]): unknown => memoryOf(made("1"), ...notes).object("1").holder;
    expect(holderOf(imported)).toEqual(imported);
    expect(holderOf(imported, { ...recorded("1"), mark: "m" })).toEqual(held("1", b));
    expect(holderOf(imported, { ...recorded("1"), mark: "n" })).toEqual(imported);
    expect(holderOf(imported, recorded("1"))).toEqual(imported);
    expect(holderOf({ ...recorded("1", "run"), mark: "m" }, { ...recorded("1"), mark: "m" })).toMatchObject({
      run: "run",
    });
    expect(memoryOf({ ...recorded("1"), mark: "m" }).object("1").holder).toBeUndefined();
  });

  it("is held by whoever declares it last", () => {
    const declared = recorded("1", "run");
    expect(memoryOf(made("1"), held("1", b), recorded("1")).object("1").holder).toEqual(held("1", b));
    expect(memoryOf(made("1"), held("1", b), declared).object("1").holder).toEqual(declared);
  });
});
