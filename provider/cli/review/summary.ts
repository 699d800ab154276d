/**
 * A campaign in one sentence, for a reader who may not see its secrets. Not the one that was computed of the inputs: that
 * cannot know what the program leaves out.
 */
import { campaignSummary } from "../../kinds/campaignSummary";
import type { Properties } from "../../kinds/normalForm";
import { leftAloneNote } from "../../kinds/leftAlone";
import { without } from "../../lifecycle/state";
import { isAsInCallab } from "./asInCallab";
import { holdsSecret } from "./secret";
import { HIDDEN } from "./values";

/**
 * The summary of all that is not secret, with a word in the place of what is: it must not read as not set. What is as in
 * Callab is marked so: that an ID is named says no more than that.
 */
export function summaryWords(values: Properties): string {
  const names = Object.keys(values);
  const hidden = names.filter((name) => holdsSecret(values[name]));
  const left = names.filter((name) => isAsInCallab(values[name]));
  const open = without(values, [...left, "existingId"]);
  const masked = Object.fromEntries(hidden.map((name) => [name, "(secret)"]));
  const told = campaignSummary({ ...open, ...masked, ...leftAloneNote(left, {}) });
  return hidden.length === 0 ? told : `${told} (something is ${HIDDEN})`;
}
