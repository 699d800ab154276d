import type { PersonalityPatch, WireObject } from "../../../emulator";
import {
  agent,
  agentId,
  campaign,
  campaigns,
  fullCampaign,
  makeCampaign,
  start,
  stoppedClock,
  webhook,
  webhookId,
  without,
  type Asked,
} from "./client";

/** An emulator of a personality with one full campaign, and that campaign as it is shown. */
async function shownUnder(personality: PersonalityPatch, fields: object = fullCampaign) {
  const emulator = await start({ personality, clock: stoppedClock("2026-03-01T10:00:00.123Z") });
  const id = await makeCampaign(emulator, fields);
  const [inList = {}] = await emulator.items(campaigns);
  const byId = (await emulator.get(`/campaigns/by-id/${id}`)).data as WireObject;
  return { emulator, id, inList, byId };
}

async function agentUnder(personality: PersonalityPatch, fields: object = agent) {
  const emulator = await start({ personality });
  await emulator.post("/ai-agent/create", fields);
  const [id = ""] = emulator.dashboard.ids("AiAgent");
  const [inList = {}] = await emulator.items("/ai-agent");
  return { emulator, id, inList, byId: (await emulator.get(`/ai-agent/${id}`)).data as WireObject };
}

async function webhookUnder(personality: PersonalityPatch, fields: object = webhook) {
  const emulator = await start({ personality });
  await emulator.post("/webhooks/create", fields);
  const [shown = {}] = await emulator.items("/webhooks");
  return shown as WireObject & { steps: WireObject[] };
}

describe("words and errors", () => {
  it.each([
    ["documented", "ok", "success"],
    ["ok", "ok", "ok"],
    ["success", "success", "success"],
  ] as const)("successWord %s: campaigns say %s, workspaces say %s", async (successWord, ofCampaigns, ofWorkspaces) => {
    const emulator = await start({ personality: { successWord } });
    expect((await emulator.get(campaigns)).status).toBe(ofCampaigns);
    expect((await emulator.post("/workspace/create", { workspace_name: "x" })).status).toBe(ofWorkspaces);
  });

  it("failureBy: refusals by HTTP 200, or by the HTTP status that fits", async () => {
    const refusals = async (emulator: Asked) => {
      await makeCampaign(emulator);
      return [
        (await emulator.post("/campaigns/create", {})).http,
        (await emulator.get("/campaigns/by-id/none")).http,
        (await emulator.post("/campaigns/update/none", {})).http,
        (await emulator.post("/campaigns/create", campaign)).http,
      ];
    };
    expect(await refusals(await start({ personality: { duplicateNames: "refused" } }))).toEqual([200, 200, 200, 200]);
    expect(await refusals(await start({ personality: { duplicateNames: "refused", failureBy: "4xx" } }))).toEqual([
      400, 404, 404, 409,
    ]);
  });

  it("errorMessages plain: the documentation's sample to the letter", async () => {
    const emulator = await start({ personality: { errorMessages: "plain" } });
    const { text } = await emulator.post("/campaigns/create", {});
    expect(text).toBe('{"status":"error","message":"error","data":""}');
  });
});

