/**
 * The rules, as functions from an object's inputs and a rule's settings to complaints. They know no Pulumi.
 *
 * The defaults are a careful start, not legal advice: set the hours your law and your house ask for.
 */

import { callsTheSame } from "../provider/kinds/programRules";
import { hasSelection } from "../provider/kinds/selection";

/** A resource's inputs, as check left them (days as names, times as HH:MM:SS); other spellings are read too. */
export type Inputs = Readonly<Record<string, unknown>>;

/** Hours and days on which people may be called, in the campaign's own time zone. */
export interface Hours {
  /** `08:00` */
  readonly from: string;
  /** `20:00` */
  readonly to: string;
  /** English names, or their first three letters. */
  readonly days: readonly string[];
}

export interface CallingHours {
  /** For every zone without hours of its own. */
  readonly hours: Hours;
  /** IANA name → hours. */
  readonly zones?: Readonly<Record<string, Partial<Hours>>> | undefined;
}

export interface RetryCeilings {
  /** Most attempts for one contact. */
  readonly maxAttempts: number;
  /** Shortest pause between two attempts, in seconds. */
  readonly minPauseSeconds: number;
}

export const defaultHours: Hours = {
  from: "08:00",
  to: "20:00",
  days: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
};

export const defaultCeilings: RetryCeilings = { maxAttempts: 5, minPauseSeconds: 60 };

/** People are called only in the hours and on the days that their zone allows. Inbound campaigns call nobody. */
export function callingHours(campaign: Inputs, settings: CallingHours): string[] {
  if (campaign["campaignType"] === "inbound") return [];
  const zone = typeof campaign["timeZone"] === "string" ? campaign["timeZone"] : "UTC";
  const allowed = hoursIn(zone, settings);
  return [...windowProblems(campaign, allowed, zone), ...dayProblems(campaign, allowed, zone)];
}

function hoursIn(zone: string, { hours, zones = {} }: CallingHours): Hours {
  const own = Object.entries(zones).find(([name]) => canonical(name) === canonical(zone))?.[1];
  return { ...hours, ...own };
}

function windowProblems(campaign: Inputs, allowed: Hours, zone: string): string[] {
  const [first, last] = [clock(allowed.from), clock(allowed.to)];
  if (first === undefined || last === undefined) {
    return [`the policy's own hours "${allowed.from}" to "${allowed.to}" are no times of a day; write them as "08:00"`];
  }
  const [from, to] = [campaign["callTimeOfDayFrom"], campaign["callTimeOfDayTo"]];
  const limits = `calls are allowed from ${allowed.from} to ${allowed.to} (${zone})`;
  if (from === undefined || to === undefined) {
    const missing = [
      ...(from === undefined ? ["callTimeOfDayFrom"] : []),
      ...(to === undefined ? ["callTimeOfDayTo"] : []),
    ];
    return [
      `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not set, so calls are not limited to any hours; ${limits}`,
    ];
  }
  const [start, end] = [clock(from), clock(to)];
  if (start === undefined || end === undefined) return [];
  if (end <= start) return [`the hours ${show(from)} to ${show(to)} run over midnight or are empty; ${limits}`];
  return [
    ...(start < first ? [`callTimeOfDayFrom ${show(from)} is too early; ${limits}`] : []),
    ...(end > last ? [`callTimeOfDayTo ${show(to)} is too late; ${limits}`] : []),
  ];
}

function dayProblems(campaign: Inputs, allowed: Hours, zone: string): string[] {
  const permitted = new Set(allowed.days.map(dayName));
  const chosen = Array.isArray(campaign["daysOfWeek"]) ? campaign["daysOfWeek"].map(dayName) : [];
  const wrong = chosen.filter((day) => day !== undefined && !permitted.has(day));
  return wrong.length === 0
    ? []
    : [`daysOfWeek has ${wrong.join(", ")}; calls are allowed on ${allowed.days.join(", ")} (${zone})`];
}

const dayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function dayName(day: unknown): string | undefined {
  if (typeof day === "number") return dayNames[day];
  const text = String(day).trim().toLowerCase();
  return dayNames.find((name) => name === text || name.slice(0, 3) === text);
}

export interface Audience {
  /** Whether a campaign may call everybody where it says so by `allowAllContacts`. */
  readonly everybody: "refused" | "allowed";
}

