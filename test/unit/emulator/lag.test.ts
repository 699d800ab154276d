import type { PersonalityPatch } from "../../../emulator";
import { campaign, campaigns, makeCampaign, start, stoppedClock, type Asked } from "./client";

const lagging = (patch: PersonalityPatch): PersonalityPatch => ({ listLagRequests: 2, ...patch });

async function names(emulator: Asked): Promise<unknown[]> {
  return (await emulator.items(campaigns)).map(({ name }) => name);
}

describe("lists that lag behind writes", () => {
  it("a new object shows only after so many list requests; a read by id shows it at once", async () => {
    const emulator = await start({ personality: lagging({}) });
    const id = await makeCampaign(emulator);
    expect((await emulator.get(`/campaigns/by-id/${id}`)).status).toBe("ok");
    expect([await names(emulator), await names(emulator), await names(emulator)]).toEqual([[], [], [campaign.name]]);
  });

  it("a changed or deleted object shows as it was until then", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator);
    emulator.setPersonality(lagging({}));
    await emulator.post(`/campaigns/update/${id}`, { name: "b", status: "active" });
    expect([await names(emulator), await names(emulator), await names(emulator)]).toEqual([
      [campaign.name],
      [campaign.name],
      ["b"],
    ]);
    await emulator.post(`/campaigns/delete/${id}`);
    expect([await names(emulator), await names(emulator), await names(emulator)]).toEqual([["b"], ["b"], []]);
  });

  it("by the clock instead of by requests", async () => {
    const clock = stoppedClock();
    const emulator = await start({ clock, personality: { listLagMs: 5000 } });
    await makeCampaign(emulator);
    clock.advance(4999);
    expect(await names(emulator)).toEqual([]);
    clock.advance(1);
    expect(await names(emulator)).toEqual([campaign.name]);
  });

  it("only for creates, updates or deletes if so wished", async () => {
    const emulator = await start({ personality: lagging({ listLagFor: "delete" }) });
    const id = await makeCampaign(emulator);
    expect(await names(emulator)).toEqual([campaign.name]);
    await emulator.post(`/campaigns/delete/${id}`);
    expect(await names(emulator)).toEqual([campaign.name]);
  });

  it("writes get through in their order", async () => {
    const emulator = await start({ personality: lagging({ listLagRequests: 1 }) });
    const id = await makeCampaign(emulator);
    await emulator.post(`/campaigns/update/${id}`, { name: "b", status: "active" });
    expect([await names(emulator), await names(emulator)]).toEqual([[], ["b"]]);
  });

  it("lists of another kind do not count, and the dashboard is never late", async () => {
    const emulator = await start({ personality: lagging({}) });
    await makeCampaign(emulator);
    await emulator.items("/ai-agent");
    await emulator.items("/webhooks");
    expect(await names(emulator)).toEqual([]);
    emulator.dashboard.create("Campaign", { ...campaign, name: "by hand" });
    expect(await names(emulator)).toEqual(["by hand"]);
  });
});
