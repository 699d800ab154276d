/** The repository's own Pulumi.yaml, as its README runs it: a TypeScript program, through the CLI. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import { openProject, type Project } from "../support/project";
import { copyOf } from "../support/repositoryCopy";
import { inWords, requestsDuring, writes } from "../support/requests";

jest.setTimeout(240_000);

const main = join("examples", "outbound-campaign", "index.ts");

describe.each(["packed", "linked"] as const)("the root program, with the %s package", (form) => {
  let emulator: EmulatorProcess;
  let project: Project;

  const edit = (from: string, to: string): void => {
    const program = readFileSync(join(project.folder, main), "utf8");
    expect(program).toContain(from);
    project.write(program.replace(from, to));
  };
  const theCampaign = async () => {
    const [only, ...others] = await emulator.dashboard.list("Campaign");
    expect(others).toEqual([]);
    if (only === undefined) throw new Error("there is no campaign");
    return only;
  };

  beforeAll(async () => {
    emulator = await startEmulatorProcess();
    const folder = await copyOf(["Pulumi.yaml", join("examples", "outbound-campaign")], form);
    project = await openProject(folder, main, { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token });
  });

  it("previews, without any request, who is called when in one sentence", async () => {
    const asked = await requestsDuring(emulator, async () => {
      const { stdout } = await project.preview("--diff");
      expect(stdout).toMatch(/summary +: "outbound, Mon–Fri 09:00–17:00 Europe\/Paris, 2099-03-02 to 2099-05-29, /);
    });
    expect(asked).toEqual([]);
  });

  it("is created with exactly one write", async () => {
    const asked = await requestsDuring(emulator, () => project.up("--skip-preview"));
    expect(writes(asked)).toEqual(["create Campaign"]);
    const { id } = await theCampaign();
    const outputs = await project.outputs();
    expect(outputs["campaignId"]).toBe(id);
    expect(outputs["summary"]).toMatch(/^outbound, /);
  });

  it("changes nothing and asks nothing when run again", async () => {
    const asked = await requestsDuring(emulator, () => project.up("--expect-no-changes"));
    expect(asked).toEqual([]);
  });

  it("shows an edit as that one field, and makes it with one write", async () => {
    edit('notes: "Customers whose contract ends in spring"', 'notes: "Ends in spring or summer"');
    const { stdout } = await project.preview("--diff");
    const shown = stdout.split("\n").filter((line) => /^\s+[~+-] \w+\s*:/.test(line));
    expect(shown).toEqual([expect.stringMatching(/~ notes +: "Customers .*" => "Ends in spring or summer"/)]);
    const asked = await requestsDuring(emulator, () => project.up("--skip-preview"));
    expect(writes(asked)).toEqual(["update Campaign"]);
    expect(await theCampaign()).toMatchObject({ notes: "Ends in spring or summer", status: "active" });
  });

  it("finds a change made in the dashboard, field by field, and only reads for it", async () => {
    const { id } = await theCampaign();
    await emulator.dashboard.change("Campaign", id, { call_time_of_day_to: "23:00:00", call_progress: 17 });
    const asked = await requestsDuring(emulator, async () => {
      const { stdout } = await project.fails("preview", "--refresh", "--diff", "--expect-no-changes");
      expect(stdout).toMatch(/~ callTimeOfDayTo +: "23:00:00" => "17:00:00"/);
      // What moves by itself is told by the refresh, but is nothing to repair.
      expect(stdout).toMatch(/~ callProgress +: 0 => 17/);
      expect(stdout).not.toMatch(/~ callProgress +: 17 =>/);
    });
    expect(writes(asked)).toEqual([]);
  });

  it("repairs it with `up --refresh`, and is then in step", async () => {
    const asked = await requestsDuring(emulator, () => project.up("--refresh", "--skip-preview"));
    expect(writes(asked)).toEqual(["update Campaign"]);
    expect(await theCampaign()).toMatchObject({ call_time_of_day_to: "17:00:00", call_progress: 17 });
    await project.preview("--refresh", "--expect-no-changes");
  });

  it("is in step while the campaign runs and when it has run to its end", async () => {
    const { id } = await theCampaign();
    await emulator.dashboard.change("Campaign", id, { call_progress: 100, status: "completed" });
    await project.refresh("--skip-preview");
    await project.preview("--expect-no-changes");
    const [resource] = await project.resources();
    expect(resource?.outputs).toMatchObject({ status: "completed", callProgress: 100 });
    await emulator.dashboard.change("Campaign", id, { status: "active" });
  });

  it("is replaced for a field that cannot be changed: the old one is paused and deleted before the new one is made", async () => {
    edit('campaignType: "outbound"', 'campaignType: "inbound"');
    const asked = await requestsDuring(emulator, () => project.up("--skip-preview"));
    expect(writes(asked)).toEqual(["update Campaign", "delete Campaign", "create Campaign"]);
    expect(await theCampaign()).toMatchObject({ campaign_type: "inbound" });
    expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
  });

  it("is recreated when somebody has deleted the campaign in the dashboard", async () => {
    const before = await theCampaign();
    await emulator.dashboard.delete("Campaign", before.id);
    await project.up("--refresh", "--skip-preview");
    expect((await theCampaign()).id).not.toBe(before.id);
  });

  it("is destroyed, and a second destroy is content", async () => {
    const asked = await requestsDuring(emulator, () => project.destroy("--skip-preview"));
    expect(inWords(asked).filter((words) => words === "delete Campaign")).toHaveLength(1);
    expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
    expect(await project.resources()).toEqual([]);
    await project.destroy("--skip-preview");
  });
});
