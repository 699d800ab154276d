/**
 * The summary: one plain sentence of who is called when. The gallery below is for reading: whoever reviews a change of
 * wording should be able to see all of them at once.
 */
import { kinds } from "../../../provider/kinds";
import { campaignSummary } from "../../../provider/kinds/campaignSummary";
import { daysInWords } from "../../../provider/words/callingTimes";
import { normalForm } from "../../../provider/kinds/normalForm";
import { UNKNOWN } from "../../../provider/values/unknown";

const base = {
  campaignType: "outbound",
  daysOfWeek: [1, 2, 3, 4, 5],
  callTimeOfDayFrom: "9:00",
  callTimeOfDayTo: "17:00",
  timeZone: "Europe/Paris",
  startedAt: "2026-12-01",
  endedAt: "2026-12-31",
  contactsListSource: ["web"],
  contactsListTags: ["vip"],
  numberOfCallAttempts: [3],
  retryDelay: [60],
  retryDelayUnit: ["seconds"],
};

const nothing = undefined;
const two = {
  contactsListSource: ["web", "manual"],
  contactsListTags: ["vip", "gold"],
  contactsListCategories: ["a", "b"],
};

const gallery: Readonly<Record<string, object>> = {
  "the example": {},
  "no window": { callTimeOfDayFrom: nothing, callTimeOfDayTo: nothing },
  "a start only": { callTimeOfDayTo: nothing },
  "an end only": { callTimeOfDayFrom: nothing },
  "over midnight": { callTimeOfDayFrom: "22:00", callTimeOfDayTo: "6:30" },
  "with seconds": { callTimeOfDayTo: "17:59:59" },
  "every day": { daysOfWeek: [0, 1, 2, 3, 4, 5, 6] },
  weekend: { daysOfWeek: ["sat", "sun"] },
  "Sunday to Thursday": { daysOfWeek: [0, 1, 2, 3, 4] },
  "Friday to Monday": { daysOfWeek: ["fri", "sat", "sun", "mon"] },
  "scattered days": { daysOfWeek: ["mon", "wed", "fri"] },
  "two runs": { daysOfWeek: ["mon", "tue", "wed", "fri", "sat", "sun"] },
  "one day": { daysOfWeek: ["tue"] },
  "no day": { daysOfWeek: [] },
  "no dates": { startedAt: nothing, endedAt: nothing },
  "a first day only": { endedAt: nothing },
  "a last day only": { startedAt: nothing },
  "one date": { endedAt: "2026-12-01" },
  "one attempt": { numberOfCallAttempts: [1] },
  "no attempts said": { numberOfCallAttempts: nothing },
  "no pause said": { retryDelay: nothing, retryDelayUnit: nothing },
  "a pause in minutes": { retryDelayUnit: ["minutes"] },
  "several attempts for one source": {
    numberOfCallAttempts: [3, 5],
    retryDelay: [60, 120],
    retryDelayUnit: ["seconds", "seconds"],
  },
  "several tags": { contactsListTags: ["vip", "gold", "silver"], contactsListCategories: ["renewal"] },
  "no contacts said": { contactsListSource: nothing, contactsListTags: nothing },
  "several sources": {
    ...two,
    numberOfCallAttempts: [3, 1],
    retryDelay: [60, 120],
    retryDelayUnit: ["seconds", "minutes"],
  },
  "several sources, little said of each": {
    contactsListSource: ["web", null],
    contactsListTags: nothing,
    numberOfCallAttempts: nothing,
  },
  inbound: { campaignType: "inbound" },
  paused: { desiredStatus: "paused" },
  active: { desiredStatus: "active" },
  "unknown: days": { daysOfWeek: UNKNOWN },
  "unknown: window": { callTimeOfDayFrom: UNKNOWN },
  "unknown: zone and dates": { timeZone: UNKNOWN, startedAt: UNKNOWN, endedAt: UNKNOWN },
  "unknown: attempts": { numberOfCallAttempts: [UNKNOWN], retryDelay: [UNKNOWN] },
  "unknown: all attempts": { numberOfCallAttempts: UNKNOWN, retryDelay: UNKNOWN, retryDelayUnit: UNKNOWN },
  "unknown: pause": { retryDelay: UNKNOWN },
  "unknown: unit": { retryDelayUnit: [UNKNOWN] },
  "unknown: units": { retryDelayUnit: UNKNOWN },
  "a pause without a unit": { retryDelayUnit: nothing },
  "more tags than sources": { ...two, contactsListTags: ["vip", "gold", "silver"], contactsListCategories: nothing },
  "unknown: tags of several sources": { ...two, contactsListTags: UNKNOWN },
  "unknown: tags": { contactsListTags: [UNKNOWN] },
  "unknown: all contacts": { contactsListSource: UNKNOWN, contactsListTags: UNKNOWN, contactsListCategories: UNKNOWN },
  "unknown: a source": { ...two, contactsListSource: [UNKNOWN, "manual"], numberOfCallAttempts: [UNKNOWN, 2] },
  "unknown: everything": Object.fromEntries([...Object.keys(base), "campaignType"].map((name) => [name, UNKNOWN])),
};

const summaryOf = (changes: object): string => campaignSummary(normalForm(kinds.Campaign, { ...base, ...changes }));

