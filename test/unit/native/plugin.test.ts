/** What the plugin tells the engine of a read. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import type { Emulator } from "../../../emulator";
import { OWNER } from "../../../provider/lifecycle/state";
import { EngineLog } from "../../../provider/native/engineLog";
import { Struct } from "../../../provider/native/plainStructs";
import { Plugin } from "../../../provider/native/plugin";
import { configurationFor, emulate, leastOf } from "../../support/context";

const home = process.env["PULUMI_HOME"];
beforeEach(() => (process.env["PULUMI_HOME"] = mkdtempSync(join(tmpdir(), "callab-plugin-"))));
afterEach(() => {
  if (home === undefined) delete process.env["PULUMI_HOME"];
  else process.env["PULUMI_HOME"] = home;
});

const urn = "urn:pulumi:dev::app::callab:index:Campaign::spring";
type Values = Parameters<typeof Struct.fromJavaScript>[0];

/** A plugin that has made a campaign, and what the engine has of it then. */
async function made(emulator: Emulator): Promise<{ plugin: Plugin; id: string; state: Values; inputs: Values }> {
  const plugin = new Plugin(new EngineLog());
  const configure = new rpc.ConfigureRequest();
  const settings = { apiToken: emulator.token, baseUrl: configurationFor(emulator).baseUrl };
  configure.setArgs(Struct.fromJavaScript(settings));
  await plugin.configure(configure);
  const check = new rpc.CheckRequest();
  check.setUrn(urn);
  check.setNews(Struct.fromJavaScript({ ...leastOf.Campaign, notes: "n" }));
  const inputs = (await plugin.check(check)).getInputs()?.toJavaScript() ?? {};
  const create = new rpc.CreateRequest();
  create.setUrn(urn);
  create.setProperties(Struct.fromJavaScript(inputs));
  const created = await plugin.create(create);
  return { plugin, id: created.getId(), state: created.getProperties()?.toJavaScript() ?? {}, inputs };
}

async function inputsRead(plugin: Plugin, id: string, state: Values, inputs: Values): Promise<Values | undefined> {
  const request = new rpc.ReadRequest();
  request.setUrn(urn);
  request.setId(id);
  request.setProperties(Struct.fromJavaScript(state));
  request.setInputs(Struct.fromJavaScript(inputs));
  return (await plugin.read(request)).getInputs()?.toJavaScript();
}

it("tells inputs only where they are others than the engine has", async () => {
  const emulator = await emulate();
  const { plugin, id, state, inputs } = await made(emulator);
  expect(await inputsRead(plugin, id, state, inputs)).toBeUndefined();
  expect(await inputsRead(plugin, id, state, { ...inputs, notes: "another" })).toEqual(inputs);
  expect(await inputsRead(plugin, id, state, { ...inputs, left: "over" })).toEqual(inputs);
});

it("tells the inputs of what somebody changed", async () => {
  const emulator = await emulate();
  const { plugin, id, state, inputs } = await made(emulator);
  emulator.dashboard.change("Campaign", id, { notes: "by hand" });
  expect(await inputsRead(plugin, id, state, inputs)).toMatchObject({ notes: "by hand", name: "Spring renewals" });
});

it("always tells the inputs of what no resource stands for: the engine compares what it is told", async () => {
  const emulator = await emulate();
  const { plugin, id, state, inputs } = await made(emulator);
  const { [OWNER]: owner, ...unowned } = state;
  expect(owner).toBe(urn);
  expect(await inputsRead(plugin, id, unowned, inputs)).toEqual(inputs);
});
