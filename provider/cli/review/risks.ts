/**
 * What is dangerous about a change: who is phoned because of it who was not before. In the order in which it is told,
 * most dangerous first; the last is everything else.
 */
import { stableText, type Properties } from "../../kinds/normalForm";
import { parallelFields, setPredicate } from "../../kinds/parallel";
import { kindSchema } from "../../kinds/schema";
import { isCalling, isOver, statusWord } from "../../kinds/statusWords";
import { holdsUnknown } from "../../values/unknown";
import { isAsInCallab } from "./asInCallab";
import { list, text } from "./json";
import type { Change } from "./preview";
import { holdsSecret } from "./secret";
import { doubtAbout, unseenWords, type Unseen } from "./unseen";
import { gainAndLoss, HIDDEN, pauseWords, words } from "./values";
import { hoursGained, nightHours, windowOf } from "./week";

/** Kinds of danger, in the order in which they are told. */
export const riskKinds = ["starts", "people", "anew", "hours", "often", "extreme"] as const;

export type RiskKind = (typeof riskKinds)[number];

export interface Risk {
  readonly kind: RiskKind;
  /** A sentence. */
  readonly words: string;
  /** What a list of campaigns says of this one beside its name, if anything. */
  readonly brief?: string | undefined;
}

/** What stands over the campaigns of each kind. */
export const riskTitles: Readonly<Record<RiskKind, string>> = {
  starts: "Starts calling",
  people: "Calls more or other people",
  anew: "Made anew",
  hours: "Calls at more hours",
  often: "Calls more often",
  extreme: "Out of the ordinary",
};

/** The dangers of a change to a campaign, most dangerous first. */
export function risksOf(change: Change): Risk[] {
  const { action, before, after, unseen } = change;
  if (after === undefined || action === "same") return [];
  const isOutbound = !isInbound(after);
  return [
    ...(isOutbound ? starts(change, after) : []),
    ...(isOutbound ? people(before, after, unseen) : []),
    ...anew(change),
    ...(isOutbound && before !== undefined ? hours(before, after, unseen) : []),
    ...(isOutbound && before !== undefined && !isInbound(before) ? often(before, after, unseen) : []),
    ...(isOutbound ? extremes(before, after) : []),
  ];
}

/** Of what people call, nobody is called. */
const isInbound = (inputs: Properties): boolean => inputs["campaignType"] === "inbound";

/** The most dangerous kind; undefined: none. */
export const worstOf = (risks: readonly Risk[]): RiskKind | undefined =>
  riskKinds.find((kind) => risks.some((risk) => risk.kind === kind));

function starts({ action, before, status, unseen }: Change, after: Properties): Risk[] {
  if (isOver(statusWord(status)) && action === "update") return [];
  if (isOpaque(after["desiredStatus"])) {
    return before !== undefined && isSame("desiredStatus", before, after, unseen)
      ? []
      : [{ kind: "starts", words: "Its status is not shown: it may be set to active.", brief: "perhaps" }];
  }
  const wanted = text(after["desiredStatus"]);
  const from = dayOf(after["startedAt"]);
  const brief = from === undefined ? undefined : `from ${from}`;
  const active: Risk = {
    kind: "starts",
    words: "It is set to active: it calls as soon as its hours and days allow.",
    brief,
  };
  if (action === "create" && wanted === undefined)
    return [
      {
        kind: "starts",
        words:
          "It may call at once. The program does not say whether it is to be active or paused (desiredStatus), so Callab decides.",
        brief: "perhaps",
      },
    ];
  if (action === "replace" && wanted === undefined && (status === "paused" || before?.["desiredStatus"] === "paused"))
    return [
      {
        kind: "starts",
        words:
          "The old one is paused, and the new one may call at once: the program does not say whether it is to be active or paused (desiredStatus), so Callab decides.",
        brief: "perhaps",
      },
    ];
  if (wanted !== "active") return [];
  if (action !== "update") return [active];
  if (status === "paused")
    return [{ kind: "starts", words: "It is paused now and is set to active: it calls again.", brief }];
  return isCalling(statusWord(status)) || before?.["desiredStatus"] === "active" ? [] : [active];
}

