/** An object of the same name exists already: taken over if it is equal, or if the program says so; else refused. */
import type { Emulator, WireObject } from "../../../emulator";
import { kinds } from "../../../provider/kinds";
import type { Properties } from "../../../provider/kinds/normalForm";
import type { ListedKindName } from "../../../provider/kinds/schema";
import { toWire } from "../../../provider/kinds/wire";
import {
  AdoptionRefused,
  differences,
  notCompared,
  notShown,
  statusDiffers,
} from "../../../provider/lifecycle/adoption";
import { read } from "../../../provider/lifecycle/read";
import { secretsOf } from "../../../provider/lifecycle/secrets";
import { sideBySide } from "../../../provider/lifecycle/sideBySide";
import { create, deleteObject, ownerOf } from "../../support/lifecycle";
import { emptyMemory } from "../../support/memoryStore";
import { drift } from "../../../provider/lifecycle/drift";
import { checked, contextFor, emulate, failureOf, leastOf, sleep } from "../../support/context";

const rich: Readonly<Record<ListedKindName, object>> = {
  Campaign: {
    ...leastOf.Campaign,
    notes: "People whose contract ends",
    contactsListTags: ["vip"],
    startedAt: "2026-12-01",
  },
  AiAgent: { ...leastOf.AiAgent, description: "Answers", language: "en-US", responsiveness: 0.5 },
  PhoneNumber: { ...leastOf.PhoneNumber, nickname: "Desk" },
  Webhook: {
    ...leastOf.Webhook,
    maxRetries: 2,
    steps: [{ webhookUrl: "https://example.com/hook", webhookHeaders: { Authorization: "a-secret-of-the-program" } }],
  },
};

const differing: Readonly<Record<ListedKindName, WireObject>> = {
  Campaign: { notes: "Other people", contacts_list_tags: ["vip", "gold"] },
  AiAgent: { description: "Asks", responsiveness: 0.7 },
  PhoneNumber: { nickname: "Reception" },
  Webhook: {
    max_retries: 3,
    steps: [{ webhook_url: "https://example.com/hook", webhook_headers: { Authorization: "a-secret-of-the-account" } }],
  },
};

describe.each(["Campaign", "AiAgent", "PhoneNumber", "Webhook"] as const)("%s", (name) => {
  const kind = kinds[name];
  const inputs = checked(kind, rich[name] as Record<string, unknown>);
  const setUp = async (changes: WireObject) => {
    const emulator = await emulate({ personality: { campaignListIds: true, phoneNumberIds: true } });
    const { id } = emulator.dashboard.create(name, { ...(toWire(kind, inputs) as WireObject), ...changes });
    const writes = () => emulator.requests.filter(({ method }) => method === "POST");
    return { emulator, id, writes };
  };

  it("that is equal is taken over without a single write, and marked as taken over", async () => {
    const { emulator, id, writes } = await setUp({});
    const created = await create(contextFor(emulator), kind, inputs);
    expect(created.id).toBe(id);
    expect(created.state).toMatchObject(inputs);
    expect(created.state["__adopted"]).toEqual(expect.any(String));
    expect(writes()).toEqual([]);
  });

  it("that is equal in another spelling is taken over without a single write", async () => {
    const { emulator, id, writes } = await setUp({});
    emulator.setPersonality(`every-habit,campaignListIds=true,phoneNumberIds=true`);
    const created = await create(contextFor(emulator), kind, inputs);
    expect(created).toMatchObject({ id, state: inputs });
    expect(JSON.stringify(created.state)).not.toContain("***");
    expect(writes()).toEqual([]);
  });

  it("that differs beyond its spelling is refused, with what is live and nothing of the spelling", async () => {
    const { emulator, writes } = await setUp(differing[name]);
    emulator.setPersonality(`every-habit,secrets=partly,campaignListIds=true,phoneNumberIds=true`);
    const failure = await failureOf(create(contextFor(emulator), kind, inputs));
    expect(failure).toBeInstanceOf(AdoptionRefused);
    expect(failure.message).not.toMatch(/\*\*|_rev|&amp;/);
    expect(writes()).toEqual([]);
  });

  it("that differs is refused, with the differing fields and what to do, and left as it is", async () => {
    const { emulator, id, writes } = await setUp(differing[name]);
    const before = emulator.dashboard.get(name, id);
    const failure = await failureOf(create(contextFor(emulator), kind, inputs));
    expect(failure).toBeInstanceOf(AdoptionRefused);
    expect(failure.message).toContain(id);
    expect(failure.message).toContain("adopt: true");
    expect(failure.message).toContain("nothing was changed");
    for (const field of kind.written) {
      const isDifferent = differing[name][field.wireName] !== undefined;
      expect([field.name, new RegExp(`^  ${field.name}[ [.]`, "m").test(failure.message)]).toEqual([
        field.name,
        isDifferent,
      ]);
    }
    expect(writes()).toEqual([]);
    expect(emulator.dashboard.get(name, id)).toEqual(before);
  });

  it("that differs is taken over and made what the program says with `adopt`, in one write", async () => {
    const { emulator, id, writes } = await setUp(differing[name]);
    const context = contextFor(emulator);
    const created = await create(context, kind, { ...inputs, adopt: true });
    expect(created.id).toBe(id);
    // What was written over is told as a refusal would have shown it.
    const [told = "", ...others] = context.notes;
    expect(others).toEqual([]);
    expect(told).toMatch(
      /\(ID .+\) was taken over and made what the program says\. What was written over:\n {2}field +declared +before\n/,
    );
    for (const field of kind.written) {
      const isDifferent = differing[name][field.wireName] !== undefined;
      expect([field.name, new RegExp(`^  ${field.name}[ [.]`, "m").test(told)]).toEqual([field.name, isDifferent]);
    }
    expect(told).not.toContain("a-secret-of");
    expect(writes().map(({ operation }) => operation)).toEqual(["update"]);
    expect(emulator.dashboard.ids(name)).toEqual([id]);
    expect(emulator.dashboard.get(name, id)).toMatchObject(
      name === "Webhook" ? { max_retries: 2 } : (toWire(kind, inputs) as object),
    );
  });
});

