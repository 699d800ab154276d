/**
 * What cannot be told of a create, and how it is recorded: without an ID, with what is known of the create, so that the
 * next run, on whatever machine, looks for the object and does not make a second one.
 */
import type { Live } from "../api/object";
import type { Properties } from "../kinds/normalForm";
import { takeCensus } from "../ledger/census";
import type { Begun } from "../ledger/memory";
import type { Owner } from "../ledger/owner";
import { hint } from "../words/hint";
import { joined, lines, sentence, text, textOf, type Text } from "../words/text";
import type { Context } from "./context";
import { PartlyCreated } from "./created";
import { identify, listOf, placeholderId, type Identity } from "./identity";
import { declaredIn, makeState, nothingReported } from "./state";

interface Unclear {
  readonly identity: Identity;
  readonly inputs: Properties;
  readonly owner: Owner | undefined;
  readonly begun: Begun;
}

/** A create that a state tells of. */
export type Told = Begun & { readonly state: Properties };

/**
 * The object exists, but its ID is not known.
 * @param why half a sentence
 * @param failure what failed on the way
 */
export function notIdentified(
  { identity, inputs, owner, begun }: Unclear,
  why: string,
  failure?: unknown,
): PartlyCreated {
  return recorded(
    { identity, inputs, owner, begun: { ...begun, done: true } },
    joined(
      [
        `${identity.words}: ${why}, so nothing can refer to it or change it yet. It is recorded, and no second one will be created.`,
        ...mayCall(identity, inputs, "It may be calling: pause it in the dashboard now."),
        ...(failure === undefined ? [] : [sentence(textOf(failure))]),
        [hint("next-run-looks")],
        [hint("name-id")],
      ],
      " ",
    ),
  );
}

/** It is not known whether the object exists. */
export function notKnown(unclear: Unclear, why: Text, suspects: readonly Live[]): PartlyCreated {
  const { identity, inputs } = unclear;
  const head = text`It is not known whether ${identity.words} was created. ${sentence(why)}`;
  if (suspects.length > 0) return suspected(unclear, head, suspects);
  const orCalls = mayCall(identity, inputs, "If it was, it may be calling: look in the dashboard.");
  return recorded(unclear, joined([head, [hint("run-again-is-safe")], ...orCalls], " "));
}

/** A new campaign that nobody can pause without its ID calls, for all that is known; where it is to call, that is no news. */
const mayCall = ({ kind }: Identity, inputs: Properties, words: string): readonly string[] =>
  kind.hasStatus && inputs["desiredStatus"] !== "active" ? [words] : [];

/** It is not known whether an object exists that cannot be looked up: only a person can tell. */
export function notTold(unclear: Unclear, why: Text): PartlyCreated {
  const { words, kind } = unclear.identity;
  return recorded(
    unclear,
    lines([
      text`It is not known whether ${words} was created. ${sentence(why)}`,
      `The API does not show ${kind.plural}, so it is not sent again, in this run or another. Look in the dashboard.`,
      [hint("there-take-over")],
      [hint("not-there-create")],
    ]),
  );
}

/** What is known of an earlier create is kept, whatever went wrong with this one. */
export const stillUnclear = (unclear: Unclear, failure: unknown): PartlyCreated =>
  Object.assign(recorded(unclear, textOf(failure)), { cause: failure });

/**
 * The user is asked what became of it, in another workspace than the program says by now. Its state goes on telling of it
 * there, and that the question was asked: the answer may be read by another machine.
 */
export function asked(context: Context, { kind }: Identity, { state, ...begun }: Told, question: Text): PartlyCreated {
  const identity = identify(context, kind, state);
  const inputs = declaredIn(kind, state);
  return recorded({ identity, inputs, owner: begun.owner, begun: { ...begun, isAsked: true } }, question);
}

/**
 * Something is there that may be the object, under another name than it was given. `told` is all that the user has been
 * told of by now: more than is named here, where the program has ruled out the rest.
 */
export function suspected(
  unclear: Unclear,
  head: Text,
  suspects: readonly Live[],
  { told = suspects, isElsewhere = false }: { readonly told?: readonly Live[]; readonly isElsewhere?: boolean } = {},
): PartlyCreated {
  const { identity, begun } = unclear;
  const { kind } = identity;
  return recorded(
    { ...unclear, begun: { ...begun, suspects: takeCensus(kind.naturalKey, [...told]) } },
    lines([
      text`${head} This may be it:`,
      ...listOf(kind, suspects),
      "Nothing more is sent until that is cleared up; running again is safe.",
      [isElsewhere ? hint("name-workspace") : hint("is-suspect", { key: kind.naturalKey })],
      "If it is not wanted: delete it in the dashboard.",
      [hint("no-suspect")],
    ]),
  );
}

const recorded = ({ identity, inputs, owner, begun }: Unclear, reason: Text): PartlyCreated =>
  new PartlyCreated(
    {
      id: placeholderId(identity),
      state: makeState(inputs, nothingReported, { account: identity.account, owner, begun }),
    },
    reason,
  );
