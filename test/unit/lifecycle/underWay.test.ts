/** An update that another run sent and that has no answer: what is done while it may still come. */
import { CallabError } from "../../../provider/api/errors";
import { routesWith } from "../../../provider/api/routes";
import { kinds } from "../../../provider/kinds";
import { deleteObject } from "../../../provider/lifecycle/delete";
import { identify } from "../../../provider/lifecycle/identity";
import { pauseNow } from "../../../provider/lifecycle/stop";
import { noneUnderWay } from "../../../provider/lifecycle/underWay";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, diff, ownerOf, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";

const kind = kinds.Campaign;
const owner = ownerOf("a");

/** A campaign that calls, and an update that sets it calling again, sent by a run that was killed. */
async function stage(declared: object = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, newCampaignStatus: "active" } });
  const memory = emptyMemory();
  const inputs = checked(kind, { ...leastOf.Campaign, ...declared });
  const { id, state } = await create(contextFor(emulator, { memory }), kind, inputs, owner);
  const killed = contextFor(emulator, { memory });
  const identity = identify(killed, kind, state);
  killed.ledger.writing(identity, owner, id, undefined);
  const status = (): unknown => emulator.dashboard.get("Campaign", id)?.["status"];
  /** A run during which the update comes after so many milliseconds of waiting. */
  const run = (comesAfter: number, configuration: Readonly<Record<string, string>> = {}): TestContext => {
    const context = contextFor(emulator, { memory, configuration });
    let left = comesAfter;
    const sleep = async (ms: number): Promise<void> => {
      await context.sleep(ms);
      if (left > 0 && (left -= ms) <= 0) emulator.dashboard.change("Campaign", id, { status: "active" });
    };
    return { ...context, sleep };
  };
  return { emulator, memory, id, state, identity, inputs, killed, status, run };
}

it("is waited for before an edit is written", async () => {
  const { run, id, state, inputs, status } = await stage();
  const context = run(20_000);
  await update(context, kind, id, state, { ...inputs, desiredStatus: "paused" }, owner);
  expect(status()).toBe("paused");
  expect(context.notes.join()).toMatch(/An update of campaign "Spring renewals".*another run sent was not answered/);
});

it("is waited for also where the edit is for the state alone", async () => {
  const { run, id, state, inputs, status } = await stage({ desiredStatus: "active" });
  const context = run(20_000);
  const after = await update(context, kind, id, state, { ...inputs, deletionPolicy: "pause" }, owner);
  expect(after["deletionPolicy"]).toBe("pause");
  expect(context.notes.join()).toContain("was not answered");
  expect(status()).toBe("active");
  expect(diff(run(0), kind, id, after, { ...inputs, deletionPolicy: "pause" }, owner).changes).toBe(false);
});

it("does not hold back an emergency stop, which pauses at once and looks again when it can come no more", async () => {
  const { run, id, state, status } = await stage({ desiredStatus: "active" });
  const context = run(20_000, { pauseAll: "true" });
  let first: unknown;
  const sleep = (ms: number): Promise<void> => {
    first ??= status();
    return context.sleep(ms);
  };
  await pauseNow({ ...context, sleep }, kind, id, state, owner);
  expect(first).toBe("paused");
  expect(status()).toBe("paused");
});

it("does not set a campaign calling that was paused and left", async () => {
  const { run, id, state, status } = await stage({ desiredStatus: "active", deletionPolicy: "pause" });
  await deleteObject(run(20_000), kind, id, state, owner);
  expect(status()).toBe("paused");
});

it("is waited for no longer than until it is answered, and not at all by the run that sent it", async () => {
  const { run, killed, identity, id } = await stage();
  expect(await noneUnderWay(killed, identity, id)).toBe(false);
  const context = run(0);
  let slept = 0;
  const sleep = async (ms: number): Promise<void> => {
    await context.sleep(ms);
    if ((slept += ms) >= 5_000) killed.ledger.answered(identity, id);
  };
  expect(await noneUnderWay({ ...context, sleep }, identity, id)).toBe(true);
  expect(slept).toBe(5_000);
  expect(await noneUnderWay(context, identity, id)).toBe(false);
});

