/** The drift gate: what somebody has changed is never set back by an edit that has nothing to do with it. */
import type { WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { ListedKindName } from "../../../provider/kinds/schema";
import { defaultPatience } from "../../../provider/lifecycle/context";
import { read } from "../../../provider/lifecycle/read";
import { contextFor, failureOf } from "../../support/context";
import { deleteObject, diff, ownerOf, update } from "../../support/lifecycle";
import { edited as stage } from "../../support/edited";
import { emptyMemory } from "../../support/memoryStore";

const hours = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "19:00" };

it("leaves an emergency stop as it is: a pause and narrower hours, and then an edit of the notes", async () => {
  const { byHand, edit, live, writes } = await stage({ ...hours, desiredStatus: "active" });
  byHand({ status: "paused", call_time_of_day_to: "12:00:00" });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("was changed since the last run, and not by this program. Nothing was written.");
  expect(message).toMatch(/callTimeOfDayTo +"19:00:00" +"12:00:00"/);
  expect(message).toMatch(/desiredStatus +"active" +"paused"/);
  expect(message).toContain("pulumi up --refresh");
  expect(writes()).toBe(0);
  expect(live()).toMatchObject({ status: "paused", call_time_of_day_to: "12:00:00", notes: "" });
});

it("sets back what a refresh has shown, in the run whose preview shows it", async () => {
  const { byHand, edit, refresh, live, kind, id, program, run } = await stage({ ...hours, desiredStatus: "active" });
  byHand({ status: "paused", call_time_of_day_to: "12:00:00" });
  const seen = await refresh();
  expect(diff(run(), kind, id, seen, program({ notes: "New." })).changes).toBe(true);
  await edit({ notes: "New." }, seen);
  expect(live()).toMatchObject({ status: "active", call_time_of_day_to: "19:00:00", notes: "New." });
});

it("writes the edit's own field over what somebody made of it, and says so", async () => {
  const { byHand, edit, live, run } = await stage();
  byHand({ notes: "By hand." });
  const context = run();
  await edit({ notes: "New." }, undefined, context);
  expect(live()["notes"]).toBe("New.");
  expect(context.notes.join("\n")).toMatch(/That is written over:\n.*\n +notes +"" +"By hand\."/);
});

describe("an edit of a field of which the program, or the last run, knows nothing", () => {
  const narrow = { call_time_of_day_from: "10:00:00", call_time_of_day_to: "12:00:00" };
  const withoutEnd = { callTimeOfDayTo: undefined };

  it.each<[string, object, object, WireObject, string | undefined, RegExp[]]>([
    [
      "adds hours where somebody has set others",
      {},
      hours,
      narrow,
      "19:00:00",
      [/callTimeOfDayFrom +\(not set\) +"10:00:00"/, /callTimeOfDayTo +\(not set\) +"12:00:00"/],
    ],
    [
      "takes out an hour that somebody has narrowed",
      hours,
      withoutEnd,
      { call_time_of_day_to: "12:00:00" },
      undefined,
      [/callTimeOfDayTo +"19:00:00" +"12:00:00"/],
    ],
  ])("%s: it is written, and the run says over what", async (_title, declared, more, patch, now, said) => {
    const { byHand, edit, live, run } = await stage(declared);
    byHand(patch);
    const context = run();
    await edit(more, undefined, context);
    expect(live()["call_time_of_day_to"]).toBe(now);
    const told = context.notes.join("\n");
    expect(told).toContain("was changed since the last run, and not by this program. That is written over:");
    for (const row of said) expect(told).toMatch(row);
  });

  it("sets what a refresh has seen emptied, and somebody has set again: the run says over what", async () => {
    const { byHand, edit, refresh, live, run } = await stage(hours);
    byHand({ call_time_of_day_to: null });
    const seen = await refresh();
    expect(seen).not.toHaveProperty("callTimeOfDayTo");
    byHand({ call_time_of_day_to: "12:00:00" });
    const context = run();
    await edit({}, seen, context);
    expect(live()["call_time_of_day_to"]).toBe("19:00:00");
    expect(context.notes.join("\n")).toMatch(/callTimeOfDayTo +\(not set\) +"12:00:00"/);
  });

  it.each<[string, object, object, WireObject]>([
    ["adds what is live already", {}, hours, { call_time_of_day_from: "09:00:00", call_time_of_day_to: "19:00:00" }],
    ["takes out what somebody has emptied", hours, withoutEnd, { call_time_of_day_to: null }],
    ["takes out what nobody has changed", hours, withoutEnd, {}],
  ])("%s: there is nothing to say", async (_title, declared, more, patch) => {
    const { byHand, edit, run } = await stage(declared);
    byHand(patch);
    const context = run();
    await edit(more, undefined, context);
    expect(context.notes).toEqual([]);
  });

  it("sets what a refresh has shown in a field that the program left out: there is nothing to say", async () => {
    const { byHand, edit, refresh, live, run } = await stage();
    byHand(narrow);
    const context = run();
    await edit(hours, await refresh(), context);
    expect(live()["call_time_of_day_to"]).toBe("19:00:00");
    expect(context.notes).toEqual([]);
  });
});

