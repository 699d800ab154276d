/** Whom an ID means: a preview knows the objects by ID, by resource, or only as something still to come. */
import type { Properties } from "../../kinds/normalForm";
import { isUnknown } from "../../values/unknown";
import { text } from "./json";
import { kindOf, resourceName, type Change } from "./preview";
import { holdsSecret } from "./secret";
import { HIDDEN, LATER, NOT_SET } from "./values";

/** The name of the object that a property of a change refers to. */
export type Naming = (change: Change, property: string, inputs: Properties) => string;

export function namingOf(changes: readonly Change[]): Naming {
  const byId = new Map(changes.flatMap((change) => (change.id === undefined ? [] : [[change.id, change.name]])));
  const byUrn = new Map(changes.map((change) => [change.urn, change]));
  return (change, property, inputs) => {
    const value = inputs[property];
    if (value === undefined || value === null) return NOT_SET;
    if (holdsSecret(value)) return HIDDEN;
    const known = isUnknown(value) ? undefined : byId.get(text(value) ?? "");
    if (known !== undefined) return known;
    // Where a value comes from is told of the newest inputs only.
    const isNewest = inputs === (change.after ?? change.before);
    const source = isNewest ? (change.sources[property] ?? []).find((urn) => kindOf(urn) !== undefined) : undefined;
    if (source !== undefined) return byUrn.get(source)?.name ?? resourceName(source);
    return isUnknown(value) ? LATER : `ID ${text(value) ?? "?"}`;
  };
}
