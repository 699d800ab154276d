/**
 * Kinds that the API neither lists nor reads: an object is known by what the answers to its writes show, and by nothing
 * else. Nothing can be looked up, so nothing is concluded from silence.
 *
 * | asked for                 | what is done                                                                            |
 * | ------------------------- | --------------------------------------------------------------------------------------- |
 * | create                    | sent once. The API itself refuses a second one of the name (documented for workspaces)   |
 * | create without an answer  | recorded as unclear, and never sent again in any run until the program says what is so   |
 * | create with `existingId`  | the object is given what is declared: the answer shows it                                |
 * | refresh                   | what is known is kept, and the run says so once                                          |
 * | update                    | sent; nothing is compared with before, and nothing is read back                          |
 * | delete                    | the answer is the proof: a number of rows, 0 for one that is not there (documented)      |
 */
import { CallabError } from "../api/errors";
import type { Live } from "../api/object";
import { otherRoute } from "../api/routes";
import { NO_EXISTING_ID } from "../kinds/formats";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { toWire } from "../kinds/wire";
import { markAt } from "../ledger/holders";
import { keyOf as hashOf } from "../ledger/ledger";
import type { Begun } from "../ledger/memory";
import type { Run } from "../ledger/run";
import { sentIn } from "./asSent";
import type { Context } from "./context";
import { hint } from "../words/hint";
import { HintedError, lines, text, textOf, type Text } from "../words/text";
import { PartlyCreated, type Created, type Making } from "./created";
import { declaredId, type Identity } from "./identity";
import { refuseOtherAccount } from "./otherAccount";
import type { ReadResult } from "./read";
import { secretsOf } from "./secrets";
import { declaredIn, openNote, type Notes } from "./state";
import { stateOf } from "./stored";
import { TwoResources } from "./takeOver";
import { notTold } from "./unclear";
import { noneUnderWay } from "./underWay";
import { createdIn, writeAll } from "./write";

/** Creates the object, or takes over the one that the program names by its ID. */
export async function createUnlisted(context: Context, making: Making): Promise<Created> {
  const { identity, inputs, owner } = making;
  const { ledger } = context;
  const id = declaredId(inputs["existingId"]);
  if (id !== undefined) return takeOverById(context, making, id);
  const rival = ledger.run.holders.whoWants(hashOf(identity.unique), { owner });
  if (rival !== undefined) throw new TwoResources(identity, undefined, rival, owner);
  const { begun } = ledger.recall(identity, owner);
  const [earlier] = begun;
  if (earlier !== undefined && inputs["existingId"] !== NO_EXISTING_ID) {
    const remembered = begun.find((entry) => entry.owner === owner) ?? { ...earlier, owner };
    throw notTold({ ...making, begun: remembered }, "An earlier create of it had no clear outcome.");
  }
  ledger.settle(begun);
  return send(context, making);
}

async function send(context: Context, making: Making): Promise<Created> {
  const { identity, inputs, owner } = making;
  const { kind, workspace } = identity;
  const { ledger } = context;
  let begun: Begun = ledger.begunNow(identity, owner, undefined, sentIn(ledger.printer, kind, inputs));
  let data: unknown;
  try {
    data = await context.client.send(kind.name, "create", {
      workspace,
      body: toWire(kind, inputs),
      secrets: secretsOf(kind, inputs).texts,
      onSend: () => void (begun = ledger.begin(begun)),
    });
  } catch (error) {
    if (!(error instanceof CallabError) || error.outcome === "unknown")
      throw notTold({ ...making, begun: ledger.begin(begun) }, textOf(error));
    ledger.ended(identity, owner);
    throw error.refusedRequest ? notCreated(identity, error) : error;
  }
  const { id, fields } = createdIn(kind, data);
  if (id === undefined)
    throw notTold({ ...making, begun: ledger.begin(begun, true) }, "The API said that it was done, and not its ID.");
  ledger.made(identity, owner, id);
  return holding(context, making, { id, fields }, { owner });
}

const notCreated = ({ words }: Identity, failure: unknown): Error =>
  new HintedError(lines([`${words} was not created.`, textOf(failure), [hint("take-over-by-id")]]), { cause: failure });

