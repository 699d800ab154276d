/** The emergency stop: every campaign of the stack is paused, whatever is in the way, and one that was missed is named. */
import type { FaultRule, PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import { PartlyCreated, PartlyUpdated } from "../../../provider/lifecycle/created";
import { wordedForRun } from "../../../provider/runtime/hints";
import { textOf } from "../../../provider/words/text";
import { pauseNow, Stop, stoppedDiff, stoppedInputs, withMissed } from "../../../provider/lifecycle/stop";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, deleteObject, diff, update } from "../../support/lifecycle";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;
const hours = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "19:00" };
const settings = { pauseAll: "true" };

async function stage(declared: object = {}, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality: { newCampaignStatus: "active", ...personality } });
  const program = (more: object): Record<string, unknown> =>
    checked(kind, { ...leastOf.Campaign, ...hours, ...declared, ...more });
  const run = (configuration: Readonly<Record<string, string>> = {}): TestContext =>
    contextFor(emulator, { configuration });
  const { id, state } = await create(run(), kind, program({}));
  emulator.clearRequests();
  return {
    emulator,
    id,
    state,
    program,
    run,
    stop: (from: Properties = state, context = run(settings)) => pauseNow(context, kind, id, from, undefined),
    byHand: (patch: WireObject) => void emulator.dashboard.change("Campaign", id, patch),
    live: (): WireObject => emulator.dashboard.get("Campaign", id) ?? {},
    sent: () =>
      emulator.requests
        .filter(({ method }) => method !== "GET")
        .map(({ body }) => (body as Readonly<Record<string, unknown>> | null)?.["status"]),
    fail: (rule: FaultRule) => {
      emulator.addFault(rule);
    },
  };
}

describe("a campaign is paused", () => {
  it.each<[string, object]>([
    ["that the program has active", { desiredStatus: "active" }],
    ["whose status the program leaves out", {}],
  ])("%s", async (_title, declared) => {
    const { stop, live, sent } = await stage(declared);
    const state = await stop();
    expect(live()["status"]).toBe("paused");
    expect(state).toMatchObject({ desiredStatus: "paused", status: "paused" });
    expect(state["summary"]).toMatch(/, paused$/);
    expect(sent()).toEqual(["paused"]);
  });

  it("that somebody resumed, unseen by the state", async () => {
    const { stop, live, byHand } = await stage({ desiredStatus: "paused" });
    byHand({ status: "active" });
    await stop();
    expect(live()["status"]).toBe("paused");
  });

  it("with the live values, which the drift gate does not hold back and nobody sets back", async () => {
    const { stop, live, byHand, state } = await stage({ desiredStatus: "active" });
    byHand({ call_time_of_day_to: "12:00:00", notes: "By hand." });
    const after = await stop();
    expect(live()).toMatchObject({ status: "paused", call_time_of_day_to: "12:00:00", notes: "By hand." });
    expect(after).toMatchObject({ callTimeOfDayTo: state["callTimeOfDayTo"], notes: state["notes"] });
  });

  it("that cannot be read, with the values of the state", async () => {
    const { stop, live, fail } = await stage({ desiredStatus: "active" });
    for (const operation of ["read", "list"] as const) fail({ fault: "error500", match: { operation }, times: 5 });
    await stop();
    expect(live()).toMatchObject({ status: "paused", call_time_of_day_to: "19:00:00" });
  });

  it("which is told, since a completed one would call again when it is resumed", async () => {
    const { stop, fail, run, state, live, byHand } = await stage({ desiredStatus: "active" });
    for (const operation of ["read", "list"] as const)
      fail({ fault: "error500", match: { operation }, times: "always" });
    const context = run(settings);
    await failureOf(stop(state, context));
    expect(context.notes.join()).toContain("If it was completed, resuming it would call again.");
    // One that the last run saw completed is not written unseen.
    byHand({ status: "completed" });
    const { message } = await failureOf(stop({ ...state, status: "completed" }));
    expect(message).toContain("may be calling");
    expect(live()["status"]).toBe("completed");
  });

  it("although the answer is lost", async () => {
    const { stop, live, fail } = await stage({ desiredStatus: "active" });
    fail({ fault: "dropAfter", match: { operation: "update" }, times: "always" });
    await stop();
    expect(live()["status"]).toBe("paused");
  });
});

