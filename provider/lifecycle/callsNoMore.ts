/**
 * A program that asks a campaign to call which has come to its end. No update sets it calling again: that would phone the
 * same people once more, and is documented nowhere. So the edit comes to nothing, and whoever wrote it must know.
 */
import type { Live } from "../api/object";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { oneLine } from "../words/plainText";
import type { Drift } from "./drift";
import type { Identity } from "./identity";
import { isCalling, isOver, statusOf } from "./status";

/** @param status the one that the campaign has, as far as it is known */
export const asksToCallAgain = (kind: Kind, state: Properties, inputs: Properties, status: unknown): boolean =>
  kind.hasStatus && inputs["desiredStatus"] === "active" && state["desiredStatus"] !== "active" && isOver(status);

/** @param isSeenNow whether the status is live; else it is what the state has of it */
export function callsNoMore(
  { words }: Pick<Identity, "words">,
  id: string,
  status: string | undefined,
  isSeenNow: boolean,
): string {
  const shown = `"${oneLine(status ?? "")}"`;
  const has = isSeenNow ? `has the status ${shown}` : `had the status ${shown} when a run last saw it`;
  return `${words} (ID ${id}) ${has}, and \`desiredStatus: "active"\` changes nothing: a campaign that has come to its end calls nobody again. To call these people again, declare a new campaign of another name.`;
}

/** An edit, and what it is made by. */
interface Asking {
  readonly state: Properties;
  readonly inputs: Properties;
  /** What it changes. */
  readonly touched: readonly string[];
}

/** Whether it asks what is over by the state to call: its author was told that this changes nothing. */
const asksAfterEnd = ({ state, inputs, touched }: Asking): boolean =>
  touched.includes("desiredStatus") && inputs["desiredStatus"] === "active" && isOver(statusOf({ fields: state }));

/** What of it is to come about, as far as its author knows. */
export const meantBy = (asking: Asking): readonly string[] =>
  asksAfterEnd(asking) ? asking.touched.filter((name) => name !== "desiredStatus") : asking.touched;

/** What somebody changed, with an end that the state has and that is none any more, in whatever word. */
export function withUndoneEnd(found: readonly Drift[], asking: Asking, live: Live["fields"]): readonly Drift[] {
  const now = statusOf({ fields: live });
  if (!asksAfterEnd(asking) || isOver(now) || isCalling(now)) return found;
  const undone = {
    field: "desiredStatus",
    class: "configuration",
    declared: statusOf({ fields: asking.state }),
    live: now ?? null,
  } as const;
  return [...found.filter(({ field }) => field !== undone.field), undone];
}
