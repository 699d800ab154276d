/** `pulumi import` by the native front: what exists is in the state, and the code that is printed for it is right. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { succeeded } from "../../support/command";
import { startEmulatorProcess, type EmulatorProcess } from "../../support/emulatorProcess";
import { makeYamlProject, type YamlProject } from "../../support/yamlProject";
import { campaign, liveCampaign } from "../../support/programs";
import { requestsDuring, writes } from "../../support/requests";

jest.setTimeout(240_000);

const live = {
  ...liveCampaign,
  notes: "by hand",
  agent_variables_contact_metadata_mapping: { first_name: "contact.firstname" },
  workspace: "north",
};

let emulator: EmulatorProcess;
let project: YamlProject;
const begin = async (personality: object | string): Promise<void> => {
  emulator = await startEmulatorProcess({ personality });
  project = await makeYamlProject({ emulator });
};

/** Imports a live object; gives what was printed and the code that was made. */
async function imported(type: string, named: string): Promise<{ output: string; code: string }> {
  const file = join(project.folder, "generated.yaml");
  const args = ["import", `callab:index:${type}`, "spring", named, "--yes", "--protect=false", "--out", file];
  const { output } = succeeded(await project.pulumi(args));
  return { output, code: existsSync(file) ? readFileSync(file, "utf8") : "" };
}

test("the generated code previews without a change, and nothing was written", async () => {
  await begin({ campaignListIds: true, campaignReferences: "shown" });
  await emulator.dashboard.create("Campaign", live);
  const asked = await requestsDuring(emulator, async () => {
    const { output, code } = await imported("Campaign", "north/Spring renewals");
    expect(output).not.toMatch(/error|bug/);
    const before = readFileSync(join(project.folder, "Pulumi.yaml"), "utf8").split("resources:")[0] ?? "";
    project.write(`${before}\n${code}`);
    await project.up("--skip-preview", "--expect-no-changes");
  });
  expect(writes(asked)).toEqual([]);
  await project.up("--skip-preview", "--expect-no-changes", "--refresh");
});

test("the workspace is the one that the object is in, whatever is configured", async () => {
  await begin({ campaignListIds: true, campaignReferences: "shown" });
  const { id } = (await emulator.dashboard.create("Campaign", live)) as { id: string };
  const elsewhere = await project.pulumi(["import", "callab:index:Campaign", "spring", `sales/${id}`, "--yes"]);
  expect(elsewhere.code).not.toBe(0);
  expect(elsewhere.output).toContain('is in workspace "north", not in "sales"');
  expect((await imported("Campaign", id)).code).toContain("workspace: north");
  expect((await project.resources())[0]?.inputs).toMatchObject({ workspace: "north", notes: "by hand" });
});

test("a required field that the API hides is named with its reason, and no bug is cried", async () => {
  await begin({ campaignListIds: true, campaignReferences: "absent" });
  await emulator.dashboard.create("Campaign", live);
  const { output } = await imported("Campaign", "north/Spring renewals");
  expect(output).toContain("The API does not show aiAgentId, which a program must declare");
  expect(output).not.toMatch(/bug/);
});

test("a phone number is imported by the number", async () => {
  await begin({ phoneNumberIds: true });
  await emulator.dashboard.create("PhoneNumber", { phone_number: "+15555550100", nickname: "Desk" });
  await imported("PhoneNumber", "+15555550100");
  expect((await project.resources())[0]?.inputs).toMatchObject({ phoneNumber: "+15555550100", nickname: "Desk" });
});

test("what is not there is not imported", async () => {
  await begin({ campaignListIds: true });
  const result = await project.pulumi(["import", "callab:index:Campaign", "spring", "north/Nobody", "--yes"]);
  expect(result.code).not.toBe(0);
  expect(result.output).toContain("does not exist");
});

