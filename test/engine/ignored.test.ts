/** `ignoreChanges` in both fronts: what somebody set by hand stays, whatever else the program edits. */
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { campaign, program } from "../support/programs";
import { makeProject, type Project } from "../support/project";
import { makeYamlProject } from "../support/yamlProject";

jest.setTimeout(240_000);

const args = { ...campaign, desiredStatus: "active" };
const ignoreChanges = ["notes", "callTimeOfDayTo", "desiredStatus"];
const byHand = { notes: "By hand.", call_time_of_day_to: "12:00:00", status: "paused" };

interface Front {
  readonly project: Project;
  readonly declare: (args: object, options?: object) => void;
}

async function dynamic(emulator: EmulatorProcess): Promise<Front> {
  const project = await makeProject({ emulator });
  const declare: Front["declare"] = (inputs, options = { ignoreChanges }) =>
    project.write(program(`new callab.Campaign("spring", ${JSON.stringify(inputs)}, ${JSON.stringify(options)});`));
  return { project, declare };
}

async function native(emulator: EmulatorProcess): Promise<Front> {
  const project = await makeYamlProject({ emulator });
  const declare: Front["declare"] = (inputs, options = { ignoreChanges }) =>
    project.declare({ spring: { type: "callab:index:Campaign", properties: inputs, options } });
  return { project, declare };
}

test.each<[string, (emulator: EmulatorProcess) => Promise<Front>]>([
  ["dynamic", dynamic],
  ["native", native],
])("the %s front leaves what is ignored as it is, in updates and refreshes", async (_name, start) => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  try {
    const { project, declare } = await start(emulator);
    const live = async (): Promise<object> => (await emulator.dashboard.list("Campaign"))[0] ?? {};
    declare(args, {});
    await project.up("--skip-preview");
    declare(args);
    await project.preview("--expect-no-changes");
    const { id = "" } = (await project.resources())[0] ?? {};
    await emulator.dashboard.change("Campaign", id, byHand);

    // What the program itself says of it by now is ignored as well.
    declare({ ...args, notes: "The program's.", contactsListTags: ["vip", "new"] });
    const edited = await project.up("--skip-preview");
    expect(edited.output).not.toMatch(/was changed since|written over/);
    expect(await live()).toMatchObject({ ...byHand, contacts_list_tags: ["vip", "new"] });
    const [{ inputs = {}, outputs = {} } = {}] = await project.resources();
    expect([Object.keys(inputs).includes("__ignored"), Object.keys(outputs).includes("__ignored")]).toEqual([
      start === dynamic,
      false,
    ]);
    await project.preview("--expect-no-changes");

    // A refresh takes in what is live, and there is nothing to repair.
    await project.preview("--refresh", "--expect-no-changes");
    await project.refresh();
    const [refreshed] = await project.resources();
    expect(refreshed?.outputs).toMatchObject({ notes: "By hand.", callTimeOfDayTo: "12:00:00", status: "paused" });
    await project.preview("--expect-no-changes");
    await project.up("--refresh", "--skip-preview");
    expect(await live()).toMatchObject(byHand);

    declare({ ...args, contactsListTags: ["vip"] });
    await project.up("--skip-preview");
    expect(await live()).toMatchObject({ ...byHand, contacts_list_tags: ["vip"] });

    // A stop pauses, whatever is ignored; and without the option the program's word counts again.
    await emulator.dashboard.change("Campaign", id, { status: "active" });
    await project.up("--skip-preview", "-c", "callab:pauseAll=true");
    expect(await live()).toMatchObject({ status: "paused" });
    declare({ ...args, contactsListTags: ["vip"] }, {});
    await project.up("--skip-preview", "-c", "callab:pauseAll=false");
    expect(await live()).toMatchObject({ notes: args.notes, call_time_of_day_to: "17:00:00", status: "active" });
  } finally {
    await emulator.stop();
  }
});
