/** Whom a campaign selects: its sources, tags and categories. */
import { showsNothing } from "../values/blank";
import { stableText, type Properties } from "./normalForm";
import { kindSchema } from "./schema";
import { holdsUnknown } from "../values/unknown";

/** The fields that select contacts. */
export const selectionFields = kindSchema("Campaign")
  .fields.filter(({ node }) => node.decides === "who" && node.parallel === true)
  .map(({ name }) => name);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const selects = (entry: unknown): entry is string => typeof entry === "string" && !showsNothing(entry);

/** Whether one entry at least selects somebody. Undefined where that cannot be told: not known yet, or no lists. */
export function hasSelection(inputs: Properties): boolean | undefined {
  const values = selectionFields.map((name) => inputs[name] ?? []);
  if (values.some((value) => listOf(value).some((entry) => selects(entry) && !holdsUnknown(entry)))) return true;
  return holdsUnknown(values) || !values.every(Array.isArray) ? undefined : false;
}

/** Whether whom an outbound campaign would call is not documented: it selects nobody, so perhaps everybody. */
export const mayCallEverybody = (inputs: Properties): boolean =>
  inputs["campaignType"] === "outbound" && hasSelection(inputs) === false;

/** One text for one selection, in whatever order its entries are; undefined where it is not known. */
export function selectionKey(inputs: Properties): string | undefined {
  const values = selectionFields.map((name) => inputs[name] ?? []);
  if (holdsUnknown(values)) return undefined;
  return stableText(values.map((value) => [...new Set(listOf(value).filter(selects))].sort()));
}
