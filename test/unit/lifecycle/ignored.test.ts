/** `ignoreChanges`: an update leaves what it names as it is live, and neither refuses nor writes because of it. */
import type { WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { PartlyCreated } from "../../../provider/lifecycle/created";
import { heardIn, IGNORED } from "../../../provider/lifecycle/ignored";
import { isForStateAlone } from "../../../provider/lifecycle/update";
import { runWording } from "../../../provider/runtime/hints";
import { worded } from "../../../provider/words/text";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { edited, type Around } from "../../support/edited";
import { create, update } from "../../support/lifecycle";

const hours = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "19:00" };
const narrowed = { call_time_of_day_to: "12:00:00" };

/** An object that was made, and edits of it by a program that has changes of these paths ignored. */
const stage = (ignored: readonly string[], declared: object = {}, around: Around = {}) =>
  edited(declared, { ...around, noted: { [IGNORED]: ignored } });

describe.each(["fail", "overwrite"])("with callab:onDrift %s", (onDrift) => {
  const settings = { onDrift };

  it("an edit of another field goes through, and the ignored one stays as somebody made it", async () => {
    const { byHand, edit, live, run, isChanged } = await stage(["callTimeOfDayTo"], hours, { settings });
    byHand(narrowed);
    const context = run();
    const after = await edit({ notes: "New." }, undefined, context);
    expect(live()).toMatchObject({ notes: "New.", ...narrowed });
    expect(context.notes).toEqual([]);
    expect(isChanged({ notes: "New." }, after)).toBe(false);
    expect(after).not.toHaveProperty(IGNORED);
  });

  it("a pause that somebody made stays, and no preview wants to undo it", async () => {
    const { byHand, edit, live, isChanged } = await stage(
      ["desiredStatus"],
      { ...hours, desiredStatus: "active" },
      { settings },
    );
    byHand({ status: "paused" });
    const after = await edit({ notes: "New." });
    expect(live()).toMatchObject({ notes: "New.", status: "paused" });
    expect(isChanged({ notes: "New." }, after)).toBe(false);
    await edit({ notes: "Newer." }, after);
    expect(live()).toMatchObject({ notes: "Newer.", status: "paused" });
  });

  it("what was emptied stays empty", async () => {
    const { byHand, edit, live, isChanged } = await stage(["callTimeOfDayFrom", "callTimeOfDayTo"], hours, {
      settings,
    });
    byHand({ call_time_of_day_from: null, call_time_of_day_to: null });
    const after = await edit({ notes: "New." });
    const { notes, call_time_of_day_from: from = null, call_time_of_day_to: to = null } = live();
    expect({ notes, from, to }).toEqual({ notes: "New.", from: null, to: null });
    expect(isChanged({ notes: "New." }, after)).toBe(false);
  });
});

it("refuses what is not ignored beside what is", async () => {
  const { byHand, edit, bodies } = await stage(["notes"], { ...hours, notes: "n" });
  byHand({ ...narrowed, notes: "By hand." });
  const { message } = await failureOf(edit({ name: "Autumn" }));
  expect(message).toMatch(/callTimeOfDayTo +"19:00:00" +"12:00:00"/);
  expect(message).not.toContain("By hand.");
  expect(bodies()).toEqual([]);
});

it("carries the live value, so that an API whose updates replace the object keeps it", async () => {
  const { byHand, edit, live, bodies } = await stage(["callTimeOfDayTo"], hours, {
    personality: { updateReplaces: true },
  });
  byHand(narrowed);
  await edit({ notes: "New." });
  expect(live()).toMatchObject({ notes: "New.", ...narrowed });
  expect(bodies()[0]).toMatchObject(narrowed);
});

it("heeds everything: only what the engine asks for beside it is written", async () => {
  const { byHand, live, kind, id, state, run, program } = await stage(["*"], { ...hours, desiredStatus: "active" });
  byHand({ ...narrowed, status: "paused", notes: "By hand." });
  await update(run(), kind, id, { ...state, __unread: "open" }, program({}));
  expect(live()).toMatchObject({ ...narrowed, status: "paused", notes: "By hand." });
});

it("writes nothing where only what is ignored differs", async () => {
  const { kind, program, isChanged, byHand, refresh } = await stage(["notes", "desiredStatus"], {
    notes: "n",
    desiredStatus: "active",
  });
  byHand({ status: "paused", notes: "By hand." });
  const seen = await refresh();
  expect(isChanged({}, seen)).toBe(false);
  expect(isForStateAlone(kind, seen, program({ deletionPolicy: "pause" }))).toBe(true);
});

it("does not take the status that a campaign has for the one that the program wants", async () => {
  const { isChanged, state } = await stage(["status"], { desiredStatus: "active" });
  expect(isChanged({}, { ...state, status: "paused" })).toBe(true);
});

