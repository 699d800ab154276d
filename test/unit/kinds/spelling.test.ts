/** When a live value is the declared one in another spelling, and what is shown where it is not. */
import { kinds } from "../../../provider/kinds";
import { isEmpty } from "../../../provider/values/empty";
import type { Properties } from "../../../provider/kinds/normalForm";
import type { Field, KindName } from "../../../provider/kinds/schema";
import { hidesSecret, inDeclaredTerms, sameAsLive } from "../../../provider/kinds/spelling";

function fieldOf(kind: KindName, name: string): Field {
  const field = kinds[kind].field(name);
  if (field === undefined) throw new Error(`${kind} has no ${name}`);
  return field;
}

const live = (kind: KindName, field: string, declared: unknown, shown: unknown, inputs = {}): boolean =>
  sameAsLive(fieldOf(kind, field), declared, shown, { ...inputs, [field]: declared });

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

const paris = { timeZone: "Europe/Paris" };
const url = "https://a.example";
const step = (more: object): object => ({ webhookUrl: url, ...more });

/**
 * Every habit of the table: a value, what a server makes of it (no difference), and what only a person makes of it
 * (a difference, also where the server does what it does besides).
 */
interface Habit {
  readonly habit: string;
  readonly kind: KindName;
  readonly field: string;
  readonly declared: unknown;
  readonly noise: readonly unknown[];
  readonly edits: readonly unknown[];
  readonly inputs?: Properties;
}

