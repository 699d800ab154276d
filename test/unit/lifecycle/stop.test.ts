/** The emergency stop: every campaign of the stack is paused, whatever is in the way, and one that was missed is named. */
import type { WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { defaultPatience } from "../../../provider/lifecycle/context";
import { PartlyCreated, PartlyUpdated } from "../../../provider/lifecycle/created";
import { diff as compared } from "../../../provider/lifecycle/diff";
import { identify, placeholderId } from "../../../provider/lifecycle/identity";
import { notesIn } from "../../../provider/lifecycle/state";
import { wordedForRun } from "../../../provider/runtime/hints";
import { textOf } from "../../../provider/words/text";
import { pauseNow, Stop, stoppedDiff, stoppedInputs, withMissed } from "../../../provider/lifecycle/stop";
import { checked, contextFor, emulate, failureOf, leastOf, type ServedAnswer } from "../../support/context";
import { create, deleteObject, diff, ownerOf, update } from "../../support/lifecycle";
import { settings, stage } from "../../support/stopping";
import { eachShown, lacking, NONE_THERE, twisted, type Twist } from "../../support/twist";

const kind = kinds.Campaign;

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

  it("whose state keeps whose it is, and how it came to be so", async () => {
    const { state, run, id } = await stage();
    const context = run(settings);
    const noted = {
      ...state,
      __owner: ownerOf("a"),
      __adopted: "2026-01-01T00:00:00.000Z abc equal",
      __account: "other",
    };
    const after = await pauseNow(context, kind, id, noted, undefined);
    expect(notesIn(after)).toMatchObject({ ...notesIn(noted), account: context.account });
    expect(notesIn(await pauseNow(context, kind, id, noted, ownerOf("b"))).owner).toBe(ownerOf("b"));
  });

  it("and compared so: one without an ID is looked for as ever, and nothing is made anew", async () => {
    const { state, id, program, run } = await stage();
    const inputs = program({});
    expect(stoppedDiff(kind, id, state, inputs)).toEqual({ changes: true, replaces: [], deleteBeforeReplace: true });
    const unknown = placeholderId(identify(run(settings), kind, state));
    expect(stoppedDiff(kind, unknown, state, inputs)).toEqual(compared(kind, unknown, state, inputs));
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
  it("a campaign that is completed, as far as the state knows", async () => {
    const { stop, live, byHand, sent, state: before } = await stage({ desiredStatus: "active" });
    byHand({ status: "completed" });
    const state = await stop({ ...before, status: "completed" });
    expect(sent()).toEqual([]);
    expect(live()["status"]).toBe("completed");
    expect(state).toMatchObject({ desiredStatus: "paused", status: "completed" });
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

  it("but one that is shown as completed, unseen by the state, where the list shows that it calls", async () => {
    const { emulator, state, id, live, sent } = await stage({ desiredStatus: "active" });
    const api = await twisted(emulator, ({ operation, envelope }) =>
      operation !== "read" || sent().length > 0
        ? undefined
        : JSON.stringify(envelope).replaceAll('"status":"active"', '"status":"completed"'),
    );
    const context = contextFor(api, { configuration: settings });
    await pauseNow(context, kind, id, state, undefined);
    expect(sent()).toEqual(["paused"]);
    expect(live()["status"]).toBe("paused");
    expect(context.notes.join()).toContain("is shown as completed by its ID, and as active in the list");
  });

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

describe("a campaign that is paused already, as far as a read of it and the state know", () => {
  /** A read by ID that is older than what somebody has done. */
  const stale = ({ operation, envelope }: Twist): string | undefined =>
    operation === "read" ? JSON.stringify(envelope).replaceAll('"status":"active"', '"status":"paused"') : undefined;
  const paused = async () => {
    const one = await stage({ desiredStatus: "paused" });
    one.emulator.clearRequests();
    return one;
  };

  it("is paused: somebody may have resumed it", async () => {
    const { emulator, id, state, live, sent, byHand } = await paused();
    byHand({ status: "active" });
    const api = await twisted(emulator, stale);
    await pauseNow(contextFor(api, { configuration: settings }), kind, id, state, undefined);
    expect(sent()).toEqual(["paused"]);
    expect(live()["status"]).toBe("paused");
  });

  const refusal = ({ operation }: Pick<Twist, "operation">) =>
    operation === "update"
      ? { status: 409, text: '{"status":"error","message":"The campaign is already paused.","data":""}' }
      : undefined;

  it("is no failure where the API refuses to pause it once more", async () => {
    const { emulator, id, state } = await paused();
    const api = await twisted(emulator, () => undefined, undefined, refusal);
    const context = contextFor(api, { configuration: settings });
    expect(await pauseNow(context, kind, id, state, undefined)).toMatchObject({ status: "paused" });
  });

  it("fails the run where the API refuses that, and the list shows that it calls", async () => {
    const { emulator, id, state, byHand } = await paused();
    byHand({ status: "active" });
    const api = await twisted(emulator, stale, undefined, refusal);
    const context = contextFor(api, { configuration: settings });
    const { message } = await failureOf(pauseNow(context, kind, id, state, undefined));
    expect(message).toContain("may be calling: pause it in the dashboard now");
    expect(message).toContain("already paused");
  });
});

describe("a pause whose body the API does not take", () => {
  const isPause = (body: WireObject): boolean => body["status"] === "paused";
  /** An API that says no to bodies; what it was sent. */
  const refusing = async (
    one: Awaited<ReturnType<typeof stage>>,
    status: number,
    isRefused: (body: WireObject) => boolean,
    twist: Parameters<typeof twisted>[1] = () => undefined,
  ) => {
    const bodies: WireObject[] = [];
    const api = await twisted(one.emulator, twist, undefined, ({ operation }, text) => {
      if (operation !== "update") return undefined;
      const body = JSON.parse(text) as WireObject;
      bodies.push(body);
      const no = '{"status":"error","message":"These fields are not taken.","data":""}';
      return isRefused(body) ? { status, text: no } : undefined;
    });
    return { bodies, context: contextFor(api, { configuration: { ...settings, maxRetries: "0" } }) };
  };

  it.each([
    [423, "only its status can be changed", (body: WireObject) => "notes" in body],
    [422, "an unknown field", (body: WireObject) => "campaign_type" in body],
    [422, "a date that is past", (body: WireObject) => "started_at" in body],
    [200, "an error in an envelope", (body: WireObject) => "time_zone" in body],
    [500, "a failure of its own", (body: WireObject) => "notes" in body],
  ] as const)("(%i, %s) is sent again with the name and the status alone", async (status, _why, isRefused) => {
    const one = await stage({ desiredStatus: "active", startedAt: "2099-01-01" });
    const { bodies, context } = await refusing(one, status, isRefused);
    await one.stop(one.state, context);
    expect(one.live()).toMatchObject({ status: "paused", call_time_of_day_to: "19:00:00" });
    expect(bodies.filter(isPause).at(-1)).toEqual({ name: "Spring renewals", status: "paused" });
  });

  it.each([401, 403, 404])("is not sent again after %i", async (status) => {
    const one = await stage({ desiredStatus: "active" });
    const { bodies, context } = await refusing(one, status, () => true);
    expect((await failureOf(one.stop(one.state, context))).message).toContain("may be calling");
    expect(bodies.filter((body) => !("notes" in body))).toEqual([]);
  });

  it.each([
    [1, "It was written again as it was."],
    [9, "It could not be written again as it was."],
  ])("and what an API loses by that which replaces the whole object is written again, or told", async (most, told) => {
    const one = await stage({ desiredStatus: "active" }, { updateReplaces: true });
    const needed = Object.fromEntries(
      ["notes", "campaign_type", "ai_agent_id", "days_of_week", "time_zone"].map((name) => [name, one.live()[name]]),
    );
    let refusals = 0;
    const api = await twisted(
      one.emulator,
      () => undefined,
      (text) => JSON.stringify({ ...needed, ...(JSON.parse(text) as WireObject) }),
      ({ operation }, text) =>
        operation === "update" && text.includes('"notes"') && refusals++ < most
          ? { status: 422, text: '{"status":"error","message":"no","data":""}' }
          : undefined,
    );
    const context = contextFor(api, { configuration: settings });
    await one.stop(one.state, context);
    expect(one.live()["status"]).toBe("paused");
    const end = one.live()["call_time_of_day_to"] ?? null;
    expect(end).toBe(most === 1 ? "19:00:00" : null);
    expect(context.notes.join()).toContain("The pause could not name callTimeOfDayFrom, callTimeOfDayTo.");
    expect(context.notes.join()).toContain(told);
  });

  it("leaves out what is shown as an empty text, and sends the state's value of what is shown as a text", async () => {
    const mapping = { first_name: "contact.firstname" };
    const one = await stage({
      desiredStatus: "active",
      endedAt: "2099-01-01",
      agentVariablesContactMetadataMapping: mapping,
    });
    const { bodies, context } = await refusing(
      one,
      422,
      (body) => body["ended_at"] === "" || typeof body["agent_variables_contact_metadata_mapping"] === "string",
      ({ operation, envelope }) =>
        operation === "read" || operation === "list"
          ? JSON.stringify(envelope)
              .replaceAll(/"ended_at":"[^"]*"/g, '"ended_at":""')
              .replaceAll(JSON.stringify(mapping), JSON.stringify(JSON.stringify(mapping)))
          : undefined,
    );
    await one.stop(one.state, context);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).not.toHaveProperty("ended_at");
    expect(bodies[0]).toMatchObject({ agent_variables_contact_metadata_mapping: mapping, notes: "" });
  });
});

describe("a campaign that is not seen", () => {
  /** All looks lack it until the first write, or for good; what is written arrives. */
  const hidden = async (isForGood: boolean, declared: object = {}) => {
    const one = await stage({ desiredStatus: "active", ...declared });
    const isHidden = (): boolean => isForGood || one.sent().length === 0;
    const api = await twisted(one.emulator, ({ operation }) => (isHidden() ? lacking(operation) : undefined));
    return { ...one, context: contextFor(api, { configuration: settings }) };
  };

  it.each([false, true])("and is there is paused (not seen after it either: %s)", async (isForGood) => {
    const { stop, live, state, context } = await hidden(isForGood);
    const after = await stop(state, context);
    expect(live()["status"]).toBe("paused");
    expect(context.notes.join().includes("is no longer there")).toBe(isForGood);
    expect(after["status"]).toBe(isForGood ? undefined : "paused");
  });

  it("was not there where the API refuses the pause: what a look shows then is not asked", async () => {
    const { emulator, stop, state, sent } = await stage({ desiredStatus: "active" });
    let pauses = 0;
    const api = await twisted(
      emulator,
      ({ operation }) => (pauses > 0 ? undefined : lacking(operation)),
      undefined,
      ({ operation }) => (operation === "update" && ++pauses > 0 ? { status: 422, text: NONE_THERE } : undefined),
    );
    const context = contextFor(api, { configuration: settings });
    await stop(state, context);
    expect(context.notes.join()).toContain("is no longer there");
    expect(sent()).toEqual([]);
  });

  it("fails the run where it cannot be looked at after the pause, and says why", async () => {
    const { emulator, stop, state, sent } = await stage({ desiredStatus: "active" });
    const api = await twisted(
      emulator,
      ({ operation }) => lacking(operation),
      undefined,
      ({ operation }) =>
        operation !== "update" && sent().length > 0
          ? { status: 500, text: '{"status":"error","message":"Broken.","data":""}' }
          : undefined,
    );
    const { message } = await failureOf(stop(state, contextFor(api, { configuration: settings })));
    expect(message).toMatch(/may be calling: pause it in the dashboard now\.\n.*Broken\./);
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

  it("fails the run where it is seen again after the pause, and no status of it", async () => {
    const { emulator, stop, state, sent } = await stage({ desiredStatus: "active" });
    const shown = await twisted(emulator, ({ operation, envelope }) => {
      if (operation !== "list" && operation !== "read") return undefined;
      return sent().length === 0 ? lacking(operation) : eachShown(envelope, (there) => ({ ...there, status: null }));
    });
    const { message } = await failureOf(stop(state, contextFor(shown, { configuration: settings })));
    expect(message).toMatch(/may be calling: pause it in the dashboard now\.\n.*its status cannot be read\.$/);
    expect(sent()).toEqual(["paused"]);
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

describe("a campaign of which no look is answered before the pause is sent", () => {
  /** An API that refuses the pause, and answers looks from then on. */
  const refusing = async (one: Awaited<ReturnType<typeof stage>>) => {
    let release = (): void => undefined;
    const isSent = new Promise<void>((resolve) => (release = resolve));
    const refused = async ({ operation }: Pick<Twist, "operation">): Promise<ServedAnswer> => {
      if (operation === "update") release();
      await isSent;
      return operation === "update" ? { status: 422, text: NONE_THERE } : undefined;
    };
    const api = await twisted(one.emulator, () => undefined, undefined, refused);
    return contextFor(api, { configuration: settings, patience: { ...defaultPatience, beforePauseMs: 5 } });
  };

  it("is gone where that is refused and a look lacks it then", async () => {
    const one = await stage({ desiredStatus: "active" });
    one.emulator.dashboard.delete("Campaign", one.id);
    const context = await refusing(one);
    expect((await one.stop(one.state, context))["status"]).toBeUndefined();
    expect(context.notes.join("\n")).toContain("is paused without its status having been seen");
    expect(context.notes.join("\n")).toContain("is no longer there: nobody is called by it");
  });

  it("fails the run where that is refused and a look shows it calling", async () => {
    const one = await stage({ desiredStatus: "active" });
    const { message } = await failureOf(one.stop(one.state, await refusing(one)));
    expect(message).toMatch(/may be calling: pause it in the dashboard now\.\n.*No query results\./);
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
    const late = async (id: string): Promise<string> => {
      await new Promise((resolve) => setImmediate(resolve));
      paused.push(id);
      return "paused";
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
  const pause = () => Promise.resolve(`paused ${++times} times`);
  stop.register("a", pause);
  await stop.all();
  expect(await stop.pause("a", pause)).toBe("paused 1 times");
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
