/** What the engine's JSON is read as. */
import { readPreview, type Change } from "../../../provider/cli/review/preview";
import { previewText, spring, urnOf, type Step } from "./previewText";

const only = (...steps: Step[]): Change => {
  const { changes } = readPreview(previewText(steps));
  expect(changes).toHaveLength(1);
  return changes[0] as Change;
};
const later = { ...spring, callTimeOfDayFrom: "10:00:00" };

it.each([
  ["create", only({ op: "create", new: spring }), "create"],
  ["update", only({ op: "update", old: spring, new: later }), "update"],
  ["delete", only({ op: "delete", old: spring }), "delete"],
  ["same", only({ op: "same", old: spring, new: spring }), "same"],
  ["replace", only({ op: "replace", old: spring, new: later }), "replace"],
  ["refresh alone", only({ op: "refresh", old: spring, new: spring }), "same"],
] as const)("reads the step %s", (_, change, action) => {
  expect(change.action).toBe(action);
  expect(change.before === undefined).toBe(action === "create");
  expect(change.after === undefined).toBe(action === "delete");
});

it("reads the steps of a replacement that the engine tells one by one as one replacement", () => {
  const change = only(
    { op: "delete-replaced", old: spring },
    { op: "replace", old: spring, new: later, replaceReasons: ["campaignType"] },
    { op: "create-replacement", old: spring, new: later, replaceReasons: ["campaignType"] },
  );
  expect(change).toMatchObject({ action: "replace", replaceReasons: ["campaignType"], before: spring, after: later });
});

it("never keeps the provider's code", () => {
  expect(JSON.stringify(only({ op: "update", old: spring, new: later }))).not.toContain("code of the provider");
});

it("tells what was found changed outside, and takes the live values for what is there now", () => {
  const change = only({ op: "refresh", old: spring, new: spring }, { op: "update", old: later, new: spring });
  expect(change).toMatchObject({ action: "update", driftedFrom: spring, before: later, after: spring });
});

it("tells nothing of drift where the refresh found none", () => {
  const change = only({ op: "refresh", old: spring, new: spring }, { op: "update", old: spring, new: later });
  expect(change.driftedFrom).toBeUndefined();
});

it("knows a create after a refresh for one of something that was deleted outside", () => {
  expect(only({ op: "refresh", old: spring }, { op: "create", new: spring })).toMatchObject({
    action: "create",
    deletedOutside: true,
    before: undefined,
  });
  expect(only({ op: "create", new: spring }).deletedOutside).toBe(false);
});

it("finds the kind behind a parent's type, and names that contain the URN's own separator", () => {
  const urn = "urn:pulumi:dev::renewals::my:Team$pulumi-nodejs:dynamic/callab:Campaign::a::b";
  const { changes } = readPreview(JSON.stringify({ steps: [{ op: "create", urn, newState: { inputs: {} } }] }));
  expect(changes).toMatchObject([{ kind: "Campaign", name: "a::b" }]);
});

it("knows the objects of both fronts, and takes no stack, provider or component for a resource of others", () => {
  const step = (type: string, name: string) => ({
    op: "create",
    urn: `urn:pulumi:dev::renewals::${type}::${name}`,
    newState: { inputs: { ...spring, name } },
  });
  const text = JSON.stringify({
    steps: [
      step("pulumi:providers:callab", "default"),
      step("pulumi:pulumi:Stack", "renewals-dev"),
      { op: "create", urn: "urn:pulumi:dev::renewals::my:Team::team", newState: { custom: false, inputs: {} } },
      step("callab:index:Campaign", "native"),
      step("my:Team$callab:index:Campaign", "nested"),
      step("pulumi-nodejs:dynamic/callab:Campaign", "dynamic"),
    ],
  });
  const { changes, otherChanges } = readPreview(text);
  expect(changes.map(({ kind, name }) => [kind, name])).toEqual(
    ["dynamic", "native", "nested"].map((name) => ["Campaign", name]),
  );
  expect(otherChanges).toBe(0);
});

it("counts changes of other providers, but neither the stack nor what stays", () => {
  const bucket = (op: string, name: string) => ({ op, urn: `urn:pulumi:dev::renewals::aws:s3:Bucket::${name}` });
  const text = JSON.stringify({ steps: [bucket("create", "a"), bucket("same", "b"), bucket("update", "c")] });
  expect(readPreview(text)).toMatchObject({ changes: [], otherChanges: 2 });
});

it("gives the same order whatever order the engine worked in", () => {
  const steps: Step[] = ["c", "a", "b"].map((name) => ({ op: "create", name, new: { ...spring, name } }));
  const there = readPreview(previewText(steps)).changes.map(({ name }) => name);
  const back = readPreview(previewText(steps.reverse())).changes.map(({ name }) => name);
  expect(there).toEqual(["a", "b", "c"]);
  expect(back).toEqual(there);
});

it("keeps warnings and errors without their colour and prefix, and leaves out the rest", () => {
  const { notices } = readPreview(
    previewText(
      [],
      [
        { urn: urnOf("spring"), severity: "warning", message: "\u001b[33mwarning: \u001b[0mendedAt: is in the past\n" },
        { severity: "info", message: "hello" },
        { severity: "error", message: "error: preview failed\n" },
      ],
    ),
  );
  expect(notices).toEqual([
    { severity: "error", urn: undefined, message: "preview failed" },
    { severity: "warning", urn: urnOf("spring"), message: "endedAt: is in the past" },
  ]);
});

it.each([
  ["", "the input is empty"],
  ["Previewing update (dev)", "not one JSON document"],
  ['{"resourcePreEvent": 1}\n{"summaryEvent": 2}', "not one JSON document"],
  ["[]", "no preview"],
  ['{"version": 3}', "no preview"],
])("refuses %j and says what it wants", (text, reason) => {
  expect(() => readPreview(text)).toThrow(reason);
});

it("survives any odd shape inside a preview", () => {
  const odd = [
    null,
    1,
    {},
    { urn: 5 },
    { urn: urnOf("a") },
    { op: "update", urn: urnOf("b"), oldState: { inputs: [] } },
  ];
  expect(() =>
    readPreview(JSON.stringify({ steps: odd, diagnostics: [null, {}, { severity: "error" }] })),
  ).not.toThrow();
});
