/** Rules that look at several resources of a program. What brings those together is the front. */
import { callAtOnce } from "./callingHours";
import { isObject } from "../values/empty";
import { found, type Finding } from "../words/diagnostic";
import { stableText, type Properties } from "./normalForm";
import type { Rule } from "./rule";
import { hasSelection, selectionKey } from "./selection";
import { holdsUnknown } from "../values/unknown";

/** A resource beside another one. */
export interface Neighbour {
  /** What messages call it: `Campaign "spring"`. */
  readonly resource: string;
  /** In normal form. */
  readonly inputs: Properties;
}

/** A rule for a resource beside others of the program. */
export interface NeighbourRule extends Rule {
  judge(inputs: Properties, others: readonly Neighbour[], now: Date): readonly Finding[];
}

/** So many campaigns are named beside one; a thousand names would tell nobody anything. */
export const MOST_NAMED = 5;

/** Whether a program says of a campaign that it is to call. */
export const isToCall = (inputs: Properties): boolean =>
  inputs["campaignType"] === "outbound" && inputs["desiredStatus"] === "active";

export const samePeople: NeighbourRule = {
  id: "campaign/same-people",
  severity: "warning",
  what: "Two active campaigns of the program with the same sources, tags and categories, and hours that overlap. It is told at the later of the two.",
  why: "The same people are called by both.",
  mark: "inferred",
  instead: "Give them other contacts or other hours, or pause one of the two.",
  judge: (inputs, others, now) => {
    const same = others.filter((other) => callsTheSame(inputs, other.inputs, now));
    if (same.length === 0) return [];
    const whom = hasSelection(inputs) === true ? "the same people" : "everybody";
    const named = same.slice(0, MOST_NAMED).map(({ resource }) => resource);
    const names = `${named.join(", ")}${same.length > named.length ? " and others" : ""}`;
    const too = same.length === 1 ? "which is active too" : "which are active too";
    return [found("desiredStatus", `calls ${whom} at the same hours as ${names}, ${too}`)];
  },
};

/** One text for all campaigns that call the same people, at whatever hours; undefined where that is not known. */
export function whomItCalls(inputs: Properties): string | undefined {
  const key = selectionKey(inputs);
  return key === undefined ? undefined : stableText([inputs["workspace"], key]);
}

/** Whether two campaigns are to call the same people in the same hours, as far as is known. */
export function callsTheSame(one: Properties, other: Properties, now: Date): boolean {
  if (!isToCall(one) || !isToCall(other)) return false;
  const whom = whomItCalls(one);
  return whom !== undefined && whom === whomItCalls(other) && callAtOnce(one, other, now) === true;
}

/** Texts of an agent in which placeholders are looked for. What is found in them is told. */
export const textsWithPlaceholders: readonly string[] = ["prompt", "beginMessage"];

export const unmappedPlaceholder: NeighbourRule = {
  id: "campaign/unmapped-placeholder",
  severity: "warning",
  what: "A `{{placeholder}}` in the agent's prompt or first words that neither the campaign's mapping nor a variable of the agent fills. It is told once the agent's ID is known. A text that is secret is not looked into.",
  why: "The agent may say the placeholder as it stands.",
  mark: "inferred",
  instead:
    "Map it in `agentVariablesContactMetadataMapping`, or give it a value in the agent's `agentDynamicVariables`.",
  judge: (campaign, [agent]) => {
    if (agent === undefined) return [];
    const { inputs, resource } = agent;
    const mapping = campaign["agentVariablesContactMetadataMapping"] ?? {};
    const variables = inputs["agentDynamicVariables"] ?? [];
    if (holdsUnknown([mapping, variables])) return [];
    const fillers: readonly unknown[] = [mapping, ...(Array.isArray(variables) ? (variables as unknown[]) : [])];
    const filled = new Set(fillers.filter(isObject).flatMap((entry) => Object.keys(entry)));
    const open = [...new Set(textsWithPlaceholders.flatMap((name) => placeholdersIn(inputs[name])))].filter(
      (name) => !filled.has(name),
    );
    if (open.length === 0) return [];
    const names = open.map((name) => `{{${name}}}`).join(", ");
    return [found("agentVariablesContactMetadataMapping", `fills no ${names}, which ${resource} has in its prompt`)];
  },
};

const placeholdersIn = (text: unknown): string[] =>
  typeof text === "string" ? [...text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].map(([, name = ""]) => name) : [];

export const programRules: readonly NeighbourRule[] = [samePeople, unmappedPlaceholder];
