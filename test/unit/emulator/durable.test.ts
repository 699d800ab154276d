import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../../emulator";
import { Store } from "../../../emulator/store";
import { freshBuild } from "../../support/build";
import { repository } from "../../support/repository";
import { campaign, campaigns, makeCampaign, start } from "./client";

jest.setTimeout(60_000);
beforeAll(freshBuild);

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
    await after.close();
    expect(readdirSync(join(folder, "nested"))).toEqual(["state.jsonl"]);
  });

  it("survives a disk that is full for a moment: what was refused did not happen, and the file stays whole", () => {
    let room = Number.POSITIVE_INFINITY;
    const store = new Store(data, (file, bytes) => {
      if (room === 0) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      const part = bytes.subarray(0, room);
      room -= part.length;
      return writeSync(file, part);
    });
    store.put("Campaign", { id: "1", name: "before" });
    room = 20;
    expect(() => store.put("Campaign", { id: "2", name: "refused" })).toThrow("no space left");
    expect(store.get("Campaign", "2")).toBeUndefined();
    room = Number.POSITIVE_INFINITY;
    store.put("Campaign", { id: "3", name: "after" });
    store.close();
    const again = new Store(data);
    expect(again.all("Campaign").map(({ id }) => id)).toEqual(["1", "3"]);
    again.close();
  });

  it("writes what a disk takes in parts", () => {
    const store = new Store(data, (file, bytes) => writeSync(file, bytes.subarray(0, 7)));
    store.put("Campaign", { id: "1", name: "in parts" });
    store.close();
    const again = new Store(data);
    expect(again.get("Campaign", "1")).toMatchObject({ name: "in parts" });
    again.close();
  });

  it("is one emulator's: a second one is refused, here and in another process, until the first is closed or gone", async () => {
    const first = await start({ data });
    await makeCampaign(first);
    await expect(startEmulator({ data })).rejects.toThrow(`open in another emulator (process ${process.pid})`);
    const open = `require(${JSON.stringify(join(repository, "dist", "emulator"))}).startEmulator({ data: ${JSON.stringify(data)} })`;
    const elsewhere = spawnSync(
      process.execPath,
      ["-e", `${open}.catch((e) => { console.log(e.message); process.exit(7); })`],
      {
        encoding: "utf8",
      },
    );
    expect(elsewhere).toMatchObject({ status: 7 });
    expect(elsewhere.stdout).toContain(`open in another emulator (process ${process.pid})`);
    await first.close();
    // Killed: its lock stays.
    spawnSync(process.execPath, ["-e", `${open}.then(() => process.kill(process.pid, "SIGKILL"))`]);
    expect(readdirSync(join(folder, "nested")).sort()).toEqual(["state.jsonl", "state.jsonl.lock"]);
    const next = await start({ data });
    expect(next.dashboard.ids("Campaign")).toHaveLength(1);
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
