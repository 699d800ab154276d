/** What only one of a read by an ID and a list shows of what somebody changed: an update does not undo it. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import { refuseUnseenReplacement } from "../../../provider/lifecycle/driftGate";
import { identify } from "../../../provider/lifecycle/identity";
import { checked, contextFor, emulate, failureOf, leastOf, type TestContext } from "../../support/context";
import { create, update } from "../../support/lifecycle";
import { showing, twisted, without, type Shown } from "../../support/twist";

const kind = kinds.Campaign;
const hours = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "17:00" };

/** @param declared of the campaign; reads by its ID stay as they are once `freeze` is called, until `thaw` */
async function stage(declared: object = {}, personality: PersonalityPatch = {}, settings = {}) {
  const emulator = await emulate({ personality: { campaignListIds: true, ...personality } });
  let frozen: unknown;
  let isFrozen = false;
  let left = Number.POSITIVE_INFINITY;
  const api = await twisted(emulator, ({ kind: name, operation, envelope }) => {
    if (name !== "Campaign" || operation !== "read") return undefined;
    if (!isFrozen || left <= 0) return void (frozen = envelope.data);
    left--;
    return JSON.stringify({ ...envelope, data: frozen });
  });
  const run = (): TestContext => contextFor(api, { configuration: settings });
  const program = (more: object) => checked(kind, { ...leastOf.Campaign, ...declared, ...more });
  const { id, state } = await create(run(), kind, program({}));
  emulator.clearRequests();
  return {
    emulator,
    id,
    run,
    byHand: (patch: WireObject) => void emulator.dashboard.change("Campaign", id, patch),
    freeze: (reads = Number.POSITIVE_INFINITY) => {
      isFrozen = true;
      left = reads;
    },
    live: (): WireObject => emulator.dashboard.get("Campaign", id) ?? {},
    edit: (more: object, context = run()) => update(context, kind, id, state, program(more)),
    asked: () => emulator.requests.map(({ operation }) => operation),
    writes: () => emulator.requests.filter(({ method }) => method === "POST").length,
  };
}

it("a pause and narrower hours that only the list shows stay: nothing is written", async () => {
  const { byHand, freeze, edit, live, writes } = await stage({ ...hours, desiredStatus: "active" });
  freeze();
  byHand({ status: "paused", call_time_of_day_to: "12:00:00" });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toContain("was changed since the last run, and not by this program. Nothing was written.");
  expect(message).toMatch(/callTimeOfDayTo +"17:00:00" +"12:00:00"/);
  expect(message).toMatch(/desiredStatus +"active" +"paused"/);
  expect(message).toContain("a read by the ID does not: one of the two lags behind");
  expect(writes()).toBe(0);
  expect(live()).toMatchObject({ status: "paused", call_time_of_day_to: "12:00:00", notes: "" });
});

it("so do narrower hours where the program leaves the status alone", async () => {
  const { byHand, freeze, edit, writes } = await stage(hours);
  freeze();
  byHand({ status: "paused", call_time_of_day_to: "12:00:00" });
  expect((await failureOf(edit({ notes: "New." }))).message).toMatch(/callTimeOfDayTo +"17:00:00" +"12:00:00"/);
  expect(writes()).toBe(0);
});

it("a status that the program leaves alone is carried as the list shows it, and that is said", async () => {
  const { byHand, freeze, edit, live, run } = await stage(hours);
  freeze(8);
  byHand({ status: "paused" });
  const context = run();
  await edit({ notes: "New." }, context);
  expect(live()).toMatchObject({ status: "paused", notes: "New." });
  expect(context.notes.join("\n")).toContain("Only the list shows status so");
});

it("a read that catches up in time counts as it is then", async () => {
  const { byHand, freeze, edit, live } = await stage({ ...hours, desiredStatus: "active" });
  freeze(3);
  byHand({ status: "paused" });
  const { message } = await failureOf(edit({ notes: "New." }));
  expect(message).toMatch(/desiredStatus +"active" +"paused"/);
  expect(message).not.toContain("lags behind");
  expect(live()).toMatchObject({ status: "paused", notes: "" });
});

it("a completed campaign is not set calling by an edit of its status, whatever a read shows", async () => {
  const { byHand, freeze, edit, live } = await stage();
  freeze(8);
  byHand({ status: "completed", call_progress: 100 });
  await edit({ desiredStatus: "active" }).catch(() => undefined);
  expect(live()).toMatchObject({ status: "completed" });
});

