/**
 * delete: what the deletion policy says, proven. An object that is absent is done; one that is still there after
 * an error means that the route is not there, and the run fails with the ways out.
 */
import { CallabError } from "../api/errors";
import { otherRoute } from "../api/routes";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Context } from "./context";
import { identify, isPlaceholder, type Identity } from "./identity";
import { observe } from "./observe";
import { liveInputs } from "./read";
import { adoptionMark, declaredIn } from "./state";
import { statusOf } from "./status";
import { writeAll } from "./write";

export async function deleteObject(context: Context, kind: Kind, id: string, state: Properties): Promise<void> {
  const identity = identify(context, kind, state);
  if (context.claims.isHeldByAnother(id, adoptionMark(state))) {
    context.note(`${identity.words} (ID ${id}) was left as it is: another resource of this program holds it now.`);
    return;
  }
  const policy = state["deletionPolicy"] ?? kind.field("deletionPolicy")?.node.default ?? "delete";
  if (policy === "retain") return;
  if (isPlaceholder(id)) return deleteUnidentified(context, identity, id);
  if (policy === "pause" || policy === "complete")
    return setStatus(context, identity, id, state, policy === "pause" ? "paused" : "completed");
  const pauseFailure = kind.hasStatus ? await pauseFirst(context, identity, id, state) : undefined;
  if (pauseFailure === "gone") return;
  await remove(context, identity, id, pauseFailure);
  context.claims.removed(identity.unique, id);
  context.claims.deleted(id);
  // A note on another object of this name is worth more.
  const noted = context.journal.known(identity.unique)?.id ?? context.journal.begunAt(identity.unique);
  if (noted === undefined || noted === id)
    context.journal.know(identity.unique, { step: "gone", id, at: context.now() });
}

/** Sets a status and leaves the object; an object that is gone or completed needs none. */
async function setStatus(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
  status: string,
): Promise<void> {
  const { kind } = identity;
  const live = await observe(context, identity, id, "shared", ["status"]);
  if (live === undefined) return;
  const now = statusOf(live);
  if (now === status || now === "completed") return;
  // What somebody changed by hand stays as it is: only the status is ours to change here.
  await writeAll(context, identity, id, liveInputs(kind, declaredIn(kind, state), live.fields), { status });
}

/** Nobody should be phoned while a delete is tried. A pause that fails does not stop the delete, which stops the calls too. */
async function pauseFirst(
  context: Context,
  identity: Identity,
  id: string,
  state: Properties,
): Promise<Error | "gone" | undefined> {
  const live = await observe(context, identity, id, "shared", ["status"]);
  if (live === undefined) return "gone";
  const now = statusOf(live);
  if (now === "paused" || now === "completed") return undefined;
  try {
    await writeAll(context, identity, id, liveInputs(identity.kind, declaredIn(identity.kind, state), live.fields), {
      status: "paused",
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function remove(
  context: Context,
  identity: Identity,
  id: string,
  pauseFailure: Error | undefined,
): Promise<void> {
  const { kind, workspace } = identity;
  let failure: unknown;
  try {
    const rows = await context.client.send(kind.name, "delete", { id, workspace });
    // The number of rows deleted; 0 = not found (documented for workspaces).
    if (rows !== 0) return;
  } catch (error) {
    if (error instanceof CallabError && (error.status === 401 || error.status === 403)) throw error;
    failure = error;
  } finally {
    context.inventory.written(kind, workspace);
  }
  if (!(await isStillThere(context, identity, id))) return;
  throw stillThere(context, identity, id, failure, pauseFailure);
}

/** With patience: a list may lag behind a delete that was done. */
async function isStillThere(context: Context, identity: Identity, id: string): Promise<boolean> {
  for (const pause of [0, ...context.patience.pauses]) {
    if (pause > 0) await context.sleep(pause);
    if ((await observe(context, identity, id, "now", [])) === undefined) return false;
  }
  return true;
}

function stillThere(
  context: Context,
  identity: Identity,
  id: string,
  failure: unknown,
  pauseFailure: Error | undefined,
): Error {
  const { kind } = identity;
  const route = context.client.routes.of(kind.name, "delete")[0];
  const policies = (kind.field("deletionPolicy")?.node.enum ?? [])
    .filter((policy) => policy !== "delete")
    .map((policy) => `"${policy}"`);
  const lines = [
    `${identity.words} (ID ${id}) was not deleted: it is still there.`,
    failure instanceof Error ? failure.message : "The API answered that it deleted nothing.",
    ...(route === undefined ? [] : [otherRoute(route)]),
    `Or set deletionPolicy: ${policies.join(" or ")}, run \`pulumi up\`, and delete it in the dashboard.`,
    ...(pauseFailure === undefined
      ? kind.hasStatus
        ? ["It is paused: nobody is called by it."]
        : []
      : [`It could not be paused either and may still be calling: ${pauseFailure.message}`]),
  ];
  return new Error(lines.join("\n"), { cause: failure });
}

/** An object whose ID was never told: gone, or not ours to delete blindly. */
async function deleteUnidentified(context: Context, identity: Identity, id: string): Promise<void> {
  if (context.claims.isExpected(identity.unique)) return;
  if ((await observe(context, identity, id, "now", [])) === undefined) return;
  throw new Error(
    `${identity.words} cannot be deleted: the API never told its ID. Delete it in the dashboard and run again, or remove it from the state with \`pulumi state delete\`.`,
  );
}
