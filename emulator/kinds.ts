// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

/** The kinds of objects, in the order of schema.json. */
export const kinds = ["Campaign", "AiAgent", "PhoneNumber", "Webhook", "Workspace"] as const;

/** A kind of objects. */
export type Kind = (typeof kinds)[number];

/** The kinds that can be listed. */
export const listedKinds = ["Campaign", "AiAgent", "PhoneNumber", "Webhook"] as const;

export type ListedKind = (typeof listedKinds)[number];

/** Name of a route, e.g. `campaign.delete`. */
export type RouteName =
  | "campaign.create"
  | "campaign.list"
  | "campaign.read"
  | "campaign.update"
  | "campaign.delete"
  | "aiAgent.create"
  | "aiAgent.list"
  | "aiAgent.read"
  | "aiAgent.update"
  | "aiAgent.delete"
  | "phoneNumber.list"
  | "phoneNumber.create"
  | "phoneNumber.update"
  | "phoneNumber.delete"
  | "webhook.list"
  | "webhook.create"
  | "webhook.update"
  | "webhook.delete"
  | "workspace.create"
  | "workspace.update"
  | "workspace.delete";