it("shows secrets of neither side", async () => {
  const emulator = await emulate();
  const inputs = checked(kinds.Webhook, rich.Webhook as Record<string, unknown>);
  emulator.dashboard.create("Webhook", { ...(toWire(kinds.Webhook, inputs) as WireObject), ...differing.Webhook });
  const { message } = await failureOf(create(contextFor(emulator), kinds.Webhook, inputs));
  expect(message).toMatch(/^ {2}steps\[0\]\.webhookHeaders +\(secret\) +\(secret, differs\)$/m);
  expect(message).not.toContain("a-secret-of");
});

describe("what the program marks secret", () => {
  const setUp = async (name: ListedKindName, marked: readonly string[], changes: WireObject) => {
    const emulator = await emulate({ personality: { campaignListIds: true, phoneNumberIds: true } });
    const inputs = { ...checked(kinds[name], rich[name] as Record<string, unknown>), __secrets: marked };
    const { id } = emulator.dashboard.create(name, { ...(toWire(kinds[name], inputs) as WireObject), ...changes });
    return { emulator, inputs, id };
  };

  it("is shown of neither side, and is in no request", async () => {
    const { emulator, inputs } = await setUp("AiAgent", ["prompt"], { prompt: "You are the account's own." });
    const { message } = await failureOf(create(contextFor(emulator), kinds.AiAgent, inputs));
    expect(message).toMatch(/^ {2}prompt +\(secret\) +\(secret, differs\)$/m);
    expect(message).not.toMatch(/You are/);
    await create(contextFor(emulator), kinds.AiAgent, { ...inputs, adopt: true });
    expect(JSON.stringify(emulator.requests)).not.toContain("__secrets");
  });

  it("hides the whole of an input, a list of objects too", async () => {
    const steps = [{ webhook_url: "https://example.com/other" }];
    const { emulator, inputs } = await setUp("Webhook", ["steps"], { steps });
    const { message } = await failureOf(create(contextFor(emulator), kinds.Webhook, inputs));
    expect(message).toMatch(/^ {2}steps +\(secret\) +\(secret, differs\)$/m);
    expect(message).not.toContain("example.com");
  });

  it("is not the name of an object that messages speak of", async () => {
    const { emulator, inputs } = await setUp("Campaign", ["name"], { notes: "Other people" });
    const { message } = await failureOf(create(contextFor(emulator), kinds.Campaign, inputs));
    expect(message).toMatch(/^campaign \(secret name\) in workspace "default" exists already/);
    expect(message).not.toContain("Spring renewals");
  });
});

