/**
 * observe: is the object there, and what does the API show of it? "Gone" is only ever proven by a successful list
 * that lacks the object, together with a read that does not find it where the API can read one object. Every other
 * failure is a failure.
 */
import { CallabError } from "../api/errors";
import { isAlive, readLive, soleObject, type Live } from "../api/inventory";
import type { Context } from "./context";
import { isPlaceholder, matching, type Identity } from "./identity";

export type Freshness = "shared" | "afterWrites" | "now";

const list = (context: Context, { kind, workspace }: Identity, freshness: Freshness): Promise<readonly Live[]> => {
  switch (freshness) {
    case "shared":
      return context.inventory.list(kind, workspace);
    case "afterWrites":
      return context.inventory.listAfterWrites(kind, workspace);
    case "now":
      return context.inventory.listNow(kind, workspace);
  }
};

/**
 * The live object, or undefined if it is gone. `wanted` names fields the caller needs: where the list does not show
 * them, the object is read alone as well; with `readAlone` it always is, where the API can do that.
 */
export async function observe(
  context: Context,
  identity: Identity,
  id: string,
  freshness: Freshness,
  wanted: readonly string[],
  mode: "listIfEnough" | "readAlone" = "listIfEnough",
): Promise<Live | undefined> {
  for (const pause of [0, ...context.patience.pauses]) {
    if (pause > 0) await context.sleep(pause);
    const objects = await list(context, identity, pause === 0 ? freshness : "now");
    const listed = find(identity, id, objects);
    const read = await readAlone(context, identity, id, mode === "readAlone" ? undefined : listed, wanted);
    if (read === "absent") {
      if (listed === undefined) return undefined;
      // Listed, and yet not to be read: a list that lags behind a delete, perhaps. Look again.
    } else if (read !== undefined) {
      return read;
    } else if (listed !== undefined) {
      return listed;
    }
    // Not listed, and this kind cannot be read alone: a list that lags behind a create, perhaps. Look again.
  }
  const listed = find(identity, id, await context.inventory.listNow(identity.kind, identity.workspace));
  if (listed === undefined || listed.id === id) return listed;
  throw new Error(
    `${identity.words} is still listed, but reading it by its ID ${id} says that it is not there. Nothing was changed. ` +
      "If somebody deleted it and made another of this name, remove this one from the state with `pulumi state delete`.",
  );
}

/** The listed object with this ID; where the list tells no IDs, the one with the natural key. */
function find(identity: Identity, id: string, objects: readonly Live[]): Live | undefined {
  if (!isPlaceholder(id)) {
    const exact = objects.find((object) => object.id === id);
    if (exact !== undefined) return exact;
  }
  const [match, ...others] = matching(identity, objects).filter(
    (object) => object.id === undefined || isPlaceholder(id),
  );
  return others.length === 0 ? match : undefined;
}

/** What reading the object by its ID says; undefined where that was not needed or is not possible. */
async function readAlone(
  context: Context,
  { kind, workspace }: Identity,
  id: string,
  listed: Live | undefined,
  wanted: readonly string[],
): Promise<Live | "absent" | undefined> {
  if (isPlaceholder(id) || context.client.routes.of(kind.name, "read").length === 0) return undefined;
  const missing = listed?.id === id ? wanted.filter((name) => listed.fields[name] === undefined) : undefined;
  if (missing !== undefined && !(await context.inventory.readMayShow(kind, missing))) return undefined;
  try {
    const data = await context.client.send(kind.name, "read", { id, workspace });
    const object = soleObject(data);
    if (object === undefined || Object.keys(object).length === 0 || !isAlive(object)) return "absent";
    const { fields } = readLive(kind, object);
    context.inventory.readShowed(kind, missing ?? [], fields);
    return { id, fields: { ...(listed?.id === id ? listed.fields : {}), ...fields } };
  } catch (error) {
    context.inventory.readShowed(kind, [], {});
    if (error instanceof CallabError && error.mayBeAbsentObject) return "absent";
    throw error;
  }
}