const dayOf = (value: unknown): string | undefined => (isOpaque(value) ? undefined : text(value));

/** The lists that choose who is called. */
const selecting = kindSchema("Campaign").inputs.filter(
  ({ node, types }) => node.decides === "who" && types.includes("array"),
);

const isNamed = (entry: unknown): boolean => typeof entry !== "string" || entry.trim() !== "";
const namedIn = (inputs: Properties, field: string): readonly unknown[] => list(inputs[field]).filter(isNamed);

/** Whether a campaign names nobody in particular. What is secret, known later or as in Callab may name somebody. */
export const selectsNobody = (inputs: Properties): boolean =>
  selecting.every(({ name }) => !isOpaque(inputs[name]) && namedIn(inputs, name).length === 0);

const isOpaque = (value: unknown): boolean => holdsSecret(value) || holdsUnknown(value) || isAsInCallab(value);

/** Whether a field is surely as it was. */
const isSame = (name: string, before: Properties, after: Properties, unseen: Unseen): boolean =>
  unseen[name] === undefined && stableText(before[name]) === stableText(after[name]);

const labels: Readonly<Record<string, string>> = {
  contactsListSource: "sources",
  contactsListTags: "tags",
  contactsListCategories: "categories",
};

function people(before: Properties | undefined, after: Properties, unseen: Unseen): Risk[] {
  if (selectsNobody(after)) {
    if (before !== undefined && !isInbound(before) && selectsNobody(before)) return [];
    const lost =
      before === undefined || selectsNobody(before) ? "It selects nobody in particular" : "Its selection is lost";
    return [{ kind: "people", words: `${lost}: perhaps everybody is called.`, brief: "perhaps everybody" }];
  }
  if (before === undefined) return [];
  if (isInbound(before))
    return [{ kind: "people", words: "It was inbound and called nobody: it calls people now.", brief: "was inbound" }];
  const told = selecting.flatMap(({ name }) => {
    const label = labels[name] ?? name;
    if (isSame(name, before, after, unseen)) return [];
    if (unseen[name] === "may have changed") return [`${label}: ${unseenWords(HIDDEN, unseen[name])}`];
    if (isOpaque(before[name]) || isOpaque(after[name]))
      return [opaqueWords(label, before[name], after[name], namedIn(after, name))];
    const [old, now] = [namedIn(before, name), namedIn(after, name)];
    const gained = now.filter((entry) => !old.includes(entry));
    // Whether several lists narrow one another down is not documented: one that is gone may have held people off.
    if (old.length > 0 && now.length === 0) return [`no ${label} any more`];
    if (gained.length === 0) return [];
    return old.length === 0 ? [`${label} ${words(gained)}`] : [`${label} ${gainAndLoss(old, now) ?? ""}`];
  });
  if (!isSame("campaignType", before, after, unseen) && isOpaque([before["campaignType"], after["campaignType"]]))
    told.push("its direction is not shown");
  if (told.length === 0 && isPairedOtherwise(before, after)) told.push("sources, tags and categories in other pairs");
  if (told.length === 0) return [];
  const doubt = unseenWords(HIDDEN, "may have changed");
  const head = told.every((phrase) => phrase.endsWith(doubt)) ? "It may call" : "It calls";
  return [{ kind: "people", words: `${head} more or other people: ${told.join("; ")}.`, brief: told.join("; ") }];
}

/**
 * Whether lists that run in parallel, entry by entry, have another row than they had, though none has a new entry. How often
 * somebody is called is a part of the row.
 */
function isPairedOtherwise(before: Properties, after: Properties): boolean {
  const isUntouched = selecting.every(({ name }) => stableText(before[name]) === stableText(after[name]));
  if (isUntouched || selecting.every(({ node }) => setPredicate(before, after)(node))) return false;
  return !hasOnlyRowsOf(before, after);
}

/** Whether all rows of the parallel lists were there before, in whatever order. */
function hasOnlyRowsOf(before: Properties, after: Properties): boolean {
  const [known, rows] = [new Set(rowsOf(before)), rowsOf(after)];
  return rows.length > 0 && rows.every((row) => known.has(row));
}

