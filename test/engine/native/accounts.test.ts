/** Several accounts in one program: equal names in two of them are two objects, and neither provider comes to the other's. */
import { startEmulatorProcess } from "../../support/emulatorProcess";
import { campaign } from "../../support/programs";
import { requestsDuring, writes } from "../../support/requests";
import { makeYamlProject } from "../../support/yamlProject";

jest.setTimeout(240_000);

test("a campaign of one name in each of two accounts is made, edited and deleted in its own", async () => {
  const tokens = { north: "north-token", south: "south-token" };
  const emulator = await startEmulatorProcess({
    personality: "object",
    token: tokens.north,
    accounts: [tokens.south],
  });
  const accounts = [emulator.account(tokens.north).dashboard, emulator.account(tokens.south).dashboard];
  const stored = (field: string): Promise<unknown[]> =>
    Promise.all(
      accounts.map(async (dashboard) => (await dashboard.list("Campaign")).map((each): unknown => each[field])),
    );
  const project = await makeYamlProject({ emulator });
  const inAccount = (name: keyof typeof tokens, notes: Readonly<Record<keyof typeof tokens, string>>): object => ({
    [name]: { type: "pulumi:providers:callab", properties: { apiToken: { "fn::secret": tokens[name] } } },
    [`spring-${name}`]: {
      type: "callab:index:Campaign",
      properties: { ...campaign, notes: notes[name] },
      options: { provider: `\${${name}}` },
    },
  });
  const declare = (notes: Readonly<Record<keyof typeof tokens, string>>): void =>
    project.declare({ ...inAccount("north", notes), ...inAccount("south", notes) });

  declare({ north: "Northern", south: "Southern" });
  await project.up("--skip-preview");
  expect(await stored("notes")).toEqual([["Northern"], ["Southern"]]);
  await project.up("--skip-preview", "--expect-no-changes", "--refresh");

  declare({ north: "Northern", south: "Further south" });
  expect(writes(await requestsDuring(emulator, () => project.up("--skip-preview")))).toEqual(["update Campaign"]);
  expect(await stored("notes")).toEqual([["Northern"], ["Further south"]]);

  await project.destroy("--skip-preview");
  expect(await stored("notes")).toEqual([[], []]);
  for (const dashboard of accounts) expect(await dashboard.doublesEverMade()).toEqual([]);
});

test("a campaign whose provider becomes that of another account is not made a second time there", async () => {
  const tokens = { north: "north-token", south: "south-token" };
  const emulator = await startEmulatorProcess({ personality: "object", token: tokens.north, accounts: [tokens.south] });
  const project = await makeYamlProject({ emulator });
  const declare = (name: keyof typeof tokens): void =>
    project.declare({
      ...Object.fromEntries(
        Object.entries(tokens).map(([each, token]) => [
          each,
          { type: "pulumi:providers:callab", properties: { apiToken: { "fn::secret": token } } },
        ]),
      ),
      spring: { type: "callab:index:Campaign", properties: campaign, options: { provider: `\${${name}}` } },
    });
  declare("north");
  await project.up("--skip-preview");
  declare("south");
  await project.up("--skip-preview");
  const { output } = await project.fails("up", "--skip-preview", "--refresh");
  expect(output).toContain("its state was written with another token or address");
  expect(output).toContain('Check `apiToken` of the provider "south"');
  expect(await emulator.account(tokens.south).dashboard.list("Campaign")).toEqual([]);
  expect(await emulator.dashboard.list("Campaign")).toHaveLength(1);
  await emulator.stop();
});

test("what is wrong with the settings of a provider is told with its name, and points at its arguments", async () => {
  const emulator = await startEmulatorProcess({ personality: "object" });
  const project = await makeYamlProject({ emulator });
  const declare = (properties: object): void =>
    project.declare({
      north: { type: "pulumi:providers:callab", properties },
      spring: { type: "callab:index:Campaign", properties: campaign, options: { provider: "${north}" } },
    });
  for (const [properties, told] of [
    [{ apiToken: "wrong" }, /does not accept the token.*`apiToken` of the provider "north"/s],
    [{ baseUrl: "http://127.0.0.1:9" }, /Check `baseUrl` of the provider "north"/],
    [{ routes: '{"campaign.creat": "POST /x"}' }, /`routes` of the provider "north".*did you mean "campaign.create"\?/],
    [{ maxRetries: -1 }, /`maxRetries` of the provider "north" must be a whole number/],
  ] as const) {
    declare(properties);
    const { output } = await project.fails("up", "--skip-preview");
    expect(output).toMatch(told);
    expect(output).not.toMatch(/config set|callab:(apiToken|baseUrl|routes|maxRetries)/);
  }
  await emulator.stop();
});
