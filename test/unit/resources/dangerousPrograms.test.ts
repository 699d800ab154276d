/**
 * Forty programs that are dangerous or mistaken, and what a person is told of each: an error where a guess would phone people,
 * else a warning with the ID of its rule. And ordinary ones, of which nothing is told.
 */
import * as pulumi from "@pulumi/pulumi";
import { callab, toldOf, type Told } from "../../support/programOf";

const agentId = "3f1f7a52-0a55-4c8e-9f0e-6a1c2b3d4e5f";

/** A campaign of which nothing is to be told. */
const good = {
  name: "Spring renewals",
  notes: "Customers whose contract ends in May",
  campaignType: "outbound",
  aiAgentId: agentId,
  outboundPhoneNumberId: "8c0f7d64-5b1e-4e0a-8a7d-2f9b6c3d1e0a",
  contactsListTags: ["vip"],
  daysOfWeek: ["mon", "tue", "wed", "thu", "fri"],
  callTimeOfDayFrom: "9:00",
  callTimeOfDayTo: "17:00",
  timeZone: "Europe/Paris",
  desiredStatus: "paused",
};
const without = (...names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name)));
const unselected = without("contactsListTags");
const unlimited = without("callTimeOfDayFrom", "callTimeOfDayTo");
const unmanaged = without("desiredStatus");
const active = { ...good, desiredStatus: "active" };
/** What JavaScript makes of a value within a text. */
const inText = (value: unknown): string => `(${value as string})`;
const everyDay = [0, 1, 2, 3, 4, 5, 6];

const spring = (args?: unknown, options?: object) => () => {
  new callab.Campaign("spring", args, options);
};
const filtered = (tags: readonly string[]): readonly string[] => tags.filter((tag) => tag.startsWith("gold"));

type Case = readonly [what: string, program: () => void, told: string | RegExp];

