/** Which number a campaign uses: the one of its direction. Inferred: the API takes both of either. */
import type { Properties } from "./normalForm";
import type { Field } from "./schema";

/** Name of the field that holds it; undefined where the type is no known one. */
export const numberFieldOf = (campaignType: unknown): string | undefined =>
  campaignType === "outbound" || campaignType === "inbound" ? `${campaignType}PhoneNumberId` : undefined;

/** Whether a field of an object holds a number of the other direction. */
export function isOfOtherDirection({ name, node }: Field, { campaignType }: Properties): boolean {
  const own = numberFieldOf(campaignType);
  return own !== undefined && node.refersTo === "PhoneNumber" && name !== own;
}
