/** Warnings that a program has considered: `acceptedWarnings` of a resource, `callab:acceptedWarnings` of all of them. */
import { nearest } from "../words/nearest";
import type { Properties } from "./normalForm";
import { rules } from "./rules";

/** What is wrong with an entry, and what to write instead; undefined where it names a warning. */
export function notAcceptable(id: string): { readonly problem: string; readonly suggestion: string } | undefined {
  const rule = rules.get(id);
  if (rule?.severity === "warning") return undefined;
  if (rule !== undefined)
    return {
      problem: "is the rule of an error, which cannot be accepted",
      suggestion: `see docs/rules.md: ${rule.instead}`,
    };
  const warnings = [...rules.values()].filter(({ severity }) => severity === "warning").map((each) => each.id);
  const match = nearest(id, warnings) ?? warnings.find((each) => each.endsWith(`/${id}`));
  return {
    problem: "is no rule",
    suggestion: match === undefined ? "docs/rules.md lists the rules" : `did you mean "${match}"?`,
  };
}

/** The rules whose warnings a resource accepts. */
export function acceptedBy({ acceptedWarnings }: Properties, everywhere: readonly string[]): ReadonlySet<string> {
  const listed: unknown[] = Array.isArray(acceptedWarnings) ? acceptedWarnings : [];
  return new Set([...everywhere, ...listed.filter((entry) => typeof entry === "string")]);
}
