/** What servers do to values, one switch each: how it looks in an answer, and that the dashboard shows what was sent. */
import type { Json, PersonalityPatch, WireObject } from "../../../emulator";
import { agent, campaign, campaigns, fullCampaign, makeCampaign, start, webhook, without } from "./client";

async function campaignUnder(personality: PersonalityPatch, fields: WireObject = {}): Promise<WireObject> {
  const emulator = await start({ personality });
  const id = await makeCampaign(emulator, { ...fullCampaign, ...fields });
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject(fields);
  const [inList] = await emulator.items(campaigns);
  const byId = (await emulator.get(`/campaigns/by-id/${id}`)).data as WireObject;
  expect(byId).toEqual(inList);
  return byId;
}

async function agentUnder(personality: PersonalityPatch, fields: WireObject): Promise<WireObject> {
  const emulator = await start({ personality });
  await emulator.post("/ai-agent/create", { ...agent, ...fields });
  expect(emulator.dashboard.list("AiAgent")).toMatchObject([fields]);
  return (await emulator.items("/ai-agent"))[0] ?? {};
}

async function webhookUnder(personality: PersonalityPatch, fields: WireObject): Promise<WireObject> {
  const emulator = await start({ personality });
  await emulator.post("/webhooks/create", { ...webhook, ...fields });
  return (await emulator.items("/webhooks"))[0] ?? {};
}

const text = " Cafe\u0301\r\n<R&D> ";

describe("texts", () => {
  it.each<[PersonalityPatch, string]>([
    [{}, text],
    [{ textEnds: "trimmed" }, "Cafe\u0301\r\n<R&D>"],
    [{ lineEnds: "lf" }, " Cafe\u0301\n<R&D> "],
    [{ unicode: "nfc" }, " Caf\u00e9\r\n<R&D> "],
    [{ entities: "escaped" }, " Cafe\u0301\r\n&lt;R&amp;D&gt; "],
    [{ textEnds: "trimmed", lineEnds: "lf", unicode: "nfc", entities: "escaped" }, "Caf\u00e9\n&lt;R&amp;D&gt;"],
  ])("%j", async (personality, expected) => {
    const shown = await campaignUnder(personality, {
      notes: text,
      contacts_list_tags: [text],
      contacts_list_source_metadata: { [text]: [{ a: text }] },
    });
    expect(shown).toMatchObject({
      notes: expected,
      contacts_list_tags: [expected],
      contacts_list_source_metadata: { [text]: [{ a: expected }] },
    });
  });

  it("nothing but blanks may be nothing", async () => {
    expect(await campaignUnder({ textEnds: "trimmed" }, { notes: " \n" })).toMatchObject({ notes: "" });
    const nothing = { textEnds: "trimmed", emptyTexts: "null" } as const;
    expect(await campaignUnder(nothing, { notes: " \n" })).toMatchObject({ notes: null });
  });

  it("words of the API's own may come in upper case, other words not", async () => {
    expect(await campaignUnder({ words: "upper" }, { retry_delay_unit: ["seconds"], notes: "seconds" })).toMatchObject({
      campaign_type: "OUTBOUND",
      retry_delay_unit: ["SECONDS"],
      notes: "seconds",
      status: "active",
    });
  });
});

describe("times and days", () => {
  it.each(["+00", "+00:00", "Z"] as const)("a window with %s behind it", async (timeOfDayOffset) => {
    expect(await campaignUnder({ timeOfDayOffset })).toMatchObject({
      call_time_of_day_from: `09:00:00${timeOfDayOffset}`,
    });
    expect(await campaignUnder({ timeOfDayOffset, timeOfDay: "minutes" })).toMatchObject({
      call_time_of_day_from: `09:00${timeOfDayOffset}`,
    });
  });

  it.each([
    ["2026-03-01", "Europe/Paris", "2026-02-28T23:00:00.000Z"],
    ["2026-07-01", "Europe/Paris", "2026-06-30T22:00:00.000Z"],
    ["2026-03-01", "America/New_York", "2026-03-01T05:00:00.000Z"],
    ["2026-03-01", "Asia/Kolkata", "2026-02-28T18:30:00.000Z"],
    ["2026-03-01", "UTC", "2026-03-01T00:00:00.000Z"],
    // Midnight is skipped there on that day: it begins at one.
    ["2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00.000Z"],
  ])("%s in %s begins at %s", async (day, zone, instant) => {
    const fields = { started_at: day, time_zone: zone };
    expect(await campaignUnder({ dates: "localMidnight" }, fields)).toMatchObject({ started_at: instant });
  });

  it("Sunday may be 7", async () => {
    expect(await campaignUnder({ sunday: 7 }, { days_of_week: [0, 1] })).toMatchObject({ days_of_week: [7, 1] });
  });
});

describe("numbers, true and false", () => {
  it.each<[PersonalityPatch, Json]>([
    [{}, 0.12345],
    [{ decimals: "single" }, Math.fround(0.12345)],
    [{ decimals: "two" }, 0.12],
    [{ decimals: "two", numbers: "text" }, "0.12"],
  ])("%j", async (personality, expected) => {
    const fields = { responsiveness: 0.12345, agent_flow: { n: 0.12345 } };
    expect(await agentUnder(personality, fields)).toMatchObject({
      responsiveness: expected,
      agent_flow: { n: Number(expected) },
    });
  });

  it.each<[PersonalityPatch["booleans"] & string, Json]>([
    ["boolean", true],
    ["number", 1],
    ["text", "true"],
  ])("booleans as %s", async (booleans, expected) => {
    expect(await webhookUnder({ booleans }, { is_template: true })).toMatchObject({ is_template: expected });
  });
});

