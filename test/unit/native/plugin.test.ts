/** What the plugin answers the engine: of a read, of the preview of an update, and of a delete. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as rpc from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Emulator } from "../../../emulator";
import { Run } from "../../../provider/ledger/run";
import { OWNER } from "../../../provider/lifecycle/state";
import { EngineLog } from "../../../provider/native/engineLog";
import { CallFailed } from "../../../provider/native/partial";
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

/** What a call that failed tells the engine to record. */
function recordedOf(failure: Error): { readonly id: string; readonly state: Values } | undefined {
  if (!(failure instanceof CallFailed)) throw failure;
  const [bytes] = failure.metadata.get("grpc-status-details-bin");
  if (!(bytes instanceof Buffer)) return undefined;
  const [detail] = Status.deserializeBinary(bytes).getDetailsList();
  const found = detail && rpc.ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
  return found && { id: found.getId(), state: found.getProperties()?.toJavaScript() ?? {} };
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

describe("what a program has its engine ignore", () => {
  const ignored = (request: rpc.DiffRequest | rpc.UpdateRequest, id: string, state: Values, inputs: Values) => {
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(Struct.fromJavaScript(state));
    request.setNews(Struct.fromJavaScript(inputs));
    request.setIgnorechangesList(["notes"]);
  };

  it("is no difference, and an update leaves it as it is", async () => {
    const emulator = await emulate();
    const { id, state, inputs } = await made(emulator);
    const plugin = await configured(emulator);
    const edited = await inputsOf(plugin, { ...leastOf.Campaign, notes: "n", callTimeOfDayTo: "12:00" }, inputs);
    emulator.dashboard.change("Campaign", id, { notes: "by hand" });
    const compare = new rpc.DiffRequest();
    ignored(compare, id, { ...state, notes: "by hand" }, edited);
    const difference = await plugin.diff(compare);
    expect(Object.fromEntries(difference.getDetaileddiffMap().entries())).not.toHaveProperty("notes");
    const request = new rpc.UpdateRequest();
    ignored(request, id, state, edited);
    const after = (await plugin.update(request)).getProperties()?.toJavaScript() ?? {};
    expect(Object.keys(after).filter((name) => name.includes("gnore"))).toEqual([]);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({
      notes: "by hand",
      call_time_of_day_to: "12:00:00",
    });
    ignored(compare, id, after, edited);
    expect((await plugin.diff(compare)).getChanges()).toBe(rpc.DiffResponse.DiffChanges.DIFF_NONE);
  });

  it("is in no preview of an update", async () => {
    const emulator = await emulate();
    const { plugin, id, state, inputs } = await made(emulator);
    const request = new rpc.UpdateRequest();
    ignored(request, id, state, inputs);
    request.setPreview(true);
    const shown = (await plugin.update(request)).getProperties()?.toJavaScript() ?? {};
    expect(Object.keys(shown).filter((name) => name.includes("gnore"))).toEqual([]);
  });

  it("holds back no emergency stop", async () => {
    const emulator = await emulate();
    const { id, state, inputs } = await made(emulator);
    const plugin = await configured(emulator, { pauseAll: "true" });
    const request = new rpc.UpdateRequest();
    ignored(request, id, state, inputs);
    request.setIgnorechangesList(["*"]);
    await plugin.update(request);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "paused" });
  });
});

describe("a create whose time is over", () => {
  it("while neither it nor the list is answered is recorded: what it made may be there", async () => {
    const emulator = await emulate();
    const plugin = await configured(emulator, { maxRetries: "0" });
    const request = new rpc.CreateRequest();
    request.setUrn(urn);
    request.setProperties(Struct.fromJavaScript(await inputsOf(plugin, leastOf.Campaign)));
    request.setTimeout(1);
    emulator.addFault({ fault: "stall", ms: 60_000, when: "after", match: { operation: "create" } });
    emulator.addFault({ fault: "stall", ms: 60_000, match: { operation: "list" }, nth: 2, times: "always" });
    const failure = await failureOf(plugin.create(request));
    expect(emulator.dashboard.list("Campaign")).toHaveLength(1);
    if (!(failure instanceof CallFailed)) throw failure;
    const [recorded] = failure.metadata.get("grpc-status-details-bin");
    expect(String(recorded)).toContain("It is not known whether campaign");
    expect(String(recorded)).toContain("ErrorResourceInitFailed");
    expect(failure.message).toContain("customTimeouts");
  });
});

