/** The native front on the real engine, from every language: the whole life of a campaign. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, succeeded } from "../../support/command";
import { startEmulatorProcess, type EmulatorProcess } from "../../support/emulatorProcess";
import { ENGINE_SEARCH_SECONDS, engineEnvironment } from "../../support/engine";
import { languageEnvironment } from "../../support/languageEnvironment";
import { pluginFolder, pluginLines } from "../../support/installation";
import { runFolder } from "../../support/oncePerRun";
import { makeProject, openProject, type Project } from "../../support/project";
import { goProgram } from "../../support/sdks";
import { wholeLife, type Program } from "../../support/wholeLife";
import { makeYamlProject } from "../../support/yamlProject";

jest.setTimeout(ENGINE_SEARCH_SECONDS * 1_000);

let emulator: EmulatorProcess;
beforeEach(async () => {
  emulator = await startEmulatorProcess({ personality: "object" });
});
afterEach(() => emulator.stop());

/** A program that the engine's own command runs. */
const operations = (project: Project): Omit<Program, "declare"> => ({
  preview: async () => (await project.preview("--diff")).output,
  up: async () => (await project.up("--skip-preview")).output,
  unchanged: async () => (await project.up("--skip-preview", "--expect-no-changes")).output,
  repair: async () => (await project.up("--refresh", "--skip-preview", "--diff")).output,
  destroy: async () => (await project.destroy("--skip-preview")).output,
});

test("YAML", async () => {
  const project = await makeYamlProject({ emulator });
  await wholeLife(emulator, {
    ...operations(project),
    declare: (properties, importing) =>
      project.declare({
        spring: {
          type: "callab:index:Campaign",
          properties,
          options: importing === undefined ? {} : { import: importing },
        },
      }),
  });
});

test("TypeScript", async () => {
  const project = await makeProject({ emulator, plugin: true });
  await wholeLife(emulator, {
    ...operations(project),
    declare: (properties, importing) => {
      const options = JSON.stringify(importing === undefined ? {} : { import: importing });
      project.write(
        `const callab = require("pulumi-callab/native");\nnew callab.Campaign("spring", ${JSON.stringify(properties)}, ${options});\n`,
      );
    },
  });
});

test("Python", async () => {
  const folder = join(mkdtempSync(join(runFolder(), "python-")), "program");
  mkdirSync(folder);
  writeFileSync(join(folder, "Pulumi.yaml"), `name: tested\nruntime: python\n${await pluginLines()}`);
  const additions = { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token };
  const python = await languageEnvironment("python");
  const project = await openProject(folder, "__main__.py", additions, "test", python);
  const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  await wholeLife(emulator, {
    ...operations(project),
    declare: (properties, importing) => {
      const args = Object.entries(properties).map(
        ([name, value]) => `    ${snakeCase(name)}=${JSON.stringify(value)},`,
      );
      const options = importing === undefined ? "" : `import_=${JSON.stringify(importing)}`;
      project.write(
        [
          "import pulumi",
          "import pulumi_callab as callab",
          'spring = callab.Campaign("spring",',
          ...args,
          `    opts=pulumi.ResourceOptions(${options}))`,
          'pulumi.export("summary", spring.summary)',
          "",
        ].join("\n"),
      );
    },
  });
});

test("Go, by the Automation API", async () => {
  const folder = mkdtempSync(join(runFolder(), "go-"));
  const environment = {
    ...(await engineEnvironment(join(folder, "state"))),
    CALLAB_BASE_URL: emulator.url,
    CALLAB_API_TOKEN: emulator.token,
    PLUGIN_FOLDER: await pluginFolder(),
  };
  const program = await goProgram();
  let declared = "{}";
  const does = (operation: string) => async (): Promise<string> =>
    succeeded(await run(program, [operation, declared], { cwd: folder, environment })).output;
  await wholeLife(emulator, {
    declare: (properties, importing) => (declared = JSON.stringify({ ...properties, import: importing ?? "" })),
    preview: does("preview"),
    up: does("up"),
    unchanged: does("unchanged"),
    repair: does("repair"),
    destroy: does("destroy"),
  });
});
