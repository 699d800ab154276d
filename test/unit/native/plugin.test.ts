/** What the plugin answers the engine: of a read, of the preview of an update, and of a delete. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import type { Emulator } from "../../../emulator";
import { OWNER } from "../../../provider/lifecycle/state";
import { EngineLog } from "../../../provider/native/engineLog";
import { Struct } from "../../../provider/native/plainStructs";
import { Plugin } from "../../../provider/native/plugin";
import { UNKNOWN } from "../../../provider/values/unknown";
import { configurationFor, emulate, failureOf, leastOf } from "../../support/context";

const home = process.env["PULUMI_HOME"];
beforeEach(() => (process.env["PULUMI_HOME"] = mkdtempSync(join(tmpdir(), "callab-plugin-"))));
afterEach(() => {
  if (home === undefined) delete process.env["PULUMI_HOME"];
  else process.env["PULUMI_HOME"] = home;
});

const urn = "urn:pulumi:dev::app::callab:index:Campaign::spring";
type Values = Parameters<typeof Struct.fromJavaScript>[0];

/** A plugin of a run. @param told takes what it tells people */
async function configured(emulator: Emulator, settings: Values = {}, told: string[] = []): Promise<Plugin> {
  const log = new EngineLog();
  jest.spyOn(log, "log").mockImplementation((_severity, text) => told.push(text));
  const plugin = new Plugin(log);
  const configure = new rpc.ConfigureRequest();
  const access = { apiToken: emulator.token, baseUrl: configurationFor(emulator).baseUrl };
  configure.setArgs(Struct.fromJavaScript({ ...access, ...settings }));
  await plugin.configure(configure);
  return plugin;
}

/** The inputs of a resource as the plugin checks them. @param before the inputs of the last run */
async function inputsOf(plugin: Plugin, program: object, before: Values = {}, of = urn): Promise<Values> {
  const request = new rpc.CheckRequest();
  request.setUrn(of);
  request.setOlds(Struct.fromJavaScript(before));
  request.setNews(Struct.fromJavaScript(program as Values));
  return (await plugin.check(request)).getInputs()?.toJavaScript() ?? {};
}

/** A plugin that has made a campaign, and what the engine has of it then. */
async function made(emulator: Emulator): Promise<{ plugin: Plugin; id: string; state: Values; inputs: Values }> {
  const plugin = await configured(emulator);
  const inputs = await inputsOf(plugin, { ...leastOf.Campaign, notes: "n" });
  const create = new rpc.CreateRequest();
  create.setUrn(urn);
  create.setProperties(Struct.fromJavaScript(inputs));
  const created = await plugin.create(create);
  return { plugin, id: created.getId(), state: created.getProperties()?.toJavaScript() ?? {}, inputs };
}

