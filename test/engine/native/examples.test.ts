/** The examples of the native front, as a user runs them: from the packed package, on the real engine. */
import { cpSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { ENGINE_SEARCH_SECONDS } from "../../support/engine";
import { nodeModules } from "../../support/installation";
import { languageEnvironment, type Language } from "../../support/languageEnvironment";
import { runFolder } from "../../support/oncePerRun";
import { openProject } from "../../support/project";
import { repository } from "../../support/repository";

jest.setTimeout(ENGINE_SEARCH_SECONDS * 1_000);

const folder = join(repository, "examples", "native");
const languages: Readonly<Record<string, Language>> = { yaml: "yaml", python: "python", typescript: "nodejs" };

test("there is one for each language", () => {
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(languages).sort());
});

test.each(Object.entries(languages))("%s is created, needs no second run, and goes again", async (name, language) => {
  const emulator = await startEmulatorProcess();
  const copy = join(mkdtempSync(join(runFolder(), "example-")), name);
  cpSync(join(folder, name), copy, { recursive: true });
  symlinkSync(await nodeModules("packed"), join(copy, "node_modules"));
  const additions = { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token };
  const project = await openProject(copy, "index.ts", additions, "test", await languageEnvironment(language));
  const first = await project.up("--skip-preview");
  // The language hosts of these tests stand on PATH, which the engine remarks on.
  expect(first.output.replaceAll(/warning: using pulumi-language-.*$/gm, "")).not.toContain("warning:");
  await emulator.clearRequests();
  await project.up("--skip-preview", "--expect-no-changes", "--refresh");
  expect((await emulator.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
  expect((await project.outputs())["summary"]).toMatch(/^outbound, Mon–Fri 09:00–17:00 Europe\/Paris/);
  await project.destroy("--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
  await emulator.stop();
});
