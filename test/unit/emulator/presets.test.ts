import {
  campaignIdsCanBeKnown,
  describeSwitches,
  documented,
  inferredRoutes,
  personalities,
  personalityOf,
  randomPersonality,
  type PersonalityPatch,
} from "../../../emulator";
import { campaigns, fullCampaign, makeCampaign, start, without } from "./client";

describe("personalities by name", () => {
  it("nothing said: as documented", () => {
    expect(personalityOf({})).toEqual(documented);
    expect(personalityOf("documented")).toEqual(documented);
  });

  it("presets can be combined, with single switches too; later ones win", () => {
    expect(personalityOf("mute,lagging")).toMatchObject({ campaignCreateData: "text", listLagRequests: 2 });
    expect(personalityOf("mute, campaignCreateData=rows, listLagRequests=3, failureBy=4xx")).toMatchObject({
      campaignCreateData: "rows",
      otherCreateData: "text",
      listLagRequests: 3,
      failureBy: "4xx",
    });
    expect(personalityOf('absentRoutes=["webhook.create"]').absentRoutes).toEqual(["webhook.create"]);
    expect(personalityOf("updateReplaces=true").updateReplaces).toBe(true);
    expect(personalityOf("paged,pageFrom=1")).toMatchObject({ listPages: "paged", pageSize: 2, pageFrom: 1 });
    expect(personalityOf("absentAnswer=405,deleteOfAbsent=404")).toMatchObject({
      absentAnswer: "405",
      deleteOfAbsent: "404",
    });
  });

  it.each<[unknown, string]>([
    ["nice", 'there is no personality "nice"; there are: documented, legacy'],
    ["mute,colour=red", 'no switch of a personality is called "colour"'],
    [{ failureBy: "500" }, 'the switch failureBy has no position "500"; it takes "200" | "4xx"'],
    [{ listLagRequests: -1 }, "it takes a whole number from 0"],
    [{ pageSize: 0 }, "it takes a whole number from 1"],
    [{ pageFrom: 2 }, "it takes 0 | 1"],
    [{ absentRoutes: ["campaign.remove"] }, "the switch absentRoutes has no position"],
    [{ routes: { "campaign.delete": "REMOVE /x" } }, "the switch routes has no position"],
    [null, "a name or an object"],
  ])("%j is refused", (spec, message) => {
    expect(() => personalityOf(spec as string)).toThrow(message);
  });

  it("every switch says what it does, where it stands and how well that is known", () => {
    for (const { name, meaning, mark, positions } of describeSwitches()) {
      expect(`${name}: ${meaning}`).toMatch(/\.$/);
      expect(["documented", "older", "example", "inferred"]).toContain(mark);
      expect(positions).not.toBe("");
    }
    expect(describeSwitches().map(({ name }) => name)).toEqual(Object.keys(documented));
  });

  it.each(personalities.map(({ name }) => name))(
    "%s has a description and takes a campaign from create to delete",
    async (name) => {
      expect(personalities.find((preset) => preset.name === name)?.description).toMatch(/\.$/);
      const emulator = await start({ personality: name });
      const id = await makeCampaign(emulator, fullCampaign);
      const update = `${emulator.personality.campaignUpdatePath === "older" ? "/campaign" : "/campaigns"}/update/${id}`;
      const body = without(fullCampaign, "workspace");
      await emulator.post(update, { ...body, name: "Autumn", status: "paused" });
      expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ ...body, name: "Autumn", status: "paused" });
      const removed = await emulator.post(`/campaigns/delete/${id}`);
      expect(removed.status === "error").toBe(emulator.personality.absentRoutes.includes("campaign.delete"));
    },
  );

  it("minimal has no inferred route", async () => {
    const emulator = await start({ personality: "minimal" });
    expect(emulator.routes().filter(({ mark, present }) => mark === "inferred" && present)).toEqual([]);
    expect(inferredRoutes).toContain("webhook.create");
  });

  it("nameless shows a campaign's id nowhere", async () => {
    const emulator = await start({ personality: "nameless" });
    const id = await makeCampaign(emulator);
    await emulator.get(campaigns);
    await emulator.get(`/campaigns/by-id/${id}`);
    await emulator.post(`/campaigns/update/${id}`, { name: "b", status: "active" });
    expect(JSON.stringify(emulator.requests.map(({ response }) => response))).not.toContain(id);
    expect(campaignIdsCanBeKnown(emulator.personality)).toBe(false);
  });
});

describe("random personalities", () => {
  it("depend on the seed alone", () => {
    expect(randomPersonality(1)).toEqual(randomPersonality(1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => JSON.stringify(randomPersonality(seed)))).size).toBe(5);
  });

  it("are all personalities, and reach every position of every switch left to chance", () => {
    const many = Array.from({ length: 400 }, (_, seed) => randomPersonality(seed));
    for (const personality of many) expect(personalityOf(personality)).toEqual(personality);
    const alone = ["absentRoutes", "routes", "listLagMs", "dates", "nameLength", "pageCap", "pageQuery"];
    alone.push("listRepeats", "deleteDoes", "droppedFields", "addedKeys", "secrets");
    const reached: Readonly<Record<string, readonly string[]>> = {
      listLagRequests: ["0", "1", "2", "3"],
      pageSize: ["10", "100", "20", "50"],
      names: ['"collapsed"', '"escaped"', '"kept"', '"nfc"', '"trimmed"'],
      pageBeyond: ['"empty"', '"last"'],
    };
    for (const { name, positions } of describeSwitches()) {
      const seen = new Set(many.map((personality) => JSON.stringify(personality[name])));
      if (alone.includes(name)) expect(seen.size).toBe(1);
      else expect([...seen].sort()).toEqual(reached[name] ?? positions.split(" | ").sort());
    }
  });

  it("keep what is fixed, also what they never take themselves", () => {
    const fixed: PersonalityPatch = { campaignListIds: true, listLagRequests: 0, names: "cut", deleteDoes: "claimed" };
    for (let seed = 0; seed < 20; seed++) expect(randomPersonality(seed, fixed)).toMatchObject(fixed);
  });
});
