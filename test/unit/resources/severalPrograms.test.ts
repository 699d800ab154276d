/**
 * One process can run several programs, one after the other: inline programs of the Automation API (a preview, then
 * an up), unit tests with mocks. What one program declared must not count for the next.
 */
import * as pulumi from "@pulumi/pulumi";
import { preflight, programSettings } from "../../../provider/resources/preflight";

const agent = { name: "Renewals", prompt: "You call about renewals." };

const newProgram = (): Promise<void> =>
  pulumi.runtime.setMocks({ newResource: () => ({ id: "id", state: {} }), call: () => ({}) });

test("the next program may declare the same object", async () => {
  await newProgram();
  await preflight("AiAgent", "renewals", agent).cleared;
  await newProgram();
  await expect(preflight("AiAgent", "renewals", agent).cleared).resolves.toBeUndefined();
});

test("each program has its own configuration", async () => {
  await newProgram();
  pulumi.runtime.setAllConfig({ "callab:workspace": "first" });
  expect(programSettings().configuration?.workspace).toBe("first");
  await newProgram();
  pulumi.runtime.setAllConfig({ "callab:workspace": "second" });
  expect(programSettings().configuration?.workspace).toBe("second");
});

test("a program that is loaded anew may declare what it declared before, also beside the same stand-in for an engine", async () => {
  await newProgram();
  await preflight("AiAgent", "renewals", agent).cleared;
  await jest.isolateModulesAsync(async () => {
    const path = "../../../provider/resources/preflight";
    const anew = jest.requireActual<{ preflight: typeof preflight }>(path);
    expect(anew.preflight).not.toBe(preflight);
    await expect(anew.preflight("AiAgent", "renewals", agent).cleared).resolves.toBeUndefined();
  });
});
