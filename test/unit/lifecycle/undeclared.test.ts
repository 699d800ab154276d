/** What a program leaves alone stays as it is, also at an API whose updates replace the whole object. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { Kind } from "../../../provider/kinds/kind";
import { PartlyCreated, PartlyUpdated } from "../../../provider/lifecycle/created";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, deleteObject, update } from "../../support/lifecycle";
import { pauseNow } from "../../../provider/lifecycle/stop";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;
const byHand = {
  call_time_of_day_from: "09:00:00",
  call_time_of_day_to: "12:00:00",
  retry_delay: [30],
  retry_delay_unit: ["minutes"],
};
const shown: PersonalityPatch = { campaignListIds: true, campaignReadIds: true, updateReplaces: true };

/** A campaign whose hours somebody has set in the dashboard, and of which the program says nothing. */
async function stage(personality: PersonalityPatch = {}, declared: object = {}) {
  const emulator = await emulate({ personality: { ...shown, ...personality } });
  const program = (more: object = {}) => checked(kind, { ...leastOf.Campaign, ...declared, ...more });
  const { id, state } = await create(contextFor(emulator), kind, program());
  emulator.dashboard.change("Campaign", id, byHand);
  return {
    emulator,
    id,
    state,
    program,
    run: (settings: Readonly<Record<string, string>> = {}) => contextFor(emulator, { configuration: settings }),
    live: (): WireObject => emulator.dashboard.list("Campaign")[0] ?? {},
    updates: () =>
      emulator.requests.filter(({ operation }) => operation === "update").map(({ body }) => body as object),
  };
}

const told = (context: TestContext): string => context.notes.join("\n");

it("by an update: what that cleared is written again, and told", async () => {
  const one = await stage({}, { desiredStatus: "active" });
  const context = one.run();
  const state = await update(context, kind, one.id, one.state, one.program({ notes: "edited" }));
  expect(one.live()).toMatchObject({ ...byHand, notes: "edited", status: "active" });
  expect(told(context)).toContain(
    "this API sets back what an update does not name. The program leaves callTimeOfDayFrom, callTimeOfDayTo, retryDelay, retryDelayUnit out. It was written again as it was.",
  );
  expect(state).toMatchObject({ callTimeOfDayFrom: "09:00:00", status: "active" });
});

it("by a take-over", async () => {
  const one = await stage();
  await create(one.run(), kind, one.program({ notes: "edited", adopt: true }));
  expect(one.live()).toMatchObject({ ...byHand, notes: "edited" });
});

it("before it is set calling", async () => {
  const one = await stage({}, { desiredStatus: "paused" });
  const hours: unknown[] = [];
  const api = await twisted(
    one.emulator,
    ({ operation }) => {
      if (operation === "update" && one.live()["status"] === "active") hours.push(one.live()["call_time_of_day_to"]);
      return undefined;
    },
    (body) => body,
  );
  await update(contextFor(api), kind, one.id, one.state, one.program({ desiredStatus: "active" }));
  expect(one.live()).toMatchObject({ ...byHand, status: "active" });
  expect(one.updates().at(-1)).toMatchObject({ ...byHand, status: "active" });
  expect(hours).not.toContain(null);
});

it("with one update, once the API was seen to do so", async () => {
  const one = await stage();
  const context = one.run();
  const state = await update(context, kind, one.id, one.state, one.program({ notes: "edited" }));
  expect(one.updates()).toHaveLength(2);
  const notes = context.notes.length;
  await update(context, kind, one.id, state, one.program({ notes: "edited again" }));
  expect(one.updates()).toHaveLength(3);
  expect(one.updates().at(-1)).toMatchObject(byHand);
  expect(context.notes).toHaveLength(notes);
});

it("unsaid: an API that changes what an update names is sent nothing else", async () => {
  const one = await stage({ updateReplaces: false });
  const context = one.run();
  await update(context, kind, one.id, one.state, one.program({ notes: "edited" }));
  expect(one.live()).toMatchObject({ ...byHand, notes: "edited" });
  expect(one.updates()).toHaveLength(1);
  expect(one.updates()[0]).not.toHaveProperty("retry_delay");
  expect(context.notes).toEqual([]);
});

it("and what somebody sets to another value at that very moment is told of, and left", async () => {
  const one = await stage({ updateReplaces: false }, { desiredStatus: "active" });
  const api = await twisted(one.emulator, ({ operation }) => {
    if (operation === "update") one.emulator.dashboard.change("Campaign", one.id, { call_time_of_day_to: "11:00:00" });
    return undefined;
  });
  const context = contextFor(api);
  await update(context, kind, one.id, one.state, one.program({ notes: "edited" }));
  expect(one.live()).toMatchObject({ call_time_of_day_to: "11:00:00", status: "active" });
  expect(told(context)).toMatch(/callTimeOfDayTo +"12:00:00" +"11:00:00"/);
});

it("but for what the program takes out: that is cleared", async () => {
  const one = await stage({}, { callTimeOfDayFrom: "08:00", callTimeOfDayTo: "18:00" });
  one.emulator.dashboard.change("Campaign", one.id, {
    call_time_of_day_from: "08:00:00",
    call_time_of_day_to: "18:00:00",
  });
  const left = checked(kind, leastOf.Campaign);
  await update(one.run(), kind, one.id, one.state, left);
  const { call_time_of_day_from: from = null, call_time_of_day_to: to = null, ...rest } = one.live();
  expect({ from, to, ...rest }).toMatchObject({ from: null, to: null, retry_delay: [30] });
});