const errors: readonly Case[] = [
  [
    "a computed filter empties the tags of a live campaign",
    spring({ ...good, contactsListTags: filtered(["vip"]) }),
    /contactsListTags: selects nobody.*perhaps everybody.*allowAllContacts: true.*\(campaign\/no-selection\)/,
  ],
  ["no selection at all", spring(unselected), /\(campaign\/no-selection\)/],
  ["a tag from an empty setting", spring({ ...unselected, contactsListTags: [""] }), /\(campaign\/no-selection\)/],
  [
    "a category of Unicode blanks",
    spring({ ...unselected, contactsListCategories: ["\u00a0\u200b"] }),
    /contactsListCategories: selects nobody.*\(campaign\/no-selection\)/,
  ],
  ["a source that is null", spring({ ...unselected, contactsListSource: [null] }), /\(campaign\/no-selection\)/],
  [
    "an end before the start",
    spring({ ...good, startedAt: "2099-06-01", endedAt: "2099-05-01" }),
    'endedAt: "2099-05-01" is before startedAt (2099-06-01) (campaign/dates)',
  ],
  [
    "a window that begins when it ends",
    spring({ ...good, callTimeOfDayTo: "9:00" }),
    /never or all day.*\(campaign\/window\)/,
  ],
  [
    "a name made of a promise",
    spring({ ...good, name: `Spring ${inText(Promise.resolve("x"))}` }),
    /name: holds "\[object Promise\]".*\(input\/not-a-text\)/,
  ],
  [
    "a name made of an object",
    spring({ ...good, name: `Spring ${inText({})}` }),
    /name: holds "\[object Object\]".*\(input\/not-a-text\)/,
  ],
  [
    "a name made of an output",
    spring({ ...good, name: `Spring ${inText(pulumi.output("x"))}` }),
    /name: holds "Calling \[toString\].*\(input\/not-a-text\)/,
  ],
  [
    "a prompt made of an output",
    () => {
      new callab.AiAgent("ada", { name: "Ada", prompt: `Say ${inText(pulumi.output("x"))}` });
    },
    /prompt: holds "Calling.*\(input\/not-a-text\)/,
  ],
  ["a blank name", spring({ ...good, name: " \u200b" }), /name: must not be empty.*\(input\/blank\)/],
  [
    "half of a character",
    spring({ ...good, notes: "\ud83d" }),
    /notes: is not well-formed Unicode.*\(input\/unicode\)/,
  ],
  [
    "a Date for a day",
    spring({ ...good, startedAt: new Date("2099-03-02") }),
    'startedAt: is a Date, and the API takes a text; write the day as "2099-03-02", or a time of day as "09:00" (input/date-object)',
  ],
  [
    "a Date deep in a free object",
    spring({ ...good, webhookMappingVariables: { since: new Date("2099-03-02") } }),
    /webhookMappingVariables\.since: is a Date.*\(input\/date-object\)/,
  ],
  [
    "no arguments",
    spring(),
    /^Campaign "spring": has no arguments: a campaign needs name, notes, .*\(input\/no-arguments\)$/,
  ],
  ["arguments that come later", spring(pulumi.output(good)), /has no arguments.*\(input\/no-arguments\)/],
  [
    "the option import",
    spring(good, { import: agentId }),
    /import: is a resource option that has no effect here; declare the object as it is, set `adopt: true`, or name its ID as `existingId`.*\(input\/import\)/,
  ],
  [
    "timeouts that nobody heeds",
    spring(good, { customTimeouts: { create: "1h" } }),
    /customTimeouts: .*callab:timeoutSeconds.*\(input\/option-without-effect\)/,
  ],
  [
    "replacements by field",
    spring(good, { replaceOnChanges: ["notes"] }),
    /replaceOnChanges: .*\(input\/option-without-effect\)/,
  ],
  [
    "a delete of the campaign that nobody is asked for",
    spring(good, { retainOnDelete: true }),
    /retainOnDelete: has the engine forget the campaign without a delete: it would call on.*`deletionPolicy: "retain"`.*\(input\/unseen-delete\)/,
  ],
  [
    "one that is left to the delete of something else",
    spring(good, { deletedWith: {} }),
    /deletedWith: .* without a delete: it would call on, .*; take it out.*\(input\/unseen-delete\)/,
  ],
  [
    "an agent that is",
    () => new callab.AiAgent("ada", { name: "Ada", prompt: "Be brief." }, { deletedWith: {} }),
    /^AiAgent "ada": deletedWith: has the engine forget the agent .*: it would live on/,
  ],
  [
    "a provider of its own",
    spring(good, { provider: {} }),
    /provider: .*callab:apiToken.*\(input\/option-without-effect\)/,
  ],
  [
    "two copies side by side",
    spring(good, { deleteBeforeReplace: false }),
    /deleteBeforeReplace: .*two copies would call the same people.*\(input\/option-without-effect\)/,
  ],
  [
    "a status of the API's",
    spring({ ...unmanaged, status: "paused" }),
    'status: is reported by the API, and cannot be set; did you mean "desiredStatus"? (input/unknown-property)',
  ],
  [
    "a mistyped selection",
    spring({ ...unselected, contactsListTag: ["vip"] }),
    /contactsListTag: is not a known property; did you mean "contactsListTags"\?/,
  ],
  [
    "a number in place of its ID",
    spring({ ...good, outboundPhoneNumberId: "+15550100199" }),
    /outboundPhoneNumberId: .*getPhoneNumber.*\(input\/id\)/,
  ],
  [
    "attempts as a text",
    spring({ ...good, numberOfCallAttempts: "3" }),
    /numberOfCallAttempts: "3" must be a list; did you mean \[3\]\? \(input\/type\)/,
  ],
  [
    "a time that is none",
    spring({ ...good, callTimeOfDayTo: "17:75" }),
    /near it are "17:59:59" and "18:00:00" \(input\/time\)/,
  ],
  [
    "an abbreviation of a zone",
    spring({ ...good, timeZone: "EST5" }),
    /did you mean "America\/New_York"\? \(input\/time-zone\)/,
  ],
  [
    "one campaign twice",
    () => {
      spring(good)();
      new callab.Campaign("summer", good);
    },
    /declared twice: the resources "spring" and "summer".*\(input\/declared-twice\)/,
  ],
  [
    "a warning that is accepted by no name",
    spring({ ...good, acceptedWarnings: ["campaign/no-windw"] }),
    /did you mean "campaign\/no-window"\? \(input\/accepted-warnings\)/,
  ],
  [
    "an error that is accepted",
    spring({ ...good, acceptedWarnings: ["campaign/no-selection"] }),
    /is the rule of an error, which cannot be accepted.*\(input\/accepted-warnings\)/,
  ],
];

const sameHours = (): void => {
  new callab.Campaign("spring", active);
  new callab.Campaign("summer", { ...active, name: "Summer", callTimeOfDayFrom: "16:00", callTimeOfDayTo: "20:00" });
};

const greeting = (mapping: object): void => {
  const ada = new callab.AiAgent("ada", { name: "Ada", prompt: "Greet {{first_name}} of {{ company }}." });
  new callab.Campaign("spring", { ...good, aiAgentId: ada.id, agentVariablesContactMetadataMapping: mapping });
};