const habits: readonly Habit[] = [
  {
    habit: "ends trimmed",
    kind: "AiAgent",
    field: "prompt",
    declared: " Be brief.\n",
    noise: ["Be brief.", " Be brief.", "Be brief.\n", "\u0085Be brief.\u00a0"],
    edits: ["Be brief", "Be  brief.", "be brief.", "Be brief.\n.", "", null],
  },
  {
    habit: "line ends",
    kind: "AiAgent",
    field: "prompt",
    declared: "Be\r\nbrief.\r",
    noise: ["Be\nbrief.\n", "Be\nbrief.", "Be\rbrief."],
    edits: ["Be brief.", "Be\n\nbrief.", "Bebrief."],
  },
  {
    habit: "Unicode NFC",
    kind: "PhoneNumber",
    field: "nickname",
    declared: "Cafe\u0301",
    noise: ["Caf\u00e9"],
    edits: ["Cafe", "CAFE\u0301"],
  },
  {
    habit: "HTML entities",
    kind: "Campaign",
    field: "notes",
    declared: `R&D <b> "it's"`,
    noise: ["R&amp;D &lt;b&gt; &quot;it&#39;s&quot;", "R&amp;amp;D &lt;b&gt; &#34;it&apos;s&#x22;"],
    edits: ['RD <b> "it\'s"', 'R&D b "it\'s"', 'R&D &copy;b> "it\'s"'],
  },
  {
    habit: "entities and NFC at once",
    kind: "Campaign",
    field: "notes",
    declared: "<\u0338 &lt\u037e",
    noise: ["\u226e &lt;", "&lt;\u0338 &amp;lt;"],
    edits: ["< &lt;"],
  },
  {
    habit: "a text of blanks is nothing",
    kind: "Campaign",
    field: "notes",
    declared: " \n",
    noise: ["", null, " "],
    edits: ["a"],
  },
  {
    habit: "inner blanks of a name",
    kind: "Campaign",
    field: "name",
    declared: "Spring  \tR&D",
    noise: ["Spring R&amp;D", "Spring R&D"],
    edits: ["spring R&D", "SpringR&D"],
  },
  {
    habit: "tags in another order and spelling",
    kind: "Campaign",
    field: "contactsListTags",
    declared: ["R&D", "vip "],
    noise: [
      ["vip", "R&amp;D"],
      ["R&D", "vip"],
    ],
    edits: [["VIP", "R&D"], ["vip"], ["vip", "R&D", "gold"], ["v ip", "R&D"], ["vip", "vip"], []],
  },
  {
    habit: "times with an offset of nothing",
    kind: "Campaign",
    field: "callTimeOfDayTo",
    declared: "17:00:00",
    noise: ["17:00:00"],
    edits: ["17:00:01", "19:00:00", "17:00:00+01:00"],
  },
  {
    habit: "days as instants",
    kind: "Campaign",
    field: "startedAt",
    declared: "2026-03-01",
    noise: [
      "2026-03-01",
      "2026-02-28T23:00:00Z",
      "2026-02-28 23:00:00+00",
      "2026-02-28T23:00:00.000",
      "2026-03-01T00:00:00Z",
      "2026-03-01T00:00:00+01:00",
    ],
    edits: ["2026-02-28", "2026-02-28T00:00:00Z", "2026-02-27T23:00:00Z", "2026-03-01T23:00:00Z", "soon", null],
    inputs: paris,
  },
  {
    habit: "the day before, where the instant begins the next",
    kind: "Campaign",
    field: "startedAt",
    declared: "2026-02-28",
    noise: ["2026-02-27T23:00:00Z"],
    edits: ["2026-02-28T23:00:00Z"],
    inputs: paris,
  },
  {
    habit: "a day that begins at one",
    kind: "Campaign",
    field: "startedAt",
    declared: "2024-04-26",
    noise: ["2024-04-25T22:00:00Z"],
    edits: ["2024-04-24T22:00:00Z", "2024-04-26T21:00:00Z"],
    inputs: { timeZone: "Africa/Cairo" },
  },
  {
    habit: "numbers rounded",
    kind: "AiAgent",
    field: "responsiveness",
    declared: 0.12345,
    noise: [Math.fround(0.12345), 0.12, 0.123, 0.1234, 0.1235, Math.fround(0.12)],
    edits: [0.13, 0.1, 0.124, 0.12346, 0.1205, 0, 1],
  },
  {
    habit: "halves, in whichever way they go",
    kind: "AiAgent",
    field: "responsiveness",
    declared: 1.005,
    noise: [1, 1.01],
    edits: [1.02, 0.99],
  },
  {
    habit: "whole numbers, of which nothing is forgiven",
    kind: "Webhook",
    field: "retryDelay",
    declared: 60,
    noise: [60],
    edits: [60.001, 61, 0, null],
  },
  {
    habit: "attempts, of which nothing is forgiven",
    kind: "Campaign",
    field: "numberOfCallAttempts",
    declared: [3, 5],
    noise: [[3, 5]],
    edits: [[5, 3], [3], [3, 5, 1], [3, 5.001], [4, 5]],
  },
  {
    habit: "letter case of an enum",
    kind: "Campaign",
    field: "campaignType",
    declared: "outbound",
    noise: ["OUTBOUND", "Outbound "],
    edits: ["inbound", "out bound"],
  },
  {
    habit: "keys added and null keys dropped",
    kind: "AiAgent",
    field: "agentFlow",
    declared: { start: "a", retry: null, nodes: [{ id: 1, next: null }], empty: {} },
    noise: [
      { start: "a", nodes: [{ id: 1 }], empty: {} },
      { start: "a", retry: null, nodes: [{ id: 1, next: null, x: 0 }], empty: { _rev: 1 }, _rev: 1 },
    ],
    edits: [
      { retry: null, nodes: [{ id: 1 }], empty: {} },
      { start: "b", nodes: [{ id: 1 }], empty: {} },
      { start: "a", retry: 1, nodes: [{ id: 1 }], empty: {} },
      { start: "a", nodes: [{ id: 2, next: null }], empty: {} },
      { start: "a", nodes: [{}], empty: {}, id: 1 },
      { start: "a", nodes: [], empty: {} },
      { start: "a", nodes: [{ id: 1 }, { id: 1 }], empty: {} },
      { Start: "a", nodes: [{ id: 1 }], empty: {} },
      {},
      null,
      "start",
    ],
  },
  {
    habit: "an object of nothing but null keys",
    kind: "AiAgent",
    field: "agentFlow",
    declared: { a: null },
    noise: [{}, [], null, { a: null }, { _rev: 1 }],
    edits: [{ a: 1 }, [1]],
  },
  {
    habit: "texts, numbers and booleans in free-form objects",
    kind: "AiAgent",
    field: "agentFlow",
    declared: { text: " R&D\r\n", number: 0.12345, whole: 7, yes: true, no: false, code: "007", digit: "7" },
    noise: [
      { text: "R&amp;D", number: "0.12", whole: "7", yes: "true", no: "False", code: "007", digit: 7 },
      { text: " R&D\n", number: Math.fround(0.12345), whole: 7, yes: true, no: false, code: "007", digit: "7" },
    ],
    edits: [
      { text: "R&D.", number: 0.12345, whole: 7, yes: true, no: false, code: "007", digit: "7" },
      { text: " R&D\r\n", number: 0.2, whole: 7, yes: true, no: false, code: "007", digit: "7" },
      { text: " R&D\r\n", number: 0.12345, whole: "8", yes: true, no: false, code: "007", digit: "7" },
      { text: " R&D\r\n", number: 0.12345, whole: 7, yes: "false", no: false, code: "007", digit: "7" },
      { text: " R&D\r\n", number: 0.12345, whole: 7, yes: true, no: null, code: "007", digit: "7" },
      { text: " R&D\r\n", number: 0.12345, whole: 7, yes: true, no: false, code: 7, digit: "7" },
      { text: " R&D\r\n", number: 0.12345, whole: 7, yes: true, no: 0, code: "007", digit: "7" },
    ],
  },
  {
    habit: "steps in another order, by their numbers",
    kind: "Webhook",
    field: "steps",
    declared: [step({ stepNumber: 1, timeout: 5 }), step({ stepNumber: 2, timeout: 9 })],
    noise: [[step({ stepNumber: 2, timeout: 9, retryLimit: 0 }), step({ stepNumber: 1, timeout: 5 })]],
    edits: [
      [step({ stepNumber: 1, timeout: 9 }), step({ stepNumber: 2, timeout: 5 })],
      [step({ stepNumber: 1, timeout: 5 })],
      [step({ stepNumber: 2, timeout: 9 }), step({ stepNumber: 1, timeout: 5 }), step({ stepNumber: 3 })],
      [step({ stepNumber: 3, timeout: 9 }), step({ stepNumber: 1, timeout: 5 })],
    ],
  },
  {
    habit: "steps without numbers, which the server gives them",
    kind: "Webhook",
    field: "steps",
    declared: [step({ timeout: 5 }), step({ timeout: 9 })],
    noise: [
      [step({ stepNumber: 2, timeout: 9 }), step({ stepNumber: 1, timeout: 5 })],
      [step({ stepNumber: 1, timeout: 9 }), step({ stepNumber: 0, timeout: 5 })],
      [step({ timeout: 5 }), step({ timeout: 9 })],
    ],
    edits: [
      [step({ timeout: 9 }), step({ timeout: 5 })],
      [step({ stepNumber: 1, timeout: 9 }), step({ stepNumber: 2, timeout: 5 })],
    ],
  },
  {
    habit: "steps of one number",
    kind: "Webhook",
    field: "steps",
    declared: [step({ stepNumber: 1, timeout: 5 }), step({ stepNumber: 1, timeout: 9 }), step({ timeout: 7 })],
    noise: [
      [step({ stepNumber: 3, timeout: 7 }), step({ stepNumber: 1, timeout: 9 }), step({ stepNumber: 1, timeout: 5 })],
    ],
    edits: [
      [step({ stepNumber: 3, timeout: 7 }), step({ stepNumber: 1, timeout: 9 }), step({ stepNumber: 1, timeout: 9 })],
    ],
  },
  {
    habit: "variables in another order, of which two may be written as one",
    kind: "Webhook",
    field: "predefinedVariables",
    declared: [{ name: "a" }, { name: "a " }, { name: "b", value: { x: 1 } }],
    noise: [
      [{ name: "b", value: { x: 1, _rev: 1 } }, { name: "a" }],
      [{ name: "a" }, { name: "a" }, { name: "b", value: { x: "1" } }],
    ],
    edits: [[{ name: "a" }, { name: "b", value: { x: 2 } }], [{ name: "a" }], [{ name: "b", value: { x: 1 } }]],
  },
  {
    habit: "a variable that is covered by another one is not the same one",
    kind: "Webhook",
    field: "predefinedVariables",
    declared: [{ name: "a" }, { name: "a", value: 1 }],
    noise: [[{ name: "a", value: 1 }, { name: "a" }]],
    edits: [[{ name: "a", value: 1 }], [{ name: "a" }]],
  },
  {
    habit: "what may be a credential is masked beside secrets, whatever it is called",
    kind: "Webhook",
    field: "steps",
    declared: [
      step({
        webhookUrl: "https://example.com/a?token=4711-0815",
        webhookBody: { api_key: "4711-0815", deep: [{ pin: 4711 }], stars: "*** a ***" },
        webhookUrlParams: { key: "4711-0815" },
      }),
    ],
    noise: [
      [
        step({
          webhookUrl: "https://example.com/a?token=****",
          webhookBody: { api_key: "********", deep: [{ pin: "****" }], stars: "*** a ***" },
          webhookUrlParams: { key: "471***" },
        }),
      ],
      [
        step({
          webhookUrl: "https://example.com/a?token=4711-0815",
          webhookBody: "[REDACTED]",
          webhookUrlParams: "***",
        }),
      ],
    ],
    edits: [
      [
        "https://example.com/b?token=****",
        { api_key: "***", deep: [{ pin: "***" }], stars: "*** a ***" },
        { key: "***" },
      ],
      [
        "https://example.com/a?token=****",
        { api_key: "4711-0816", deep: [{ pin: "***" }], stars: "*** a ***" },
        { key: "***" },
      ],
      [
        "https://example.com/a?token=****",
        { api_key: "***", deep: [{ pin: "***" }], stars: "*** b ***" },
        { key: "***" },
      ],
      [
        "https://example.com/a?token=****",
        { api_key: "***", deep: [{ pin: "***" }], stars: "*** a ***" },
        { key: "5***" },
      ],
    ].map(([webhookUrl, webhookBody, webhookUrlParams]) => [step({ webhookUrl, webhookBody, webhookUrlParams })]),
  },
  {
    habit: "what is called a credential is masked",
    kind: "Webhook",
    field: "predefinedVariables",
    declared: [
      { name: "crm_token", value: "4711-0815" },
      { name: "greeting", value: "*** hello ***" },
    ],
    noise: [
      [
        { name: "crm_token", value: "********" },
        { name: "greeting", value: "*** hello ***" },
      ],
    ],
    edits: [
      [
        { name: "crm_token", value: "4***6" },
        { name: "greeting", value: "*** hello ***" },
      ],
      [
        { name: "crm_token", value: "***" },
        { name: "greeting", value: "***" },
      ],
    ],
  },
  {
    habit: "secrets masked",
    kind: "Webhook",
    field: "steps",
    declared: [step({ webhookHeaders: { Authorization: "Bearer abcdef1234", "X-Id": "7", none: null } })],
    noise: [
      [step({ webhookHeaders: { Authorization: "********", "X-Id": "***" } })],
      [step({ webhookHeaders: { Authorization: "Bea******1234", "X-Id": "7" } })],
      [step({ webhookHeaders: { Authorization: "Bearer ••••••••", "X-Id": "[REDACTED]" } })],
      [step({ webhookHeaders: { Authorization: "xxxxxxxx", "X-Id": "<hidden>", more: "***" } })],
      [step({ webhookHeaders: "********" })],
      [step({})],
    ],
    edits: [
      [step({ webhookHeaders: { Authorization: "Bearer abcdef1235", "X-Id": "***" } })],
      [step({ webhookHeaders: { Authorization: "Bea******1235", "X-Id": "7" } })],
      [step({ webhookHeaders: { Authorization: "Api******1234", "X-Id": "7" } })],
      [step({ webhookHeaders: { Authorization: "********" } })],
      [step({ webhookHeaders: { Authorization: "********", "X-Id": "8" } })],
      [step({ webhookHeaders: null })],
    ],
  },
  {
    habit: "stars in what is no secret",
    kind: "Campaign",
    field: "notes",
    declared: "call me",
    noise: ["call me"],
    edits: ["***", "call***"],
  },
];

