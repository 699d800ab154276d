import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectControl, type FaultRule, type Kind } from "../../../emulator";
import { repository } from "../../support/repository";
import { campaign, campaigns, makeCampaign, start } from "./client";

describe("control over HTTP", () => {
  async function controlled() {
    const emulator = await start();
    return { emulator, control: connectControl(emulator.url) };
  }

  it("tells the emulator's health", async () => {
    const { emulator, control } = await controlled();
    await makeCampaign(emulator);
    expect(control.url).toBe(emulator.url);
    expect(connectControl(new URL(emulator.url).origin).url).toBe(emulator.url);
    expect(await control.health()).toMatchObject({ ok: true, url: emulator.url, objects: { Campaign: 1, AiAgent: 0 } });
  });

  it("needs no token and leaves no trace in the request log", async () => {
    const { emulator, control } = await controlled();
    await control.health();
    expect(emulator.requests).toEqual([]);
  });

  it("reads and clears the request log", async () => {
    const { emulator, control } = await controlled();
    await emulator.get(campaigns);
    await emulator.get(campaigns);
    expect(await control.requests()).toEqual(emulator.requests);
    expect(await control.requests(1)).toMatchObject([{ sequence: 2 }]);
    await control.clearRequests();
    expect(await control.requests()).toEqual([]);
  });

  it("reads and sets the personality", async () => {
    const { emulator, control } = await controlled();
    await control.setPersonality("legacy,newCampaignStatus=paused");
    expect(await control.personality()).toEqual(emulator.personality);
    expect(emulator.personality).toMatchObject({ contactLists: "nested", newCampaignStatus: "paused" });
    await control.setPersonality({ numbers: "text" });
    expect(emulator.personality).toMatchObject({ contactLists: "flat", numbers: "text" });
    await expect(control.setPersonality("nice")).rejects.toThrow('there is no personality "nice"');
  });

  it("lists presets, switches and routes", async () => {
    const { emulator, control } = await controlled();
    expect(await control.routes()).toEqual(emulator.routes());
    const response = await fetch(`${new URL(emulator.url).origin}/_emulator/personalities`);
    expect(await response.json()).toMatchObject({
      personalities: expect.arrayContaining([expect.objectContaining({ name: "legacy" })]) as unknown,
      switches: expect.arrayContaining([expect.objectContaining({ name: "failureBy" })]) as unknown,
    });
  });

  it.each(["/_emulator", "/_emulator/"])("lists its own routes at %s, as the page for a shell does", async (path) => {
    const { emulator } = await controlled();
    const response = await fetch(`${new URL(emulator.url).origin}${path}`);
    const routes = (await response.json()) as { method: string; path: string; what: string }[];
    const page = readFileSync(join(repository, "docs", "testing-your-programs.md"), "utf8");
    const rows = [...page.matchAll(/^\| `([A-Z]+) (\/_emulator\/\S+)` +\| (.+?) +\|$/gm)];
    expect(rows.map(([, method, at, what]) => ({ method, path: at, what }))).toEqual(routes);
    expect(routes.length).toBeGreaterThan(15);
  });

  it("adds, shows and clears faults", async () => {
    const { emulator, control } = await controlled();
    await control.addFault({ fault: "error500", match: { kind: "Campaign" }, times: 2 });
    expect((await emulator.get(campaigns)).http).toBe(500);
    expect(await control.faults()).toMatchObject([{ rule: { fault: "error500" }, seen: 1, struck: 1 }]);
    await control.clearFaults();
    expect((await emulator.get(campaigns)).http).toBe(200);
    await expect(control.addFault({ fault: "explode" } as unknown as FaultRule)).rejects.toThrow("there is no fault");
  });

  it("adds a list of faults as a whole or not at all", async () => {
    const { emulator, control } = await controlled();
    const good: FaultRule = { fault: "error500" };
    const wrong = { fault: "error500", time: 2 } as unknown as FaultRule;
    await expect(control.addFault(good, wrong)).rejects.toThrow("has no `time`");
    expect(() => emulator.addFault(good, wrong)).toThrow("has no `time`");
    expect(await control.faults()).toEqual([]);
    await control.addFault(good, { fault: "forbidden" });
    expect(await control.faults()).toHaveLength(2);
  });

  it("works at the dashboard", async () => {
    const { emulator, control } = await controlled();
    const { dashboard } = control;
    const { id } = await dashboard.create("Campaign", campaign);
    expect(await dashboard.ids("Campaign")).toEqual([id]);
    expect(await dashboard.get("Campaign", id)).toEqual(emulator.dashboard.get("Campaign", id));
    expect(await dashboard.get("Campaign", "none")).toBeUndefined();
    expect(await dashboard.change("Campaign", id, { status: "completed" })).toMatchObject({ status: "completed" });
    await dashboard.create("Campaign", campaign);
    expect(await dashboard.duplicates()).toEqual(emulator.dashboard.duplicates());
    expect(await dashboard.doublesEverMade()).toHaveLength(1);
    await dashboard.delete("Campaign", id);
    expect(await dashboard.list("Campaign")).toHaveLength(1);
    expect(await dashboard.list("Campaign", { deleted: true })).toHaveLength(2);
    await expect(dashboard.delete("Campaign", id)).rejects.toThrow("the emulator has no Campaign");
    await expect(dashboard.list("Campagin" as Kind)).rejects.toThrow("there is no kind");
    await control.reset();
    expect(await dashboard.list("Campaign", { deleted: true })).toEqual([]);
  });

  it("an address outside both groups says where they are", async () => {
    const { emulator } = await controlled();
    const response = await fetch(`${new URL(emulator.url).origin}/campaigns`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: expect.stringContaining("/v1") as string });
  });
});
