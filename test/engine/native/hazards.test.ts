/** What a front of several processes could break: never a second campaign, never a lost one, never a widened one. */
import { startEmulatorProcess, type EmulatorProcess } from "../../support/emulatorProcess";
import { makeProject, type Project } from "../../support/project";
import { makeYamlProject } from "../../support/yamlProject";
import { campaign, liveCampaign } from "../../support/programs";
import { requestsDuring, writes } from "../../support/requests";

jest.setTimeout(240_000);

let emulator: EmulatorProcess;
beforeEach(async () => {
  emulator = await startEmulatorProcess({ personality: "object" });
});
afterEach(async () => {
  expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
  await emulator.stop();
});

const native = (statements: string): string =>
  ['const pulumi = require("@pulumi/pulumi");', 'const native = require("pulumi-callab/native");', statements, ""].join(
    "\n",
  );
const text = (value: unknown): string => JSON.stringify(value);

const live = { ...liveCampaign, contacts_list_categories: ["renewal"] };

test("two providers that declare one campaign make one, and the run names both resources", async () => {
  const project = await makeProject({ emulator, plugin: true });
  const settings = { baseUrl: emulator.url, apiToken: emulator.token };
  project.write(
    native(
      `for (const name of ["a", "b"]) new native.Campaign(name, ${text(campaign)}, ` +
        `{ provider: new native.Provider("provider-" + name, ${text(settings)}) });`,
    ),
  );
  const { output } = await project.fails("up", "--skip-preview");
  expect(output).toMatch(
    /belongs to the resource "[ab]" of this program, and the resource "[ab]" of this program declares/,
  );
  expect(await emulator.dashboard.ids("Campaign")).toHaveLength(1);
  expect((await project.resources()).filter(({ type }) => type === "callab:index:Campaign")).toHaveLength(1);
  // The token of a provider is in the state as a secret only.
  expect(await project.exported()).not.toContain(emulator.token);
});