it("leaves the credentials of web addresses out, and says where only they differ", () => {
  const steps = (url: string): object => ({ steps: [{ webhookUrl: url }] });
  const rows = (declared: string, live: string): string =>
    sideBySide(drift(kinds.Webhook, steps(declared) as never, steps(live) as never), secretsOf(kinds.Webhook));
  const table = rows("https://a:b-pass@example.com/x?t=1234567", "https://a:c-pass@example.com/y?t=1234567");
  expect(table).toMatch(/"https:\/\/\[secret\]@example.com\/x\?t=\[secret\]" +"https:\/\/\[secret\]@example.com\/y/);
  expect(rows("https://example.com/x?t=1234567", "https://example.com/x?t=7654321")).toMatch(
    /"https:\/\/example.com\/x\?t=\[secret\]" +\(secret, differs\)$/,
  );
});

it("sets the differences side by side", () => {
  const declared = { notes: "a", contactsListTags: ["vip"], startedAt: "2026-12-01", daysOfWeek: ["monday"] };
  const live = { notes: "b".repeat(100), contactsListTags: [], startedAt: null, daysOfWeek: ["monday", "friday"] };
  expect(sideBySide(drift(kinds.Campaign, declared, live), secretsOf(kinds.Campaign, declared))).toMatchInlineSnapshot(`
   "  field             declared      live
     notes             "a"           "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…
     contactsListTags  ["vip"]       []
     daysOfWeek        ["monday"]    ["monday","friday"]
     startedAt         "2026-12-01"  (not set)"
  `);
});

it("shows long values from shortly before the place where they differ", () => {
  const step = (more: object): object => ({ stepNumber: 1, webhookUrl: "https://x.example/hook", ...more });
  const [first, second] = [step({ webhookMethod: "POST" }), step({ webhookMethod: "GET" })];
  const found = drift(kinds.Webhook, { steps: [first] }, { steps: [first, second] });
  const [, row = ""] = sideBySide(found, secretsOf(kinds.Webhook)).split("\n");
  expect(row).toMatch(/^ {2}steps {2}…\S*:"POST"\}\] {2}…\S*:"POST"\},\{"stepNumber":1,\S*…$/);
});

it("lines the columns up whatever signs a value has, and cuts no sign in two", () => {
  const phones = `x${"📞".repeat(40)}`;
  const declared = { campaignName: "春の更新", notes: phones, contactsListTags: ["고객"], description: "plain" };
  const live = { campaignName: "a", notes: "b", contactsListTags: ["c"], description: "d" };
  const found = Object.keys(declared).map((field) => ({
    field,
    declared: declared[field as keyof typeof declared],
    live: live[field as keyof typeof live],
  }));
  expect(sideBySide(found, secretsOf(kinds.Campaign)).split("\n")).toEqual([
    `  field             declared${" ".repeat(53)}live`,
    `  campaignName      "春の更新"${" ".repeat(51)}"a"`,
    `  notes             "x${"📞".repeat(28)}…  "b"`,
    `  contactsListTags  ["고객"]${" ".repeat(53)}["c"]`,
    `  description       "plain"${" ".repeat(54)}"d"`,
  ]);
});

it("does not take over a live status with the object: what somebody paused stays paused", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const inputs = checked(kinds.Campaign, rich.Campaign as Record<string, unknown>);
  const { id } = emulator.dashboard.create("Campaign", {
    ...(toWire(kinds.Campaign, inputs) as WireObject),
    status: "paused",
    notes: "Other",
  });
  const { state } = await create(contextFor(emulator), kinds.Campaign, { ...inputs, adopt: true });
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ status: "paused", notes: inputs["notes"] });
  expect(state["status"]).toBe("paused");
});

it("tells a status that it sets, and nothing where it had nothing to write over", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const inputs = checked(kinds.Campaign, { ...rich.Campaign, desiredStatus: "active", adopt: true });
  const { id } = emulator.dashboard.create("Campaign", {
    ...(toWire(kinds.Campaign, inputs) as WireObject),
    status: "paused",
  });
  const context = contextFor(emulator);
  await create(context, kinds.Campaign, inputs);
  expect(emulator.dashboard.get("Campaign", id)?.["status"]).toBe("active");
  expect(context.notes).toEqual([expect.stringMatching(/^ {2}desiredStatus +"active" +"paused"$/m)]);
  const again = contextFor(emulator);
  await create(again, kinds.Campaign, inputs);
  expect(again.notes).toEqual([]);
});

