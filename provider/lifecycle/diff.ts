/**
 * diff: what a new program changes about an object. Pure: compares normal forms, never spellings; what is not known yet
 * counts as changed.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { comparedIn } from "../kinds/parallel";
import { same } from "../kinds/same";
import { holdsUnknown, isUnknown } from "../values/unknown";
import { declaredId, isPlaceholder } from "./identity";
import { heeded } from "./ignored";
import { marksOthers } from "./secrets";
import { declaredIn, notesIn } from "./state";
import { inDocumentedWords, statusOf } from "./status";
import { isSameId } from "../values/id";

export interface DiffResult {
  readonly changes: boolean;
  /** Fields whose change needs a new object. */
  readonly replaces: string[];
  /** Always: two copies of a campaign must never dial the same contacts. */
  readonly deleteBeforeReplace: true;
}

/**
 * Names of the input fields that differ between what was declared before and what is declared now.
 * @param state what else the object is known to have
 */
export function changedFields(kind: Kind, before: Properties, now: Properties, state: Properties = {}): string[] {
  const compared = comparedIn(kind, before, now, state);
  return kind.inputs
    .filter((field) => {
      const value = now[field.name] ?? undefined;
      if (value !== undefined && holdsUnknown(value)) return true;
      return !same(field, compared(field.name, before[field.name]), compared(field.name, value));
    })
    .map((field) => field.name);
}

export function diff(kind: Kind, id: string, known: Properties, given: Properties): DiffResult {
  // The object may exist, but its ID is not known, and an ID can only be recorded by a create: that one will look the
  // object up, and the delete before it leaves it alone.
  if (isPlaceholder(id)) return { changes: true, replaces: [kind.naturalKey], deleteBeforeReplace: true };
  const { state, inputs } = heeded(kind, known, given);
  const changed = changedFields(kind, declaredIn(kind, state), inputs, state);
  const replaces = changed.filter(
    (name) =>
      kind.field(name)?.node.replaceOnChange === true || (name === "existingId" && namesAnother(inputs[name], id)),
  );
  const isOpen = notesIn(state).unread === "open";
  const changes = changed.length > 0 || isOpen || statusIsOff(kind, state, inputs) || marksOthers(state, inputs);
  return { changes, replaces, deleteBeforeReplace: true };
}

/** Whether an `existingId` is that of another object than the one with this ID. */
const namesAnother = (existingId: unknown, id: string): boolean =>
  declaredId(existingId) !== undefined && (isUnknown(existingId) || !isSameId(declaredId(existingId), id));

/** Whether the state knows a live status that is not the wanted one, and that an update can change. */
export function statusIsOff(kind: Kind, state: Properties, inputs: Properties): boolean {
  const wanted = inputs["desiredStatus"];
  if (!kind.hasStatus || typeof wanted !== "string") return false;
  const now = inDocumentedWords(statusOf({ fields: state }));
  return wanted !== now && (now === "active" || now === "paused");
}