describe("where it cannot be written again", () => {
  const forgetful = async (settings: Readonly<Record<string, string>> = {}) => {
    const one = await stage({}, { desiredStatus: "active" });
    one.emulator.setPersonality({ ...shown, droppedFields: ["call_time_of_day_to"] });
    const context = one.run(settings);
    return { ...one, context, work: update(context, kind, one.id, one.state, one.program({ notes: "edited" })) };
  };

  it("the campaign is paused, and the run fails and says what was lost", async () => {
    const { work, live } = await forgetful();
    const failure = await failureOf(work);
    expect(failure).toBeInstanceOf(PartlyUpdated);
    expect(failure.message).toMatch(/callTimeOfDayTo +"12:00:00" +\(not set\)/);
    expect(failure.message).toContain("The program leaves callTimeOfDayTo out");
    expect(live()).toMatchObject({ status: "paused" });
  });

  it("it is told, with `verifyWrites` of `warn`", async () => {
    const { work, live, context } = await forgetful({ verifyWrites: "warn" });
    await work;
    expect(live()).toMatchObject({ status: "active" });
    expect(told(context)).toContain("That decides who is called, when or how often, and the campaign goes on.");
  });

  it("since the update failed: so it is too", async () => {
    const one = await stage({}, { desiredStatus: "active" });
    one.emulator.addFault({ fault: "forbidden", match: { operation: "update" }, times: 1, nth: 2 });
    const context = one.run();
    const { message } = await failureOf(update(context, kind, one.id, one.state, one.program({ notes: "edited" })));
    expect(told(context)).toContain("It could not be written again as it was.");
    expect(message).toMatch(/callTimeOfDayTo +"12:00:00" +\(not set\)/);
    expect(one.live()).toMatchObject({ status: "paused" });
  });
});

describe("by a pause", () => {
  it.each(["an emergency stop", "a deletion policy"])("of %s", async (by) => {
    const one = await stage({}, { desiredStatus: "active" });
    const context = one.run();
    if (by === "an emergency stop") await pauseNow(context, kind, one.id, one.state, undefined);
    else await deleteObject(context, kind, one.id, { ...one.state, deletionPolicy: "pause" });
    expect(one.live()).toMatchObject({ ...byHand, status: "paused" });
    expect(told(context)).toContain("It was written again as it was.");
  });

  it.each(["an emergency stop", "a deletion policy"])("of %s: what is another value after it is told", async (by) => {
    const one = await stage({ updateReplaces: false }, { desiredStatus: "active" });
    // A server that sets back to hours of its own what an update does not name.
    const api = await twisted(one.emulator, ({ operation }) => {
      const all = { call_time_of_day_from: "00:00:00", call_time_of_day_to: "23:59:59" };
      if (operation === "update") one.emulator.dashboard.change("Campaign", one.id, all);
      return undefined;
    });
    const context = contextFor(api);
    if (by === "an emergency stop") await pauseNow(context, kind, one.id, one.state, undefined);
    else await deleteObject(context, kind, one.id, { ...one.state, deletionPolicy: "pause" });
    expect(one.live()["status"]).toBe("paused");
    expect(told(context)).toMatch(/callTimeOfDayFrom +"09:00:00" +"00:00:00"/);
    expect(told(context)).toMatch(/callTimeOfDayTo +"12:00:00" +"23:59:59"/);
    expect(told(context)).toContain("Look at it in the dashboard before the campaign calls again");
  });

  it("which is no failure of the pause where it cannot be written again", async () => {
    const one = await stage({}, { desiredStatus: "active" });
    one.emulator.addFault({ fault: "forbidden", match: { operation: "update" }, times: 1, nth: 2 });
    const context = one.run();
    await pauseNow(context, kind, one.id, one.state, undefined);
    expect(one.live()).toMatchObject({ status: "paused" });
    expect(told(context)).toContain("It could not be written again as it was.");
  });
});

it("of other kinds, too, but for what answers show in another form than a request takes", async () => {
  const agent: Kind = kinds.AiAgent;
  const emulator = await emulate({ personality: { ...shown, agentVariables: "merged" } });
  const program = checked(agent, leastOf.AiAgent);
  const { id, state } = await create(contextFor(emulator), agent, program);
  emulator.dashboard.change("AiAgent", id, { language: "fr-FR", agent_dynamic_variables: [{ name: "Mara" }] });
  await update(contextFor(emulator), agent, id, state, { ...program, description: "edited" });
  expect(emulator.dashboard.list("AiAgent")[0]).toMatchObject({ description: "edited", language: "fr-FR" });
});

it("is no affair of a campaign that was just made", async () => {
  const emulator = await emulate({ personality: { ...shown, newCampaignStatus: "paused" } });
  const context = contextFor(emulator);
  await create(context, kind, checked(kind, { ...leastOf.Campaign, desiredStatus: "active" })).catch(
    (error: unknown) => {
      if (!(error instanceof PartlyCreated)) throw error;
    },
  );
  expect(told(context)).not.toContain("sets back");
});

describe("an API that shows texts as HTML entities", () => {
  const typed = { contacts_list_tags: ["R&D", "&lt;"] };

  it.each<[string, (one: Awaited<ReturnType<typeof stage>>) => Promise<unknown>]>([
    ["an edit", (one) => update(one.run(), kind, one.id, one.state, one.program({ name: "Autumn" }))],
    ["a pause", (one) => pauseNow(one.run(), kind, one.id, one.state, undefined)],
  ])("has what %s carries as it was typed", async (_name, write) => {
    const one = await stage({ entities: "escaped" });
    one.emulator.dashboard.change("Campaign", one.id, typed);
    await write(one);
    expect(one.live()).toMatchObject({ ...byHand, ...typed });
  });
});
