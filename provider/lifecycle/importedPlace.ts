/**
 * Which workspace an object is in that is imported. A program that says another one would make it anew: so what the API
 * shows goes before what is configured, and nothing is imported against it.
 */
import { isWorkspace } from "../api/place";
import { formats, isUuid } from "../kinds/formats";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import { oneLine } from "../words/plainText";

/** An object as an import names it. */
interface NamedObject {
  /** Undefined: the import names none. */
  readonly workspace: string | undefined;
  /** Its ID, its name or its number. */
  readonly text: string;
}

/** `sales/Spring renewals`; what is not listed by workspace is in none. Throws where that cannot be a workspace. */
export function namedObject(kind: Kind, named: string): NamedObject {
  const slash = kind.listedByWorkspace ? named.indexOf("/") : -1;
  if (slash < 0) return { workspace: undefined, text: named };
  const [workspace, text] = [named.slice(0, slash), named.slice(slash + 1)];
  if (!formats.slug(workspace))
    throw new Error(
      `"${oneLine(workspace)}" is no workspace: a slug is a word without blanks. Name the ${kind.noun} as <workspace>/<ID> or <workspace>/<${kind.naturalKey}>.`,
    );
  return { workspace, text };
}

/**
 * The workspace that an object says it is in; undefined where it does not, or in other words than a program's: by an ID,
 * the number of a row, or what the workspace is called.
 */
export function shownWorkspace(kind: Kind, live: Properties): string | undefined {
  const shown = live[kind.placeField];
  return typeof shown === "string" && isSlug(shown.trim()) ? shown.trim() : undefined;
}

const isSlug = (text: string): boolean => formats.slug(text) && !isUuid(text) && !/^\d+$/.test(text);

/** Whether an object that shows one workspace is not in the other, as far as the two can be compared. */
export const isElsewhere = (shown: string | undefined, workspace: string): boolean =>
  isWorkspace(shown, workspace) === false;
