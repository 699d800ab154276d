/** The picture: what it shows, in which week and zone, and that anybody can read it. */
import { parsedXml } from "../../support/rendered";
import { review } from "../../../provider/cli/review/review";
import { previewText, spring, type Step } from "./previewText";

const now = new Date("2026-01-07T12:00:00Z");
const pictureOf = (steps: readonly Step[], options: { zone?: string; week?: string } = {}): string =>
  review(previewText(steps), { ...options, now }).picture;
const bars = (picture: string, className: string): number =>
  picture.split(`<rect class="${className}"`).length - 1 - (inLegend.includes(className) ? 1 : 0);
const inLegend = ["old", "new", "same", "new inbound", "old off", "new off"];
const inZone = (name: string, timeZone: string): Step => ({ op: "create", name, new: { ...spring, name, timeZone } });

it("draws the hours before for what goes, the hours after for what comes, both for what changes", () => {
  const later = { ...spring, callTimeOfDayFrom: "10:00:00" };
  const count = (step: Step) => [
    bars(pictureOf([step]), "old"),
    bars(pictureOf([step]), "new"),
    bars(pictureOf([step]), "same"),
  ];
  expect(count({ op: "delete", old: spring })).toEqual([5, 0, 0]);
  expect(count({ op: "create", new: spring })).toEqual([0, 5, 0]);
  expect(count({ op: "update", old: spring, new: later })).toEqual([5, 5, 0]);
  expect(count({ op: "same", old: spring, new: spring })).toEqual([0, 0, 5]);
});

it("is in the zone that most campaigns are in", () => {
  const picture = pictureOf([inZone("a", "Asia/Tokyo"), inZone("b", "Europe/Paris"), inZone("c", "Asia/Tokyo")]);
  expect(picture).toContain("in Asia/Tokyo time");
  expect(pictureOf([])).toContain("in UTC time");
});

it("does not let a campaign that goes decide the zone", () => {
  const gone: Step[] = ["x", "y"].map((name) => ({ op: "delete", name, old: { ...spring, timeZone: "Asia/Tokyo" } }));
  expect(pictureOf([...gone, inZone("a", "Europe/Paris")])).toContain("in Europe/Paris time");
});

it("is of the week in which the next campaign starts, else of this week, unless it is told", () => {
  const starting = (startedAt: string): Step => ({ op: "create", name: startedAt, new: { ...spring, startedAt } });
  expect(pictureOf([starting("2026-05-13"), starting("2026-03-11")])).toContain("week of 2026-03-09 to 2026-03-15");
  expect(pictureOf([starting("2025-03-11")])).toContain("week of 2026-01-05 to 2026-01-11");
  expect(pictureOf([starting("2026-05-13")], { week: "2026-07-01" })).toContain("week of 2026-06-29 to 2026-07-05");
});

it("says that the clocks are changed in the week", () => {
  expect(pictureOf([inZone("a", "Europe/Paris")], { week: "2026-03-23" })).toContain("(they are changed in it)");
  expect(pictureOf([inZone("a", "Europe/Paris")], { week: "2026-03-30" })).not.toContain("changed in it");
});

it("says what it cannot draw", () => {
  const picture = pictureOf([{ op: "create", new: { ...spring, callTimeOfDayTo: "02:00:00" } }]);
  expect(picture).toMatch(
    /09:00–02:00 over midnight Europe\/Paris.*drawn into the next day, but what it means is not documented/,
  );
  expect(pictureOf([{ op: "create", new: { ...spring, callTimeOfDayTo: undefined } }])).toContain("one-sided");
  expect(pictureOf([{ op: "create", new: { ...spring, callTimeOfDayTo: "09:00:00" } }])).toContain(
    "never or all day: drawn as all day",
  );
  expect(pictureOf([{ op: "create", new: { ...spring, timeZone: "Mars/Olympus" } }])).toContain("not drawn");
});

it("greys the days before a campaign's first and after its last", () => {
  const picture = pictureOf([{ op: "create", new: { ...spring, startedAt: "2026-01-07", endedAt: "2026-01-08" } }], {
    week: "2026-01-05",
  });
  expect([bars(picture, "new"), bars(picture, "new off")]).toEqual([2, 3]);
});

