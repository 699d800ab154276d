/** read: what is live, in the terms of what was declared. It invents no drift and loses no object. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { create, ownerOf } from "../../support/lifecycle";
import { read } from "../../../provider/lifecycle/read";
import { liveInputs, reportedBy, shownFields } from "../../../provider/lifecycle/shown";
import { checked, contextFor, emulate, failureOf, leastOf, now, serve, sleep } from "../../support/context";
import { emptyMemory } from "../../support/memoryStore";
import { lacking, twisted } from "../../support/twist";

const kind = kinds.Campaign;

async function campaign(declared: object = {}, personality: PersonalityPatch = {}) {
  const emulator = await emulate({ personality });
  const inputs = checked(kind, { ...leastOf.Campaign, ...declared });
  const { id, state } = await create(contextFor(emulator), kind, inputs);
  emulator.clearRequests();
  return {
    emulator,
    id,
    inputs,
    state,
    change: (patch: WireObject) => emulator.dashboard.change("Campaign", id, patch),
    refresh: (given: Record<string, unknown> = state) => read(contextFor(emulator), kind, id, given),
  };
}

it("shows drift in the declared terms, and lets the summary follow", async () => {
  const { change, refresh, inputs } = await campaign({ contactsListTags: ["vip"] });
  change({ days_of_week: [0, 6], contacts_list_tags: ["vip", "gold"], call_time_of_day_from: "20:00:00" });
  const found = await refresh();
  expect(found?.inputs).toEqual({
    ...inputs,
    daysOfWeek: ["sunday", "saturday"],
    contactsListTags: ["vip", "gold"],
    summary: "outbound, Sat, Sun at any time Europe/Paris, tags vip, gold, status left to Callab",
  });
  // The program does not set a window: it is reported, not managed.
  expect(found?.state).toMatchObject({ callTimeOfDayFrom: "20:00:00", __unmanaged: ["callTimeOfDayFrom"] });
});

it("shows a declared field that was cleared as not set", async () => {
  const { change, refresh } = await campaign({ startedAt: "2026-12-01" });
  change({ started_at: null });
  const found = await refresh();
  expect(found?.inputs).not.toHaveProperty("startedAt");
});

it("reports what moves by itself, and calls none of it drift", async () => {
  const { change, refresh, inputs } = await campaign({ desiredStatus: "active" });
  change({ status: "completed", call_progress: 100 });
  const found = await refresh();
  expect(found?.inputs).toEqual(inputs);
  expect(found?.state).toMatchObject({ status: "completed", callProgress: 100 });
});

it("shows that somebody paused what should be calling", async () => {
  const { change, refresh } = await campaign({ desiredStatus: "active" });
  change({ status: "paused" });
  expect((await refresh())?.inputs["desiredStatus"]).toBe("paused");
});

it("keeps the last written value of what the API hides", async () => {
  const { change, refresh, inputs } = await campaign();
  change({ ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07" });
  expect((await refresh())?.inputs["aiAgentId"]).toBe(inputs["aiAgentId"]);
});

it("sees what an older API shows all the same", async () => {
  const { change, refresh } = await campaign({}, { campaignReferences: "shown", campaignListIds: true });
  change({ ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07" });
  expect((await refresh())?.inputs["aiAgentId"]).toBe("0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07");
});

it("says that an object is gone when a list lacks it and nothing can be read", async () => {
  const { emulator, id, refresh } = await campaign();
  emulator.dashboard.delete("Campaign", id);
  expect(await refresh()).toBeUndefined();
});

it.each(["archive", "strict-http", "legacy", "loose", "lagging"])(
  "says so with the personality %s as well",
  async (name) => {
    const emulator = await emulate({ personality: `object,${name}` });
    const { id, state } = await create(contextFor(emulator), kind, checked(kind, leastOf.Campaign));
    emulator.dashboard.delete("Campaign", id);
    expect(await read(contextFor(emulator), kind, id, state)).toBeUndefined();
  },
);

it.each<[string, Parameters<Awaited<ReturnType<typeof campaign>>["emulator"]["addFault"]>[0]]>([
  ["a 500", { fault: "error500" }],
  ["a 403", { fault: "forbidden" }],
  ["an empty body", { fault: "emptyBody" }],
  ["a page", { fault: "html", status: 200 }],
  ["a broken connection", { fault: "dropBefore" }],
  ["a 429 that stays", { fault: "rateLimit" }],
])("never takes %s for an object that is gone", async (_title, fault) => {
  for (const operation of ["list", "read"] as const) {
    const { emulator, refresh } = await campaign();
    emulator.addFault({ ...fault, match: { operation }, times: "always" });
    const failure = await failureOf(refresh());
    expect(failure.message).toContain("GET /campaigns/");
  }
});

describe("an object that looks lack for a while", () => {
  const hour = 3_600_000;

  /** A campaign that was made so many ms ago, and that no look shows for so many ms. */
  async function unseen(madeMs: number, ms: number, hasNotes = true): Promise<unknown> {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const memory = emptyMemory();
    const { id, state } = await create(
      contextFor(emulator, { memory }),
      kind,
      checked(kind, leastOf.Campaign),
      ownerOf("a"),
    );
    await sleep(madeMs);
    const from = now();
    const api = await twisted(emulator, ({ operation }) => (now() - from >= ms ? undefined : lacking(operation)));
    return read(contextFor(api, { memory: hasNotes ? memory : emptyMemory() }), kind, id, state);
  }

  it("is not gone after one of them, whenever it was made", async () => {
    expect(await unseen(hour, 5_000)).toBeDefined();
    expect(await unseen(hour, 5_000, false)).toBeDefined();
  });

  it("is looked for longer where this machine made it a moment ago", async () => {
    expect(await unseen(0, 30_000)).toBeDefined();
    expect(await unseen(20_000, 15_000)).toBeDefined();
  });

  it.each(["Webhook", "PhoneNumber", "AiAgent", "Campaign"] as const)(
    "(%s) is given up within seconds",
    async (name) => {
      const emulator = await emulate({ personality: { phoneNumberIds: true } });
      const { id, state } = await create(contextFor(emulator), kinds[name], checked(kinds[name], leastOf[name]));
      emulator.dashboard.delete(name, id);
      await sleep(hour);
      const from = now();
      expect(await read(contextFor(emulator), kinds[name], id, state)).toBeUndefined();
      expect(now() - from).toBeLessThan(20_000);
    },
  );

  it("is given up as soon where the clock was set back since it was made", async () => {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
    const memory = emptyMemory();
    const made = await create(contextFor(emulator, { memory }), kind, checked(kind, leastOf.Campaign), ownerOf("a"));
    const later = memory.notes.map((note) => ({ ...note, at: note.at + hour }));
    memory.notes.splice(0, memory.notes.length, ...later);
    emulator.dashboard.delete("Campaign", made.id);
    const from = now();
    expect(await read(contextFor(emulator, { memory }), kind, made.id, made.state)).toBeUndefined();
    expect(now() - from).toBeLessThan(60_000);
  });

  it("is gone in the end", async () => {
    expect(await unseen(hour, hour)).toBeUndefined();
    expect(await unseen(0, hour)).toBeUndefined();
  });
});

