/** Rules across the fields of a campaign: what would phone people on a guess stops a program, the rest warns. */
import { kinds } from "../../../provider/kinds";
import { message } from "../../../provider/words/diagnostic";
import { UNKNOWN } from "../../../provider/values/unknown";
import { check } from "../../../provider/lifecycle/check";
import { leastOf } from "../../support/context";

/** A campaign without a remark to be made about it. */
const good = {
  ...leastOf.Campaign,
  contactsListSource: ["web"],
  contactsListTags: ["vip"],
  numberOfCallAttempts: [3],
  retryDelay: [60],
  retryDelayUnit: ["seconds"],
  callTimeOfDayFrom: "09:00",
  callTimeOfDayTo: "17:00",
  outboundPhoneNumberId: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a04",
  allowAllContacts: undefined,
  desiredStatus: "paused",
};

function found(changes: object, now: string): string[] {
  const { diagnostics } = check(kinds.Campaign, { ...good, ...changes }, { workspace: "default", now: new Date(now) });
  return diagnostics.map((entry) => `${entry.severity}: ${message("spring", entry).replace(/^spring: /, "")}`);
}

/** Warnings of a campaign that has no error. */
function remarks(changes: object, now = "2026-11-01T12:00:00Z"): string[] {
  const told = found(changes, now);
  expect(told.filter((text) => text.startsWith("error"))).toEqual([]);
  return told.map((text) => text.replace("warning: ", ""));
}

const errors = (changes: object): string[] =>
  found(changes, "2026-11-01T12:00:00Z").flatMap((text) => /^error: (.*)/.exec(text)?.[1] ?? []);

it("has nothing to say about a good campaign", () => {
  expect(remarks({})).toEqual([]);
  expect(remarks({ startedAt: "2026-12-01", endedAt: "2026-12-31" })).toEqual([]);
  expect(
    remarks({
      contactsListSource: ["web", "manual"],
      contactsListTags: ["a", "b"],
      numberOfCallAttempts: [1, 2],
      retryDelay: [60, 120],
      retryDelayUnit: ["seconds", "seconds"],
    }),
  ).toEqual([]);
});

const everyDay = { daysOfWeek: [0, 1, 2, 3, 4, 5, 6] };

const suspicious: readonly (readonly [string, object])[] = [
  ["lists of different lengths", { contactsListSource: ["web", "manual"] }],
  ["more tags than several sources", { contactsListSource: ["web", "manual"], contactsListTags: ["a", "b", "c"] }],
  [
    "more tags than categories without a source",
    { contactsListSource: undefined, contactsListTags: ["a", "b", "c"], contactsListCategories: ["x", "y"] },
  ],
  ["attempts for more sources than there are", { numberOfCallAttempts: [3, 5] }],
  ["no window", { callTimeOfDayFrom: undefined, callTimeOfDayTo: undefined }],
  ["every day at any hour", { ...everyDay, callTimeOfDayFrom: undefined, callTimeOfDayTo: undefined }],
  ["every day at every hour", { ...everyDay, callTimeOfDayFrom: "0:00", callTimeOfDayTo: "23:59:59" }],
  ["a thousand attempts a second apart", { numberOfCallAttempts: [1000], retryDelay: [1] }],
  ["no status", { desiredStatus: undefined }],
  ["no status, and a start today", { desiredStatus: undefined, startedAt: "2026-11-01" }],
  ["a window without an end", { callTimeOfDayTo: undefined }],
  ["a window without a start", { callTimeOfDayFrom: undefined }],
  ["a window over midnight", { callTimeOfDayFrom: "22:00", callTimeOfDayTo: "6:00" }],
  ["an end in the past", { endedAt: "2026-10-31" }],
  ["a start in the past", { startedAt: "2026-10-31" }],
  ["a range without a chosen day", { startedAt: "2026-12-05", endedAt: "2026-12-06" }],
  ["no day", { daysOfWeek: [] }],
  ["no number to call from", { outboundPhoneNumberId: undefined }],
  ["no number to be called on", { campaignType: "inbound" }],
  ["no attempt", { numberOfCallAttempts: [0] }],
  ["a negative pause", { retryDelay: [-1] }],
  ["minutes", { retryDelayUnit: ["minutes"] }],
  ["a pause without a unit", { retryDelayUnit: undefined }],
  ["a zone without daylight saving", { timeZone: "EST" }],
  ["an offset under the name of a zone", { timeZone: "Etc/GMT+5" }],
];