describe("what is secret", () => {
  const secret = (value: string): Values => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value,
  });
  const program = { ...leastOf.Campaign, notes: secret("quiet words") };

  it("is in nothing that a preview of a create tells", async () => {
    const emulator = await emulate();
    const told: string[] = [];
    const plugin = await configured(emulator, { maxRetries: "0" }, told);
    const request = new rpc.CreateRequest();
    request.setUrn(urn);
    request.setProperties(Struct.fromJavaScript(await inputsOf(plugin, program)));
    request.setPreview(true);
    emulator.addFault({ fault: "refusal", match: { operation: "list" }, text: "no quiet words", times: "always" });
    told.length = 0;
    await plugin.create(request);
    expect(told).toEqual([expect.stringMatching(/^What is there already could not be looked up: .*no \[secret\]/)]);
  });

  it("is in no failure of a comparison", async () => {
    const plugin = await configured(await emulate());
    jest.spyOn(Run.prototype, "noteActivity").mockImplementation(() => {
      throw new Error("no quiet words");
    });
    const request = new rpc.DiffRequest();
    request.setUrn(urn);
    request.setNews(Struct.fromJavaScript(program));
    const { message } = await failureOf(plugin.diff(request));
    jest.restoreAllMocks();
    expect(message).toBe("no [secret]");
  });
});

