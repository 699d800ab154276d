/** The provider that a program configures: what of its arguments goes to the engine, which hands a plugin texts alone. */
import * as pulumi from "@pulumi/pulumi";
import { Provider } from "../../../provider/native/program";

/** The settings that the engine is given. */
async function settingsOf(args: object): Promise<unknown> {
  const given: unknown[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ inputs }: { inputs: unknown }) => {
      given.push(inputs);
      return { id: "id", state: {} };
    },
    call: () => ({}),
  });
  await new Promise((resolve) => new Provider("north", args).urn.apply(resolve));
  return given[0];
}

const nothing: readonly unknown[] = [undefined, null];

it.each([
  ["a text", "north", "north"],
  ["a number", 3, "3"],
  ["a truth value", true, "true"],
  ["an object, as JSON", { "campaign.list": "GET /x" }, '{"campaign.list":"GET /x"}'],
  ["a list, as JSON", ["campaign/no-window"], '["campaign/no-window"]'],
])("hands over %s, at once and later", async (_title, value, text) => {
  for (const given of [value, Promise.resolve(value), pulumi.output(value)])
    expect(await settingsOf({ workspace: given })).toEqual({ workspace: text });
});

it.each(nothing)("leaves out what is %s, and what turns out to be", async (none) => {
  for (const given of [none, Promise.resolve(none), pulumi.output(none)])
    expect(await settingsOf({ workspace: given, timeoutSeconds: 5 })).toEqual({ timeoutSeconds: "5" });
});
