/** What one process has heard and done in a run, and how long it waits for what may still come. */
import { Run } from "../../../provider/ledger/run";
import { ownerOf } from "../../support/lifecycle";
import { emptyMemory, memoryStore } from "../../support/memoryStore";

const [a, b, c] = [ownerOf("a"), ownerOf("b"), ownerOf("c")];

/** A clock that is moved on by who sleeps, and what happens at some times. */
function clock(events: Readonly<Record<number, () => void>> = {}) {
  let time = 0;
  return {
    now: () => time,
    sleep: async (ms: number) => {
      const until = time + ms;
      for (const [at, event] of Object.entries(events)) if (Number(at) > time && Number(at) <= until) event();
      time = until;
      await Promise.resolve();
    },
  };
}

const claimOf = (owner: string, more: object = {}) => ({
  id: "1",
  owner,
  formerOwner: owner,
  mark: undefined,
  wants: "spring",
  isAsked: false,
  ...more,
});

describe("claims", () => {
  it("go to who spoke first; a second one is a rival for whoever asks, but for itself", () => {
    const run = new Run();
    expect(run.claim(claimOf(a, { isAsked: true }))).toBe(false);
    expect(run.claim(claimOf(b))).toBe(true);
    expect(run.holders.of("1")).toEqual({ owners: [a, a], mark: undefined, wants: "spring" });
    expect(run.rivalOf({ owner: a }, "1")).toMatchObject({ owners: [b, b] });
    expect(run.rivalOf({ owner: b }, "1")).toMatchObject({ owners: [a, a] });
    expect(run.rivalOf({ owner: a }, "2")).toBeUndefined();
    expect(run.isAsked("1")).toBe(true);
    run.release("1");
    expect(run.rivalOf({ owner: a }, "1")).toMatchObject({ owners: [b, b] });
    expect(run.rivalOf({ owner: b }, "1")).toBeUndefined();
  });

  it("of a second one do not make an object the program's own", () => {
    const run = new Run();
    run.claim(claimOf(a));
    run.claim(claimOf(b, { isAsked: true }));
    expect(run.isAsked("1")).toBe(false);
  });

  it("are no dispute where one of the two gives the object up", () => {
    for (const [first, second] of [
      [undefined, "spring"],
      ["spring", undefined],
    ]) {
      const run = new Run();
      run.claim(claimOf(a, { wants: first }));
      expect(run.claim(claimOf(b, { wants: second }))).toBe(false);
    }
  });

  it("of one state under two names are one resource's; one who took its object over is another", () => {
    const run = new Run();
    run.claim(claimOf(a));
    expect(run.claim(claimOf(b, { formerOwner: a }))).toBe(false);
    expect(run.rivalOf({ owner: b }, "1")).toBeUndefined();
    const taken = new Run();
    taken.hold("1", { owners: [a], mark: undefined, wants: "spring" });
    expect(taken.claim(claimOf(b, { formerOwner: a }))).toBe(true);
  });

  it("by one resource twice leave no rival", () => {
    const run = new Run();
    run.claim(claimOf(a));
    expect(run.claim(claimOf(a, { wants: "autumn" }))).toBe(false);
    expect(run.rivalOf({ owner: a }, "1")).toBeUndefined();
    expect(run.isWanted("autumn")).toBe(true);
    expect(run.isWanted("spring")).toBe(false);
    expect(run.rivalOf({ owner: c }, "1")).toMatchObject({ wants: "autumn" });
  });
});

describe("objects that are removed", () => {
  it("are gone from the name they had, and when deleted from all names, and nobody holds them", () => {
    const run = new Run();
    run.hold("1", { owners: [a], mark: undefined, wants: "spring" });
    run.gaveUp("spring", "1");
    expect(run.isGone("spring", "1")).toBe(true);
    expect(run.isGone("autumn", "1")).toBe(false);
    expect(run.holders.of("1")).toBeDefined();
    run.took("spring", "1");
    expect(run.isGone("spring", "1")).toBe(false);
    run.deleted("spring", "1");
    expect(run.isGone("autumn", "1")).toBe(true);
    expect([...run.removed("spring")]).toEqual(["1"]);
    expect([...run.removed("autumn")]).toEqual([]);
    expect(run.holders.of("1")).toBeUndefined();
    run.gaveUp("spring", "2");
    expect([...run.removed("spring")]).toEqual(["1", "2"]);
  });

  it("by being left where they are belong to nobody", () => {
    const run = new Run();
    run.hold("1", { owners: [a], mark: undefined, wants: "spring" });
    run.release("1");
    expect(run.holders.of("1")).toBeUndefined();
    expect(run.isGone("spring", "1")).toBe(false);
  });
});

