/** When a campaign calls: by examples, and held against the emulator's own reading of the same fields. */
import fc from "fast-check";
import { mayCall } from "../../../emulator/people/hours";
import { callingTime, nextInWords } from "../../../provider/cli/status/callingTime";
import { weekdays } from "../../../provider/values/weekday";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const spring = {
  status: "active",
  daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  callTimeOfDayFrom: "09:00:00",
  callTimeOfDayTo: "17:00:00",
  timeZone: "Europe/Paris",
};

/** `calling now`, `may be calling`, the next time in words, or `–`. */
function at(instant: string, fields: object = {}): string {
  const campaign = { ...spring, ...fields };
  const now = Date.parse(instant);
  const { callingNow, nextAt } = callingTime(campaign, now);
  if (callingNow === null) return "may be calling";
  if (callingNow) return "calling now";
  return nextAt === undefined ? "–" : nextInWords(nextAt, now, campaign.timeZone);
}

it.each(["running", "In Progress", "scheduled", "ACTIVE"])("a campaign calls whose status is %s", (status) => {
  expect(at("2026-03-02T09:00:00Z", { status })).toBe("calling now");
});

it.each(["paused", "completed", "Finished"])("none calls whose status is %s", (status) => {
  expect(at("2026-03-02T09:00:00Z", { status })).toBe("–");
});

it.each(["stopped", "Dialing Contacts", "2", 1, { id: 3 }, null, undefined])(
  "one whose status is %j may be calling, in its hours",
  (status) => {
    expect(at("2026-03-02T09:00:00Z", { status })).toBe("may be calling");
    expect(at("2026-03-02T17:00:00Z", { status })).toBe("–");
    expect(at("2026-03-02T09:00:00Z", { status, endedAt: "2026-02-27" })).toBe("–");
  },
);

it.each<[string, object]>([
  ["in a zone that nobody knows", { timeZone: "Mars/Olympus" }],
  ["whose days are not shown", { daysOfWeek: undefined }],
  ["whose zone is not shown", { timeZone: undefined }],
])("one %s may be calling, between its dates", (_, fields) => {
  expect(at("2026-03-02T17:00:00Z", fields)).toBe("may be calling");
  expect(at("2026-03-02T17:00:00Z", { ...fields, endedAt: "2026-02-27" })).toBe("–");
  expect(at("2026-03-02T17:00:00Z", { ...fields, startedAt: "2026-03-04" })).toBe("–");
});

describe("a window", () => {
  it.each([
    ["2026-03-02T07:59:00Z", {}, "Mon 09:00 Europe/Paris"],
    ["2026-03-02T08:00:00Z", {}, "calling now"],
    ["2026-03-02T15:59:59Z", {}, "calling now"],
    ["2026-03-02T16:00:00Z", {}, "Tue 09:00 Europe/Paris"],
    ["2026-03-06T16:00:00Z", {}, "Mon 09:00 Europe/Paris"],
    // Paris puts its clocks forward on 29 March.
    ["2026-03-30T07:00:00Z", {}, "calling now"],
    ["2026-03-28T12:00:00Z", {}, "Mon 09:00 Europe/Paris"],
  ])("at %s with %j: %s", (instant, fields, expected) => {
    expect(at(instant, fields)).toBe(expected);
  });

  it("is judged in the campaign's zone", () => {
    expect(at("2026-03-02T22:30:00Z", { timeZone: "America/Los_Angeles" })).toBe("calling now");
    expect(at("2026-03-02T22:30:00Z", { timeZone: "Asia/Tokyo" })).toBe("Tue 09:00 Asia/Tokyo");
  });

  it("over midnight counts to the day it begins", () => {
    const night = {
      daysOfWeek: ["monday"],
      callTimeOfDayFrom: "22:00:00",
      callTimeOfDayTo: "02:00:00",
      timeZone: "UTC",
    };
    expect(at("2026-03-02T23:00:00Z", night)).toBe("calling now");
    expect(at("2026-03-03T01:59:00Z", night)).toBe("calling now");
    expect(at("2026-03-03T02:00:00Z", night)).toBe("Mon 22:00 UTC");
    expect(at("2026-03-02T01:00:00Z", night)).toBe("Mon 22:00 UTC");
    // The last day's window runs into the night after it.
    expect(at("2026-03-03T01:00:00Z", { ...night, endedAt: "2026-03-02" })).toBe("calling now");
    expect(at("2026-03-03T03:00:00Z", { ...night, endedAt: "2026-03-02" })).toBe("–");
  });

  it("that is not there, or begins and ends at the same time, is all day: the worst that it may mean", () => {
    const none = { callTimeOfDayFrom: undefined, callTimeOfDayTo: undefined };
    expect(at("2026-03-02T03:00:00Z", none)).toBe("calling now");
    expect(at("2026-03-02T20:00:00Z", { callTimeOfDayTo: "09:00:00" })).toBe("calling now");
    expect(at("2026-03-03T07:30:00Z", { callTimeOfDayTo: "09:00:00", daysOfWeek: ["monday"] })).toBe("calling now");
    expect(at("2026-03-02T20:00:00Z", { callTimeOfDayTo: undefined })).toBe("calling now");
    expect(at("2026-03-02T03:00:00Z", { callTimeOfDayFrom: undefined })).toBe("calling now");
  });
});

