import { agent, start, webhook } from "./client";

describe("an agent", () => {
  it("is created; the answer is the agent with its id, without the fields that are never read back", async () => {
    const emulator = await start();
    const { status, data } = await emulator.post("/ai-agent/create", {
      ...agent,
      voice_id: "v1",
      agent_dynamic_variables: [{ a: 1 }, { b: 2 }],
    });
    expect(status).toBe("ok");
    const [id] = emulator.dashboard.ids("AiAgent");
    expect(data).toMatchObject({
      id,
      name: "Ada",
      prompt: "You are Ada.",
      status: "active",
      workspace_id: "default",
      agent_dynamic_variables: { a: 1, b: 2 },
    });
    expect(data).not.toHaveProperty("voice_id");
    expect(data).not.toHaveProperty("created_at");
    expect(emulator.dashboard.get("AiAgent", id ?? "")).toMatchObject({ voice_id: "v1" });
    expect((await emulator.get(`/ai-agent/${id ?? ""}`)).data).toEqual(data);
    expect(await emulator.items("/ai-agent?workspace=default")).toEqual([data]);
  });

  it("is listed in its own workspace; without a filter that is `default`", async () => {
    const emulator = await start();
    await emulator.post("/ai-agent/create", { ...agent, workspace: "sales" });
    expect(await emulator.items("/ai-agent")).toEqual([]);
    expect(await emulator.items("/ai-agent?workspace=sales")).toMatchObject([{ name: "Ada", workspace_id: "sales" }]);
  });

  it("is updated and deleted over inferred routes", async () => {
    const emulator = await start();
    await emulator.post("/ai-agent/create", { ...agent, begin_message: "Hello" });
    const [id = ""] = emulator.dashboard.ids("AiAgent");
    const updated = await emulator.post(`/ai-agent/update/${id}`, { prompt: "Be brief.", begin_message: null });
    expect(updated.data).toMatchObject({ id, name: "Ada", prompt: "Be brief." });
    expect(emulator.dashboard.get("AiAgent", id)).not.toHaveProperty("begin_message");
    expect(await emulator.post(`/ai-agent/delete/${id}`)).toMatchObject({ status: "ok", data: 1 });
    expect(await emulator.items("/ai-agent")).toEqual([]);
  });

  it.each<[string, object]>([
    ["no prompt", { prompt: undefined }],
    ["no workspace", { workspace: undefined }],
    ["an object for its variables (they are written as a list)", { agent_dynamic_variables: { a: 1 } }],
    ["a field that is only read", { llm_temperature: 0.3 }],
    ["a text for a number", { voice_speed: "1" }],
  ])("with %s is refused", async (_, fields) => {
    const emulator = await start();
    expect(await emulator.post("/ai-agent/create", { ...agent, ...fields })).toMatchObject({ status: "error" });
  });
});

describe("a phone number", () => {
  it("is listed as the older documentation says: five fields, no id, no filter", async () => {
    const emulator = await start();
    emulator.dashboard.create("PhoneNumber", { phone_number: "+15555550100", nickname: "Main", workspace: "sales" });
    const [number] = await emulator.items("/phone_number");
    expect(Object.keys(number ?? {}).sort()).toEqual([
      "created_at",
      "nickname",
      "number_country_code",
      "phone_number",
      "updated_at",
    ]);
    expect(number).toMatchObject({ phone_number: "+15555550100", nickname: "Main", number_country_code: null });
  });

  it("is created, renamed and released over inferred routes; the number itself stays", async () => {
    const emulator = await start();
    const { data } = await emulator.post("/phone_number/create", { phone_number: "+15555550100" });
    const { id } = data as { id: string };
    await emulator.post(`/phone_number/update/${id}`, { nickname: "Line 2", phone_number: "+15555550100" });
    expect(emulator.dashboard.get("PhoneNumber", id)).toMatchObject({ nickname: "Line 2", workspace: "default" });
    const moved = await emulator.post(`/phone_number/update/${id}`, { phone_number: "+15555550101" });
    expect(moved.message).toContain("phone_number cannot be changed");
    await emulator.post(`/phone_number/delete/${id}`);
    expect(await emulator.items("/phone_number")).toEqual([]);
  });

  it("must be in E.164", async () => {
    const emulator = await start();
    expect(await emulator.post("/phone_number/create", { phone_number: "555-0100" })).toMatchObject({
      status: "error",
    });
  });
});