describe("an object that a resource has", () => {
  const importAs = (name: string, named: string) =>
    project.pulumi([
      "import",
      "callab:index:Campaign",
      name,
      named,
      "--yes",
      "--protect=false",
      "--generate-code=false",
    ]);
  const destroy = (name: string) =>
    project.pulumi(["destroy", "--yes", "--skip-preview", "--target", `**::${name}`, "--continue-on-error"]);

  test("is told at its import into a second one, whose delete leaves it to the first", async () => {
    await begin({ campaignListIds: true, campaignReferences: "shown" });
    const { id } = (await emulator.dashboard.create("Campaign", live)) as { id: string };
    succeeded(await importAs("first", id));
    const { output } = succeeded(await importAs("second", "north/Spring renewals"));
    expect(output).toContain('belongs to the resource "first" of this program');
    expect(succeeded(await destroy("second")).output).toContain("was left as it is");
    expect(await emulator.dashboard.ids("Campaign")).toEqual([id]);
    succeeded(await destroy("first"));
    expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  test("is not imported into two resources by one run", async () => {
    await begin({ campaignListIds: true, campaignReferences: "shown" });
    const { id } = (await emulator.dashboard.create("Campaign", live)) as { id: string };
    const file = join(project.folder, "import.json");
    const resources = ["first", "second"].map((name) => ({ type: "callab:index:Campaign", name, id: `north/${id}` }));
    writeFileSync(file, JSON.stringify({ resources }));
    const result = await project.pulumi(["import", "--file", file, "--yes", "--generate-code=false"]);
    expect(result.code).not.toBe(0);
    expect(result.output).toMatch(/belongs to the resource "(first|second)" of this program, and the resource/);
    expect(await emulator.dashboard.ids("Campaign")).toEqual([id]);
  });
});

test("a preview of an import leaves a later destroy as it was", async () => {
  await begin("object");
  project.declare({ spring: { type: "callab:index:Campaign", properties: campaign } });
  await project.up("--skip-preview");
  const [id = ""] = await emulator.dashboard.ids("Campaign");
  // That run was on another machine.
  project.forgetMachine();
  project.declare({ renamed: { type: "callab:index:Campaign", properties: campaign, options: { import: id } } });
  succeeded(await project.pulumi(["preview"]));
  expect(succeeded(await project.destroy()).output).not.toContain("was left as it is");
  expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
});

test("two live agents of one name are imported by their IDs, and stay", async () => {
  await begin("object");
  const agents = await Promise.all(
    ["One", "Two"].map(async (prompt) => {
      const live = { name: "Assistant", prompt, workspace: "default" };
      return { prompt, id: ((await emulator.dashboard.create("AiAgent", live)) as { id: string }).id };
    }),
  );
  const declareAll = (isImport: boolean): void =>
    project.declare(
      Object.fromEntries(
        agents.map(({ prompt, id }) => [
          prompt,
          {
            type: "callab:index:AiAgent",
            properties: { name: "Assistant", prompt },
            options: isImport ? { import: id } : {},
          },
        ]),
      ),
    );
  declareAll(true);
  await project.up("--skip-preview");
  declareAll(false);
  await project.up("--skip-preview", "--expect-no-changes");
});

test("a `get` holds nothing and asks for nothing, also of what another resource has", async () => {
  await begin({ campaignListIds: true, campaignReferences: "absent" });
  const { id } = (await emulator.dashboard.create("Campaign", live)) as { id: string };
  project.declare({ read: { type: "callab:index:Campaign", get: { id: `north/${id}` } } });
  const { output } = await project.up("--skip-preview");
  expect(output).not.toContain("does not show");
  const imported = await project.pulumi([
    "import",
    "callab:index:Campaign",
    "spring",
    `north/${id}`,
    "--yes",
    "--protect=false",
  ]);
  expect(succeeded(imported).output).not.toContain("belongs to");
});

test("what a resource had is left as it is where it becomes a `get` by whatever name, and is had again after that", async () => {
  await begin("object");
  const agent = { name: "Ada", prompt: "Be brief." };
  const declare = (spring: object, ada: object): void =>
    project.declare({
      spring: { type: "callab:index:Campaign", ...spring },
      ada: { type: "callab:index:AiAgent", ...ada },
    });
  const all = async (): Promise<string[]> =>
    (await Promise.all((["Campaign", "AiAgent"] as const).map((kind) => emulator.dashboard.ids(kind)))).flat();
  declare({ properties: campaign }, { properties: agent });
  await project.up("--skip-preview");
  const had = await all();
  declare({ get: { id: `default/${campaign.name}` } }, { get: { id: `default/${had[1] ?? ""}` } });
  const asked = await requestsDuring(emulator, async () => {
    const { output } = await project.up();
    const told = output.split("Diagnostics:").at(-1) ?? "";
    expect(told.match(/was left as it is: the program only reads it by now/g)).toHaveLength(2);
    await project.up("--skip-preview");
  });
  expect(writes(asked)).toEqual([]);
  declare({ properties: campaign }, { properties: agent });
  await project.up("--skip-preview");
  expect(await all()).toEqual(had);
  await project.destroy("--skip-preview");
  expect(await all()).toEqual([]);
});
