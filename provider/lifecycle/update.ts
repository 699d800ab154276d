/** update: the full desired state in one request, with the status it must carry, and null for what was taken out. */
import { CallabError } from "../api/errors";
import type { Live } from "../api/inventory";
import { otherRoute } from "../api/routes";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { normalInputs } from "./check";
import type { Context } from "./context";
import { changedFields } from "./diff";
import { identify, isPlaceholder, type Identity } from "./identity";
import { observe } from "./observe";
import { reportedBy } from "./read";
import { adoptionMark, declaredIn, makeState, reportedIn } from "./state";
import { statusOf, statusToWrite } from "./status";
import { writeAll } from "./write";

/** Makes the live object what `inputs` declare; gives its new state. */
export async function update(
  context: Context,
  kind: Kind,
  id: string,
  state: Properties,
  given: Properties,
): Promise<Record<string, unknown>> {
  const inputs = normalInputs(kind, given, context.workspace);
  const identity = identify(context, kind, inputs);
  if (isPlaceholder(id)) {
    throw new Error(
      `${identity.words} cannot be updated: the API never told its ID. Remove it from the state with \`pulumi state delete\` and run again.`,
    );
  }
  const before = declaredIn(kind, state);
  const mark = adoptionMark(state);
  const reported = reportedIn(kind, state);
  context.claims.hold(id, mark);
  const changed = changedFields(kind, before, inputs);
  // A change of what only this package reads (how to delete, whether to adopt) is for the state alone.
  if (
    changed.length > 0 &&
    changed.every((name) => name !== "desiredStatus" && kind.field(name)?.node.providerOnly === true)
  ) {
    return makeState(inputs, reported, mark);
  }
  const status = kind.hasStatus
    ? statusToWrite(await liveStatus(context, kind, id, state), inputs["desiredStatus"])
    : undefined;
  const cleared = changed.filter((name) => inputs[name] === undefined);
  const answer = await writeOrExplain(context, identity, id, inputs, { status, cleared });
  const former = identify(context, kind, state).unique;
  if (former !== identity.unique) {
    // Renamed: a resource of this run that takes up the old name must not take this object for its own.
    context.claims.removed(former, id);
    context.journal.know(former, { step: "gone", id, at: context.now() });
    context.journal.know(identity.unique, { step: "made", id, at: context.now() });
    context.claims.hold(id, mark);
  }
  const runtime = { ...reported.runtime, ...(status === undefined ? {} : { status }) };
  return makeState(
    inputs,
    reportedBy(kind, inputs, answer, { runtime, unmanaged: without(reported.unmanaged, cleared) }),
    mark,
  );
}

/** A refused update may mean that the object is gone, or that the route is another one: both are told. */
async function writeOrExplain(
  context: Context,
  identity: Identity,
  id: string,
  inputs: Properties,
  more: Parameters<typeof writeAll>[4],
): Promise<Live> {
  try {
    return await writeAll(context, identity, id, inputs, more);
  } catch (error) {
    if (!(error instanceof CallabError) || !error.mayBeMissingRoute) throw error;
    const live = await observe(context, identity, id, "now", []);
    if (live === undefined) throw gone(identity, id);
    const status =
      identity.kind.hasStatus && more?.status === undefined
        ? ["The API did not show the live status, so none was sent; setting `desiredStatus` sends one."]
        : [];
    throw new Error(
      [`${identity.words} (ID ${id}) was not updated.`, error.message, ...status, otherRoute(error.route)].join("\n"),
      { cause: error },
    );
  }
}

const gone = (identity: Identity, id: string): Error =>
  new Error(`${identity.words} (ID ${id}) is no longer there. Run \`pulumi up --refresh\` to have it created again.`);

/** The status the object has now. Throws if the object is gone. */
async function liveStatus(context: Context, kind: Kind, id: string, state: Properties): Promise<string | undefined> {
  const identity = identify(context, kind, state);
  const live = await observe(context, identity, id, "shared", ["status"]);
  if (live === undefined) throw gone(identity, id);
  return statusOf(live);
}

const without = (object: Properties, names: readonly string[]): Properties =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
