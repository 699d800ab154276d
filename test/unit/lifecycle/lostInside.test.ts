/** An edit writes an object as the program has it. What somebody had put inside it is gone by that, and the run says what. */
import type { WireObject } from "../../../emulator";
import { failureOf } from "../../support/context";
import { edited, type Around } from "../../support/edited";

const mapping = { first_name: "contact.firstname" };
const shownById: Around = { personality: { campaignListIds: true, campaignReadIds: true } };
const step = {
  stepNumber: 1,
  webhookUrl: "https://example.com/hook",
  webhookBody: { a: 1, deep: { b: 2 } },
  webhookHeaders: { "X-A": "1" },
};

/** Runs one edit, and gives what it told. */
async function toldBy({ edit, run, state }: Awaited<ReturnType<typeof edited>>, more: object): Promise<string> {
  const context = run();
  await edit(more, state, context);
  return context.notes.join("\n");
}

it("a key of a mapping, by an edit of the notes", async () => {
  const one = await edited({ agentVariablesContactMetadataMapping: mapping }, shownById);
  one.byHand({ agent_variables_contact_metadata_mapping: { ...mapping, city: "contact.city" } });
  const told = await toldBy(one, { notes: "edited" });
  expect(told).toContain("the update has taken out what is not in the program, inside of what it declares:");
  expect(told).toMatch(/agentVariablesContactMetadataMapping\.city +"contact\.city"/);
  expect(told).toContain("If it is to be there, declare it.");
});

it("at any depth of an agent's flow and in its lists, an outer key for all that is in it", async () => {
  const agentFlow = { nodes: [{ id: "a" }, { id: "b" }], voice: { speed: 1 } };
  const one = await edited({ agentFlow }, { name: "AiAgent" });
  const nodes = [{ id: "a", wait: 2 }, { id: "b" }];
  one.byHand({ agent_flow: { nodes, voice: { speed: 1, pitch: 3 }, exit: { say: "bye", after: [{ s: 1 }] } } });
  const told = await toldBy(one, { prompt: "edited" });
  const keys = [...told.matchAll(/^ {2}(agentFlow\S+)/gm)].map(([, key]) => key);
  expect(keys).toEqual(["agentFlow.nodes[].wait", "agentFlow.voice.pitch", "agentFlow.exit"]);
});

it("each key once, also where another one begins as it does, and is in another list", async () => {
  const agentFlow = { nodes: [{ id: "a" }, { id: "b" }] };
  const one = await edited({ agentFlow }, { name: "AiAgent" });
  const nodes = [
    { id: "a", wait: 2, exit: [{ s: 1 }], exits: 3 },
    { id: "b", wait: 3 },
  ];
  one.byHand({ agent_flow: { nodes } });
  const told = await toldBy(one, { prompt: "edited" });
  const keys = [...told.matchAll(/^ {2}(agentFlow\S+)/gm)].map(([, key]) => key);
  expect(keys).toEqual(["agentFlow.nodes[].wait", "agentFlow.nodes[].exit", "agentFlow.nodes[].exits"]);
});

it("in a step, where each value may be a secret: the keys alone", async () => {
  const one = await edited({ steps: [step] }, { name: "Webhook" });
  const [live] = one.live()["steps"] as [WireObject];
  const headers = { "X-A": "1", "X-B": "hunter22" };
  one.byHand({
    steps: [{ ...live, webhook_headers: headers, webhook_body: { ...step.webhookBody, more: "hunter23" } }],
  });
  const told = await toldBy(one, { tagName: "vip" });
  expect(told).toMatch(/steps\[\]\.webhookHeaders\.X-B +\(secret\)/);
  expect(told).toMatch(/steps\[\]\.webhookBody\.more +\(secret\)/);
  expect(told).not.toContain("hunter2");
});

it("without what is called as credentials are", async () => {
  const one = await edited({ agentFlow: { a: 1, header: { name: "Authorization" } } }, { name: "AiAgent" });
  const header = { name: "Authorization", value: "hunter24" };
  one.byHand({ agent_flow: { a: 1, apiKey: "hunter22", tool: { auth: "hunter23", url: "x" }, header } });
  const told = await toldBy(one, { prompt: "edited" });
  expect(told).toMatch(/agentFlow\.apiKey +\(secret\)/);
  expect(told).toMatch(/agentFlow\.tool +/);
  expect(told).toMatch(/agentFlow\.header\.value +\(secret\)/);
  expect(told).not.toContain("hunter2");
});

it("also where what is stored is not what was declared, and the run fails", async () => {
  const one = await edited(
    { agentVariablesContactMetadataMapping: mapping },
    { personality: { ...shownById.personality, droppedFields: ["call_time_of_day_to"] } },
  );
  one.byHand({ agent_variables_contact_metadata_mapping: { ...mapping, city: "contact.city" } });
  const context = one.run();
  const edit = { callTimeOfDayFrom: "09:00", callTimeOfDayTo: "19:00" };
  expect((await failureOf(one.edit(edit, one.state, context))).message).toContain("is stored otherwise");
  expect(context.notes.join()).toContain("agentVariablesContactMetadataMapping.city");
});

describe("nothing is told", () => {
  const before = { agentFlow: { a: 1, b: { c: 2 } } };

  it("of keys that the server adds itself, and has again", async () => {
    const one = await edited(before, { name: "AiAgent", personality: { addedKeys: "added" } });
    expect(await toldBy(one, { prompt: "edited" })).toBe("");
  });

  it("of what the program takes out", async () => {
    const one = await edited(before, { name: "AiAgent" });
    expect(await toldBy(one, { agentFlow: { a: 1 } })).toBe("");
    expect(one.live()["agent_flow"]).toEqual({ a: 1 });
  });

  it("of what the program has by now as well", async () => {
    const one = await edited(before, { name: "AiAgent" });
    one.byHand({ agent_flow: { ...before.agentFlow, d: 4 } });
    expect(await toldBy(one, { agentFlow: { ...before.agentFlow, d: 5 } })).not.toContain("agentFlow.d");
  });

  it("of what is not read back: an answer may repeat what was sent", async () => {
    const one = await edited(before, { name: "AiAgent", settings: { verifyWrites: "off" } });
    one.byHand({ agent_flow: { ...before.agentFlow, d: 4 } });
    expect(await toldBy(one, { prompt: "edited" })).toBe("");
  });

  it("of keys that hold nothing", async () => {
    const one = await edited(before, { name: "AiAgent" });
    one.byHand({ agent_flow: { ...before.agentFlow, d: null, e: "", f: {} } });
    expect(await toldBy(one, { prompt: "edited" })).toBe("");
  });
});
