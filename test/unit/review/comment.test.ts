/** The comment: what a reader is told. */
import { UNKNOWN } from "../../../provider/values/unknown";
import { review } from "../../../provider/cli/review/review";
import { liveParts, renderedMarkdown } from "../../support/rendered";
import { previewText, spring, urnOf, type Step } from "./previewText";

const commentOn = (...steps: Step[]): string =>
  review(previewText(steps), { now: new Date("2026-01-01T00:00:00Z") }).comment;
const edit = (fields: object, more: Partial<Step> = {}): string =>
  commentOn({ op: "update", old: spring, new: { ...spring, ...fields }, ...more });
const rows = (comment: string): string[] => comment.split("\n").filter((line) => /^\| [A-Z]/.test(line));

it("says so when nothing changes", () => {
  expect(commentOn({ op: "same", old: spring, new: spring })).toContain(
    "**Nothing changes: campaigns, agents, numbers and webhooks stay as they are.**",
  );
});

describe("danger comes first", () => {
  const later = { ...spring, callTimeOfDayTo: "19:00:00" };
  const activated = { old: { ...spring, desiredStatus: "paused" }, new: { ...spring, desiredStatus: "active" } };
  const all: readonly Step[] = [
    { op: "delete", name: "e", old: { ...spring, name: "Egone" } },
    { op: "update", name: "f", old: { ...spring, name: "Fnotes" }, new: { ...spring, name: "Fnotes", notes: "x" } },
    { op: "update", name: "d", old: { ...spring, name: "Dhours" }, new: { ...later, name: "Dhours" } },
    { op: "replace", name: "c", old: { ...spring, name: "Cnew" }, new: { ...spring, name: "Cnew", workspace: "x" } },
    {
      op: "update",
      name: "b",
      old: { ...spring, name: "Bwide" },
      new: { ...spring, name: "Bwide", contactsListTags: ["gold", "vip"] },
    },
    { op: "update", name: "a", old: { ...activated.old, name: "Astart" }, new: { ...activated.new, name: "Astart" } },
  ];

  it("in the order status to active, selection, made anew, hours, the rest, whatever order the engine worked in", () => {
    for (const steps of [all, [...all].reverse()]) {
      const comment = commentOn(...steps);
      const heads = comment.split("\n").filter((line) => /^####? /.test(line));
      expect(heads).toEqual([
        ...["### Starts calling", "#### Astart", "### Calls more or other people", "#### Bwide"],
        ...["### Made anew", "#### Cnew", "### Calls at more hours", "#### Dhours"],
        ...["### Other changes", "#### Egone", "#### Fnotes"],
      ]);
      expect(comment).toContain(
        "**1 campaign is deleted, 1 campaign is deleted and made anew, 4 campaigns are changed.**",
      );
    }
  });

  it("before all else the comment names the worst in one line a kind", () => {
    const [, first, ...rest] = commentOn(...all).split("\n\n");
    expect(first?.split("\n")).toEqual([
      "- **Starts calling:** Astart",
      "- **Calls more or other people:** Bwide (tags new: gold)",
      "- **Made anew:** Cnew",
      "- **Calls at more hours:** Dhours (10 hours a week that it did not call at)",
    ]);
    expect(rest[0]).toMatch(/^\*\*1 campaign is deleted/);
  });

  it("a campaign is told once, where it is worst, with all its dangers", () => {
    const comment = commentOn({
      op: "update",
      old: { ...activated.old },
      new: {
        ...activated.new,
        ...later,
        desiredStatus: "active",
        contactsListTags: ["gold", "vip"],
        numberOfCallAttempts: [1000],
      },
    });
    expect(comment.split("#### Spring renewals")).toHaveLength(2);
    const bold = comment
      .slice(comment.indexOf("#### "))
      .split("\n")
      .filter((line) => /^\*\*.*\*\*$/.test(line));
    expect(bold).toEqual([
      "**It is set to active: it calls as soon as its hours and days allow.**",
      "**It calls more or other people: tags new: gold.**",
      "**It calls at more times: 10 hours a week that it did not call at.**",
      "**Out of the ordinary: up to 1000 attempts for each contact.**",
    ]);
  });

  const firstLine = (fields: object, old: object = {}): string =>
    commentOn({ op: "update", old: { ...spring, ...old }, new: { ...spring, ...old, ...fields } }).split("\n\n")[1] ??
    "";

  it.each<[object, object, string]>([
    [{ contactsListTags: [] }, {}, "- **Calls more or other people:** Spring renewals (perhaps everybody)"],
    [
      { contactsListTags: [" ", "\u00a0"] },
      {},
      "- **Calls more or other people:** Spring renewals (perhaps everybody)",
    ],
    [{ contactsListTags: undefined }, {}, "- **Calls more or other people:** Spring renewals (perhaps everybody)"],
    [
      { contactsListTags: ["gold"] },
      {},
      "- **Calls more or other people:** Spring renewals (tags new: gold; no longer: vip)",
    ],
    [
      { contactsListCategories: [] },
      { contactsListCategories: ["renewal"] },
      "- **Calls more or other people:** Spring renewals (no categories any more)",
    ],
    [
      { contactsListTags: "[secret]" },
      {},
      "- **Calls more or other people:** Spring renewals (tags that are not shown)",
    ],
    [
      { endedAt: undefined },
      { endedAt: "2099-05-29" },
      "- **Calls at more hours:** Spring renewals (it ends later, never)",
    ],
    [
      { startedAt: "2099-01-01" },
      { startedAt: "2099-05-01" },
      "- **Calls at more hours:** Spring renewals (it begins earlier, 2099-01-01)",
    ],
    [
      { timeZone: "America/New_York" },
      {},
      "- **Calls at more hours:** Spring renewals (30 hours a week that it did not call at)",
    ],
    [
      { endedAt: UNKNOWN },
      { endedAt: "2099-05-29" },
      "- **Calls at more hours:** Spring renewals (its last day is not shown)",
    ],
    [
      { startedAt: UNKNOWN },
      { startedAt: "2099-05-29" },
      "- **Calls at more hours:** Spring renewals (its first day is not shown)",
    ],
    [{ desiredStatus: UNKNOWN }, { desiredStatus: "paused" }, "- **Starts calling:** Spring renewals (perhaps)"],
    [{ desiredStatus: "[secret]" }, {}, "- **Starts calling:** Spring renewals (perhaps)"],
    [
      { timeZone: UNKNOWN },
      {},
      "- **Calls at more hours:** Spring renewals (when is not known, because its hours are known later)",
    ],
    [{ retryDelay: [1] }, {}, "- **Out of the ordinary:** Spring renewals (1 s between two attempts)"],
    [
      { daysOfWeek: ["monday"], callTimeOfDayTo: "09:00:00" },
      { daysOfWeek: ["monday"] },
      "- **Calls at more hours:** Spring renewals (16 hours a week that it did not call at)\n- **Out of the ordinary:** Spring renewals (hours that begin and end at the same time: never, or all day)",
    ],
  ])("%j after %j: %s", (fields, old, expected) => {
    expect(firstLine(fields, old)).toBe(expected);
  });

  const paired = {
    contactsListSource: ["web", "csv"],
    contactsListTags: ["a", "b"],
    contactsListCategories: ["x", "y"],
    numberOfCallAttempts: [3, 5],
    retryDelay: [60, 600],
    retryDelayUnit: ["seconds", "seconds"],
  };
  const people = "- **Calls more or other people:** Spring renewals";
  const often = "- **Calls more often:** Spring renewals";
  const pairs = `${people} (sources, tags and categories in other pairs)`;

  it.each<[string, object, object, string]>([
    ["tags of other sources", { contactsListTags: ["b", "a"] }, paired, pairs],
    ["categories of other tags", { contactsListCategories: ["y", "x"] }, paired, pairs],
    ["a tag less, which moves the rest", { contactsListTags: ["b"] }, paired, pairs],
    [
      "attempts of other sources",
      { contactsListSource: ["csv", "web"], contactsListTags: ["b", "a"], contactsListCategories: ["y", "x"] },
      paired,
      pairs,
    ],
    ["swapped attempts", { numberOfCallAttempts: [5, 3] }, paired, `${often} (attempts 3, 5 → 5, 3)`],
    ["one attempt more", { numberOfCallAttempts: [4] }, {}, `${often} (attempts 3 → 4)`],
    [
      "attempts of which there were none",
      { numberOfCallAttempts: [4] },
      { numberOfCallAttempts: undefined },
      `${often} (attempts not set → 4)`,
    ],
    ["attempts that are left to Callab", { numberOfCallAttempts: undefined }, {}, `${often} (attempts 3 → not set)`],
    ["a shorter pause", { retryDelay: [600] }, { retryDelay: [3600] }, `${often} (pause 3600 s → 600 s)`],
    [
      "a pause of a smaller unit",
      { retryDelayUnit: ["minutes"] },
      { retryDelay: [24], retryDelayUnit: ["hours"] },
      `${often} (pause 24 hours → 24 min)`,
    ],
    [
      "a pause of a unit that nobody knows",
      { retryDelayUnit: ["moons"] },
      { retryDelay: [24], retryDelayUnit: ["hours"] },
      `${often} (pause 24 hours → 24 moons)`,
    ],
    ["swapped pauses", { retryDelay: [600, 60] }, paired, `${often} (pause 60 s / 600 s → 600 s / 60 s)`],
  ])("%s: a danger", (_, fields, old, expected) => {
    expect(firstLine(fields, old)).toBe(expected);
  });

  it.each<[string, object, object]>([
    [
      "a source less, with all that is its own",
      {
        contactsListSource: ["web"],
        contactsListTags: ["a"],
        contactsListCategories: ["x"],
        numberOfCallAttempts: [3],
        retryDelay: [60],
        retryDelayUnit: ["seconds"],
      },
      paired,
    ],
    ["fewer attempts", { numberOfCallAttempts: [2] }, {}],
    ["a longer pause", { retryDelay: [120] }, {}],
    ["the same pause in another unit", { retryDelay: [1], retryDelayUnit: ["minutes"] }, {}],
    ["fewer tags", { contactsListTags: ["vip"] }, { contactsListTags: ["gold", "vip"] }],
    ["fewer hours", { callTimeOfDayTo: "16:00:00" }, {}],
    ["an earlier end", { endedAt: "2099-01-01" }, {}],
    ["a pause", { desiredStatus: "paused" }, { desiredStatus: "active" }],
    ["other notes", { notes: "x" }, {}],
    ["an extreme that was there before", { notes: "x" }, { numberOfCallAttempts: [1000] }],
    ["a selection of nobody that was so before", { notes: "x" }, { contactsListTags: [] }],
  ])("%s is no danger", (_, fields, old) => {
    expect(firstLine(fields, old)).toBe("**1 campaign is changed.**");
  });

  it("a new campaign that selects nobody comes first too, an inbound one calls nobody", () => {
    const made = { ...spring, contactsListTags: [], desiredStatus: "paused" };
    expect(commentOn({ op: "create", new: made }).split("\n\n")[1]).toBe(
      "- **Calls more or other people:** Spring renewals (perhaps everybody)",
    );
    expect(commentOn({ op: "create", new: { ...made, campaignType: "inbound" } }).split("\n\n")[1]).toBe(
      "**1 campaign is new.**",
    );
  });
});

it("a campaign that people call, and that is to call people, had called nobody", () => {
  const first = (fields: object): string | undefined => {
    const old = { ...spring, ...fields, campaignType: "inbound" };
    return commentOn({ op: "replace", old, new: { ...old, campaignType: "outbound" } }).split("\n\n")[1];
  };
  expect(first({})).toBe(
    "- **Calls more or other people:** Spring renewals (was inbound)\n- **Made anew:** Spring renewals",
  );
  expect(first({ contactsListTags: [] })).toBe(
    "- **Calls more or other people:** Spring renewals (perhaps everybody)\n- **Made anew:** Spring renewals",
  );
});

describe("equal changes", () => {
  const names = ["Berlin", "Paris", "Rome"];
  const inEach = (fields: object): readonly Step[] =>
    names.map((name) => {
      const old = { ...spring, name, contactsListTags: [name.toLowerCase()] };
      return { op: "update", name, old, new: { ...old, ...fields, contactsListTags: [name.toLowerCase(), "new"] } };
    });

  it("are one block with a list", () => {
    const comment = commentOn(...inEach({ callTimeOfDayTo: "18:00:00" }));
    expect(comment.split("\n").filter((line) => line.startsWith("#### "))).toEqual(["#### 3 campaigns alike"]);
    expect(rows(comment)).toEqual([
      "| Hours | 09:00–17:00 | 09:00–18:00 |",
      "| Contacts with the tags | each its own | each its own (new: new) |",
      "| Calling time | 40 hours a week | 45 hours a week |",
    ]);
    for (const name of names)
      expect(comment).toContain(`- **${name}**. **After**: outbound, Mon–Fri 09:00–18:00 Europe/Paris`);
    expect(comment).toContain("- **Calls more or other people:** Berlin; Paris; Rome (tags new: new)");
  });

  it("do not hide the one that differs", () => {
    const [berlin, ...others] = inEach({ callTimeOfDayTo: "18:00:00" });
    const odd: Step = { ...(berlin as Step), new: { ...berlin?.new, callTimeOfDayTo: "23:00:00" } };
    const heads = commentOn(odd, ...others)
      .split("\n")
      .filter((line) => line.startsWith("#### "));
    expect(heads).toEqual(["#### Berlin", "#### 2 campaigns alike"]);
  });
});

it("tells the hours and statuses of all campaigns together", () => {
  const comment = commentOn(
    { op: "update", name: "a", old: spring, new: { ...spring, callTimeOfDayTo: "18:00:00", desiredStatus: "paused" } },
    { op: "same", name: "b", old: spring, new: spring, oldState: { outputs: { status: "active" } } },
    { op: "create", name: "c", new: { ...spring, timeZone: UNKNOWN } },
  );
  expect(comment).toContain(
    "Calling time of all campaigns here: 80 → 85 hours a week (+5), without 1 campaign whose hours cannot be told. " +
      "Status after it: 1 active, 1 left to Callab, 1 paused.",
  );
});

it("shows the week in plain text, before and after, in one zone", () => {
  const comment = review(
    previewText([
      {
        op: "update",
        name: "a",
        old: { ...spring, name: "Spring" },
        new: { ...spring, name: "Spring", daysOfWeek: ["monday", "saturday"] },
      },
      {
        op: "create",
        name: "b",
        new: { ...spring, name: "東京の調査", timeZone: "Asia/Tokyo", startedAt: "2026-01-06" },
      },
    ]),
    { now: new Date("2026-01-05T00:00:00Z"), zone: "Europe/Paris", week: "2026-01-05" },
  ).comment;
  expect(comment).toContain(
    [
      "```text",
      "Week of 2026-01-05, clocks of Europe/Paris",
      "                                   Mon    Tue   Wed   Thu   Fri   Sat   Sun",
      "Spring      before                 9–17   9–17  9–17  9–17  9–17",
      "            after, left to Callab  9–17                           9–17",
      "東京の調査  new, left to Callab    (1–9)  1–9   1–9   1–9   1–9",
      "(…): before the campaign's first day or after its last, so no calls",
      "```",
    ].join("\n"),
  );
  expect(commentOn({ op: "create", new: spring })).not.toContain("(…)");
});

it("counts no hours of a campaign that is completed, unless it is made anew", () => {
  const oldState = { outputs: { status: "completed" } };
  const hours = (op: string): string | undefined =>
    /Calling time of all campaigns here: (.*?)\. /.exec(
      commentOn({ op, old: spring, new: { ...spring, notes: "x" }, oldState }),
    )?.[1];
  expect(hours("update")).toBe("0 hours a week, as before");
  expect(hours("replace")).toBe("0 → 40 hours a week (+40)");
});

it("tells who is called when, before and after", () => {
  const comment = edit({
    daysOfWeek: [...(spring["daysOfWeek"] as string[]), "saturday"],
    contactsListTags: ["gold", "vip"],
  });
  expect(comment).toContain(
    "Before: outbound, Mon–Fri 09:00–17:00 Europe/Paris, up to 3 attempts 60 s apart, tags vip, status left to Callab.",
  );
  expect(comment).toContain(
    "**After**: outbound, Mon–Sat 09:00–17:00 Europe/Paris, up to 3 attempts 60 s apart, tags gold, vip, status left to Callab.",
  );
  expect(rows(comment)).toEqual([
    "| Days | Mon–Fri | Mon–Sat (new: Sat) |",
    "| Contacts with the tags | vip | gold, vip (new: gold) |",
    "| Calling time | 40 hours a week | 48 hours a week |",
  ]);
});

it.each([
  [
    { callTimeOfDayFrom: undefined, callTimeOfDayTo: undefined },
    ["| Hours | 09:00–17:00 | at any time |", "| Calling time | 40 hours a week | 120 hours a week |"],
  ],
  [
    { timeZone: "UTC", callTimeOfDayTo: "16:00:00" },
    ["| Hours | 09:00–17:00 Europe/Paris | 09:00–16:00 UTC |", "| Calling time | 40 hours a week | 35 hours a week |"],
  ],
  [{ endedAt: "2099-05-29" }, ["| First and last day | no first or last day | until 2099-05-29 |"]],
  [{ retryDelay: [120] }, ["| Pause between attempts | 60 s | 120 s |"]],
  [{ numberOfCallAttempts: [0] }, ["| Attempts for each contact | 3 | 0 |"]],
  [{ notes: "" }, ["| Notes | Ends in May | empty |"]],
  [{ desiredStatus: "paused" }, ["| Wanted status | not set | paused |"]],
  [{ deletionPolicy: "retain" }, ["| When it is deleted here | not set | retain |"]],
] as const)("tells the change %j in words", (fields, expected) => {
  expect(rows(edit(fields))).toEqual(expected);
});

it("names agents by their names: unchanged ones, new ones, and ones the program does not manage", () => {
  const old = { ...spring };
  const now = { ...spring, aiAgentId: UNKNOWN };
  const from = { propertyDependencies: { aiAgentId: [urnOf("leo", "AiAgent")] } };
  const comment = commentOn(
    { op: "update", old, new: now, newState: from },
    { op: "create", kind: "AiAgent", name: "leo", new: { name: "Leo", prompt: "…" } },
    {
      op: "same",
      kind: "AiAgent",
      name: "nora",
      old: { name: "Nora" },
      new: { name: "Nora" },
      oldState: { id: spring["aiAgentId"] },
    },
  );
  expect(rows(comment)).toEqual(["| Agent | Nora | Leo |"]);
  expect(rows(edit({ aiAgentId: "33333333-3333-4333-8333-333333333333" }))).toEqual([
    `| Agent | ID ${String(spring["aiAgentId"])} | ID 33333333-3333-4333-8333-333333333333 |`,
  ]);
});

it("explains why a campaign is made anew and what that means", () => {
  const change: Step = {
    op: "replace",
    old: spring,
    new: { ...spring, campaignType: "inbound" },
    replaceReasons: ["campaignType"],
  };
  expect(commentOn(change)).toContain(
    "**It starts from the beginning; people it has already called may be called again.**\n\n`campaignType` of a live campaign cannot be changed: the campaign is deleted and made anew.",
  );
  expect(commentOn({ ...change, old: { ...spring, deletionPolicy: "pause" } })).toContain(
    "The old one: It is paused and stays in Callab.",
  );
});

it.each([
  [{}, {}, "It is paused, then deleted in Callab."],
  [{ deletionPolicy: "complete" }, {}, "It is set to completed and stays in Callab."],
  [{ deletionPolicy: "pause" }, {}, "It is paused and stays in Callab."],
  [{ deletionPolicy: "retain" }, {}, "stays in Callab as it is: if it is active, it goes on calling."],
  [{}, { retainOnDelete: true }, "stays in Callab as it is: if it is active, it goes on calling."],
])("tells what a deletion does with %j %j", (inputs, oldState, told) => {
  expect(commentOn({ op: "delete", old: { ...spring, ...inputs }, oldState })).toContain(told);
});

it("tells the last known status, and what an edit does to it", () => {
  const now = (status: string) => ({ oldState: { outputs: { status } } });
  expect(edit({ notes: "x" }, now("active"))).toContain("Last known status: active.");
  expect(edit({ notes: "x" }, now("completed"))).toContain("this change does not make it call again");
  expect(edit({ notes: "x" }, now("Archived"))).toContain("this change does not make it call again");
  expect(edit({ desiredStatus: "active" }, now("paused"))).toContain(
    "**It is paused now and is set to active: it calls again.**",
  );
  expect(edit({ desiredStatus: "paused" }, now("active"))).toContain("it stops calling.**");
  expect(edit({ desiredStatus: "active" }, now("completed"))).not.toContain("it calls again");
});

it("says of a new campaign whether it calls at once", () => {
  expect(commentOn({ op: "create", new: spring })).toContain("so Callab decides.");
  expect(commentOn({ op: "create", new: { ...spring, desiredStatus: "active" } })).toContain("It is set to active");
  expect(commentOn({ op: "create", new: { ...spring, desiredStatus: "paused" } })).toContain("nobody is called until");
});

describe("secrets", () => {
  const signed = {
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    plaintext: '"hidden-value"',
  };

  it("are never shown: neither a mask's neighbour nor a signed value", () => {
    const comment = edit({ contactsListTags: "[secret]", notes: signed, summary: "outbound, tags hidden-value" });
    expect(comment).not.toMatch(/hidden-value|4dabf/);
    expect(comment).toContain("| Contacts with the tags | vip | secret, not shown |");
    expect(comment).toContain("| Notes | Ends in May | secret, not shown |");
    expect(comment).toContain("(something is secret, not shown)");
  });

  it("are no hours and no people that are not there: the summary claims nothing of them", () => {
    const hidden = { callTimeOfDayFrom: "[secret]", callTimeOfDayTo: signed, contactsListTags: ["vip", "[secret]"] };
    const comment = edit(hidden);
    expect(comment).toContain(
      "**After**: outbound, Mon–Fri (secret)–(secret) Europe/Paris, up to 3 attempts 60 s apart, status left to Callab (something is secret, not shown).",
    );
    expect(comment).not.toMatch(/at any time|everybody|hidden-value/);
  });

  it("are told as a change where nothing else is", () => {
    const steps = "[secret]";
    const comment = commentOn({
      op: "update",
      kind: "Webhook",
      name: "crm",
      old: { name: "CRM", steps },
      new: { name: "CRM", steps },
    });
    expect(comment).toContain("**CRM** (webhook) changes: something that is secret, not shown.");
  });

  describe("of a preview taken with --show-secrets", () => {
    const agent = { name: "Ada", prompt: "You sell hidden-value to people.", workspace: "default" };
    const told = (text: string, ...steps: Step[]): string => {
      const notice = { severity: "warning", urn: urnOf("spring"), message: `warning: \u001b[33m${text}\u001b[0m` };
      return review(previewText(steps, [notice]), { now: new Date("2026-01-01T00:00:00Z") }).comment;
    };

    it("are known by the program's own mark, before and after it was made", () => {
      for (const [before, after] of [
        [["prompt"], ["prompt"]],
        [undefined, ["prompt"]],
        [["prompt"], undefined],
      ]) {
        const comment = told("hidden-value is nobody's business", {
          op: "update",
          kind: "AiAgent",
          name: "ada",
          old: { ...agent, prompt: "You sold hidden-value to people.", __secrets: before },
          new: { ...agent, name: "Ada II", __secrets: after },
        });
        expect(comment).toContain("Ada II");
        expect(comment).not.toMatch(/You sell|You sold/);
        expect(comment).not.toContain("__secrets");
      }
    });

    it("are known by the schema", () => {
      const steps = (value: string): object => ({
        steps: [{ webhookUrl: `https://me:${value}@example.com`, webhookHeaders: { Authorization: value } }],
      });
      const comment = told("the API said: hidden-value-2, %22hidden-value-2%22", {
        op: "update",
        kind: "Webhook",
        name: "crm",
        old: { name: "CRM", ...steps("hidden-value-1") },
        new: { name: "CRM", ...steps("hidden-value-2") },
      });
      expect(comment).toContain("something that is secret, not shown");
      expect(comment).toContain("the API said");
      expect(comment).not.toMatch(/hidden-value|\u001b/);
    });

    it("are not in the sentence that is made of them, and leave the week unknown where they are its hours", () => {
      const secret = {
        ...spring,
        contactsListTags: ["hidden-value"],
        summary: "calls hidden-value",
        __secrets: ["contactsListTags"],
      };
      const comment = told("calls hidden-value", { op: "create", new: secret });
      expect(comment).not.toContain("hidden-value");
      // What a reference names is in no sentence.
      const named = told("", { op: "create", new: { ...spring, __secrets: ["aiAgentId"] } });
      expect(named).toContain("Mon–Fri");
    });
  });

  it("of a name leave the resource's name", () => {
    expect(commentOn({ op: "create", new: { ...spring, name: "[secret]" } })).toContain("#### spring\n");
  });

  it("in free-form objects stay there: only keys are told", () => {
    const comment = edit({
      webhookMappingVariables: { key: "hidden-value" },
      contactsListSourceMetadata: { web: { token: "hidden-value" } },
    });
    expect(comment).not.toContain("hidden-value");
    expect(comment).toContain("| Webhook mapping variables | not set | key |");
  });

  it("in a webhook's address stay there", () => {
    const steps = (token: string) => [{ webhookUrl: `https://example.com/?token=${token}` }];
    const comment = commentOn({
      op: "update",
      kind: "Webhook",
      old: { name: "CRM", steps: steps("hidden-a") },
      new: { name: "CRM", steps: steps("hidden-b"), maxRetries: 3 },
    });
    expect(comment).toContain("(webhook) changes: max retries not set → 3; steps.");
    expect(comment).not.toContain("hidden");
  });
});

describe("agents, numbers and webhooks", () => {
  it("are told in a line each, with the few words that differ", () => {
    const prompt = "You ask three questions about the last delivery, and then you thank the person.";
    const comment = commentOn({
      op: "update",
      kind: "AiAgent",
      old: { name: "Nora", prompt, language: "en-GB" },
      new: { name: "Nora", prompt: prompt.replace("three", "two"), language: "en-US" },
    });
    expect(comment).toContain(
      "- **Nora** (agent) changes: language “en-GB” → “en-US”; prompt “… ask three questions …” → “… ask two questions …”.",
    );
    expect(comment).toContain("**No campaign is changed.** What campaigns use is changed: see below.");
  });

  it("counts the words of a text that is written anew", () => {
    const text = (word: string) => Array.from({ length: 40 }, (_, index) => `${word}${index}`).join(" ");
    const update = { op: "update", kind: "AiAgent" };
    expect(
      commentOn({ ...update, old: { name: "N", prompt: text("a") }, new: { name: "N", prompt: text("b") } }),
    ).toContain("prompt is reworded (40 → 40 words).");
  });

  it("a number is kept unless the program says that it is released", () => {
    const number = { phoneNumber: "+442079460101" };
    expect(commentOn({ op: "delete", kind: "PhoneNumber", old: number })).toContain("it stays in Callab as it is.");
    expect(commentOn({ op: "delete", kind: "PhoneNumber", old: { ...number, deletionPolicy: "delete" } })).toContain(
      "**A released number may be lost for good.**",
    );
  });
});

it("tells warnings at the object's name", () => {
  const warning = { urn: urnOf("spring"), severity: "warning", message: "warning: endedAt: is in the past\n" };
  const text = previewText([{ op: "create", new: spring }], [warning]);
  expect(review(text, { now: new Date(0) }).comment).toContain(
    "### Warnings\n\n- **Spring renewals**: endedAt: is in the past\n",
  );
});

it("lets no name write to the page", () => {
  const name = "@team <img src=x> #1 | **bold** `x` [a](https://example.com)\n## Approved";
  const comment = edit({ name });
  const heading = comment.split("\n").find((line) => line.startsWith("#### "));
  expect(heading?.replaceAll("\u200b", "·")).toBe(
    "#### ·@·team &lt;img src=x&gt; #·1 \\| \\*\\*bold\\*\\* \\`x\\` \\[a\\](https:/·/example.com) #·#· Approved",
  );
  expect(comment).not.toMatch(/^## Approved/m);
  expect(rows(comment).every((row) => row.replaceAll("\\|", "").split("|").length === 5)).toBe(true);
});

describe("a name in the rendered comment", () => {
  const plainly = renderedMarkdown(edit({ name: "Spring" }));

  it.each([
    "@team and @org/team",
    "closes #1, GH-2, org/repo#3",
    "www.evil.example.com https://evil.example.com ftp://evil.example.com",
    "somebody@evil.example.com",
    "mailto:somebody@evil.example.com",
    ":tada: :+1:",
    "<b>bold</b> <!-- x --> &#64;team &commat;team",
    "[x](https://evil.example.com) ![x](https://evil.example.com/x.png) <https://evil.example.com>",
    "[^1] [ ] ~~x~~ $x$ ==x== ^x^",
    "- item",
    "1. item",
    "> quote",
    "***",
    "`code` ```",
    "a | b | c",
    "line\n\n# heading\n\n- list\u2028- list",
    "\u202e\u200b\u0000\u001b[31mred",
    "back\\slash \\",
  ])("%j is text: it calls nobody, leads nowhere and makes no element", (name) => {
    const rendered = renderedMarkdown(edit({ name }));
    expect(liveParts(rendered)).toEqual([]);
    expect(rendered.targets).toEqual([]);
    // Before and after are two rows more: the name changes.
    expect(new Set(rendered.elements)).toEqual(new Set(plainly.elements));
    expect(rendered.elements.filter((element) => element === "h4")).toHaveLength(1);
  });

  it("is text in a warning, in an error, and where a property is named", () => {
    const urn = urnOf("- @team [x](https://evil.example.com)");
    const message = "1. @team #1 <b>x</b> www.evil.example.com\n- [ ] x";
    const diagnostics = [
      { urn, severity: "warning", message },
      { urn, severity: "error", message: `${message}\n\`\`\`\n@team` },
    ];
    const replaced: Step = { op: "replace", old: spring, new: spring, replaceReasons: ["a`@team` <b>"] };
    const rendered = renderedMarkdown(review(previewText([replaced], diagnostics), { now: new Date(0) }).comment);
    expect(liveParts(rendered)).toEqual([]);
    expect(rendered.targets).toEqual([]);
    expect(rendered.elements).not.toContain("b");
    expect(rendered.elements.filter((element) => ["ul", "ol", "li"].includes(element))).toEqual([
      ...["ul", "li"], // What is dangerous.
      ...["ul", "li"], // The warning.
    ]);
  });
});

it.each(["- x", "+ x", "1. x", "2) x", "---", "- - x", "12. "])("keeps %j one entry of the warnings", (message) => {
  const paused = { ...spring, desiredStatus: "paused" };
  const text = previewText([{ op: "create", new: paused }], [{ severity: "warning", message }]);
  const { elements } = renderedMarkdown(review(text, { now: new Date(0) }).comment);
  expect(elements.filter((element) => ["ul", "ol", "li", "hr"].includes(element))).toEqual(["ul", "li"]);
});

it("shows an error as it is, whatever marks are in it", () => {
  const text = previewText([], [{ severity: "error", message: "```\n# not a heading\n```" }]);
  expect(review(text, { now: new Date(0) }).comment).toContain("````text\n```\n# not a heading\n```\n````");
});

it("fits into a comment however many campaigns change, and still names every deletion", () => {
  const steps = Array.from({ length: 150 }, (_, index): Step => {
    const name = `Campaign number ${String(index).padStart(3, "0")}`;
    return index < 50
      ? { op: "delete", name: `d${index}`, old: { ...spring, name } }
      : {
          op: "update",
          name: `u${index}`,
          old: { ...spring, name },
          new: { ...spring, name, contactsListTags: ["x".repeat(190)] },
        };
  });
  const comment = commentOn(...steps);
  expect(comment.length).toBeLessThan(65_536);
  expect(comment).toContain("**50 campaigns are deleted, 100 campaigns are changed.**");
  expect(
    Array.from({ length: 50 }, (_, index) => `- **Campaign number ${String(index).padStart(3, "0")}`).every((head) =>
      comment.includes(head),
    ),
  ).toBe(true);
});

it("shows the picture where it is told to, and only if there is something in it", () => {
  const options = { pictureLink: "images/a b.svg", now: new Date(0) };
  expect(review(previewText([{ op: "create", new: spring }]), options).comment).toContain("](images/a%20b.svg)");
  expect(review(previewText([]), options).comment).not.toContain("![");
});

it.each([
  "x) [evil](https://evil.example.com",
  "x\\) <b>evil</b>",
  'x "title") @team',
  "x>\n\n# evil",
  "week.svg?a=[b](c)&d=é#(e)",
])("keeps the picture at %j one picture", (pictureLink) => {
  const options = { pictureLink, now: new Date(0) };
  const rendered = renderedMarkdown(review(previewText([{ op: "create", new: spring }]), options).comment);
  expect(rendered.targets).toHaveLength(1);
  expect(rendered.elements.filter((element) => ["a", "img", "b", "h1"].includes(element))).toEqual(["img"]);
  expect(liveParts(rendered)).toEqual([]);
});

it.each(["javascript:alert(1)", "data:image/svg+xml,x", "//evil.example.com/x.svg", "https:///x"])(
  "takes no picture from %j",
  (pictureLink) => {
    expect(() => review(previewText([]), { pictureLink, now: new Date(0) })).toThrow(/must begin with https:/);
  },
);

it("refuses a preview that is nested without end, with a sentence", () => {
  const deep = `{"steps":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  expect(() => review(deep, { now: new Date(0) })).toThrow("nested deeper than 256 levels");
});
