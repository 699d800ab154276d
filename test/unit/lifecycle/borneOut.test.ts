/** A refresh believes no list alone in what a read by the ID does not bear out, and looks at all that the drift gate does. */
import type { PersonalityPatch, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { ListedKindName } from "../../../provider/kinds/schema";
import { read, type ReadResult } from "../../../provider/lifecycle/read";
import { checked, contextFor, emulate, failureOf, leastOf } from "../../support/context";
import { create, update } from "../../support/lifecycle";
import { showing, without, type Shown } from "../../support/twist";

const long = "Ask for the order, and say thank you. ".repeat(6).trim();
const [other, number] = ["0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a07", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a08"];
const spring = {
  callTimeOfDayFrom: "09:00",
  callTimeOfDayTo: "17:00",
  contactsListTags: ["vip"],
  outboundPhoneNumberId: number,
  desiredStatus: "active",
};
const nora = { prompt: long, agentFlow: { a: 1 }, beginMessage: "Hello." };

/** An object as the program makes it, by an API that shows such objects in its own way. */
async function made(name: ListedKindName, shown: Shown, personality: PersonalityPatch = {}) {
  const kind = kinds[name];
  const emulator = await emulate({ personality: { campaignListIds: true, ...personality } });
  const api = await showing(emulator, name, shown);
  const declared = { Campaign: spring, AiAgent: nora, PhoneNumber: {}, Webhook: {} }[name];
  const program = (more: object) => checked(kind, { ...leastOf[name], ...declared, ...more });
  const { id, state } = await create(contextFor(api), kind, program({}));
  emulator.clearRequests();
  const run = () => contextFor(api);
  return {
    emulator,
    state,
    run,
    inputs: program({}),
    byHand: (patch: WireObject) => void emulator.dashboard.change(name, id, patch),
    live: (): WireObject => emulator.dashboard.get(name, id) ?? {},
    refresh: async (context = run()): Promise<Pick<ReadResult, "state" | "inputs">> =>
      (await read(context, kind, id, state)) ?? { state: {}, inputs: {} },
    edit: (more: object, from = state, context = run()) => update(context, kind, id, from, program(more)),
    asked: () => emulator.requests.map(({ operation }) => operation),
  };
}

const inLists =
  (brief: WireObject): Shown =>
  (operation, there) =>
    operation === "list" ? { ...there, ...brief } : there;

describe("a list that shows less than there is", () => {
  it.each<[string, ListedKindName, WireObject]>([
    ["a prompt that is cut", "AiAgent", { prompt: long.slice(0, 100) }],
    ["an empty flow", "AiAgent", { agent_flow: {} }],
    ["no flow", "AiAgent", { agent_flow: null }],
    ["no tags and no hour", "Campaign", { contacts_list_tags: [], call_time_of_day_to: null }],
  ])("is no drift: %s", async (_title, name, brief) => {
    const { refresh, inputs, asked } = await made(name, inLists(brief));
    expect((await refresh()).inputs).toEqual(inputs);
    expect(asked()).toEqual(["list", "read"]);
  });

  it("hides no edit: the refresh shows it, and the update that it has shown sets it back", async () => {
    const { byHand, refresh, edit, live } = await made(
      "Campaign",
      inLists({ contacts_list_tags: [], call_time_of_day_to: null }),
    );
    byHand({ call_time_of_day_to: "12:00:00", contacts_list_tags: ["vip-eu"] });
    const { inputs, state } = await refresh();
    expect(inputs).toMatchObject({ callTimeOfDayTo: "12:00:00", contactsListTags: ["vip-eu"] });
    await edit({}, state);
    expect(live()).toMatchObject({ call_time_of_day_to: "17:00:00", contacts_list_tags: ["vip"] });
  });
});

it("what list and read show both is drift, at the cost of one read", async () => {
  const { byHand, refresh, asked } = await made("Campaign", (_operation, there) => there);
  byHand({ call_time_of_day_to: "12:00:00" });
  expect((await refresh()).inputs).toMatchObject({ callTimeOfDayTo: "12:00:00" });
  expect(asked()).toEqual(["list", "read"]);
});

it.each<[string, WireObject]>([
  ["nothing", {}],
  ["progress alone", { call_progress: 40 }],
  ["a field that the program leaves out", { ended_at: "2099-12-31" }],
])("of a change of %s one list is enough", async (_title, patch) => {
  const { byHand, refresh, asked } = await made("Campaign", (_operation, there) => there);
  byHand(patch);
  await refresh();
  expect(asked()).toEqual(["list"]);
});

it("where the read cannot be had, the list is all there is", async () => {
  const { emulator, byHand, refresh } = await made("Campaign", (_operation, there) => there);
  emulator.addFault({ fault: "forbidden", match: { operation: "read" }, times: "always" });
  byHand({ call_time_of_day_to: "12:00:00" });
  expect((await refresh()).inputs).toMatchObject({ callTimeOfDayTo: "12:00:00" });
});

it("a pause and narrower hours that only the list shows are drift, as they are a change to an update", async () => {
  const frozen: WireObject[] = [];
  const { byHand, live, refresh, edit, run } = await made("Campaign", (operation, there) =>
    operation === "read" ? { ...there, ...frozen[0] } : there,
  );
  frozen.push({ status: "active", call_time_of_day_to: "17:00:00", updated_at: live()["updated_at"] ?? null });
  byHand({ status: "paused", call_time_of_day_to: "12:00:00" });
  expect((await failureOf(edit({ notes: "New." }))).message).toContain("Nothing was written.");
  const context = run();
  const shown = await refresh(context);
  expect(shown.inputs).toMatchObject({ desiredStatus: "paused", callTimeOfDayTo: "12:00:00" });
  expect(context.notes.join("\n")).toContain("Only the list shows callTimeOfDayTo, status so");
  await edit({ notes: "New." }, shown.state);
  expect(live()).toMatchObject({ notes: "New.", call_time_of_day_to: "17:00:00" });
});

describe("what the documentation calls hidden, and a read by the ID shows", () => {
  it.each<[ListedKindName, string, string, WireObject, PersonalityPatch]>([
    ["Campaign", "aiAgentId", "ai_agent_id", { ai_agent_id: other }, { campaignReferences: "shown" }],
    ["AiAgent", "beginMessage", "begin_message", { begin_message: other }, { agentHiddenFields: "shown" }],
  ])("is looked at by a refresh as well: %s", async (name, field, wire, patch, personality) => {
    const { byHand, edit, refresh, live } = await made(name, without("list", [wire]), personality);
    const more = name === "Campaign" ? { notes: "New." } : { description: "New." };
    byHand(patch);
    expect((await failureOf(edit(more))).message).toContain("pulumi up --refresh");
    const { state, inputs } = await refresh();
    expect(inputs[field]).toBe(other);
    await edit(more, state);
    expect(live()).not.toMatchObject(patch);
    expect(live()).toMatchObject(more);
  });

  it("costs nothing where the list shows it as well, or nothing shows it", async () => {
    for (const campaignReferences of ["shown", "absent"] as const) {
      const { refresh, asked } = await made("Campaign", (_operation, there) => there, { campaignReferences });
      await refresh();
      expect(asked()).toEqual(["list"]);
    }
  });

  it("is still known after a refresh", async () => {
    const { byHand, refresh, state } = await made("Campaign", without("list", ["ai_agent_id"]), {
      campaignReferences: "shown",
    });
    expect((await refresh()).state).toMatchObject({ __shown: state["__shown"] });
    byHand({ ai_agent_id: other });
    expect((await refresh()).inputs["aiAgentId"]).toBe(other);
  });
});
