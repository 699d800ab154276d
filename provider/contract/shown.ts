/**
 * What a contract says of what the API shows of a kind. Three answers: a field is shown, is hidden, or was not seen in a way
 * that tells; the last are as schema.json has them.
 */
import { kindSchema, listedKinds, type KindName, type ListedKindName } from "../kinds/schema";
import type { Contract } from "./types";

export interface Shown {
  /** Fields that answers show, by their program names. */
  readonly shown: readonly string[];
  /** Fields that were written with a value, or that nothing but null was seen of, and that no answer shows. */
  readonly hidden: readonly string[];
  /** All other fields that a program may set. */
  readonly unknown: readonly string[];
  /** Whether the list tells IDs; undefined: no list was seen. */
  readonly listsIds: boolean | undefined;
}

/** What the API shows and hides of a kind. Undefined: the contract says nothing of it. */
export function shownOf(contract: Contract | undefined, name: KindName): Shown | undefined {
  const facts = contract?.kinds[name];
  if (facts === undefined) return undefined;
  const { list, read, hidden = [], spelling, idIn = [] } = facts;
  const withValue = new Set([...(list?.fields ?? []), ...(read?.fields ?? [])]);
  const nullOnly = new Set([...(list?.nullOnly ?? []), ...(read?.nullOnly ?? [])]);
  // Where answers name every field, one that they do not name is hidden.
  const namesAll = spelling?.unset === "null" || spelling?.unset === "empty";
  const content = kindSchema(name).content;
  const of = (wireName: string, isHidden: boolean): "shown" | "hidden" | "unknown" => {
    if (hidden.includes(wireName)) return "hidden";
    if (withValue.has(wireName)) return "shown";
    if (!isHidden) return nullOnly.has(wireName) ? "shown" : "unknown";
    return namesAll && !nullOnly.has(wireName) ? "hidden" : "unknown";
  };
  const fields = content.map(
    ({ name: field, wireName, node }) => [field, of(wireName, node.readBack === "hidden")] as const,
  );
  const those = (wanted: string): string[] => fields.filter(([, is]) => is === wanted).map(([field]) => field);
  return {
    shown: those("shown"),
    hidden: those("hidden"),
    unknown: those("unknown"),
    listsIds: list === undefined ? undefined : idIn.includes("list"),
  };
}

/** Fields by kind, in program names. */
export type HiddenFields = Readonly<Record<ListedKindName, ReadonlySet<string>>>;

/** The fields of each kind that the API shows nobody: as the contract says, and where it says nothing, as schema.json has it. */
export const hiddenFields = (contract: Contract | undefined): HiddenFields =>
  Object.fromEntries(listedKinds.map((kind) => [kind, hiddenOf(contract, kind)])) as Record<
    ListedKindName,
    ReadonlySet<string>
  >;

function hiddenOf(contract: Contract | undefined, kind: ListedKindName): ReadonlySet<string> {
  const seen = shownOf(contract, kind);
  const isHidden = (name: string, bySchema: boolean): boolean =>
    seen?.hidden.includes(name) === true || (bySchema && seen?.shown.includes(name) !== true);
  const hidden = kindSchema(kind).content.filter(({ name, node }) => isHidden(name, node.readBack === "hidden"));
  return new Set(hidden.map(({ name }) => name));
}