describe("the next time", () => {
  it("is told by weekday within seven days, and by date beyond", () => {
    const later = (startedAt: string): string => at("2026-03-02T10:00:00Z", { startedAt });
    expect(later("2026-03-03")).toBe("Tue 09:00 Europe/Paris");
    expect(later("2026-03-09")).toBe("Mon 09:00 Europe/Paris");
    expect(later("2026-03-10")).toBe("2026-03-10 09:00 Europe/Paris");
    expect(later("2027-05-01")).toBe("2027-05-03 09:00 Europe/Paris");
    expect(at("2026-03-02T07:30:00Z", { startedAt: "2026-03-09" })).toBe("2026-03-09 09:00 Europe/Paris");
  });

  it.each<[string, object]>([
    ["paused", { status: "paused" }],
    ["completed", { status: "completed" }],
    ["of an unknown status", { status: undefined }],
    ["over", { endedAt: "2026-02-27" }],
    ["over before its next day", { endedAt: "2026-03-08", daysOfWeek: ["monday"] }],
    ["on no day", { daysOfWeek: [] }],
  ])("is none for a campaign that is %s", (_, fields) => {
    const { callingNow, nextAt } = callingTime({ ...spring, ...fields }, Date.parse("2026-03-02T17:00:00Z"));
    expect({ callingNow, nextAt }).toEqual({ callingNow: false, nextAt: undefined });
  });
});

describe("for any campaign and any instant", () => {
  // Clocks are changed between midnight and four: what a time of day means that is then skipped is nobody's question here.
  const time = fc
    .tuple(fc.integer({ min: 4, max: 23 }), fc.constantFrom("00", "15", "47"))
    .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}:00`);
  const date = fc
    .integer({ min: -20, max: 40 })
    .map((days) => new Date(Date.parse("2026-03-20T00:00:00Z") + days * DAY).toISOString().slice(0, 10));
  const campaigns = fc.record(
    {
      daysOfWeek: fc.subarray([...weekdays]),
      callTimeOfDayFrom: time,
      callTimeOfDayTo: time,
      timeZone: fc.constantFrom(
        "UTC",
        "Europe/Paris",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
      ),
      startedAt: date,
      endedAt: date,
    },
    { requiredKeys: ["daysOfWeek", "timeZone"] },
  );
  const instants = fc
    .integer({ min: 0, max: 60 * 24 * 60 })
    .map((minutes) => Date.parse("2026-02-20T00:00:00Z") + minutes * MINUTE);
  const onTheWire = (fields: Readonly<Record<string, unknown>>) => ({
    id: "x",
    days_of_week: (fields["daysOfWeek"] as (typeof weekdays)[number][]).map((day) => weekdays.indexOf(day)),
    call_time_of_day_from: (fields["callTimeOfDayFrom"] ?? null) as string | null,
    call_time_of_day_to: (fields["callTimeOfDayTo"] ?? null) as string | null,
    time_zone: fields["timeZone"] as string,
    started_at: (fields["startedAt"] ?? null) as string | null,
    ended_at: (fields["endedAt"] ?? null) as string | null,
  });

  it("calling now is what the emulator's clocks say", () => {
    fc.assert(
      fc.property(campaigns, instants, (fields, now) => {
        expect(callingTime({ ...fields, status: "active" }, now).callingNow).toBe(mayCall(onTheWire(fields), now));
      }),
      { numRuns: 1_000 },
    );
  });

  it("the next time is the first at which it calls, and none means never", () => {
    fc.assert(
      fc.property(campaigns, instants, fc.double({ min: 0, max: 1, noNaN: true }), (fields, now, part) => {
        const campaign = { ...fields, status: "active" };
        const { callingNow, nextAt } = callingTime(campaign, now);
        if (callingNow === true) {
          expect(nextAt).toBeUndefined();
          return;
        }
        const end = nextAt ?? now + 100 * DAY;
        const between = now + Math.floor((part * (end - now)) / MINUTE) * MINUTE;
        if (between < end) expect(callingTime(campaign, between).callingNow).toBe(false);
        if (nextAt !== undefined) expect(callingTime(campaign, nextAt).callingNow).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is never asked in vain: what is paused or completed does not call", () => {
    fc.assert(
      fc.property(campaigns, instants, fc.constantFrom("paused", "completed"), (fields, now, status) => {
        expect(callingTime({ ...fields, status }, now)).toEqual({ callingNow: false, nextAt: undefined });
      }),
    );
  });
});
