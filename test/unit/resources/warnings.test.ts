/** What is said at a resource: findings of values known at once, with the value; of values that come later, without. */
import * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../provider/resources/afterwards";
import { declare, logFindings } from "../../../provider/resources/declare";
import { leastOf } from "../../support/context";
import { callab, toldOf } from "../../support/programOf";

const number = "+15550100199";

const withUrn = (urn: pulumi.Output<string>): pulumi.CustomResource => ({ urn }) as unknown as pulumi.CustomResource;
const registered = withUrn(pulumi.output("urn"));

/** An output of a resource that was not registered: the SDK rejects all of its promises. */
function rejected(): pulumi.Output<string> {
  const failed = Promise.reject(new Error("failed to register"));
  failed.catch(() => undefined);
  return { promise: () => failed, isKnown: failed } as unknown as pulumi.Output<string>;
}

async function warningsFor(phoneNumber: pulumi.Input<string>): Promise<string[]> {
  const said: string[] = [];
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  jest.spyOn(pulumi.log, "warn").mockImplementation((text) => {
    said.push(text);
    return Promise.resolve();
  });
  const args = { phoneNumber };
  const declaration = declare("PhoneNumber", "main", args, undefined);
  logFindings("PhoneNumber", "main", registered, declaration);
  await declaration.preflight.cleared;
  await new Promise((resolve) => setTimeout(resolve, 20));
  return said;
}

test("a warning shows the value that the program wrote", async () => {
  expect(await warningsFor(number)).toEqual([expect.stringContaining(number)]);
});

test("a warning that speaks of other values too shows none that is secret", async () => {
  const said: string[] = [];
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  jest.spyOn(pulumi.log, "warn").mockImplementation((text) => {
    said.push(text);
    return Promise.resolve();
  });
  const args = { ...leastOf.Campaign, retryDelay: [1], retryDelayUnit: pulumi.secret(["fortnights"]) };
  const declaration = declare("Campaign", "main", args, undefined);
  logFindings("Campaign", "main", registered, declaration);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(said).toContainEqual(expect.stringMatching(/^Campaign "main": retryDelayUnit/));
  expect(said.join()).not.toContain("fortnights");
});

test("nothing is told at a resource before the mistakes of the program are: what waits for it holds back the report", async () => {
  const said: string[] = [];
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  jest.spyOn(pulumi.log, "warn").mockImplementation((text) => {
    said.push(text);
    return Promise.resolve();
  });
  const declaration = declare("PhoneNumber", "main", { phoneNumber: pulumi.output(number) }, undefined);
  let isCleared = false as boolean;
  const { preflight: found } = declaration;
  const cleared = found.cleared.then(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    isCleared = true;
  });
  logFindings("PhoneNumber", "main", registered, { ...declaration, preflight: { ...found, cleared } });
  while (!isCleared) {
    expect(said).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(said).toHaveLength(1);
});

test("a warning about a value that came later, perhaps a secret, does not show it", async () => {
  const said = await warningsFor(pulumi.secret(number));
  expect(said).toEqual([expect.stringContaining("no such number is assigned")]);
  expect(said.join()).not.toContain(number);
});

test.each([
  ["a secret prompt is not quoted", { prompt: pulumi.secret("Say {{hushed}}.") }, []],
  [
    "a secret prompt is not quoted, and what is no secret beside it is",
    { prompt: pulumi.secret("Say {{hushed}}."), beginMessage: "Hello {{first_name}}." },
    ["{{first_name}}"],
  ],
  ["a prompt that comes later is quoted", { prompt: pulumi.output("Hello {{first_name}}.") }, ["{{first_name}}"]],
  [
    "variables that are secret fill what they fill",
    { prompt: "Hello {{first_name}}.", agentDynamicVariables: pulumi.secret([{ first_name: "Ada" }]) },
    [],
  ],
])("of an agent, told at a campaign: %s", async (_title, texts, quoted) => {
  const { warnings } = await toldOf(() => {
    const agent = new callab.AiAgent("ada", { name: "Ada", ...texts });
    new callab.Campaign("spring", { ...leastOf.Campaign, aiAgentId: agent.id });
  });
  expect(warnings.flatMap((text) => text.match(/\{\{.*?\}\}/g) ?? [])).toEqual(quoted);
});

test.each([
  ["at its resource", withUrn(pulumi.output("urn:main")), "urn:main"],
  ["at the program where its resource was not registered", withUrn(rejected()), ""],
])("a warning is told %s", async (_title, resource, urn) => {
  const places: unknown[] = [];
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  jest.spyOn(pulumi.log, "warn").mockImplementation((_text, place) => {
    places.push(place);
    return Promise.resolve();
  });
  const declaration = declare("PhoneNumber", "main", { phoneNumber: number }, undefined);
  logFindings("PhoneNumber", "main", resource, declaration);
  await declaration.preflight.cleared;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const [place] = places as { readonly urn: { promise(): Promise<string> } }[];
  expect(await place?.urn.promise()).toBe(urn);
});

test("what is to be done with a value is done once it is known, and left out where it never is", async () => {
  const seen: unknown[] = [];
  whenKnown(pulumi.output("a"), (value) => seen.push(value));
  whenKnown(rejected(), (value) => seen.push(value));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual(["a"]);
});
