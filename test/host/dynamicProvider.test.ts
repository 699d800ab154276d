import { CallFailed, startDynamicHost, UNKNOWN, type DynamicHost } from "../support/dynamicHost";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";

jest.setTimeout(120_000);

const agentId = "3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f";
const campaign = {
  name: "Spring renewals",
  notes: "Customers whose contract ends in spring",
  campaignType: "outbound",
  aiAgentId: agentId,
  daysOfWeek: ["mon", "tue"],
  timeZone: "Europe/Paris",
};

describe.each(["packed", "linked"] as const)("the provider in the engine's host process, %s", (form) => {
  let emulator: EmulatorProcess;
  let host: DynamicHost;

  const start = (): Promise<DynamicHost> =>
    startDynamicHost({ form, config: { "callab:baseUrl": emulator.url, "callab:apiToken": emulator.token } });

  beforeAll(async () => {
    emulator = await startEmulatorProcess();
    host = await start();
  });
  afterEach(async () => {
    await emulator.reset();
    await emulator.setPersonality("documented");
  });

  const made = async (inputs: Record<string, unknown> = campaign) =>
    host.create("Campaign", (await host.check("Campaign", {}, inputs)).inputs);

  it("answers calls that come before its configuration has settled", async () => {
    // Each of these is the first to wake its provider, and all come at once.
    const [agent, webhook] = await Promise.all([
      host.create("AiAgent", { name: "Ada", prompt: "Be brief.", workspace: "default" }),
      host.create("Webhook", { name: "CRM", workspace: "default" }),
    ]);
    expect(await emulator.dashboard.ids("AiAgent")).toEqual([agent.id]);
    expect(await emulator.dashboard.ids("Webhook")).toEqual([webhook.id]);
  });

  it("puts inputs into normal form in check and leaves unknown values where they are, at any depth", async () => {
    const checked = await host.check(
      "Webhook",
      {},
      { name: UNKNOWN, steps: [{ webhookUrl: UNKNOWN, webhookMethod: "POST" }, UNKNOWN], maxRetries: UNKNOWN },
    );
    expect(checked.failures).toEqual([]);
    expect(checked.inputs).toMatchObject({
      name: UNKNOWN,
      steps: [{ webhookUrl: UNKNOWN }, UNKNOWN],
      maxRetries: UNKNOWN,
    });
    const days = await host.check("Campaign", {}, { ...campaign, daysOfWeek: [UNKNOWN, "fri"], aiAgentId: UNKNOWN });
    expect(days.failures).toEqual([]);
    expect(days.inputs["daysOfWeek"]).toContain(UNKNOWN);
  });

  it("tells all failures of a resource at once, by property", async () => {
    const { failures } = await host.check(
      "Campaign",
      {},
      { ...campaign, name: 7, timeZone: "EST5", daysOfWeek: ["mun"] },
    );
    expect(failures.map(({ property }) => property).sort()).toEqual(["daysOfWeek[0]", "name", "timeZone"]);
    expect(await emulator.requests()).toEqual([]);
  });

  it("counts an unknown value as a change, and another spelling as none", async () => {
    const { id, properties } = await made();
    const same = await host.check("Campaign", {}, { ...campaign, daysOfWeek: [2, "Monday"] });
    expect(await host.diff("Campaign", id, properties, same.inputs)).toMatchObject({ changes: "none", replaces: [] });
    const unknown = await host.check("Campaign", {}, { ...campaign, aiAgentId: UNKNOWN });
    expect(await host.diff("Campaign", id, properties, unknown.inputs)).toMatchObject({
      changes: "some",
      replaces: [],
    });
    const inbound = await host.check("Campaign", {}, { ...campaign, campaignType: "inbound" });
    expect(await host.diff("Campaign", id, properties, inbound.inputs)).toEqual({
      changes: "some",
      replaces: ["campaignType"],
      deleteBeforeReplace: true,
    });
  });

  it("creates, reads, updates and deletes", async () => {
    const { id, properties } = await made();
    expect(await emulator.dashboard.get("Campaign", id)).toMatchObject({ name: campaign.name, days_of_week: [1, 2] });

    await emulator.dashboard.change("Campaign", id, { notes: "changed by hand" });
    const read = await host.read("Campaign", id, properties);
    expect(read.id).toBe(id);
    expect(read.inputs).toMatchObject({ notes: "changed by hand", aiAgentId: agentId });

    const updated = await host.update("Campaign", id, read.properties, { ...read.inputs, notes: "as declared" });
    expect(await emulator.dashboard.get("Campaign", id)).toMatchObject({ notes: "as declared" });

    await host.delete("Campaign", id, updated);
    expect(await emulator.dashboard.ids("Campaign")).toEqual([]);
    const gone = await host.read("Campaign", id, updated);
    expect(gone.id).toBe("");
  });

  it("never sends the provider's text to the API", async () => {
    const { id, properties } = await made();
    await host.update("Campaign", id, properties, { ...properties, notes: "again" });
    expect(JSON.stringify(await emulator.requests())).not.toMatch(/__provider|exports\.handler/);
  });

  it("makes one object of two creates of the same name at the same moment", async () => {
    const both = await Promise.all([made(), made()]);
    expect(both[0].id).toBe(both[1].id);
    expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
  });

  it("reads a hundred campaigns with one list request", async () => {
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) => made({ ...campaign, name: `Campaign ${index}` })),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(100);
    await emulator.setPersonality("object");
    // A refresh is an operation of its own, in a process of its own.
    const fresh = await start();
    const before = (await emulator.requests()).length;
    await Promise.all(all.map(({ id, properties }) => fresh.read("Campaign", id, properties)));
    const asked = (await emulator.requests()).slice(before);
    await fresh.stop();
    expect(asked.filter(({ operation }) => operation === "list")).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it("records an object whose last step failed, with the reason and all its properties", async () => {
    await emulator.addFault({ fault: "forbidden", match: { kind: "Campaign", operation: "update" } });
    const failure: unknown = await made({ ...campaign, desiredStatus: "paused" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CallFailed);
    const { partial } = failure as CallFailed;
    expect(partial).toMatchObject({
      id: (await emulator.dashboard.ids("Campaign"))[0],
      properties: { ...campaign, daysOfWeek: ["monday", "tuesday"], __provider: host.providerText("Campaign") },
      reasons: [expect.stringContaining('status could not be set to "paused"')],
    });
  });

  it("heals what was recorded as partial by an update", async () => {
    await emulator.addFault({ fault: "forbidden", match: { kind: "Campaign", operation: "update" } });
    const inputs = (await host.check("Campaign", {}, { ...campaign, desiredStatus: "paused" })).inputs;
    const failure = (await host.create("Campaign", inputs).catch((error: unknown) => error)) as CallFailed;
    const { id = "", properties = {} } = failure.partial ?? {};
    await host.update("Campaign", id, properties, inputs);
    expect(await emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "paused" });
  });

  it("fails in words, without a stack trace", async () => {
    await emulator.setPersonality("object");
    await emulator.dashboard.create("Campaign", {
      name: campaign.name,
      notes: "somebody else's",
      campaign_type: campaign.campaignType,
    });
    const fresh = await start();
    const { inputs } = await fresh.check("Campaign", {}, campaign);
    await expect(fresh.create("Campaign", inputs)).rejects.toThrow(/exists already .* set `adopt: true`/s);
    await emulator.addFault({ fault: "forbidden", times: "always" });
    await expect(fresh.read("Campaign", agentId, inputs)).rejects.toThrow(/403/);
    await expect(fresh.delete("Campaign", agentId, inputs)).rejects.toThrow(/403/);
    await fresh.stop();
    // The engine shows what the process prints; the message itself it shows at the resource.
    expect(fresh.printed()).toMatch(/told at the resource/);
    expect(fresh.printed()).not.toMatch(/^\s+at /m);
    expect(fresh.printed()).not.toContain(emulator.token);
  });
});

describe("the provider's text, which is kept with every resource", () => {
  it("is a reference of at most 300 bytes where the package is installed", async () => {
    const host = await startDynamicHost({ form: "packed", config: {} });
    const texts = (["Campaign", "AiAgent", "PhoneNumber", "Webhook"] as const).map((kind) => host.providerText(kind));
    await host.stop();
    for (const text of texts) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300);
      expect(text).toContain('require("pulumi-callab/dynamic/');
    }
    expect(new Set(texts).size).toBe(4);
  });

  it("is the same for every resource of a kind and tells nothing of this machine", async () => {
    for (const form of ["packed", "linked"] as const) {
      const hosts = [await startDynamicHost({ form, config: {} }), await startDynamicHost({ form, config: {} })];
      const [first, second] = hosts.map((host) => host.providerText("Campaign"));
      await Promise.all(hosts.map((host) => host.stop()));
      expect(first).toBe(second);
      expect(first).not.toContain(process.cwd());
    }
  });
});
