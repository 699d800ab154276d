/** Rules that look at several resources of a program. What brings those together is the front. */
import { callAtOnce } from "./callingHours";
import { isObject } from "./empty";
import { found, type Finding } from "./diagnostic";
import type { Properties } from "./normalForm";
import type { Rule } from "./rule";
import { hasSelection, selectionKey } from "./selection";
import { holdsUnknown } from "./unknown";

/** A rule for two resources of a program. */
export interface PairRule extends Rule {
  /**
   * What is wrong with a resource, beside another one of the program.
   * @param named what that other one is called
   */
  judge(inputs: Properties, other: Properties, named: string, now: Date): readonly Finding[];
}

/** Whether a program says of a campaign that it is to call. */
export const isToCall = (inputs: Properties): boolean =>
  inputs["campaignType"] === "outbound" && inputs["desiredStatus"] === "active";

export const samePeople: PairRule = {
  id: "campaign/same-people",
  severity: "warning",
  what: "Two active campaigns of the program with the same sources, tags and categories, and hours that overlap. It is told at the later of the two.",
  why: "The same people are called by both.",
  mark: "inferred",
  instead: "Give them other contacts or other hours, or pause one of the two.",
  judge: (inputs, other, named, now) => {
    if (!isToCall(inputs) || !isToCall(other) || inputs["workspace"] !== other["workspace"]) return [];
    const key = selectionKey(inputs);
    if (key === undefined || key !== selectionKey(other) || callAtOnce(inputs, other, now) !== true) return [];
    const whom = hasSelection(inputs) === true ? "the same people" : "everybody";
    return [found("desiredStatus", `calls ${whom} at the same hours as ${named}, which is active too`)];
  },
};

export const unmappedPlaceholder: PairRule = {
  id: "campaign/unmapped-placeholder",
  severity: "warning",
  what: "A `{{placeholder}}` in the agent's prompt or first words that neither the campaign's mapping nor a variable of the agent fills. It is told once the agent's ID is known.",
  why: "The agent may say the placeholder as it stands.",
  mark: "inferred",
  instead:
    "Map it in `agentVariablesContactMetadataMapping`, or give it a value in the agent's `agentDynamicVariables`.",
  judge: (campaign, agent, named) => {
    const mapping = campaign["agentVariablesContactMetadataMapping"] ?? {};
    const variables = agent["agentDynamicVariables"] ?? [];
    if (holdsUnknown([mapping, variables])) return [];
    const fillers: readonly unknown[] = [mapping, ...(Array.isArray(variables) ? (variables as unknown[]) : [])];
    const filled = new Set(fillers.filter(isObject).flatMap((entry) => Object.keys(entry)));
    const open = [...new Set(["prompt", "beginMessage"].flatMap((name) => placeholdersIn(agent[name])))].filter(
      (name) => !filled.has(name),
    );
    if (open.length === 0) return [];
    const names = open.map((name) => `{{${name}}}`).join(", ");
    return [found("agentVariablesContactMetadataMapping", `fills no ${names}, which ${named} has in its prompt`)];
  },
};

const placeholdersIn = (text: unknown): string[] =>
  typeof text === "string" ? [...text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].map(([, name = ""]) => name) : [];

export const programRules: readonly PairRule[] = [samePeople, unmappedPlaceholder];
