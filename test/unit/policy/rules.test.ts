/** The policy pack's rules, as functions. */
import {
  callingHours,
  callsApart,
  defaultCeilings,
  defaultHours,
  managedStatus,
  namedAttempts,
  namedAudience,
  protectedCampaign,
  retryCeilings,
  saysSomething,
} from "../../../policy/rules";

const campaign = {
  campaignType: "outbound",
  timeZone: "Europe/Paris",
  callTimeOfDayFrom: "09:00:00",
  callTimeOfDayTo: "17:00:00",
  daysOfWeek: ["monday", "friday"],
  numberOfCallAttempts: [3],
  retryDelay: [60],
  retryDelayUnit: ["seconds"],
};

describe("calling hours", () => {
  const settings = { hours: defaultHours };
  const judged = (fields: object, more: object = {}): string[] =>
    callingHours({ ...campaign, ...fields }, { ...settings, ...more });

  it("are content with hours and days that are allowed, to the minute", () => {
    expect(judged({})).toEqual([]);
    expect(judged({ callTimeOfDayFrom: "08:00:00", callTimeOfDayTo: "20:00:00", daysOfWeek: ["saturday"] })).toEqual(
      [],
    );
  });

  it.each([
    [
      { callTimeOfDayFrom: "07:59:00" },
      "callTimeOfDayFrom 07:59 is too early; calls are allowed from 08:00 to 20:00 (Europe/Paris)",
    ],
    [
      { callTimeOfDayTo: "20:00:01" },
      "callTimeOfDayTo 20:00:01 is too late; calls are allowed from 08:00 to 20:00 (Europe/Paris)",
    ],
    [
      { callTimeOfDayTo: "02:00:00" },
      "the hours 09:00 to 02:00 run over midnight or are empty; calls are allowed from 08:00 to 20:00 (Europe/Paris)",
    ],
    [
      { callTimeOfDayTo: undefined },
      "callTimeOfDayTo is not set, so calls are not limited to any hours; calls are allowed from 08:00 to 20:00 (Europe/Paris)",
    ],
    [
      { daysOfWeek: ["sunday", "monday"] },
      "daysOfWeek has sunday; calls are allowed on monday, tuesday, wednesday, thursday, friday, saturday (Europe/Paris)",
    ],
  ])("refuse %j", (fields, problem) => {
    expect(judged(fields)).toEqual([problem]);
  });

  it("tell every problem of a campaign", () => {
    expect(judged({ callTimeOfDayFrom: "06:00:00", callTimeOfDayTo: "22:00:00", daysOfWeek: ["sunday"] })).toHaveLength(
      3,
    );
  });

  it("read the spellings that programs use", () => {
    expect(judged({ callTimeOfDayFrom: "7:30", daysOfWeek: ["Sun", 0] })).toHaveLength(2);
  });

  it("of a zone go before those for all, under any name of the zone, and are filled up from them", () => {
    const zones = { "Asia/Kolkata": { from: "10:00", days: ["mon"] } };
    const fields = { timeZone: "Asia/Calcutta", daysOfWeek: ["monday"] };
    expect(judged(fields, { zones })).toEqual([
      "callTimeOfDayFrom 09:00 is too early; calls are allowed from 10:00 to 20:00 (Asia/Calcutta)",
    ]);
    expect(judged({ ...fields, callTimeOfDayFrom: "10:00:00" }, { zones })).toEqual([]);
  });

  it("do not concern inbound campaigns, which call nobody", () => {
    expect(judged({ campaignType: "inbound", callTimeOfDayFrom: undefined, daysOfWeek: ["sunday"] })).toEqual([]);
  });

  it("refuse a setting that is no time rather than allow everything", () => {
    expect(callingHours(campaign, { hours: { ...defaultHours, from: "nine" } })[0]).toContain("the policy's own hours");
  });
});

describe("retry ceilings", () => {
  const judged = (fields: object, ceilings = defaultCeilings): string[] =>
    retryCeilings({ ...campaign, ...fields }, ceilings);

  it("are content at the ceiling and the floor", () => {
    expect(judged({ numberOfCallAttempts: [5], retryDelay: [60] })).toEqual([]);
  });

  it("refuse more attempts, source by source", () => {
    expect(judged({ numberOfCallAttempts: [3, 6], retryDelay: [60, 60] })).toEqual([
      "numberOfCallAttempts[1] is 6; at most 5 attempts for each contact are allowed",
    ]);
  });

  it("refuse a shorter pause, and reckon with minutes", () => {
    expect(judged({ retryDelay: [59] })).toEqual([
      "retryDelay[0] is 59 seconds; at least 60 seconds between two attempts are asked for",
    ]);
    expect(judged({ retryDelay: [2], retryDelayUnit: ["minutes"] })).toEqual([]);
    expect(
      judged({ retryDelay: [1], retryDelayUnit: ["minutes"] }, { maxAttempts: 5, minPauseSeconds: 61 }),
    ).toHaveLength(1);
  });

  it("do not ask for a pause where there is one attempt", () => {
    expect(judged({ numberOfCallAttempts: [1], retryDelay: [0] })).toEqual([]);
  });

  it("refuse what they cannot judge", () => {
    expect(judged({ retryDelayUnit: ["fortnights"] })[0]).toContain("cannot judge");
  });
});