describe("a part of a field", () => {
  const flow = { agentFlow: { greeting: "Hello", model: "one" } };
  const agent = { name: "AiAgent" } as const;
  const flowOf = (live: WireObject): unknown => live["agent_flow"] ?? live["agentFlow"];

  it("stays as it is, and the rest is written", async () => {
    const { emulator, edit, live, id } = await stage(["agentFlow.greeting"], flow, agent);
    const wire = Object.keys(live()).find((name) => name.replaceAll("_", "").toLowerCase() === "agentflow") ?? "";
    emulator.dashboard.change("AiAgent", id, { [wire]: { greeting: "Hi", model: "one" } });
    await edit({ agentFlow: { greeting: "Hello", model: "two" } });
    expect(flowOf(live())).toEqual({ greeting: "Hi", model: "two" });
  });

  it("is refused where somebody changed another part of it", async () => {
    const { emulator, edit, live, id } = await stage(["agentFlow.greeting"], flow, agent);
    const wire = Object.keys(live()).find((name) => name.replaceAll("_", "").toLowerCase() === "agentflow") ?? "";
    emulator.dashboard.change("AiAgent", id, { [wire]: { greeting: "Hi", model: "three" } });
    await expect(edit({ prompt: "You are Eve." })).rejects.toThrow(/was changed since the last run/);
  });
});

it.each<[string, object, WireObject]>([
  ["contactsListTags[0]", { contactsListTags: ["b", "c"] }, { contacts_list_tags: ["a", "c"] }],
  ["daysOfWeek[0]", { daysOfWeek: ["tue", "wed"] }, { days_of_week: [1, 3] }],
  ["retryDelay[0]", { retryDelay: [60, 90], numberOfCallAttempts: [2, 3] }, { retry_delay: [30, 90] }],
])("hears no single entry of a list whose entries have no places of their own: %s", async (path, declared, patch) => {
  const { byHand, edit, bodies } = await stage([path], declared);
  byHand(patch);
  await expect(edit({ notes: "New." })).rejects.toThrow(/was changed since the last run/);
  expect(bodies()).toEqual([]);
});

it("hears one of a list whose entries have", async () => {
  const steps = [1, 2].map((stepNumber) => ({ stepNumber, webhookUrl: "https://example.com/a", retryLimit: 1 }));
  const { byHand, edit, live } = await stage(["steps[0].retryLimit"], { steps }, { name: "Webhook" });
  const [first, second] = live()["steps"] as WireObject[];
  byHand({ steps: [{ ...first, retry_limit: 5 }, { ...second }] });
  await edit({ tagName: "vip" });
  expect(live()["steps"]).toMatchObject([{ retry_limit: 5 }, { retry_limit: 1 }]);
});

describe("lists that belong together", () => {
  const lists = { contactsListTags: ["vip", "basic"], numberOfCallAttempts: [3, 5] };

  it.each(["fail", "overwrite"])("are not mixed of live and declared ones, with onDrift %s", async (onDrift) => {
    const { byHand, edit, bodies } = await stage(["contactsListTags"], lists, { settings: { onDrift } });
    byHand({ contacts_list_tags: ["other", "vip"] });
    const { message } = await failureOf(edit({ numberOfCallAttempts: [4, 5] }));
    expect(message).toMatch(/belong together/);
    expect(message).toContain("pulumi up --refresh");
    expect(bodies()).toEqual([]);
  });

  it("stay as they are beside an edit of something else", async () => {
    const { byHand, edit, live } = await stage(["contactsListTags"], lists);
    byHand({ contacts_list_tags: ["other", "vip"] });
    await edit({ notes: "New." });
    expect(live()).toMatchObject({
      notes: "New.",
      contacts_list_tags: ["other", "vip"],
      number_of_call_attempts: [3, 5],
    });
  });
});

it("keeps a value of a form that no update takes out of the body", async () => {
  const { byHand, edit, live, bodies } = await stage(["startedAt"], { startedAt: "2099-03-02" });
  byHand({ started_at: "some day" });
  await edit({ notes: "New." });
  expect(bodies()[0]).not.toHaveProperty("started_at");
  expect(live()).toMatchObject({ notes: "New.", started_at: "some day" });
});

it.each<[string, WireObject]>([
  ["timeZone", { time_zone: "Mars/Base" }],
  ["daysOfWeek", { days_of_week: ["funday"] }],
])("so it does with one that every object has: %s", async (name, patch) => {
  const { byHand, edit, live, bodies } = await stage([name]);
  byHand(patch);
  await edit({ notes: "New." });
  expect(bodies()[0]).not.toHaveProperty(Object.keys(patch)[0] ?? "");
  expect(live()).toMatchObject({ notes: "New.", ...patch });
});