function rowsOf(inputs: Properties): string[] {
  const lists = parallelFields.map(({ name }) => list(inputs[name]));
  const length = Math.max(...lists.map((entries) => entries.length));
  return Array.from({ length }, (_, row) => stableText(lists.map((entries) => entries[row])));
}

/** Of lists one of which, before or after, may hold anything. */
function opaqueWords(label: string, before: unknown, after: unknown, now: readonly unknown[]): string {
  if (isAsInCallab(after)) return `${label} as in Callab, which are not known`;
  if (!isAsInCallab(before) || isOpaque(after)) return `${label} that are not shown`;
  return now.length === 0
    ? `no ${label} any more, where Callab may have some`
    : `${label} ${words(now)}, where those before are not known`;
}

function anew({ action, deletedOutside }: Change): Risk[] {
  if (action === "replace")
    return [
      {
        kind: "anew",
        words: "It starts from the beginning; people it has already called may be called again.",
      },
    ];
  return deletedOutside
    ? [
        {
          kind: "anew",
          words: "Somebody deleted it outside of this program: it is made anew and starts from the beginning.",
          brief: "was deleted outside of this program",
        },
      ]
    : [];
}

function hours(before: Properties, after: Properties, unseen: Unseen): Risk[] {
  const [old, now] = [windowOf(before), windowOf(after)];
  const [phrases, doubts] = laterOrEarlier(before, after, unseen);
  if ("reason" in now || "reason" in old) {
    // What nobody knows, and nobody changes, is not told.
    const isUntouched = weekFields.every((name) => isSame(name, before, after, unseen));
    if ("reason" in now) doubts.unshift(...(isUntouched ? [] : [`when is not known, because ${now.reason}`]));
    else if ("reason" in old) doubts.unshift(`when it called before is not known, because ${old.reason}`);
  } else {
    const gained = hoursGained(old, now);
    if (gained > 0) phrases.unshift(`${gained} ${gained === 1 ? "hour" : "hours"} a week that it did not call at`);
  }
  const told = [...phrases, ...doubts].join("; ");
  if (told === "") return [];
  const head = phrases.length === 0 ? "It may call at more times" : "It calls at more times";
  return [{ kind: "hours", words: `${head}: ${told}.`, brief: told }];
}

/** The fields that say when in a week a campaign calls. */
const weekFields = ["daysOfWeek", "callTimeOfDayFrom", "callTimeOfDayTo", "timeZone"];

/** Days that a campaign gains at its beginning or its end, and those that it may gain. */
function laterOrEarlier(before: Properties, after: Properties, unseen: Unseen): [phrases: string[], doubts: string[]] {
  const [phrases, doubts]: [string[], string[]] = [[], []];
  for (const [name, which] of [
    ["startedAt", "first"],
    ["endedAt", "last"],
  ] as const) {
    if (isSame(name, before, after, unseen)) continue;
    const [old, now] = [dayOf(before[name]), dayOf(after[name])];
    if (isOpaque(after[name])) doubts.push(`its ${which} day is not ${isAsInCallab(after[name]) ? "known" : "shown"}`);
    else if (isOpaque(before[name])) doubts.push(`its ${which} day before is not known`);
    else if (old === undefined) continue;
    else if (which === "first" && (now === undefined || now < old))
      phrases.push(`it begins earlier, ${now ?? "at once"}`);
    else if (which === "last" && (now === undefined || now > old)) phrases.push(`it ends later, ${now ?? "never"}`);
  }
  return [phrases, doubts];
}

/** Attempts beyond which a phone rings too often for most people. */
const MOST_ATTEMPTS = 10;
/** Seconds between two attempts below which they are one. */
const LEAST_PAUSE = 60;
const secondsOf: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** In seconds, source by source; undefined where that cannot be told. */
function pausesOf(inputs: Properties): (number | undefined)[] {
  const units = list(inputs["retryDelayUnit"]);
  return list(inputs["retryDelay"]).map((delay, index) => {
    const unit = secondsOf[text(units[index]) ?? ""];
    return typeof delay === "number" && unit !== undefined ? delay * unit : undefined;
  });
}

