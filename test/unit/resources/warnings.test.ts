/** What is said at a resource: findings of values known at once, with the value; of values that come later, without. */
import * as pulumi from "@pulumi/pulumi";
import { declare, logFindings } from "../../../provider/resources/declare";
import { leastOf } from "../../support/context";

const number = "+15550100199";

async function warningsFor(phoneNumber: pulumi.Input<string>): Promise<string[]> {
  const said: string[] = [];
  await pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });
  jest.spyOn(pulumi.log, "warn").mockImplementation((text) => {
    said.push(text);
    return Promise.resolve();
  });
  const args = { phoneNumber };
  const declaration = declare("PhoneNumber", "main", args, undefined);
  logFindings("PhoneNumber", "main", Object.create(null) as pulumi.CustomResource, declaration);
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
  logFindings("Campaign", "main", Object.create(null) as pulumi.CustomResource, declaration);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(said).toContainEqual(expect.stringMatching(/^Campaign "main": retryDelayUnit/));
  expect(said.join()).not.toContain("fortnights");
});

test("a warning about a value that came later, perhaps a secret, does not show it", async () => {
  const said = await warningsFor(pulumi.secret(number));
  expect(said).toEqual([expect.stringContaining("no such number is assigned")]);
  expect(said.join()).not.toContain(number);
});
