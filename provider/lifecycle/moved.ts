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
  const field = kind.withRole("workspace")?.name ?? "";
  const [declared, live] = [inputs[field], fields[field]];
  const isElsewhere = typeof declared === "string" && isWorkspace(live, declared) === false;
  return isElsewhere && kind.listedByWorkspace ? [{ field, class: "configuration", declared, live }] : [];
}

/**
 * Throws for a campaign that is shown elsewhere; other kinds, and where writes are verified with warnings, are told of.
 * @param outcome what that means for what was to be done, as a sentence
 */
export function refuseMoved(
  context: Context,
  { kind, words }: Identity,
  id: string,
  declared: Properties,
  live: Live,
  outcome: string,
): void {
  const [moved] = placeMismatch(kind, declared, live);
  if (moved === undefined) return;
  const where = `${words} (ID ${id}) is shown in the workspace "${oneLine(String(moved.live))}". Perhaps somebody has moved it.`;
  const wayOut =
    'Move it back in the dashboard. Or take it out of the program and of the state (`deletionPolicy`: "retain"), and declare it there with its ID as `existingId`.';
  if (kind.hasStatus && context.settings.verifyWrites === "strict")
    throw new HintedError(`${where} ${outcome} A campaign calls the people of the workspace it is in. ${wayOut}`);
  context.note(`${where} ${wayOut}`);
}
