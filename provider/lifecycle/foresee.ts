/**
 * foresee: what a create will come to, by what is live, for a preview. It only reads, and remembers nothing. Whether
 * something may be taken over is judged as in the run (adoption.ts), which may find another world when it comes.
 */
import { NO_EXISTING_ID } from "../kinds/formats";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { hint } from "../words/hint";
import { text, textOf, type Text } from "../words/text";
import { holdsUnknown } from "../values/unknown";
import { keyOf as hashOf } from "../ledger/ledger";
import type { Owner } from "../ledger/owner";
import { judged, type Found } from "./adoption";
import type { Context } from "./context";
import type { Making } from "./created";
import { declaredId, identify } from "./identity";
import { foreseenElsewhere } from "./elsewhere";
import { Ambiguous, notAbsent, onlyOne } from "./locate";
import { notWhole, observe } from "./observe";
import { shownFields } from "./shown";
import { foreseenReplacement, isDeletedFirst, mayBeReplaced, type Replaced } from "./replaced";
import { secretsOf } from "./secrets";
import { sideBySide } from "./sideBySide";
import { TwoResources } from "./takeOver";
import { foreseenTwoAtOnce } from "./twoAtOnce";
import { isSameId } from "../values/id";
import { unlessSilent } from "./unlessSilent";

/** What a create will come to, where that is not just a new object. */
export interface Foreseen {
  readonly what: "taken over" | "written over" | "refused" | "made anew";
  /** What becomes of the object that the resource has, before that. */
  readonly before?: Text;
  /** Why, or what of. */
  readonly text: Text;
}

/**
 * Undefined: a new object will be made, or nothing can be told. Throws Silent where the API does not answer in a few seconds.
 * @param replaced what the resource has, where its create follows a replacement
 */
export async function foresee(
  context: Context,
  kind: Kind,
  inputs: Properties,
  owner: Owner | undefined,
  replaced?: Replaced,
): Promise<Foreseen | undefined> {
  const create = unlessSilent(context.ledger.run, foreseenCreate(context, kind, inputs, owner, replaced));
  if (replaced === undefined) return create;
  // That people may be called again is told also where nothing can be looked up.
  const then = await create.catch(() => undefined);
  return foreseenReplacement(context, kind, replaced, { inputs, owner }, then, context.ledger);
}

async function foreseenCreate(
  context: Context,
  kind: Kind,
  inputs: Properties,
  owner: Owner | undefined,
  replaced: Replaced | undefined,
): Promise<Foreseen | undefined> {
  const key = inputs[kind.naturalKey];
  const id = declaredId(inputs["existingId"]);
  if (holdsUnknown([key, inputs["workspace"], inputs["existingId"]])) return undefined;
  if (!kind.isListed) return undefined;
  const identity = identify(context, kind, inputs);
  const unclearThere = foreseenElsewhere(context, { identity, inputs, owner });
  if (unclearThere !== undefined) return refused(unclearThere);
  // What is not known yet cannot be compared.
  const known = Object.fromEntries(Object.entries(inputs).filter(([, value]) => !holdsUnknown(value)));
  const making = { identity, inputs: known, owner };
  const there =
    id === undefined
      ? await byName(context, making, inputs["existingId"] === NO_EXISTING_ID)
      : await byId(context, making, id);
  if (there instanceof Error) return refused(textOf(there));
  const beside = replaced === undefined ? await foreseenTwoAtOnce(context, making, there?.live) : undefined;
  // A preview is not told whether what is there goes first.
  if (beside !== undefined)
    return { ...refused(beside), before: mayBeReplaced(kind, `The ${kind.noun} that it has`, inputs) };
  if (there === undefined) return undefined;
  const { live } = there;
  const { run } = context.ledger;
  // Whoever has it may be about to rename or delete it; that is said when all have been compared with the program.
  await run.quiet(context);
  const holder = live.id === undefined ? undefined : run.holders.otherThan({ owner }, live.id);
  // One that gives the object up, or another name, is waited for.
  if (holder !== undefined)
    return holder.wants === hashOf(identity.unique)
      ? refused(new TwoResources(identity, live.id, holder, owner).text)
      : undefined;
  if (live.id !== undefined && run.isGone(hashOf(identity.unique), live.id)) return undefined;
  const isReplaced = replaced !== undefined && isSameId(live.id, replaced.id);
  if (isReplaced && isDeletedFirst(kind, replaced)) return undefined;
  const found = outcome(context, making, there);
  // Where an engine is told to replace, no comparison comes before: what a state has had looks as if it had lost it.
  return replaced === undefined && live.id !== undefined && isRecorded(context, live.id, owner)
    ? { ...found, before: mayBeReplaced(kind, `${identity.words} (ID ${live.id})`, inputs) }
    : found;
}

function isRecorded({ ledger }: Context, id: string, owner: Owner | undefined): boolean {
  const { holder, maker, isRecorded: wasSeen } = ledger.object(id);
  return owner !== undefined && holder?.owner === owner && (wasSeen || maker?.owner !== owner);
}

/** What there is: as it is listed or named, and as it is read alone, as the run reads it. */
type There = Pick<Found, "listed" | "live">;

async function byId(context: Context, { identity, inputs }: Making, id: string): Promise<There | Error> {
  const live = await observe(context, identity, id, "shared", shownFields(identity.kind, inputs), "asNamed");
  return live === undefined
    ? new Error(`There is no ${identity.kind.noun} with the ID that the program says, existingId: "${id}".`)
    : { listed: { ...live, id }, live: { ...live, id } };
}

/** @param isFirst whether the program says that there is none: then a list that shows other workspaces alone is enough */
async function byName(context: Context, making: Making, isFirst: boolean): Promise<There | Error | undefined> {
  const { identity, inputs, owner } = making;
  const listing = await context.inventory.list(identity.kind, identity.workspace, "shared");
  try {
    const listed = onlyOne(context, identity, listing.objects);
    const { notWhole: why, isOfOthers } = listing;
    if (listed === undefined && why !== undefined && !(isFirst && isOfOthers === true)) return notWhole(identity, why);
    if (listed === undefined) return isFirst ? undefined : notAbsent(context, identity, listing.objects);
    const id = listed.id ?? context.ledger.recall(identity, owner).id;
    if (id === undefined) return { listed, live: listed };
    const live = await observe(context, identity, id, "shared", shownFields(identity.kind, inputs), "readAlone");
    return live && { listed, live: { ...live, id } };
  } catch (error) {
    if (error instanceof Ambiguous) return error;
    throw error;
  }
}

function outcome(context: Context, making: Making, there: There): Foreseen {
  const { identity, inputs, owner } = making;
  const { id } = there.live;
  const { begun } = context.ledger.recall(identity, owner);
  const { different, refusal } = judged(context, making, { ...there, begun });
  if (refusal !== undefined) return refused(refusal.text);
  if (id === undefined)
    return refused(
      text`${identity.words} exists already, but the list does not tell its ID: nothing can refer to it or change it. ${hint("name-id")}`,
    );
  const words = `${identity.words} exists already (ID ${id})`;
  if (different.length === 0) return { what: "taken over", text: `${words} and will be taken over, not created.` };
  const table = sideBySide(different, secretsOf(identity.kind, inputs));
  return { what: "written over", text: `${words} and will be taken over and made what the program says:\n${table}` };
}

const refused = (why: Text): Foreseen => ({ what: "refused", text: why });
