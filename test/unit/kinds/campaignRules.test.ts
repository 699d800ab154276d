/** Rules across the fields of a campaign. None of them is documented, so they warn and never stop anyone. */
import { kinds } from "../../../provider/kinds";
import { describe as inWords } from "../../../provider/kinds/diagnostic";
import { UNKNOWN } from "../../../provider/kinds/unknown";
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
};

function remarks(changes: object, now = "2026-11-01T12:00:00Z"): string[] {
  const { diagnostics } = check(kinds.Campaign, { ...good, ...changes }, { workspace: "default", now: new Date(now) });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return diagnostics.map((entry) => `${entry.property}: ${inWords(entry)}`);
}

it("has nothing to say about a good campaign", () => {
  expect(remarks({})).toEqual([]);
  expect(remarks({ startedAt: "2026-12-01", endedAt: "2026-12-31" })).toEqual([]);
  expect(
    remarks({
      contactsListSource: ["web", "manual"],
      contactsListTags: ["a", "b"],
      numberOfCallAttempts: [1, 2],
      retryDelay: [1, 2],
      retryDelayUnit: ["seconds", "seconds"],
    }),
  ).toEqual([]);
});

const suspicious: readonly (readonly [string, object])[] = [
  ["lists of different lengths", { contactsListSource: ["web", "manual"] }],
  ["more tags than sources", { contactsListTags: ["a", "b", "c"] }],
  ["a window without an end", { callTimeOfDayTo: undefined }],
  ["a window without a start", { callTimeOfDayFrom: undefined }],
  ["a window over midnight", { callTimeOfDayFrom: "22:00", callTimeOfDayTo: "6:00" }],
  ["a window of no length", { callTimeOfDayFrom: "9:00", callTimeOfDayTo: "09:00" }],
  ["an end in the past", { endedAt: "2026-10-31" }],
  ["a start in the past", { startedAt: "2026-10-31" }],
  ["an end before the start", { startedAt: "2026-12-02", endedAt: "2026-12-01" }],
  ["a range without a chosen day", { startedAt: "2026-12-05", endedAt: "2026-12-06" }],
  ["no day", { daysOfWeek: [] }],
  ["no number to call from", { outboundPhoneNumberId: undefined }],
  ["no number to be called on", { campaignType: "inbound" }],
  ["no attempt", { numberOfCallAttempts: [0] }],
  ["a negative pause", { retryDelay: [-1] }],
  ["minutes", { retryDelayUnit: ["minutes"] }],
  ["a pause without a unit", { retryDelayUnit: undefined }],
  ["nobody to call", { contactsListSource: undefined, contactsListTags: undefined }],
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
     contactsListTags: has 1 entry where contactsListSource has 2; entry i of each list is thought to speak of the i-th source (inferred)
     numberOfCallAttempts: has 1 entry where contactsListSource has 2; entry i of each list is thought to speak of the i-th source (inferred)
     retryDelay: has 1 entry where contactsListSource has 2; entry i of each list is thought to speak of the i-th source (inferred)
     retryDelayUnit: has 1 entry where contactsListSource has 2; entry i of each list is thought to speak of the i-th source (inferred)
   more tags than sources:
     contactsListTags: has 3 entries where contactsListSource has 1; entry i of each list is thought to speak of the i-th source (inferred)
   a window without an end:
     callTimeOfDayFrom: is set without callTimeOfDayTo; what a one-sided window means is not documented
   a window without a start:
     callTimeOfDayTo: is set without callTimeOfDayFrom; what a one-sided window means is not documented
   a window over midnight:
     callTimeOfDayTo: "06:00:00" is before callTimeOfDayFrom (22:00:00); what a window over midnight means is not documented
   a window of no length:
     callTimeOfDayTo: "09:00:00" is the same as callTimeOfDayFrom; whether that means never or all day is not documented
   an end in the past:
     endedAt: "2026-10-31" is in the past: nobody would be called
   a start in the past:
     startedAt: "2026-10-31" is in the past
   an end before the start:
     endedAt: "2026-12-01" is before startedAt (2026-12-02): nobody would be called
   a range without a chosen day:
     daysOfWeek: ["monday","tuesday"] has no day between 2026-12-05 and 2026-12-06: nobody would be called
   no day:
     daysOfWeek: is empty: nobody would be called
   no number to call from:
     outboundPhoneNumberId: is not set: an outbound campaign is thought to need a number to call from (inferred)
   no number to be called on:
     inboundPhoneNumberId: is not set: an inbound campaign is thought to need a number to be called on (inferred)
   no attempt:
     numberOfCallAttempts[0]: 0 means that nobody would be called
   a negative pause:
     retryDelay[0]: -1 is a pause of less than nothing
   minutes:
     retryDelayUnit[0]: "minutes" is a unit the API was never seen to take for campaigns; only "seconds" was
   a pause without a unit:
     retryDelayUnit: is not set while retryDelay is; write ["seconds"]
   nobody to call:
     contactsListTags: is not set, nor are contactsListSource and contactsListCategories: who would be called is not documented
   a zone without daylight saving:
     timeZone: "EST" knows no daylight saving; a place's name such as "America/New_York" does
   an offset under the name of a zone:
     timeZone: "Etc/GMT+5" knows no daylight saving; a place's name such as "America/New_York" does"
  `);
});

it("knows which day it is where people are called", () => {
  // 23:30 UTC on the first is the second of the month in Auckland, and still the first in New York.
  const late = "2026-12-01T23:30:00Z";
  expect(remarks({ startedAt: "2026-12-01", timeZone: "Pacific/Auckland" }, late)).toEqual([
    'startedAt: "2026-12-01" is in the past',
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

it("makes one remark on a value, not two: what is no valid one has no meaning to warn of", () => {
  const { diagnostics } = check(
    kinds.Campaign,
    { ...good, callTimeOfDayTo: "5pm", startedAt: "2026-13-01", timeZone: "EST5" },
    { workspace: "default", now: new Date("2026-11-01T12:00:00Z") },
  );
  const properties = diagnostics.map(({ property }) => property);
  expect(properties).toEqual([...new Set(properties)]);
});