describe("what `data` holds after a write", () => {
  const personalityOf = (kind: "campaign" | "other", holds: PersonalityPatch["campaignCreateData"] & string) =>
    kind === "campaign" ? { campaignCreateData: holds } : { otherCreateData: holds };

  it.each(["campaign", "other"] as const)("create of a %s: id, text, text with id, object, rows", async (kind) => {
    const created = async (holds: PersonalityPatch["campaignCreateData"] & string) => {
      const emulator = await start({ personality: personalityOf(kind, holds) });
      const { data } =
        kind === "campaign"
          ? await emulator.post("/campaigns/create", campaign)
          : await emulator.post("/ai-agent/create", agent);
      return { data, id: emulator.dashboard.ids(kind === "campaign" ? "Campaign" : "AiAgent")[0] ?? "" };
    };
    const id = await created("id");
    expect(id.data).toBe(id.id);
    const text = await created("text");
    expect(text.data).toMatch(/^[A-Za-z]+ created successfully$/);
    const textWithId = await created("textWithId");
    expect(textWithId.data).toContain(textWithId.id);
    const object = await created("object");
    expect(object.data).toMatchObject({ id: object.id, name: kind === "campaign" ? campaign.name : agent.name });
    const nameless = await created("objectWithoutId");
    expect(nameless.data).toMatchObject({ status: "active" });
    expect(nameless.data).not.toHaveProperty("id");
    expect((await created("rows")).data).toBe(1);
  });

  it("an object as answer hides what reads hide", async () => {
    const emulator = await start({ personality: { campaignCreateData: "object" } });
    const { data } = await emulator.post("/campaigns/create", fullCampaign);
    expect(data).not.toHaveProperty("ai_agent_id");
  });

  it("update: a sentence for campaigns and the object for others, or one form for all", async () => {
    const updated = async (updateData: PersonalityPatch["updateData"] & string) => {
      const { emulator, id } = await shownUnder({ updateData });
      await emulator.post("/ai-agent/create", agent);
      const [agentOne = ""] = emulator.dashboard.ids("AiAgent");
      const ofCampaign = await emulator.post(`/campaigns/update/${id}`, { name: "b", status: "active" });
      const ofAgent = await emulator.post(`/ai-agent/update/${agentOne}`, { name: "b" });
      return { ofCampaign: ofCampaign.data, ofAgent: ofAgent.data, id, agentOne };
    };
    const usual = await updated("documented");
    expect(usual.ofCampaign).toBe("Campaign updated successfully");
    expect(usual.ofAgent).toMatchObject({ id: usual.agentOne, name: "b" });
    expect((await updated("text")).ofAgent).toBe("AiAgent updated successfully");
    const id = await updated("id");
    expect([id.ofCampaign, id.ofAgent]).toEqual([id.id, id.agentOne]);
    expect((await updated("object")).ofCampaign).toMatchObject({ name: "b" });
    expect((await updated("rows")).ofCampaign).toBe(1);
  });

  it.each([
    ["rows", 1],
    ["text", "Campaign deleted successfully"],
    ["null", null],
  ] as const)("delete: %s", async (deleteData, data) => {
    const { emulator, id } = await shownUnder({ deleteData });
    expect((await emulator.post(`/campaigns/delete/${id}`)).data).toBe(data);
  });
});

describe("ids in answers", () => {
  it("campaigns: in lists, by id, in both or nowhere", async () => {
    const both = await shownUnder({ campaignListIds: true, campaignReadIds: true });
    expect([both.inList["id"], both.byId["id"]]).toEqual([both.id, both.id]);
    const lists = await shownUnder({ campaignListIds: true });
    expect([lists.inList["id"], lists.byId["id"]]).toEqual([lists.id, undefined]);
    const nowhere = await shownUnder({ campaignCreateData: "text" });
    expect(JSON.stringify([nowhere.inList, nowhere.byId])).not.toContain(nowhere.id);
  });

  it("agents: lists may lack them, reads by id never do", async () => {
    const usual = await agentUnder({});
    expect([usual.inList["id"], usual.byId["id"]]).toEqual([usual.id, usual.id]);
    const bare = await agentUnder({ agentListIds: false });
    expect([bare.inList["id"], bare.byId["id"]]).toEqual([undefined, bare.id]);
  });

  it("phone numbers: with or without", async () => {
    const emulator = await start({ personality: { phoneNumberIds: true } });
    const { id } = emulator.dashboard.create("PhoneNumber", { phone_number: "+15555550100" });
    expect(await emulator.items("/phone_number")).toMatchObject([{ id }]);
    emulator.setPersonality("documented");
    expect((await emulator.items("/phone_number"))[0]).not.toHaveProperty("id");
  });
});