describe("nothing is written over", () => {
  it.each(["paused", "completed"])("a campaign that is %s, as far as the state knows", async (status) => {
    const { stop, live, byHand, sent, state: before } = await stage({ desiredStatus: "active" });
    byHand({ status });
    const state = await stop({ ...before, status });
    expect(sent()).toEqual([]);
    expect(live()["status"]).toBe(status);
    expect(state).toMatchObject({ desiredStatus: "paused", status });
  });

  it("a campaign that has completed since", async () => {
    const { stop, live, byHand, sent } = await stage({ desiredStatus: "active" });
    byHand({ status: "completed" });
    expect(await stop()).toMatchObject({ desiredStatus: "paused", status: "completed" });
    expect(sent()).toEqual([]);
    expect(live()["status"]).toBe("completed");
  });

  it.each(["finished", "Archived", "ended", "cancelled"])(
    "nor one that is %s: nobody is to be called again",
    async (status) => {
      const { stop, byHand, live, sent } = await stage({ desiredStatus: "active" });
      byHand({ status });
      await stop();
      expect(sent()).toEqual([]);
      expect(live()["status"]).toBe(status);
    },
  );

  it("but a pause that the state knows nothing of: what shows it may be older than what the state knows", async () => {
    const { emulator, state, id, live, sent } = await stage({ desiredStatus: "active" });
    const api = await twisted(emulator, ({ operation, envelope }) => {
      if ((operation !== "read" && operation !== "list") || sent().length > 0) return undefined;
      const before = JSON.stringify(envelope).replaceAll('"status":"active"', '"status":"paused"');
      return before;
    });
    await pauseNow(contextFor(api, { configuration: settings }), kind, id, state, undefined);
    expect(sent()).toEqual(["paused"]);
    expect(live()["status"]).toBe("paused");
  });
});

describe("a campaign that is not seen", () => {
  const unseen = '{"status":"error","message":"No query results.","data":""}';
  const empty = '{"status":"success","message":"","data":[]}';
  /** All looks lack it until the first write, or for good; what is written arrives. */
  const hidden = async (isForGood: boolean, declared: object = {}) => {
    const one = await stage({ desiredStatus: "active", ...declared });
    const isHidden = (): boolean => isForGood || one.sent().length === 0;
    const api = await twisted(one.emulator, ({ operation }) =>
      (operation !== "list" && operation !== "read") || !isHidden() ? undefined : operation === "list" ? empty : unseen,
    );
    return { ...one, context: contextFor(api, { configuration: settings }) };
  };

  it.each([false, true])("and is there is paused (not seen after it either: %s)", async (isForGood) => {
    const { stop, live, state, context } = await hidden(isForGood);
    await stop(state, context);
    expect(live()["status"]).toBe("paused");
  });

  it("is not written over where it was completed", async () => {
    const { stop, live, state, byHand, sent, context } = await hidden(true);
    byHand({ status: "completed" });
    await stop({ ...state, status: "completed" }, context);
    expect(sent()).toEqual([]);
    expect(live()["status"]).toBe("completed");
  });

  it("fails the run where nobody knows whether the pause arrived", async () => {
    const { stop, state, fail, context } = await hidden(true);
    fail({ fault: "error500", match: { operation: "update" }, times: "always" });
    expect((await failureOf(stop(state, context))).message).toContain("may be calling");
  });

  it("and is gone calls nobody", async () => {
    const { stop, emulator, id, sent, run } = await stage({ desiredStatus: "active" });
    emulator.dashboard.delete("Campaign", id);
    const context = run(settings);
    await stop(undefined, context);
    expect(new Set(sent())).toEqual(new Set(["paused"]));
    expect(context.notes.join()).toContain("is no longer there: nobody is called by it");
  });
});

