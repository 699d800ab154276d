/** What an object is called, and which live objects are it. */
import type { Live } from "../api/inventory";
import type { Kind } from "../kinds/kind";
import type { Properties } from "../kinds/normalForm";
import type { Context } from "./context";

/** An object as a program names it: enough to find it again without an ID. */
export interface Identity {
  readonly kind: Kind;
  readonly workspace: string;
  /** Value of the natural key: the name, or the number. */
  readonly key: string;
  /** For messages: `campaign "Spring" in workspace "default"`. */
  readonly words: string;
  /** One text for it, unlike that of any other object. */
  readonly unique: string;
}

export function identify(
  context: Pick<Context, "workspace" | "baseUrl">,
  kind: Kind,
  properties: Properties,
): Identity {
  const workspace = typeof properties["workspace"] === "string" ? properties["workspace"] : context.workspace;
  const key = keyOf(kind, properties);
  const place = kind.listedByWorkspace ? ` in workspace "${workspace}"` : "";
  return {
    kind,
    workspace,
    key,
    words: `${kind.noun} "${key}"${place}`,
    unique: JSON.stringify([context.baseUrl, kind.name, kind.listedByWorkspace ? workspace : "", key]),
  };
}

/** The live objects with the identity's natural key. */
export const matching = (identity: Identity, objects: readonly Live[]): readonly Live[] =>
  objects.filter((object) => keyOf(identity.kind, object.fields).trim() === identity.key.trim());

/** Value of the natural key among some properties. */
export function keyOf(kind: Kind, properties: Properties): string {
  const key = properties[kind.naturalKey];
  return typeof key === "string" ? key : "";
}

const placeholder = "id-not-told:";

/** Stands in for the ID of an object that exists but whose ID the API did not tell. */
export const placeholderId = (identity: Identity): string => `${placeholder}${identity.workspace}/${identity.key}`;

export const isPlaceholder = (id: string): boolean => id.startsWith(placeholder);
