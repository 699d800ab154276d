/** Lookups of the native front, and marks that the engine makes by itself: what is read has the declared types, and settles. */
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { makeYamlProject } from "../../support/yamlProject";

jest.setTimeout(240_000);

test("a lookup gives lists as lists, refuses what it does not know, and what the engine marks secret settles", async () => {
  const emulator = await startEmulatorProcess();
  const project = await makeYamlProject({ emulator });
  const variables = [{ first_name: "Ada" }];
  const agent = {
    type: "callab:index:AiAgent",
    properties: { name: "Ada", prompt: "Be brief.", agentDynamicVariables: variables },
    options: { additionalSecretOutputs: ["prompt"] },
  };
  const found = (args: object): object => ({
    "fn::invoke": { function: "callab:index:getAiAgent", arguments: args, return: "agentDynamicVariables" },
  });
  project.declare({ agent });
  await project.up("--skip-preview");
  project.declare({ agent }, { variables: found({ name: "Ada" }), prompt: "${agent.prompt}" });
  await project.up("--skip-preview");
  expect(await project.outputs()).toEqual({ variables, prompt: "Be brief." });
  await project.up("--skip-preview", "--expect-no-changes");

  project.declare({ agent }, { variables: found({ name: "Ada", workspce: "south" }) });
  expect((await project.fails("up", "--skip-preview")).output).toContain(
    'getAiAgent cannot take its arguments: workspce is not a known argument; did you mean "workspace"?',
  );
});
