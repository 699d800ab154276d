/**
 * One run, several processes: one for each provider and front. An object belongs to one resource all the same, whatever the
 * order of the engine's calls. Accounts are told apart, also where the engine runs both at once.
 */
import type { Emulator } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { foresee } from "../../../provider/lifecycle/foresee";
import { wordedForRun } from "../../../provider/runtime/hints";
import { checked, contextFor, emulate, failureOf, leastOf, now, type TestContext } from "../../support/context";
import { create, deleteObject, diff, ownerOf, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const inputs = checked(kind, leastOf.Campaign);
const renamed = checked(kind, { ...leastOf.Campaign, name: "Old" });
const withIds = { campaignListIds: true, campaignReadIds: true } as const;
const [a, b] = [ownerOf("a"), ownerOf("b")];
const live = (emulator: Emulator) => emulator.dashboard.list("Campaign");
const writes = (emulator: Emulator) => emulator.requests.filter(({ method }) => method === "POST");
const wordsOfBoth = /the resource "a" of this program, and the resource "b" of this program declares the same campaign/;

let runs = 0;
/** A machine, and runs of two processes each. */
async function machine(): Promise<{
  readonly emulator: Emulator;
  readonly run: () => readonly [TestContext, TestContext];
}> {
  const emulator = await emulate({ personality: withIds });
  const memory = emptyMemory();
  return {
    emulator,
    run: () => {
      const run = `run of several ${++runs}`;
      return [contextFor(emulator, { memory, run }), contextFor(emulator, { memory, run })];
    },
  };
}

/** What an object is, made by a run before. */
async function existing() {
  const { emulator, run } = await machine();
  const made = await create(run()[0], kind, inputs, a);
  emulator.clearRequests();
  return { emulator, run, ...made };
}

it("fails the create of what another process's resource has, whoever speaks first", async () => {
  const { emulator, run, id, state } = await existing();
  for (const speaksLate of [false, true]) {
    const [first, second] = run();
    const speak = () => diff(first, kind, id, state, inputs, a);
    if (!speaksLate) expect(speak().changes).toBe(false);
    second.ledger.run.noteActivity(second.now());
    const creating = failureOf(create(second, kind, inputs, b));
    if (speaksLate) speak();
    expect((await creating).message).toMatch(wordsOfBoth);
  }
  expect(live(emulator)).toMatchObject([{ id }]);
  expect(writes(emulator)).toEqual([]);
});

it("says so in a preview already, unless the object is given up", async () => {
  const { run, id, state } = await existing();
  const [first, second] = run();
  diff(first, kind, id, state, inputs, a);
  const foreseen = await foresee(second, kind, inputs, b);
  expect(foreseen?.what).toBe("refused");
  expect(wordedForRun(foreseen?.text ?? "")).toMatch(wordsOfBoth);
  diff(first, kind, id, state, renamed, a);
  expect(await foresee(second, kind, inputs, b)).toBeUndefined();
});

it("waits with a take-over for as long as another process is asked about resources", async () => {
  const { emulator, run, id, state } = await existing();
  const [first, second] = run();
  second.ledger.run.noteActivity(second.now());
  const began = now();
  let hasSpoken = false;
  const sleep = (ms: number): Promise<void> => {
    if (now() - began < 2_000) first.ledger.run.noteActivity(first.now());
    else if (!hasSpoken) hasSpoken = !diff(first, kind, id, state, inputs, a).changes;
    return second.sleep(ms);
  };
  expect((await failureOf(create({ ...second, sleep }, kind, inputs, b))).message).toMatch(wordsOfBoth);
  expect(writes(emulator)).toEqual([]);
});

it("tells of two that both have it, in each run, whoever is compared first", async () => {
  const { emulator, run, id, state } = await existing();
  const taken = await create(run()[1], kind, inputs, b);
  emulator.clearRequests();
  const both = [[state, a] as const, [taken.state, b] as const];
  for (const sides of [both, both.toReversed()]) {
    const processes = run();
    const results = sides.map(([known, owner], index) =>
      diff(processes[index] as TestContext, kind, id, known, inputs, owner),
    );
    expect(results.map(({ changes }) => changes)).toEqual([false, true]);
    const [known = {}, owner] = sides[1] ?? [];
    const { message } = await failureOf(update(processes[1], kind, id, known, inputs, owner));
    expect(message).toContain("take one of the two out and run again");
  }
  expect(writes(emulator)).toEqual([]);
});

it("writes nothing where two of them edit the one object that both have", async () => {
  const { emulator, run, id, state } = await existing();
  const [first, second] = run();
  const taken = await create(run()[1], kind, inputs, b);
  const edited = [1, 2].map((index) => checked(kind, { ...leastOf.Campaign, notes: `edited ${index}` }));
  diff(first, kind, id, state, edited[0] ?? {}, a);
  diff(second, kind, id, taken.state, edited[1] ?? {}, b);
  emulator.clearRequests();
  expect((await failureOf(update(second, kind, id, taken.state, edited[1] ?? {}, b))).message).toMatch(wordsOfBoth);
  expect((await failureOf(update(first, kind, id, state, edited[0] ?? {}, a))).message).toMatch(/"b".*"a"/);
  expect(writes(emulator)).toEqual([]);
});

it("is not written to where the other speaks at the very moment of the take-over", async () => {
  const { emulator, run, id, state } = await existing();
  const [first, second] = run();
  const hold = second.ledger.run.hold.bind(second.ledger.run);
  jest.spyOn(second.ledger.run, "hold").mockImplementationOnce((...held) => {
    expect(diff(first, kind, id, state, inputs, a).changes).toBe(false);
    hold(...held);
  });
  const other = checked(kind, { ...leastOf.Campaign, notes: "other", adopt: true });
  expect((await failureOf(create(second, kind, other, b))).message).toMatch(wordsOfBoth);
  expect(writes(emulator)).toEqual([]);
});

it("is told of at the one that took it over, where the other speaks while it is written", async () => {
  const { run, id, state } = await existing();
  const [first, second] = run();
  const { client } = second;
  const other = checked(kind, { ...leastOf.Campaign, notes: "other", adopt: true });
  const send: typeof client.send = (...request) => {
    if (request[1] === "update") expect(diff(first, kind, id, state, inputs, a).changes).toBe(true);
    return client.send(...request);
  };
  const spying = { ...second, client: { ...client, list: client.list.bind(client), send } };
  const { message } = await failureOf(create(spying, kind, other, b));
  expect(message).toMatch(wordsOfBoth);
  expect(message).toContain("look at what there is now");
});

it("ends with two right objects where one is renamed, and the other made under its old name", async () => {
  const { emulator, run, id, state } = await existing();
  const [first, second] = run();
  expect(diff(first, kind, id, state, renamed, a).changes).toBe(true);
  second.ledger.run.noteActivity(second.now());
  const creating = create(second, kind, inputs, b);
  await update(first, kind, id, state, renamed, a);
  const made = await creating;
  expect(made.id).not.toBe(id);
  expect(live(emulator)).toMatchObject([
    { id, name: "Old" },
    { id: made.id, name: "Spring renewals" },
  ]);
});

it("fails where the rename that the create waits for does not come", async () => {
  const { emulator, run, id, state } = await existing();
  const [first, second] = run();
  diff(first, kind, id, state, renamed, a);
  const { message } = await failureOf(create(second, kind, inputs, b));
  expect(message).toContain("which was to be renamed in this run and was not");
  expect(live(emulator)).toHaveLength(1);
});

it("takes over what the old resource has that left the program, and its delete leaves it alone", async () => {
  const { emulator, run, id, state } = await existing();
  const [first, second] = run();
  const taken = await create(second, kind, inputs, b);
  expect(taken.id).toBe(id);
  await deleteObject(first, kind, id, state, a);
  expect(live(emulator)).toMatchObject([{ id }]);
  expect(first.notes.join()).toContain('the resource "b" of this program holds it now');
});

it("does not give two objects one name", async () => {
  const { emulator, run, id, state } = await existing();
  const old = await create(run()[0], kind, renamed, b);
  const [first, second] = run();
  diff(first, kind, id, state, inputs, a);
  diff(second, kind, old.id, old.state, inputs, b);
  expect((await failureOf(update(second, kind, old.id, old.state, inputs, b))).message).toMatch(wordsOfBoth);
  expect(live(emulator).map(({ name }) => name)).toEqual(["Spring renewals", "Old"]);
});

it("keeps two accounts apart: one name in each, made, renamed and deleted in one run", async () => {
  const emulator = await emulate({ personality: withIds, accounts: ["south"] });
  const memory = emptyMemory();
  const of = (run: string) =>
    ["north", "south"].map((each) =>
      contextFor({ url: emulator.url, token: each === "south" ? each : emulator.token }, { memory, run }),
    ) as unknown as readonly [TestContext, TestContext];
  const [north, south] = of("run of two accounts 1");
  const [one, other] = await Promise.all([create(north, kind, inputs, a), create(south, kind, inputs, b)]);
  expect(one.id).not.toBe(other.id);
  const [later, beside] = of("run of two accounts 2");
  diff(later, kind, one.id, one.state, renamed, a);
  diff(beside, kind, other.id, other.state, renamed, b);
  await Promise.all([
    update(later, kind, one.id, one.state, renamed, a),
    update(beside, kind, other.id, other.state, renamed, b),
  ]);
  for (const token of [emulator.token, "south"])
    expect(emulator.account(token).dashboard.list("Campaign")).toMatchObject([{ name: "Old" }]);
});