it("gives up what the list of its workspace lacks, where nothing that was written is read back", async () => {
  const hook = kinds.Webhook;
  const emulator = await emulate();
  const run = () => contextFor(emulator, { configuration: { verifyWrites: "off" } });
  emulator.dashboard.create("Webhook", { name: "Other", workspace: "sales" });
  const { id, state } = await create(run(), hook, checked(hook, { ...leastOf.Webhook, workspace: "sales" }));
  emulator.dashboard.delete("Webhook", id);
  expect(await read(run(), hook, id, state)).toBeUndefined();
});

it("never takes another object of the same name for the one that was deleted", async () => {
  const { emulator, id, refresh } = await campaign({}, { campaignListIds: true });
  const copy = { ...emulator.dashboard.get("Campaign", id) };
  emulator.dashboard.delete("Campaign", id);
  delete copy.id;
  emulator.dashboard.create("Campaign", copy);
  expect(await refresh()).toBeUndefined();
});

it("reads hundreds of campaigns with one list and one probe", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const states = Array.from({ length: 503 }, (_, index) => {
    const inputs = checked(kind, { ...leastOf.Campaign, name: `Campaign ${index}` });
    const { id } = emulator.dashboard.create("Campaign", {
      name: `Campaign ${index}`,
      notes: "",
      campaign_type: "outbound",
      days_of_week: [1, 2],
      time_zone: "Europe/Paris",
    });
    return { id, state: inputs };
  });
  const context = contextFor(emulator);
  const found = await Promise.all(states.map(({ id, state }) => read(context, kind, id, state)));
  expect(found.every((entry, index) => entry?.inputs["name"] === `Campaign ${index}`)).toBe(true);
  expect(emulator.requests.length).toBeLessThanOrEqual(2);
});

it("asks for each object alone only where the list is brief", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true, listFields: "brief" } });
  const { id, state } = await create(contextFor(emulator), kind, checked(kind, leastOf.Campaign));
  emulator.dashboard.change("Campaign", id, { notes: "Changed." });
  const found = await read(contextFor(emulator), kind, id, state);
  expect(found?.inputs["notes"]).toBe("Changed.");
});

it("keeps what was reported of fields that the program leaves alone, until an answer mentions them", () => {
  const before = {
    runtime: { status: "active", callProgress: 1 },
    unmanaged: { notes: "old", startedAt: "2026-12-01" },
  };
  const live = { id: "1", fields: { name: "n", notes: "new", callProgress: 2 } };
  expect(reportedBy(kind, { name: "n" }, live, before)).toEqual({
    runtime: { status: "active", callProgress: 2 },
    unmanaged: { notes: "new", startedAt: "2026-12-01" },
  });
  const cleared = { id: "1", fields: { name: "n", notes: null } };
  expect(reportedBy(kind, { name: "n" }, cleared, before).unmanaged).toEqual({ startedAt: "2026-12-01" });
});