it("never sets a completed campaign calling again", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const inputs = checked(kinds.Campaign, { ...rich.Campaign, desiredStatus: "active", adopt: true });
  const { id } = emulator.dashboard.create("Campaign", {
    ...(toWire(kinds.Campaign, inputs) as WireObject),
    status: "completed",
    notes: "Other",
  });
  await create(contextFor(emulator), kinds.Campaign, inputs);
  expect(emulator.dashboard.get("Campaign", id)?.["status"]).toBe("completed");
});

it("cannot tell which of two is meant", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const inputs = checked(kinds.Campaign, rich.Campaign as Record<string, unknown>);
  const ids = [1, 2].map(() => emulator.dashboard.create("Campaign", toWire(kinds.Campaign, inputs) as WireObject).id);
  for (const adopt of [false, true]) {
    const { message } = await failureOf(create(contextFor(emulator), kinds.Campaign, { ...inputs, adopt }));
    for (const id of ids) expect(message).toContain(id);
    expect(message).toContain("Which one is meant cannot be told.");
  }
  expect(emulator.dashboard.ids("Campaign")).toEqual(ids);
});

describe("a list that shows all workspaces", () => {
  const kind = kinds.Webhook;
  const inputs = checked(kind, leastOf.Webhook);
  const everywhere = (): Promise<Emulator> =>
    emulate({ personality: { campaignListIds: true, webhookFilter: "ignored" } });
  const places = (emulator: Emulator): unknown[] => emulator.dashboard.list("Webhook").map((each) => each["workspace"]);

  it("does not have its objects confused with those of another workspace", async () => {
    const emulator = await everywhere();
    emulator.dashboard.create("Webhook", { name: "After the call", workspace: "team-a", max_retries: 9 });
    emulator.dashboard.create("Webhook", { name: "Another", workspace: "default" });
    const { id } = await create(contextFor(emulator), kind, inputs);
    expect(places(emulator)).toEqual(["team-a", "default", "default"]);
    expect(emulator.dashboard.get("Webhook", id)?.["workspace"]).toBe("default");
  });

  it("and has none of the one that was asked for may be another list: nothing is made on that", async () => {
    const emulator = await everywhere();
    emulator.dashboard.create("Webhook", { name: "Another", workspace: "default" });
    const sales = { ...inputs, workspace: "sales" };
    const { message } = await failureOf(create(contextFor(emulator), kind, sales));
    expect(message).toContain('asked for the workspace "sales", it shows objects of "default" and none of it');
    expect(message).toContain('set the route "webhook.list" in callab:routes');
    expect(message).toContain('If it is not there: set `existingId: "none"` for one run');
    expect(places(emulator)).toEqual(["default"]);
  });

  it("but the first one there is made where the program says that there is none, and the last one is deleted", async () => {
    const emulator = await everywhere();
    emulator.dashboard.create("Webhook", { name: "Another", workspace: "default" });
    const sales = { ...inputs, workspace: "sales" };
    const { id, state } = await create(contextFor(emulator), kind, { ...sales, existingId: "none" });
    expect(places(emulator)).toEqual(["default", "sales"]);
    expect(await read(contextFor(emulator), kind, id, state)).toMatchObject({ id });
    await deleteObject(contextFor(emulator), kind, id, state);
    expect(places(emulator)).toEqual(["default"]);
  });

  it("has its last agent deleted, seen to be gone and made anew: a read by the ID says so", async () => {
    const emulator = await emulate({ personality: { agentFilter: "ignored" } });
    emulator.dashboard.create("AiAgent", { name: "Other", prompt: "x", workspace: "default" });
    const memory = emptyMemory();
    const run = () => contextFor(emulator, { memory });
    const first = checked(kinds.AiAgent, { ...leastOf.AiAgent, workspace: "sales", existingId: "none" });
    const ada = await create(run(), kinds.AiAgent, first, ownerOf("ada"));
    await sleep(3_600_000);
    await deleteObject(run(), kinds.AiAgent, ada.id, ada.state, ownerOf("ada"));
    const again = await create(run(), kinds.AiAgent, first, ownerOf("ada"));
    await sleep(3_600_000);
    emulator.dashboard.delete("AiAgent", again.id);
    expect(await read(run(), kinds.AiAgent, again.id, again.state)).toBeUndefined();
    await create(run(), kinds.AiAgent, first, ownerOf("ada"));
    expect(emulator.dashboard.list("AiAgent").map((each) => each["workspace"])).toEqual(["default", "sales"]);
  });

  it("makes no second one of a create without an answer, whatever the program goes on to say", async () => {
    const emulator = await everywhere();
    emulator.dashboard.create("Webhook", { name: "Another", workspace: "default" });
    const told = { ...inputs, workspace: "sales", existingId: "none" };
    const memory = emptyMemory();
    emulator.addFault({ fault: "dropBefore", match: { operation: "create" } });
    await failureOf(create(contextFor(emulator, { memory }), kind, told));
    const { message } = await failureOf(create(contextFor(emulator, { memory }), kind, told));
    expect(message).toContain("nothing is concluded");
    expect(places(emulator)).toEqual(["default"]);
  });
});