/** An outbound campaign names whom it calls. */
export function namedAudience(campaign: Inputs, { everybody }: Audience): string[] {
  if (campaign["campaignType"] === "inbound" || hasSelection(campaign) !== false) return [];
  if (everybody === "allowed" && campaign["allowAllContacts"] === true) return [];
  return ["the campaign has no source, tag or category, so it may call everybody; name whom it calls"];
}

/** An outbound campaign says how often a contact is tried, and how long it waits. */
export function namedAttempts(campaign: Inputs): string[] {
  if (campaign["campaignType"] === "inbound") return [];
  const attempts = numbers(campaign["numberOfCallAttempts"]);
  if (attempts.length === 0)
    return ["numberOfCallAttempts is not set, so how often a contact is tried is left to Callab"];
  const isTriedAgain = attempts.some((count) => count !== 1);
  return isTriedAgain && numbers(campaign["retryDelay"]).length === 0
    ? ["retryDelay is not set, so how soon a contact is tried again is left to Callab"]
    : [];
}

/** An outbound campaign says whether it is to call. */
export const managedStatus = (campaign: Inputs): string[] =>
  campaign["campaignType"] === "inbound" || campaign["desiredStatus"] !== undefined
    ? []
    : [`desiredStatus is not set, so whether the campaign calls is left to Callab; write "paused" or "active"`];

/** Two active campaigns do not call the same people in the same hours. */
export const callsApart = (campaign: Inputs, other: Inputs, named: string, now: Date): string[] =>
  callsTheSame(campaign, other, now)
    ? [`the campaign calls the same people in the same hours as "${named}", and both are active`]
    : [];

/** Seconds after midnight. */
function clock(time: unknown): number | undefined {
  const match = typeof time === "string" ? /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(time) : null;
  return match === null ? undefined : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

const show = (time: unknown): string => String(time).replace(/^(\d\d:\d\d):00$/, "$1");

/** Nobody is called too often or too soon again. */
export function retryCeilings(campaign: Inputs, ceilings: RetryCeilings): string[] {
  if (campaign["campaignType"] === "inbound") return [];
  const { maxAttempts, minPauseSeconds } = ceilings;
  const attempts = numbers(campaign["numberOfCallAttempts"]);
  const units = Array.isArray(campaign["retryDelayUnit"]) ? campaign["retryDelayUnit"].map(String) : [];
  const pauses = numbers(campaign["retryDelay"]);
  return [
    ...attempts.flatMap((count, index) =>
      count > maxAttempts
        ? [`numberOfCallAttempts[${index}] is ${count}; at most ${maxAttempts} attempts for each contact are allowed`]
        : [],
    ),
    ...pauses.flatMap((pause, index) => {
      // One attempt has no pause to be too short.
      if ((attempts[index] ?? 2) <= 1) return [];
      const unit = units[index] ?? "seconds";
      const factor = unit === "seconds" ? 1 : unit === "minutes" ? 60 : undefined;
      if (factor === undefined)
        return [`retryDelayUnit[${index}] is "${unit}", which this rule cannot judge; use "seconds"`];
      return pause * factor < minPauseSeconds
        ? [
            `retryDelay[${index}] is ${pause} ${unit}; at least ${minPauseSeconds} seconds between two attempts are asked for`,
          ]
        : [];
    }),
  ];
}

const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.map((entry) => (typeof entry === "number" ? entry : Number.NaN)) : [];

/** Texts that people or the agent depend on say something. */
export function saysSomething(inputs: Inputs, field: string): string[] {
  const text = inputs[field];
  return typeof text === "string" && text.trim() !== "" ? [] : [`${field} is empty`];
}

/** Which campaigns must be protected: those that are to be active, or all. */
export type ProtectedCampaigns = "active" | "all";

/** A campaign that calls is not deleted by a slip: it has the resource option `protect`. */
export function protectedCampaign(campaign: Inputs, isProtected: boolean, which: ProtectedCampaigns): string[] {
  if (isProtected || (which === "active" && campaign["desiredStatus"] !== "active")) return [];
  const reason = campaign["desiredStatus"] === "active" ? "it is to be active" : "every campaign must be";
  return [`the campaign is not protected, and ${reason}; give it the resource option { protect: true }`];
}

const canonicalNames = new Map<string, string>();

/** One name for a zone that has several. */
export function canonical(zone: string): string {
  let name = canonicalNames.get(zone);
  if (name === undefined) {
    try {
      name = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    } catch {
      name = zone;
    }
    canonicalNames.set(zone, name);
  }
  return name;
}
