import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../../emulator";
import { campaign, campaigns, makeCampaign, start } from "./client";

describe("state in a file", () => {
  let folder: string;
  let data: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "callab-emulator-"));
    data = join(folder, "nested", "state.jsonl");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("survives a restart: objects, ids, deletes, doubles", async () => {
    const before = await start({ data });
    const id = await makeCampaign(before);
    const gone = await makeCampaign(before);
    await before.post(`/campaigns/update/${id}`, { name: "b", status: "paused" });
    await before.post(`/campaigns/delete/${gone}`);
    const stored = before.dashboard.list("Campaign", { deleted: true });
    await before.close();

    const after = await start({ data });
    expect(after.dashboard.list("Campaign", { deleted: true })).toEqual(stored);
    expect(after.dashboard.ids("Campaign")).toEqual([id]);
    expect(after.dashboard.doublesEverMade()).toHaveLength(1);
    expect(after.requests).toEqual([]);
  });

  it("keeps the name that was sent beside the one that is stored", async () => {
    const personality = { names: "lower" } as const;
    const before = await start({ data, personality });
    await makeCampaign(before, { ...campaign, name: "Spring" });
    await before.close();
    for (const notes of ["one", "two"]) {
      const after = await start({ data, personality }); // The second time from a file that the first has rewritten.
      expect(after.dashboard.list("Campaign")[0]).toMatchObject({ name: "spring" });
      await makeCampaign(after, { ...campaign, name: "Spring", notes });
      await after.close();
    }
    const { dashboard } = await start({ data, personality });
    expect(dashboard.doublesEverMade()).toHaveLength(2);
    expect(dashboard.duplicates()).toMatchObject([{ key: "Spring", ids: dashboard.ids("Campaign") }]);
  });

  it("survives a kill: what was answered is in the file, and a line cut short is left out", async () => {
    const before = await start({ data });
    const id = await makeCampaign(before);
    const killed = readFileSync(data); // As kill -9 would leave it: nothing was closed.
    await makeCampaign(before, { ...campaign, name: "cut short" });
    const whole = readFileSync(data);
    await before.close();

    writeFileSync(data, killed);
    const answered = await start({ data });
    expect(answered.dashboard.ids("Campaign")).toEqual([id]);
    await answered.close();

    writeFileSync(data, whole);
    truncateSync(data, whole.length - 10);
    const cut = await start({ data });
    expect(cut.dashboard.ids("Campaign")).toEqual([id]);
    await makeCampaign(cut, { ...campaign, name: "after" });
    await cut.close();
    const { dashboard } = await start({ data });
    expect(dashboard.list("Campaign").map(({ name }) => name)).toEqual([campaign.name, "after"]);
  });

  it("does not grow with every change, and leaves nothing beside it", async () => {
    const before = await start({ data });
    const id = await makeCampaign(before);
    for (let turn = 0; turn < 20; turn++)
      await before.post(`/campaigns/update/${id}`, { name: `n${turn}`, status: "active" });
    await before.close();
    const after = await start({ data });
    expect(readFileSync(data, "utf8").trimEnd().split("\n")).toHaveLength(2); // the workspace and the campaign
    expect(await after.items(campaigns)).toMatchObject([{ name: "n19" }]);
    expect(readdirSync(join(folder, "nested"))).toEqual(["state.jsonl"]);
  });

  it("gives no id twice, though the seed is the same", async () => {
    const before = await start({ data, seed: 5 });
    const first = await makeCampaign(before);
    await before.close();
    const after = await start({ data, seed: 5 });
    expect(await makeCampaign(after)).not.toBe(first);
    expect(after.dashboard.ids("Campaign")).toHaveLength(2);
  });

  it("a file that is not the emulator's is refused and left alone", async () => {
    const other = join(folder, "package.json");
    writeFileSync(other, '{"name":"mine"}\n');
    await expect(startEmulator({ data: other })).rejects.toThrow("not a line of the emulator's state");
    writeFileSync(other, "my notes");
    await expect(startEmulator({ data: other })).rejects.toThrow("not a file of the emulator's state");
    expect(readFileSync(other, "utf8")).toBe("my notes");
  });

  it("a file with a broken line in the middle is refused", async () => {
    const before = await start({ data });
    await before.close();
    appendFileSync(data, "{broken\n");
    await expect(startEmulator({ data })).rejects.toThrow("line 2");
  });
});
