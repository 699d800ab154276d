/**
 * check: a program's inputs in normal form, and all that is wrong with them at once. Needs no API and no token;
 * values not known yet stay in place and cause no complaint.
 */
import { withArticle } from "../words/article";
import { acceptedBy, notAcceptable } from "../kinds/acceptance";
import type { Diagnostic } from "../words/diagnostic";
import { isObject } from "../values/empty";
import { inputRules } from "../kinds/inputRules";
import { asFarAsKnown, leftAloneIn, leftAloneNote } from "../kinds/leftAlone";
import type { Kind } from "../kinds/kind";
import { normalForm, normalSpelling, type Properties } from "../kinds/normalForm";
import { finding, judged } from "../kinds/rule";
import { isUnknown } from "../values/unknown";
import { validate } from "../kinds/validation";
import { secretsNote } from "./secrets";

export interface CheckResult {
  /** Inputs in normal form, with the workspace and the computed values put in, and the note of what is secret. */
  readonly inputs: Record<string, unknown>;
  readonly diagnostics: readonly Diagnostic[];
}

interface CheckSettings {
  readonly workspace: string;
  readonly now: Date;
  /** Rules whose warnings all resources accept (`callab:acceptedWarnings`). */
  readonly acceptedWarnings?: readonly string[];
}

export function check(kind: Kind, given: unknown, settings: CheckSettings): CheckResult {
  const { workspace, now, acceptedWarnings = [] } = settings;
  if (!isObject(given)) return { inputs: {}, diagnostics: [noArguments(kind)] };
  const written = normalSpelling(kind, declaredInputs(kind, given, workspace));
  const diagnostics = [...validate(kind, written), ...wronglyAccepted(written)];
  // What is wrong is wrong whatever is live: an error asks for it in so many words.
  const shown = asFarAsKnown(written, leftAloneIn(given));
  const found = kind.rules.flatMap((rule) => judged(rule, rule.severity === "error" ? written : shown, now));
  // A value that is no valid one needs no second remark on what it would mean.
  const broken = new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ property }) => property));
  const accepted = acceptedBy(written, acceptedWarnings);
  return {
    inputs: normalInputs(kind, given, workspace),
    diagnostics: [...diagnostics, ...found.filter(({ property }) => !broken.has(property))].filter(
      ({ severity, rule }) => severity === "error" || !accepted.has(rule),
    ),
  };
}

function noArguments(kind: Kind): Diagnostic {
  const needed = (kind.node.required ?? []).join(", ");
  return finding(inputRules.noArguments, "", `has no arguments: ${withArticle(kind.noun)} needs ${needed}`, {
    suggestion: "pass an object of inputs as the second argument",
  });
}

/** Entries of `acceptedWarnings` that accept nothing. */
const wronglyAccepted = ({ acceptedWarnings: ids }: Properties): Diagnostic[] =>
  (Array.isArray(ids) ? ids : []).flatMap((id: unknown, index) => {
    const wrong = typeof id === "string" && !isUnknown(id) ? notAcceptable(id) : undefined;
    if (wrong === undefined) return [];
    const { problem, suggestion } = wrong;
    return finding(inputRules.acceptedWarnings, `acceptedWarnings[${index}]`, problem, { value: id, suggestion });
  });

/** Inputs in normal form, the workspace put in, without validation: for inputs that went through check before. */
export function normalInputs(kind: Kind, inputs: Properties, workspace: string): Record<string, unknown> {
  const declared = normalForm(kind, declaredInputs(kind, inputs, workspace));
  const normal = { ...declared, ...leftAloneNote(leftAloneIn(inputs), declared) };
  return { ...normal, ...kind.compute(normal), ...secretsNote(inputs) };
}

/** What the program wrote, without what engines and this package add, and with the workspace put in. */
function declaredInputs(kind: Kind, inputs: Properties, workspace: string): Record<string, unknown> {
  const isOurs = (name: string): boolean => name.startsWith("__") || kind.field(name)?.node.computed === true;
  const declared = Object.fromEntries(Object.entries(inputs).filter(([name]) => !isOurs(name)));
  const { placeField } = kind;
  if (placeField !== "") declared[placeField] ??= workspace;
  return declared;
}