it("writes the secrets again that a mask hides, where the program says that the object is its own", async () => {
  const kind = kinds.Webhook;
  const inputs = checked(kind, { ...rich.Webhook, adopt: true });
  const emulator = await emulate({ personality: "every-habit" });
  const other = [{ webhook_url: "https://example.com/hook", webhook_headers: { Authorization: "of the account" } }];
  const { id } = emulator.dashboard.create("Webhook", { ...(toWire(kind, inputs) as WireObject), steps: other });
  await create(contextFor(emulator), kind, inputs);
  expect(emulator.dashboard.get("Webhook", id)).toMatchObject({
    steps: [{ webhook_headers: { Authorization: "a-secret-of-the-program" } }],
  });
});

describe("the differences of lists of objects", () => {
  const webhook = kinds.Webhook;
  const table = (declared: object, live: object): string[] =>
    sideBySide(drift(webhook, declared as Properties, live as Properties), secretsOf(webhook))
      .split("\n")
      .slice(1);
  const step = { webhookUrl: "https://a.example", retryLimit: 1, webhookHeaders: { Authorization: "ours" } };

  it("are shown field by field where as many are live, and only those fields that the program sets", () => {
    const other = { ...step, retryLimit: 2, webhookMethod: "GET", webhookHeaders: { Authorization: "theirs" } };
    expect(table({ steps: [step, step] }, { steps: [step, other] })).toEqual([
      "  steps[1].retryLimit      1         2",
      "  steps[1].webhookHeaders  (secret)  (secret, differs)",
    ]);
    expect(table({ steps: [step] }, { steps: [null] }).map((line) => line.split(/ {2,}/)[3])).toEqual([
      "(not shown)",
      "(not shown)",
    ]);
    expect(table({ steps: [step] }, { steps: [{ ...step, webhookHeaders: null }] })).toEqual([
      "  steps[0].webhookHeaders  (secret)  (not set)",
    ]);
  });

  it("are shown as a whole where there are more or fewer, without what is secret in them", () => {
    const [row, ...others] = table({ steps: [{ webhookHeaders: { a: "ours" }, retryLimit: 1 }] }, { steps: [] });
    expect(row).toBe('  steps  [{"webhookHeaders":"(secret)","retryLimit":1}]  []');
    expect(others).toEqual([]);
  });

  it("show nothing of what is not of the form of such a list: a secret may be anywhere in it", () => {
    const asText = { steps: JSON.stringify([{ webhook_headers: { Authorization: "of somebody" } }]) };
    expect(table({ steps: [{ retryLimit: 1 }] }, asText)).toEqual(['  steps  [{"retryLimit":1}]  (secret)']);
  });

  it("show no secret of the program in another field", () => {
    const declared = { tagName: "a", steps: [{ webhookHeaders: { Authorization: "hush-4711-hush" } }] };
    const secrets = secretsOf(webhook, declared);
    const rows = sideBySide(drift(webhook, declared, { tagName: `${"x".repeat(50)}hush-4711-hush` }), secrets);
    expect(rows).toContain("tagName");
    expect(rows).not.toContain("hush");
  });

  it("are shown as a whole where their order means nothing", () => {
    const declared = [
      { name: "a", value: 1 },
      { name: "b", value: null },
    ];
    const live = [
      { name: "b", value: 2 },
      { name: "a", value: 1 },
    ];
    expect(table({ predefinedVariables: declared }, { predefinedVariables: live })).toHaveLength(1);
  });

  it("are cut where they are long, and otherwise whole", () => {
    const long = (length: number): string => "x".repeat(length);
    const line = (length: number): string =>
      sideBySide([{ field: "notes", declared: "a", live: long(length) }], secretsOf(kinds.Campaign))
        .split("\n")
        .at(-1) ?? "";
    expect(line(58)).toBe(`  notes  "a"       "${long(58)}"`);
    expect(line(59)).toBe(`  notes  "a"       "${long(58)}…`);
  });
});

