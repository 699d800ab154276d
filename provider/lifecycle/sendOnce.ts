/**
 * The one POST of a create, and what comes of it. Before it, what was there is noted; after an answer that does not tell,
 * the object is looked for with patience, and never sent again on a guess.
 *
 * | answer                                    | what is done                                                        |
 * | ----------------------------------------- | ------------------------------------------------------------------- |
 * | an ID that is new                         | the object is held, and its status brought to the wanted one        |
 * | "done", without an ID of its own          | looked for; not found: recorded without an ID, never made again     |
 * | surely not done                           | the run fails; nothing is remembered                                |
 * | refused                                   | one look, then the run fails; something new, or no look: as unclear |
 * | refused, and it is there                  | taken over; without an ID: recorded so, never made again            |
 * | none, or one that does not tell           | looked for; not found: recorded as unclear, with what may be it     |
 */
import { CallabError, otherRouteOf } from "../api/errors";
import type { Live } from "../api/object";
import { toWire } from "../kinds/wire";
import { knowsId, type Census } from "../ledger/census";
import { keyOf as hashOf } from "../ledger/ledger";
import type { Begun } from "../ledger/memory";
import { ownerInWords } from "../ledger/owner";
import { sentIn } from "./asSent";
import { patiently, type Context } from "./context";
import { oneLine } from "../words/plainText";
import { HintedError, lines, text, textOf, type Text } from "../words/text";
import { MadeAsAnother } from "./birth";
import { PartlyCreated, type Created, type Making } from "./created";
import { finish } from "./finish";
import type { Identity } from "./identity";
import { locateAfter, onlyOne, suspectsIn } from "./locate";
import { secretsOf } from "./secrets";
import { takeOver, TwoResources } from "./takeOver";
import { notIdentified, notKnown, suspected } from "./unclear";
import { createdIn } from "./write";

/** Sends the create, once. */
export async function sendOnce(
  context: Context,
  making: Making,
  before: Census | undefined,
  earlier: readonly Begun[],
): Promise<Created> {
  const { identity, inputs, owner } = making;
  const { kind, workspace } = identity;
  const { ledger } = context;
  const rival = ledger.run.holders.whoWants(hashOf(identity.unique), { owner });
  if (rival !== undefined) throw new TwoResources(identity, undefined, rival, owner);
  const { id: former, elsewhere } = ledger.recall(identity, owner);
  ledger.settle([...earlier.filter((entry) => entry.owner === owner), ...elsewhere]);
  // What was last made under this name was looked for, and nothing of it is called so any more: what will be listed from
  // now on is another one. It may be there under another name, and another resource's by now.
  if (former !== undefined) ledger.gaveUp(identity, owner, former);
  const body = toWire(kind, inputs);
  let begun = ledger.begunNow(identity, owner, before, sentIn(ledger.printer, kind, inputs));
  let data: unknown;
  try {
    data = await context.client.send(kind.name, "create", {
      workspace,
      body,
      secrets: secretsOf(kind, inputs).texts,
      // Before that it may wait long for its turn.
      onSend: () => void (begun = ledger.begin(begun)),
    });
  } catch (error) {
    context.inventory.written(kind, workspace);
    return afterFailure(context, making, begun, error);
  }
  context.inventory.written(kind, workspace);
  const { id, fields } = createdIn(kind, data);
  const why = id === undefined ? "the answer held no ID" : whyNotNew(context, making, id, before);
  if (id !== undefined && why === undefined) return finishAsTold(context, making, { id, fields }, begun);
  begun = ledger.begin(begun, true);
  try {
    const { live, suspects } = await locateAfter(context, identity, begun);
    if (live !== undefined) return await finishAsTold(context, making, live, begun);
    if (suspects.length > 0)
      throw suspected({ ...making, begun }, `${identity.words} was created, and ${why}.`, suspects);
  } catch (error) {
    if (error instanceof PartlyCreated) throw error;
    // The API said that it made the object: that must not be forgotten because the list failed.
    throw notIdentified({ ...making, begun }, `it was created, ${why}, and it could not be looked for`, error);
  }
  throw notIdentified({ ...making, begun }, `${why}, and it is not in the list yet`);
}