it("warns of what is suspicious, and only warns", () => {
  const told = suspicious.map(([title, changes]) => {
    const found = remarks(changes);
    expect([title, found.length > 0]).toEqual([title, true]);
    return [`${title}:`, ...found.map((line) => `  ${line}`)].join("\n");
  });
  expect(told.join("\n")).toMatchInlineSnapshot(`
   "lists of different lengths:
     contactsListTags: does not match the other lists: contactsListSource has 2 entries, contactsListTags has 1 entry, numberOfCallAttempts has 1 entry, retryDelay has 1 entry, retryDelayUnit has 1 entry; entry i of each is thought to speak of the i-th source (inferred) (campaign/parallel-lists)
   more tags than several sources:
     contactsListTags: does not match the other lists: contactsListSource has 2 entries, contactsListTags has 3 entries, numberOfCallAttempts has 1 entry, retryDelay has 1 entry, retryDelayUnit has 1 entry; entry i of each is thought to speak of the i-th source (inferred) (campaign/parallel-lists)
   more tags than categories without a source:
     contactsListTags: does not match the other lists: contactsListTags has 3 entries, contactsListCategories has 2 entries, numberOfCallAttempts has 1 entry, retryDelay has 1 entry, retryDelayUnit has 1 entry; entry i of each is thought to speak of the i-th source (inferred) (campaign/parallel-lists)
   attempts for more sources than there are:
     numberOfCallAttempts: does not match the other lists: contactsListSource has 1 entry, numberOfCallAttempts has 2 entries, retryDelay has 1 entry, retryDelayUnit has 1 entry; entry i of each is thought to speak of the i-th source (inferred) (campaign/parallel-lists)
   no window:
     callTimeOfDayFrom: is not set, nor is callTimeOfDayTo: people may be called at any hour, also at night (campaign/no-window)
   every day at any hour:
     daysOfWeek: has every day, and no hour is left out: people may be called at any time, also at night (campaign/any-hour)
   every day at every hour:
     daysOfWeek: has every day, and no hour is left out: people may be called at any time, also at night (campaign/any-hour)
   a thousand attempts a second apart:
     numberOfCallAttempts[0]: 1000 calls one contact more than 10 times (campaign/many-attempts)
     retryDelay[0]: 1 is less than 60 seconds between two attempts (campaign/short-pause)
   no status:
     desiredStatus: is not set, and no startedAt in the future: the new campaign may call at once; write desiredStatus: "paused" to look at it first, or "active" to let it call (campaign/starts-at-once)
   no status, and a start today:
     desiredStatus: is not set, and no startedAt in the future: the new campaign may call at once; write desiredStatus: "paused" to look at it first, or "active" to let it call (campaign/starts-at-once)
   a window without an end:
     callTimeOfDayFrom: is set without callTimeOfDayTo; what a one-sided window means is not documented (campaign/one-sided-window)
   a window without a start:
     callTimeOfDayTo: is set without callTimeOfDayFrom; what a one-sided window means is not documented (campaign/one-sided-window)
   a window over midnight:
     callTimeOfDayTo: "06:00:00" is before callTimeOfDayFrom (22:00:00); what a window over midnight means is not documented (campaign/over-midnight)
   an end in the past:
     endedAt: "2026-10-31" is in the past: nobody would be called (campaign/past-dates)
   a start in the past:
     startedAt: "2026-10-31" is in the past (campaign/past-dates)
   a range without a chosen day:
     daysOfWeek: ["monday","tuesday"] has no day between 2026-12-05 and 2026-12-06: nobody would be called (campaign/no-day)
   no day:
     daysOfWeek: is empty: nobody would be called (campaign/no-day)
   no number to call from:
     outboundPhoneNumberId: is not set: an outbound campaign is thought to need a number to call from (inferred) (campaign/no-number)
   no number to be called on:
     inboundPhoneNumberId: is not set: an inbound campaign is thought to need a number to be called on (inferred) (campaign/no-number)
   no attempt:
     numberOfCallAttempts[0]: 0 means that nobody would be called (campaign/no-attempt)
   a negative pause:
     retryDelay[0]: -1 is a pause of less than nothing (campaign/negative-pause)
   minutes:
     retryDelayUnit[0]: "minutes" is a unit the API was never seen to take for campaigns; only "seconds" was (campaign/pause-unit)
   a pause without a unit:
     retryDelayUnit: is not set while retryDelay is; write ["seconds"] (campaign/pause-unit)
   a zone without daylight saving:
     timeZone: "EST" knows no daylight saving; a place's name such as "America/New_York" does (campaign/fixed-zone)
   an offset under the name of a zone:
     timeZone: "Etc/GMT+5" knows no daylight saving; a place's name such as "America/New_York" does (campaign/fixed-zone)"
  `);
});

