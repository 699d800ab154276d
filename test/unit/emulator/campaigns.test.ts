import { agentId, campaign, campaigns, fullCampaign, makeCampaign, start, stoppedClock, without } from "./client";

describe("a campaign, as documented", () => {
  it("is created with the required fields; the answer's data is its id", async () => {
    const emulator = await start({ clock: stoppedClock() });
    const { http, status, data } = await emulator.post("/campaigns/create", campaign);
    expect({ http, status }).toEqual({ http: 200, status: "ok" });
    expect(data).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(emulator.dashboard.get("Campaign", data as string)).toMatchObject({
      ...campaign,
      id: data,
      status: "active",
      call_progress: 0,
      created_at: "2026-03-01T10:00:00.000Z",
      updated_at: "2026-03-01T10:00:00.000Z",
      deleted_at: null,
    });
  });

  it("is read by id and in the list of its workspace, without its id and without the four references", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator, fullCampaign);
    const references = ["ai_agent_id", "webhook_id", "inbound_phone_number_id", "outbound_phone_number_id"];
    const { data } = await emulator.get(`/campaigns/by-id/${id}`);
    expect(data).toMatchObject({
      ...without(fullCampaign, ...references),
      status: "active",
      call_progress: 0,
      deleted_at: null,
    });
    for (const hidden of ["id", ...references]) expect(data).not.toHaveProperty(hidden);
    expect(await emulator.items(campaigns)).toEqual([data]);
    expect(await emulator.items("/campaigns/by-workspace/other")).toEqual([]);
  });

  it("shows the fields that were never set as null", async () => {
    const emulator = await start();
    await makeCampaign(emulator);
    const [shown] = await emulator.items(campaigns);
    expect(shown).toMatchObject({
      notes: "",
      contacts_list_tags: null,
      started_at: null,
      webhook_mapping_variables: null,
    });
  });

  it("is updated: given fields are set, null clears, others stay", async () => {
    const clock = stoppedClock();
    const emulator = await start({ clock });
    const id = await makeCampaign(emulator, fullCampaign);
    clock.advance(60_000);
    const body = { name: "Autumn", status: "paused", webhook_id: null, contacts_list_tags: [], retry_delay: [0] };
    const { status, data } = await emulator.post(`/campaigns/update/${id}`, body);
    expect({ status, data }).toEqual({ status: "ok", data: "Campaign updated successfully" });
    const stored = emulator.dashboard.get("Campaign", id);
    expect(stored).toMatchObject({
      name: "Autumn",
      status: "paused",
      contacts_list_tags: [],
      retry_delay: [0],
      ai_agent_id: agentId,
      started_at: "2026-12-01",
      created_at: "2026-03-01T10:00:00.000Z",
      updated_at: "2026-03-01T10:01:00.000Z",
    });
    expect(stored).not.toHaveProperty("webhook_id");
  });

  it("answers at the older update address too", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator);
    await emulator.post(`/campaign/update/${id}`, { name: "b", status: "completed", allow_non_local_calls: true });
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "completed", allow_non_local_calls: true });
  });

  it("is deleted; data is the number of rows", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator);
    expect(await emulator.post(`/campaigns/delete/${id}`)).toMatchObject({ http: 200, status: "ok", data: 1 });
    expect(await emulator.items(campaigns)).toEqual([]);
    expect(await emulator.get(`/campaigns/by-id/${id}`)).toMatchObject({ http: 200, status: "error", data: "" });
    expect(await emulator.post(`/campaigns/delete/${id}`)).toMatchObject({ http: 200, status: "error", data: "" });
    expect(await emulator.post(`/campaigns/update/${id}`, { name: "b", status: "active" })).toMatchObject({
      status: "error",
    });
  });

  it("may have a namesake: nothing says that names are unique", async () => {
    const emulator = await start();
    await makeCampaign(emulator);
    await makeCampaign(emulator);
    expect(emulator.dashboard.ids("Campaign")).toHaveLength(2);
  });
});

