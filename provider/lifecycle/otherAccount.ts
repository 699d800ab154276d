/**
 * Whose silence proves absence. A state notes by which address and token it was written. Another account lacks all of its
 * objects, and says so in good faith: a token of another account, an address left over from the emulator, a resource that
 * was given another provider. So what lacks an object counts only where it is known to be the same account: by the same
 * token, or because it has shown an object of such a state by its ID and its name. A token that was renewed is known by
 * the first object that is there.
 */
import type { Live } from "../api/object";
import { hint } from "../words/hint";
import { HintedError, lines, text } from "../words/text";
import { patiently, type Context } from "./context";
import { isCalled, type Identity } from "./identity";
import { isSameId } from "../values/id";

/** What a state calls its account, where that is not known to be this one. */
function unknownAccount({ account: here, ledger }: Context, { account }: Identity): string | undefined {
  return account === undefined || account === here || ledger.wasCalled(account) ? undefined : account;
}

/** Whether nothing has shown yet that an object's state was written in this account. */
export const isOfUnknownAccount = (context: Context, identity: Identity): boolean =>
  unknownAccount(context, identity) !== undefined;

/** The account shows an object of a state: what that state calls its account is this one. */
export function sawOf(context: Context, identity: Identity, id: string, live: Live): void {
  const account = unknownAccount(context, identity);
  if (account === undefined || !isSameId(live.id, id)) return;
  if (isCalled(identity, live) === true) context.ledger.called(account);
}

/**
 * Throws where an object is not seen, and that may be because this is another account. Other objects are looked at
 * beside this one: they are waited for.
 */
export async function refuseOtherAccount(context: Context, identity: Identity): Promise<void> {
  if (!isOfUnknownAccount(context, identity)) return;
  const isKnown = await patiently(context, () => Promise.resolve(!isOfUnknownAccount(context, identity) || undefined));
  if (isKnown !== true) throw new OtherAccount(identity);
}

/** An object is not there, and nothing says that it is asked for where it was made. */
export class OtherAccount extends HintedError {
  override readonly name = "OtherAccount";

  constructor({ kind, words }: Identity) {
    const may = kind.hasStatus ? "it may be there, and calling" : "it may be there";
    super(
      lines([
        `${words} is not there. But its state was written with another token or address, and nothing shows that this is the same account: ${may}.`,
        [hint("check-account")],
        text`If this is its account and somebody deleted it, ${hint("remove-from-state")}. What is declared for another account needs a stack of its own.`,
      ]),
    );
  }
}