it("knows which day it is where people are called", () => {
  // 23:30 UTC on the first is the second of the month in Auckland, and still the first in New York.
  const late = "2026-12-01T23:30:00Z";
  expect(remarks({ startedAt: "2026-12-01", timeZone: "Pacific/Auckland" }, late)).toEqual([
    'startedAt: "2026-12-01" is in the past (campaign/past-dates)',
  ]);
  expect(remarks({ startedAt: "2026-12-01", timeZone: "America/New_York" }, late)).toEqual([]);
});

it("finds a chosen day anywhere in a range of a week or more", () => {
  expect(remarks({ daysOfWeek: ["sun"], startedAt: "2026-12-07", endedAt: "2026-12-13" })).toEqual([]);
  expect(remarks({ daysOfWeek: ["sun"], startedAt: "2026-12-07", endedAt: "2026-12-12" })).toHaveLength(1);
  expect(remarks({ daysOfWeek: ["sun"], startedAt: "2026-12-13", endedAt: "2026-12-13" })).toEqual([]);
  expect(remarks({ daysOfWeek: ["mon"], startedAt: "2026-12-13", endedAt: "2026-12-13" })).toHaveLength(1);
});

it("says nothing about what is not known yet", () => {
  expect(
    remarks({
      contactsListSource: UNKNOWN,
      contactsListTags: [UNKNOWN],
      callTimeOfDayFrom: UNKNOWN,
      daysOfWeek: [UNKNOWN],
      startedAt: UNKNOWN,
      endedAt: "2026-12-31",
      outboundPhoneNumberId: UNKNOWN,
      timeZone: UNKNOWN,
      numberOfCallAttempts: [UNKNOWN],
      retryDelay: [UNKNOWN],
      retryDelayUnit: [UNKNOWN],
    }),
  ).toEqual([]);
});

describe("an error, since guessing would phone people, is", () => {
  const nobody = { contactsListSource: undefined, contactsListTags: undefined };

  it.each<[string, object]>([
    ["no selection", nobody],
    ["a selection that a filter has emptied", { ...nobody, contactsListTags: [] }],
    ["a tag of blanks", { ...nobody, contactsListTags: [" \u00a0\u2003\u200b\ufeff"] }],
    ["a source that is null", { ...nobody, contactsListSource: [null] }],
    [
      "details of sources alone",
      { ...nobody, contactsListSourceMetadata: { web: { source_url: "https://example.com" } } },
    ],
  ])("%s", (_title, changes) => {
    expect(errors(changes)).toEqual([
      expect.stringMatching(/^contactsList\w+: selects nobody, .* perhaps everybody; .* \(campaign\/no-selection\)$/),
    ]);
    expect(errors({ ...changes, allowAllContacts: false })).toHaveLength(1);
    expect(remarks({ ...changes, allowAllContacts: true })).toEqual([]);
    expect(remarks({ ...changes, campaignType: "inbound", inboundPhoneNumberId: good.outboundPhoneNumberId })).toEqual(
      [],
    );
  });

  it("none where one entry selects somebody", () => {
    for (const name of ["contactsListSource", "contactsListTags", "contactsListCategories"])
      expect(errors({ ...nobody, [name]: ["", "vip"] })).toEqual([]);
  });

  it("none where it is not known yet", () => {
    for (const tags of [UNKNOWN, [UNKNOWN], ["", UNKNOWN]])
      expect(errors({ ...nobody, contactsListTags: tags })).toEqual([]);
    expect(errors({ ...nobody, allowAllContacts: UNKNOWN })).toEqual([]);
    expect(errors({ ...nobody, campaignType: UNKNOWN })).toEqual([]);
  });

  it("an end before the start, and a window that begins when it ends", () => {
    expect(errors({ startedAt: "2026-12-02", endedAt: "2026-12-01" })).toEqual([
      'endedAt: "2026-12-01" is before startedAt (2026-12-02) (campaign/dates)',
    ]);
    expect(errors({ callTimeOfDayFrom: "9:00", callTimeOfDayTo: "09:00:00" })).toEqual([
      'callTimeOfDayTo: "09:00:00" is the same as callTimeOfDayFrom: whether that means never or all day is not documented; write the hours that are meant (campaign/window)',
    ]);
  });
});

