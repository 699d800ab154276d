/** update: the full desired state in one request; an edit never sets anything calling that was not. */
import type { Emulator, PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { keyOf } from "../../../provider/ledger/ledger";
import { PartlyUpdated } from "../../../provider/lifecycle/created";
import { identify, placeholderId } from "../../../provider/lifecycle/identity";
import { TwoResources } from "../../../provider/lifecycle/takeOver";
import { read } from "../../../provider/lifecycle/read";
import { create, diff, ownerOf, update } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { twisted } from "../../support/twist";

const kind = kinds.Campaign;

async function campaign(declared: object = {}, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality });
  const inputs = checked(kind, { ...leastOf.Campaign, ...declared });
  const { id, state } = await create(contextFor(emulator), kind, inputs);
  emulator.clearRequests();
  const edit = (now: object, given: Record<string, unknown> = state) =>
    update(contextFor(emulator), kind, id, given, checked(kind, { ...leastOf.Campaign, ...declared, ...now }));
  const live = (): WireObject => emulator.dashboard.get("Campaign", id) ?? {};
  return { emulator, id, state, edit, live };
}

const updates = (emulator: Emulator) => emulator.requests.filter(({ operation }) => operation === "update");

it("sends everything that is declared, once, with the live status", async () => {
  const { emulator, edit, live } = await campaign();
  const state = await edit({ notes: "New." });
  expect(updates(emulator).map(({ body }) => body)).toEqual([
    {
      name: "Spring renewals",
      notes: "New.",
      campaign_type: "outbound",
      ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
      days_of_week: [1, 2],
      time_zone: "Europe/Paris",
      workspace: "default",
      status: "active",
    },
  ]);
  expect(live()).toMatchObject({ notes: "New.", status: "active" });
  expect(state).toMatchObject({ notes: "New.", status: "active" });
});

it("clears what was taken out of the program, and keeps 0, empty texts and empty lists as values", async () => {
  const { edit, live, state } = await campaign({
    startedAt: "2026-12-01",
    contactsListTags: ["vip"],
    retryDelay: [60],
  });
  const after = await edit({ startedAt: undefined, contactsListTags: [], retryDelay: [0] });
  expect(live()).toMatchObject({ contacts_list_tags: [], retry_delay: [0] });
  expect(live()).not.toHaveProperty("started_at");
  expect(state).toHaveProperty("startedAt");
  expect(after).not.toHaveProperty("startedAt");
});

describe("the status it carries", () => {
  it.each<[string, object, string, string]>([
    ["paused by somebody, not ours to say", {}, "paused", "paused"],
    ["active, not ours to say", {}, "active", "active"],
    ["completed, not ours to say", {}, "completed", "completed"],
    ["active, and to be", { desiredStatus: "active" }, "active", "active"],
    ["completed, wanted active", { desiredStatus: "active" }, "completed", "completed"],
    ["completed, wanted paused", { desiredStatus: "paused" }, "completed", "completed"],
  ])("%s", async (_title, declared, before, after) => {
    const { emulator, id, edit, live } = await campaign(declared);
    emulator.dashboard.change("Campaign", id, { status: before });
    const state = await edit({ notes: "New." });
    expect(live()).toMatchObject({ status: after, notes: "New." });
    expect(state["status"]).toBe(after);
    expect(updates(emulator)).toHaveLength(1);
  });

  it.each(["active", "paused"] as const)("is the wanted one where the edit says so (%s)", async (desiredStatus) => {
    const { emulator, edit, live } = await campaign({
      desiredStatus: desiredStatus === "active" ? "paused" : "active",
    });
    emulator.clearRequests();
    await edit({ desiredStatus });
    expect(live()).toMatchObject({ status: desiredStatus });
    const sent = updates(emulator).map(({ body }) => (body as WireObject)["status"]);
    expect(sent).toEqual(desiredStatus === "active" ? ["paused", "active"] : ["paused"]);
  });

  it("is the one that was read now, not the one the state remembers", async () => {
    const { emulator, id, edit, live, state } = await campaign();
    emulator.dashboard.change("Campaign", id, { status: "paused" });
    await edit({ notes: "New." }, { ...state, status: "active" });
    expect(live()["status"]).toBe("paused");
  });
});

