/**
 * In which workspace an object is, by what an answer says of it. Workspaces are asked for by their slugs; answers are
 * documented to name them by "slug or ID", and servers show display names and numbers, too.
 *
 * | asked for | shown                                                    | the object is |
 * | --------- | -------------------------------------------------------- | ------------- |
 * | `sales`   | `sales`, `Sales`, `SALES`                                | here          |
 * | `sales`   | `default`: another slug                                  | elsewhere     |
 * | `sales`   | `Team of sales`, `Main`, `3`, a UUID, an object, nothing | not placed    |
 *
 * What is not placed counts as being here. To leave it out would say "not there" of an object that is: it would be made
 * a second time. To take it in ends in a take-over of what is equal, and else in a question to a person.
 */
import type { Kind } from "../kinds/kind";
import type { Item } from "./object";

export type Place = "here" | "elsewhere" | "notPlaced";

/** Where an entry of the list of a workspace is. */
export function placeOf(kind: Kind, item: Item, workspace: string): Place {
  if (!kind.listedByWorkspace) return "here";
  const said = [item["workspace"], item["workspace_id"]].map((shown) => isWorkspace(shown, workspace));
  if (said.includes(true)) return "here";
  return said.includes(false) ? "elsewhere" : "notPlaced";
}

/** The workspace that an entry names, for messages. */
export const workspaceIn = (item: Item): string => String(item["workspace"] ?? item["workspace_id"]);

/** Whether what is shown names the workspace; undefined where the two cannot be compared. */
export function isWorkspace(shown: unknown, workspace: string): boolean | undefined {
  if (typeof shown !== "string") return undefined;
  const [one, other] = [shown.trim(), workspace.trim()];
  if (one.toLowerCase() === other.toLowerCase()) return true;
  const form = formOf(one);
  return form !== undefined && form === formOf(other.toLowerCase()) ? false : undefined;
}

/** What a text can be compared as. A capital is of a display name. */
function formOf(text: string): "uuid" | "number" | "slug" | undefined {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)) return "uuid";
  if (/^\d+$/.test(text)) return "number";
  return /^[\p{Ll}\p{Lo}\d]+(?:[-_.][\p{Ll}\p{Lo}\d]+)*$/u.test(text) ? "slug" : undefined;
}
