/** What the rules come to on the real engine: when something is told, where, and what is not known before `up`. */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { campaign, program, resource } from "../support/programs";
import { makeProject, type Project } from "../support/project";

jest.setTimeout(240_000);

let emulator: EmulatorProcess;
let project: Project;

beforeAll(async () => {
  emulator = await startEmulatorProcess();
  await emulator.setPersonality({ campaignListIds: true });
  project = await makeProject({ emulator });
});

/** Rules of the warnings in an output; each is told once in it, with the resource's name. */
function toldIn(output: string): readonly string[] {
  const diagnostics = output.slice(Math.max(0, output.indexOf("Diagnostics:")));
  return [...diagnostics.matchAll(/warning: Campaign "spring": .+ \((.+)\)$/gm)].map(([, rule = ""]) => rule).sort();
}

const numbered = { ...campaign, outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a" };
const { callTimeOfDayFrom: from, callTimeOfDayTo: to, ...open } = numbered;

it("tells of a new campaign what concerns a new one: in the preview and in the run that creates it, and never again", async () => {
  expect([from, to]).toEqual(["9:00", "17:00"]);
  project.write(program(resource("Campaign", "spring", open)));
  expect(toldIn((await project.preview()).output)).toEqual(["campaign/no-window", "campaign/starts-at-once"]);
  expect(toldIn((await project.preview("--diff")).output)).toEqual(["campaign/no-window", "campaign/starts-at-once"]);
  expect(toldIn((await project.up("--skip-preview")).output)).toEqual([
    "campaign/no-window",
    "campaign/starts-at-once",
  ]);
  expect(toldIn((await project.preview()).output)).toEqual(["campaign/no-window"]);
  expect(toldIn((await project.up("--skip-preview", "--expect-no-changes")).output)).toEqual(["campaign/no-window"]);
});

it("is silent once it is accepted, which is no change at Callab", async () => {
  await emulator.clearRequests();
  project.write(program(resource("Campaign", "spring", { ...open, acceptedWarnings: ["campaign/no-window"] })));
  expect(toldIn((await project.up("--skip-preview")).output)).toEqual([]);
  expect((await emulator.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
});

it("stops a campaign whose selection turns out to be empty before any request for it", async () => {
  await emulator.clearRequests();
  const tags = '(() => { const { output } = require("@pulumi/pulumi"); return output(Promise.resolve([])); })()';
  project.write(
    program(resource("Campaign", "spring", { ...numbered, name: "Other" }).replace('[\n    "vip"\n  ]', tags)),
  );
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toMatch(/selects nobody.*perhaps everybody.*\(campaign\/no-selection\)/s);
  expect(await emulator.requests()).toEqual([]);
});
