import { aiAgent } from "./aiAgent";
import { campaign } from "./campaign";
import type { Kind } from "./kind";
import { phoneNumber } from "./phoneNumber";
import type { KindName } from "./schema";
import { webhook } from "./webhook";

/** The four kinds, by name. */
export const kinds: Readonly<Record<KindName, Kind>> = {
  Campaign: campaign,
  AiAgent: aiAgent,
  PhoneNumber: phoneNumber,
  Webhook: webhook,
};