describe("strictness", () => {
  it.each(Object.keys(campaign))("create without %s is refused", async (name) => {
    const emulator = await start();
    const { http, status, message, data } = await emulator.post("/campaigns/create", {
      ...campaign,
      [name]: undefined,
    });
    expect({ http, status, message, data }).toEqual({
      http: 200,
      status: "error",
      message: `validation failed: ${name} is required`,
      data: "",
    });
    expect(emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  it.each<[string, object]>([
    ["a camelCase name", { timeZone: "UTC" }],
    ["a field of the provider", { adopt: true }],
    ["a field that is only read", { call_progress: 1 }],
    ["a status (create has none)", { status: "active" }],
    ["weekday names", { days_of_week: ["monday"] }],
    ["a weekday beyond 6", { days_of_week: [7] }],
    ["a time without seconds", { call_time_of_day_from: "09:00" }],
    ["a time that is none", { call_time_of_day_from: "25:00:00" }],
    ["a date with a time", { started_at: "2026-12-01T00:00:00Z" }],
    ["an offset for a zone", { time_zone: "+02:00" }],
    ["a zone nobody knows", { time_zone: "Mars/Olympus" }],
    ["an id that is no UUID", { ai_agent_id: "ada" }],
    ["an unknown campaign type", { campaign_type: "both" }],
    ["a text for a list", { contacts_list_tags: "vip" }],
    ["nested tags (older)", { contacts_list_tags: [["vip"]] }],
    ["text for numbers", { number_of_call_attempts: ["3"] }],
    ["a fraction of an attempt", { number_of_call_attempts: [1.5] }],
    ["null where null is not documented", { webhook_id: null }],
    ["an empty name", { name: "" }],
  ])("create with %s is refused", async (_, fields) => {
    const emulator = await start();
    expect(await emulator.post("/campaigns/create", { ...campaign, ...fields })).toMatchObject({ status: "error" });
    expect(emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  it.each<[string, object]>([
    ["null for the contact sources", { contacts_list_source: null }],
    ["null among the days", { days_of_week: [1, null] }],
    ["an empty text where a text is required", { notes: "" }],
    ["metadata of any form", { contacts_list_source_metadata: { web: [{ deep: null }] } }],
  ])("create with %s is accepted", async (_, fields) => {
    const emulator = await start();
    expect(await emulator.post("/campaigns/create", { ...campaign, ...fields })).toMatchObject({ status: "ok" });
  });

  it("all problems are told at once", async () => {
    const emulator = await start();
    const { message } = await emulator.post("/campaigns/create", {
      ...campaign,
      name: undefined,
      days_of_week: 1,
      x: 1,
    });
    expect(message).toBe(
      "validation failed: name is required; x is not a field of this request; days_of_week must be array",
    );
  });

  it("a body that is no JSON object is refused", async () => {
    const emulator = await start();
    expect(await emulator.post("/campaigns/create", "{broken")).toMatchObject({ http: 200, status: "error" });
    expect(await emulator.post("/campaigns/create", [])).toMatchObject({ http: 200, status: "error" });
    expect(emulator.requests[0]?.body).toBe("{broken");
  });

  it.each<[string, object, string]>([
    ["without a status", { name: "b" }, "status is required"],
    ["without a name", { status: "active" }, "name is required"],
    ["with an unknown status", { name: "b", status: "done" }, "status must be one of active, paused, completed"],
    ["that clears a required field", { name: "b", status: "active", time_zone: null }, "time_zone must be string"],
    [
      "that changes the type",
      { name: "b", status: "active", campaign_type: "inbound" },
      "campaign_type cannot be changed",
    ],
    ["that moves to another workspace", { name: "b", status: "active", workspace: "x" }, "workspace cannot be changed"],
  ])("an update %s is refused", async (_, body, problem) => {
    const emulator = await start();
    const id = await makeCampaign(emulator);
    const { status, message } = await emulator.post(`/campaigns/update/${id}`, body);
    expect({ status, message }).toEqual({ status: "error", message: `validation failed: ${problem}` });
    expect(emulator.dashboard.get("Campaign", id)?.["name"]).toBe(campaign.name);
  });

  it("an update may repeat what cannot be changed", async () => {
    const emulator = await start();
    const id = await makeCampaign(emulator);
    expect(await emulator.post(`/campaigns/update/${id}`, { ...campaign, status: "active" })).toMatchObject({
      status: "ok",
    });
  });
});