it.each<[string, readonly string[], object, object, readonly string[]]>([
  ["what is as before", ["notes"], { notes: "n" }, { notes: "n", name: "a" }, ["notes"]],
  ["what is not there, now as before", ["notes"], {}, { name: "a" }, ["notes"]],
  ["no edit", ["notes", "name"], { notes: "n", name: "a" }, { notes: "m", name: "a" }, ["name"]],
  ["no edit of a part", ["agentFlow.x"], { agentFlow: { x: 1 } }, { agentFlow: { x: 2 } }, []],
  ["all, where all is as before", ["*"], { notes: "n", [IGNORED]: ["*"] }, { notes: "n" }, ["*"]],
  ["no text that is no path", ["a["], {}, {}, []],
])("an engine has heard of %s", (_name, paths, before, now, expected) => {
  expect(heardIn({ ...before }, { ...now, [IGNORED]: paths })).toEqual(expected);
});

describe("an API that shows texts as HTML entities", () => {
  const personality = { entities: "escaped" } as const;
  const typed = { notes: 'Tom & "Ann"', contacts_list_tags: ["R&D", "&lt;"] };

  it.each([false, true])("has what was typed written back as it was typed, edit after edit", async (updateReplaces) => {
    const { byHand, edit, live } = await stage(
      ["notes", "contactsListTags"],
      { notes: "n", contactsListTags: ["a"] },
      { personality: { ...personality, updateReplaces } },
    );
    byHand(typed);
    const after = await edit(hours);
    await edit({ name: "Autumn" }, after);
    expect(live()).toMatchObject({ name: "Autumn", ...typed });
  });

  it("so it is once a refresh has taken it into the state, where an engine puts that in place", async () => {
    const { byHand, edit, live, refresh } = await stage(
      ["contactsListTags"],
      { contactsListTags: ["a"] },
      { personality },
    );
    byHand({ contacts_list_tags: typed.contacts_list_tags });
    const seen = await refresh();
    await edit({ contactsListTags: seen["contactsListTags"], notes: "New." }, seen);
    expect(live()).toMatchObject({ notes: "New.", contacts_list_tags: typed.contacts_list_tags });
  });

  it("and in free-form objects", async () => {
    const { emulator, edit, live, id } = await stage(
      ["agentFlow"],
      { agentFlow: { greeting: "Hello", more: [{ deep: "" }] } },
      { personality, name: "AiAgent" },
    );
    const wire = Object.keys(live()).find((name) => name.replaceAll("_", "").toLowerCase() === "agentflow") ?? "";
    const flow = { greeting: "You & me", more: [{ deep: "<b>" }] };
    emulator.dashboard.change("AiAgent", id, { [wire]: flow });
    await edit({ prompt: "You are Eve." });
    expect(live()[wire]).toEqual(flow);
  });
});

describe("a status that is ignored, and that the create could not set", () => {
  const refused = async () => {
    const emulator = await emulate({ personality: { newCampaignStatus: "paused", campaignListIds: true } });
    const kind = kinds.Campaign;
    const inputs = checked(kind, { ...leastOf.Campaign, desiredStatus: "active" });
    emulator.addFault({ fault: "refusal", text: "no", times: "always", match: { operation: "update" } });
    const failure = await create(contextFor(emulator), kind, inputs).catch((error: unknown) => error);
    emulator.clearFaults();
    if (!(failure instanceof PartlyCreated)) throw failure;
    const { id, state } = failure.created;
    const status = () => emulator.dashboard.get("Campaign", id)?.["status"];
    const up = async (from: object, ignored: object = { [IGNORED]: ["desiredStatus"] }) => {
      const context = contextFor(emulator);
      const after = await update(context, kind, id, { ...from }, { ...inputs, ...ignored });
      return { after, notes: context.notes.join("\n") };
    };
    return { failure, state, status, up };
  };

  it("is left so, and that is told, once", async () => {
    const { failure, state, status, up } = await refused();
    expect(worded(failure.text, runWording)).toContain("one that has `desiredStatus` in `ignoreChanges` does not");
    const { after, notes } = await up(state);
    expect(status()).toBe("paused");
    expect(notes).toContain(
      'has the status "paused" and was never set calling: the program has changes of desiredStatus ignored. Set it calling in the dashboard',
    );
    expect((await up({ ...after, __unread: "open" })).notes).toBe("");
  });

  it("is set, and nothing is told, where it is ignored no more", async () => {
    const { state, status, up } = await refused();
    expect((await up(state, {})).notes).toBe("");
    expect(status()).toBe("active");
  });
});