it("a list that lags behind the last run's own write is asked again until it shows that", async () => {
  const { edit, live, writes } = await stage({ ...hours, desiredStatus: "active" }, { listLagRequests: 3 });
  await edit({ notes: "New." });
  expect(live()).toMatchObject({ status: "active", notes: "New." });
  expect(writes()).toBe(1);
});

it.each<[string, PersonalityPatch]>([
  ["that tells no IDs", { campaignListIds: false }],
  ["that does not show the fields", { listFields: "brief" }],
])("a list %s changes nothing", async (_title, personality) => {
  const { edit, live } = await stage({ ...hours, desiredStatus: "active" }, personality);
  await edit({ notes: "New." });
  expect(live()).toMatchObject({ notes: "New." });
});

it("a pause by the program is not held up, and what the edit changes is written", async () => {
  const { byHand, freeze, edit, live } = await stage({ ...hours, desiredStatus: "active" });
  freeze(1);
  byHand({ call_time_of_day_to: "12:00:00" });
  await edit({ desiredStatus: "paused", callTimeOfDayTo: "16:00" });
  expect(live()).toMatchObject({ status: "paused", call_time_of_day_to: "16:00:00" });
});

it("many updates of a run share one list", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const names = ["a", "b", "c", "d"];
  const program = (name: string, notes = "") =>
    checked(kind, { ...leastOf.Campaign, ...hours, name, notes, desiredStatus: "active" });
  const made = await Promise.all(
    names.map(async (name) => ({ name, ...(await create(contextFor(emulator), kind, program(name))) })),
  );
  emulator.clearRequests();
  const context = contextFor(emulator);
  for (const { name, id, state } of made) {
    await update(context, kind, id, state, program(name, "New."));
    await context.sleep(5_000);
  }
  const asked = emulator.requests.map(({ operation }) => operation);
  expect(asked.filter((operation) => operation === "list")).toHaveLength(1);
  expect(asked.filter((operation) => operation === "read")).toHaveLength(8);
});

it("a list that still lags behind this program's own last write says nothing", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  let isCached = false;
  let cached: string | undefined;
  const api = await twisted(emulator, ({ operation, envelope }) => {
    if (operation !== "list") return undefined;
    if (!isCached) cached = JSON.stringify(envelope);
    return cached;
  });
  const program = (more: object) => checked(kind, { ...leastOf.Campaign, ...hours, desiredStatus: "active", ...more });
  const { id, state } = await create(contextFor(api), kind, program({}));
  await contextFor(api).inventory.list(kind, "default", "now");
  isCached = true;
  const narrower = { callTimeOfDayTo: "12:00" };
  const edited = await update(contextFor(api), kind, id, state, program(narrower));
  await update(contextFor(api), kind, id, edited, program({ ...narrower, notes: "New." }));
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ call_time_of_day_to: "12:00:00", notes: "New." });
});