describe("what reads hide", () => {
  it.each([
    ["absent", undefined],
    ["null", null],
    ["shown", agentId],
  ] as const)("campaign references: %s", async (campaignReferences, expected) => {
    const { inList, byId } = await shownUnder({ campaignReferences });
    expect([inList["ai_agent_id"], byId["ai_agent_id"]]).toEqual([expected, expected]);
    expect(byId["webhook_id"]).toBe(expected === agentId ? webhookId : expected);
  });

  it("agent fields that are documented for create only", async () => {
    const fields = { ...agent, voice_id: "v1", vad_eos_timeout: 0 };
    expect((await agentUnder({}, fields)).byId).not.toHaveProperty("voice_id");
    expect((await agentUnder({ agentHiddenFields: "shown" }, fields)).byId).toMatchObject({
      voice_id: "v1",
      vad_eos_timeout: 0,
      begin_message: null,
    });
  });

  it("brief lists show the main fields only; reads by id show all", async () => {
    const { inList, byId } = await shownUnder({ listFields: "brief", campaignListIds: true });
    expect(Object.keys(inList).sort()).toEqual([
      "campaign_type",
      "created_at",
      "deleted_at",
      "id",
      "name",
      "status",
      "updated_at",
      "workspace",
    ]);
    expect(byId).toMatchObject({ time_zone: "UTC", days_of_week: [1, 2, 3] });
    const ofAgent = await agentUnder({ listFields: "brief" });
    expect(ofAgent.inList).not.toHaveProperty("prompt");
    expect(ofAgent.byId).toHaveProperty("prompt");
  });

  it("the dashboard shows everything all the same", async () => {
    const { emulator, id } = await shownUnder({ listFields: "brief" });
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject(fullCampaign);
  });
});

describe("empty and unset values", () => {
  const bare = { ...campaign, contacts_list_tags: [], webhook_mapping_variables: {} };

  it("unset fields: null, absent, or empty", async () => {
    expect((await shownUnder({})).byId).toMatchObject({ deleted_at: null });
    expect((await shownUnder({}, campaign)).byId).toMatchObject({ retry_delay: null, started_at: null });
    expect((await shownUnder({ unsetFields: "absent" }, campaign)).byId).not.toHaveProperty("retry_delay");
    expect((await shownUnder({ unsetFields: "empty" }, campaign)).byId).toMatchObject({
      retry_delay: [],
      webhook_mapping_variables: {},
      started_at: null,
    });
  });

  it("values that are empty come back as they are, or as null, or {} as []", async () => {
    expect((await shownUnder({}, bare)).byId).toMatchObject({
      notes: "",
      contacts_list_tags: [],
      webhook_mapping_variables: {},
    });
    expect((await shownUnder({ emptyTexts: "null" }, bare)).byId).toMatchObject({
      notes: null,
      contacts_list_tags: [],
    });
    expect((await shownUnder({ emptyArrays: "null" }, bare)).byId).toMatchObject({
      notes: "",
      contacts_list_tags: null,
    });
    expect((await shownUnder({ emptyObjects: "array" }, bare)).byId["webhook_mapping_variables"]).toEqual([]);
    expect((await shownUnder({ emptyObjects: "null" }, bare)).byId["webhook_mapping_variables"]).toBeNull();
  });

  it("a list without objects: [] or null", async () => {
    expect((await (await start()).get(campaigns)).data).toEqual([]);
    expect((await (await start({ personality: { emptyList: "null" } })).get(campaigns)).data).toBeNull();
  });

  it("what is inside free-form values is never touched", async () => {
    const { byId } = await shownUnder(
      { emptyTexts: "null", emptyArrays: "null", emptyObjects: "array", numbers: "text", arrayOrder: "reordered" },
      { ...campaign, contacts_list_source_metadata: { web: { a: "", b: [], c: {}, d: 1, e: [2, 1] } } },
    );
    expect(byId["contacts_list_source_metadata"]).toEqual({ web: { a: "", b: [], c: {}, d: 1, e: [2, 1] } });
  });
});

