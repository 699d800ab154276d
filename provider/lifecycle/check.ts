/**
 * check: a program's inputs in normal form, and all that is wrong with them at once. Needs no API and no token;
 * values not known yet stay in place and cause no complaint.
 */
import type { Diagnostic } from "../kinds/diagnostic";
import type { Kind } from "../kinds/kind";
import { normalForm, normalSpelling, type Properties } from "../kinds/normalForm";
import { validate } from "../kinds/validation";
import { secretsNote } from "./secrets";

export interface CheckResult {
  /** Inputs in normal form, with the workspace and the computed values put in, and the note of what is secret. */
  readonly inputs: Record<string, unknown>;
  readonly diagnostics: readonly Diagnostic[];
}

export function check(kind: Kind, inputs: Properties, settings: { workspace: string; now: Date }): CheckResult {
  const written = normalSpelling(kind, declaredInputs(kind, inputs, settings.workspace));
  const diagnostics = validate(kind, written);
  const rules = kind.rules(written, settings.now);
  // A value that is no valid one needs no second remark on what it would mean.
  const broken = new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ property }) => property));
  return {
    inputs: normalInputs(kind, inputs, settings.workspace),
    diagnostics: [...diagnostics, ...rules.filter(({ property }) => !broken.has(property))],
  };
}

/** Inputs in normal form, the workspace put in, without validation: for inputs that went through check before. */
export function normalInputs(kind: Kind, inputs: Properties, workspace: string): Record<string, unknown> {
  const normal = normalForm(kind, declaredInputs(kind, inputs, workspace));
  return { ...normal, ...kind.compute(normal), ...secretsNote(inputs) };
}

/** What the program wrote, without what engines and this package add, and with the workspace put in. */
function declaredInputs(kind: Kind, inputs: Properties, workspace: string): Record<string, unknown> {
  const isOurs = (name: string): boolean => name.startsWith("__") || kind.field(name)?.node.computed === true;
  const declared = Object.fromEntries(Object.entries(inputs).filter(([name]) => !isOurs(name)));
  const place = kind.withRole("workspace");
  if (place !== undefined) declared[place.name] ??= workspace;
  return declared;
}
