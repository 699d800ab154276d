import { agent, campaign, campaigns, fullCampaign, makeCampaign, start, stoppedClock, webhook } from "./client";

describe("the dashboard", () => {
  it("shows the raw objects, hidden fields and all", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator, fullCampaign);
    expect(emulator.dashboard.list("Campaign")).toEqual([emulator.dashboard.get("Campaign", id)]);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject(fullCampaign);
    expect(emulator.dashboard.get("Campaign", "none")).toBeUndefined();
  });

  it("what it gives out are copies", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator, fullCampaign);
    for (const object of [
      emulator.dashboard.get("Campaign", id),
      emulator.dashboard.list("Campaign")[0],
      emulator.dashboard.list("Campaign", { deleted: true })[0],
    ])
      (object?.["contacts_list_tags"] as string[]).push("slipped in");
    expect(emulator.dashboard.get("Campaign", id)?.["contacts_list_tags"]).toEqual(fullCampaign.contacts_list_tags);
  });

  it("makes objects without asking for more than it is given", async () => {
    const emulator = await start({ clock: stoppedClock() });
    const { id } = emulator.dashboard.create("Campaign", { name: "by hand" });
    expect(emulator.dashboard.get("Campaign", id)).toEqual({
      id,
      name: "by hand",
      workspace: "default",
      status: "active",
      call_progress: 0,
      created_at: "2026-03-01T10:00:00.000Z",
      updated_at: "2026-03-01T10:00:00.000Z",
      deleted_at: null,
    });
    expect(await emulator.items(campaigns)).toMatchObject([{ name: "by hand", notes: null }]);
    expect(emulator.dashboard.create("AiAgent", { ...agent, id: "own-id" }).id).toBe("own-id");
    expect(() => emulator.dashboard.create("AiAgent", { id: "own-id" })).toThrow("has a AiAgent own-id already");
  });

  it("lets a campaign run: progress, completed", async () => {
    const clock = stoppedClock();
    const emulator = await start({ clock });
    const id = await makeCampaign(emulator);
    clock.advance(1000);
    emulator.dashboard.change("Campaign", id, { call_progress: 100, status: "completed" });
    expect((await emulator.get(`/campaigns/by-id/${id}`)).data).toMatchObject({
      call_progress: 100,
      status: "completed",
      updated_at: "2026-03-01T10:00:01.000Z",
    });
  });

  it("lets a webhook flow run", async () => {
    const emulator = await start();
    const { id } = emulator.dashboard.create("Webhook", webhook);
    emulator.dashboard.change("Webhook", id, { executions: [{ id: "e1", status: "done", attempt_number: 1 }] });
    expect(await emulator.items("/webhooks")).toMatchObject([{ executions: [{ id: "e1" }] }]);
  });

  it("changes and deletes behind the provider's back; null clears", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator, fullCampaign);
    const changed = emulator.dashboard.change("Campaign", id, { notes: "by hand", started_at: null });
    expect(changed).toMatchObject({ notes: "by hand" });
    expect(changed).not.toHaveProperty("started_at");
    emulator.dashboard.delete("Campaign", id);
    expect(await emulator.items(campaigns)).toEqual([]);
    expect(emulator.dashboard.ids("Campaign")).toEqual([]);
    expect(emulator.dashboard.list("Campaign", { deleted: true })).toMatchObject([{ id }]);
    expect(() => emulator.dashboard.change("Campaign", id, {})).toThrow(`the emulator has no Campaign ${id}`);
    expect(() => emulator.dashboard.delete("Campaign", id)).toThrow(`the emulator has no Campaign ${id}`);
  });

  it("can be wiped", async () => {
    const emulator = await start({ faults: [{ fault: "error500" }] });
    emulator.dashboard.create("Campaign", campaign);
    emulator.reset();
    expect(await emulator.items(campaigns)).toEqual([]);
    expect(emulator.requests).toHaveLength(1);
  });
});
