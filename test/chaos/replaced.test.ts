import { campaign, Scene } from "./scene";

const mute = { campaignCreateData: "text", otherCreateData: "text", campaignListIds: true } as const;

describe("a replacement whose old campaign the deletion policy leaves", () => {
  it("says in every run what to do, also where the delete was an earlier run's", async () => {
    const scene = new Scene(mute);
    await scene.up([campaign("a", { deletionPolicy: "pause" })]);
    const inbound = [campaign("a", { deletionPolicy: "pause", campaignType: "inbound" })];
    const told = "cannot be made what the program says without being made anew";
    expect((await scene.up(inbound)).errors.join()).toContain(told);
    expect((await scene.up(inbound)).errors.join()).toContain(told);
    for (const id of scene.network.dashboard.ids("Campaign")) scene.network.dashboard.delete("Campaign", id);
    expect((await scene.up(inbound)).errors).toEqual([]);
    expect(scene.network.dashboard.ids("Campaign")).toEqual([scene.idOf("a")]);
  });

  it("names the old campaign also where the server calls it otherwise, and makes no second one", async () => {
    const scene = new Scene({ campaignListIds: true, campaignReadIds: true, names: "lower" });
    await scene.up([campaign("a", { deletionPolicy: "retain" })]);
    const id = scene.idOf("a");
    const inbound = [campaign("a", { deletionPolicy: "retain", campaignType: "inbound" })];
    await scene.up(inbound, { killAt: { request: 3, delayMs: 0 } });
    const { errors } = await scene.up(inbound, { refresh: true });
    expect(errors.join()).toContain("This may be it:");
    expect(errors.join()).toContain(id);
    expect(scene.network.dashboard.doublesEverMade()).toEqual([]);
  });

  it("takes the old campaign back where the program goes back", async () => {
    const scene = new Scene(mute);
    const outbound = [campaign("a", { deletionPolicy: "pause" })];
    await scene.up(outbound);
    const id = scene.idOf("a");
    expect((await scene.up([campaign("a", { deletionPolicy: "pause", campaignType: "inbound" })])).errors).toHaveLength(
      1,
    );
    expect((await scene.up(outbound)).errors).toEqual([]);
    expect(scene.network.dashboard.ids("Campaign")).toEqual([id]);
    expect(scene.idOf("a")).toBe(id);
  });
});
