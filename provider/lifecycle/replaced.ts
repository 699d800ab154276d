/**
 * What a preview says of a resource that is replaced: its object goes first, and what the create then comes to is another
 * thing. An engine says nothing of what it deletes in a preview; it asks for the create alone.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Ledger } from "../ledger/ledger";
import type { Owner } from "../ledger/owner";
import { hint } from "../words/hint";
import { text } from "../words/text";
import { isAsked } from "./adoption";
import type { Context } from "./context";
import type { Foreseen } from "./foresee";
import { declaredId, identify } from "./identity";
import { deletionPolicyIn, isOwn, notesIn } from "./state";

/** The object that a resource has before it is replaced. */
export interface Replaced {
  readonly id: string;
  readonly state: Properties;
}

/** Whether the object is gone before the create is asked for. */
export const isDeletedFirst = (kind: Kind, { state }: Replaced): boolean => deletionPolicyIn(kind, state) === "delete";

/**
 * @param then what the create comes to beside it; undefined: a new object is made, or nothing can be told
 * @param ledger left out where there is no token
 */
export function foreseenReplacement(
  place: Pick<Context, "workspace" | "baseUrl">,
  kind: Kind,
  replaced: Replaced,
  making: { readonly inputs: Properties; readonly owner: Owner | undefined },
  then: Foreseen | undefined,
  ledger: Ledger | undefined,
): Foreseen {
  const { id, state } = replaced;
  const { inputs, owner } = making;
  const object = `${identify(place, kind, state).words} (ID ${id})`;
  const { adoption } = notesIn(state);
  const isWrittenOver = adoption?.isWrittenOver === true;
  const known = { isAsked: isAsked(inputs), isMadeHere: ledger?.isMadeByStackOf(id, owner) === true };
  const isOurs = isOwn(adoption, known);
  if (isDeletedFirst(kind, replaced) && !isOurs)
    return {
      what: "refused",
      text: text`${object} would be deleted and made anew. ${isWrittenOver ? "It was there before its create, which has written over it" : "It was there already and was taken over because it was equal"}, so it may be somebody else's. ${hint("delete-taken-over")}`,
    };
  if (isDeletedFirst(kind, replaced) && declaredId(inputs["existingId"]) === id.toLowerCase())
    return {
      what: "refused",
      before: `${object} is deleted first.`,
      text: text`Then there is no ${kind.noun} with the ID that the program says: ${hint("leave-id-out")}.`,
    };
  if (then !== undefined) return { ...then, before: `${object} ${fateOf(kind, state)}${callsAgain(kind, inputs)}.` };
  const made = isDeletedFirst(kind, replaced) ? "made anew" : `another ${kind.noun} is made`;
  return { what: "made anew", text: `${object} ${fateOf(kind, state)} and ${made}${callsAgain(kind, inputs)}.` };
}

/**
 * What is said where nobody can see whether an object is about to be replaced: an engine that is told to replace a resource
 * compares nothing, and deletes it first or last, as the program's language has it.
 */
export const mayBeReplaced = (kind: Kind, words: string, inputs: Properties): string =>
  `${words} is this resource's own. If it is replaced and deleted first, it is made anew${callsAgain(kind, inputs)}. Else:`;

function fateOf(kind: Kind, state: Properties): string {
  switch (deletionPolicyIn(kind, state)) {
    case "delete":
      return "is deleted";
    case "pause":
      return "is paused and left";
    case "complete":
      return "is completed and left";
    default:
      return "is left as it is";
  }
}

/** An inbound campaign calls nobody. */
const callsAgain = (kind: Kind, inputs: Properties): string =>
  kind.hasStatus && inputs["campaignType"] !== "inbound" ? ": people it has called may be called again" : "";
