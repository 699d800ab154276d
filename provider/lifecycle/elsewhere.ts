/**
 * A create whose outcome nobody knows, of a resource that the program has in another workspace by now. There it may call
 * the same people, and nothing that is looked into here shows it: the user is asked, and nothing is sent before the answer.
 *
 * | the program says                | what is done                                                                            |
 * | ------------------------------- | --------------------------------------------------------------------------------------- |
 * | the former workspace again      | it is looked for there (locate.ts); a later run moves it as any other object            |
 * | `existingId: "none"`            | the object is made here, if the question was asked when the create could no longer come |
 * | an ID                           | that object is taken over                                                               |
 * | nothing of it                   | the question is asked, once the create can no longer be carried out                     |
 */
import { NO_EXISTING_ID } from "../kinds/formats";
import type { Begun } from "../ledger/memory";
import { hint } from "../words/hint";
import { HintedError, lines, type Text } from "../words/text";
import type { Context } from "./context";
import type { Making } from "./created";
import { declaredId } from "./diff";
import type { Identity } from "./identity";

/** What the user has not been asked about, or has not answered. */
function unanswered({ ledger }: Context, { identity, inputs, owner }: Making): readonly Begun[] {
  const { elsewhere } = ledger.recall(identity, owner);
  if (declaredId(inputs["existingId"]) !== undefined) return [];
  if (inputs["existingId"] !== NO_EXISTING_ID) return elsewhere;
  const isAsked = (key: string): boolean => elsewhere.some((entry) => entry.key === key && entry.isAsked === true);
  return elsewhere.filter(({ key }) => !isAsked(key));
}

/** Throws what the user is asked, where anything is unclear in another workspace. */
export async function clearUpElsewhere(context: Context, making: Making): Promise<void> {
  const unclear = unanswered(context, making);
  if (unclear.length === 0) return;
  // Whoever looks there then sees all that there will ever be.
  const wait = Math.max(...unclear.map(({ at }) => at)) + context.patience.interruptedMs - context.now();
  if (wait > 0) {
    context.note(
      `An earlier create of the resource of ${making.identity.words}, in another workspace, was interrupted; waiting until it can no longer be carried out.`,
    );
    await context.sleep(wait);
  }
  context.ledger.asked(unclear);
  throw new HintedError(question(making.identity));
}

/** The same for a preview, which waits for nothing: what is unclear by the state, the run may clear up itself. */
export function foreseenElsewhere(context: Context, making: Making): Text | undefined {
  const { run } = context.ledger;
  const isCarried = run.carried.some(({ owner }) => owner !== undefined && owner === making.owner);
  return isCarried || unanswered(context, making).length === 0 ? undefined : question(making.identity);
}

const question = ({ words }: Identity): Text =>
  lines([
    `${words}: an earlier create of this resource, in another workspace, had no clear outcome. Nothing was sent: there could be two.`,
    [hint("name-workspace")],
    "Or look in the dashboard. If it is there: delete it.",
    [hint("not-there-create")],
  ]);
