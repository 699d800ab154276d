import type { PersonalityPatch } from "../../../emulator";
import { agent, campaign, campaigns, makeCampaign, start, webhook } from "./client";

const name = ' Cafe\u0301  <R&D> "it\'s" for Everybody ';

const stored: readonly (readonly [NonNullable<PersonalityPatch["names"]>, string])[] = [
  ["kept", name],
  ["nfc", ' Caf\u00e9  <R&D> "it\'s" for Everybody '],
  ["collapsed", 'Cafe\u0301 <R&D> "it\'s" for Everybody'],
  ["trimmed", 'Cafe\u0301  <R&D> "it\'s" for Everybody'],
  ["escaped", " Cafe\u0301  &lt;R&amp;D&gt; &quot;it&#39;s&quot; for Everybody "],
  ["cut", ' Cafe\u0301  <R&D> "it\'s"'],
  ["lower", ' cafe\u0301  <r&d> "it\'s" for everybody '],
];

describe("how names are stored", () => {
  it.each(stored)("%s: by a create and by an update, and so every answer shows them", async (names, expected) => {
    const emulator = await start({ personality: { names, campaignCreateData: "object", updateData: "object" } });
    const created = await emulator.post("/campaigns/create", { ...campaign, name });
    expect(created.data).toMatchObject({ name: expected });
    const [id = ""] = emulator.dashboard.ids("Campaign");
    await emulator.post(`/campaigns/update/${id}`, { name: "b", status: "active" });
    const updated = await emulator.post(`/campaigns/update/${id}`, { name, status: "active" });
    expect(updated.data).toMatchObject({ name: expected });
    expect((await emulator.get(`/campaigns/by-id/${id}`)).data).toMatchObject({ name: expected });
    expect(await emulator.items(campaigns)).toMatchObject([{ name: expected }]);
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ name: expected });
    if (names !== "kept")
      expect(JSON.stringify(emulator.dashboard.list("Campaign"))).not.toContain(JSON.stringify(name));
  });

  it.each(["cut", "lower"] as const)("agents and webhooks too: %s", async (names) => {
    const emulator = await start({ personality: { names, nameLength: 5 } });
    await emulator.post("/ai-agent/create", { ...agent, name: "ADA of the North" });
    await emulator.post("/webhooks/create", { ...webhook, name: "ADA of the North" });
    const expected = names === "cut" ? "ADA o" : "ada of the north";
    expect(await emulator.items("/ai-agent")).toMatchObject([{ name: expected }]);
    expect(await emulator.items("/webhooks")).toMatchObject([{ name: expected }]);
  });

  it("numbers, their nicknames and workspaces are stored as sent", async () => {
    const emulator = await start({ personality: { names: "lower" } });
    await emulator.post("/phone_number/create", { phone_number: "+15555550100", nickname: "Main" });
    expect(emulator.dashboard.list("PhoneNumber")).toMatchObject([{ nickname: "Main" }]);
  });

  it("a cut never divides a character", async () => {
    const emulator = await start({ personality: { names: "cut", nameLength: 2 } });
    await makeCampaign(emulator, { ...campaign, name: "a\u{1F4DE}b" });
    expect(emulator.dashboard.list("Campaign")).toMatchObject([{ name: "a\u{1F4DE}" }]);
  });

  it("whoever refuses duplicates compares what is stored", async () => {
    const emulator = await start({ personality: { names: "lower", duplicateNames: "refused" } });
    await makeCampaign(emulator, { ...campaign, name: "Spring" });
    expect((await emulator.post("/campaigns/create", { ...campaign, name: "SPRING" })).message).toBe(
      'name "spring" is taken',
    );
    const [id = ""] = emulator.dashboard.ids("Campaign");
    expect(await emulator.post(`/campaigns/update/${id}`, { name: "Spring", status: "paused" })).toMatchObject({
      status: "ok",
    });
  });

  it("people at the dashboard see and write names as they are", async () => {
    const emulator = await start({ personality: { names: "lower" } });
    const { id } = emulator.dashboard.create("Campaign", { name: "Spring" });
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ name: "Spring" });
  });
});