it.each(["finished", "Done", "archived", "closed", "Canceled"])(
  "a campaign that is %s is over: no update sets it active again, also one that is for that",
  async (status) => {
    const { emulator, id, state } = await campaign({ desiredStatus: "paused" });
    emulator.dashboard.change("Campaign", id, { status });
    emulator.clearRequests();
    const bodies: WireObject[] = [];
    const api = await twisted(
      emulator,
      () => undefined,
      (body) => {
        bodies.push(JSON.parse(body) as WireObject);
        return JSON.stringify({ status: "completed", ...bodies.at(-1) });
      },
    );
    const wanted = checked(kind, { ...leastOf.Campaign, desiredStatus: "active", notes: "New." });
    await update(contextFor(api), kind, id, state, wanted);
    expect(bodies.map((body) => body["status"])).toEqual([undefined]);
  },
);

it("a status that is shown as an object is read", async () => {
  const { emulator, id, state } = await campaign({ desiredStatus: "active" });
  emulator.dashboard.change("Campaign", id, { status: "paused" });
  const api = await twisted(emulator, ({ envelope }) =>
    JSON.stringify(envelope).replaceAll('"status":"paused"', '"status":{"code":"paused","label":"Angehalten"}'),
  );
  const edited = checked(kind, { ...leastOf.Campaign, desiredStatus: "active", notes: "New." });
  const { message } = await failureOf(update(contextFor(api), kind, id, state, edited));
  expect(message).toMatch(/desiredStatus +"active" +"paused"/);
});