describe("a stop that missed one fails and names it", () => {
  it("where the API refuses", async () => {
    const { stop, live, fail, id } = await stage({ desiredStatus: "active" });
    fail({ fault: "refusal", text: "not today", match: { operation: "update" }, times: "always" });
    const { message } = await failureOf(stop());
    expect(message).toMatch(/Spring renewals.*was not seen paused and may be calling: pause it in the dashboard now/);
    expect(message).toContain(id);
    expect(message).toContain("not today");
    expect(live()["status"]).toBe("active");
  });

  it("where the API says that it is done, and it is not", async () => {
    const { stop, emulator, id } = await stage({ desiredStatus: "active" });
    emulator.setPersonality({ droppedFields: ["status"] });
    const { message } = await failureOf(stop());
    expect(message).toContain("shows that it is active");
    expect(message).toContain(id);
  });

  it("where nothing can be seen of it", async () => {
    const { stop, fail } = await stage({ desiredStatus: "active" });
    for (const operation of ["read", "list"] as const)
      fail({ fault: "error500", match: { operation }, times: "always" });
    expect((await failureOf(stop())).message).toContain("its status cannot be read");
  });

  it("with all that it missed beside the one that failed, after the others are paused", async () => {
    const stop = new Stop();
    const paused: string[] = [];
    const late = async (id: string): Promise<Record<string, unknown>> => {
      await new Promise((resolve) => setImmediate(resolve));
      paused.push(id);
      return {};
    };
    const fails = (message: string) => () => Promise.reject(new Error(message));
    stop.register("a", fails("a was missed"));
    stop.register("b", () => late("b"));
    stop.register("c", fails("c was missed"));
    const failure = await failureOf(stop.pause("a", fails("a was missed")));
    const told = withMissed(failure, await stop.all());
    expect(paused).toEqual(["b"]);
    expect(told.message).toBe("a was missed\nThe emergency stop missed other campaigns, too:\nc was missed");
    expect(withMissed(failure, []).message).toContain("All other campaigns that this run has come to are paused.");
    // Of a way to the API that nobody has.
    const same = withMissed(failure, ["a was missed", "a was missed", "a was missed"]).message;
    expect(same).toBe("a was missed\nThe emergency stop missed other campaigns, too:\na was missed");
  });

  it("where very many fail, the first ones with all that it missed, and each with itself", async () => {
    const stop = new Stop();
    const count = 1_000;
    const fails = (index: number) => () => Promise.reject(new Error(`number ${index} was missed`));
    for (let index = 0; index < count; index++) stop.register(String(index), fails(index));
    const messages: string[] = [];
    for (let index = 0; index < count; index++)
      messages.push((await stop.told(await failureOf(stop.pause(String(index), fails(index))))).message);
    messages.forEach((message, index) => expect(message).toContain(`number ${index} was missed`));
    const lines = messages.map((message) => message.split("\n").length);
    expect(lines.filter((number) => number > count)).toHaveLength(100);
    expect(Math.max(...lines.slice(100))).toBe(2);
    expect(messages.at(-1)).toContain("What else the emergency stop missed is told with its first failures.");
  });

  it("and what is to be recorded of an object goes along", () => {
    const made = new PartlyCreated({ id: "1", state: { a: 1 } }, "half made");
    expect(withMissed(made, ["b was missed"])).toMatchObject({
      created: made.created,
      message: expect.stringMatching(/half made[^]*b was missed/) as string,
    });
    const written = new PartlyUpdated({ a: 2 }, "half written");
    expect(withMissed(written, ["b was missed"])).toMatchObject({
      state: { a: 2 },
      message: expect.stringMatching(/half written[^]*b was missed/) as string,
    });
  });
});

it("knows which campaigns of the program the run never came to, also where two resources have one name", () => {
  const stop = new Stop();
  const owner = (types: string, name: string): string => `urn:pulumi:dev::calls::${types}::${name}`;
  stop.expect(["spring"]);
  stop.expect(["spring", "summer", "spring", "autumn"]);
  stop.reached(owner("campaign", "spring"));
  stop.reached(owner("campaign", "summer"));
  expect(stop.missing).toEqual(["spring", "autumn"]);
  stop.reached(owner("team$campaign", "spring"));
  expect(stop.missing).toEqual(["autumn"]);
  expect(wordedForRun(textOf(withMissed(new Error("no"), [], stop.missing)))).toContain(
    'It never came to these, which may be calling: "autumn". Run it again with --continue-on-error',
  );
});

it("pauses each campaign once, whoever asks first", async () => {
  const stop = new Stop();
  let times = 0;
  const pause = () => Promise.resolve({ times: ++times });
  stop.register("a", pause);
  await stop.all();
  expect(await stop.pause("a", pause)).toEqual({ times: 1 });
});

describe("what check and diff give in a stop", () => {
  it("is the campaign of the last run, paused, whatever the program says of it by now", async () => {
    const { program, id, state } = await stage({ desiredStatus: "active" });
    const before = program({});
    const inputs = stoppedInputs(kind, before, { ...before, name: "", campaignType: "inbound", notes: 7 }, "default");
    expect(inputs).toEqual({
      ...before,
      desiredStatus: "paused",
      summary: expect.stringMatching(/, paused$/) as string,
    });
    expect(stoppedDiff(kind, id, state, inputs)).toMatchObject({ changes: true, replaces: [] });
  });

  it("is a look at a campaign that the state has as paused", async () => {
    const { id, state, program } = await stage({ desiredStatus: "paused" });
    expect(stoppedDiff(kind, id, state, program({})).changes).toBe(true);
  });

  it("is a new campaign that is paused", () => {
    const program = { ...leastOf.Campaign, desiredStatus: "active" };
    expect(stoppedInputs(kind, undefined, program, "default")).toMatchObject({ desiredStatus: "paused" });
  });

  it.each(["AiAgent", "PhoneNumber", "Webhook"] as const)("is nothing to do for a %s that exists", (name) => {
    const before = checked(kinds[name], leastOf[name]);
    const inputs = stoppedInputs(kinds[name], before, { ...before, name: "Edited", phoneNumber: "1" }, "default");
    expect(inputs).toEqual(before);
    expect(stoppedDiff(kinds[name], "1", before, { ...before, name: "Edited" }).changes).toBe(false);
  });
});