it("asks for what is declared and said to be shown, and for the status where there is one", () => {
  const declared = { name: "n", notes: "", workspace: "default", aiAgentId: "x", adopt: true };
  expect(shownFields(kind, declared)).toEqual(["name", "notes", "status"]);
  expect(shownFields(kinds.AiAgent, { name: "n", voiceId: "v" })).toEqual(["name"]);
});

it("takes for cleared what is null, also where null could be declared, and keeps the rest", () => {
  const declared = checked(kind, { ...leastOf.Campaign, contactsListSource: ["crm"], startedAt: "2026-12-01" });
  const live = { notes: "new", contactsListSource: null, startedAt: null, timeZone: "Europe/Paris" };
  const found = liveInputs(kind, declared, live);
  expect(found).toMatchObject({ name: declared["name"], notes: "new", timeZone: "Europe/Paris" });
  for (const name of ["contactsListSource", "startedAt"]) expect(found).not.toHaveProperty(name);
  expect(liveInputs(kind, declared, {})).toEqual(declared);
});

describe("a field that decides about calls, and that somebody emptied", () => {
  const declared = { callTimeOfDayFrom: "09:00:00", callTimeOfDayTo: "17:00:00", contactsListTags: ["vip"] };
  const emptied = { contacts_list_tags: null, call_time_of_day_to: null };

  it.each<[string, PersonalityPatch]>([
    ["shows null", { unsetFields: "null" }],
    ["leaves out what is not set", { unsetFields: "absent" }],
    ["leaves it out, and whose lists are brief", { unsetFields: "absent", listFields: "brief" }],
    ["leaves it out, and whose lists tell no IDs", { unsetFields: "absent", campaignListIds: false }],
  ])("is found, by an API that %s", async (_title, personality) => {
    const { change, refresh } = await campaign(declared, { campaignListIds: true, ...personality });
    expect((await refresh())?.inputs).toMatchObject(declared);
    change(emptied);
    const found = await refresh();
    expect(found?.inputs).toMatchObject({ callTimeOfDayFrom: "09:00:00" });
    expect(found?.inputs).not.toHaveProperty("contactsListTags");
    expect(found?.inputs).not.toHaveProperty("callTimeOfDayTo");
    // And it stays found, whoever looks.
    expect((await refresh(found?.state))?.inputs).not.toHaveProperty("contactsListTags");
  });

  it("is found of each of several, though the first of them was read in vain", async () => {
    const emulator = await emulate({ personality: { unsetFields: "absent", campaignListIds: true } });
    const names = ["a", "b", "c"];
    const made = [];
    for (const name of names)
      made.push(await create(contextFor(emulator), kind, checked(kind, { ...leastOf.Campaign, ...declared, name })));
    for (const { id } of made) emulator.dashboard.change("Campaign", id, emptied);
    const context = contextFor(emulator);
    for (const { id, state } of made)
      expect((await read(context, kind, id, state))?.inputs).not.toHaveProperty("contactsListTags");
  });

  it("is no drift where nothing was ever shown of it", async () => {
    const personality = {
      unsetFields: "absent",
      campaignListIds: true,
      droppedFields: ["contacts_list_tags"],
    } as const;
    const emulator = await emulate({ personality });
    const context = () => contextFor(emulator, { configuration: { verifyWrites: "warn" } });
    const { id, state } = await create(context(), kind, checked(kind, { ...leastOf.Campaign, ...declared }));
    expect((await read(context(), kind, id, state))?.inputs).toMatchObject(declared);
  });
});

describe("an object that no list has shown since it was made", () => {
  /** An API whose list of webhooks is that of `default`, which is empty, whatever it is asked for. */
  const blind = (): Promise<string> =>
    serve((request) => ({
      text: JSON.stringify({
        status: "ok",
        message: "ok",
        data: request.method === "GET" ? [] : { id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01" },
      }),
    }));
  const webhook = kinds.Webhook;

  it("is not gone because the list of another workspace than `default` lacks it", async () => {
    const api = { url: await blind(), token: "t" };
    const made = await create(contextFor(api), webhook, checked(webhook, { ...leastOf.Webhook, workspace: "sales" }));
    const { message } = await failureOf(read(contextFor(api), webhook, made.id, made.state));
    expect(message).toContain('No list has shown webhook "After the call" in workspace "sales"');
    expect(message).toContain('set the route "webhook.list" in callab:routes');
  });

  it("is gone from `default`, which is what such a list shows", async () => {
    const api = { url: await blind(), token: "t" };
    const made = await create(contextFor(api), webhook, checked(webhook, leastOf.Webhook));
    expect(await read(contextFor(api), webhook, made.id, made.state)).toBeUndefined();
  });
});