it("goes on in spite of it, and says what it sets back, where callab:onDrift is overwrite", async () => {
  const { byHand, edit, live, run } = await stage(hours, { settings: { onDrift: "overwrite" } });
  byHand({ call_time_of_day_to: "12:00:00" });
  const context = run();
  await edit({ notes: "New." }, undefined, context);
  expect(live()).toMatchObject({ notes: "New.", call_time_of_day_to: "19:00:00" });
  expect(context.notes.join("\n")).toContain("callTimeOfDayTo");
});

it("leaves an hour and tags alone that somebody emptied, by an API that leaves out what is not set", async () => {
  const { byHand, edit, writes } = await stage(
    { ...hours, contactsListTags: ["vip"] },
    { personality: { unsetFields: "absent", campaignListIds: true } },
  );
  byHand({ call_time_of_day_to: null, contacts_list_tags: null });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toMatch(/contactsListTags +\["vip"\]/);
  expect(message).toMatch(/callTimeOfDayTo +"19:00:00"/);
  expect(writes()).toBe(0);
});

it.each<[string, object, WireObject]>([
  ["a field that the program leaves out", {}, { call_time_of_day_to: "12:00:00" }],
  ["a status that the program leaves out", {}, { status: "paused" }],
  ["a status that is reached by running", { desiredStatus: "active" }, { status: "completed", call_progress: 100 }],
  ["a value that the edit declares as well", hours, { call_time_of_day_to: "20:00:00" }],
])("lets pass %s", async (_title, declared, patch) => {
  const { byHand, edit, live } = await stage(declared);
  byHand(patch);
  await edit({ notes: "New.", ...(declared === hours ? { callTimeOfDayTo: "20:00" } : {}) });
  expect(live()).toMatchObject({ notes: "New.", ...patch });
});

it.each<ListedKindName>(["AiAgent", "PhoneNumber", "Webhook"])("%s: its fields are kept as well", async (name) => {
  const [shown, edited] = {
    AiAgent: ["description", "prompt"],
    PhoneNumber: ["nickname", "numberCountryCode"],
    Webhook: ["maxRetries", "logo"],
    Campaign: ["notes", "name"],
  }[name] as [string, string];
  const field = kinds[name].field(shown);
  const first = shown === "maxRetries" ? 3 : "one";
  const { byHand, edit, live, writes } = await stage(
    { [shown]: first },
    { name, personality: { campaignListIds: true, phoneNumberIds: true, otherCreateData: "id" } },
  );
  const other = shown === "maxRetries" ? 5 : "two";
  byHand({ [field?.wireName ?? ""]: other });
  const more = { [edited === "logo" ? "flowDirection" : edited]: edited === "logo" ? "outbound" : "33" };
  const { message } = await failureOf(edit(more));
  expect(message).toContain(shown);
  expect(writes()).toBe(0);
  expect(live()[field?.wireName ?? ""]).toBe(other);
});

it("is not tripped by what the API itself makes of a value, which is told when it is written", async () => {
  const one = await stage({ name: "Spring Renewals" }, { personality: { names: "lower" } });
  const context = one.run();
  const state = await one.edit({ notes: "New." }, one.state, context);
  expect(one.live()).toMatchObject({ name: "spring renewals", notes: "New." });
  expect(context.notes.join("\n")).toMatch(
    /stored otherwise than it was declared:\n.*\n +name +"Spring Renewals" +"spring renewals"/,
  );
  await one.edit({ notes: "Newer." }, state);
  one.byHand({ name: "autumn" });
  expect((await failureOf(one.edit({ notes: "Newest." }, state))).message).toMatch(/name +"Spring Renewals" +"autumn"/);
});