describe("spellings", () => {
  it("sets may be re-ordered; parallel lists never are", async () => {
    const one = await shownUnder({ arrayOrder: "reordered" });
    expect(one.byId).toMatchObject({ days_of_week: [3, 2, 1], contacts_list_tags: ["renewal", "vip"] });
    const two = await shownUnder(
      { arrayOrder: "reordered" },
      { ...fullCampaign, contacts_list_source: ["web", "manual"], number_of_call_attempts: [3, 5] },
    );
    expect(two.byId).toMatchObject({
      contacts_list_source: ["web", "manual"],
      contacts_list_tags: ["vip", "renewal"],
      number_of_call_attempts: [3, 5],
    });
    const flow = await webhookUnder({ arrayOrder: "reordered" });
    expect(flow["predefinedVariables"]).toEqual([...webhook.predefinedVariables].reverse());
  });

  it("tags and categories may be nested, one inner list a source", async () => {
    const one = await shownUnder({ contactLists: "nested" });
    expect(one.byId).toMatchObject({
      contacts_list_tags: [["vip", "renewal"]],
      contacts_list_categories: [["renewal"]],
      contacts_list_source: ["web"],
    });
    const two = await shownUnder(
      { contactLists: "nested" },
      { ...fullCampaign, contacts_list_source: ["web", "manual"] },
    );
    expect(two.byId["contacts_list_tags"]).toEqual([["vip"], ["renewal"]]);
  });

  it.each([
    ["merged", { a: 1, b: 2 }],
    ["array", [{ a: 1 }, { b: 2 }]],
    ["indexed", { 0: { a: 1 }, 1: { b: 2 } }],
  ] as const)("an agent's variables: %s", async (agentVariables, expected) => {
    const { byId } = await agentUnder({ agentVariables }, { ...agent, agent_dynamic_variables: [{ a: 1 }, { b: 2 }] });
    expect(byId["agent_dynamic_variables"]).toEqual(expected);
  });

  it("the workspace: its key, and slug or UUID", async () => {
    expect((await shownUnder({})).byId).toMatchObject({ workspace: "default" });
    expect((await agentUnder({})).byId).toMatchObject({ workspace_id: "default" });
    expect((await shownUnder({ workspaceKey: "workspace_id" })).byId).toMatchObject({ workspace_id: "default" });
    expect((await agentUnder({ workspaceKey: "workspace" })).byId).toMatchObject({ workspace: "default" });
    const { emulator, byId } = await shownUnder({ workspaceValue: "uuid" });
    expect(byId["workspace"]).toBe(emulator.dashboard.ids("Workspace")[0]);
    expect(await emulator.items(`/campaigns/by-workspace/${byId["workspace"] as string}`)).toHaveLength(1);
  });

  it.each([
    ["documented", "seconds", "scheduled", "POST"],
    ["upper", "SECONDS", "SCHEDULED", "POST"],
    ["lower", "seconds", "scheduled", "post"],
  ] as const)("webhook letter case: %s", async (webhookCase, unit, status, method) => {
    const flow = await webhookUnder({ webhookCase });
    expect(flow).toMatchObject({ retry_delay_unit: unit, status });
    expect(flow.steps[0]?.["webhook_method"]).toBe(method);
  });

  it("times with or without a zone, the window with or without seconds, days as days or as midnights", async () => {
    expect((await shownUnder({})).byId).toMatchObject({
      created_at: "2026-03-01T10:00:00.123Z",
      call_time_of_day_from: "09:00:00",
      started_at: "2026-12-01",
    });
    expect((await shownUnder({ times: "zoneless" })).byId["created_at"]).toBe("2026-03-01T10:00:00");
    expect((await shownUnder({ timeOfDay: "minutes" })).byId["call_time_of_day_from"]).toBe("09:00");
    expect((await shownUnder({ dates: "midnight" })).byId["started_at"]).toBe("2026-12-01T00:00:00.000Z");
    const flow = await webhookUnder({ times: "zoneless" });
    expect(flow.steps[0]?.["created_at"]).toMatch(/T\d\d:\d\d:\d\d$/);
  });

  it("numbers as text, down to a flow's steps", async () => {
    const { byId } = await shownUnder({ numbers: "text" });
    expect(byId).toMatchObject({ call_progress: "0", number_of_call_attempts: ["3"], days_of_week: ["1", "2", "3"] });
    const flow = await webhookUnder({ numbers: "text" });
    expect(flow).toMatchObject({ retry_delay: "30" });
    expect(flow.steps[0]).toMatchObject({ webhook_timeout: "10", step_number: "1" });
    expect(flow["predefinedVariables"]).toEqual(webhook.predefinedVariables);
  });
});

