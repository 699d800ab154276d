/** Two plugins of one run, as an engine has them for two providers: what one has, the other does not take over. */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import type { Emulator } from "../../../emulator";
import { EngineLog } from "../../../provider/native/engineLog";
import { Struct } from "../../../provider/native/plainStructs";
import { Plugin } from "../../../provider/native/plugin";
import { configurationFor, emulate, failureOf, leastOf } from "../../support/context";

const home = process.env["PULUMI_HOME"];
let engines = 4_000;
beforeEach(() => {
  process.env["PULUMI_HOME"] = mkdtempSync(join(tmpdir(), "callab-plugin-"));
  process.argv.push(`127.0.0.1:${++engines}`);
});
afterEach(() => {
  process.argv.pop();
  if (home === undefined) delete process.env["PULUMI_HOME"];
  else process.env["PULUMI_HOME"] = home;
});

type Values = Parameters<typeof Struct.fromJavaScript>[0];
const urnOf = (name: string): string => `urn:pulumi:dev::app::callab:index:Campaign::${name}`;

async function configured(emulator: Emulator): Promise<Plugin> {
  const log = new EngineLog();
  jest.spyOn(log, "log").mockImplementation(() => undefined);
  const plugin = new Plugin(log);
  const configure = new rpc.ConfigureRequest();
  configure.setArgs(Struct.fromJavaScript({ apiToken: emulator.token, baseUrl: configurationFor(emulator).baseUrl }));
  await plugin.configure(configure);
  return plugin;
}

async function check(plugin: Plugin, name: string): Promise<Struct> {
  const request = new rpc.CheckRequest();
  request.setUrn(urnOf(name));
  request.setOlds(Struct.fromJavaScript({}));
  request.setNews(Struct.fromJavaScript(leastOf.Campaign as Values));
  return (await plugin.check(request)).getInputs() as Struct;
}

async function create(plugin: Plugin, name: string): Promise<rpc.CreateResponse> {
  const request = new rpc.CreateRequest();
  request.setUrn(urnOf(name));
  request.setProperties(await check(plugin, name));
  return plugin.create(request);
}

async function changes(plugin: Plugin, name: string, made: rpc.CreateResponse): Promise<boolean> {
  const request = new rpc.DiffRequest();
  request.setUrn(urnOf(name));
  request.setId(made.getId());
  request.setOlds(made.getProperties());
  request.setNews(await check(plugin, name));
  return (await plugin.diff(request)).getChanges() === rpc.DiffResponse.DiffChanges.DIFF_SOME;
}

it("does not let a second provider take over what a resource of the first has, which has nothing to write", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true, campaignReadIds: true } });
  const made = await create(await configured(emulator), "a");
  process.argv[process.argv.length - 1] = `127.0.0.1:${++engines}`;
  const [first, second] = [await configured(emulator), await configured(emulator)];
  const creating = failureOf(create(second, "b"));
  expect(await changes(first, "a", made)).toBe(false);
  expect((await creating).message).toMatch(/belongs to the resource "a".*"b" of this program declares the same/);
  expect(emulator.dashboard.list("Campaign")).toHaveLength(1);
});

it("leaves no name of an object where the processes of a run tell each other of it", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const plugin = await configured(emulator);
  await changes(plugin, "a", await create(plugin, "a"));
  const folder = join(process.env["PULUMI_HOME"] ?? "", "callab", "ledger", "runs");
  const said = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  expect(said.join()).toContain('"step":"claim"');
  expect(said.join()).not.toMatch(/Spring renewals|emulator-token/);
});
