/** What an answer of the API shows of an object, beside what the program declares of it. */
import type { Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import { normalForm, type Properties } from "../kinds/normalForm";
import { shaped } from "../kinds/shape";
import { drift, type Drift, type DriftClass } from "./drift";
import type { Reported } from "./state";

/** The declared fields that the API is said to show, and the status. */
export const shownFields = (kind: Kind, declared: Properties): string[] => [
  ...kind.content
    .filter((field) => field.node.readBack === "shown" && declared[field.name] !== undefined)
    .map((field) => field.name),
  ...(kind.hasStatus ? ["status"] : []),
];

/** Declared inputs with drifted values put in. The summary follows them. */
export const liveInputs = (kind: Kind, declared: Properties, live: Properties): Record<string, unknown> =>
  withDrift(kind, declared, drift(kind, declared, live));

export function withDrift(kind: Kind, declared: Properties, found: readonly Drift[]): Record<string, unknown> {
  const changed = found.filter((entry) => entry.class === "configuration");
  if (changed.length === 0) return { ...declared };
  const cleared = new Set(changed.filter((entry) => entry.live === null).map((entry) => entry.field));
  const kept = Object.entries(declared).filter(([name]) => !cleared.has(name));
  const moved = changed.filter((entry) => entry.live !== null).map((entry) => [entry.field, entry.live] as const);
  const inputs = normalForm(kind, Object.fromEntries([...kept, ...moved]));
  return { ...inputs, ...kind.compute(inputs) };
}

/** What the API reports beside the declared inputs. A field the answer does not mention keeps what was reported before. */
export const reportedBy = (kind: Kind, declared: Properties, live: Live, before: Reported): Reported =>
  reportedOf(kind, drift(kind, declared, live.fields), live, before);

/** What is no longer shown in a shape that can be read is not known any more. */
export function reportedOf(kind: Kind, found: readonly Drift[], live: Live, before: Reported): Reported {
  const of = (wanted: DriftClass): Record<string, unknown> =>
    Object.fromEntries(
      found
        .filter((entry) => entry.class === wanted)
        .map((entry) => [entry.field, shaped(kind, { [entry.field]: entry.live })[entry.field]]),
    );
  const stillUnmentioned = Object.entries(before.unmanaged).filter(([name]) => live.fields[name] === undefined);
  return {
    runtime: { ...before.runtime, ...of("runtime") },
    unmanaged: { ...Object.fromEntries(stillUnmentioned), ...of("unmanaged") },
  };
}
