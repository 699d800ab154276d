/**
 * The life of a program with all four kinds, under every ready-made personality of the emulator: whichever side of
 * the documentation's contradictions is true, the engine shows the same. `TEST_MATRIX=long` adds the linked form and
 * personalities drawn at random.
 */
import { personalities, randomPersonality, type PersonalitySpec } from "../../emulator";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { fourKinds } from "../support/fourKinds";
import { fourKindsLife } from "../support/fourKindsLife";
import type { Form } from "../support/installation";
import { campaign, program, resource } from "../support/programs";
import { makeProject } from "../support/project";
import { writes } from "../support/requests";

jest.setTimeout(300_000);

const isLong = process.env["TEST_MATRIX"] === "long";
/** These hide what a whole life needs; what is promised then is said below. */
const incomplete = ["nameless", "minimal"];

interface Case {
  readonly name: string;
  readonly personality: PersonalitySpec;
  readonly form: Form;
}

const presets = personalities.map(({ name }) => name).filter((name) => !incomplete.includes(name));
const cases: Case[] = [
  ...presets.map((name) => ({ name, personality: name, form: "packed" as const })),
  ...(isLong ? presets.map((name) => ({ name: `${name}, linked`, personality: name, form: "linked" as const })) : []),
  ...(isLong ? Array.from({ length: 12 }, (_, seed) => seed) : []).map((seed) => ({
    name: `random ${seed}`,
    // A campaign whose ID is shown nowhere cannot be edited.
    personality: randomPersonality(seed, { campaignListIds: true }),
    form: "packed" as const,
  })),
];

const liveObject = async (emulator: EmulatorProcess, kind: "Campaign") => {
  const [only] = await emulator.dashboard.list(kind);
  if (only === undefined) throw new Error(`there is no ${kind}`);
  return only;
};

it.each(cases)("$name", async ({ personality, form }) => {
  const emulator = await startEmulatorProcess({ personality, seed: 1 });
  await fourKindsLife(emulator, await makeProject({ emulator, form }), fourKinds);
});

it("nameless: a campaign whose ID is told nowhere is recorded with the reason, and never made twice", async () => {
  const emulator = await startEmulatorProcess({ personality: "nameless" });
  const project = await makeProject({ emulator, program: program(resource("Campaign", "spring", campaign)) });
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toMatch(/no second one will be created/);
  expect(output).not.toMatch(/^\s+at /m);
  expect(await project.resources()).toHaveLength(1);
  await project.fails("up", "--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toHaveLength(1);
  expect(writes(await emulator.requests())).toEqual(["create Campaign"]);

  // Once the list tells IDs, the next run finds the one that was made.
  await emulator.setPersonality({ campaignListIds: true });
  await project.up("--skip-preview");
  expect((await project.resources())[0]?.id).toBe((await emulator.dashboard.ids("Campaign"))[0]);
  // What the API hides is set once more: the program may have been edited since.
  expect(writes(await emulator.requests())).toEqual(["create Campaign", "update Campaign"]);
});

it("minimal: an edit goes to the older address; a delete that has no route says so, names the ways out, and one of them works", async () => {
  const emulator = await startEmulatorProcess({ personality: "minimal" });
  const project = await makeProject({ emulator, program: program(resource("Campaign", "spring", campaign)) });
  await project.up("--skip-preview");
  project.write(program(resource("Campaign", "spring", { ...campaign, notes: "Edited" })));
  await project.up("--skip-preview");
  expect(await liveObject(emulator, "Campaign")).toMatchObject({ notes: "Edited" });

  const { output } = await project.fails("destroy", "--skip-preview");
  expect(output).toMatch(/was not deleted: it is still there/);
  expect(output).toMatch(/inferred/);
  expect(output).toContain("campaign.delete");
  expect(output).toContain("deletionPolicy");
  expect(await liveObject(emulator, "Campaign")).toMatchObject({ status: "paused" });
  expect(await project.resources()).toHaveLength(1);

  project.write(program(resource("Campaign", "spring", { ...campaign, notes: "Edited", deletionPolicy: "complete" })));
  await project.up("--skip-preview");
  await project.destroy("--skip-preview");
  expect(await liveObject(emulator, "Campaign")).toMatchObject({ status: "completed" });
  expect(await project.resources()).toEqual([]);
});
