/** To the wire goes exactly what the documentation shows; from the wire, anything a server may make of it is read. */
import { kinds } from "../../../provider/kinds";
import { normalForm, type Properties } from "../../../provider/kinds/normalForm";
import type { KindName } from "../../../provider/kinds/schema";
import { fromWire, toWire } from "../../../provider/kinds/wire";

const body = (kind: KindName, inputs: Properties, cleared: string[] = []): string =>
  JSON.stringify(toWire(kinds[kind], normalForm(kinds[kind], inputs), cleared), null, 2);

const shown = (kind: KindName, answer: Properties): Record<string, unknown> => fromWire(kinds[kind], answer);

const id = (last: number): string => `0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a0${last}`;

describe("the body of a create", () => {
  it("of a campaign is the documented one, byte for byte", () => {
    const inputs = {
      name: "Spring renewals",
      notes: "",
      campaignType: "outbound",
      contactsListSource: ["web"],
      contactsListTags: ["vip"],
      contactsListCategories: ["renewal"],
      contactsListSourceMetadata: { web: { source_url: "https://example.com" } },
      agentVariablesContactMetadataMapping: { CamelKey: 0, a: null, first_name: "contact.firstname" },
      webhookId: id(2),
      aiAgentId: id(1),
      callTimeOfDayFrom: "9:00",
      callTimeOfDayTo: "17:00",
      numberOfCallAttempts: [3],
      retryDelay: [60],
      retryDelayUnit: ["seconds"],
      daysOfWeek: ["fri", "Monday", 0],
      timeZone: "Europe/Paris",
      inboundPhoneNumberId: id(3),
      outboundPhoneNumberId: id(4),
      startedAt: "2026-12-01",
      endedAt: "2026-12-31",
      webhookMappingVariables: { event: "call_completed" },
      webhookMappingVariablesSources: { event: "system" },
      workspace: "default",
      desiredStatus: "paused",
      adopt: true,
      deletionPolicy: "retain",
      summary: "a sentence",
      status: "active",
    };
    expect(body("Campaign", inputs)).toMatchInlineSnapshot(`
     "{
       "name": "Spring renewals",
       "notes": "",
       "campaign_type": "outbound",
       "contacts_list_source": [
         "web"
       ],
       "contacts_list_tags": [
         "vip"
       ],
       "contacts_list_categories": [
         "renewal"
       ],
       "contacts_list_source_metadata": {
         "web": {
           "source_url": "https://example.com"
         }
       },
       "agent_variables_contact_metadata_mapping": {
         "CamelKey": 0,
         "a": null,
         "first_name": "contact.firstname"
       },
       "webhook_id": "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a02",
       "ai_agent_id": "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
       "call_time_of_day_from": "09:00:00",
       "call_time_of_day_to": "17:00:00",
       "number_of_call_attempts": [
         3
       ],
       "retry_delay": [
         60
       ],
       "retry_delay_unit": [
         "seconds"
       ],
       "days_of_week": [
         0,
         1,
         5
       ],
       "time_zone": "Europe/Paris",
       "inbound_phone_number_id": "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a03",
       "outbound_phone_number_id": "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a04",
       "started_at": "2026-12-01",
       "ended_at": "2026-12-31",
       "webhook_mapping_variables": {
         "event": "call_completed"
       },
       "webhook_mapping_variables_sources": {
         "event": "system"
       },
       "workspace": "default"
     }"
    `);
  });

  it("of an agent is in snake_case, with 0, false, empty texts and empty objects as they are", () => {
    const inputs = {
      name: "Ada",
      prompt: "",
      agentFlow: {},
      agentDynamicVariables: [{ CamelKey: 0, a: null }, {}],
      whoTalksFirst: "agent",
      voiceUuid: id(5),
      isAmdEnabled: false,
      vadEosTimeout: 0,
      responsiveness: 0.5,
      globalTools: { endCall: true },
      workspace: "default",
    };
    expect(body("AiAgent", inputs)).toMatchInlineSnapshot(`
     "{
       "name": "Ada",
       "agent_flow": {},
       "agent_dynamic_variables": [
         {
           "CamelKey": 0,
           "a": null
         },
         {}
       ],
       "prompt": "",
       "who_talks_first": "agent",
       "responsiveness": 0.5,
       "global_tools": {
         "endCall": true
       },
       "voice_uuid": "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a05",
       "vad_eos_timeout": 0,
       "is_amd_enabled": false,
       "workspace": "default"
     }"
    `);
  });

  it("of a webhook flow keeps the API's own stray spellings", () => {
    const inputs = {
      name: "After the call",
      retryDelayUnit: "SECONDS",
      maxRetries: 0,
      flowMapping: { CamelKey: 0, a: null },
      steps: [
        {
          stepNumber: 1,
          webhookUrl: "https://example.com/hooks/callab",
          webhookMethod: "post",
          webhookUrlParams: {},
          webhookHeaders: { "X-Api-Key": "k" },
          webhookBody: { firstName: "{{first_name}}", nothing: null },
          dependsOnStep: null,
        },
      ],
      predefinedVariables: [{ name: "a", value: null }],
      variables: [{ name: "b", location: "body", stepId: 1, dataType: "string", customValue: { X: 1 } }],
      workspace: "default",
    };
    expect(body("Webhook", inputs)).toMatchInlineSnapshot(`
     "{
       "name": "After the call",
       "retry_delay_unit": "seconds",
       "max_retries": 0,
       "flow_mapping": {
         "CamelKey": 0,
         "a": null
       },
       "steps": [
         {
           "step_number": 1,
           "webhook_url": "https://example.com/hooks/callab",
           "webhook_method": "POST",
           "webhook_url_params": {},
           "webhook_headers": {
             "X-Api-Key": "k"
           },
           "webhook_body": {
             "firstName": "{{first_name}}",
             "nothing": null
           },
           "depends_on_step": null
         }
       ],
       "predefinedVariables": [
         {
           "name": "a",
           "value": null
         }
       ],
       "variables": [
         {
           "name": "b",
           "location": "body",
           "stepId": 1,
           "dataType": "string",
           "customValue": {
             "X": 1
           }
         }
       ],
       "workspace": "default"
     }"
    `);
  });

  it("of a phone number holds neither policy nor ID", () => {
    const inputs = { phoneNumber: "+44 20 7946 0958", nickname: "Desk", existingId: id(1), deletionPolicy: "delete" };
    expect(body("PhoneNumber", inputs)).toMatchInlineSnapshot(`
     "{
       "phone_number": "+442079460958",
       "nickname": "Desk"
     }"
    `);
  });

  it("holds a free-form value to the letter", () => {
    const value = { CamelKey: 0, a: null, "": "", nested: [{ daysOfWeek: ["mon"], x: [] }] };
    const inputs = normalForm(kinds.Campaign, { contactsListSourceMetadata: value });
    expect(toWire(kinds.Campaign, inputs)["contacts_list_source_metadata"]).toBe(value);
  });

  it("never holds what the engine adds", () => {
    expect(toWire(kinds.Campaign, { name: "a", __provider: "text", __unmanaged: ["x"], __adopted: "y" })).toEqual({
      name: "a",
    });
  });
});