it.each([
  ["", 1],
  ["  \n", 1],
  [undefined, 1],
  ["Ends in May", 0],
])("asks for text that says something: %j", (notes, problems) => {
  expect(saysSomething({ notes }, "notes")).toHaveLength(problems);
});

describe("protection", () => {
  it("is asked of campaigns that are to be active, or of all", () => {
    const active = { desiredStatus: "active" };
    expect(protectedCampaign(active, false, "active")).toEqual([
      "the campaign is not protected, and it is to be active; give it the resource option { protect: true }",
    ]);
    expect(protectedCampaign({}, false, "active")).toEqual([]);
    expect(protectedCampaign({ desiredStatus: "paused" }, false, "all")).toHaveLength(1);
    expect(protectedCampaign(active, true, "all")).toEqual([]);
  });
});

describe("the audience", () => {
  const nobody = { ...campaign, contactsListTags: [" "] };

  it("is named by one entry that selects", () => {
    expect(namedAudience({ ...campaign, contactsListCategories: ["", "vip"] }, { everybody: "refused" })).toEqual([]);
    expect(namedAudience({ ...nobody, campaignType: "inbound" }, { everybody: "refused" })).toEqual([]);
    expect(namedAudience(nobody, { everybody: "refused" })).toHaveLength(1);
  });

  it("may be everybody only where the house allows it and the program says it", () => {
    const everybody = { ...nobody, allowAllContacts: true };
    expect(namedAudience(everybody, { everybody: "refused" })).toHaveLength(1);
    expect(namedAudience(everybody, { everybody: "allowed" })).toEqual([]);
    expect(namedAudience(nobody, { everybody: "allowed" })).toHaveLength(1);
  });
});

describe("attempts and the status", () => {
  it("are said", () => {
    expect([...namedAttempts(campaign), ...managedStatus({ ...campaign, desiredStatus: "paused" })]).toEqual([]);
    expect(namedAttempts({ ...campaign, numberOfCallAttempts: [1], retryDelay: undefined })).toEqual([]);
    expect(namedAttempts({ ...campaign, retryDelay: undefined }).join()).toContain("retryDelay is not set");
    expect(namedAttempts({ ...campaign, numberOfCallAttempts: [] }).join()).toContain(
      "numberOfCallAttempts is not set",
    );
    expect(managedStatus(campaign).join()).toContain("desiredStatus is not set");
    expect([...namedAttempts({ campaignType: "inbound" }), ...managedStatus({ campaignType: "inbound" })]).toEqual([]);
  });
});

describe("two campaigns", () => {
  const now = new Date("2026-11-01T12:00:00Z");
  const one = { ...campaign, contactsListTags: ["vip", "gold"], desiredStatus: "active" };
  const told = (changes: object): readonly string[] => callsApart({ ...one, ...changes }, one, "spring", now);

  it("do not call the same people in the same hours", () => {
    expect(told({ contactsListTags: ["gold", "vip"] }).join()).toContain('as "spring", and both are active');
  });

  it.each<[string, object]>([
    ["paused", { desiredStatus: "paused" }],
    ["other people", { contactsListTags: ["vip"] }],
    ["other days", { daysOfWeek: ["tuesday"] }],
    ["other hours", { callTimeOfDayFrom: "17:00:00", callTimeOfDayTo: "18:00:00" }],
    ["the same hours on other clocks", { timeZone: "Asia/Tokyo", callTimeOfDayTo: "15:00:00" }],
    ["another workspace", { workspace: "sales" }],
  ])("may be %s", (_what, changes) => {
    expect(told(changes)).toEqual([]);
  });

  it("meet over midnight, and over the end of the week", () => {
    const night = { callTimeOfDayFrom: "22:00:00", callTimeOfDayTo: "06:00:00", daysOfWeek: ["saturday"] };
    const morning = { ...one, callTimeOfDayFrom: "05:00:00", callTimeOfDayTo: "08:00:00", daysOfWeek: ["sunday"] };
    expect(callsApart({ ...one, ...night }, morning, "spring", now)).toHaveLength(1);
  });
});
