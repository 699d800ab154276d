/** One spelling for every value: two ways to write the same thing never look like a change. */
import { kinds } from "../../../provider/kinds";
import { normalForm, stableText } from "../../../provider/kinds/normalForm";
import type { KindName } from "../../../provider/kinds/schema";
import { UNKNOWN } from "../../../provider/values/unknown";

const normal = (kind: KindName, field: string, value: unknown, more: object = {}): unknown =>
  normalForm(kinds[kind], { ...more, [field]: value })[field];

const allDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

describe("weekdays", () => {
  it.each<[string, unknown, unknown]>([
    ["numbers", [1, 2], ["monday", "tuesday"]],
    ["numbers as text", ["1", "0"], ["sunday", "monday"]],
    ["names in any case", ["FRIDAY", "Monday", "sunday"], ["sunday", "monday", "friday"]],
    ["three-letter names", ["wed", "Thu", "SAT"], ["wednesday", "thursday", "saturday"]],
    ["white space round a name", [" monday "], ["monday"]],
    ["a day twice, in two spellings", [1, "mon", "Monday"], ["monday"]],
    ["all days, backwards", [6, 5, 4, 3, 2, 1, 0], allDays],
    ["no day", [], []],
    ["what is no day", [7, -1, 1.5, "moon", true], [-1, 1.5, 7, "moon", true]],
  ])("%s", (_title, given, expected) => {
    const found = normal("Campaign", "daysOfWeek", given);
    expect(found).toHaveLength((expected as unknown[]).length);
    expect(found).toEqual(expect.arrayContaining(expected as unknown[]));
    if ((expected as unknown[]).every((day) => allDays.includes(String(day)))) expect(found).toEqual(expected);
  });
});

describe("times of day", () => {
  it.each([
    ["9:00", "09:00:00"],
    ["09:00", "09:00:00"],
    ["09:00:00", "09:00:00"],
    ["0:00", "00:00:00"],
    ["23:59:59", "23:59:59"],
    [" 9:05 ", "09:05:00"],
    ["24:00", "24:00"],
    ["09:60", "09:60"],
    ["9am", "9am"],
    ["", ""],
  ])("%j is %j", (given, expected) => {
    expect(normal("Campaign", "callTimeOfDayFrom", given)).toBe(expected);
  });
});

describe("phone numbers", () => {
  it.each([
    ["+442079460958", "+442079460958"],
    ["+44 20 7946 0958", "+442079460958"],
    ["+44 (20) 7946-0958", "+442079460958"],
    ["+1 555 555 0100", "+15555550100"],
    ["020 7946 0958", "020 7946 0958"],
    ["not a number", "not a number"],
  ])("%j is %j", (given, expected) => {
    expect(normal("PhoneNumber", "phoneNumber", given)).toBe(expected);
  });
});

describe("letter case", () => {
  it("is folded where the API has both", () => {
    expect(normal("Webhook", "retryDelayUnit", "SECONDS")).toBe("seconds");
    expect(normal("Webhook", "flowDirection", "Inbound")).toBe("inbound");
    expect(normal("Webhook", "steps", [{ webhookUrl: "https://example.com", webhookMethod: "post" }])).toEqual([
      { webhookUrl: "https://example.com", webhookMethod: "POST" },
    ]);
  });

  it("is kept elsewhere", () => {
    expect(normal("Campaign", "name", "SPRING")).toBe("SPRING");
    expect(normal("Campaign", "timeZone", "europe/paris")).toBe("europe/paris");
    expect(normal("AiAgent", "language", "EN-us")).toBe("EN-us");
  });
});

describe("lists", () => {
  it("keep their order where it may mean something", () => {
    expect(normal("Campaign", "contactsListTags", ["b", "a", "b"])).toEqual(["b", "a", "b"]);
    expect(normal("Campaign", "numberOfCallAttempts", [5, 3, 3])).toEqual([5, 3, 3]);
    expect(normal("Campaign", "retryDelay", [120, 60])).toEqual([120, 60]);
  });

  it("are sorted by value, whatever they hold", () => {
    const variables = [
      { name: "b", value: 1 },
      { name: "a", value: { z: 1, a: 2 } },
      { value: 1, name: "b" },
    ];
    expect(normal("Webhook", "predefinedVariables", variables)).toEqual([
      { name: "a", value: { z: 1, a: 2 } },
      { name: "b", value: 1 },
    ]);
  });

  it("with a place that is not known yet keep every place", () => {
    expect(normal("Campaign", "daysOfWeek", ["fri", UNKNOWN, 1])).toEqual(["friday", UNKNOWN, "monday"]);
  });
});

describe("values that say nothing, and values that do", () => {
  it("leaves out undefined and null, and keeps 0, false, empty texts, lists and objects", () => {
    const inputs = {
      name: "",
      notes: null,
      contactsListTags: [],
      contactsListSourceMetadata: {},
      adopt: false,
      webhookId: undefined,
    };
    expect(normalForm(kinds.Campaign, inputs)).toStrictEqual({
      name: "",
      contactsListTags: [],
      contactsListSourceMetadata: {},
      adopt: false,
    });
    expect(normalForm(kinds.AiAgent, { vadEosTimeout: 0, isAmdEnabled: false })).toStrictEqual({
      vadEosTimeout: 0,
      isAmdEnabled: false,
    });
  });

  it("keeps the nulls that mean something", () => {
    const step = { webhookUrl: "https://example.com", webhookBody: null, dependsOnStep: null, webhookTimeout: null };
    expect(normal("Webhook", "steps", [step])).toStrictEqual([
      { webhookUrl: "https://example.com", webhookBody: null, dependsOnStep: null },
    ]);
    expect(normal("Campaign", "contactsListSource", [null, "web"])).toStrictEqual([null, "web"]);
  });

  it("passes free-form values to the letter", () => {
    const metadata = { CamelKey: 0, a: null, list: [3, 1, 1], nested: { daysOfWeek: ["mon"], "": "" } };
    expect(normal("Campaign", "contactsListSourceMetadata", metadata)).toBe(metadata);
    expect(normal("Webhook", "predefinedVariables", [{ name: "a", value: "MON" }])).toEqual([
      { name: "a", value: "MON" },
    ]);
  });

  it("leaves what is not known yet where it is, whatever the property's type", () => {
    for (const field of kinds.Campaign.inputs) expect(normal("Campaign", field.name, UNKNOWN)).toBe(UNKNOWN);
  });

  it("leaves what cannot be read, and what nobody knows, for validation to complain about", () => {
    expect(normalForm(kinds.Campaign, { daysOfWeek: "monday", retryDelay: "60", colour: { Mon: 1 } })).toEqual({
      daysOfWeek: "monday",
      retryDelay: "60",
      colour: { Mon: 1 },
    });
  });
});

it("writes equal values as equal texts", () => {
  expect(stableText({ b: [1, { y: 1, x: 2 }], a: undefined })).toBe(stableText({ b: [1, { x: 2, y: 1 }] }));
  expect(stableText(["1"])).not.toBe(stableText([1]));
  expect(stableText(undefined)).toBe(stableText(null));
});
