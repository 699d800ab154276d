/** Pulumi's property paths: how they are read, and what of a value they name. */
import { parsePath, withPart } from "../../../provider/values/propertyPath";

it.each([
  ["notes", ["notes"]],
  ["agentFlow.x", ["agentFlow", "x"]],
  ["steps[0].webhookUrl", ["steps", 0, "webhookUrl"]],
  ["steps[*].webhookUrl", ["steps", "*", "webhookUrl"]],
  ['agentFlow["a.b"].c', ["agentFlow", "a.b", "c"]],
  ['["notes"]', ["notes"]],
  ['agentFlow["say \\"hi\\""]', ["agentFlow", 'say "hi"']],
  ["*", ["*"]],
])("reads %s", (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

it.each(["", ".notes", "notes.", "steps[", "steps[x]", 'agentFlow["x', "steps[0"])("reads %j as no path", (text) => {
  expect(parsePath(text)).toBeUndefined();
});

const value = {
  notes: "n",
  flow: { x: 1, y: 2 },
  steps: [
    { url: "a", n: 1 },
    { url: "b", n: 2 },
  ],
};

it.each<[string, object, object]>([
  ["notes", { notes: "m" }, { ...value, notes: "m" }],
  ["notes", {}, { flow: value.flow, steps: value.steps }],
  ["more", { more: 1 }, { ...value, more: 1 }],
  ["flow.x", { flow: { x: 5, y: 6, z: 7 } }, { ...value, flow: { x: 5, y: 2 } }],
  ["flow.x", { flow: { y: 6 } }, { ...value, flow: { y: 2 } }],
  ["flow.x", { flow: "text" }, value],
  ["flow.x", {}, value],
  ["other.x", { other: { x: 1 } }, value],
  ["flow[*]", { flow: { x: 5 } }, { ...value, flow: { x: 5 } }],
  ["steps[1].url", { steps: [{}, { url: "c", n: 9 }] }, { ...value, steps: [value.steps[0], { url: "c", n: 2 }] }],
  ["steps[1].url", { steps: [{ url: "c" }] }, value],
  ["steps[2].url", { steps: [{}, {}] }, value],
  [
    "steps[*].url",
    { steps: [{ url: "c" }, { url: "d" }] },
    {
      ...value,
      steps: [
        { url: "c", n: 1 },
        { url: "d", n: 2 },
      ],
    },
  ],
  ["*", { notes: "m" }, { notes: "m" }],
])("with %s of %j", (path, from, expected) => {
  const before = structuredClone(value);
  expect(withPart(value, parsePath(path) ?? [], from)).toEqual(expected);
  expect(value).toEqual(before);
});
