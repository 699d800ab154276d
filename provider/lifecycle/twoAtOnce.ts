/**
 * Never two campaigns of one resource at once. An engine that is told to replace a resource creates first, unless it is
 * told otherwise, and says nothing of the one before: under the same name that one is taken over (takeOver.ts). Under
 * another name or in another workspace, what was heard in this run and what this machine remembers tell of it.
 *
 * | what the resource had                        | what is done                                        |
 * | -------------------------------------------- | --------------------------------------------------- |
 * | another resource of this run has it by now   | the object is made                                  |
 * | it is gone, or has come to its end           | the object is made                                  |
 * | it is there                                  | the create fails, names it and asks                 |
 * | it is there, and the program says of an ID   | that object is taken over                           |
 * | it was asked about; `existingId` is `"none"` | the object is made: what the resource had is left   |
 */
import { readObject, type Live } from "../api/object";
import { NO_EXISTING_ID } from "../kinds/formats";
import { isSameId } from "../values/id";
import { hint } from "../words/hint";
import { oneLine } from "../words/plainText";
import { HintedError, lines, type Text } from "../words/text";
import type { Context } from "./context";
import type { Making } from "./created";
import { declaredId, keyOf, type Identity } from "./identity";
import { hasReadRoute, listedAs } from "./observe";
import { secretNamesIn } from "./secrets";
import { isOver, statusOf } from "./status";

/** @param live what the create would take over; undefined: nothing is there, and one would be made */
export async function refuseTwoAtOnce(context: Context, making: Making, live: Live | undefined): Promise<void> {
  const { identity, inputs, owner } = making;
  const { ledger } = context;
  if (inputs["existingId"] === NO_EXISTING_ID)
    for (const { id, isAsked } of ledger.belongings(identity, owner)) if (isAsked) ledger.left(identity, owner, id);
  const other = await otherOf(context, making, live, ledger.toGo(owner));
  if (other === undefined) return;
  ledger.askedAbout(identity, owner, other.id ?? "");
  throw new HintedError(question(making, other));
}

/** The same for a preview: only of what the machine remembers, since what is to go in the run is there as yet. */
export async function foreseenTwoAtOnce(
  context: Context,
  making: Making,
  live: Live | undefined,
): Promise<Text | undefined> {
  const other = await otherOf(context, making, live, []);
  return other && question(making, other);
}

/** The campaign that the resource has beside the declared one. @param toGo what it was heard to have in this run */
async function otherOf(
  context: Context,
  { identity, inputs, owner }: Making,
  declared: Live | undefined,
  toGo: readonly string[],
): Promise<Live | undefined> {
  const { ledger } = context;
  if (!identity.kind.hasStatus || declaredId(inputs["existingId"]) !== undefined) return undefined;
  const known = ledger.belongings(identity, owner).map(({ id }) => id);
  const candidates = [...toGo, ...known].filter((id) => !isSameId(id, declared?.id));
  if (candidates.length === 0) return undefined;
  // Whoever has it by now speaks first.
  await ledger.run.quiet(context);
  for (const id of candidates) {
    const holder = ledger.run.holders.of(id);
    if (holder !== undefined && holder.owners[0] !== owner) continue;
    const live = await look(context, identity, id);
    if (live !== undefined && !isOver(statusOf(live))) return { ...live, id };
  }
  return undefined;
}

/**
 * By its ID, and in the list of the workspace that the program says. What nothing can show may be there: it may be in
 * another workspace, and a read that fails, or finds nothing where no such read is known to work, says nothing of it.
 */
async function look(context: Context, identity: Identity, id: string): Promise<Live | undefined> {
  const { kind, workspace } = identity;
  const unseen = { id, fields: {} };
  if (!hasReadRoute(context, kind)) return unseen;
  const read = await readObject(context.client, kind, id, workspace).catch(() => unseen);
  if (read !== "absent") return read;
  const fields = await listedAs(context, identity, id, "shared");
  return fields === undefined ? (context.inventory.canRead(kind) ? undefined : unseen) : { id, fields };
}

function question({ identity, inputs }: Making, { id = "", fields }: Live): Text {
  const { kind, words } = identity;
  const name = secretNamesIn(inputs).includes(kind.naturalKey) ? undefined : keyOf(kind, fields);
  const named = name === undefined ? "" : ` "${oneLine(name)}"`;
  return lines([
    `${words} was not created: its resource still has another ${kind.noun}${named} (ID ${oneLine(id)}), and two would call people side by side.`,
    [hint("delete-first")],
    [hint("no-suspect")],
  ]);
}
