/**
 * read: what is live, in the terms of what was declared. Never invents drift, and drops an object only on proof
 * that it is gone.
 */
import type { Live } from "../api/inventory";
import type { Kind } from "../kinds/kind";
import { normalForm, type Properties } from "../kinds/normalForm";
import type { Context } from "./context";
import { drift } from "./drift";
import { identify } from "./identity";
import { observe } from "./observe";
import { adoptionMark, declaredIn, makeState, reportedIn, type Reported } from "./state";

export interface ReadResult {
  readonly state: Record<string, unknown>;
  /** The declared inputs as they are live: where they differ from the program, that is drift. */
  readonly inputs: Record<string, unknown>;
}

/** The live object, or undefined if it is gone. */
export async function read(
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
): Promise<ReadResult | undefined> {
  const declared = declaredIn(kind, state);
  const live = await observe(context, identify(context, kind, state), id, "afterWrites", shownFields(kind, declared));
  if (live === undefined) {
    const { unique } = identify(context, kind, state);
    if (context.journal.known(unique)?.id === id) context.journal.end(unique);
    return undefined;
  }
  const inputs = liveInputs(kind, declared, live.fields);
  return {
    inputs,
    state: makeState(inputs, reportedBy(kind, declared, live, reportedIn(kind, state)), adoptionMark(state)),
  };
}

/** The declared fields that the API is said to show, and the status. */
export const shownFields = (kind: Kind, declared: Properties): string[] => [
  ...kind.written
    .filter(
      (field) => field.node.readBack === "shown" && field.name !== "workspace" && declared[field.name] !== undefined,
    )
    .map((field) => field.name),
  ...(kind.hasStatus ? ["status"] : []),
];

/** Declared inputs with drifted values put in. The summary follows them. */
export function liveInputs(kind: Kind, declared: Properties, live: Properties): Record<string, unknown> {
  const changed = drift(kind, declared, live).filter((entry) => entry.class === "configuration");
  if (changed.length === 0) return { ...declared };
  const cleared = new Set(changed.filter((entry) => entry.live === null).map((entry) => entry.field));
  const kept = Object.entries(declared).filter(([name]) => !cleared.has(name));
  const moved = changed.filter((entry) => entry.live !== null).map((entry) => [entry.field, entry.live] as const);
  const inputs = normalForm(kind, Object.fromEntries([...kept, ...moved]));
  return { ...inputs, ...kind.compute(inputs) };
}

/** What the API reports beside the declared inputs. A field the answer does not mention keeps what was reported before. */
export function reportedBy(kind: Kind, declared: Properties, live: Live, before: Reported): Reported {
  const found = drift(kind, declared, live.fields);
  const of = (wanted: string): Record<string, unknown> =>
    Object.fromEntries(found.filter((entry) => entry.class === wanted).map((entry) => [entry.field, entry.live]));
  const stillUnmentioned = Object.entries(before.unmanaged).filter(([name]) => live.fields[name] === undefined);
  return {
    runtime: { ...before.runtime, ...of("runtime") },
    unmanaged: { ...Object.fromEntries(stillUnmentioned), ...of("unmanaged") },
  };
}