describe("a status of a word that is not documented", () => {
  /** An API that says `stopped` where the emulator says `paused`, and leaves the status as it is where none is sent. */
  async function stopped(declared: object) {
    const one = await campaign(declared);
    one.emulator.dashboard.change("Campaign", one.id, { status: "paused" });
    const api = await twisted(
      one.emulator,
      ({ envelope }) => JSON.stringify(envelope).replaceAll('"status":"paused"', '"status":"stopped"'),
      (body) => JSON.stringify({ status: "paused", ...(JSON.parse(body) as object) }),
    );
    const context = contextFor(api);
    const edit = (now: object, state = one.state) =>
      update(context, kind, one.id, state, checked(kind, { ...leastOf.Campaign, ...declared, ...now }));
    return { ...one, edit, context };
  }

  it.each([{ desiredStatus: "active" }, {}])("is left as it is by an edit of something else (%j)", async (declared) => {
    const { edit, live, context } = await stopped(declared);
    const after = await edit({ notes: "New." });
    expect(live()).toMatchObject({ status: "paused", notes: "New." });
    expect(after).toMatchObject({ status: "stopped", ...declared });
    await edit({ notes: "Newer." }, after);
    expect(live()).toMatchObject({ status: "paused", notes: "Newer." });
    expect(context.notes.join("\n").includes('has the status "stopped", of which is not known whether it calls')).toBe(
      "desiredStatus" in declared,
    );
  });

  it.each(["running", "scheduled"])("that says that it calls (%s) is taken for active", async (word) => {
    const { emulator, id, state } = await campaign({ desiredStatus: "active" });
    emulator.dashboard.change("Campaign", id, { status: "active" });
    const api = await twisted(emulator, ({ envelope }) =>
      JSON.stringify(envelope).replaceAll('"status":"active"', `"status":"${word}"`),
    );
    const context = contextFor(api);
    const edited = checked(kind, { ...leastOf.Campaign, desiredStatus: "active", notes: "New." });
    await update(context, kind, id, state, edited);
    expect(updates(emulator).map(({ body }) => (body as WireObject)["status"])).toEqual(["active"]);
    expect(context.notes).toEqual([]);
  });

  it.each(["running", "scheduled"])("that says that it calls (%s) is drift where a pause is wanted", async (word) => {
    const { emulator, id, state } = await campaign({ desiredStatus: "paused" });
    emulator.dashboard.change("Campaign", id, { status: "active" });
    const api = await twisted(emulator, ({ envelope }) =>
      JSON.stringify(envelope).replaceAll('"status":"active"', `"status":"${word}"`),
    );
    const inputs = checked(kind, { ...leastOf.Campaign, desiredStatus: "paused" });
    const { message } = await failureOf(update(contextFor(api), kind, id, state, { ...inputs, notes: "New." }));
    expect(message).toMatch(/desiredStatus +"paused" +"active"/);
    const found = await read(contextFor(api), kind, id, state);
    expect(found?.inputs).toMatchObject({ desiredStatus: "active" });
    expect(diff(contextFor(api), kind, id, found?.state ?? {}, inputs).changes).toBe(true);
    await update(contextFor(api), kind, id, found?.state ?? {}, inputs);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "paused" });
  });

  it("is not sent back to an API that wants one: the run fails, and says what sends one", async () => {
    const one = await campaign({});
    one.emulator.dashboard.change("Campaign", one.id, { status: "paused" });
    const api = await twisted(one.emulator, ({ envelope }) =>
      JSON.stringify(envelope).replaceAll('"status":"paused"', '"status":2'),
    );
    const edited = checked(kind, { ...leastOf.Campaign, notes: "New." });
    const { message } = await failureOf(update(contextFor(api), kind, one.id, one.state, edited));
    expect(message).toContain("status is required");
    expect(message).toContain("a change of `desiredStatus` sends one");
    expect(one.live()["status"]).toBe("paused");
  });

  it.each([
    ["running", "active"],
    ["In Progress", "active"],
    ["scheduled", undefined],
    ["stopped", undefined],
    ["2", undefined],
  ])("(%s) goes back as %s where the program leaves the status out", async (word, sent) => {
    const { emulator, id, state } = await campaign({});
    emulator.dashboard.change("Campaign", id, { status: "active" });
    const bodies: WireObject[] = [];
    const api = await twisted(
      emulator,
      ({ envelope }) => JSON.stringify(envelope).replaceAll('"status":"active"', `"status":"${word}"`),
      (body) => {
        bodies.push(JSON.parse(body) as WireObject);
        return JSON.stringify({ status: "active", ...bodies.at(-1) });
      },
    );
    await update(contextFor(api), kind, id, state, checked(kind, { ...leastOf.Campaign, notes: "New." }));
    expect(bodies.map(({ status }) => status)).toEqual([sent]);
  });

  it("gives way to a pause that is wanted, and is not taken for one", async () => {
    const { edit, emulator } = await stopped({ desiredStatus: "paused" });
    const { message } = await failureOf(edit({ notes: "New." }));
    expect((updates(emulator).at(-1)?.body as WireObject)["status"]).toBe("paused");
    expect(message).toMatch(/desiredStatus +"paused" +"stopped"/);
    expect(message).toContain("shows that it is stopped: it may be calling");
  });

  it("gives way to what the edit says, or a run has left to do", async () => {
    const asked = await stopped({ desiredStatus: "paused" });
    await asked.edit({ desiredStatus: "active" });
    expect(asked.live()["status"]).toBe("active");
    const left = await stopped({ desiredStatus: "active" });
    await left.edit({}, { ...left.state, status: undefined });
    expect(left.live()["status"]).toBe("active");
  });

  it("is not what is sent before a campaign is set calling, which an API may not take", async () => {
    const emulator = await emulate({ personality: { newCampaignStatus: "paused", campaignCreateData: "object" } });
    const api = await twisted(emulator, ({ envelope }) =>
      JSON.stringify(envelope).replaceAll('"status":"paused"', '"status":"draft"'),
    );
    const inputs = checked(kind, { ...leastOf.Campaign, desiredStatus: "active" });
    const { state } = await create(contextFor(api), kind, inputs);
    expect(state["status"]).toBe("active");
    expect(updates(emulator).map(({ body }) => (body as WireObject)["status"])).toEqual(["paused", "active"]);
  });
});

it("asks the API for nothing where only this package's own settings change", async () => {
  const { emulator, edit } = await campaign();
  const state = await edit({ deletionPolicy: "retain", adopt: true });
  expect(emulator.requests).toEqual([]);
  expect(state).toMatchObject({ deletionPolicy: "retain", adopt: true });
});

it("uses the older address where only that one answers", async () => {
  const { edit, live } = await campaign({}, { campaignUpdatePath: "older", absentAnswer: "405" });
  await edit({ notes: "New." });
  expect(live()["notes"]).toBe("New.");
});

