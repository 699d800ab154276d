import { createServer, type AddressInfo, type Socket } from "node:net";
import { CallFailed, startDynamicHost, UNKNOWN, type DynamicHost } from "../support/dynamicHost";
import { startEmulatorProcess, type EmulatorProcess } from "../support/emulatorProcess";
import type { LoggedRequest } from "../../emulator";
import { kindNames } from "../../provider/kinds/names";
import { inWords, requestsDuring, writes } from "../support/requests";

jest.setTimeout(120_000);

const campaignType = "pulumi-nodejs:dynamic/callab:Campaign";
const agentId = "3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f";
const campaign = {
  name: "Spring renewals",
  notes: "Customers whose contract ends in spring",
  campaignType: "outbound",
  aiAgentId: agentId,
  daysOfWeek: ["mon", "tue"],
  timeZone: "Europe/Paris",
  allowAllContacts: true,
};

type Created = Awaited<ReturnType<DynamicHost["create"]>>;

describe.each(["packed", "linked"] as const)("the provider in the engine's host process, %s", (form) => {
  let emulator: EmulatorProcess;
  let host: DynamicHost;

  const start = (more: Readonly<Record<string, string>> = {}): Promise<DynamicHost> =>
    startDynamicHost({
      form,
      config: { "callab:baseUrl": emulator.url, "callab:apiToken": emulator.token, ...more },
    });

  beforeAll(async () => {
    emulator = await startEmulatorProcess();
    host = await start();
  });
  afterEach(async () => {
    await emulator.reset();
    await emulator.setPersonality("documented");
  });

  const made = async (inputs: Record<string, unknown> = campaign): Promise<Created> =>
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

  it("ends when its engine is gone, and finishes what it had begun before", async () => {
    const sockets = new Set<Socket>();
    const engine = createServer((socket) => sockets.add(socket));
    await new Promise<void>((resolve) => engine.listen(0, "127.0.0.1", resolve));
    const orphan = await startDynamicHost({
      form,
      engine: `127.0.0.1:${(engine.address() as AddressInfo).port}`,
      config: { "callab:baseUrl": emulator.url, "callab:apiToken": emulator.token },
    });
    const { inputs } = await orphan.check("Campaign", {}, { ...campaign, name: "Begun" });
    await emulator.addFault({ fault: "slow", ms: 2_000, match: { operation: "create" } });
    // Nobody is there to hear of its end.
    orphan.create("Campaign", inputs).catch(() => undefined);
    while ((await emulator.requests()).every(({ operation }) => operation !== "create"))
      await new Promise((resolve) => setTimeout(resolve, 20));
    engine.close();
    for (const socket of sockets) socket.destroy();
    await orphan.ended;
    // What was written is read back before the end.
    const after = (await emulator.requests()).map(({ operation }) => operation);
    expect(after.slice(after.indexOf("create"))).toEqual(["create", "read"]);
  });

  it("gives the same inputs in a run without a change: else the engine writes the whole state for each resource", async () => {
    const first = await host.check("Campaign", {}, campaign);
    const again = await host.check("Campaign", first.inputs, campaign);
    expect(again.inputs).toEqual(first.inputs);
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

  it("makes, keeps, renames and deletes a workspace, which the API never shows", async () => {
    const { inputs } = await host.check("Workspace", {}, { workspaceName: " North " });
    expect(inputs).toMatchObject({ workspaceName: "North" });
    const { id, properties } = await host.create("Workspace", inputs);
    expect(properties).toMatchObject({ workspaceName: "North", workspaceSlug: "north" });
    expect((await host.read("Workspace", id, properties)).properties).toMatchObject(properties);
    const renamed = await host.update("Workspace", id, properties, { ...properties, workspaceName: "South" });
    expect(await emulator.dashboard.get("Workspace", id)).toMatchObject({ workspace_name: "South" });
    const taken = (await host
      .create("Workspace", { workspaceName: "South" })
      .catch((error: unknown) => error)) as Error;
    expect(taken.message).toContain("existingId");
    await host.delete("Workspace", id, renamed);
    expect(await emulator.dashboard.get("Workspace", id)).toBeUndefined();
  });

  it("never sends the provider's text to the API", async () => {
    const { id, properties } = await made();
    await host.update("Campaign", id, properties, { ...properties, notes: "again" });
    expect(JSON.stringify(await emulator.requests())).not.toMatch(/__provider|exports\.handler/);
  });

  describe("two resources that turn out to be the same campaign, created at the same moment", () => {
    const urn = (resource: string): string => `urn:pulumi:test::tested::${campaignType}::${resource}`;
    const otherAgent = "9c0a2d1e-4b7f-4a3e-8d65-2f1e0d9c8b7a";

    it.each([
      ["named", { __owner: urn("a") }, { __owner: urn("b") }, /the resource "[ab]" of this program/g],
      ["of an older program that names none", {}, {}, /another resource of this program, and a second one/g],
    ])("end in one campaign, unchanged, and one failure that names both (%s)", async (_how, one, other, names) => {
      const outcomes = await Promise.allSettled([
        made({ ...campaign, ...one }),
        made({ ...campaign, ...other, aiAgentId: otherAgent }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const failure = outcomes.find((outcome) => outcome.status === "rejected")?.reason as CallFailed;
      expect(failure.message).toMatch(/declares the same campaign. Nothing was changed for the second/);
      expect(new Set(failure.message.match(names)).size).toBe(Object.keys(one).length === 0 ? 1 : 2);
      // Not recorded either: a state must not hold the object of another resource.
      expect(failure.partial).toBeUndefined();
      const holder = outcomes.findIndex(({ status }) => status === "fulfilled");
      expect(await emulator.dashboard.list("Campaign")).toMatchObject([
        { ai_agent_id: holder === 0 ? agentId : otherAgent },
      ]);
      expect(writes(await emulator.requests())).toEqual(["create Campaign"]);
      expect(await emulator.dashboard.doublesEverMade()).toEqual([]);
    });
  });

  it("records a create whose outcome is not known, without an ID and with what the next run must know", async () => {
    await emulator.addFault({ fault: "dropAfter", match: { kind: "Campaign", operation: "create" } });
    await emulator.addFault({
      fault: "dropBefore",
      match: { kind: "Campaign", operation: "list" },
      nth: 2,
      times: "always",
    });
    const fresh = await start({ "callab:maxRetries": "0" });
    const { inputs } = await fresh.check("Campaign", {}, campaign);
    const failure = (await fresh.create("Campaign", inputs).catch((error: unknown) => error)) as CallFailed;
    await fresh.stop();
    expect(failure.partial).toMatchObject({
      id: "id-not-told:default/Spring renewals",
      properties: {
        name: campaign.name,
        __provider: host.providerText("Campaign"),
        __begun: {
          key: expect.stringMatching(/^[\w-]{22}$/) as unknown,
          at: expect.any(Number) as unknown,
          before: expect.any(String) as unknown,
        },
      },
      reasons: [expect.stringMatching(/not known whether .* was created.* again is safe/s)],
    });
    await emulator.clearFaults();
    // Another machine, with the state alone.
    const elsewhere = await start();
    const { id = "", properties = {} } = failure.partial ?? {};
    expect(await elsewhere.diff("Campaign", id, properties, inputs)).toEqual({
      changes: "some",
      replaces: ["name"],
      deleteBeforeReplace: true,
    });
    expect(elsewhere.printed()).toMatch(/ID of campaign "Spring renewals" .* not known yet.*nothing is deleted/);
    await elsewhere.delete("Campaign", id, properties);
    await emulator.setPersonality("object");
    const healed = await elsewhere.create("Campaign", inputs);
    await elsewhere.stop();
    expect(await emulator.dashboard.ids("Campaign")).toEqual([healed.id]);
    expect(healed.properties).not.toHaveProperty("__begun");
    expect(writes(await emulator.requests()).filter((words) => words === "create Campaign")).toHaveLength(1);
  });

  it("reads a hundred campaigns with one list, asked on only where one is missing and its length looks like a page's", async () => {
    const inAll: Created[] = await Promise.all(
      Array.from({ length: 97 }, (_, index) => made({ ...campaign, name: `Campaign ${index}` })),
    );
    expect(new Set(inAll.map(({ id }) => id)).size).toBe(97);
    await emulator.setPersonality("object");
    const requestsOfARefresh = async (): Promise<readonly LoggedRequest[]> => {
      // A refresh is an operation of its own, in a process of its own.
      const fresh = await start();
      const asked = await requestsDuring(emulator, () =>
        Promise.all(inAll.map(({ id, properties }) => fresh.read("Campaign", id, properties))),
      );
      await fresh.stop();
      return asked;
    };
    expect(inWords(await requestsOfARefresh())).toEqual(["list Campaign"]);

    for (let index = 97; index < 100; index++) inAll.push(await made({ ...campaign, name: `Campaign ${index}` }));
    expect(inWords(await requestsOfARefresh())).toEqual(["list Campaign"]);

    const properties = inAll[0]?.properties ?? {};
    inAll.push({ id: "00000000-0000-4000-8000-000000000000", properties: { ...properties, name: "Gone" } });
    const lists = (await requestsOfARefresh()).filter(({ operation }) => operation === "list");
    const pages = lists.map(({ path }) => new URLSearchParams(path.split("?")[1]).get("page"));
    // One look asks on; before the one that is missing counts as gone there are several.
    expect(pages.slice(0, 3)).toEqual([null, "1", "2"]);
    expect(new Set(pages)).toEqual(new Set([null, "1", "2"]));
    expect(pages.length).toBeLessThanOrEqual(3 * 8);
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

  it("keeps what the program marks secret out of messages, and its mark in the state", async () => {
    const prompt = "You are the voice of nobody";
    const inputs = { name: "Ada", prompt, workspace: "default", __secrets: ["prompt"] };
    const fresh = await start();
    const refused = await fresh.check("AiAgent", {}, { ...inputs, prompt: [prompt] });
    expect(refused.failures).toHaveLength(1);
    expect(JSON.stringify(refused.failures)).not.toContain(prompt);

    const checked = await fresh.check("AiAgent", {}, inputs);
    expect(checked.inputs).toMatchObject(inputs);
    await emulator.addFault({ fault: "refusal", text: "not valid: {sent}", match: { operation: "create" } });
    const failure = await fresh.create("AiAgent", checked.inputs).catch((error: unknown) => error as Error);
    expect((failure as Error).message).toMatch(/not valid: .*\[secret\]/);

    const { id, properties } = await fresh.create("AiAgent", checked.inputs);
    expect(properties).toMatchObject({ prompt, __secrets: ["prompt"] });
    await emulator.addFault({ fault: "refusal", text: `no, ${prompt}`, match: { operation: "list" }, times: "always" });
    await emulator.addFault({ fault: "refusal", text: `no, ${prompt}`, match: { operation: "read" }, times: "always" });
    // Somebody else's words, of a request that carried no secret.
    await expect(fresh.read("AiAgent", id, properties)).rejects.toThrow(/HTTP 422: "no, \[secret\]"/);
    await emulator.addFault({ fault: "refusal", text: `no, ${prompt}`, match: { operation: "delete" } });
    await expect(fresh.delete("AiAgent", id, properties)).rejects.toThrow(/\[secret\]/);
    await fresh.stop();
    expect(fresh.printed()).not.toContain(prompt);
  });

  describe("eight resources that share one failure", () => {
    const eight = Array.from({ length: 8 }, (_, index) => ({ ...campaign, name: `Campaign ${index}` }));

    async function failures(fresh: DynamicHost): Promise<string[]> {
      const outcomes = await Promise.allSettled([
        ...eight
          .slice(0, 4)
          .map(async (inputs) => fresh.create("Campaign", (await fresh.check("Campaign", {}, inputs)).inputs)),
        ...eight.slice(4, 6).map((inputs) => fresh.read("Campaign", agentId, { ...inputs, workspace: "default" })),
        ...eight.slice(6).map((inputs) => fresh.delete("Campaign", agentId, { ...inputs, workspace: "default" })),
      ]);
      await fresh.stop();
      expect(fresh.printed()).not.toContain("toString");
      return outcomes.map((outcome) => (outcome.status === "rejected" ? (outcome.reason as Error).message : "none"));
    }

    it.each<[string, Readonly<Record<string, string>>, RegExp]>([
      [
        "an API that is down",
        { "callab:baseUrl": "http://127.0.0.1:9/v1", "callab:maxRetries": "0" },
        /nothing answers at this address/,
      ],
      [
        "a wrong token",
        { "callab:apiToken": "not-the-token" },
        /HTTP 401.*does not accept the token from callab:apiToken/,
      ],
    ])("are each told it: %s", async (_title, config, message) => {
      const told = await failures(await start(config));
      expect(told).toHaveLength(8);
      for (const text of told) expect(text).toMatch(message);
    });

    it("are each told it: a refused list", async () => {
      await emulator.addFault({ fault: "refusal", text: "no such workspace", times: "always" });
      const told = await failures(await start());
      for (const text of told) expect(text).toMatch(/HTTP 422: "no such workspace"/);
    });
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
    const texts = kindNames.map((kind) => host.providerText(kind));
    await host.stop();
    for (const text of texts) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300);
      expect(text).toContain('require("pulumi-callab/dynamic/');
    }
    expect(new Set(texts).size).toBe(kindNames.length);
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
