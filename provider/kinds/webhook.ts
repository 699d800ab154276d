/** What is special about webhook flows: steps that depend on each other. */
import { plainKind, type Kind } from "./kind";
import { kindSchema } from "./schema";
import { webhookRules } from "./webhookRules";

export const webhook: Kind = { ...plainKind(kindSchema("Webhook")), rules: webhookRules };