const warnings: readonly Case[] = [
  [
    "a thousand attempts",
    spring({ ...good, numberOfCallAttempts: [1000], retryDelay: [3600], retryDelayUnit: ["seconds"] }),
    /numberOfCallAttempts\[0\]: 1000 .*\(campaign\/many-attempts\)/,
  ],
  [
    "attempts a second apart",
    spring({ ...good, numberOfCallAttempts: [3], retryDelay: [1], retryDelayUnit: ["seconds"] }),
    /retryDelay\[0\]: 1 .*\(campaign\/short-pause\)/,
  ],
  ["no window", spring(unlimited), /people may be called at any hour, also at night \(campaign\/no-window\)/],
  ["every day at any hour", spring({ ...unlimited, daysOfWeek: everyDay }), /\(campaign\/any-hour\)/],
  [
    "a new campaign that may call at once",
    spring(unmanaged),
    /the new campaign may call at once; .*"paused".*\(campaign\/starts-at-once\)/,
  ],
  [
    "two active campaigns for the same people",
    sameHours,
    'Campaign "summer": desiredStatus: calls the same people at the same hours as Campaign "spring", which is active too (campaign/same-people)',
  ],
  [
    "a placeholder that nothing fills",
    () => greeting({ first_name: "contact.firstname" }),
    'Campaign "spring": agentVariablesContactMetadataMapping: fills no {{company}}, which AiAgent "ada" has in its prompt (campaign/unmapped-placeholder)',
  ],
  [
    "an agent without tools",
    () => {
      new callab.AiAgent("ada", { name: "Ada", prompt: "Hello", globalTools: {} });
    },
    /globalTools: is empty.*\(agent\/no-tools\)/,
  ],
  [
    "lists that do not match",
    spring({
      ...good,
      contactsListSource: ["web", "manual"],
      numberOfCallAttempts: [3],
      retryDelay: [60],
      retryDelayUnit: ["seconds"],
    }),
    /does not match the other lists.*\(campaign\/parallel-lists\)/,
  ],
  [
    "a window over midnight",
    spring({ ...good, callTimeOfDayFrom: "22:00", callTimeOfDayTo: "6:00" }),
    /\(campaign\/over-midnight\)/,
  ],
  ["a zone without daylight saving", spring({ ...good, timeZone: "EST" }), /\(campaign\/fixed-zone\)/],
  ["a campaign that is over", spring({ ...good, endedAt: "2020-01-01" }), /in the past.*\(campaign\/past-dates\)/],
  [
    "a webhook in clear",
    () => {
      new callab.Webhook("crm", { name: "CRM", steps: [{ webhookUrl: "http://example.com/hook" }] });
    },
    /\(webhook\/not-encrypted\)/,
  ],
];

const fits = (line: string, told: string | RegExp): boolean =>
  typeof told === "string" ? line.includes(told) : told.test(line);

it("are forty at least", () => {
  expect(errors.length + warnings.length).toBeGreaterThanOrEqual(40);
});

it.each(errors)("error: %s", async (_what, program, told) => {
  const found = await toldOf(program);
  expect(found.errors.filter((line) => fits(line, told))).toHaveLength(1);
  for (const line of found.errors) expect(line).toMatch(/^(Campaign|AiAgent) "\w+": .+ \((campaign|input)\/[\w-]+\)$/);
});

it.each(warnings)("warning: %s", async (_what, program, told) => {
  const found = await toldOf(program);
  expect(found.errors).toEqual([]);
  expect(found.warnings).toHaveLength(1);
  expect(fits(found.warnings[0] ?? "", told)).toBe(true);
  expect(found.warnings[0]).toMatch(/^\w+ "\w+": .+ \((campaign|agent|webhook)\/[\w-]+\)$/);
});

const nothing: Told = { errors: [], warnings: [] };