describe("ordinary campaigns are silent", () => {
  it.each<[string, object]>([
    [
      "one source with several tags and categories",
      { contactsListTags: ["vip", "gold"], contactsListCategories: ["a", "b"] },
    ],
    [
      "attempts by tag without a source",
      {
        contactsListSource: undefined,
        contactsListTags: ["a", "b"],
        numberOfCallAttempts: [3, 5],
        retryDelay: [60, 60],
        retryDelayUnit: ["seconds", "seconds"],
      },
    ],
    ["a pause of one attempt", { numberOfCallAttempts: [1], retryDelay: [0] }],
    ["ten attempts a minute apart", { numberOfCallAttempts: [10], retryDelay: [60] }],
    ["every day within hours", everyDay],
    ["no status, and a start to come", { desiredStatus: undefined, startedAt: "2026-11-02" }],
    ["no status of one that exists", { desiredStatus: undefined, existingId: good.outboundPhoneNumberId }],
    [
      "a hotline without hours",
      {
        ...everyDay,
        campaignType: "inbound",
        inboundPhoneNumberId: good.outboundPhoneNumberId,
        callTimeOfDayFrom: undefined,
        callTimeOfDayTo: undefined,
        desiredStatus: undefined,
      },
    ],
  ])("%s", (_title, changes) => {
    expect(remarks(changes)).toEqual([]);
  });
});

describe("a warning that is accepted is not told", () => {
  const open = { callTimeOfDayFrom: undefined, callTimeOfDayTo: undefined };

  it("by the resource, and no other one", () => {
    expect(remarks({ ...open, outboundPhoneNumberId: undefined, acceptedWarnings: ["campaign/no-window"] })).toEqual([
      expect.stringContaining("(campaign/no-number)"),
    ]);
  });

  it("for all resources by the configuration", () => {
    const settings = { workspace: "default", now: new Date(), acceptedWarnings: ["campaign/no-window"] };
    expect(check(kinds.Campaign, { ...good, ...open }, settings).diagnostics).toEqual([]);
  });

  it.each([
    ["campaign/no-windw", 'is no rule; did you mean "campaign/no-window"?'],
    ["no-window", 'is no rule; did you mean "campaign/no-window"?'],
    ["colours", "is no rule; docs/rules.md lists the rules"],
    ["campaign/no-selection", "is the rule of an error, which cannot be accepted"],
  ])("%s is an error", (id, words) => {
    const [told, ...others] = errors({ acceptedWarnings: [id] });
    expect(told).toContain(`acceptedWarnings[0]: "${id}" ${words}`);
    expect(others).toEqual([]);
  });

  it("and an error is told all the same", () => {
    const changes = {
      contactsListSource: undefined,
      contactsListTags: [],
      acceptedWarnings: ["campaign/no-selection"],
    };
    expect(errors(changes).join()).toContain("(campaign/no-selection)");
  });
});

it("makes one remark on a value, not two: what is no valid one has no meaning to warn of", () => {
  const { diagnostics } = check(
    kinds.Campaign,
    { ...good, callTimeOfDayTo: "5pm", startedAt: "2026-13-01", timeZone: "EST5" },
    { workspace: "default", now: new Date("2026-11-01T12:00:00Z") },
  );
  const properties = diagnostics.map(({ property }) => property);
  expect(properties).toEqual([...new Set(properties)]);
});
