// Generated from schema.json by tools/generate/kinds.mts. Do not edit: change schema.json and run `npm run generate`.

/** The kinds, in the order of schema.json. */
export const kindNames = ["Campaign", "AiAgent", "PhoneNumber", "Webhook", "Workspace"] as const;

export type KindName = (typeof kindNames)[number];

/** The kinds that the API lists. */
export const listedKinds = ["Campaign", "AiAgent", "PhoneNumber", "Webhook"] as const;

export type ListedKindName = (typeof listedKinds)[number];
