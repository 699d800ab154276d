/**
 * foresee: what a create will come to, by what is live, for a preview. It only reads, and remembers nothing. A run that
 * comes later may find another world; what it does then is decided by takeOver.ts.
 */
import type { Live } from "../api/object";
import { NO_EXISTING_ID } from "../kinds/formats";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { textOf, type Text } from "../words/text";
import { holdsUnknown } from "../values/unknown";
import { keyOf as hashOf } from "../ledger/ledger";
import type { Owner } from "../ledger/owner";
import { AdoptionRefused, differences, isAsked, isFixed, notShown, statusDiffers } from "./adoption";
import type { Context } from "./context";
import { declaredId } from "./diff";
import { identify, type Identity } from "./identity";
import { foreseenElsewhere } from "./elsewhere";
import { Ambiguous, notAbsent, onlyOne } from "./locate";
import { notWhole, observe } from "./observe";
import { isEditOfTheProgram, isMadeBy } from "./ownWork";
import { shownFields } from "./read";
import { foreseenReplacement, isDeletedFirst, mayBeReplaced, type Replaced } from "./replaced";
import { secretsOf } from "./secrets";
import { sideBySide } from "./sideBySide";
import { TwoResources } from "./takeOver";

/** What a create will come to, where that is not just a new object. */
export interface Foreseen {
  readonly what: "taken over" | "written over" | "refused" | "made anew";
  /** What becomes of the object that the resource has, before that. */
  readonly before?: Text;
  /** Why, or what of. */
  readonly text: Text;
}

/**
 * Undefined: a new object will be made, or nothing can be told.
 * @param replaced what the resource has, where its create follows a replacement
 */
export async function foresee(
  context: Context,
  kind: Kind,
  inputs: Properties,
  owner: Owner | undefined,
  replaced?: Replaced,
): Promise<Foreseen | undefined> {
  const create = foreseenCreate(context, kind, inputs, owner, replaced);
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
  const live =
    id === undefined
      ? await byName(context, identity, inputs["existingId"] === NO_EXISTING_ID)
      : await byId(context, identity, id);
  if (live === undefined || live instanceof Error) return live && refused(textOf(live));
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
  const isReplaced = replaced !== undefined && live.id?.toLowerCase() === replaced.id.toLowerCase();
  if (isReplaced && isDeletedFirst(kind, replaced)) return undefined;
  const found = outcome(context, identity, live, inputs, owner);
  // Where an engine is told to replace, no comparison comes before: what a state has had looks as if it had lost it.
  return replaced === undefined && live.id !== undefined && isRecorded(context, live.id, owner)
    ? { ...found, before: mayBeReplaced(kind, `${identity.words} (ID ${live.id})`, inputs) }
    : found;
}

function isRecorded({ ledger }: Context, id: string, owner: Owner | undefined): boolean {
  const { holder, maker, isRecorded: wasSeen } = ledger.object(id);
  return owner !== undefined && holder?.owner === owner && (wasSeen || maker?.owner !== owner);
}

async function byId(context: Context, identity: Identity, id: string): Promise<Live | Error> {
  const live = await observe(context, identity, id, "shared", [], "asNamed");
  return live === undefined
    ? new Error(`There is no ${identity.kind.noun} with the ID that the program says, existingId: "${id}".`)
    : { ...live, id };
}

/** @param isFirst whether the program says that there is none: then a list that shows other workspaces alone is enough */
async function byName(context: Context, identity: Identity, isFirst: boolean): Promise<Live | Error | undefined> {
  const listing = await context.inventory.list(identity.kind, identity.workspace, "shared");
  try {
    const listed = onlyOne(context, identity, listing.objects);
    const { notWhole: why, isOfOthers } = listing;
    if (listed === undefined && why !== undefined && !(isFirst && isOfOthers === true)) return notWhole(identity, why);
    if (listed === undefined) return isFirst ? undefined : notAbsent(context, identity, listing.objects);
    if (listed.id === undefined) return listed;
    return await observe(context, identity, listed.id, "shared", shownFields(identity.kind, { ...listed.fields }));
  } catch (error) {
    if (error instanceof Ambiguous) return error;
    throw error;
  }
}

function outcome(
  context: Context,
  identity: Identity,
  live: Live,
  inputs: Properties,
  owner: Owner | undefined,
): Foreseen {
  const { kind } = identity;
  const { ledger } = context;
  const { id } = live;
  const asker = { begun: ledger.recall(identity, owner).begun, owner };
  const isOurs = id !== undefined && isMadeBy(context, identity, id, live, asker);
  // What is not known yet cannot be compared.
  const known = Object.fromEntries(Object.entries(inputs).filter(([, value]) => !holdsUnknown(value)));
  const different = differences(kind, known, live.fields);
  const isTaken = isAsked(inputs) || isOurs;
  const found = isTaken
    ? different
    : [...different, ...notShown(kind, known, live.fields), ...statusDiffers(kind, known, live.fields)];
  const fixed = isFixed(kind, found);
  const secrets = secretsOf(kind, inputs);
  const isEdit = isOurs && isEditOfTheProgram(ledger, kind, id, asker, found);
  if (found.length > 0 && ((!isAsked(inputs) && !isEdit) || fixed))
    return refused(new AdoptionRefused(identity, id, found, secrets, fixed).text);
  const words = `${identity.words} exists already${id === undefined ? "" : ` (ID ${id})`}`;
  return found.length === 0
    ? { what: "taken over", text: `${words} and will be taken over, not created.` }
    : {
        what: "written over",
        text: `${words} and will be taken over and made what the program says:\n${sideBySide(found, secrets)}`,
      };
}

const refused = (why: Text): Foreseen => ({ what: "refused", text: why });
