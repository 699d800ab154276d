/**
 * The shape of what is kept about an object: its declared inputs, what the API reported, and two notes under names
 * that engines do not show. Older shapes must stay readable: a missing note means that there is nothing to note.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";

/** Names of input fields whose value was reported by the API, not declared by the program. */
const UNMANAGED = "__unmanaged";
/** Mark of a take-over (see claims.ts); begins with its time, so that a program can tell one of this run. */
export const ADOPTED = "__adopted";

const unmanagedIn = (state: Properties): readonly string[] => {
  const names = state[UNMANAGED];
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === "string") : [];
};

/** What the program declared when this state was written, computed values included. */
export function declaredIn(kind: Kind, state: Properties): Record<string, unknown> {
  const unmanaged = new Set(unmanagedIn(state));
  const isDeclared = (name: string): boolean => {
    const field = kind.field(name);
    return (
      field !== undefined && (field.node.readOnly !== true || field.node.computed === true) && !unmanaged.has(name)
    );
  };
  return Object.fromEntries(
    Object.entries(state).filter(([name, value]) => isDeclared(name) && value !== undefined && value !== null),
  );
}

/** What the API had reported when this state was written. */
export function reportedIn(kind: Kind, state: Properties): Reported {
  return {
    runtime: pick(
      state,
      kind.reported.map((field) => field.name),
    ),
    unmanaged: pick(state, unmanagedIn(state)),
  };
}

export interface Reported {
  /** Read-only fields: status, progress, times. */
  readonly runtime: Properties;
  /** Live values of input fields that the program leaves alone. */
  readonly unmanaged: Properties;
}

export const nothingReported: Reported = { runtime: {}, unmanaged: {} };

export const adoptionMark = (state: Properties): string | undefined => {
  const mark = state[ADOPTED];
  return typeof mark === "string" ? mark : undefined;
};

export function makeState(declared: Properties, reported: Reported, mark: string | undefined): Record<string, unknown> {
  const unmanaged = Object.keys(reported.unmanaged).filter((name) => declared[name] === undefined);
  return {
    ...pick(reported.runtime, Object.keys(reported.runtime)),
    ...pick(reported.unmanaged, unmanaged),
    ...declared,
    ...(unmanaged.length === 0 ? {} : { [UNMANAGED]: unmanaged }),
    ...(mark === undefined ? {} : { [ADOPTED]: mark }),
  };
}

function pick(object: Properties, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => (object[name] === undefined || object[name] === null ? [] : [[name, object[name]]])),
  );
}
