/** Fields of a campaign that hold the ID of another object, and what such an ID is in the program. */
import type { KindName } from "../../kinds/schema";

export const referenceKinds: Readonly<Record<string, KindName>> = {
  webhookId: "Webhook",
  aiAgentId: "AiAgent",
  inboundPhoneNumberId: "PhoneNumber",
  outboundPhoneNumberId: "PhoneNumber",
};