describe("a program that changes fronts", () => {
  let project: Project;
  const dynamic = (name: string): string =>
    `const callab = require("pulumi-callab");\nnew callab.Campaign(${text(name)}, ${text(campaign)});\n`;
  const toNative = (name: string): string => native(`new native.Campaign(${text(name)}, ${text(campaign)});`);

  /** Without the engine's record of where the program declares the resource, which is as long as a machine's paths are. */
  const bytesOf = (resource: object): number => {
    const ours = Object.entries(resource).filter(([name]) => !["sourcePosition", "stackTrace"].includes(name));
    return Buffer.byteLength(JSON.stringify(Object.fromEntries(ours)));
  };

  beforeEach(async () => {
    project = await makeProject({ emulator, plugin: true });
  });

  test("keeps its objects: nothing is asked, nothing is replaced, and the state is smaller", async () => {
    project.write(dynamic("spring"));
    await project.up("--skip-preview");
    const [before] = await project.resources();
    const size = JSON.stringify(before).length;
    project.write(toNative("spring"));
    const asked = await requestsDuring(emulator, () => project.up("--skip-preview", "--expect-no-changes"));
    expect(asked).toEqual([]);
    const [after] = await project.resources();
    expect(after).toMatchObject({ type: "callab:index:Campaign", id: before?.id });
    expect(JSON.stringify(after).length).toBeLessThan(size);
    await project.up("--skip-preview", "--expect-no-changes", "--refresh");
    const [refreshed] = await project.resources();
    expect(bytesOf(refreshed ?? {})).toBeLessThanOrEqual(1_700);
    await project.destroy("--skip-preview");
    expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  test("keeps a webhook with secret headers, shown as updated and not asked about; and back, a workspace by its ID", async () => {
    const hook = {
      name: "CRM",
      steps: [{ stepNumber: 1, webhookUrl: "https://example.com", webhookHeaders: { Key: "k" } }],
    };
    const from = (front: string, more: object = {}): string =>
      `const callab = require(${text(front)});\nnew callab.Webhook("crm", ${text(hook)});\n` +
      `new callab.Workspace("north", ${text({ workspaceName: "North", ...more })});\n`;
    project.write(from("pulumi-callab"));
    await project.up("--skip-preview");
    project.write(from("pulumi-callab/native"));
    const asked = await requestsDuring(emulator, async () => {
      expect((await project.up("--skip-preview")).output).toMatch(/~ 1 updated/);
    });
    expect(asked).toEqual([]);
    const before = (await project.resources()).map(({ id }) => id);
    const existingId = (await project.resources()).find(({ type }) => type.endsWith(":Workspace"))?.id;
    project.write(from("pulumi-callab", { existingId }));
    await project.up("--skip-preview");
    expect((await project.resources()).map(({ id }) => id).sort()).toEqual([...before].sort());
  });

  test.each([
    ["dynamic to native and another name", dynamic("spring"), toNative("renamed")],
    ["native to dynamic", toNative("spring"), dynamic("spring")],
    ["native to dynamic and another name", toNative("spring"), dynamic("renamed")],
  ])("from %s, where the engine knows no alias, loses nothing", async (_way, from, to) => {
    project.write(from);
    await project.up("--skip-preview");
    const ids = await emulator.dashboard.ids("Campaign");
    project.write(to);
    const asked = await requestsDuring(emulator, () => project.up("--skip-preview"));
    expect(writes(asked).filter((words) => !words.startsWith("update"))).toEqual([]);
    expect(await emulator.dashboard.ids("Campaign")).toEqual(ids);
    await project.up("--skip-preview", "--expect-no-changes");
    await project.destroy("--skip-preview");
    expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  test.each([
    ["", []],
    // Then its state has it under the name of the dynamic one.
    [", also where it came from the dynamic one before", [dynamic("spring")]],
  ])(
    "and goes back after a run that failed half-way keeps what both fronts have in the state%s",
    async (_way, first) => {
      for (const from of [...first, toNative("spring")]) {
        project.write(from);
        await project.up("--skip-preview");
      }
      const ids = await emulator.dashboard.ids("Campaign");
      const { id } = await emulator.dashboard.create("Campaign", { ...live, name: "Summer", days_of_week: [5] });
      const other = `new callab.Campaign("other", ${text({ ...campaign, name: "Summer" })});\n`;
      project.write(dynamic("spring") + other);
      expect((await project.fails("up", "--skip-preview")).output).toContain("exists already");
      expect((await project.resources()).map((resource) => resource.id)).toEqual([ids[0], ids[0]]);
      project.write(toNative("spring"));
      await project.up("--skip-preview");
      expect(await emulator.dashboard.ids("Campaign")).toEqual([...ids, id]);
      expect((await project.resources()).map(({ type }) => type)).toEqual(["callab:index:Campaign"]);
      await project.up("--skip-preview", "--refresh", "--expect-no-changes");
    },
  );
});

test("an import with fewer fields than live clears none of them, then or later", async () => {
  const { id } = (await emulator.dashboard.create("Campaign", live)) as { id: string };
  const project = await makeYamlProject({ emulator });
  const fewer = Object.fromEntries(Object.entries(campaign).filter(([name]) => !name.startsWith("callTimeOfDay")));
  const declare = (properties: object, options: object = {}): void =>
    project.declare({ spring: { type: "callab:index:Campaign", properties, options } });
  const kept = {
    contacts_list_categories: ["renewal"],
    call_time_of_day_from: "09:00:00",
    call_time_of_day_to: "17:00:00",
  };

  const summaries = async (): Promise<unknown[]> => {
    const [resource] = await project.resources();
    return [resource?.inputs?.["summary"], resource?.outputs?.["summary"]];
  };
  const claimsNoHours = expect.stringContaining("hours as in Callab") as string;

  declare(fewer, { import: `default/${campaign.name}` });
  await project.up("--skip-preview");
  expect((await project.resources())[0]?.id).toBe(id);
  expect((await emulator.dashboard.list("Campaign"))[0]).toMatchObject(kept);
  declare(fewer);
  await project.up("--skip-preview", "--expect-no-changes");
  declare({ ...fewer, notes: "Edited" });
  const { output } = await project.preview("--diff");
  expect(output).not.toContain("at any time");
  expect(output).not.toContain("campaign/no-window");
  await project.up("--skip-preview");
  expect(await summaries()).toEqual([claimsNoHours, claimsNoHours]);
  await project.refresh("--skip-preview", "--expect-no-changes");
  expect(await summaries()).toEqual([claimsNoHours, claimsNoHours]);
  expect((await emulator.dashboard.list("Campaign"))[0]).toMatchObject({ ...kept, notes: "Edited" });
  // Declared as it is live, it is the program's from then on.
  declare({ ...fewer, notes: "Edited", contactsListCategories: ["renewal"] });
  await project.up("--skip-preview", "--expect-no-changes");
  await emulator.dashboard.change("Campaign", id, { contacts_list_categories: ["everybody"] });
  await project.up("--skip-preview", "--refresh");
  expect((await emulator.dashboard.list("Campaign"))[0]).toMatchObject({ ...kept, notes: "Edited" });
  await project.destroy("--skip-preview");
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
});
