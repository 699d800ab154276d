/**
 * A create whose outcome nobody knows, of a resource that the program has in another workspace by now. There it may call
 * the same people, and nothing that is looked into here shows it: the user is asked, and nothing is sent before the answer.
 *
 * | the program says                | what is done                                                                            |
 * | ------------------------------- | --------------------------------------------------------------------------------------- |
 * | the former workspace again      | it is looked for there (locate.ts); a later run moves it as any other object            |
 * | `existingId: "none"`            | the object is made here, if the question was asked when the create could no longer come |
 * | an ID                           | that object is taken over, and a note says to look there                                |
 * | nothing of it                   | the question is asked, once the create can no longer be carried out                     |
 */
import { NO_EXISTING_ID } from "../kinds/formats";
import type { Begun } from "../ledger/memory";
import { hint } from "../words/hint";
import { HintedError, lines, type Text } from "../words/text";
import type { Context } from "./context";
import type { Making } from "./created";
import { declaredId, type Identity } from "./identity";
import { asked, type Told } from "./unclear";

/** What the user has not been asked about, or has not answered. */
function unanswered({ ledger }: Context, { identity, inputs, owner }: Making): readonly Begun[] {
  const begun = ledger.recall(identity, owner).elsewhere.filter(isSent);
  if (inputs["existingId"] !== NO_EXISTING_ID) return begun;
  return begun.filter(
    ({ key, at }) => !begun.some((entry) => entry.isAsked === true && entry.key === key && entry.at === at),
  );
}

/** What was recorded for the sake of what it named may never have been sent itself. */
const isSent = ({ sent, suspects }: Begun): boolean => sent !== undefined || suspects === undefined;

/** Throws what the user is asked, where anything is unclear in another workspace. */
export async function clearUpElsewhere(context: Context, making: Making): Promise<void> {
  const unclear = unanswered(context, making);
  if (unclear.length === 0) return;
  const { words } = making.identity;
  if (declaredId(making.inputs["existingId"]) !== undefined) {
    context.note(
      `An earlier create of the resource of ${words}, in another workspace, had no clear outcome. What it may have made there is nobody's now: look in the dashboard.`,
    );
    return;
  }
  // Whoever looks there then sees all that there will ever be. Clocks may have been set back.
  const now = context.now();
  const wait = Math.max(...unclear.map(({ at }) => Math.min(at, now))) + context.patience.interruptedMs - now;
  if (wait > 0) {
    context.note(
      `An earlier create of the resource of ${words}, in another workspace, was interrupted; waiting until it can no longer be carried out.`,
    );
    await context.sleep(wait);
  }
  context.ledger.asked(unclear);
  const said = question(making.identity);
  const told = unclear.find((entry): entry is Told => entry.state !== undefined);
  throw told === undefined ? new HintedError(said) : asked(context, making.identity, told, said);
}

/** The same for a preview, which waits for nothing: what is unclear by the state, the run may clear up itself. */
export function foreseenElsewhere(context: Context, making: Making): Text | undefined {
  const { run } = context.ledger;
  const isCarried = run.carried.some(({ owner }) => owner !== undefined && owner === making.owner);
  const isAnswered = declaredId(making.inputs["existingId"]) !== undefined || unanswered(context, making).length === 0;
  return isCarried || isAnswered ? undefined : question(making.identity);
}

const question = ({ words }: Identity): Text =>
  lines([
    `${words}: an earlier create of this resource, in another workspace, had no clear outcome. Nothing was sent: there could be two.`,
    [hint("name-workspace")],
    "Or look in the dashboard. If it is there: delete it.",
    [hint("not-there-create")],
  ]);
