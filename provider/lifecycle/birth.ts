/**
 * birth: is what the answer to a create named what the create has made?
 *
 * | what is shown                                                                      | what it is                       |
 * | ---------------------------------------------------------------------------------- | -------------------------------- |
 * | nothing under the ID; one object of the name, new since the create, under another  | what was made: the ID was a job's |
 * | an object that was made long before the create was sent                            | what was there: somebody's       |
 *
 * The second is what an API comes to that takes the create of a name which exists for an update of it, where its list
 * does not show what is there.
 */
import type { Live } from "../api/object";
import { isUuid } from "../kinds/formats";
import type { Kind } from "../kinds/kind";
import { newSince, type Census } from "../ledger/census";
import type { Context } from "./context";
import type { Making } from "./created";
import { isCalled, isNumber, matching } from "./identity";
import { glance } from "./observe";

/** What is known of a create. */
export interface Birth {
  /** When it was sent, in ms since the epoch. */
  readonly sentAt: number;
  /** What the list showed before it. */
  readonly before: Census | undefined;
}

/** Nothing is shown under the ID that an answer told: what was made has another. */
export class MadeAsAnother extends Error {
  override readonly name = "MadeAsAnother";
  constructor(readonly live: Live & { readonly id: string }) {
    super("What was made has another ID than was told.");
  }
}

/** The one object of the name that is new since the create, by the list that was asked last. */
export async function madeUnderAnother(
  context: Context,
  { identity, owner }: Making,
  { before }: Birth,
  told: string,
): Promise<(Live & { readonly id: string }) | undefined> {
  if (before === undefined) return undefined;
  const { inventory, ledger } = context;
  const { kind, workspace } = identity;
  const { objects, notWhole } = await inventory.list(kind, workspace).catch(() => ({ objects: [], notWhole: "" }));
  const [only, ...others] = matching(identity, objects);
  const { id } = only ?? {};
  if (only === undefined || id === undefined || notWhole !== undefined || others.length > 0) return undefined;
  const isNew = newSince(before, kind.naturalKey, [only]).length === 1;
  // A server may number the rows of its list.
  const isOfAKind = isUuid(id) === isUuid(told);
  const isAnothers = ledger.run.holders.otherThan({ owner }, id) !== undefined || ledger.isMadeElsewhere(id, owner);
  if (!isNew || !isOfAKind || isAnothers) return undefined;
  // Nothing is written to an ID that shows something else: a list may tell what is none.
  const seen = await glance(context, identity, id, "now").catch(() => undefined);
  return seen !== undefined && isCalled(identity, seen) === true ? { ...only, id } : undefined;
}

/** Clocks differ, and times are told without their zones. */
const LONG_MS = 48 * 3_600_000;

/** Some servers show the beginning of their count where they have no time. */
const NO_TIME_MS = Date.UTC(2000, 0);

/** When the object was made, where it was there long before the create. A number may have been had before it is added. */
export function madeBefore(kind: Kind, { fields }: Live, { sentAt }: Birth): string | undefined {
  const { createdAt } = fields;
  // Of another form it is not known which is the month.
  if (typeof createdAt !== "string" || !/^\d{4}-\d{2}-\d{2}/.test(createdAt) || isNumber(kind)) return undefined;
  const at = Date.parse(createdAt);
  return at > NO_TIME_MS && at < sentAt - LONG_MS ? createdAt : undefined;
}
