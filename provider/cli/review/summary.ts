/** A campaign in one sentence, for a reader who may not see its secrets. */
import { campaignSummary } from "../../kinds/campaignSummary";
import type { Properties } from "../../kinds/normalForm";
import { text } from "./json";
import { holdsSecret } from "./secret";
import { HIDDEN } from "./values";

/** The summary that check computed; where an input is secret, one made of what is not. */
export function summaryWords(inputs: Properties): string {
  if (!holdsSecret(inputs)) return text(inputs["summary"]) ?? campaignSummary(inputs);
  const open = Object.fromEntries(Object.entries(inputs).filter(([, value]) => !holdsSecret(value)));
  return `${campaignSummary(open)} (something is ${HIDDEN})`;
}