/**
 * What may call somebody more often, or sooner again. Fewer attempts do not, nor do longer pauses, source by source. What is
 * out of the ordinary is told as that.
 */
function often(before: Properties, after: Properties, unseen: Unseen): Risk[] {
  const extreme = freshExtremes(before, after).map(({ key }) => key.split(" ")[0]);
  const attemptsOf = (inputs: Properties): (number | undefined)[] =>
    list(inputs["numberOfCallAttempts"]).map((count) => (typeof count === "number" ? count : undefined));
  const pauses = [pausesOf(before), pausesOf(after)] as const;
  const isKnown = parallelFields.every(({ name }) => !isOpaque(before[name]) && !isOpaque(after[name]));
  const isFewer = isKnown && hasOnlyRowsOf(before, after);
  const told = [
    {
      label: "attempts",
      fields: ["numberOfCallAttempts"],
      isLess: neverBeyond(attemptsOf(after), attemptsOf(before)),
      say: (inputs: Properties) => words(inputs["numberOfCallAttempts"]),
    },
    {
      label: "pause",
      fields: ["retryDelay", "retryDelayUnit"],
      isLess: neverBeyond(...pauses),
      say: pauseWords,
    },
  ].flatMap(({ label, fields, isLess, say }) => {
    if (isFewer || isLess || extreme.includes(label) || fields.every((name) => isSame(name, before, after, unseen)))
      return [];
    const doubt = doubtAbout(fields, unseen);
    return [
      doubt === undefined ? `${label} ${say(before)} → ${say(after)}` : `${label}: ${unseenWords(HIDDEN, doubt)}`,
    ];
  });
  return told.length === 0
    ? []
    : [{ kind: "often", words: `People may be called more often: ${told.join("; ")}.`, brief: told.join("; ") }];
}

/** Whether each number is known and at most its counterpart, of which there are as many. */
const neverBeyond = (numbers: readonly (number | undefined)[], most: readonly (number | undefined)[]): boolean =>
  numbers.length > 0 &&
  numbers.length === most.length &&
  numbers.every((number, index) => number !== undefined && number <= (most[index] ?? Number.NEGATIVE_INFINITY));

/** What of a campaign is out of the ordinary, each with what marks it. */
function extremesOf(inputs: Properties): readonly { readonly key: string; readonly words: string }[] {
  const attempts = Math.max(...list(inputs["numberOfCallAttempts"]).filter((count) => typeof count === "number"));
  const pause = Math.min(...pausesOf(inputs).filter((seconds) => seconds !== undefined));
  const window = windowOf(inputs);
  const found: (readonly [key: string, words: string])[] = [];
  if (attempts > MOST_ATTEMPTS) found.push([`attempts ${attempts}`, `up to ${attempts} attempts for each contact`]);
  if (pause < LEAST_PAUSE && attempts > 1) found.push([`pause ${pause}`, `${pause} s between two attempts`]);
  if (!("reason" in window)) {
    const night = nightHours(window);
    const isAlways = window.to - window.from >= 1440;
    if (window.isDoubtful) found.push(["hours", "hours that begin and end at the same time: never, or all day"]);
    else if (isAlways)
      found.push(["hours", window.days.size === 7 ? "every day at any hour" : "at any hour of the day"]);
    else if (night > 0) found.push(["night", `${night} hours a week between 21:00 and 8:00 of those who are called`]);
  }
  return found.map(([key, told]) => ({ key, words: told }));
}

function freshExtremes(before: Properties | undefined, after: Properties): ReturnType<typeof extremesOf> {
  const known = new Set(before === undefined ? [] : extremesOf(before).map(({ key }) => key));
  return extremesOf(after).filter(({ key }) => !known.has(key));
}

function extremes(before: Properties | undefined, after: Properties): Risk[] {
  const fresh = freshExtremes(before, after);
  if (fresh.length === 0) return [];
  const phrases = fresh.map((each) => each.words).join("; ");
  return [{ kind: "extreme", words: `Out of the ordinary: ${phrases}.`, brief: phrases }];
}
