/**
 * diff: what a new program changes about an object. Compares normal forms, never spellings; what is not known yet
 * counts as changed.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { same } from "../kinds/same";
import { holdsUnknown } from "../kinds/unknown";
import type { Context } from "./context";
import { identify, isPlaceholder } from "./identity";
import { adoptionMark, declaredIn } from "./state";

export interface DiffResult {
  readonly changes: boolean;
  /** Fields whose change needs a new object. */
  readonly replaces: string[];
  /** Always: two copies of a campaign must never dial the same contacts. */
  readonly deleteBeforeReplace: true;
}

/** Names of the input fields that differ between what was declared before and what is declared now. */
export function changedFields(kind: Kind, before: Properties, now: Properties): string[] {
  return kind.inputs
    .filter((field) => {
      const value = now[field.name] ?? undefined;
      if (value !== undefined && holdsUnknown(value)) return true;
      return !same(field, before[field.name], value);
    })
    .map((field) => field.name);
}

export function diff(
  context: Pick<Context, "claims" | "workspace" | "baseUrl">,
  kind: Kind,
  id: string,
  state: Properties,
  inputs: Properties,
): DiffResult {
  if (isPlaceholder(id)) {
    // The object exists, but its ID was never told, and an ID can only be recorded by a create: that one will look
    // the object up, and the delete before it leaves it alone.
    const object = identify(context, kind, state).unique;
    if (identify(context, kind, inputs).unique === object) context.claims.expect(object);
    return { changes: true, replaces: [kind.naturalKey], deleteBeforeReplace: true };
  }
  const changed = changedFields(kind, declaredIn(kind, state), inputs).filter(
    (name) => name !== "numberId" || (inputs["numberId"] !== undefined && inputs["numberId"] !== id),
  );
  const replaces = changed.filter((name) => name === "numberId" || kind.field(name)?.node.replaceOnChange === true);
  if (replaces.length === 0) context.claims.hold(id, adoptionMark(state));
  else context.claims.release(id);
  return { changes: changed.length > 0 || statusIsOff(kind, state, inputs), replaces, deleteBeforeReplace: true };
}

/** The state knows a live status that is not the wanted one, and that an update can change. */
function statusIsOff(kind: Kind, state: Properties, inputs: Properties): boolean {
  const wanted = inputs["desiredStatus"];
  const live = state["status"];
  if (!kind.hasStatus || typeof wanted !== "string" || typeof live !== "string") return false;
  return wanted !== live.toLowerCase() && ["active", "paused"].includes(live.toLowerCase());
}