describe("nothing is told", () => {
  it.each<[string, () => void]>([
    ["of an ordinary campaign", spring(good)],
    ["of one that calls everybody, and says so", spring({ ...unselected, allowAllContacts: true })],
    [
      "of what is not known yet",
      spring({
        ...good,
        contactsListTags: pulumi.output(["vip"]),
        name: Promise.resolve("Spring"),
        timeZone: pulumi.secret("Europe/Paris"),
      }),
    ],
    [
      "of two active campaigns at other hours",
      () => {
        spring(active)();
        new callab.Campaign("summer", {
          ...active,
          name: "Summer",
          callTimeOfDayFrom: "17:00",
          callTimeOfDayTo: "20:00",
        });
      },
    ],
    [
      "of two active campaigns on other clocks",
      () => {
        spring(active)();
        new callab.Campaign("summer", { ...active, name: "Summer", timeZone: "America/Los_Angeles" });
      },
    ],
    [
      "of two active campaigns for other people",
      () => {
        spring(active)();
        new callab.Campaign("summer", { ...active, name: "Summer", contactsListTags: ["gold"] });
      },
    ],
    [
      "of two campaigns of which one is paused",
      () => {
        spring(active)();
        new callab.Campaign("summer", { ...good, name: "Summer" });
      },
    ],
    [
      "of placeholders that are filled",
      () => greeting({ first_name: "contact.firstname", company: "contact.company" }),
    ],
    [
      "of a prompt that is secret",
      () => {
        const ada = new callab.AiAgent("ada", { name: "Ada", prompt: pulumi.secret("Greet {{name}}.") });
        new callab.Campaign("spring", { ...good, aiAgentId: ada.id });
      },
    ],
  ])("%s", async (_what, program) => {
    expect(await toldOf(program)).toEqual(nothing);
  });

  it("of what exists, where only a new one may call at once", async () => {
    expect(await toldOf(spring(unmanaged), { isNew: false })).toEqual(nothing);
    expect(await toldOf(spring({ ...good, startedAt: "2020-01-01" }), { isNew: false })).toEqual(nothing);
  });

  it("of what is accepted, by the resource or by the configuration", async () => {
    expect(await toldOf(spring({ ...unlimited, acceptedWarnings: ["campaign/no-window"] }))).toEqual(nothing);
    expect(await toldOf(spring(unlimited), { config: { acceptedWarnings: "campaign/no-window" } })).toEqual(nothing);
    const both = () => {
      spring(active)();
      new callab.Campaign("summer", { ...active, name: "Summer", acceptedWarnings: ["campaign/same-people"] });
    };
    expect(await toldOf(both)).toEqual(nothing);
  });
});

it("tells a warning once for each resource, also where the rest of the inputs comes later", async () => {
  const { warnings: told } = await toldOf(spring({ ...unlimited, name: pulumi.output("Spring") }));
  expect(told).toEqual([expect.stringContaining("campaign/no-window")]);
});

it("tells of several campaigns for the same people once at each, and of two of them at one", async () => {
  const names = ["a", "b", "c"];
  const { warnings: told } = await toldOf(() => {
    for (const name of names) new callab.Campaign(name, { ...active, name, aiAgentId: pulumi.output(agentId) });
  });
  expect(told).toEqual([
    'Campaign "b": desiredStatus: calls the same people at the same hours as Campaign "a", which is active too (campaign/same-people)',
    'Campaign "c": desiredStatus: calls the same people at the same hours as Campaign "a", Campaign "b", which are active too (campaign/same-people)',
  ]);
});

describe("in an emergency stop", () => {
  const config = { pauseAll: "true" };

  it("mistakes are told beside it and hold nothing back; what is only to be considered is not told", async () => {
    const { errors: report, warnings: told } = await toldOf(spring({ ...unlimited, timeZone: "EST5" }), { config });
    expect(report).toEqual([]);
    expect(told).toEqual([
      expect.stringMatching(/^callab:pauseAll is true: this run pauses every campaign of this stack that it comes to/),
      expect.stringMatching(/^Campaign "spring": timeZone: "EST5".*\(input\/time-zone\)$/),
    ]);
  });

  it("a campaign that does not come back paused is named: the engine was told to leave it out", async () => {
    const { warnings: told } = await toldOf(spring(active), { config });
    expect(told).toEqual([
      expect.stringMatching(/^callab:pauseAll is true/),
      expect.stringMatching(/^Campaign "spring": this run of the emergency stop does not come to it/),
    ]);
  });

  it("so are those of the configuration, but for what it takes to reach the API", async () => {
    const slips = { ...config, maxRetries: "many", onDrft: "fail" };
    const { errors: report, warnings: told } = await toldOf(spring(good), { config: slips });
    expect(report).toEqual([]);
    expect(told.join()).toMatch(/callab:onDrft is not known.*callab:maxRetries must be a whole number/);
    expect((await toldOf(spring(good), { config: { ...config, baseUrl: "nowhere" } })).errors).toHaveLength(1);
    expect((await toldOf(spring(good), { config: { pauseAll: "yes" } })).errors.join()).toContain(
      'callab:pauseAll must be "false" or "true", not "yes"',
    );
  });
});

it("judges later what was not known at first", async () => {
  const later = pulumi.output(["web", "manual"]);
  const { warnings: told } = await toldOf(spring({ ...good, contactsListSource: later, numberOfCallAttempts: [3] }));
  expect(told).toEqual([expect.stringContaining("(campaign/parallel-lists)")]);
});