it("is waited for as long as a create, and once, whatever the clock said when it was sent", async () => {
  const { run, memory, identity, id } = await stage();
  const note = memory.notes.pop();
  if (note?.step !== "wrote") throw new Error("what was sent is not the last note");
  memory.notes.push({ ...note, at: note.at + 24 * 3_600_000 });
  const context = run(0);
  const began = context.now();
  expect(await noneUnderWay(context, identity, id)).toBe(true);
  const waited = context.now() - began;
  expect(Math.round(waited / 1_000)).toBe(context.patience.interruptedMs / 1_000);
  expect(await noneUnderWay(run(0), identity, id)).toBe(false);
});

it("comes to an update also where the program has nothing to change, until it can come no more", async () => {
  const { run, id, state, inputs, status } = await stage({ desiredStatus: "paused" });
  const context = run(20_000);
  expect(diff(context, kind, id, state, inputs, owner).changes).toBe(true);
  // Whose doing it was is not known, since what it changed was not noted.
  expect((await failureOf(update(context, kind, id, state, inputs, owner))).message).toContain("Nothing was written");
  expect(status()).toBe("active");
  expect(diff(run(0), kind, id, state, inputs, owner).changes).toBe(false);
});

it("does not set a campaign calling whose delete was refused: it is paused again", async () => {
  const { run, emulator, id, state, status } = await stage({ desiredStatus: "active" });
  emulator.addFault({ fault: "refusal", text: "not today", match: { operation: "delete" }, times: "always" });
  const { message } = await failureOf(deleteObject(run(30_000), kind, id, state, owner));
  expect(message).toContain("It is paused: nobody is called by it.");
  expect(status()).toBe("paused");
});

it.each([
  ["no answer came", { fault: "dropAfter" }, true],
  ["a gateway gave up", { fault: "html", when: "after", status: 502 }, true],
  ["the API failed", { fault: "error500", when: "after" }, false],
  ["the API refused", { fault: "refusal", text: "not today" }, false],
] as const)("is what was left where %s", async (_title, fault, isLeft) => {
  const { killed, emulator, memory, id, state, inputs, identity } = await stage();
  killed.ledger.answered(identity, id);
  emulator.addFault({ ...fault, match: { operation: "update" }, times: "always" });
  const failing = contextFor(emulator, { memory, configuration: { maxRetries: "1" } });
  await failureOf(update(failing, kind, id, state, { ...inputs, notes: "other" }, owner));
  expect(contextFor(emulator, { memory }).ledger.underWay(id) > 0).toBe(isLeft);
});

it("is no answer where a later try was answered: the first one may come yet", async () => {
  const { killed, emulator, memory, id, state, inputs, identity } = await stage();
  killed.ledger.answered(identity, id);
  emulator.addFault({ fault: "dropAfter", match: { operation: "update" }, times: 1 });
  await update(contextFor(emulator, { memory }), kind, id, state, { ...inputs, notes: "other" }, owner);
  expect(contextFor(emulator, { memory }).ledger.underWay(id)).toBeGreaterThan(0);
});

it("is no answer where a second update of the same run was: the first one may come yet", async () => {
  const { killed, emulator, memory, id, state, identity } = await stage({ desiredStatus: "paused" });
  killed.ledger.answered(identity, id);
  emulator.dashboard.change("Campaign", id, { status: "paused" });
  emulator.addFault({ fault: "dropAfter", match: { operation: "update" }, times: 1 });
  // All that is declared, and then what sets it calling.
  const active = checked(kind, { ...leastOf.Campaign, desiredStatus: "active", notes: "other" });
  emulator.clearRequests();
  await update(contextFor(emulator, { memory }), kind, id, state, active, owner);
  expect(emulator.requests.filter(({ operation }) => operation === "update")).toHaveLength(3);
  expect(contextFor(emulator, { memory }).ledger.underWay(id)).toBeGreaterThan(0);
});

it("is what a failure says of itself", () => {
  const [route] = routesWith({}, undefined).of("Campaign", "update");
  if (route === undefined) throw new Error("there is no such route");
  const failure = (outcome: "unknown" | "refused" | "notDone", status?: number) =>
    new CallabError({ route, outcome, status, reason: "why" }).mayBeUnderWay;
  expect([failure("unknown"), failure("unknown", 504), failure("unknown", 408)]).toEqual([true, true, true]);
  expect([failure("unknown", 500), failure("refused", 502), failure("notDone")]).toEqual([false, false, false]);
});