describe("free-form objects", () => {
  const agent_flow = { a: null, b: { c: null, d: [{ e: 1 }] } };

  it("keys of the server's own, in every object", async () => {
    const own = { _rev: 1, _source: "callab" };
    expect(await agentUnder({ addedKeys: "added" }, { agent_flow })).toMatchObject({
      agent_flow: { a: null, b: { c: null, d: [{ e: 1, ...own }], ...own }, ...own },
    });
    expect(await agentUnder({ addedKeys: "added" }, { agent_flow: {} })).toMatchObject({ agent_flow: own });
    const variables = { agent_dynamic_variables: [{ a: 1 }] };
    expect(await agentUnder({ addedKeys: "added" }, variables)).toMatchObject({
      agent_dynamic_variables: { a: 1, ...own },
    });
  });

  it("keys without a value dropped, at any depth", async () => {
    expect(await agentUnder({ nullKeys: "dropped" }, { agent_flow })).toHaveProperty("agent_flow", {
      b: { d: [{ e: 1 }] },
    });
  });

  it("numbers, true and false as text", async () => {
    const flow = { n: 1, yes: true, list: [false, null, "x"] };
    expect(await agentUnder({ freeScalars: "text" }, { agent_flow: flow })).toMatchObject({
      agent_flow: { n: "1", yes: "true", list: ["false", null, "x"] },
    });
  });
});

describe("steps and their secrets", () => {
  const headers = { Authorization: "Bearer abcdef1234", "X-Id": 7, none: null };
  const steps = [
    { webhook_url: "https://example.com/1", webhook_headers: headers },
    { webhook_url: "https://example.com/2" },
  ];

  it("come in another order, and their numbers tell it", async () => {
    expect(await webhookUnder({ steps: "reversed" }, { steps })).toMatchObject({
      steps: [{ step_number: 2 }, { step_number: 1 }],
    });
  });

  it.each<[PersonalityPatch["secrets"] & string, Json | undefined]>([
    ["shown", headers],
    ["masked", { Authorization: "********", "X-Id": "********", none: null }],
    ["partly", { Authorization: "Bea********1234", "X-Id": "********", none: null }],
    ["absent", undefined],
  ])("%s", async (secrets, expected) => {
    const shown = await webhookUnder({ secrets }, { steps });
    expect((shown["steps"] as WireObject[])[0]?.["webhook_headers"]).toEqual(expected);
  });
});

describe("fields that are taken and not stored", () => {
  it("by a create and by an update, with an answer that says it is done", async () => {
    const emulator = await start({ personality: { droppedFields: ["call_time_of_day_to", "ended_at"] } });
    const id = await makeCampaign(emulator, fullCampaign);
    const kept = without(fullCampaign, "call_time_of_day_to", "ended_at");
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject(kept);
    expect(emulator.dashboard.get("Campaign", id)).not.toHaveProperty("call_time_of_day_to");
    const body = { name: campaign.name, status: "active", ended_at: "2027-01-01", notes: "n" };
    expect(await emulator.post(`/campaigns/update/${id}`, body)).toMatchObject({ status: "ok" });
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ notes: "n" });
    expect(emulator.dashboard.get("Campaign", id)).not.toHaveProperty("ended_at");
  });

  it("are fields of the API", async () => {
    await expect(start({ personality: { droppedFields: ["colour"] } })).rejects.toThrow(
      'the switch droppedFields has no position ["colour"]; it takes a list of fields on the wire',
    );
  });
});

describe("refusals before a body is looked at", () => {
  it("in plain text, with the reason", async () => {
    const emulator = await start({ personality: { refusalBody: "text" } });
    const refused = await emulator.post("/campaigns/create", without(campaign, "notes"));
    expect(refused).toMatchObject({ http: 422, status: undefined });
    expect(refused.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(refused.text).toBe(
      "Failed to deserialize the JSON body into the target type: validation failed: notes is required",
    );
    expect(emulator.dashboard.list("Campaign")).toEqual([]);
    // What is not there is no mistake of the body.
    expect(await emulator.get("/campaigns/by-id/none")).toMatchObject({ http: 200, status: "error" });
  });

  it("in JSON that is no envelope", async () => {
    const emulator = await start({ personality: { refusalBody: "json" } });
    const refused = await emulator.post("/campaigns/create", without(campaign, "notes"));
    expect(refused).toMatchObject({ http: 422, status: undefined });
    expect(refused.envelope["error"]).toContain("notes is required");
  });
});

it("every habit at once leaves what is stored as it was sent", async () => {
  const emulator = await start({ personality: "every-habit" });
  const fields = { ...fullCampaign, notes: text, days_of_week: [0] };
  const id = await makeCampaign(emulator, fields);
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject(fields);
  expect(await emulator.items(campaigns)).toMatchObject([
    { notes: "Caf\u00e9\n&lt;R&amp;D&gt;", days_of_week: ["7"], campaign_type: "OUTBOUND" },
  ]);
});