describe("a webhook flow", () => {
  it("is created over an inferred route and listed with ids, steps and history", async () => {
    const emulator = await start();
    expect(await emulator.post("/webhooks/create", webhook)).toMatchObject({ status: "ok" });
    const [flow] = await emulator.items("/webhooks");
    expect(flow).toMatchObject({
      id: emulator.dashboard.ids("Webhook")[0],
      workspace_id: "default",
      status: "scheduled",
      retry_delay_unit: "seconds",
      executions: [],
      deleted_at: null,
      predefinedVariables: webhook.predefinedVariables,
      variables: [{ name: "c", stepId: "1", dataType: "string", location: null, type: null, customValue: null }],
      steps: [{ ...webhook.steps[0], step_number: 1, webhook_body: null, deleted_at: null }],
    });
    const { steps } = flow as unknown as { steps: { id: string; created_at: string }[] };
    expect(steps[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(steps[0]?.created_at).toMatch(/Z$/);
  });

  it.each<[string, object]>([
    ["a step's id", { steps: [{ ...webhook.steps[0], id: "1" }] }],
    ["a step without an address", { steps: [{ webhook_method: "GET" }] }],
    ["a method in lower case", { steps: [{ ...webhook.steps[0], webhook_method: "post" }] }],
    ["snake_case where the wire has camelCase", { predefined_variables: [] }],
    ["its run history", { executions: [] }],
    ["a status", { status: "scheduled" }],
  ])("with %s is refused", async (_, fields) => {
    const emulator = await start();
    expect(await emulator.post("/webhooks/create", { ...webhook, ...fields })).toMatchObject({ status: "error" });
  });

  it("is updated field by field and deleted", async () => {
    const emulator = await start();
    await emulator.post("/webhooks/create", webhook);
    const [id = ""] = emulator.dashboard.ids("Webhook");
    const { data } = await emulator.post(`/webhooks/update/${id}`, { max_retries: 0, tag_name: "t" });
    expect(data).toMatchObject({ id, max_retries: 0, tag_name: "t", retry_delay: 30 });
    expect(await emulator.post(`/webhooks/delete/${id}`)).toMatchObject({ data: 1 });
    expect(await emulator.items("/webhooks")).toEqual([]);
  });
});

describe("a workspace", () => {
  it("is created, updated and deleted as documented: word `success`, rows as data", async () => {
    const emulator = await start();
    const created = await emulator.post("/workspace/create", { workspace_name: "Sales Team" });
    expect(created).toMatchObject({
      status: "success",
      data: { workspace_name: "Sales Team", workspace_slug: "sales-team" },
    });
    const { id } = created.data as { id: string };
    const updated = await emulator.post(`/workspace/update/${id}`, { workspace_name: "Sales" });
    expect(updated).toMatchObject({
      status: "success",
      data: { id, workspace_name: "Sales", workspace_slug: "sales-team" },
    });
    expect(await emulator.post(`/workspace/delete/${id}`)).toMatchObject({ status: "success", data: 1 });
    expect(await emulator.post(`/workspace/delete/${id}`)).toMatchObject({ status: "success", data: 0 });
    expect(await emulator.post("/workspace/create", {})).toMatchObject({ http: 200, status: "error" });
  });

  it("is refused where there is one of the name already, in the words that are documented", async () => {
    const emulator = await start();
    await emulator.post("/workspace/create", { workspace_name: "Sales" });
    expect(await emulator.post("/workspace/create", { workspace_name: "Sales" })).toMatchObject({
      http: 200,
      status: "error",
      message: "A workspace with this name already exists for your company.",
    });
  });

  it("can be named by its id wherever its slug can", async () => {
    const emulator = await start();
    const { data } = await emulator.post("/workspace/create", { workspace_name: "Sales" });
    const { id } = data as { id: string };
    await emulator.post("/ai-agent/create", { ...agent, workspace: id });
    expect(await emulator.items(`/ai-agent?workspace=${id}`)).toHaveLength(1);
    expect(await emulator.items("/ai-agent?workspace=sales")).toMatchObject([{ workspace_id: "sales" }]);
  });
});