describe("a resource with a mistake", () => {
  afterEach(() => jest.restoreAllMocks());

  const other = urn.replace("spring", "another");
  const compare = async (plugin: Plugin, its: { id: string; state: Values }, inputs: Values): Promise<number> => {
    const request = new rpc.DiffRequest();
    request.setUrn(urn);
    request.setId(its.id);
    request.setOlds(Struct.fromJavaScript(its.state));
    request.setNews(Struct.fromJavaScript(inputs));
    return (await plugin.diff(request)).getChanges();
  };
  /** The next run: the resource is renamed, with a mistake or without, and another one has its former name. */
  async function renamed(program: object): Promise<{ emulator: Emulator; created: Promise<rpc.CreateResponse> }> {
    const emulator = await emulate({ personality: { campaignListIds: true } });
    const its = await made(emulator);
    // A run is known by the address of its engine.
    jest.replaceProperty(process, "argv", [...process.argv.slice(0, 2), "127.0.0.1:4712"]);
    const plugin = await configured(emulator);
    const now = { ...leastOf.Campaign, notes: "n", name: "Autumn renewals", ...program };
    const changes = await compare(plugin, its, await inputsOf(plugin, now, its.inputs));
    expect(changes).toBe(rpc.DiffResponse.DiffChanges.DIFF_SOME);
    const create = new rpc.CreateRequest();
    create.setUrn(other);
    const inputs = await inputsOf(plugin, { ...leastOf.Campaign, notes: "n" }, {}, other);
    create.setProperties(Struct.fromJavaScript(inputs));
    emulator.clearRequests();
    return { emulator, created: plugin.create(create) };
  }

  it("speaks for its object all the same: no other one of the run takes it over", async () => {
    const { emulator, created } = await renamed({ timeZone: "EST5" });
    const { message } = await failureOf(created);
    expect(message).toMatch(/belongs to the resource "spring" of this program, and .*"another"/);
    expect(emulator.requests.filter(({ method }) => method !== "GET")).toEqual([]);
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

  it("that is cancelled says which campaign it was about", async () => {
    const emulator = await emulate();
    const its = await made(emulator);
    emulator.addFault({ fault: "stall", ms: 8_000, match: { operation: "delete" } });
    const deleting = failureOf(gone(its.plugin, emulator, its));
    while (!emulator.requests.some(({ operation }) => operation === "delete")) await setTimeout(20);
    await its.plugin.cancel();
    expect((await deleting).message).toMatch(
      /^campaign "Spring renewals" in workspace "default" \(ID .*\) was being deleted, .*: the run was cancelled\./,
    );
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

describe("a call that is ended between its answer and the look after it", () => {
  /** An API that shows in a list alone, late, what was written. */
  const late = {
    campaignListIds: true,
    newCampaignStatus: "active",
    absentRoutes: ["campaign.read"],
    listLagRequests: 50,
  } as const;
  const stalled = { fault: "stall", ms: 8_000, match: { operation: "list" }, times: "always" } as const;
  const untilListed = async (emulator: Emulator, after: string): Promise<void> => {
    const isListed = (): boolean => {
      const operations = emulator.requests.map(({ operation }) => operation as string);
      return operations.includes(after) && operations.lastIndexOf("list") > operations.indexOf(after);
    };
    while (!isListed()) await setTimeout(10);
  };
  const newCampaign = async (plugin: Plugin): Promise<rpc.CreateRequest> => {
    const request = new rpc.CreateRequest();
    request.setUrn(urn);
    request.setProperties(Struct.fromJavaScript(await inputsOf(plugin, leastOf.Campaign)));
    return request;
  };

  it.each([
    ["its ID was told", "id"],
    ["no ID was told", "text"],
  ] as const)("is recorded (a create that is cancelled, %s)", async (_title, campaignCreateData) => {
    const emulator = await emulate({ personality: { ...late, campaignCreateData } });
    const plugin = await configured(emulator);
    const creating = failureOf(plugin.create(await newCampaign(plugin)));
    await untilListed(emulator, "create");
    await plugin.cancel();
    const recorded = recordedOf(await creating);
    const [live] = emulator.dashboard.list("Campaign");
    expect(recorded?.id).toEqual(campaignCreateData === "id" ? live?.["id"] : expect.any(String));
    expect(recorded?.state).toMatchObject({ name: "Spring renewals", [OWNER]: urn });
  });

  it.each([
    ["its ID was told", "id"],
    ["no ID was told", "text"],
  ] as const)(
    "is recorded (a create whose time is over while a list hangs, %s)",
    async (_title, campaignCreateData) => {
      const emulator = await emulate({ personality: { ...late, campaignCreateData } });
      const plugin = await configured(emulator, { maxRetries: "0" });
      const request = await newCampaign(plugin);
      request.setTimeout(1);
      emulator.addFault({ ...stalled, nth: 2 });
      const failure = await failureOf(plugin.create(request));
      expect(failure.message).toContain("customTimeouts");
      expect(recordedOf(failure)?.state).toMatchObject({ name: "Spring renewals", [OWNER]: urn });
    },
  );

  it("is recorded (an update that is cancelled)", async () => {
    const emulator = await emulate();
    const { id, state, inputs } = await made(emulator);
    emulator.setPersonality(late);
    emulator.clearRequests();
    const plugin = await configured(emulator);
    const request = new rpc.UpdateRequest();
    request.setUrn(urn);
    request.setId(id);
    request.setOlds(Struct.fromJavaScript(state));
    request.setNews(Struct.fromJavaScript(await inputsOf(plugin, { ...leastOf.Campaign, notes: "m" }, inputs)));
    const updating = failureOf(plugin.update(request));
    await untilListed(emulator, "update");
    await plugin.cancel();
    const recorded = recordedOf(await updating);
    expect(recorded).toMatchObject({ id, state: { [OWNER]: urn, __unread: "open" } });
  });
});