it("tells that the object is gone, and what to do", async () => {
  const { emulator, id, edit } = await campaign();
  emulator.dashboard.delete("Campaign", id);
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("is no longer there. Nothing was written.");
  expect(message).toContain("take it out of the program, and `pulumi state delete`");
  expect(message).toContain("`pulumi up --refresh`; a campaign then calls from the beginning");
});

it("tells that the route is not there, its mark, and how to set another", async () => {
  const { emulator, edit } = await campaign();
  emulator.setPersonality({ absentRoutes: ["campaign.update"] });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("was not updated.");
  expect(message).toContain("inferred");
  expect(message).toContain("pulumi config set callab:routes");
});

it("tells what the API refuses, and nothing is lost", async () => {
  const { emulator, id, edit } = await campaign();
  emulator.setPersonality({ unknownReferences: "refused" });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("AiAgent 0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01 not found");
  expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
});

it("is repeated when its answer is lost: the same state twice is the same state", async () => {
  const { emulator, edit, live } = await campaign();
  emulator.addFault({ fault: "dropAfter", match: { operation: "update" } });
  await edit({ notes: "New." });
  expect(updates(emulator)).toHaveLength(2);
  expect(live()["notes"]).toBe("New.");
});

it("needs an ID: what was never told one cannot be updated", async () => {
  const { emulator, state } = await campaign();
  const context = contextFor(emulator);
  const id = placeholderId(identify(context, kind, state));
  const { message } = await failureOf(update(context, kind, id, state, checked(kind, leastOf.Campaign)));
  expect(message).toContain("cannot be updated: the API never told its ID");
  expect(emulator.requests).toEqual([]);
});

it("tells another failure than a missing route as it is, and looks for nothing", async () => {
  const { emulator, edit } = await campaign();
  emulator.addFault({ fault: "forbidden", match: { operation: "update" }, times: "always" });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("does not allow this to the token");
  expect(message).not.toContain("was not updated.");
});

describe("the resource's own settings", () => {
  it("change nothing but the state, which keeps what was reported", async () => {
    const { emulator, edit, state } = await campaign();
    const reported = { ...state, callProgress: 40 };
    const after = await edit({ deletionPolicy: "retain" }, reported);
    expect(emulator.requests).toEqual([]);
    expect(after).toMatchObject({ deletionPolicy: "retain", callProgress: 40 });
  });

  it("are written with all the rest where something else changes too, and a wanted status is no such setting", async () => {
    const { emulator, edit } = await campaign();
    const after = await edit({ deletionPolicy: "retain", notes: "New." });
    await edit({ notes: "New.", desiredStatus: "paused" }, after);
    expect(updates(emulator)).toHaveLength(2);
  });

  it("make what was taken over ours: what the API hides is written then, once", async () => {
    const { emulator, state, edit } = await campaign();
    const taken = { ...state, __adopted: "2026-01-01T00:00:00.000Z abc equal" };
    const after = await edit({ adopt: true }, taken);
    expect(updates(emulator)).toHaveLength(1);
    expect(after["__adopted"]).toBe("2026-01-01T00:00:00.000Z abc");
    expect(await edit({ adopt: true, deletionPolicy: "retain" }, after)).toMatchObject({
      __adopted: after["__adopted"],
    });
    expect(updates(emulator)).toHaveLength(1);
  });

  it("leave what was taken over as it is where nobody asks for it", async () => {
    const { edit, state } = await campaign();
    const after = await edit({ notes: "New." }, { ...state, __adopted: "2026-01-01T00:00:00.000Z abc equal" });
    expect(after["__adopted"]).toBe("2026-01-01T00:00:00.000Z abc equal");
  });
});

