/**
 * A program that asks a campaign to call which has come to its end. No update sets it calling again: that would phone the
 * same people once more, and is documented nowhere. So the edit comes to nothing, and whoever wrote it must know.
 */
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { oneLine } from "../words/plainText";
import type { Identity } from "./identity";
import { isOver } from "./status";

/** @param status the one that the campaign has, as far as it is known */
export const asksToCallAgain = (kind: Kind, state: Properties, inputs: Properties, status: unknown): boolean =>
  kind.hasStatus && inputs["desiredStatus"] === "active" && state["desiredStatus"] !== "active" && isOver(status);

export const callsNoMore = ({ words }: Pick<Identity, "words">, id: string, status: string | undefined): string =>
  `${words} (ID ${id}) has the status "${oneLine(status ?? "")}", and \`desiredStatus: "active"\` changes nothing: a campaign that has come to its end calls nobody again. To call these people again, declare a new campaign of another name.`;
