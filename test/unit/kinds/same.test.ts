/** When two values are the same: a program against its state, and a program against what the API answers. */
import { kinds } from "../../../provider/kinds";
import { inDeclaredTerms, isEmpty, same, sameAsLive } from "../../../provider/kinds/same";
import type { Field, KindName } from "../../../provider/kinds/schema";

function fieldOf(kind: KindName, name: string): Field {
  const field = kinds[kind].field(name);
  if (field === undefined) throw new Error(`${kind} has no ${name}`);
  return field;
}

const live = (kind: KindName, field: string, declared: unknown, shown: unknown, inputs = {}): boolean =>
  sameAsLive(fieldOf(kind, field), declared, shown, { ...inputs, [field]: declared });

describe("a program against its state", () => {
  it.each<[KindName, string, unknown, unknown, boolean]>([
    ["Campaign", "timeZone", "Asia/Calcutta", "Asia/Kolkata", true],
    ["Campaign", "timeZone", "europe/paris", "Europe/Paris", true],
    ["Campaign", "timeZone", "Europe/Paris", "Europe/Berlin", false],
    ["Campaign", "name", "Spring", "spring", false],
    ["Campaign", "notes", "", undefined, false],
    ["Campaign", "contactsListTags", [], undefined, false],
    ["Campaign", "contactsListTags", ["a"], ["a"], true],
    ["Campaign", "contactsListSourceMetadata", { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ["Campaign", "contactsListSourceMetadata", { a: null }, {}, false],
    ["Campaign", "aiAgentId", "0B3C1C1E-8A51-4F0E-9D39-0E6F5F6F1A01", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", true],
    ["Webhook", "existingId", "0B3C1C1E-8A51-4F0E-9D39-0E6F5F6F1A01", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", true],
    ["Webhook", "existingId", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01", "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a02", false],
    ["Webhook", "existingId", "none", undefined, false],
    ["AiAgent", "vadEosTimeout", 0, undefined, false],
    ["AiAgent", "isAmdEnabled", false, undefined, false],
    ["AiAgent", "responsiveness", 0.1, 0.1 + Number.EPSILON, false],
  ])("%s.%s: %j and %j", (kind, field, a, b, expected) => {
    expect(same(fieldOf(kind, field), a, b)).toBe(expected);
    expect(same(fieldOf(kind, field), b, a)).toBe(expected);
  });
});

describe("a program against what the API answers", () => {
  it.each<[string, KindName, string, unknown, unknown]>([
    ["null for an empty list", "Campaign", "contactsListTags", [], null],
    ["null for an empty text", "Campaign", "notes", "", null],
    ["a list for an empty object", "Campaign", "contactsListSourceMetadata", {}, []],
    ["numbers cut to single precision", "AiAgent", "responsiveness", 0.1, Math.fround(0.1)],
    [
      "the same inside a free-form object",
      "Campaign",
      "contactsListSourceMetadata",
      { x: 0.1 },
      { x: Math.fround(0.1) },
    ],
    ["a set in another order", "Campaign", "contactsListTags", ["a", "b"], ["b", "a"]],
    ["another name of the zone", "Campaign", "timeZone", "Asia/Calcutta", "Asia/Kolkata"],
    ["a time without its seconds", "Campaign", "callTimeOfDayTo", "23:59:59", "23:59:00"],
    [
      "an ID in the other letter case",
      "Campaign",
      "webhookId",
      "0B3C1C1E-8A51-4F0E-9D39-0E6F5F6F1A01",
      "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
    ],
    ["another letter case of a word of its own", "AiAgent", "denoiserBoostLevel", "None", "none"],
    [
      "fields of a step that the program does not set",
      "Webhook",
      "steps",
      [{ webhookUrl: "https://a.example" }],
      [{ webhookUrl: "https://a.example", stepNumber: 1, webhookBody: null }],
    ],
    [
      "variables of which one covers the other, in another order",
      "Webhook",
      "predefinedVariables",
      [{ name: "a" }, { name: "a", value: 1 }],
      [{ name: "a", value: 1 }, { name: "a" }],
    ],
  ])("%s is no difference", (_title, kind, field, declared, shown) => {
    expect(live(kind, field, declared, shown)).toBe(true);
  });

  it.each<[string, KindName, string, unknown, unknown]>([
    ["another text", "Campaign", "notes", "a", "b"],
    ["a cleared field", "Campaign", "notes", "a", null],
    ["0 for nothing", "AiAgent", "vadEosTimeout", 0, null],
    ["false for nothing", "AiAgent", "isAmdEnabled", false, null],
    ["one entry more", "Campaign", "contactsListTags", ["a"], ["a", "b"]],
    ["one entry fewer", "Campaign", "contactsListTags", ["a", "b"], ["a"]],
    ["an order that means something", "Campaign", "retryDelay", [60, 120], [120, 60]],
    ["another minute", "Campaign", "callTimeOfDayTo", "17:00:00", "17:01:00"],
    ["other seconds", "Campaign", "callTimeOfDayTo", "17:00:00", "17:00:01"],
    ["another letter case of a free text", "Campaign", "name", "Spring", "spring"],
    ["a key more in a free-form object", "Campaign", "contactsListSourceMetadata", { a: 1 }, { a: 1, b: 2 }],
    [
      "a header of a step",
      "Webhook",
      "steps",
      [{ webhookUrl: "https://a.example", webhookHeaders: { k: "1" } }],
      [{ webhookUrl: "https://a.example", webhookHeaders: { k: "2" } }],
    ],
    ["a text where an object was", "Campaign", "contactsListSourceMetadata", { a: 1 }, "a"],
    ["an object where a list was", "Campaign", "contactsListTags", ["a"], { 0: "a" }],
    [
      "the same variable twice for two different ones",
      "Webhook",
      "predefinedVariables",
      [
        { name: "a", value: 1 },
        { name: "a", value: 2 },
      ],
      [
        { name: "a", value: 1 },
        { name: "a", value: 1 },
      ],
    ],
  ])("%s is one", (_title, kind, field, declared, shown) => {
    expect(live(kind, field, declared, shown)).toBe(false);
  });

  it("heeds the order of the contacts lists where several sources make it mean something", () => {
    const inputs = { contactsListSource: ["web", "manual"] };
    expect(live("Campaign", "contactsListTags", ["a", "b"], ["b", "a"], inputs)).toBe(false);
    expect(live("Campaign", "contactsListTags", ["a", "b"], ["a", "b"], inputs)).toBe(true);
  });
});

describe("a live value in the terms of the declared one", () => {
  const steps = fieldOf("Webhook", "steps");

  it("lacks what the program never set", () => {
    const declared = [{ webhookUrl: "https://a.example", webhookMethod: "POST" }];
    const shown = [{ webhookUrl: "https://b.example", webhookMethod: "POST", stepNumber: 1, webhookBody: { a: 1 } }];
    expect(inDeclaredTerms(steps, declared, shown)).toEqual([
      { webhookUrl: "https://b.example", webhookMethod: "POST" },
    ]);
  });

  it("shows all there is of an entry the program does not have", () => {
    const declared = [{ webhookUrl: "https://a.example" }];
    const shown = [
      { webhookUrl: "https://a.example", stepNumber: 1 },
      { webhookUrl: "https://b.example", webhookBody: null, stepNumber: 2 },
    ];
    expect(inDeclaredTerms(steps, declared, shown)).toEqual([
      { webhookUrl: "https://a.example" },
      { webhookUrl: "https://b.example", stepNumber: 2 },
    ]);
  });

  it("is the value itself where it is free-form or plain", () => {
    const metadata = { a: 1, b: null };
    expect(inDeclaredTerms(fieldOf("Campaign", "contactsListSourceMetadata"), { a: 2 }, metadata)).toBe(metadata);
    expect(inDeclaredTerms(fieldOf("Campaign", "notes"), "a", "b")).toBe("b");
  });
});

it("knows the ways to say nothing", () => {
  for (const nothing of [undefined, null, "", [], {}]) expect(isEmpty(nothing)).toBe(true);
  for (const something of [0, false, " ", [null], { a: undefined }, "0"]) expect(isEmpty(something)).toBe(false);
});
