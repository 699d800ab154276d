/**
 * What cannot be told of a create, and how it is recorded: without an ID, with what is known of the create, so that the
 * next run, on whatever machine, looks for the object and does not make a second one.
 */
import type { Live } from "../api/object";
import type { Properties } from "../kinds/normalForm";
import { takeCensus } from "../ledger/census";
import type { Begun } from "../ledger/memory";
import type { Owner } from "../ledger/owner";
import { messageOf, PartlyCreated } from "./created";
import { listOf, placeholderId, type Identity } from "./identity";
import { makeState, nothingReported } from "./state";

interface Unclear {
  readonly identity: Identity;
  readonly inputs: Properties;
  readonly owner: Owner | undefined;
  readonly begun: Begun;
}

/** The object exists, but its ID is not known. */
export function notIdentified({ identity, inputs, owner, begun }: Unclear, why: string): PartlyCreated {
  return recorded(
    { identity, inputs, owner, begun: { ...begun, done: true } },
    `${identity.words}: ${sentence(why)}, so nothing can refer to it or change it yet. It is recorded, and no second one will be created. ` +
      "The next `pulumi up` looks for it again. If the API never tells IDs here, set `existingId` to the UUID the dashboard shows for it. " +
      "If somebody deleted it: ten minutes after it was made, `pulumi up` makes a new one.",
  );
}

/** It is not known whether the object exists. */
export function notKnown(unclear: Unclear, why: string, suspects: readonly Live[]): PartlyCreated {
  const { identity } = unclear;
  const head = `It is not known whether ${identity.words} was created. ${why.trim()}`;
  if (suspects.length > 0) return suspected(unclear, head, suspects);
  return recorded(
    unclear,
    `${head} Running \`pulumi up\` again is safe: it looks for the object first and creates it only if it is not there.`,
  );
}

/** It is not known whether an object exists that cannot be looked up: only a person can tell. */
export function notTold(unclear: Unclear, why: string): PartlyCreated {
  const { words, kind } = unclear.identity;
  return recorded(
    unclear,
    [
      `It is not known whether ${words} was created. ${why.trim()}`,
      `The API does not show ${kind.plural}, so it is not sent again, in this run or another. Look in the dashboard.`,
      "If it is there, give its ID as `existingId`.",
      'If it is not: set `existingId: "none"` for one run, then take that out again.',
    ].join("\n"),
  );
}

/** What is known of an earlier create is kept, whatever went wrong with this one. */
export const stillUnclear = (unclear: Unclear, failure: unknown): PartlyCreated =>
  Object.assign(recorded(unclear, messageOf(failure)), { cause: failure });

/**
 * Something is there that may be the object, under another name than it was given. `told` is all that the user has been
 * told of by now: more than is named here, where the program has ruled out the rest.
 */
export function suspected(
  unclear: Unclear,
  head: string,
  suspects: readonly Live[],
  told: readonly Live[] = suspects,
): PartlyCreated {
  const { identity, begun } = unclear;
  const { kind } = identity;
  return recorded(
    { ...unclear, begun: { ...begun, suspects: takeCensus(kind.naturalKey, [...told]) } },
    [
      `${head} This may be it:`,
      ...listOf(kind, suspects),
      "Nothing more is sent until that is cleared up; running again is safe.",
      `If it is the one: write its ${kind.naturalKey} as it is shown here, or set \`existingId\` to its ID.`,
      "If it is not wanted: delete it in the dashboard.",
      'If it has nothing to do with this resource: set `existingId: "none"` for one run, then take that out again.',
    ].join("\n"),
  );
}

const recorded = ({ identity, inputs, owner, begun }: Unclear, message: string): PartlyCreated =>
  new PartlyCreated(
    { id: placeholderId(identity), state: makeState(inputs, nothingReported, { owner, begun }) },
    message,
  );

const sentence = (text: string): string => text.replace(/[.\s]+$/, "");