describe("the resource", () => {
  const setUp = async () => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const memory = emptyMemory();
    const run = () => contextFor(emulator, { memory });
    const inputs = checked(kind, leastOf.Campaign);
    const autumn = checked(kind, { ...leastOf.Campaign, name: "Autumn" });
    const made = await create(run(), kind, inputs, ownerOf("a"));
    return { emulator, memory, run, inputs, autumn, ...made };
  };

  it("holds its object from then on, under both its names, and is its owner in the state", async () => {
    const { run, inputs, id, state } = await setUp();
    const context = run();
    const after = await update(context, kind, id, state, { ...inputs, notes: "New." }, ownerOf("b"));
    expect(after["__owner"]).toBe(ownerOf("b"));
    expect(context.ledger.run.holders.of(id)).toMatchObject({ owners: [ownerOf("b"), ownerOf("a")] });
  });

  it("that comes to what another one holds fails, and writes nothing", async () => {
    const { emulator, run, inputs, id, state } = await setUp();
    const context = run();
    context.ledger.run.hold(id, { owners: [ownerOf("c")], mark: undefined, wants: undefined });
    const failure = await failureOf(update(context, kind, id, state, { ...inputs, notes: "New." }, ownerOf("a")));
    expect(failure).toBeInstanceOf(TwoResources);
    expect(failure.message).toContain(`(ID ${id}) belongs to the resource "c"`);
    expect(updates(emulator)).toEqual([]);
  });

  it("that renames its object is remembered for it, and the former name as given up", async () => {
    const { memory, run, autumn, id, state } = await setUp();
    const context = run();
    await update(context, kind, id, state, autumn, ownerOf("a"));
    const [former, now] = [state, autumn].map((one) => keyOf(identify(context, kind, one).unique));
    expect(memory.notes.slice(-2)).toMatchObject([
      { step: "gone", key: former, id },
      { step: "made", key: now, id, owner: ownerOf("a") },
    ]);
    expect(context.ledger.run.isGone(former ?? "", id)).toBe(true);
  });

  it("that renames its object, and whose fields are not stored as declared, has renamed it", async () => {
    const { emulator, memory, run, autumn, id, state } = await setUp();
    emulator.setPersonality({ ...emulator.personality, droppedFields: ["call_time_of_day_to"] });
    const hours = { callTimeOfDayFrom: "09:00:00", callTimeOfDayTo: "17:00:00" };
    const failure = await failureOf(update(run(), kind, id, state, { ...autumn, ...hours }, ownerOf("a")));
    if (!(failure instanceof PartlyUpdated)) throw failure;
    expect(failure.state).toMatchObject({ name: "Autumn", callTimeOfDayFrom: "09:00:00" });
    const now = keyOf(identify(run(), kind, autumn).unique);
    expect(memory.notes).toContainEqual(expect.objectContaining({ step: "made", key: now, id }));
  });

  it("that is refused for what it says leaves the state as it was", async () => {
    const { emulator, run, inputs, id, state } = await setUp();
    const edited = { ...inputs, notes: "New." };
    emulator.addFault({ fault: "refusal", text: "No.", match: { operation: "update" }, times: "always" });
    expect(await failureOf(update(run(), kind, id, state, edited, ownerOf("a")))).not.toBeInstanceOf(PartlyUpdated);
  });

  it("that has no answer may have been done: the state has what it may have added, and no status that it may have set", async () => {
    const { emulator, run, inputs, id, state } = await setUp();
    const edited = { ...inputs, notes: "New." };
    emulator.addFault({ fault: "dropBefore", match: { operation: "update" }, times: "always" });
    const failure = await failureOf(update(run(), kind, id, state, edited, ownerOf("a")));
    expect(failure).toMatchObject({ name: "PartlyUpdated", state: { notes: state["notes"], status: "active" } });
    // So that it can be taken out again.
    const added = { ...edited, callTimeOfDayFrom: "09:00:00", callTimeOfDayTo: "17:00:00" };
    const unsure = await failureOf(update(run(), kind, id, state, added, ownerOf("a")));
    if (!(unsure instanceof PartlyUpdated)) throw unsure;
    expect(unsure.state).toMatchObject({ notes: state["notes"], callTimeOfDayFrom: "09:00:00" });
    expect(Object.keys(unsure.state).filter((name) => !(name in state))).toEqual(
      expect.arrayContaining(["callTimeOfDayFrom", "callTimeOfDayTo"]),
    );
    const paused = { ...edited, desiredStatus: "paused" };
    const unset = await failureOf(update(run(), kind, id, state, paused, ownerOf("a")));
    if (!(unset instanceof PartlyUpdated)) throw unset;
    expect([unset.state["status"], unset.state["desiredStatus"]]).toEqual([undefined, undefined]);
  });

  it("that renames its object hears first who else speaks for it", async () => {
    const { emulator, run, inputs, autumn, id, state } = await setUp();
    const context = run();
    context.ledger.run.noteActivity(context.now() + 60_000);
    const sleep = (ms: number): Promise<void> => {
      context.ledger.run.claim({
        id,
        owner: ownerOf("c"),
        formerOwner: ownerOf("c"),
        mark: undefined,
        wants: "k",
        isAsked: false,
      });
      return context.sleep(ms);
    };
    const failure = await failureOf(update({ ...context, sleep }, kind, id, state, autumn, ownerOf("a")));
    expect(failure).toBeInstanceOf(TwoResources);
    expect(updates(emulator)).toEqual([]);
    expect(emulator.dashboard.get("Campaign", id)?.["name"]).toBe(inputs["name"]);
  });

  it("that gives its object the name of one that is on its way out is not held up by that", async () => {
    const { emulator, run, inputs, autumn, id, state } = await setUp();
    const wants = (name: string): string => keyOf(identify(run(), kind, { ...inputs, name }).unique);
    const taken = emulator.dashboard.create("Campaign", { name: "Autumn", campaign_type: "outbound" }).id;
    const holder = { owners: [ownerOf("b")], mark: undefined } as const;
    const rename = (context: TestContext) => update(context, kind, id, state, autumn, ownerOf("a"));
    const staying = run();
    staying.ledger.run.hold(taken, { ...holder, wants: wants("Autumn") });
    expect(await failureOf(rename(staying))).toBeInstanceOf(TwoResources);
    const [leaving, going] = [run(), run()];
    leaving.ledger.run.hold(taken, { ...holder, wants: wants("Winter") });
    await rename(leaving);
    emulator.dashboard.change("Campaign", id, { name: String(inputs["name"]) });
    going.ledger.run.gaveUp(wants("Autumn"), taken);
    await rename(going);
    expect(emulator.dashboard.list("Campaign").map(({ name }) => name)).toEqual(["Autumn", "Autumn"]);
  });

  it("that gives its object the name of another one fails, and says which that is", async () => {
    const { emulator, edit, live } = await campaign({}, { campaignListIds: true });
    const other = emulator.dashboard.create("Campaign", { name: "Autumn  renewals", campaign_type: "outbound" });
    const { message } = await failureOf(edit({ name: "Autumn renewals" }));
    expect(message).toContain('The name "Autumn renewals" is taken');
    expect(message).toContain(other.id);
    expect(updates(emulator)).toEqual([]);
    expect(live()).toMatchObject({ name: "Spring renewals" });

    emulator.dashboard.delete("Campaign", other.id);
    await edit({ name: "Autumn renewals" });
    expect(live()).toMatchObject({ name: "Autumn renewals" });
  });

  it("that renames its object once more, since no run has learnt that it is called so, goes on", async () => {
    for (const campaignListIds of [true, false]) {
      const { emulator, id, edit, live } = await campaign({}, { campaignListIds });
      emulator.dashboard.change("Campaign", id, { name: "Autumn renewals" });
      await edit({ name: "Autumn renewals", notes: "New." });
      expect(live()).toMatchObject({ name: "Autumn renewals", notes: "New." });
    }
  });

  it("that does not rename it waits for nobody and notes what it writes alone", async () => {
    const { memory, run, inputs, id, state } = await setUp();
    const context = run();
    context.ledger.run.noteActivity(context.now() + 60_000);
    const before = memory.notes.length;
    const sleep = (): never => {
      throw new Error("nothing to wait for");
    };
    await update({ ...context, sleep }, kind, id, state, { ...inputs, notes: "New." }, ownerOf("a"));
    expect(memory.notes.slice(before)).toEqual([
      expect.objectContaining({ step: "wrote", from: "notes:-" }),
      expect.objectContaining({ step: "answered" }),
    ]);
  });
});

it("says that another of its name may be there, where its ID is not found and the list tells none", async () => {
  const emulator = await emulate({ personality: { phoneNumberIds: false } });
  const number = "+15555550107";
  const { PhoneNumber } = kinds;
  const state = checked(PhoneNumber, { phoneNumber: number });
  emulator.dashboard.create("PhoneNumber", { phone_number: number });
  const edited = checked(PhoneNumber, { phoneNumber: number, nickname: "New" });
  const gone = "11111111-1111-4111-8111-111111111111";
  const { message } = await failureOf(update(contextFor(emulator), PhoneNumber, gone, state, edited));
  expect(message).toContain("that is another of its name, remove this one from the state with `pulumi state delete`");
});
