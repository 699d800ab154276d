/**
 * The write that brings a campaign to rest. It names all that is declared, since an update may replace the whole object.
 * But nothing of that may keep people being called: where the API does not take it, the name and the status go alone,
 * which is all that the older documentation asks of an update. A status that calls is never sent in that way.
 */
import { CallabError, saysNoRoute } from "../api/errors";
import { HintedError, textOf } from "../words/text";
import type { Context } from "./context";
import type { Making } from "./created";
import { writeAll } from "./write";

export type Rest = "paused" | "completed";

/** What came of it. */
interface SentRest {
  /** Why it failed; it may have been done all the same. */
  readonly failure: Error | undefined;
  /** The fields that were named beside the status; undefined: all. */
  readonly named: readonly string[] | undefined;
}

export async function sendRest(context: Context, making: Making, id: string, status: Rest): Promise<SentRest> {
  const send = async (only?: readonly string[]): Promise<Error | undefined> => {
    try {
      await writeAll(context, making, id, { status, only });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new HintedError(textOf(error));
    }
  };
  const failure = await send();
  if (!mayBeOfTheBody(failure)) return { failure, named: undefined };
  const least = [making.identity.kind.naturalKey];
  const again = await send(least);
  // What the API said of the whole of it says more.
  return again === undefined ? { failure: undefined, named: least } : { failure, named: least };
}

/** Whether another body may be taken: some servers fail by a value that they do not expect. */
const mayBeOfTheBody = (failure: Error | undefined): boolean =>
  failure instanceof CallabError && !saysNoRoute(failure) && (failure.refusedRequest || failure.status === 500);
