/** What is special about agents: dynamic variables go out as a list and come back as an object. */
import { warning } from "./diagnostic";
import { plainKind, type Kind } from "./kind";
import { isEmpty } from "./same";
import { stableText } from "./normalForm";
import { kindSchema } from "./schema";
import { isUnknown } from "./unknown";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * How a list of variables comes back as an object is not documented. Two readings are tried: all objects merged into
 * one, or one entry a place. If the live object fits neither, nothing can be told from it, and the declared value stands.
 */
function interpretVariables(declared: unknown, live: unknown): unknown {
  if (!Array.isArray(declared)) return live;
  const merged = Object.assign({}, ...declared.filter(isObject)) as Record<string, unknown>;
  // The documentation's own sample, [{}], merges into nothing; nothing is answered in several forms.
  if (isEmpty(merged) && isEmpty(live)) return declared;
  if (!isObject(live)) return live;
  const indexed = Object.fromEntries(declared.map((entry: unknown, index) => [String(index), entry]));
  const sameText = (value: unknown): boolean => stableText(value) === stableText(live);
  if (sameText(merged) || sameText(indexed)) return declared;
  const sameKeys = Object.keys(live).sort().join("\0") === Object.keys(merged).sort().join("\0");
  return sameKeys ? [live] : declared;
}

export const aiAgent: Kind = {
  ...plainKind(kindSchema("AiAgent"), "agent"),
  rules: (inputs) => {
    const language = inputs["language"];
    if (typeof language !== "string" || isUnknown(language) || isLanguageTag(language)) return [];
    return [warning("language", "is not a language tag", { value: language, suggestion: `write it as "en-US"` })];
  },
  interpret: (field, declared, live) => (field === "agentDynamicVariables" ? interpretVariables(declared, live) : live),
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