describe("two stacks of one machine that write to one campaign at the same moment", () => {
  type Stage = Awaited<ReturnType<typeof stage>>;

  /** What one run does between the look and the write of another one, unless it is made to wait for that. */
  async function between({ emulator, memory }: Stage, work: (context: TestContext) => Promise<unknown>, late: Late) {
    const context = contextFor(emulator, { memory });
    let other: Promise<unknown> = Promise.resolve();
    let isBegun = false;
    const send: TestContext["client"]["send"] = async (name, operation, request) => {
      if (operation === "update" && !isBegun) {
        isBegun = true;
        other = late(contextFor(emulator, { memory }));
        other.catch(() => undefined);
        await Promise.race([other, new Promise((resolve) => setTimeout(resolve, 100))]).catch(() => undefined);
      }
      return context.client.send(name, operation, request);
    };
    const client = new Proxy(context.client, {
      get: (target, property) => (property === "send" ? send : (Reflect.get(target, property) as unknown)),
    });
    await Promise.allSettled([work({ ...context, client })]);
    return Promise.allSettled([other]);
  }
  type Late = (context: TestContext) => Promise<unknown>;

  const paused: readonly (readonly [string, (staged: Stage, context: TestContext) => Promise<unknown>])[] = [
    [
      "an edit",
      ({ id, state, inputs }, context) =>
        update(context, kind, id, state, { ...inputs, desiredStatus: "paused" }, ownerOf("b")),
    ],
    [
      "a delete that leaves it",
      ({ id, state }, context) => deleteObject(context, kind, id, { ...state, deletionPolicy: "pause" }, ownerOf("b")),
    ],
    [
      "a take-over",
      ({ inputs }, context) => create(context, kind, { ...inputs, desiredStatus: "paused", adopt: true }, ownerOf("b")),
    ],
  ];

  it.each(paused)(
    "each look and write is one: a pause by %s is not undone by an edit that did not see it",
    async (_by, pause) => {
      const staged = await stage({ desiredStatus: "active" });
      const { id, state, inputs, status, killed, identity } = staged;
      killed.ledger.answered(identity, id);
      const edit = (context: TestContext) => update(context, kind, id, state, { ...inputs, notes: "other" }, owner);
      await between(staged, edit, (context) => pause(staged, context));
      expect(status()).toBe("paused");
    },
  );

  it.each(paused)("and an edit that comes between the look and the pause by %s sees it", async (_by, pause) => {
    const staged = await stage({ desiredStatus: "active" });
    const { id, state, inputs, status, killed, identity } = staged;
    killed.ledger.answered(identity, id);
    const edit = (context: TestContext) => update(context, kind, id, state, { ...inputs, notes: "other" }, owner);
    const [outcome] = await between(staged, (context) => pause(staged, context), edit);
    expect(status()).toBe("paused");
    expect(outcome).toMatchObject({ status: "rejected" });
  });

  it.each<[string, (staged: Stage, context: TestContext) => Promise<unknown>]>([
    ["an emergency stop", ({ id, state }, context) => pauseNow(context, kind, id, state, owner)],
    [
      "a delete that is refused",
      ({ emulator, id, state }, context) => {
        emulator.addFault({ fault: "refusal", text: "not today", match: { operation: "delete" }, times: "always" });
        return deleteObject(context, kind, id, state, owner);
      },
    ],
  ])("a pause by %s, which waits for nobody, ends what has not seen it", async (_by, pause) => {
    const staged = await stage({ desiredStatus: "active" });
    const { id, state, inputs, status, killed, identity } = staged;
    killed.ledger.answered(identity, id);
    const edit = (context: TestContext) => update(context, kind, id, state, { ...inputs, notes: "other" }, owner);
    let failure: Error | undefined;
    const told = async (context: TestContext): Promise<void> => void (failure = await failureOf(edit(context)));
    await between(staged, told, (context) => pause(staged, context));
    expect(status()).toBe("paused");
    expect(failure?.message).toContain("was written by another run on this machine while this one was at it");
  });
});