/** What was made has the ID that the answer told; but that may be a job's, where a list shows what was made under another. */
async function finishAsTold(context: Context, making: Making, told: Live, begun: Begun): Promise<Created> {
  try {
    return await finish(context, making, told, begun);
  } catch (error) {
    if (!(error instanceof MadeAsAnother)) throw error;
    const { identity, owner } = making;
    const { id = "" } = told;
    context.note(
      `What was said of the create of ${identity.words} told the ID ${oneLine(id)}, under which nothing is shown. It was made, and has the ID ${oneLine(error.live.id)}.`,
    );
    context.ledger.deleted(identity, owner, id);
    return finish(context, making, error.live, begun);
  }
}

/** Why the ID that an answer tells is not that of what was just made, as half a sentence: nothing is written to that one. */
function whyNotNew({ ledger }: Context, { owner }: Making, id: string, before: Census | undefined): string | undefined {
  const holder =
    ledger.run.holders.otherThan({ owner }, id)?.owners[0] ?? ledger.heldInThisRunByAnother(id, owner)?.owner;
  if (holder !== undefined)
    return `the answer told the ID ${oneLine(id)}, which belongs to ${ownerInWords(holder, owner)}`;
  return before !== undefined && knowsId(before, id)
    ? `the answer told the ID ${oneLine(id)}, of what was there before`
    : undefined;
}

/** The POST failed. Whether the object exists all the same decides what happens. */
async function afterFailure(context: Context, making: Making, begun: Begun, failure: unknown): Promise<Created> {
  const { identity, owner } = making;
  const { ledger } = context;
  const outcome = failure instanceof CallabError ? failure.outcome : "unknown";
  if (outcome === "notDone") {
    ledger.ended(identity, owner);
    throw failure;
  }
  if (outcome === "refused") {
    // Believed after one look. What is new there all the same was made by it: some servers do the work and then say no.
    const { live, suspects } = await looked(lookAfterRefusal(context, identity, begun));
    const located = { before: begun.before, begun: [begun], suspects: [] };
    const taken = live === undefined ? "gone" : await takeOver(context, making, { ...located, live });
    if (typeof taken === "object") return taken;
    if (taken === "no ID" && live !== undefined && suspects.includes(live)) {
      const why = "the API refused to create it, and it exists all the same, but the list does not tell its ID";
      throw notIdentified({ ...making, begun: ledger.begin(begun, true) }, why, failure);
    }
    const others = suspects.filter((suspect) => suspect !== live);
    if (others.length > 0) {
      const head = text`The API refused to create ${identity.words}, and something new is there. ${textOf(failure)}`;
      throw suspected({ ...making, begun: ledger.begin(begun) }, head, others);
    }
    ledger.ended(identity, owner);
    const said = lines([`${identity.words} was not created.`, textOf(failure), ...routeHint(failure)]);
    throw new HintedError(said, { cause: failure });
  }
  const seen = await looked(locateAfter(context, identity, begun));
  if (seen.live !== undefined) return finishAsTold(context, making, seen.live, begun);
  // Begun from now on: the work may still be under way behind an answer that was not waited for.
  const unclear = { ...making, begun: ledger.begin(begun) };
  throw notKnown(unclear, text`${textOf(failure)} It has not turned up in the list.`, seen.suspects);

  /** What a look has found; a look that fails leaves the create unclear. */
  async function looked<Seen>(look: Promise<Seen>): Promise<Seen> {
    try {
      return await look;
    } catch (error) {
      const why = text`${textOf(failure)} It could not be looked for either: ${textOf(error)}`;
      throw notKnown({ ...making, begun: ledger.begin(begun) }, why, []);
    }
  }
}

/**
 * What there is after a refusal: the object, or what may be it under a name that the server has respelled. What is new may
 * be another resource's, whose create has not ended yet: that is waited for. Throws what the last look failed of.
 */
async function lookAfterRefusal(
  context: Context,
  identity: Identity,
  begun: Begun,
): Promise<{ readonly live: Live | undefined; readonly suspects: readonly Live[] }> {
  let live: Live | undefined;
  let suspects: readonly Live[] = [];
  let failed: Error | undefined;
  await patiently(context, async () => {
    try {
      const listing = await context.inventory.list(identity.kind, identity.workspace, "now");
      live = onlyOne(context, identity, listing.objects);
      suspects = suspectsIn(context, identity, [begun], listing);
      failed = undefined;
    } catch (error) {
      failed = error instanceof Error ? error : new HintedError(textOf(error));
      return undefined;
    }
    return live !== undefined || suspects.length === 0 || undefined;
  });
  if (failed !== undefined) throw failed;
  return { live, suspects };
}

const routeHint = (failure: unknown): readonly Text[] =>
  failure instanceof CallabError && failure.route.mark === "documented" ? [] : otherRouteOf(failure);