it("clears with null what was taken out of the program, and nothing else", () => {
  expect(toWire(kinds.Campaign, { name: "a", notes: "" }, ["startedAt", "notes", "desiredStatus"])).toEqual({
    name: "a",
    notes: "",
    started_at: null,
  });
});

describe("an answer", () => {
  it.each<[string, KindName, Properties, Properties]>([
    ["weekdays as numbers", "Campaign", { days_of_week: [5, 1] }, { daysOfWeek: ["monday", "friday"] }],
    [
      "weekdays as text, with a null among them",
      "Campaign",
      { days_of_week: ["1", null, "5"] },
      { daysOfWeek: ["monday", "friday"] },
    ],
    ["nested tags", "Campaign", { contacts_list_tags: [["vip"], ["gold"]] }, { contactsListTags: ["vip", "gold"] }],
    [
      "numbers as text",
      "Campaign",
      { number_of_call_attempts: ["3"], call_progress: "12.5" },
      { numberOfCallAttempts: [3], callProgress: 12.5 },
    ],
    ["text that is no number", "Campaign", { call_progress: "half" }, { callProgress: "half" }],
    ["an empty text for a number", "Campaign", { call_progress: "" }, { callProgress: "" }],
    ["a number for a text", "Campaign", { name: 2026 }, { name: "2026" }],
    [
      "times without a zone, as UTC",
      "Campaign",
      { created_at: "2023-10-01T12:34:56" },
      { createdAt: "2023-10-01T12:34:56.000Z" },
    ],
    [
      "times with a zone",
      "Campaign",
      { created_at: "2023-10-01T12:34:56+02:00" },
      { createdAt: "2023-10-01T10:34:56.000Z" },
    ],
    [
      "times with a space",
      "Campaign",
      { created_at: "2023-10-01 12:34:56" },
      { createdAt: "2023-10-01T12:34:56.000Z" },
    ],
    [
      "a phone number as its country dials it",
      "PhoneNumber",
      { phone_number: 2079460958, number_country_code: 44 },
      { phoneNumber: "+442079460958", numberCountryCode: "44" },
    ],
    ["a phone number that may be several", "PhoneNumber", { phone_number: 2079460958 }, { phoneNumber: "2079460958" }],
    ["what is no time", "Campaign", { created_at: "yesterday" }, { createdAt: "yesterday" }],
    ["Sunday as 7", "Campaign", { days_of_week: [7, 1, "7"] }, { daysOfWeek: ["sunday", "monday"] }],
    ["a day that is none", "Campaign", { days_of_week: [8, 1] }, { daysOfWeek: ["monday", 8] }],
    [
      "days as the instants at which they begin",
      "Campaign",
      { time_zone: "Europe/Paris", started_at: "2026-02-28T23:00:00Z", ended_at: "2026-06-30 22:00:00+00" },
      { timeZone: "Europe/Paris", startedAt: "2026-03-01", endedAt: "2026-07-01" },
    ],
    [
      "an instant at which no day begins, or in no zone",
      "Campaign",
      { started_at: "2026-02-28T23:00:00Z" },
      { startedAt: "2026-02-28T23:00:00Z" },
    ],
    [
      "times of a day with an offset of nothing",
      "Campaign",
      { call_time_of_day_from: "09:00:00+00", call_time_of_day_to: "17:00Z" },
      { callTimeOfDayFrom: "09:00:00", callTimeOfDayTo: "17:00:00" },
    ],
    [
      "a time with another offset",
      "Campaign",
      { call_time_of_day_to: "17:00:00+01" },
      { callTimeOfDayTo: "17:00:00+01" },
    ],
    [
      "words of its own in upper case",
      "Campaign",
      { campaign_type: "OUTBOUND", retry_delay_unit: ["SECONDS", "Days"] },
      { campaignType: "outbound", retryDelayUnit: ["seconds", "Days"] },
    ],
    ["booleans as texts", "Webhook", { is_template: "False" }, { isTemplate: false }],
    ["what is no boolean", "Webhook", { is_template: "no" }, { isTemplate: "no" }],
    ["a day as a midnight", "Campaign", { started_at: "2026-12-01T00:00:00.000Z" }, { startedAt: "2026-12-01" }],
    ["hours and minutes", "Campaign", { call_time_of_day_from: "09:00" }, { callTimeOfDayFrom: "09:00:00" }],
    ["microseconds", "Campaign", { call_time_of_day_from: "09:00:00.000000" }, { callTimeOfDayFrom: "09:00:00" }],
    ["null where the API shows a field", "Campaign", { contacts_list_tags: null }, { contactsListTags: null }],
    ["null where it hides one", "Campaign", { ai_agent_id: null }, {}],
    ["no mention", "Campaign", {}, {}],
    ["workspace_id", "Campaign", { workspace_id: "default" }, { workspace: "default" }],
    ["workspace", "AiAgent", { workspace: "default" }, { workspace: "default" }],
    [
      "enums in upper case",
      "Webhook",
      { retry_delay_unit: "SECONDS", status: "SCHEDULED" },
      { retryDelayUnit: "seconds", status: "scheduled" },
    ],
    ["booleans as numbers", "Webhook", { is_template: 1 }, { isTemplate: true }],
    ["what nobody documented", "Campaign", { colour: "red", allow_non_local_calls: true }, {}],
    ["run history, which is not kept", "Webhook", { executions: [{ id: 1 }] }, {}],
  ])("with %s is read", (_title, kind, answer, expected) => {
    expect(shown(kind, answer)).toStrictEqual(expected);
  });

  it("shows no step that was deleted and stays listed", () => {
    const steps = [
      { step_number: 1, webhook_url: "https://old.example", deleted_at: "2026-03-01T10:00:00Z" },
      { step_number: 1, webhook_url: "https://a.example", deleted_at: null },
      { step_number: 2, webhook_url: "https://b.example", deleted_at: "0001-01-01T00:00:00Z" },
    ];
    expect(shown("Webhook", { steps })).toStrictEqual({
      steps: [
        { stepNumber: 1, webhookUrl: "https://a.example" },
        { stepNumber: 2, webhookUrl: "https://b.example" },
      ],
    });
  });

  it("shows the steps of a flow without IDs and times", () => {
    const step = {
      id: "s1",
      step_number: "1",
      webhook_url: "https://a.example",
      webhook_method: "post",
      webhook_body: null,
      created_at: "2023-10-01T12:34:56",
    };
    expect(shown("Webhook", { steps: [step] })).toStrictEqual({
      steps: [{ stepNumber: 1, webhookUrl: "https://a.example", webhookMethod: "POST", webhookBody: null }],
    });
  });

  it("shows the variables of a flow in one order", () => {
    const variables = [
      { name: "b", stepId: "1" },
      { name: "a", dataType: "string", customValue: { X: 1 } },
    ];
    expect(shown("Webhook", { variables })).toStrictEqual({
      variables: [
        { name: "b", stepId: "1" },
        { name: "a", dataType: "string", customValue: { X: 1 } },
      ].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    });
  });

  it("never shows what only this package knows", () => {
    expect(
      shown("Campaign", { adopt: true, deletion_policy: "delete", desired_status: "active", summary: "x" }),
    ).toEqual({});
  });
});
