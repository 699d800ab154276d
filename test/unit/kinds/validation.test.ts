/** All that is wrong with a program's inputs, at once, each with its path, its value, the rule and a way out. */
import { kinds } from "../../../provider/kinds";
import { describe as inWords, type Diagnostic } from "../../../provider/words/diagnostic";
import { kindNames, type KindName, type KindSchema, type SchemaNode } from "../../../provider/kinds/schema";
import { UNKNOWN } from "../../../provider/values/unknown";
import { check } from "../../../provider/lifecycle/check";
import { leastOf } from "../../support/context";

const now = new Date("2026-11-01T12:00:00Z");

const findings = (kind: KindName, inputs: object): readonly Diagnostic[] =>
  check(kinds[kind], { ...leastOf[kind], ...inputs }, { workspace: "default", now }).diagnostics;

const errors = (kind: KindName, inputs: object): string[] =>
  findings(kind, inputs)
    .filter(({ severity }) => severity === "error")
    .map((entry) => `${entry.property}: ${inWords(entry)}`);

const warnings = (kind: KindName, inputs: object): string[] =>
  findings(kind, inputs)
    .filter(({ severity }) => severity === "warning")
    .map((entry) => `${entry.property}: ${inWords(entry)}`);

it.each(kindNames)("%s: the least a program must declare is enough", (kind) => {
  expect(errors(kind, {})).toEqual([]);
});