describe("a wait until all have spoken", () => {
  it("ends half a second after the last word, and at once where none was said", async () => {
    const silent = clock();
    await new Run().quiet(silent);
    expect(silent.now()).toBe(0);
    const run = new Run();
    run.noteActivity(0);
    const time = clock({ 400: () => run.noteActivity(400) });
    await run.quiet(time);
    expect(time.now()).toBe(900);
  });
});

describe("a wait for what another resource does", () => {
  it("ends when it is done", async () => {
    const run = new Run();
    let isDone = false;
    const time = clock({ 5_000: () => (isDone = true) });
    expect(await run.working(() => run.waitFor(() => isDone, time))).toBe(true);
    expect(time.now()).toBe(5_000);
    expect(await run.working(() => run.waitFor(() => true, time))).toBe(true);
    expect(time.now()).toBe(5_000);
  });

  it("is given up twenty seconds after nothing is heard, done or under way any more", async () => {
    const run = new Run();
    const time = clock();
    expect(await run.working(() => run.waitFor(() => false, time))).toBe(false);
    expect(time.now()).toBe(20_100);
  });

  const busy = async (run: Run, time: ReturnType<typeof clock>): Promise<void> =>
    run.working(async () => {
      // What waited before works on all the same.
      await run.waitFor(() => true, time);
      while (time.now() < 30_000) await new Promise((resolve) => setImmediate(resolve));
    });

  it.each<[string, (run: Run) => void]>([
    ["a word", (run) => run.noteActivity(10_000)],
    ["an object that is held", (run) => run.hold("1", { owners: [a], mark: undefined, wants: undefined })],
    ["one that is left alone", (run) => run.release("1")],
    ["one that is renamed", (run) => run.gaveUp("spring", "1")],
    ["work that ends", (run) => void run.working(() => Promise.resolve())],
  ])("begins anew with %s", async (_title, happens) => {
    const run = new Run();
    const time = clock({ 10_000: () => happens(run) });
    expect(await run.working(() => run.waitFor(() => false, time))).toBe(false);
    expect(time.now()).toBeGreaterThanOrEqual(30_000);
    expect(time.now()).toBeLessThan(31_000);
  });

  it("goes on while others work, but not for the sake of others that wait as well", async () => {
    const run = new Run();
    const time = clock();
    const slow = { now: time.now, sleep: (ms: number) => time.sleep(ms).then(() => new Promise<void>(setImmediate)) };
    const [first] = await Promise.all([run.working(() => run.waitFor(() => false, slow)), busy(run, time)]);
    expect(first).toBe(false);
    expect(time.now()).toBeGreaterThan(49_000);
    const again = new Run();
    const later = clock();
    const both = [1, 2].map(() => again.working(() => again.waitFor(() => false, later)));
    expect(await Promise.all(both)).toEqual([false, false]);
    // One after the other: that the first gave up is news to the second.
    expect(later.now()).toBeLessThan(45_000);
  });
});