/** Naming an ID is consent: the object is made what the program says, and the answer shows what it is. */
async function takeOverById(context: Context, making: Making, id: string): Promise<Created> {
  const { identity, owner } = making;
  const { ledger } = context;
  const { run } = ledger;
  const mark = markAt(context.now());
  const rival = run.rivalOf({ owner, mark }, id);
  if (rival !== undefined) throw new TwoResources(identity, id, rival, owner);
  let live: Live;
  try {
    live = await ledger.aloneWith(identity, id, async () => {
      await noneUnderWay(context, identity, id);
      return writeAll(context, making, id);
    });
  } catch (error) {
    if (!(error instanceof CallabError) || !error.mayBeMissingRoute) throw error;
    throw new HintedError(
      lines([
        text`${identity.words} (ID ${id}) was not taken over. Look the ID up in the dashboard, or ${hint("leave-id-out")}.`,
        error.text,
        otherRoute(error.route),
      ]),
      { cause: error },
    );
  }
  ledger.held(identity, { owner, mark }, id, true);
  ledger.settle(ledger.recall(identity, owner).begun.filter((entry) => entry.owner === owner));
  return holding(context, making, { id, fields: live.fields }, { owner, adoption: { mark, isForeign: false } });
}

function holding({ ledger }: Context, making: Making, live: Live & { readonly id: string }, notes: Notes): Created {
  const { identity, owner } = making;
  const { id } = live;
  ledger.run.hold(id, { owners: [owner], mark: notes.adoption?.mark, wants: hashOf(identity.unique) });
  const state = stateOf(making, { live }, notes);
  const lacking = untold(identity.kind, state);
  if (lacking.length === 0) return { id, state };
  throw new PartlyCreated({ id, state: { ...state, ...openNote } }, whatLacks(identity, id, lacking));
}

/** What a program relies on and no answer has told yet. */
export const untold = (kind: Kind, state: Properties): readonly string[] =>
  kind.fields.flatMap(({ name, node }) => (node.toldByWrites === true && (state[name] ?? null) === null ? [name] : []));

/** Resources that take it would live somewhere else without it. */
export const whatLacks = ({ words }: Identity, id: string, lacking: readonly string[]): Text =>
  text`${words} (ID ${id}) is there, but the API did not tell ${lacking.join(", ")}, which other resources may take. ${hint("next-run-asks")}`;

/** There is nothing that the inputs of a program could be made of. */
export const notImported = ({ noun, plural }: Kind, named: string): Error =>
  new HintedError(
    text`The ${noun} ${named} cannot be imported: the API shows no ${plural}. ${hint("declare-with-id")}`,
  );

/** What is known of the object, which nothing can be held against. */
export function readUnlisted(context: Context, { kind, words }: Identity, id: string, state: Properties): ReadResult {
  const { run } = context.ledger;
  if (!notedKinds(run).has(kind.name)) {
    notedKinds(run).add(kind.name);
    context.note(
      `The API neither lists nor reads ${kind.plural}: a refresh keeps what is known of ${words} and of any other. What somebody changed or deleted is not seen.`,
    );
  }
  return { id, state: { ...state }, inputs: declaredIn(kind, state) };
}

const runs = new WeakMap<Run, Set<string>>();

/** The kinds of which a run has said so. */
function notedKinds(run: Run): Set<string> {
  const known = runs.get(run) ?? new Set();
  runs.set(run, known);
  return known;
}

/** A create of it had no clear outcome, so there is no ID to delete it by. */
export const unknownWhether = ({ words }: Identity): Error =>
  new HintedError(
    text`It is not known whether ${words} exists, so it cannot be deleted. Look in the dashboard and delete it there if it is there; then ${hint("remove-from-state")}.`,
  );

/** Deletes the object. One that is not there any more is done. */
export async function removeUnlisted(context: Context, identity: Identity, id: string): Promise<void> {
  const { kind, workspace, words } = identity;
  try {
    const rows = await context.client.send(kind.name, "delete", { id, workspace });
    if (rows === 0) await refuseOtherAccount(context, identity);
  } catch (error) {
    if (!(error instanceof CallabError) || !error.refusedRequest) throw error;
    throw new HintedError(
      lines([
        `${words} (ID ${id}) was not deleted.`,
        error.text,
        otherRoute(error.route),
        [hint("keep-on-delete", { policies: ["retain"] })],
      ]),
      { cause: error },
    );
  }
}