it("reads well in every combination", () => {
  const widest = Math.max(...Object.keys(gallery).map((title) => title.length));
  const lines = Object.entries(gallery).map(([title, changes]) => `${title.padEnd(widest)}  ${summaryOf(changes)}`);
  expect(lines.join("\n")).toMatchInlineSnapshot(`
   "the example                           outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   no window                             outbound, Mon–Fri at any time Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   a start only                          outbound, Mon–Fri from 09:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   an end only                           outbound, Mon–Fri until 17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   over midnight                         outbound, Mon–Fri 22:00–06:30 over midnight Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   with seconds                          outbound, Mon–Fri 09:00–17:59:59 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   every day                             outbound, every day 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   weekend                               outbound, Sat, Sun 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   Sunday to Thursday                    outbound, Sun–Thu 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   Friday to Monday                      outbound, Fri–Mon 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   scattered days                        outbound, Mon, Wed, Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   two runs                              outbound, Fri–Wed 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   one day                               outbound, Tue 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   no day                                outbound, on no day 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   no dates                              outbound, Mon–Fri 09:00–17:00 Europe/Paris, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   a first day only                      outbound, Mon–Fri 09:00–17:00 Europe/Paris, from 2026-12-01, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   a last day only                       outbound, Mon–Fri 09:00–17:00 Europe/Paris, until 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   one date                              outbound, Mon–Fri 09:00–17:00 Europe/Paris, on 2026-12-01, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   one attempt                           outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, 1 attempt, source web, tags vip, status left to Callab
   no attempts said                      outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, source web, tags vip, status left to Callab
   no pause said                         outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts, source web, tags vip, status left to Callab
   a pause in minutes                    outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 min apart, source web, tags vip, status left to Callab
   several attempts for one source       outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 / 5 attempts 60 s / 120 s apart, source web, tags vip, status left to Callab
   several tags                          outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, gold, silver, categories renewal, status left to Callab
   no contacts said                      outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, everybody (no filter), status left to Callab
   several sources                       outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, web (tags vip, categories a, up to 3 attempts 60 s apart), manual (tags gold, categories b, 1 attempt), status left to Callab
   several sources, little said of each  outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, web, source 2, status left to Callab
   inbound                               inbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   paused                                outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, paused
   active                                outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, active
   unknown: days                         outbound, days (known later) 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   unknown: window                       outbound, Mon–Fri (known later)–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   unknown: zone and dates               outbound, Mon–Fri 09:00–17:00 (known later), dates (known later), up to 3 attempts 60 s apart, source web, tags vip, status left to Callab
   unknown: attempts                     outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, attempts (known later), source web, tags vip, status left to Callab
   unknown: all attempts                 outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, attempts (known later), source web, tags vip, status left to Callab
   unknown: pause                        outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts (known later) apart, source web, tags vip, status left to Callab
   unknown: unit                         outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 (known later) apart, source web, tags vip, status left to Callab
   unknown: units                        outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 (known later) apart, source web, tags vip, status left to Callab
   a pause without a unit                outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 apart, source web, tags vip, status left to Callab
   more tags than sources                outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, web (tags vip, up to 3 attempts 60 s apart), manual (tags gold), further tags silver, status left to Callab
   unknown: tags of several sources      outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, web (tags (known later), categories a, up to 3 attempts 60 s apart), manual (tags (known later), categories b), status left to Callab
   unknown: tags                         outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, source web, tags (known later), status left to Callab
   unknown: all contacts                 outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, up to 3 attempts 60 s apart, sources (known later), tags (known later), categories (known later), status left to Callab
   unknown: a source                     outbound, Mon–Fri 09:00–17:00 Europe/Paris, 2026-12-01 to 2026-12-31, (known later) (tags vip, categories a, attempts (known later)), manual (tags gold, categories b, up to 2 attempts), status left to Callab
   unknown: everything                   (known later), days (known later) (known later)–(known later) (known later), dates (known later), attempts (known later), sources (known later), tags (known later), status left to Callab"
  `);
});

it("never shows the mark of an unknown, nor the words of a machine", () => {
  for (const changes of Object.values(gallery)) {
    expect(summaryOf(changes)).not.toContain(UNKNOWN);
    expect(summaryOf(changes)).not.toMatch(/undefined|null|NaN|\[object|, ,|  |,$/);
  }
});

it("depends on the inputs alone, not on their spelling", () => {
  const spelled = { daysOfWeek: ["FRI", "mon", 2, 3, "thursday"], callTimeOfDayFrom: "09:00:00" };
  expect(summaryOf(spelled)).toBe(summaryOf({}));
});

it("names the same days for every way to write them, all 128 sets of them", () => {
  const names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  for (let set = 1; set < 127; set++) {
    const chosen = names.filter((_, day) => (set >> day) & 1);
    const told = daysInWords(chosen.map((name) => name.toLowerCase()));
    const unfolded = told.split(", ").flatMap((part) => {
      const [first = "", last = first] = part.split("–");
      const run = [first];
      for (let day = names.indexOf(first); names[day % 7] !== last; day++) run.push(names[(day + 1) % 7] ?? "");
      return run;
    });
    expect([...unfolded].sort()).toEqual([...chosen].sort());
  }
});
