/** `callab:contract` with a real engine: the file is beside the program, and a run goes by what it says. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { personalities } from "../../emulator";
import { textOf } from "../../provider/contract/text";
import { freshBuild } from "../support/build";
import { run } from "../support/command";
import { emulate } from "../support/context";
import { startEmulatorProcess } from "../support/emulatorProcess";
import { fourKinds } from "../support/fourKinds";
import { fourKindsLife } from "../support/fourKindsLife";
import { campaign, program, resource } from "../support/programs";
import { makeProject } from "../support/project";
import { repository } from "../support/repository";
import { writes } from "../support/requests";
import { makeYamlProject } from "../support/yamlProject";
import { fill } from "../unit/learn/account";
import { learnByWrites } from "../unit/learn/learner";

jest.setTimeout(300_000);

/** Nobody would find these without having looked. */
const routes = {
  "campaign.update": "PUT /campaigns/{id}",
  "campaign.delete": "DELETE /campaigns/{id}",
} as const;

test("what doctor has learned lets a program change and delete a campaign where the built-in routes are not there", async () => {
  await freshBuild();
  const emulator = await startEmulatorProcess({ personality: { routes, campaignListIds: true } });
  const project = await makeProject({ emulator, program: program(resource("Campaign", "spring", campaign)) });
  const callab = join(repository, "dist", "provider", "cli", "main.js");
  const learned = await run(
    process.execPath,
    [callab, "doctor", "--learn", "callab.contract.json", "--try-writes", "--workspace", "sandbox", "--yes"],
    { cwd: project.folder, environment: project.environment },
  );
  expect([learned.code, learned.stderr.includes("left over")]).toEqual([0, false]);
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  await emulator.clearRequests();

  await project.pulumi(["config", "set", "callab:contract", "callab.contract.json"]);
  await project.up("--skip-preview");
  project.write(program(resource("Campaign", "spring", { ...campaign, notes: "Edited" })));
  await project.up("--skip-preview");
  expect(await emulator.dashboard.list("Campaign")).toMatchObject([{ notes: "Edited" }]);
  await project.destroy("--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  const sent = (await emulator.requests()).filter(({ method }) => method !== "GET");
  expect(sent.filter(({ worked }) => !worked)).toEqual([]);
  expect(writes(await emulator.requests())).toEqual(
    expect.arrayContaining(["create Campaign", "update Campaign", "delete Campaign"]),
  );
});

/** One whose answers are in nothing as documented, and with `TEST_MATRIX=long` all that a whole life can be had with. */
const personalitiesHere =
  process.env["TEST_MATRIX"] === "long"
    ? personalities.map(({ name }) => name).filter((name) => !["nameless", "minimal"].includes(name))
    : ["odd"];

test.each(personalitiesHere)("a program with all kinds lives as ever by what was learned: %s", async (personality) => {
  const account = await emulate({ personality });
  fill(account);
  const { contract } = await learnByWrites(account);
  const emulator = await startEmulatorProcess({ personality, seed: 1 });
  const project = await makeProject({ emulator });
  writeFileSync(join(project.folder, "callab.contract.json"), textOf(contract));
  await project.pulumi(["config", "set", "callab:contract", "callab.contract.json"]);
  await fourKindsLife(emulator, project, fourKinds);
});

test("the native front goes by it, too", async () => {
  const emulator = await startEmulatorProcess({ personality: { routes, campaignListIds: true } });
  const project = await makeYamlProject({ emulator });
  const day = "2026-12-01";
  const facts = Object.entries(routes).map(([key, route]) => [key, { day, route, mark: "observed" }]);
  const contract = {
    version: 1,
    day,
    writesTried: true,
    routes: Object.fromEntries(facts) as object,
    kinds: {},
  } as const;
  writeFileSync(join(project.folder, "callab.contract.json"), textOf(contract));
  const declare = (notes: string): void =>
    project.declare({ spring: { type: "callab:index:Campaign", properties: { ...campaign, notes } } });
  declare("First");
  await project.pulumi(["config", "set", "callab:contract", "callab.contract.json"]);
  await project.up("--skip-preview");
  declare("Edited");
  await project.up("--skip-preview");
  expect(await emulator.dashboard.list("Campaign")).toMatchObject([{ notes: "Edited" }]);
  await project.destroy("--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
});

test("a file that is wrong, or not there, ends the preview before any request, and names it in full", async () => {
  const emulator = await startEmulatorProcess();
  const project = await makeProject({ emulator, program: program(resource("Campaign", "spring", campaign)) });
  await project.pulumi(["config", "set", "callab:contract", "callab.contract.json"]);
  const missing = await project.fails("preview");
  expect(missing.output).toContain(join(project.folder, "callab.contract.json"));
  expect(missing.output).toContain("callab doctor --learn");

  const least = { version: 1, day: "2026-12-01", writesTried: false, routes: {}, kinds: {} } as const;
  writeFileSync(join(project.folder, "callab.contract.json"), textOf(least).replace('"routes"', '"routs"'));
  expect((await project.fails("preview")).output).toContain('"routs" is not known; did you mean "routes"?');
  expect(await emulator.requests()).toEqual([]);

  writeFileSync(join(project.folder, "callab.contract.json"), textOf(least));
  await project.preview();
});