describe.each(habits)("$habit ($kind.$field)", ({ kind, field, declared, noise, edits, inputs }) => {
  it.each(noise.map((shown) => [shown]))("%j is no difference, and the declared value stands", (shown) => {
    expect(live(kind, field, declared, shown, inputs)).toBe(true);
    expect(inDeclaredTerms(fieldOf(kind, field), declared, shown, inputs ?? {})).toBe(declared);
  });

  it.each(edits.map((shown) => [shown]))("%j is one", (shown) => {
    expect(live(kind, field, declared, shown, inputs)).toBe(false);
  });
});

describe("a live value in the terms of the declared one", () => {
  const told = (kind: KindName, field: string, declared: unknown, shown: unknown, inputs: object = {}): unknown =>
    inDeclaredTerms(fieldOf(kind, field), declared, shown, { ...inputs, [field]: declared });

  it("lacks what the program never set", () => {
    const declared = [{ webhookUrl: "https://a.example", webhookMethod: "POST" }];
    const shown = [{ webhookUrl: "https://b.example", webhookMethod: "POST", stepNumber: 1, webhookBody: { a: 1 } }];
    expect(told("Webhook", "steps", declared, shown)).toEqual([
      { webhookUrl: "https://b.example", webhookMethod: "POST" },
    ]);
  });

  it("shows all there is of an entry the program does not have", () => {
    const declared = [{ webhookUrl: "https://a.example" }];
    const shown = [
      { webhookUrl: "https://a.example", stepNumber: 1 },
      { webhookUrl: "https://b.example", webhookBody: null, stepNumber: 2 },
    ];
    expect(told("Webhook", "steps", declared, shown)).toEqual([
      { webhookUrl: "https://a.example" },
      { webhookUrl: "https://b.example", stepNumber: 2 },
    ]);
  });

  it("is the value itself where it is plain", () => {
    expect(told("Campaign", "notes", "a", "b")).toBe("b");
  });

  it("lacks the keys that a server added to a free-form object, and has the declared spelling of the rest", () => {
    const declared = { a: 2, text: "x\r\n", none: null, inner: [{ n: 0.12345 }], gone: 1 };
    const shown = { _rev: 1, inner: [{ n: 0.12, _rev: 1 }], text: "x", a: 1 };
    expect(told("Campaign", "contactsListSourceMetadata", declared, shown)).toEqual({
      a: 1,
      text: "x\r\n",
      none: null,
      inner: [{ n: 0.12345 }],
    });
  });

  it("has the declared order of steps, with what was edited in one and without what was removed", () => {
    const declared = [step({ stepNumber: 1, timeout: 5 }), step({ stepNumber: 2 }), step({ stepNumber: 3 })];
    const shown = [
      step({ stepNumber: 4 }),
      step({ stepNumber: 3 }),
      step({ stepNumber: 1, timeout: 6, retryLimit: 0 }),
    ];
    expect(told("Webhook", "steps", declared, shown)).toEqual([
      step({ stepNumber: 1, timeout: 6 }),
      step({ stepNumber: 3 }),
      step({ stepNumber: 4 }),
    ]);
  });

  it("never holds a mask: the declared secret stands, and one that is another is left out", () => {
    const declared = [step({ timeout: 5, webhookHeaders: { a: "Bearer abcdef1234", b: "2", c: "3" } })];
    const shown = [
      step({ timeout: 6, webhookHeaders: { a: "********", b: "***9", c: "4" } }),
      step({ stepNumber: 2, webhookHeaders: { a: "********", list: ["***", 1] } }),
    ];
    expect(told("Webhook", "steps", declared, shown)).toEqual([
      step({ timeout: 6, webhookHeaders: { a: "Bearer abcdef1234", c: "4" } }),
      step({ stepNumber: 2, webhookHeaders: { list: [1] } }),
    ]);
  });

  it("has the declared spelling of the tags that stayed", () => {
    expect(told("Campaign", "contactsListTags", ["R&D", "vip"], ["gold", "R&amp;D"])).toEqual(["R&D", "gold"]);
  });

  it("matches variables by their names, so that an edit of one shows nothing of another", () => {
    const declared = [
      { name: "a", value: { x: 1 } },
      { name: "b", value: { x: 1 } },
    ];
    const shown = [
      { name: "b", value: { x: 2, _rev: 1 } },
      { name: "a", value: { x: 3, _rev: 1 } },
    ];
    expect(told("Webhook", "predefinedVariables", declared, shown)).toEqual([
      { name: "a", value: { x: 3 } },
      { name: "b", value: { x: 2 } },
    ]);
  });

  it("is a day, also where the live one is a time", () => {
    expect(told("Campaign", "startedAt", "2026-03-01", "2026-03-02T23:00:00Z", paris)).toBe("2026-03-03");
    expect(told("Campaign", "startedAt", "2026-03-01", "2026-03-02T10:30:00Z", paris)).toBe("2026-03-02");
    expect(told("Campaign", "startedAt", "2026-03-01", "soon", paris)).toBe("soon");
  });

  it("keeps a key of any name apart from what objects have by themselves", () => {
    const odd = JSON.parse('{"__proto__": 1, "toString": 2}') as object;
    expect(told("AiAgent", "agentFlow", odd, JSON.parse('{"__proto__": 1, "toString": 2}') as object)).toBe(odd);
    expect(told("AiAgent", "agentFlow", odd, { constructor: 1 })).toEqual({});
  });
});

it("knows whether an answer hides a declared secret", () => {
  const steps = fieldOf("Webhook", "steps");
  const declared = [step({ webhookHeaders: { a: "1" } }), step({})];
  expect(hidesSecret(steps, declared, [step({ webhookHeaders: { a: "***" } })])).toBe(true);
  expect(hidesSecret(steps, declared, [step({})])).toBe(true);
  expect(hidesSecret(steps, declared, [step({ webhookHeaders: { a: "1" } })])).toBe(false);
  expect(hidesSecret(steps, declared, [step({ webhookHeaders: { a: "1" }, webhookBody: { a: "***" } })])).toBe(false);
  expect(hidesSecret(steps, [step({})], [step({ webhookHeaders: { a: "***" } })])).toBe(false);
  expect(hidesSecret(fieldOf("Campaign", "notes"), "a", "***")).toBe(false);
});

it("knows the ways to say nothing", () => {
  for (const nothing of [undefined, null, "", [], {}]) expect(isEmpty(nothing)).toBe(true);
  for (const something of [0, false, " ", [null], { a: undefined }, "0"]) expect(isEmpty(something)).toBe(false);
});