describe("messages", () => {
  it("for every kind of mistake in a campaign", () => {
    const mistakes = {
      name: "",
      notes: 7,
      campaignType: "outbund",
      contactsListSource: "web",
      contactsListTags: ["vip", 3],
      contactsListSourceMetadata: ["web"],
      webhookId: "my-webhook",
      aiAgentId: "Ada",
      callTimeOfDayFrom: "9am",
      callTimeOfDayTo: "24:00",
      numberOfCallAttempts: [1.5, "3"],
      retryDelay: 60,
      daysOfWeek: ["munday", 9],
      timeZone: "EST5",
      startedAt: "2026-02-30",
      endedAt: "2026/12/31",
      workspace: "my workspace",
      desiredStatus: "activ",
      adopt: "true",
      deletionPolicy: "delet",
      existingId: "Spring renewals",
      timezone: "UTC",
      colour: "red",
    };
    expect(errors("Campaign", mistakes).join("\n")).toMatchInlineSnapshot(`
     "timezone: is not a known property; did you mean "timeZone"?
     colour: is not a known property; known are name, notes, campaignType, contactsListSource, contactsListTags, contactsListCategories, contactsListSourceMetadata, agentVariablesContactMetadataMapping, webhookId, aiAgentId, callTimeOfDayFrom, callTimeOfDayTo, numberOfCallAttempts, retryDelay, retryDelayUnit, daysOfWeek, timeZone, inboundPhoneNumberId, outboundPhoneNumberId, startedAt, endedAt, webhookMappingVariables, webhookMappingVariablesSources, workspace, desiredStatus, adopt, deletionPolicy, existingId, allowAllContacts, acceptedWarnings
     name: must not be empty
     notes: 7 must be a text
     campaignType: "outbund" is not one of the possible values; did you mean "outbound"?
     contactsListSource: "web" must be a list or null; did you mean ["web"]?
     contactsListTags[1]: 3 must be a text
     contactsListSourceMetadata: ["web"] must be an object
     webhookId: "my-webhook" is not an ID: the API takes a UUID here; pass the \`id\` of the webhook that the program has, or of what \`getWebhook\` finds by name
     aiAgentId: "Ada" is not an ID: the API takes a UUID here; pass the \`id\` of the agent that the program has, or of what \`getAiAgent\` finds by name
     callTimeOfDayFrom: "9am" is not a time of day from 00:00:00 to 23:59:59; did you mean "09:00:00"?
     callTimeOfDayTo: "24:00" is not a time of day from 00:00:00 to 23:59:59; the last second of a day is "23:59:59", and the first "00:00:00"
     numberOfCallAttempts[0]: 1.5 must be a whole number
     numberOfCallAttempts[1]: "3" must be a whole number; write 3 without quotes
     retryDelay: 60 must be a list; did you mean [60]?
     daysOfWeek[0]: "munday" is not a day of the week; did you mean "monday"?
     daysOfWeek[1]: 9 is not a day of the week; use a name, its first three letters, or 0 (Sunday) to 6 (Saturday)
     timeZone: "EST5" is not the name of a time zone; abbreviations are ambiguous; did you mean "America/New_York"?
     startedAt: "2026-02-30" is not a day of the calendar in the form YYYY-MM-DD
     endedAt: "2026/12/31" is not a day of the calendar in the form YYYY-MM-DD; did you mean "2026-12-31"?
     workspace: "my workspace" is not a valid slug
     desiredStatus: "activ" is not one of the possible values; did you mean "active"?
     adopt: "true" must be true or false; write true without quotes
     deletionPolicy: "delet" is not one of the possible values; did you mean "delete"?
     existingId: "Spring renewals" is neither the ID of an object, which is a UUID, nor "none"; copy the ID from the dashboard, or from the message that asked for it"
    `);
  });

  it("for what is missing", () => {
    const nothing = check(kinds.Campaign, {}, { workspace: "default", now }).diagnostics;
    expect(
      nothing.filter(({ severity }) => severity === "error").map((entry) => `${entry.property}: ${inWords(entry)}`),
    ).toEqual([
      "name: is required",
      "notes: is required",
      "campaignType: is required",
      "aiAgentId: is required",
      "daysOfWeek: is required",
      "timeZone: is required",
    ]);
  });

  it("inside the steps of a flow", () => {
    const steps = [
      { webhookUrl: "https://example.com" },
      {
        webhookUrl: "example.com/hook",
        webhookMethod: "PATCH",
        retryLimit: "3",
        webhookHeader: {},
        webhookHeaders: "x",
      },
      { webhookMethod: "GET" },
      "https://example.com",
    ];
    expect(errors("Webhook", { steps, variables: [{ datatype: "string" }] }).join("\n")).toMatchInlineSnapshot(`
     "steps[1].webhookHeader: is not a known property; did you mean "webhookHeaders"?
     steps[1].webhookUrl: is not a web address that starts with https:// or http://
     steps[1].webhookMethod: "PATCH" is not one of the possible values; use "GET", "POST", "PUT", "DELETE"
     steps[1].retryLimit: "3" must be a whole number; write 3 without quotes
     steps[1].webhookHeaders: must be an object or null
     steps[2].webhookUrl: is required
     steps[3]: "https://example.com" must be an object
     variables[0].name: is required
     variables[0].datatype: is not a known property; did you mean "dataType"?"
    `);
  });

  it("for numbers of phones", () => {
    const message = (phoneNumber: unknown): string => errors("PhoneNumber", { phoneNumber }).join("\n");
    expect(
      ["020 7946 0958", "00442079460958", "442079460958", "+1555", "+99912345678", "call me", "", 442079460958]
        .map(message)
        .join("\n"),
    ).toMatchInlineSnapshot(`
     "phoneNumber: "020 7946 0958" is not a phone number in international form (E.164): + and the country code first; such as "+442079460958"
     phoneNumber: "00442079460958" is not a phone number in international form (E.164): + and the country code first; did you mean "+442079460958"?
     phoneNumber: "442079460958" is not a phone number in international form (E.164): + and the country code first; did you mean "+442079460958"?
     phoneNumber: "+1555" cannot be a phone number: the length is wrong for its country
     phoneNumber: "+99912345678" cannot be a phone number: the length is wrong for its country
     phoneNumber: "call me" is not a phone number in international form (E.164): + and the country code first; such as "+442079460958"
     phoneNumber: "" is not a phone number in international form (E.164): + and the country code first; such as "+442079460958"
     phoneNumber: 442079460958 must be a text"
    `);
  });

  it("for IDs of objects that exist", () => {
    const id = "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01";
    const message = (existingId: unknown): string => errors("Webhook", { existingId }).join("\n");
    expect([id, id.toUpperCase(), "none"].map(message)).toEqual(["", "", ""]);
    expect(
      [
        ` ${id}\n`,
        `{${id.toUpperCase()}}`,
        `https://example.com/webhooks/${id}?tab=steps`,
        `${id}, ${id.replace("01", "02")}`,
        `${id}0`,
        "None",
        "nnoe",
        "no",
        "",
        "12",
        12,
      ]
        .map(message)
        .join("\n"),
    ).toMatchInlineSnapshot(`
     "existingId: " 0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01\\n" is neither the ID of an object, which is a UUID, nor "none"; did you mean "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01"?
     existingId: "{0B3C1C1E-8A51-4F0E-9D39-0E6F5F6F1A01}" is neither the ID of an object, which is a UUID, nor "none"; did you mean "0B3C1C1E-8A51-4F0E-9D39-0E6F5F6F1A01"?
     existingId: "https://example.com/webhooks/0b3c1c1e-8a51-4f0e-9d39-0e6f5… is neither the ID of an object, which is a UUID, nor "none"; did you mean "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01"?
     existingId: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01, 0b3c1c1e-8a51-4f0e-9… is neither the ID of an object, which is a UUID, nor "none"; copy the ID from the dashboard, or from the message that asked for it
     existingId: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a010" is neither the ID of an object, which is a UUID, nor "none"; copy the ID from the dashboard, or from the message that asked for it
     existingId: "None" is neither the ID of an object, which is a UUID, nor "none"; did you mean "none"?
     existingId: "nnoe" is neither the ID of an object, which is a UUID, nor "none"; did you mean "none"?
     existingId: "no" is neither the ID of an object, which is a UUID, nor "none"; copy the ID from the dashboard, or from the message that asked for it
     existingId: "" is neither the ID of an object, which is a UUID, nor "none"; copy the ID from the dashboard, or from the message that asked for it
     existingId: "12" is neither the ID of an object, which is a UUID, nor "none"; copy the ID from the dashboard, or from the message that asked for it
     existingId: 12 must be a text"
    `);
  });

  it("for zones", () => {
    const message = (timeZone: string): string => errors("Campaign", { timeZone }).join("\n");
    expect(
      [
        "EST5",
        "+02:00",
        "UTC+1",
        "GMT-5",
        "PST",
        "BST",
        "ACT",
        "CET ",
        "Paris",
        "New York",
        "Europe/Pari",
        "Europa/Paris",
        "nowhere at all",
        "",
      ]
        .map(message)
        .join("\n"),
    ).toMatchInlineSnapshot(`
     "timeZone: "EST5" is not the name of a time zone; abbreviations are ambiguous; did you mean "America/New_York"?
     timeZone: "+02:00" is not the name of a time zone; an offset knows no daylight saving, so calls would move by an hour twice a year; use the name of a place in the zone, such as "Europe/Paris" or "America/New_York"
     timeZone: "UTC+1" is not the name of a time zone; an offset knows no daylight saving, so calls would move by an hour twice a year; use the name of a place in the zone, such as "Europe/Paris" or "America/New_York"
     timeZone: "GMT-5" is not the name of a time zone; an offset knows no daylight saving, so calls would move by an hour twice a year; use the name of a place in the zone, such as "Europe/Paris" or "America/New_York"
     timeZone: "PST" is not the name of a time zone; abbreviations are ambiguous; did you mean "America/Los_Angeles"?
     timeZone: "BST" is not the name of a time zone; abbreviations are ambiguous; did you mean "Europe/London"?
     timeZone: "ACT" is not the name of a time zone; use an IANA name such as "Europe/Paris" or "UTC"
     timeZone: "CET " is not the name of a time zone; abbreviations are ambiguous; did you mean "Europe/Paris"?
     timeZone: "Paris" is not the name of a time zone; did you mean "Europe/Paris"?
     timeZone: "New York" is not the name of a time zone; did you mean "America/New_York"?
     timeZone: "Europe/Pari" is not the name of a time zone; did you mean "Europe/Paris"?
     timeZone: "Europa/Paris" is not the name of a time zone; did you mean "Europe/Paris"?
     timeZone: "nowhere at all" is not the name of a time zone; use an IANA name such as "Europe/Paris" or "UTC"
     timeZone: "" is not the name of a time zone; use an IANA name such as "Europe/Paris" or "UTC""
    `);
  });

  it("for times and days", () => {
    const time = (callTimeOfDayFrom: string): string => errors("Campaign", { callTimeOfDayFrom }).join("\n");
    const day = (startedAt: string): string => errors("Campaign", { startedAt }).join("\n");
    expect(
      [
        ...["9", "9am", "12am", "12 pm", "9.30", "13pm", "25:00", "24:00", "9:5", "noon"].map(time),
        ...["2026-2-3", "2026/12/31", "31.12.2026", "2026-13-01", "2027-02-29", "tomorrow", "2026-12-01T00:00:00Z"].map(
          day,
        ),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
     "callTimeOfDayFrom: "9" is not a time of day from 00:00:00 to 23:59:59; did you mean "09:00:00"?
     callTimeOfDayFrom: "9am" is not a time of day from 00:00:00 to 23:59:59; did you mean "09:00:00"?
     callTimeOfDayFrom: "12am" is not a time of day from 00:00:00 to 23:59:59; did you mean "00:00:00"?
     callTimeOfDayFrom: "12 pm" is not a time of day from 00:00:00 to 23:59:59; did you mean "12:00:00"?
     callTimeOfDayFrom: "9.30" is not a time of day from 00:00:00 to 23:59:59; did you mean "09:30:00"?
     callTimeOfDayFrom: "13pm" is not a time of day from 00:00:00 to 23:59:59; did you mean "13:00:00"?
     callTimeOfDayFrom: "25:00" is not a time of day from 00:00:00 to 23:59:59; the last second of a day is "23:59:59", and the first "00:00:00"
     callTimeOfDayFrom: "24:00" is not a time of day from 00:00:00 to 23:59:59; the last second of a day is "23:59:59", and the first "00:00:00"
     callTimeOfDayFrom: "9:5" is not a time of day from 00:00:00 to 23:59:59; write it as "09:30"
     callTimeOfDayFrom: "noon" is not a time of day from 00:00:00 to 23:59:59; did you mean "12:00:00"?
     startedAt: "2026-2-3" is not a day of the calendar in the form YYYY-MM-DD; did you mean "2026-02-03"?
     startedAt: "2026/12/31" is not a day of the calendar in the form YYYY-MM-DD; did you mean "2026-12-31"?
     startedAt: "31.12.2026" is not a day of the calendar in the form YYYY-MM-DD
     startedAt: "2026-13-01" is not a day of the calendar in the form YYYY-MM-DD
     startedAt: "2027-02-29" is not a day of the calendar in the form YYYY-MM-DD
     startedAt: "tomorrow" is not a day of the calendar in the form YYYY-MM-DD
     startedAt: "2026-12-01T00:00:00Z" is not a day of the calendar in the form YYYY-MM-DD; did you mean "2026-12-01"?"
    `);
  });

  it("for a word near one seen before: told, never refused", () => {
    expect(errors("AiAgent", { status: "activ", whoTalksFirst: "user", chunkerMode: "stabel" })).toEqual([]);
    expect(warnings("AiAgent", { status: "activ", whoTalksFirst: "user", chunkerMode: "stabel" })).toEqual([
      'status: "activ" is not a value seen so far; did you mean "active"?',
      'chunkerMode: "stabel" is not a value seen so far; did you mean "stable"?',
    ]);
  });
});

describe("did you mean", () => {
  it("is asked for the one that begins alike, of two equally near", () => {
    expect(errors("Campaign", { daysOfWeek: ["munday"] }).join()).toContain('did you mean "monday"?');
    expect(errors("Campaign", { daysOfWeek: ["sonday"] }).join()).toContain('did you mean "sunday"?');
  });

  it.each<[KindName, string, string]>([
    ["Campaign", "ai_agent_id", "aiAgentId"],
    ["Campaign", "agentId", "aiAgentId"],
    ["Campaign", "AIAgentId", "aiAgentId"],
    ["Campaign", "daysOfWeeks", "daysOfWeek"],
    ["Campaign", "timezone", "timeZone"],
    ["Campaign", "contactListTags", "contactsListTags"],
    ["AiAgent", "promt", "prompt"],
    ["PhoneNumber", "phone_number", "phoneNumber"],
    ["Webhook", "step", "steps"],
  ])("%s: %s → %s", (kind, written, meant) => {
    expect(errors(kind, { [written]: "x" }).join()).toContain(`did you mean "${meant}"?`);
  });

  it("offers what a program may set, not what only the API reports", () => {
    expect(errors("Campaign", { statu: "active" }).join()).not.toContain('"status"');
  });
});

describe("what is secret", () => {
  it("is in no message", () => {
    const secret = "sk-very-secret-value";
    const steps = [{ webhookUrl: `https://user:${secret}@`, webhookHeaders: secret }];
    const all = findings("Webhook", { steps });
    expect(all.length).toBeGreaterThan(1);
    expect(JSON.stringify(all)).not.toContain(secret);
  });
});

describe("a mask where a secret belongs", () => {
  const headers = (webhookHeaders: unknown) => ({
    steps: [{ stepNumber: 1, webhookMethod: "POST", webhookUrl: "https://example.com", webhookHeaders }],
  });
  it.each([["********"], ["Bear****cret"], ["[REDACTED]"], ["••••••"]])("is refused: %s", (mask) => {
    expect(errors("Webhook", headers({ Authorization: mask }))).toEqual([
      "steps[0].webhookHeaders.Authorization: is a mask, as answers and pages show it, and not the secret; write the secret itself",
    ]);
  });
  it.each([[{ Authorization: "Bearer s3cret", Accept: "*/*" }], [UNKNOWN], [{ Authorization: UNKNOWN }]])(
    "is none of these: %j",
    (webhookHeaders) => {
      expect(errors("Webhook", headers(webhookHeaders))).toEqual([]);
    },
  );
});

describe("values that are not known yet", () => {
  function* places(node: SchemaNode, value: unknown): Generator {
    yield UNKNOWN;
    if (node.items !== undefined) {
      yield [UNKNOWN];
      if (Array.isArray(value)) yield [...(value as unknown[]), UNKNOWN];
      if (node.items.properties !== undefined)
        for (const name of Object.keys(node.items.properties))
          yield [Object.fromEntries([...(node.items.required ?? []).map((key) => [key, UNKNOWN]), [name, UNKNOWN]])];
    }
    if (node.freeForm === true) yield { deep: [{ deeper: UNKNOWN }] };
  }

  const fieldsOf = (kind: KindSchema): [string, SchemaNode][] => kind.inputs.map(({ name, node }) => [name, node]);

  it.each(kindNames.flatMap((kind) => fieldsOf(kinds[kind]).map(([name, node]) => [kind, name, node] as const)))(
    "%s.%s: cause no complaint, at any depth",
    (kind, name, node) => {
      for (const value of places(node, leastOf[kind][name])) {
        expect(errors(kind, { [name]: value })).toEqual([]);
        expect(JSON.stringify(findings(kind, { [name]: value }))).not.toContain(UNKNOWN);
      }
    },
  );

  it("do not hide what is wrong beside them", () => {
    expect(errors("Campaign", { daysOfWeek: [UNKNOWN, "munday"], aiAgentId: UNKNOWN, colour: UNKNOWN })).toEqual([
      expect.stringContaining("colour: is not a known property"),
      'daysOfWeek[1]: "munday" is not a day of the week; did you mean "monday"?',
    ]);
    expect(errors("Webhook", { steps: [{ webhookUrl: UNKNOWN, retryLimit: "3" }] })).toEqual([
      expect.stringContaining("steps[0].retryLimit"),
    ]);
  });
});

it("has a word for values that no JSON can hold", () => {
  const odd = {
    notes: () => "later",
    retryDelay: [60n],
    numberOfCallAttempts: [Symbol("three")],
    contactsListTags: [1n, 2n],
  };
  expect(errors("Campaign", odd)).toEqual([
    "notes: (a function) must be a text",
    "contactsListTags[0]: 1 must be a text",
    "contactsListTags[1]: 2 must be a text",
    "numberOfCallAttempts[0]: (a symbol) must be a whole number",
    "retryDelay[0]: 60 must be a whole number",
  ]);
});

it("shortens long values", () => {
  const [message] = errors("Campaign", { webhookId: "x".repeat(500) });
  expect(message?.length).toBeLessThan(320);
});

it("reports the workspace it would use, and nothing about one that is left out", () => {
  expect(errors("Campaign", { workspace: undefined })).toEqual([]);
  expect(check(kinds.Campaign, leastOf.Campaign, { workspace: "team-a", now }).inputs["workspace"]).toBe("team-a");
});