describe("filters of lists", () => {
  const two = async (personality: PersonalityPatch) => {
    const emulator = await start({ personality });
    for (const workspace of ["default", "sales"]) {
      emulator.dashboard.create("AiAgent", { ...agent, workspace });
      emulator.dashboard.create("Webhook", { name: "w", workspace });
      emulator.dashboard.create("PhoneNumber", { phone_number: "+15555550100", workspace });
    }
    return {
      agents: (await emulator.items("/ai-agent?workspace=sales")).length,
      webhooks: (await emulator.items("/webhooks?workspace=sales")).length,
      numbers: (await emulator.items("/phone_number?workspace=sales")).length,
    };
  };

  it("agents and webhooks heed the workspace, phone numbers do not", async () => {
    expect(await two({})).toEqual({ agents: 1, webhooks: 1, numbers: 2 });
  });

  it("or the other way round", async () => {
    expect(await two({ agentFilter: "ignored", webhookFilter: "ignored", phoneNumberFilter: "honoured" })).toEqual({
      agents: 2,
      webhooks: 2,
      numbers: 1,
    });
  });
});

describe("rules of writes", () => {
  it("newCampaignStatus", async () => {
    expect((await shownUnder({})).byId["status"]).toBe("active");
    expect((await shownUnder({ newCampaignStatus: "paused" })).byId["status"]).toBe("paused");
  });

  it("agentDefaults: unset fields are filled with the documentation's samples", async () => {
    expect((await agentUnder({})).byId).toMatchObject({ language: null });
    const { byId } = await agentUnder({ agentDefaults: "samples" }, { ...agent, voice_speed: 2 });
    expect(byId).toMatchObject({ language: "en-US", voice_speed: 2, responsiveness: 0.5, name: "Ada" });
  });

  it("updateRequiresStatus off: an update may carry a single field", async () => {
    const { emulator, id } = await shownUnder({ updateRequiresStatus: false });
    expect(await emulator.post(`/campaigns/update/${id}`, { notes: "n" })).toMatchObject({ status: "ok" });
    expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ notes: "n", name: campaign.name, status: "active" });
  });

  it("updateReplaces: what is left out is cleared, and nothing required may be left out", async () => {
    const { emulator, id } = await shownUnder({ updateReplaces: true });
    expect((await emulator.post(`/campaigns/update/${id}`, { name: "b", status: "active" })).message).toContain(
      "notes is required",
    );
    await emulator.post(`/campaigns/update/${id}`, {
      ...without(campaign, "workspace"),
      status: "paused",
      ended_at: "2027-01-31",
    });
    const stored = emulator.dashboard.get("Campaign", id);
    expect(stored).toMatchObject({ ...campaign, id, status: "paused", ended_at: "2027-01-31", call_progress: 0 });
    expect(stored).not.toHaveProperty("webhook_id");
    expect(stored).not.toHaveProperty("started_at");
  });

  it("duplicateNames refused: on create and on renaming, in the same workspace, until the first is deleted", async () => {
    const { emulator, id } = await shownUnder({ duplicateNames: "refused" });
    expect((await emulator.post("/campaigns/create", campaign)).message).toBe('name "Spring renewals" is taken');
    expect((await emulator.post("/campaigns/create", { ...campaign, workspace: "b" })).status).toBe("ok");
    expect((await emulator.post("/campaigns/create", { ...campaign, name: "b" })).status).toBe("ok");
    const renamed = { name: "b", status: "active" };
    expect((await emulator.post(`/campaigns/update/${id}`, renamed)).status).toBe("error");
    await emulator.post(`/campaigns/delete/${id}`);
    expect((await emulator.post("/campaigns/create", campaign)).status).toBe("ok");
  });

  it("unknownWorkspace refused: a workspace must have been created", async () => {
    const emulator = await start({ personality: { unknownWorkspace: "refused" } });
    const elsewhere = { ...campaign, workspace: "sales" };
    expect((await emulator.post("/campaigns/create", elsewhere)).status).toBe("error");
    expect((await emulator.get("/campaigns/by-workspace/sales")).status).toBe("error");
    await emulator.post("/workspace/create", { workspace_name: "Sales" });
    expect((await emulator.post("/campaigns/create", elsewhere)).status).toBe("ok");
  });

  it("unknownReferences refused: the agent must exist", async () => {
    const emulator = await start({ personality: { unknownReferences: "refused" } });
    expect((await emulator.post("/campaigns/create", campaign)).message).toContain(`AiAgent ${agentId} not found`);
    emulator.dashboard.create("AiAgent", { ...agent, id: agentId });
    expect((await emulator.post("/campaigns/create", campaign)).status).toBe("ok");
  });
});

