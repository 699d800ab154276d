import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectControl, startEmulator } from "../../../emulator";
import { campaign, campaigns, makeCampaign, start, webhook, withToken } from "./client";

async function two() {
  const first = await start({ accounts: ["other-token"] });
  const second = withToken(first, "other-token");
  return { first, second, theirs: first.account("other-token").dashboard };
}

describe("two accounts", () => {
  it("each token sees and reaches the objects of its own account only", async () => {
    const { first, second, theirs } = await two();
    const id = await makeCampaign(first);
    expect(await second.items(campaigns)).toEqual([]);
    expect(await second.get(`/campaigns/by-id/${id}`)).toMatchObject({ status: "error" });
    expect(await second.post(`/campaigns/update/${id}`, { name: "b", status: "active" })).toMatchObject({
      status: "error",
    });
    expect(await second.post(`/campaigns/delete/${id}`)).toMatchObject({ status: "error" });
    expect(first.dashboard.get("Campaign", id)).toMatchObject({ name: campaign.name, deleted_at: null });
    expect(theirs.ids("Campaign")).toEqual([]);

    await second.post("/campaigns/create", { ...campaign, name: "theirs" });
    expect(await first.items(campaigns)).toMatchObject([{ name: campaign.name }]);
    expect(theirs.list("Campaign")).toMatchObject([{ name: "theirs" }]);
    expect(first.dashboard.ids("Campaign")).toEqual([id]);
  });

  it("the same name in both is no double; twice in one is", async () => {
    const { first, second, theirs } = await two();
    await makeCampaign(first);
    await second.post("/campaigns/create", campaign);
    expect(theirs.duplicates()).toEqual([]);
    await second.post("/campaigns/create", campaign);
    expect(theirs.doublesEverMade()).toHaveLength(1);
    expect(first.dashboard.doublesEverMade()).toEqual([]);
    expect(first.dashboard.duplicates()).toEqual([]);
  });

  it("no id is in both, though the seed is the same", async () => {
    const { first, second, theirs } = await two();
    await first.post("/webhooks/create", webhook);
    await second.post("/webhooks/create", webhook);
    const [mine] = first.dashboard.list("Webhook");
    const [other] = theirs.list("Webhook");
    for (const field of ["id", "company_id"]) expect(mine?.[field]).not.toEqual(other?.[field]);
    expect(first.dashboard.ids("Workspace")).not.toEqual(theirs.ids("Workspace"));
  });

  it("the log says which one asked, and holds no token", async () => {
    const { first, second } = await two();
    await first.get(campaigns);
    await second.get(campaigns);
    expect(first.requests.map(({ account }) => account)).toEqual([undefined, 2]);
    expect(JSON.stringify(first.requests)).not.toContain("token");
  });

  it("share faults and personality, and are wiped together", async () => {
    const { first, second, theirs } = await two();
    first.setPersonality({ campaignListIds: true });
    await second.post("/campaigns/create", campaign);
    expect(await second.items(campaigns)).toMatchObject([{ id: theirs.ids("Campaign")[0] }]);
    first.addFault({ fault: "error500" });
    expect((await second.get(campaigns)).http).toBe(500);
    first.reset();
    expect(theirs.list("Campaign", { deleted: true })).toEqual([]);
  });

  it("a late list of one is not made early by lists of the other", async () => {
    const { first, second } = await two();
    first.setPersonality({ listLagRequests: 1 });
    await makeCampaign(first);
    await second.items(campaigns);
    expect(await first.items(campaigns)).toEqual([]);
    expect(await first.items(campaigns)).toHaveLength(1);
  });

  it("an unknown token is refused, and every account needs its own", async () => {
    const { first } = await two();
    expect((await withToken(first, "third").get(campaigns)).http).toBe(401);
    expect(() => first.account("third")).toThrow("no account of this emulator has that token");
    await expect(startEmulator({ token: "a", accounts: ["a"] })).rejects.toThrow("a token of its own");
  });

  it("the first account can be asked for like the others", async () => {
    const { first } = await two();
    const id = await makeCampaign(first);
    expect(first.account(first.token).dashboard.ids("Campaign")).toEqual([id]);
  });

  it("the dashboard of a further account is there over HTTP too", async () => {
    const { first } = await two();
    const control = connectControl(first.url);
    const { dashboard } = control.account("other-token");
    const { id } = await dashboard.create("Campaign", campaign);
    expect(await dashboard.change("Campaign", id, { notes: "theirs" })).toMatchObject({ notes: "theirs" });
    expect(await dashboard.get("Campaign", id)).toMatchObject({ notes: "theirs" });
    expect(await control.dashboard.ids("Campaign")).toEqual([]);
    await dashboard.create("Campaign", campaign);
    expect(await dashboard.duplicates()).toHaveLength(1);
    expect(await dashboard.doublesEverMade()).toHaveLength(1);
    await dashboard.delete("Campaign", id);
    expect(await dashboard.ids("Campaign")).toHaveLength(1);
    expect(await dashboard.list("Campaign", { deleted: true })).toHaveLength(2);
    await expect(control.account("third").dashboard.ids("Campaign")).rejects.toThrow("no account of this emulator");
  });

  it("keep their objects in files side by side", async () => {
    const folder = mkdtempSync(join(tmpdir(), "callab-emulator-"));
    try {
      const options = { data: join(folder, "calls.jsonl"), accounts: ["other-token"] };
      const before = await start(options);
      await withToken(before, "other-token").post("/campaigns/create", campaign);
      await before.close();
      const after = await start(options);
      expect(after.dashboard.ids("Campaign")).toEqual([]);
      expect(after.account("other-token").dashboard.ids("Campaign")).toHaveLength(1);
      await after.close();
      expect(readdirSync(folder).sort()).toEqual(["calls.jsonl", "calls.jsonl.2"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