it("works on a name in turn, also where more comes while a second one works", async () => {
  const run = new Run();
  const events: string[] = [];
  const work = (name: string) =>
    run.inTurn("spring", async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${name} ends`);
    });
  const [first, second] = [work("1"), work("2")];
  await first;
  await Promise.all([second, work("3")]);
  expect(events).toEqual(["1", "2", "3"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

it("knows a name that is being worked on, and forgets it after", async () => {
  const run = new Run();
  const seen = await run.inTurn("spring", () => Promise.resolve(run.isWanted("spring")));
  expect([seen, run.isWanted("spring"), run.isWanted("autumn")]).toEqual([true, false, false]);
});

it("keeps what states say of creates without a clear outcome, and what the program expects of them", () => {
  const run = new Run();
  const begun = { key: "spring", owner: a, at: 1, before: undefined, done: false };
  run.carry(begun);
  run.expect("spring", "autumn");
  expect(run.carried).toEqual([begun]);
  expect(run.expectedAs("spring")).toBe("autumn");
  expect(run.expectedAs("autumn")).toBeUndefined();
});

describe("several processes of one run", () => {
  /** Processes of one run, each of an account. */
  function processes(...accounts: readonly string[]): readonly Run[] {
    const memory = emptyMemory();
    return accounts.map((account) => {
      const run = new Run();
      run.join(memoryStore({ memory, sleep: () => Promise.resolve() }).talk("run", run.process), account);
      return run;
    });
  }
  const pair = (...accounts: readonly [string, string]): readonly [Run, Run] =>
    processes(...accounts) as unknown as readonly [Run, Run];

  it("know of each other's claims: the first holds the object, and the second one is told so", () => {
    const [one, other] = pair("x", "x");
    expect(one.claim(claimOf(a))).toBe(false);
    expect(other.claim(claimOf(b))).toBe(true);
    for (const run of [one, other]) {
      expect(run.rivalOf({ owner: a }, "1")).toMatchObject({ owners: [b, b] });
      expect(run.rivalOf({ owner: b }, "1")).toMatchObject({ owners: [a, a] });
    }
    expect(other.isWanted("spring")).toBe(true);
  });

  it("know of what was said before they knew of each other", () => {
    const early = new Run();
    early.claim(claimOf(a));
    const talk = memoryStore({ memory: emptyMemory(), sleep: () => Promise.resolve() }).talk("run", early.process);
    const said = jest.spyOn(talk, "say");
    early.join(talk, "x");
    expect(said.mock.calls.map(([word]) => word)).toMatchObject([{ step: "claim", id: "1", owner: a, account: "x" }]);
  });

  it("know of what is taken over, renamed, left and deleted elsewhere", () => {
    const [one, other] = pair("x", "x");
    one.hold("1", { owners: [a], mark: "m", wants: "spring" });
    expect(other.holders.whoWants("spring", { owner: b })).toMatchObject({ owners: [a, undefined] });
    one.gaveUp("spring", "1");
    expect(other.isGone("spring", "1")).toBe(true);
    expect(other.hasRemoved).toBe(true);
    one.took("spring", "1");
    expect(other.isGone("spring", "1")).toBe(false);
    one.release("1");
    expect(other.holders.of("1")).toBeUndefined();
    one.hold("1", { owners: [a], mark: undefined, wants: "spring" });
    one.deleted("spring", "1");
    expect(other.holders.of("1")).toBeUndefined();
    expect(other.isGone("autumn", "1")).toBe(true);
    expect([...other.removed("spring")]).toEqual(["1"]);
  });

  it("do not lose what they hold themselves: who takes it over elsewhere is a rival", () => {
    const [one, other] = pair("x", "x");
    other.hold("1", { owners: [b], mark: "b", wants: "spring" });
    one.hold("1", { owners: [a], mark: "a", wants: "spring" });
    expect(other.holders.of("1")).toMatchObject({ owners: [b] });
    expect(other.rivalOf({ owner: b }, "1")).toMatchObject({ owners: [a, undefined] });
  });

  it("of two accounts share objects, and no names", () => {
    const [one, other] = pair("x", "y");
    one.claim(claimOf(a));
    one.gaveUp("autumn", "2");
    one.carry({ key: "spring", owner: a, at: 1, before: undefined, done: false });
    expect(other.isWanted("spring")).toBe(false);
    expect(other.hasRemoved).toBe(false);
    expect(other.carried).toEqual([]);
    // The same object is in the same account, whatever the token.
    expect(other.rivalOf({ owner: b }, "1")).toMatchObject({ owners: [a, a], wants: "spring" });
    expect(other.isGone("autumn", "2")).toBe(true);
    one.took("autumn", "2");
    one.deleted("spring", "1");
    expect([other.isGone("autumn", "2"), other.isGone("spring", "1")]).toEqual([false, true]);
  });

  it("know of each other's creates without a clear outcome", () => {
    const [one, other] = pair("x", "x");
    const begun = { key: "spring", owner: a, at: 1, before: "census", sent: "name:x", done: true };
    one.carry(begun);
    expect(other.carried).toMatchObject([begun]);
  });

  it("wait until none has said anything for half a second", async () => {
    const [one, other] = pair("x", "x");
    other.noteActivity(0);
    const time = clock({ 300: () => one.noteActivity(300), 700: () => one.claim(claimOf(a)) });
    await other.quiet(time);
    expect(time.now()).toBeGreaterThanOrEqual(1_200);
    expect(time.now()).toBeLessThanOrEqual(1_500);
  });

  it("do not say of each resource that there is something to come", () => {
    const memory = emptyMemory();
    const run = new Run();
    run.join(memoryStore({ memory, sleep: () => Promise.resolve() }).talk("run", run.process), "x");
    for (let at = 0; at < 1_000; at++) run.noteActivity(at);
    expect(memory.words).toHaveLength(10);
  });

  it("wait for what another one does, and for as long as it works", async () => {
    const [one, other] = pair("x", "x");
    one.claim(claimOf(a, { wants: "old" }));
    const time = clock({ 15_000: () => one.noteActivity(15_000), 30_000: () => one.gaveUp("spring", "1") });
    expect(await other.working(() => other.waitFor(() => other.isGone("spring", "1"), time))).toBe(true);
    expect(time.now()).toBe(30_000);
  });

  it("say from time to time that they work", async () => {
    jest.useFakeTimers();
    try {
      const [one, other] = pair("x", "x");
      let end = (): void => undefined;
      const work = one.working(() => new Promise<void>((done) => (end = done)));
      await jest.advanceTimersByTimeAsync(5_000);
      const time = clock();
      // What was heard counts from then.
      await other.quiet(time);
      expect(time.now()).toBe(500);
      end();
      await work;
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