it("makes a campaign that comes with it, and pauses it in the same step: it is never sent active", async () => {
  const emulator = await emulate({ personality: { newCampaignStatus: "active" } });
  const inputs = stoppedInputs(kind, undefined, { ...leastOf.Campaign, desiredStatus: "active" }, "default");
  const { state } = await create(contextFor(emulator, { configuration: settings }), kind, inputs);
  expect(emulator.dashboard.list("Campaign").map(({ status }) => status)).toEqual(["paused"]);
  expect(state).toMatchObject({ desiredStatus: "paused", status: "paused" });
  expect(JSON.stringify(emulator.requests.map(({ body }) => body))).not.toContain('"active"');
});

describe("a campaign that leaves the program in a stop is paused", () => {
  it.each(["retain", "pause", "complete", "delete"])("by the policy %s", async (deletionPolicy) => {
    const { emulator, id, state, run } = await stage({ desiredStatus: "active", deletionPolicy });
    await deleteObject(run(settings), kind, id, state);
    expect(emulator.dashboard.list("Campaign").filter(({ status }) => status === "active")).toEqual([]);
  });

  it("or the run fails and names it", async () => {
    const { id, state, run, fail } = await stage({ desiredStatus: "active", deletionPolicy: "retain" });
    fail({ fault: "refusal", text: "no", match: { operation: "update" }, times: "always" });
    expect((await failureOf(deleteObject(run(settings), kind, id, state))).message).toContain("may be calling");
  });

  it("and without a stop it is retained as it is", async () => {
    const { live, id, state, run } = await stage({ desiredStatus: "active", deletionPolicy: "retain" });
    await deleteObject(run(), kind, id, state);
    expect(live()["status"]).toBe("active");
  });
});

describe("the way back", () => {
  it("resumes what the program says is active, with the edits that waited", async () => {
    const { stop, program, run, id, live } = await stage({ desiredStatus: "active" });
    const stopped = await stop();
    const inputs = program({ notes: "Edited meanwhile." });
    expect(diff(run(), kind, id, stopped, inputs).changes).toBe(true);
    await update(run(), kind, id, stopped, inputs);
    expect(live()).toMatchObject({ status: "active", notes: "Edited meanwhile." });
  });

  it("resumes what was paused before the stop as well, which the stop has told", async () => {
    const { stop, program, run, id, live, byHand, state } = await stage({ desiredStatus: "active" });
    byHand({ status: "paused" });
    const context = run(settings);
    const stopped = await stop(state, context);
    expect(context.notes.join()).toContain("was paused already. If this stop has not done so, somebody has");
    await update(run(), kind, id, stopped, program({}));
    expect(live()["status"]).toBe("active");
  });

  it("leaves paused what the program says nothing of", async () => {
    const { stop, program, run, id, live } = await stage();
    await update(run(), kind, id, await stop(), program({ notes: "Edited meanwhile." }));
    expect(live()).toMatchObject({ status: "paused", notes: "Edited meanwhile." });
  });

  it("leaves completed what is completed", async () => {
    const { stop, program, run, id, live, byHand } = await stage({ desiredStatus: "active" });
    byHand({ status: "completed" });
    await update(run(), kind, id, await stop(), program({ notes: "Edited meanwhile." }));
    expect(live()["status"]).toBe("completed");
  });

  it("asks where somebody changed something meanwhile", async () => {
    const { stop, program, run, id, live, byHand } = await stage({ desiredStatus: "active" });
    const stopped = await stop();
    byHand({ call_time_of_day_to: "12:00:00" });
    const { message } = await failureOf(update(run(), kind, id, stopped, program({})));
    expect(message).toContain("was changed since the last run, and not by this program");
    expect(live()).toMatchObject({ status: "paused", call_time_of_day_to: "12:00:00" });
  });
});
