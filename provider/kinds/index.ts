import { aiAgent } from "./aiAgent";
import { campaign } from "./campaign";
import { plainKind, type Kind, type ListedKind } from "./kind";
import { kindNames, kindSchema, listedKinds, type KindName, type ListedKindName } from "./schema";
import { webhook } from "./webhook";

/** Kinds of which schema.json does not say all: those with rules, computed values or odd answers. */
const special: Readonly<Partial<Record<KindName, Kind>>> = { Campaign: campaign, AiAgent: aiAgent, Webhook: webhook };

/** The kinds, by name. */
export const kinds = Object.fromEntries(
  kindNames.map((name) => [name, special[name] ?? plainKind(kindSchema(name))]),
) as Readonly<Record<KindName, Kind>> & Readonly<Record<ListedKindName, ListedKind>>;

/** The kinds that the API lists, in an order in which what is referred to comes before what refers to it. */
export const referredFirst: readonly ListedKindName[] = ordered([...listedKinds]);

function ordered(left: readonly ListedKindName[]): ListedKindName[] {
  const next = left.find((name) => kinds[name].references.every(({ to }) => to === name || !left.includes(to)));
  return next === undefined ? [...left] : [next, ...ordered(left.filter((name) => name !== next))];
}
