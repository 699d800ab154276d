import { banner, startEmulator } from "../../../emulator";
import { ask, campaign, campaigns, start } from "./client";

describe("the server", () => {
  it("answers under /v1 on a free port of this machine", async () => {
    const emulator = await start();
    expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    expect(await emulator.get(campaigns)).toMatchObject({ http: 200, status: "ok", message: "success", data: [] });
  });

  it("takes the port and the token it is given", async () => {
    const first = await start({ token: "secret" });
    const { port } = new URL(first.url);
    await first.close();
    const second = await start({ port: Number(port), token: "secret" });
    expect(second.url).toBe(first.url);
    expect(second.token).toBe("secret");
  });

  it("fails to start where the port is taken", async () => {
    const { url } = await start();
    await expect(startEmulator({ port: Number(new URL(url).port) })).rejects.toThrow("EADDRINUSE");
  });

  it("refuses a request without the token, or with another one, and does nothing", async () => {
    const emulator = await start();
    const { url } = emulator;
    const without = await fetch(`${url}/campaigns/create`, { method: "POST", body: JSON.stringify(campaign) });
    expect(without.status).toBe(401);
    const other = await ask({ url, token: "another" }, "POST", "/campaigns/create", campaign);
    expect(other).toMatchObject({ http: 401, status: "error" });
    expect(emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  it("answers 404 for a path nobody knows and 405 for a method nobody knows", async () => {
    const emulator = await start();
    expect((await emulator.get("/campaign")).http).toBe(404);
    expect((await emulator.get("/campaigns/create")).http).toBe(405);
    expect((await ask(emulator, "DELETE", "/campaigns/by-id/1")).http).toBe(405);
  });

  it("closes at once, though connections are open and answers are outstanding", async () => {
    const emulator = await start({ faults: [{ fault: "stall", ms: 3_600_000 }] });
    const outstanding = emulator.get(campaigns).catch(() => "broken");
    while (emulator.requests.length === 0) await new Promise(setImmediate);
    await emulator.close();
    await emulator.close();
    expect(await outstanding).toBe("broken");
  });
});

describe("the request log", () => {
  it("tells what was asked and what was answered, without the token", async () => {
    const emulator = await start({ clock: () => Date.parse("2026-03-01T10:00:00Z") });
    await emulator.post("/campaigns/create", campaign);
    await emulator.get("/ai-agent?workspace=default");
    await emulator.get("/nowhere");
    const [create, list, nowhere] = emulator.requests;
    expect(create).toEqual({
      sequence: 1,
      at: "2026-03-01T10:00:00.000Z",
      method: "POST",
      path: "/campaigns/create",
      route: "/campaigns/create",
      kind: "Campaign",
      operation: "create",
      body: campaign,
      status: 200,
      answered: true,
      worked: true,
      response: { status: "ok", message: "success", data: emulator.dashboard.ids("Campaign")[0] },
    });
    expect(list).toMatchObject({ sequence: 2, path: "/ai-agent?workspace=default", route: "/ai-agent", body: null });
    expect(nowhere).toMatchObject({
      sequence: 3,
      route: null,
      kind: null,
      operation: null,
      status: 404,
      worked: false,
    });
    expect(JSON.stringify(emulator.requests)).not.toContain(emulator.token);
  });

  it("tells a refused request from one that was carried out", async () => {
    const emulator = await start();
    await emulator.post("/campaigns/create", {});
    expect(emulator.requests[0]).toMatchObject({ status: 200, answered: true, worked: false });
  });

  it("goes on counting when it is cleared", async () => {
    const emulator = await start();
    await emulator.get(campaigns);
    emulator.clearRequests();
    expect(emulator.requests).toEqual([]);
    await emulator.get(campaigns);
    expect(emulator.requests.map(({ sequence }) => sequence)).toEqual([2]);
  });
});

describe("the marks", () => {
  it("every route says how well it is known", async () => {
    const emulator = await start();
    const marks = Object.fromEntries(emulator.routes().map(({ method, path, mark }) => [`${method} ${path}`, mark]));
    expect(marks).toMatchObject({
      "POST /campaigns/create": "documented",
      "GET /campaigns/by-workspace/{workspace}": "documented",
      "POST /campaign/update/{id}": "older",
      "POST /campaigns/update/{id}": "inferred",
      "POST /campaigns/delete/{id}": "inferred",
      "GET /phone_number": "older",
      "POST /phone_number/create": "inferred",
      "POST /workspace/delete/{id}": "documented",
    });
  });

  it("the banner shows them, and which switches are not as documented", async () => {
    const emulator = await start({ personality: 'mute,absentRoutes=["webhook.create"]' });
    const text = banner(emulator);
    expect(text).toContain(emulator.url);
    expect(text).toContain('campaignCreateData="text"');
    expect(text).toMatch(/inferred +POST \/v1\/campaigns\/delete\/\{id\}/);
    expect(text).not.toContain("/webhooks/create");
  });
});