async function inputsRead(
  plugin: Plugin,
  id: string,
  state: Values,
  inputs: Values,
  of = urn,
): Promise<Values | undefined> {
  const request = new rpc.ReadRequest();
  request.setUrn(of);
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

describe("the preview of an update", () => {
  async function shown(more: Values, settings: Values = {}): Promise<Values> {
    const emulator = await emulate();
    const { id, state, inputs } = await made(emulator);
    const plugin = await configured(emulator, settings);
    const checked = await inputsOf(plugin, { ...leastOf.Campaign, notes: "n", ...more }, inputs);
    const request = new rpc.UpdateRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(Struct.fromJavaScript(state));
    request.setNews(Struct.fromJavaScript(checked));
    request.setPreview(true);
    emulator.clearRequests();
    const shownAfter = (await plugin.update(request)).getProperties()?.toJavaScript() ?? {};
    expect(emulator.requests).toEqual([]);
    expect(shownAfter["createdAt"]).toBe(state["createdAt"]);
    return shownAfter;
  }

  it("says of nothing that the update may change that it is known", async () => {
    expect(await shown({ desiredStatus: "paused" })).toMatchObject({ status: UNKNOWN, updatedAt: UNKNOWN });
    expect(await shown({ notes: "m" })).toMatchObject({ notes: "m", status: UNKNOWN, updatedAt: UNKNOWN });
  });

  it("says what stays where nothing is sent, but in an emergency stop", async () => {
    expect(await shown({ deletionPolicy: "retain" })).toMatchObject({ status: "active" });
    expect(await shown({ deletionPolicy: "retain" }, { pauseAll: "true" })).toMatchObject({ status: UNKNOWN });
  });
});

describe("a mark of a secret", () => {
  const secret = "1b47061264138c4ac30d75fd1eb44270";
  const sealed = (value: string): Values => ({ "4dabf18193072939515e22adb298388d": secret, value });

  interface Notes {
    readonly state: unknown;
    /** Among the inputs of the last run. */
    readonly former: unknown;
    readonly now: unknown;
  }

  async function whatComesOf(notes: Notes): Promise<string> {
    const emulator = await emulate();
    const { plugin, id, state, inputs } = await made(emulator);
    const filled = <T extends rpc.DiffRequest | rpc.UpdateRequest>(request: T): T => {
      request.setUrn(urn);
      request.setId(id);
      request.setOlds(Struct.fromJavaScript({ ...state, notes: notes.state } as Values));
      request.setOldInputs(Struct.fromJavaScript({ ...inputs, notes: notes.former } as Values));
      request.setNews(Struct.fromJavaScript({ ...inputs, notes: notes.now } as Values));
      return request;
    };
    const { DIFF_SOME } = rpc.DiffResponse.DiffChanges;
    if ((await plugin.diff(filled(new rpc.DiffRequest()))).getChanges() !== DIFF_SOME) return "no change";
    emulator.clearRequests();
    const after = (await plugin.update(filled(new rpc.UpdateRequest()))).getProperties()?.toJavaScript() ?? {};
    expect(emulator.requests).toEqual([]);
    return typeof after["notes"] === "object" ? "secret from now on" : "in clear from now on";
  }

  it.each<[string, Notes, string]>([
    ["that the engine keeps by itself is no change", { state: sealed("n"), former: "n", now: "n" }, "no change"],
    ["that the program makes", { state: "n", former: "n", now: sealed("n") }, "secret from now on"],
    ["that the program takes away", { state: sealed("n"), former: sealed("n"), now: "n" }, "in clear from now on"],
    ["that stays", { state: sealed("n"), former: sealed("n"), now: sealed("n") }, "no change"],
  ])("%s", async (_title, notes, what) => {
    expect(await whatComesOf(notes)).toBe(what);
  });

  it("that the engine keeps by itself is none of the inputs after a refresh", async () => {
    const emulator = await emulate();
    const { plugin, id, state, inputs } = await made(emulator);
    expect(await inputsRead(plugin, id, { ...state, notes: sealed("n") }, inputs)).toBeUndefined();
  });
});

describe("a delete", () => {
  async function gone(
    plugin: Plugin,
    emulator: Emulator,
    { id, state }: { readonly id: string; readonly state: Values },
  ): Promise<boolean> {
    const request = new rpc.DeleteRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setProperties(Struct.fromJavaScript(state));
    await plugin.delete(request);
    return emulator.dashboard.get("Campaign", id) === undefined;
  }

  const wrong = { ...leastOf.Campaign, timeZone: "EST5" };

  it("that a replacement begins with is held back by what its create is refused for", async () => {
    const emulator = await emulate();
    const its = await made(emulator);
    await inputsOf(its.plugin, wrong, its.inputs);
    expect((await failureOf(gone(its.plugin, emulator, its))).message).toContain("Nothing was changed");
    expect(emulator.dashboard.get("Campaign", its.id)).toBeDefined();
    // Mended, it goes on.
    await inputsOf(its.plugin, { ...leastOf.Campaign, notes: "m" }, its.inputs);
    expect(await gone(its.plugin, emulator, its)).toBe(true);
  });

  it("is held back by no mistake of another resource, nor by any in an emergency stop", async () => {
    const emulator = await emulate();
    const its = await made(emulator);
    await inputsOf(its.plugin, wrong, {}, urn.replace("spring", "another"));
    expect(await gone(its.plugin, emulator, its)).toBe(true);
    const stopped = await made(emulator);
    const plugin = await configured(emulator, { pauseAll: "true" });
    await inputsOf(plugin, wrong, stopped.inputs);
    expect(await gone(plugin, emulator, stopped)).toBe(true);
  });

  describe("of what the program only reads by now", () => {
    const begin = async (settings: Values = {}) => {
      const emulator = await emulate({ personality: { campaignListIds: true } });
      const its = await made(emulator);
      const told: string[] = [];
      const plugin = await configured(emulator, settings, told);
      const live = () => emulator.dashboard.get("Campaign", its.id);
      return { emulator, its, told, plugin, live };
    };
    const names: readonly (readonly [string, (id: string) => string])[] = [
      ["its name", () => "default/Spring renewals"],
      ["its ID in its workspace", (id) => `default/${id}`],
      ["its ID in capitals", (id) => id.toUpperCase()],
    ];

    it.each(names)("leaves it as it is, and says so: by %s", async (_title, named) => {
      const { emulator, its, told, plugin, live } = await begin();
      await inputsRead(plugin, named(its.id), {}, {});
      emulator.clearRequests();
      expect(await gone(plugin, emulator, its)).toBe(false);
      expect(emulator.requests.filter(({ method }) => method !== "GET")).toEqual([]);
      expect(live()).toMatchObject({ status: "active" });
      expect(told).toEqual([expect.stringMatching(/was left as it is: .*only reads it by now/)]);
    });

    it("deletes what it had where something else is read, and where another resource reads it", async () => {
      const { emulator, its, plugin } = await begin();
      emulator.dashboard.create("Campaign", { name: "Autumn", campaign_type: "outbound", workspace: "default" });
      await inputsRead(plugin, "default/Autumn", {}, {});
      await inputsRead(plugin, its.id, {}, {}, urn.replace("spring", "another"));
      expect(await gone(plugin, emulator, its)).toBe(true);
    });

    it("pauses it in an emergency stop", async () => {
      const { emulator, its, plugin, live } = await begin({ pauseAll: "true" });
      await inputsRead(plugin, "default/Spring renewals", {}, {});
      expect(await gone(plugin, emulator, its)).toBe(false);
      expect(live()).toMatchObject({ status: "paused" });
    });
  });
});
