/**
 * Names that a note holds. A note travels with the inputs or the state of a resource under a name that no field has
 * (`__secrets`): engines do not show it.
 */
import type { Properties } from "./normalForm";

export const notedNames = (properties: Properties, note: string): readonly string[] => {
  const names = properties[note];
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === "string") : [];
};