describe("what the list shows and the read does not", () => {
  const [other, number] = ["0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a08"];

  /** A campaign whose agent and numbers the list alone shows. */
  async function halfSeen() {
    const emulator = await emulate({ personality: { campaignListIds: true, campaignReferences: "shown" } });
    const references = ["ai_agent_id", "webhook_id", "inbound_phone_number_id", "outbound_phone_number_id"];
    const api = await showing(emulator, "Campaign", without("read", references));
    const program = (more: object) => checked(kind, { ...leastOf.Campaign, outboundPhoneNumberId: number, ...more });
    const { id, state } = await create(contextFor(api), kind, program({}));
    return {
      byHand: (patch: WireObject) => void emulator.dashboard.change("Campaign", id, patch),
      live: (): WireObject => emulator.dashboard.get("Campaign", id) ?? {},
      edit: (more: object) => update(contextFor(api), kind, id, state, program(more)),
    };
  }

  it.each(["ai_agent_id", "outbound_phone_number_id"])("stays, where somebody changed it: %s", async (name) => {
    const { byHand, live, edit } = await halfSeen();
    byHand({ [name]: other });
    const { message } = await failureOf(edit({ notes: "New." }));
    expect(message).toContain("was changed since the last run, and not by this program. Nothing was written.");
    expect(message).toContain(other);
    expect(message).not.toContain("lags behind");
    expect(live()).toMatchObject({ [name]: other, notes: "" });
  });

  describe("a status", () => {
    async function restless(declared: object) {
      const emulator = await emulate({ personality: { campaignListIds: true } });
      const api = await showing(emulator, "Campaign", without("read", ["status"]));
      const program = (more: object) => checked(kind, { ...leastOf.Campaign, ...declared, ...more });
      const { id, state } = await create(contextFor(api), kind, program({}));
      emulator.dashboard.change("Campaign", id, { status: "paused" });
      return {
        live: (): WireObject => emulator.dashboard.get("Campaign", id) ?? {},
        edit: (more: object) => update(contextFor(api), kind, id, state, program(more)),
        replace: () => refuseUnseenReplacement(contextFor(api), identify(contextFor(api), kind, state), id, state),
      };
    }

    it("stays, where somebody has paused what is to call", async () => {
      const { live, edit, replace } = await restless({ desiredStatus: "active" });
      for (const work of [() => edit({ notes: "New." }), replace])
        expect((await failureOf(work())).message).toMatch(/desiredStatus +"active" +"paused"/);
      expect(live()).toMatchObject({ status: "paused", notes: "" });
    });

    it("is carried, where the program says nothing of it", async () => {
      const { live, edit } = await restless({});
      await edit({ notes: "New." });
      expect(live()).toMatchObject({ status: "paused", notes: "New." });
    });
  });

  it("is no change where nobody has made one, and what the edit changes is written", async () => {
    const { live, edit } = await halfSeen();
    await edit({ notes: "New.", aiAgentId: other });
    expect(live()).toMatchObject({ ai_agent_id: other, outbound_phone_number_id: number, notes: "New." });
  });

  it("stays where a read that lags shows another agent", async () => {
    const { byHand, freeze, edit, live } = await stage({}, { campaignReferences: "shown" });
    freeze();
    byHand({ ai_agent_id: other });
    expect((await failureOf(edit({ notes: "New." }))).message).toContain("Only the list shows aiAgentId so");
    expect(live()).toMatchObject({ ai_agent_id: other, notes: "" });
  });
});

describe("an agent", () => {
  const agent = kinds.AiAgent;
  const long = "Ask for the order, and say thank you. ".repeat(6).trim();

  async function talking(shown: Shown) {
    const emulator = await emulate({ personality: { agentHiddenFields: "shown" } });
    const api = await showing(emulator, "AiAgent", shown);
    const program = (more: object) =>
      checked(agent, { ...leastOf.AiAgent, prompt: long, beginMessage: "Hello.", agentFlow: { a: 1 }, ...more });
    const { id, state } = await create(contextFor(api), agent, program({}));
    emulator.clearRequests();
    return {
      byHand: (patch: WireObject) => void emulator.dashboard.change("AiAgent", id, patch),
      live: (): WireObject => emulator.dashboard.get("AiAgent", id) ?? {},
      edit: (more: object) => update(contextFor(api), agent, id, state, program(more)),
      asked: () => emulator.requests.map(({ operation }) => operation),
    };
  }

  it("is read by its ID before an update, and looked for in one list", async () => {
    const { edit, asked, live } = await talking((_operation, there) => there);
    await edit({ description: "New." });
    expect(asked()).toEqual(["read", "list", "update", "read"]);
    expect(live()).toMatchObject({ description: "New." });
  });

  it("keeps the prompt that somebody has given it, though the list still shows the old one", async () => {
    const { byHand, edit, live } = await talking((operation, there) =>
      operation === "list" ? { ...there, prompt: long } : there,
    );
    byHand({ prompt: "By hand." });
    expect((await failureOf(edit({ description: "New." }))).message).toMatch(/prompt .*"By hand\."/);
    expect(live()).toMatchObject({ prompt: "By hand." });
  });

  it.each(["list", "read"] as const)("keeps what its %s does not show, and the other does", async (where) => {
    const { byHand, edit, live } = await talking(without(where, ["begin_message"]));
    byHand({ begin_message: "By hand." });
    const { message } = await failureOf(edit({ description: "New." }));
    expect(message).toMatch(/beginMessage +"Hello\." +"By hand\."/);
    expect(live()).toMatchObject({ begin_message: "By hand." });
  });

  it.each<[string, WireObject]>([
    ["a prompt that is cut", { prompt: long.slice(0, 100) }],
    ["an empty flow", { agent_flow: {} }],
    ["no flow", { agent_flow: null }],
  ])("is not held up by a list that shows %s", async (_title, brief) => {
    const { edit, live } = await talking((operation, there) => (operation === "list" ? { ...there, ...brief } : there));
    await edit({ description: "New." });
    expect(live()).toMatchObject({ description: "New.", prompt: long, agent_flow: { a: 1 } });
  });
});