it("has a sign in its legend for every look of a bar", () => {
  const [before, after] = [{ startedAt: "2026-01-07" }, { startedAt: "2026-01-08" }];
  const picture = pictureOf([{ op: "update", old: { ...spring, ...before }, new: { ...spring, ...after } }], {
    week: "2026-01-05",
  });
  const looks = [...picture.matchAll(/<rect class="((?:old|new|same)[^"]*)"/g)].map(([, look = ""]) => look);
  expect(looks).toContain("old off");
  for (const look of new Set(looks))
    expect([look, bars(picture, look) < looks.filter((each) => each === look).length]).toEqual([look, true]);
});

it("tells those who are called from those who call, and the status of each", () => {
  const inbound = { ...spring, campaignType: "inbound", desiredStatus: "paused" };
  const picture = pictureOf([{ op: "create", new: inbound }]);
  expect([bars(picture, "new"), bars(picture, "new inbound")]).toEqual([0, 5]);
  expect(picture).toContain(">new, paused, inbound</tspan>");
});

it("shades the night where people are called, whatever zone is shown", () => {
  const first = (picture: string) =>
    /<rect class="night" x="([\d.]+)"[^>]* width="([\d.]+)"/.exec(picture)?.slice(1).map(Number);
  const perHour = (960 - 40) / (7 * 24);
  // The week begins in the night, which is over at eight in Paris: at seven in London, at two in New York.
  for (const [zone, hours] of [
    ["Europe/Paris", 8],
    ["Europe/London", 7],
    ["America/New_York", 2],
  ] as const) {
    const [left, width = 0] = first(pictureOf([{ op: "create", new: spring }], { zone })) ?? [];
    expect(left).toBe(20);
    expect(Math.round(width / perHour)).toBe(hours);
  }
});

it("tells the same in words to those who cannot see it", () => {
  const picture = pictureOf([{ op: "update", old: spring, new: { ...spring, callTimeOfDayFrom: "10:00:00" } }]);
  expect(picture).toMatch(
    /<svg [^>]*role="img" aria-labelledby="title description">\n<title id="title">[^<]+<\/title>/,
  );
  expect(picture).toContain(
    "Spring renewals: changed, left to Callab, Mon–Fri 09:00–17:00 Europe/Paris → Mon–Fri 10:00–17:00 Europe/Paris.",
  );
});

it("needs nothing from elsewhere and runs nothing", () => {
  const picture = pictureOf([inZone(`<script>alert("x")</script> & "quoted" \u0007`, "UTC")]);
  expect(picture).not.toMatch(/<script|href=|@import|@font-face|url\((?!#hatch)|\u0007/);
  expect(picture).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;quoted&quot;");
});

it.each(["</tspan><a href='x'>", "\ufffe\uffff\u0000\u001b[31m", "\ud800 half", "]]>", "\u202egnp", "<!-- &x; <?y ?>"])(
  "is well-formed with a campaign called %j, and holds no element or direction of its",
  (name) => {
    const [plainly, given] = ["Spring", name].map((each) => parsedXml(pictureOf([inZone(each, "UTC")])));
    expect(given?.elements).toEqual(plainly?.elements);
    expect(given?.text).not.toMatch(/[\u202e\ufffe]/);
  },
);

it("is the same bytes for the same preview", () => {
  const steps = [inZone("b", "UTC"), inZone("a", "UTC")];
  expect(pictureOf(steps)).toBe(pictureOf([...steps].reverse()));
});

it("stays of a size that can be read with hundreds of campaigns", () => {
  const picture = pictureOf(
    Array.from({ length: 300 }, (_, index) => inZone(`c${String(index).padStart(3, "0")}`, "UTC")),
  );
  expect(picture).toContain("and 240 more");
  expect(Number(/ height="(\d+)" role/.exec(picture)?.[1])).toBeLessThan(6000);
});

it.each([
  [{ zone: "EST5" }, /not the name of a time zone/],
  [{ zone: "+02:00" }, /knows no daylight saving/],
  [{ week: "2026-02-30" }, /not a day of the calendar/],
])("refuses the options %j and says why", (options, reason) => {
  expect(() => pictureOf([], options)).toThrow(reason);
});