it("does not take a list that lags behind the program's own write for somebody's change", async () => {
  const { edit, live } = await stage(
    { nickname: "one" },
    {
      name: "PhoneNumber",
      personality: { phoneNumberIds: true, otherCreateData: "id", listLagRequests: 3, listLagFor: "update" },
    },
  );
  const state = await edit({ nickname: "two" });
  await edit({ nickname: "two", numberCountryCode: "33" }, state);
  expect(live()).toMatchObject({ nickname: "two" });
});

describe("how often it looks before it writes", () => {
  /** What is asked before the write, or before the failure. */
  async function asked(name: ListedKindName, declared: object, patch: WireObject, more: object): Promise<string[]> {
    const personality = { campaignListIds: true, phoneNumberIds: true, otherCreateData: "id" } as const;
    const { byHand, edit, emulator } = await stage(declared, { name, personality });
    byHand(patch);
    await edit(more).catch(() => undefined);
    const operations = emulator.requests.map(({ operation }) => operation ?? "");
    const written = operations.indexOf("update");
    return written < 0 ? operations : operations.slice(0, written);
  }
  const looks = 1 + defaultPatience.pauses.length;

  it("a list that shows a change which the edit would undo is asked again, with patience: it may lag behind", async () => {
    const more = { numberCountryCode: "33" };
    const all = await asked("PhoneNumber", { nickname: "one" }, { nickname: "two" }, more);
    expect(all.filter((operation) => operation === "list")).toHaveLength(looks);
  });

  it.each<[string, object, WireObject]>([
    ["nothing that was changed", { nickname: "new" }, {}],
    ["what the edit changes anyway", { nickname: "new" }, { nickname: "two" }],
  ])("one that shows %s is asked once", async (_title, more, patch) => {
    const all = await asked("PhoneNumber", { nickname: "one" }, patch, more);
    expect(all).toEqual(["list"]);
  });

  it("a read by the ID that shows a change is believed at once, with a list beside it", async () => {
    const all = await asked("Campaign", hours, { call_time_of_day_to: "12:00:00" }, { notes: "New." });
    expect(all).toEqual(["read", "list"]);
  });
});

