/** What a preview would say of an exported program after its import, without an engine. */
import type { Exported } from "../../../provider/cli/export/exportWorkspace";
import { kinds } from "../../../provider/kinds";
import { inputRules } from "../../../provider/kinds/inputRules";
import type { KindName } from "../../../provider/kinds/schema";
import { check } from "../../../provider/lifecycle/check";
import { diff } from "../../../provider/lifecycle/diff";
import { SECRETS } from "../../../provider/lifecycle/secrets";
import { declaredIn } from "../../../provider/lifecycle/state";
import { isMask } from "../../../provider/values/mask";
import { evaluate } from "./evaluate";
import { importFile, textOf } from "./exported";

/** The engine's values: marked secrets opened. */
export function opened(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => name !== "__provider")
      .map(([name, value]) => {
        const isSecret = typeof value === "object" && value !== null && "plaintext" in value;
        return [name, isSecret ? JSON.parse(String(value.plaintext)) : value];
      }),
  );
}

const MASK = "********";

/** A value with all masks in it in one form: an API may mask in many. */
function masked(value: unknown): unknown {
  if (typeof value === "string") return isMask(value) ? MASK : value;
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, masked(entry)]));
}

const inImportFile = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  masked(opened(properties)) as Record<string, unknown>;

/** Resources that a preview would change, and why, where each masked secret is left at what the state has of it: its mask. */
export function changes(exported: Exported): string[] {
  const { resources } = importFile(exported);
  const shown = exported.files.has("secrets.json")
    ? (JSON.parse(textOf(exported, "secrets.json")) as Record<string, string>)
    : {};
  const masks = Object.fromEntries(exported.maskedKeys.map((key) => [key, MASK]));
  const secrets = { ...shown, ...masks };
  const ids = new Map(resources.map(({ name, id }) => [name, id]));
  const declared = evaluate(exported.files, { ids, secrets });
  const settings = { workspace: "elsewhere", now: new Date() };
  const found = declared.flatMap(({ kind: kindName, name, args, marked }) => {
    const kind = kinds[kindName as KindName];
    const { inputs: declaredInputs, diagnostics } = check(
      kind,
      marked.length === 0 ? args : { ...args, [SECRETS]: marked },
      settings,
    );
    // That the mask itself is refused is what makes somebody type the secret; here it stands for what is in the state.
    const errors = diagnostics.filter(({ severity, rule }) => severity === "error" && rule !== inputRules.mask.id);
    if (errors.length > 0) return [`${name}: ${JSON.stringify(errors)}`];
    const entry = resources.find((resource) => resource.name === name);
    if (entry === undefined) return [`${name}: created`];
    const state = inImportFile(entry.outputs);
    const inputs = masked(declaredInputs) as Record<string, unknown>;
    expect(inImportFile(entry.inputs)).toEqual(inputs);
    expect(declaredIn(kind, state)).toEqual(inputs);
    return diff(kind, entry.id, state, inputs).changes ? [`${name}: changed`] : [];
  });
  const forgotten = resources.filter(({ name }) => !declared.some((resource) => resource.name === name));
  return [...found, ...forgotten.map(({ name }) => `${name}: deleted`)];
}
