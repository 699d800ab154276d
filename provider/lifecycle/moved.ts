/**
 * An object that is shown in another workspace than it is declared in: somebody may have moved it, and a campaign calls the
 * people of the other one. To declare it there would make it anew, so it is no drift that an update repairs.
 */
import type { Live } from "../api/object";
import { isWorkspace } from "../api/place";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { oneLine } from "../words/plainText";
import { HintedError } from "../words/text";
import type { Context } from "./context";
import type { Drift } from "./drift";
import type { Identity } from "./identity";

/** The workspace, where another one is shown: the people of another one are called. A name or an ID of it is no other one. */
export function placeMismatch(kind: Kind, inputs: Properties, { fields }: Live): Drift[] {
  const field = kind.placeField;
  const [declared, live] = [inputs[field], fields[field]];
  const isElsewhere = typeof declared === "string" && isWorkspace(live, declared) === false;
  return isElsewhere && kind.listedByWorkspace ? [{ field, class: "configuration", declared, live }] : [];
}

/** Throws for a campaign before it is written; other kinds, and where writes are verified with warnings, are told of. */
export function refuseMoved(context: Context, identity: Identity, id: string, declared: Properties, live: Live): void {
  const said = saidOf(identity, id, declared, live);
  if (said !== undefined && identity.kind.hasStatus && context.settings.verifyWrites === "strict")
    throw new HintedError(`${said} Perhaps somebody has moved it. Nothing was written. ${WAY_OUT}`);
  tellMoved(context, identity, id, declared, live);
}

/** Tells of it. */
export function tellMoved(context: Context, identity: Identity, id: string, declared: Properties, live: Live): void {
  const said = saidOf(identity, id, declared, live);
  if (said !== undefined) context.note(`${said} Perhaps somebody has moved it. ${WAY_OUT}`);
}

function saidOf({ kind, words }: Identity, id: string, declared: Properties, live: Live): string | undefined {
  const [moved] = placeMismatch(kind, declared, live);
  if (moved === undefined) return undefined;
  const whom = kind.hasStatus ? ", whose people it calls" : "";
  return `${words} (ID ${id}) is shown in the workspace "${oneLine(String(moved.live))}"${whom}.`;
}

const WAY_OUT =
  'Move it back in the dashboard. Or take it out of the program and of the state (`deletionPolicy`: "retain"), and declare it there with its ID as `existingId`.';