describe("a replacement", () => {
  const shown = { phoneNumberIds: true, campaignListIds: true, otherCreateData: "id" as const };
  const spring = ownerOf("spring");

  /** What the engine asks of a resource that it makes anew: what differs, then the delete of the object. */
  async function replaced(around: Awaited<ReturnType<typeof stage>>, from = around.state, context = around.run()) {
    const { kind, id, program } = around;
    const anew = kind.name === "Campaign" ? program({ campaignType: "inbound" }) : program({ workspace: "north" });
    expect(diff(context, kind, id, from, anew, spring).replaces).not.toEqual([]);
    await deleteObject(context, kind, id, from, spring);
    return context;
  }

  it.each<[string, object, WireObject, RegExp]>([
    ["a pause", { desiredStatus: "active" }, { status: "paused" }, /desiredStatus +"active" +"paused"/],
    ["a pause of what may call at once", {}, { status: "paused" }, /desiredStatus +"active" +"paused"/],
    ["narrower hours", hours, { call_time_of_day_to: "12:00:00" }, /callTimeOfDayTo +"19:00:00" +"12:00:00"/],
  ])("does not undo unseen %s", async (_title, declared, patch, said) => {
    const around = await stage(declared, { personality: shown });
    around.byHand(patch);
    const { message } = await failureOf(replaced(around));
    expect(message).toMatch(said);
    expect(message).toContain("Nothing was written.");
    expect(message).toContain("pulumi up --refresh");
    expect(around.writes()).toBe(0);
    expect(around.live()).toMatchObject(patch);
  });

  it.each<ListedKindName>(["AiAgent", "Webhook"])("of another kind does not either: %s", async (name) => {
    const field = name === "AiAgent" ? "description" : "maxRetries";
    const [one, two] = name === "AiAgent" ? ["one", "two"] : [3, 5];
    const around = await stage({ [field]: one }, { name, personality: shown });
    around.byHand({ [around.kind.field(field)?.wireName ?? ""]: two });
    expect((await failureOf(replaced(around))).message).toContain(field);
    expect(around.writes()).toBe(0);
  });

  describe("whose delete was refused before, after the campaign was paused for it", () => {
    const refusing = async (declared: object = { desiredStatus: "active" }) => {
      const memory = emptyMemory();
      const around = await stage(declared, { personality: shown });
      const run = () => contextFor(around.emulator, { memory });
      around.emulator.addFault({ fault: "refusal", text: "no", match: { operation: "delete" } });
      expect((await failureOf(replaced(around, around.state, run()))).message).toContain("was not deleted");
      expect(around.live()).toMatchObject({ status: "paused" });
      return { ...around, run, ids: () => around.emulator.dashboard.ids("Campaign") };
    };

    it.each([
      ["calls by the program", { desiredStatus: "active" }],
      ["may call at once", {}],
    ])("goes on by itself: the pause is the run's own (%s)", async (_title, declared) => {
      const around = await refusing(declared);
      await replaced(around, around.state, around.run());
      expect(around.ids()).toEqual([]);
    });

    it("goes on as well where its process was killed once the pause had come to the API", async () => {
      const memory = emptyMemory();
      const around = await stage({ desiredStatus: "active" }, { personality: shown });
      const { emulator } = around;
      const isOver = (): boolean => emulator.requests.some(({ operation }) => operation === "update");
      emulator.addFault({ fault: "refusal", text: "no", match: { operation: "delete" } });
      await failureOf(replaced(around, around.state, contextFor(emulator, { memory, isOver })));
      await replaced(around, around.state, contextFor(emulator, { memory }));
      expect(emulator.dashboard.ids("Campaign")).toEqual([]);
    });

    it("is stopped by what else somebody has changed", async () => {
      const around = await refusing({ ...hours, desiredStatus: "active" });
      around.byHand({ call_time_of_day_to: "12:00:00" });
      const { message } = await failureOf(replaced(around, around.state, around.run()));
      expect(message).toMatch(/callTimeOfDayTo/);
      expect(message).not.toMatch(/desiredStatus/);
      expect(around.ids()).toHaveLength(1);
    });

    it.each([
      ["a refresh", true],
      ["a preview with a refresh, which records nothing", false],
    ])("is stopped by a pause by hand of what %s saw calling again", async (_title, isRecorded) => {
      const around = await refusing();
      around.byHand({ status: "active" });
      const seen = await read(around.run(), around.kind, around.id, around.state);
      around.byHand({ status: "paused" });
      const state = isRecorded ? (seen?.state ?? {}) : around.state;
      const { message } = await failureOf(replaced(around, state, around.run()));
      expect(message).toMatch(/desiredStatus +"active" +"paused"/);
    });

    it("is stopped by a pause by hand after an edit set it calling", async () => {
      const around = await refusing();
      const context = around.run();
      const state = (await read(context, around.kind, around.id, around.state))?.state ?? {};
      const back = await update(context, around.kind, around.id, state, around.program({ notes: "n" }));
      expect(around.live()).toMatchObject({ status: "active" });
      around.byHand({ status: "paused" });
      expect((await failureOf(replaced(around, back, around.run()))).message).toMatch(/desiredStatus/);
    });

    it.each<[string, object, object]>([
      ["edited it and set it calling", { notes: "n" }, {}],
      ["edited it, set it calling, and took the edit back", { notes: "n" }, { notes: "" }],
    ])("is stopped by a pause by hand after another machine %s", async (_title, edited, back) => {
      const around = await refusing();
      const { kind, id, program, byHand, ids } = around;
      const elsewhere = contextFor(around.emulator);
      let state = (await read(elsewhere, kind, id, around.state))?.state ?? {};
      state = await update(elsewhere, kind, id, state, program(edited));
      state = await update(elsewhere, kind, id, state, program({ ...edited, ...back }));
      expect(around.live()).toMatchObject({ status: "active" });
      byHand({ status: "paused" });
      const { message } = await failureOf(replaced(around, state, around.run()));
      expect(message).toMatch(/desiredStatus +"active" +"paused"/);
      expect(ids()).toHaveLength(1);
    });

    it("keeps no state in the notes: a print that tells nothing without the token", async () => {
      const memory = emptyMemory();
      const around = await stage({ desiredStatus: "active" }, { personality: shown });
      around.emulator.addFault({ fault: "refusal", text: "no", match: { operation: "delete" } });
      await failureOf(replaced(around, around.state, contextFor(around.emulator, { memory })));
      const noted = memory.notes.filter(({ step }) => step === "rest");
      expect(noted).toMatchObject([{ state: expect.stringMatching(/^state:~[-\w]{8}$/) as string }]);
    });
  });

  it("goes on once a refresh has shown it", async () => {
    const around = await stage({ desiredStatus: "active" }, { personality: shown });
    around.byHand({ status: "paused" });
    await replaced(around, await around.refresh());
    expect(around.emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  it("goes on and says so where callab:onDrift is overwrite", async () => {
    const around = await stage({ desiredStatus: "active" }, { personality: shown, settings: { onDrift: "overwrite" } });
    around.byHand({ status: "paused" });
    expect((await replaced(around)).notes.join("\n")).toContain("desiredStatus");
    expect(around.emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  describe("of a campaign that somebody has given what the program leaves out", () => {
    const byHand = { call_time_of_day_from: "10:00:00", call_time_of_day_to: "11:00:00", ended_at: "2099-12-31" };

    it("does not make one that calls at all hours, also after a refresh", async () => {
      const around = await stage({ desiredStatus: "active" }, { personality: shown });
      around.byHand(byHand);
      const { message } = await failureOf(replaced(around, await around.refresh()));
      expect(message).toContain("is to be made anew, and the new one would be without what the program leaves out");
      expect(message).toMatch(/field +live +anew/);
      expect(message).toMatch(/callTimeOfDayTo +"11:00:00" +\(not set\)/);
      expect(message).toMatch(/endedAt +"2099-12-31" +\(not set\)/);
      expect(message).toContain("Declare what is to be kept");
      expect(around.writes()).toBe(0);
      expect(around.live()).toMatchObject(byHand);
    });

    it("goes by what it holds of who and when: how often has a default everywhere", async () => {
      const around = await stage({ desiredStatus: "active" }, { personality: shown });
      around.byHand({ number_of_call_attempts: [1], retry_delay: [10], retry_delay_unit: ["minutes"] });
      await replaced(around);
      expect(around.emulator.dashboard.ids("Campaign")).toEqual([]);
    });

    it("makes it with what is declared in the same edit", async () => {
      const around = await stage({ desiredStatus: "active" }, { personality: shown });
      around.byHand({ ...byHand, ended_at: null });
      const { kind, id, state, run, program } = around;
      const anew = program({ campaignType: "inbound", callTimeOfDayFrom: "10:00", callTimeOfDayTo: "11:00" });
      const context = run();
      expect(diff(context, kind, id, state, anew, spring).replaces).not.toEqual([]);
      await deleteObject(context, kind, id, state, spring);
      expect(around.emulator.dashboard.ids("Campaign")).toEqual([]);
    });

    it("goes on and says so where callab:onDrift is overwrite", async () => {
      const settings = { onDrift: "overwrite" };
      const around = await stage({ desiredStatus: "active" }, { personality: shown, settings });
      around.byHand(byHand);
      expect((await replaced(around)).notes.join("\n")).toMatch(/callTimeOfDayTo +"11:00:00" +\(not set\)/);
      expect(around.emulator.dashboard.ids("Campaign")).toEqual([]);
    });
  });

  it("is no matter of a delete: what leaves the program is deleted, whatever was changed of it", async () => {
    const around = await stage({ desiredStatus: "active" }, { personality: shown });
    around.byHand({ status: "paused" });
    await deleteObject(around.run(), around.kind, around.id, around.state, spring);
    expect(around.emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  it("of what somebody deleted goes on", async () => {
    const around = await stage({ desiredStatus: "active" }, { personality: shown });
    around.emulator.dashboard.delete("Campaign", around.id);
    await replaced(around);
    // The delete alone: what a look lacks may be there.
    expect(around.writes()).toBe(1);
  });
});
