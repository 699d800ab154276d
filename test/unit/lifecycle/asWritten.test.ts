/** Live values as a program writes them, for an import: what is not set is left out, and what is required is there. */
import { kinds } from "../../../provider/kinds";
import type { Kind } from "../../../provider/kinds/kind";
import { asItIs } from "../../../provider/lifecycle/asItIs";
import { asWritten } from "../../../provider/lifecycle/asWritten";
import { makeState, nothingReported } from "../../../provider/lifecycle/state";
import { checked, leastOf } from "../../support/context";

function written(kind: Kind, name: string, live: unknown, isRequired = false): unknown {
  const field = kind.field(name);
  if (field === undefined) throw new Error(`there is no field ${name}`);
  return asWritten(field, live, isRequired);
}

it("is as it is, and left out where it is empty", () => {
  expect(written(kinds.Campaign, "notes", "n")).toBe("n");
  expect(written(kinds.Campaign, "daysOfWeek", ["monday"])).toEqual(["monday"]);
  expect(written(kinds.AiAgent, "voiceSpeed", 0)).toBe(0);
  for (const empty of [undefined, null, "", [], {}]) expect(written(kinds.Campaign, "notes", empty)).toBeUndefined();
});

it("is empty in its own type where it is required", () => {
  expect(written(kinds.Campaign, "notes", null, true)).toBe("");
  expect(written(kinds.Campaign, "daysOfWeek", undefined, true)).toEqual([]);
  expect(written(kinds.AiAgent, "voiceSpeed", null, true)).toBeUndefined();
  expect(written(kinds.Campaign, "notes", "n", true)).toBe("n");
});

it("of a list of variables is a list, where the API answers with one object", () => {
  const variables = (live: unknown): unknown => written(kinds.AiAgent, "agentDynamicVariables", live);
  expect(variables({ first: "Ada", last: "L." })).toEqual([{ first: "Ada", last: "L." }]);
  expect(variables({ 0: { first: "Ada" }, 1: { last: "L." } })).toEqual([{ first: "Ada" }, { last: "L." }]);
  expect(variables({ 0: "zero" })).toEqual([{ 0: "zero" }]);
  expect(variables({ 1: { first: "Ada" } })).toEqual([{ 1: { first: "Ada" } }]);
  expect(variables([{ first: "Ada" }])).toEqual([{ first: "Ada" }]);
  for (const none of [{}, [], null, ""]) expect(variables(none)).toBeUndefined();
});

it("of a step is what is set in it and may be written: no id, no time, no empty secret, nothing unheard of", () => {
  const step = {
    id: "7",
    stepNumber: 1,
    webhookUrl: "https://example.com/hook",
    webhookMethod: "post",
    webhookHeaders: {},
    webhookBody: null,
    unheardOf: 1,
  };
  expect(written(kinds.Webhook, "steps", [step, "odd", null])).toEqual([
    { stepNumber: 1, webhookUrl: "https://example.com/hook", webhookMethod: "post" },
    "odd",
    null,
  ]);
  const [kept] = written(kinds.Webhook, "steps", [{ ...step, webhookHeaders: { key: "k" }, webhookUrl: "" }]) as [
    object,
  ];
  expect(kept).toEqual({ stepNumber: 1, webhookMethod: "post", webhookHeaders: { key: "k" } });
  // A list where an object is wanted is what some servers make of an empty one.
  expect(written(kinds.Webhook, "steps", [{ ...step, webhookHeaders: ["k"] }])).toEqual([
    { stepNumber: 1, webhookUrl: "https://example.com/hook", webhookMethod: "post" },
  ]);
});

describe("an update of the status alone", () => {
  const kind = kinds.Campaign;
  const declared = checked(kind, { ...leastOf.Campaign, notes: "declared" });

  it("leaves what somebody changed by hand", () => {
    const state = makeState(declared, nothingReported, {});
    const live = { id: "1", fields: { ...declared, notes: "by hand", callTimeOfDayTo: "12:00:00" } };
    expect(asItIs(kind, state, live)).toMatchObject({ name: declared["name"], notes: "by hand" });
    expect(asItIs(kind, state, { id: "1", fields: {} })).toMatchObject(declared);
  });

  it("sends what an update must have from the answer, else from the state, where the program does not declare it", () => {
    const { aiAgentId, ...rest } = declared;
    const unmanaged = { aiAgentId: "22222222-2222-4222-8222-222222222222" };
    const state = makeState(rest, { runtime: {}, unmanaged }, {});
    expect(asItIs(kind, state, { id: "1", fields: { aiAgentId } })).toMatchObject({ aiAgentId });
    expect(asItIs(kind, state, { id: "1", fields: { aiAgentId: null } })).toMatchObject(unmanaged);
    const without = makeState(rest, nothingReported, {});
    expect(asItIs(kind, without, { id: "1", fields: {} })).not.toHaveProperty("aiAgentId");
    // What no update must have is not made the program's own.
    expect(asItIs(kind, without, { id: "1", fields: { startedAt: "2026-12-01" } })).not.toHaveProperty("startedAt");
  });
});