describe("deletes", () => {
  it("deletedInLists shown: deleted objects stay, with deleted_at set", async () => {
    const { emulator, id } = await shownUnder({ deletedInLists: "shown" });
    await emulator.post(`/campaigns/delete/${id}`);
    expect(await emulator.items(campaigns)).toMatchObject([{ deleted_at: "2026-03-01T10:00:00.123Z" }]);
    expect((await emulator.get(`/campaigns/by-id/${id}`)).data).toMatchObject({
      deleted_at: "2026-03-01T10:00:00.123Z",
    });
    const ofAgent = await agentUnder({ deletedInLists: "shown" });
    await ofAgent.emulator.post(`/ai-agent/delete/${ofAgent.id}`);
    expect((await ofAgent.emulator.items("/ai-agent"))[0]).toHaveProperty("deleted_at");
  });

  it.each(["rows", "text", "null"] as const)(
    "deleteDoes claimed: a delete answers like one that is done (%s), and the object lives on",
    async (deleteData) => {
      const { emulator, id } = await shownUnder({ deleteData });
      const before = emulator.dashboard.get("Campaign", id);
      emulator.setPersonality({ deleteData, deleteDoes: "claimed" });
      const claimed = await emulator.post(`/campaigns/delete/${id}`);
      expect(emulator.dashboard.get("Campaign", id)).toEqual(before);
      expect(await emulator.items(campaigns)).toHaveLength(1);
      expect(await emulator.post("/campaigns/delete/none")).toMatchObject({ status: "error" });
      emulator.setPersonality({ deleteData });
      expect((await emulator.post(`/campaigns/delete/${id}`)).text).toBe(claimed.text);
    },
  );

  it.each([
    ["error", 200, "error", ""],
    ["404", 404, "error", ""],
    ["rows", 200, "ok", 0],
  ] as const)("of an absent object: %s", async (deleteOfAbsent, http, status, data) => {
    const emulator = await start({ personality: { deleteOfAbsent } });
    expect(await emulator.post("/campaigns/delete/none")).toMatchObject({ http, status, data });
  });
});

describe("routes", () => {
  it.each([
    ["404", 404],
    ["405", 405],
    ["200", 200],
  ] as const)("an absent route answers %s, and nothing happens", async (absentAnswer, http) => {
    const { emulator, id } = await shownUnder({ absentRoutes: ["campaign.delete"], absentAnswer });
    expect(await emulator.post(`/campaigns/delete/${id}`)).toMatchObject({ http, status: "error", data: "" });
    expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
  });

  it.each([
    ["current", { current: "ok", older: "error" }],
    ["older", { current: "error", older: "ok" }],
    ["both", { current: "ok", older: "ok" }],
  ] as const)("campaign update under the %s address", async (campaignUpdatePath, expected) => {
    const { emulator, id } = await shownUnder({ campaignUpdatePath });
    const body = { name: "b", status: "active" };
    expect({
      current: (await emulator.post(`/campaigns/update/${id}`, body)).status,
      older: (await emulator.post(`/campaign/update/${id}`, body)).status,
    }).toEqual(expected);
  });

  it("a moved route answers under its new address only", async () => {
    const { emulator, id } = await shownUnder({ routes: { "campaign.delete": "POST /campaigns/remove/{id}" } });
    expect((await emulator.post(`/campaigns/delete/${id}`)).http).toBe(404);
    expect(await emulator.post(`/campaigns/remove/${id}`)).toMatchObject({ status: "ok", data: 1 });
    expect(emulator.routes().filter(({ name }) => name === "campaign.delete")).toMatchObject([
      { path: "/campaigns/remove/{id}", mark: "inferred", present: true },
    ]);
  });
});
