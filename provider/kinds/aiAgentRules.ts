/** Rules for agents. */
import { found } from "../words/diagnostic";
import { isEmpty } from "../values/empty";
import type { JudgedRule } from "./rule";
import { isUnknown } from "../values/unknown";

const noTools: JudgedRule = {
  id: "agent/no-tools",
  severity: "warning",
  what: "An agent whose `globalTools` is there and empty.",
  why: "One tool at least must be enabled, and `end_call` is on by default: an empty object may take it away, and then the agent cannot hang up.",
  mark: "inferred",
  instead: "Leave `globalTools` out, or name the tools.",
  judge: ({ globalTools: tools }) =>
    tools !== undefined && isEmpty(tools)
      ? [found("globalTools", "is empty: that may take `end_call` away, and the agent could not hang up; leave it out")]
      : [],
};

const language: JudgedRule = {
  id: "agent/language",
  severity: "warning",
  what: "A `language` that is no language tag.",
  why: "The agent may speak another language than is meant.",
  mark: "example",
  instead: 'Write it as `"en-US"`.',
  judge: ({ language: tag }) =>
    typeof tag !== "string" || isUnknown(tag) || isLanguageTag(tag)
      ? []
      : [found("language", "is not a language tag", { value: tag, suggestion: `write it as "en-US"` })],
};

function isLanguageTag(text: string): boolean {
  try {
    return (
      Intl.getCanonicalLocales(text).length === 1 &&
      new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(text) !== undefined
    );
  } catch {
    return false;
  }
}

export const aiAgentRules: readonly JudgedRule[] = [noTools, language];