it("says of a field nobody knows what it is, as it is", () => {
  const found = { field: "later", declared: { a: 1 }, live: undefined };
  expect(sideBySide([found], secretsOf(kinds.Campaign))).toBe(
    '  field  declared  live\n  later  {"a":1}   (not shown)',
  );
});

describe("what cannot be compared", () => {
  const declared = { name: "n", workspace: "default", notes: "a", contactsListTags: ["vip"], aiAgentId: "x" };

  it("is not taken for equal where the API is said to show it and something is declared", () => {
    const found = notShown(kinds.Campaign, { ...declared, startedAt: "", contactsListCategories: [] }, { name: "n" });
    expect(found).toEqual([
      { field: "notes", class: "configuration", declared: "a", live: undefined },
      { field: "contactsListTags", class: "configuration", declared: ["vip"], live: undefined },
    ]);
    expect(notShown(kinds.Campaign, declared, { name: "n", notes: null, contactsListTags: [] })).toEqual([]);
  });

  it("is all that is declared and not shown, but for the workspace, by which it was asked for", () => {
    expect(notCompared(kinds.Campaign, declared, { name: "n", notes: null })).toEqual([
      "contactsListTags",
      "aiAgentId",
    ]);
  });
});

it.each<[string, object, object, object[]]>([
  ["another status", { desiredStatus: "active" }, { status: "paused" }, [{ declared: "active", live: "paused" }]],
  ["no status", { desiredStatus: "active" }, {}, [{ declared: "active", live: undefined }]],
  ["the wanted status", { desiredStatus: "active" }, { status: "active" }, []],
  ["no status, where the program wants none", {}, {}, []],
  ["a status, where the program wants none", {}, { status: "paused" }, []],
])("knows what %s means to who would take a campaign over", (_title, declared, live, expected) => {
  const found = statusDiffers(kinds.Campaign, declared as Properties, { notes: "b", ...live });
  expect(found).toEqual(expected.map((entry) => ({ field: "desiredStatus", class: "configuration", ...entry })));
  expect(differences(kinds.Campaign, { ...declared, notes: "a" }, { notes: "b", ...live })).toMatchObject([
    { field: "notes" },
  ]);
});

it("of a kind without a status is not asked for one", () => {
  expect(statusDiffers(kinds.AiAgent, { desiredStatus: "active" }, {})).toEqual([]);
});

it.each([
  ["Campaign", { campaign_type: "inbound" }, "without being made anew", "give this one another name"],
  ["Campaign", { notes: "Other" }, "set `adopt: true`", "give this one another name"],
  ["PhoneNumber", { nickname: "Other" }, "set `adopt: true`", "leave these fields out of the program"],
] as const)("a %s that differs in %j is refused with the ways out that there are", async (name, other, ...ways) => {
  const kind = kinds[name];
  const emulator = await emulate({ personality: { campaignListIds: true, phoneNumberIds: true } });
  const inputs = checked(kind, rich[name] as Record<string, unknown>);
  emulator.dashboard.create(name, { ...(toWire(kind, inputs) as WireObject), ...other });
  const { message } = await failureOf(create(contextFor(emulator), kind, inputs));
  for (const way of ways) expect(message).toContain(way);
  const everyWay = ["without being made anew", "set `adopt: true`", "another name", "leave these fields out"];
  expect(everyWay.filter((way) => message.includes(way))).toHaveLength(2);
});

it("with `adopt` is refused all the same where it would have to be made anew", async () => {
  const emulator = await emulate({ personality: { campaignListIds: true } });
  const inputs = checked(kinds.Campaign, rich.Campaign as Record<string, unknown>);
  const wire = { ...(toWire(kinds.Campaign, inputs) as WireObject), notes: "Other", campaign_type: "inbound" };
  const { id } = emulator.dashboard.create("Campaign", wire);
  const failure = await failureOf(create(contextFor(emulator), kinds.Campaign, { ...inputs, adopt: true }));
  expect(failure).toBeInstanceOf(AdoptionRefused);
  expect(emulator.dashboard.get("Campaign", id)).toMatchObject({ campaign_type: "inbound" });
});
