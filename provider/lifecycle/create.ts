/**
 * create, effectively once. Nobody may be phoned twice because an answer was lost:
 *
 * 1. observe: is it there? By the ID that the program names, else by its natural key, with all that the ledger knows.
 * 2. ensure: what is there is taken over if it may be (takeOver.ts). What is not is noted as begun and sent, once.
 *    No answer, or one that does not tell: looked for with patience. Found: done. Not found: recorded as unclear, and
 *    the run fails. Never a second POST on a guess.
 * 3. sync: the status is brought to the wanted one. If that fails, the object is recorded all the same.
 */
import type { Live } from "../api/object";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { HintedError, text } from "../words/text";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Census } from "../ledger/census";
import { isRemembered, keyOf as hashOf } from "../ledger/ledger";
import type { Begun } from "../ledger/memory";
import type { Owner } from "../ledger/owner";
import { differences } from "./adoption";
import { normalInputs } from "./check";
import { patiently, type Context } from "./context";
import { PartlyCreated, type Created, type Making } from "./created";
import { declaredId, identify, keyOf, type Identity } from "./identity";
import { locate, locateById, notRuledOut, type Unrecorded } from "./locate";
import { clearUpElsewhere } from "./elsewhere";
import { isAsMade } from "./ownWork";
import { sendOnce } from "./sendOnce";
import { takeOver } from "./takeOver";
import { refuseTwoAtOnce } from "./twoAtOnce";
import { notIdentified, stillUnclear, suspected } from "./unclear";
import { createUnlisted } from "./unlistedKind";

/** Creates the object, or takes over the one that is there already. */
export async function create(
  context: Context,
  kind: Kind,
  given: Properties,
  owner: Owner | undefined,
): Promise<Created> {
  const inputs = normalInputs(kind, given, context.workspace);
  const identity = identify(context, kind, inputs);
  const making = { identity, inputs, owner };
  return context.ledger.alone(identity, async () => {
    await clearUpElsewhere(context, making);
    return remembering(context, making, () => (kind.isListed ? ensure : createUnlisted)(context, making));
  });
}

/** What is known of an earlier create must not be lost because this one failed before it came to anything. */
async function remembering(context: Context, making: Making, work: () => Promise<Created>): Promise<Created> {
  try {
    return await work();
  } catch (error) {
    const { begun } = context.ledger.recall(making.identity, making.owner);
    const earlier = begun.find((entry) => entry.owner === making.owner);
    if (error instanceof PartlyCreated || earlier === undefined) throw error;
    throw stillUnclear({ ...making, begun: earlier }, error);
  }
}

/** What a look has shown may be leaving, or be gone by now: then it is looked for again, with patience. */
async function ensure(context: Context, making: Making): Promise<Created> {
  const created = await patiently(context, () => ensuredOnce(context, making));
  return created ?? stillShown(making);
}

function stillShown({ identity, inputs }: Making): never {
  const orElse = declaredId(inputs["existingId"]) === undefined ? "" : text`, or ${hint("leave-id-out")}`;
  throw new HintedError(
    text`${identity.words} was deleted or renamed in this run, and the API still shows it as it was. Nothing was created. Run again${orElse}.`,
  );
}

/** Undefined: it is to be looked for again. */
async function ensuredOnce(context: Context, making: Making): Promise<Created | undefined> {
  const { identity, inputs, owner } = making;
  const { kind } = identity;
  const { ledger } = context;
  const key = hashOf(identity.unique);
  const located = await (locateById(context, making) ?? locate(context, making));
  const { begun, unrecorded = [] } = located;
  const live = located.live ?? itsOwn(context, making, unrecorded);
  const unclear = { ...making, begun: begunOf(context, making, located) };
  const strays = unrecorded.filter((made) => made.live !== live);
  const told = [...(live === undefined ? located.suspects : []), ...strays.map((made) => made.live)];
  const suspects = notRuledOut({ ...located, suspects: told }, kind, inputs);
  if (suspects.length > 0) {
    const made = strays.filter((each) => suspects.includes(each.live));
    const isElsewhere = made.some((each) => each.isElsewhere);
    throw suspected(unclear, whySuspected(identity, begun, made), suspects, { told, isElsewhere });
  }
  // Asked about once.
  for (const made of strays) {
    ledger.recorded(identity, owner, made.live.id ?? "");
    ledger.left(identity, owner, made.live.id ?? "");
  }
  await refuseTwoAtOnce(context, making, live);
  if (live !== undefined) {
    const taken = await takeOver(context, making, { ...located, live });
    if (taken === "look again") return undefined;
    if (taken === "no ID")
      throw notIdentified(unclear, `it exists${nameOf(identity, live)}, but the list does not tell its ID`);
    if (taken !== "gone") return taken;
    // Deleted a moment ago, and only a list that lags still shows it: it is looked past from now on.
    ledger.run.gaveUp(key, live.id ?? "");
    return undefined;
  }
  if (begun.some((entry) => entry.done && entry.key === key && isRemembered(context, entry)))
    throw notIdentified(unclear, "it is not in the list yet");
  return sendOnce(context, making, located.before, begun);
}

/** What the resource made in a run that was cut off is its own, if it still is as it was sent: the program was edited. */
function itsOwn(
  context: Context,
  { identity, inputs, owner }: Making,
  [made, ...others]: readonly Unrecorded[],
): Live | undefined {
  if (made?.isHere !== true || others.length > 0 || inputs["existingId"] !== undefined) return undefined;
  const { kind } = identity;
  const { live } = made;
  const found = differences(kind, inputs, live.fields);
  return isAsMade(context.ledger, kind, live.id ?? "", owner, found, live) ? live : undefined;
}

function whySuspected({ words }: Identity, begun: readonly Begun[], unrecorded: readonly Unrecorded[]): string {
  if (unrecorded.length > 0)
    return `The resource of ${words} made something under another name or elsewhere, and this machine never saw it recorded.`;
  return begun.length > 0
    ? `An earlier create of ${words} had no clear outcome.`
    : `${words} was made or taken over here before, and nothing is called so any more.`;
}

/** What the object is called, where that is another name than the declared one. */
function nameOf(identity: Identity, live: Live): string {
  const name = keyOf(identity.kind, live.fields);
  return name === undefined || name === identity.key ? "" : ` as "${oneLine(name)}"`;
}

const begunOf = (
  { ledger }: Context,
  { identity, owner }: Making,
  located: { begun: readonly Begun[]; before: Census | undefined },
): Begun => located.begun.find((entry) => entry.owner === owner) ?? ledger.begunNow(identity, owner, located.before);
