/** Where calling hours fall in a week, seen from another zone. */
import { barsOf, clocksChange, mondayOf, windowOf, type CallingWindow } from "../../../provider/cli/review/week";

const DAY = 24 * 60;
const window = (days: number[], from: number, to: number, zone: string): CallingWindow => ({
  days: new Set(days),
  from: from * 60,
  to: to * 60,
  zone,
  isDoubtful: false,
});
/** `Mon 09:00–17:00` */
const inWords = (bars: ReturnType<typeof barsOf>): string[] =>
  bars.map(({ start, end }) => {
    const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][Math.floor(start / DAY)] ?? "?";
    const clock = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16);
    return `${day} ${clock(start)}–${clock(end)}`;
  });

it("leaves hours as they are in their own zone", () => {
  expect(inWords(barsOf(window([1, 5], 9, 17, "Europe/Paris"), "2099-03-09", "Europe/Paris"))).toEqual([
    "Mon 09:00–17:00",
    "Fri 09:00–17:00",
  ]);
});

it.each([
  ["2026-03-02", "Mon 15:00–23:00", "both in winter"],
  ["2026-03-09", "Mon 14:00–22:00", "New York has daylight saving, Paris not yet"],
  ["2026-03-30", "Mon 15:00–23:00", "both have it"],
  ["2026-10-26", "Mon 14:00–22:00", "Paris is back, New York not yet"],
])("in the week of %s, New York's nine to five is %s in Paris: %s", (monday, expected) => {
  expect(inWords(barsOf(window([1], 9, 17, "America/New_York"), monday, "Europe/Paris"))).toEqual([expected]);
});

it("knows zones that are not full hours apart", () => {
  expect(inWords(barsOf(window([1], 9, 17, "Asia/Kolkata"), "2026-01-05", "UTC"))).toEqual(["Mon 03:30–11:30"]);
});

it("moves hours to the day before or after, over the ends of the week too", () => {
  expect(inWords(barsOf(window([1], 0, 8, "Asia/Tokyo"), "2026-01-05", "America/New_York"))).toEqual([
    "Sun 10:00–18:00",
  ]);
  expect(inWords(barsOf(window([0], 18, 24, "America/Los_Angeles"), "2026-01-05", "Pacific/Auckland"))).toEqual([
    "Mon 15:00–21:00",
  ]);
});

it("draws hours over midnight into the next day, and over the end of the week at its beginning", () => {
  expect(inWords(barsOf(window([1], 22, 26, "UTC"), "2026-01-05", "UTC"))).toEqual(["Mon 22:00–02:00"]);
  expect(inWords(barsOf(window([0], 22, 26, "UTC"), "2026-01-05", "UTC"))).toEqual([
    "Mon 00:00–02:00",
    "Sun 22:00–00:00",
  ]);
});

it("covers the whole week where every day is open all day", () => {
  const bars = barsOf(window([0, 1, 2, 3, 4, 5, 6], 0, 24, "UTC"), "2026-01-05", "UTC");
  expect(bars.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(7 * DAY);
});

it("stays in order on the day the clocks are changed", () => {
  // 29 March 2026, Paris: 02:00 becomes 03:00.
  expect(inWords(barsOf(window([0], 1, 4, "Europe/Paris"), "2026-03-23", "Europe/Paris"))).toEqual(["Sun 01:00–04:00"]);
  expect(inWords(barsOf(window([0], 2.5, 4, "Europe/Paris"), "2026-03-23", "Europe/Paris"))).toEqual([
    "Sun 03:30–04:00",
  ]);
  expect(clocksChange("2026-03-23", "Europe/Paris")).toBe(true);
  expect(clocksChange("2026-03-30", "Europe/Paris")).toBe(false);
});

it("labels a bar with its whole hours in the shown zone, also where the week cuts it", () => {
  const [first] = barsOf(window([0], 22, 26, "UTC"), "2026-01-05", "UTC");
  expect(first?.label).toBe("22–2");
  expect(barsOf(window([1], 9, 17.5, "UTC"), "2026-01-05", "UTC")[0]?.label).toBe("9–17:30");
  expect(barsOf(window([1], 0, 24, "UTC"), "2026-01-05", "UTC")[0]?.label).toBe("0–24");
});

it.each([
  ["2026-01-05", "2026-01-05"],
  ["2026-01-11", "2026-01-05"],
  ["2026-03-01", "2026-02-23"],
])("finds the Monday of %s", (date, monday) => {
  expect(mondayOf(date)).toBe(monday);
});

describe("the window of a campaign", () => {
  const hours = { daysOfWeek: ["monday"], callTimeOfDayFrom: "09:00:00", callTimeOfDayTo: "17:00:00", timeZone: "UTC" };

  it("takes the last second of a day for its end, and no hours for the whole day", () => {
    expect(windowOf({ ...hours, callTimeOfDayTo: "23:59:59" })).toMatchObject({ from: 540, to: DAY });
    expect(windowOf({ daysOfWeek: ["sunday"], timeZone: "UTC" })).toEqual({
      days: new Set([0]),
      from: 0,
      to: DAY,
      zone: "UTC",
      isDoubtful: false,
    });
  });

  it("is all day where it begins and ends at the same time, which is the worst that it may mean", () => {
    const window = windowOf({ ...hours, callTimeOfDayTo: "09:00:00" });
    expect(window).toMatchObject({ from: 540, to: 540 + DAY, isDoubtful: true });
  });

  it("is not drawn where it is not certain", () => {
    expect(windowOf({ ...hours, timeZone: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" })).toEqual({
      reason: "its hours are known later",
    });
    expect(windowOf({ ...hours, daysOfWeek: "[secret]" })).toEqual({ reason: "its hours are secret" });
    expect(windowOf({ ...hours, timeZone: "Mars/Olympus" })).toHaveProperty("reason");
  });
});
