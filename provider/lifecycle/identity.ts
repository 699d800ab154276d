/** What an object is called, and which live objects are it. */
import type { Live } from "../api/object";
import { oneLine } from "../words/plainText";
import { NO_EXISTING_ID } from "../kinds/formats";
import type { Kind } from "../kinds/kind";
import { foldedId } from "../values/id";
import { foldedName, NameIndex } from "../values/name";
import type { Properties } from "../kinds/normalForm";
import { mayBeNumber, withPlus } from "../values/shownNumber";
import type { Named } from "../ledger/ledger";
import type { Context } from "./context";
import { secretNamesIn } from "./secrets";
import { accountIn } from "./state";

/** An object as a program names it: enough to find it again without an ID. */
export interface Identity extends Named {
  readonly kind: Kind;
  readonly workspace: string;
  /** Value of the natural key: the name, or the number. */
  readonly key: string;
  /** For messages: `campaign "Spring" in workspace "default"`. A name that the program marks secret is not in them. */
  readonly words: string;
  /** The key as it may be shown. */
  readonly shownKey: string;
  /** The account that its state notes, else the one that is worked with (see otherAccount.ts). */
  readonly account: string | undefined;
}

export function identify(
  context: Pick<Context, "workspace" | "baseUrl"> & Partial<Pick<Context, "account">>,
  kind: Kind,
  properties: Properties,
): Identity {
  const declared = properties[kind.placeField];
  const workspace = typeof declared === "string" ? declared : context.workspace;
  const key = keyOf(kind, properties) ?? "";
  const isSecret = secretNamesIn(properties).includes(kind.naturalKey);
  const place = kind.listedByWorkspace ? workspace : "";
  const where = kind.listedByWorkspace ? ` in workspace "${workspace}"` : "";
  return {
    kind,
    workspace,
    key,
    words: `${kind.noun} ${isSecret ? `(secret ${kind.naturalKey})` : `"${oneLine(key)}"`}${where}`,
    place,
    shownKey: isSecret ? "(secret)" : key,
    account: accountIn(properties) ?? context.account,
    unique: JSON.stringify([context.baseUrl, kind.name, place, foldedName(key)]),
  };
}

/**
 * The live objects with the identity's natural key.
 * @param counts which of them there are to be seen; left out: all
 */
export const matching = (
  { kind, key }: Pick<Identity, "kind" | "key">,
  objects: readonly Live[],
  counts?: (object: Live) => boolean,
): readonly Live[] => byNames(kind, objects).namesakes(key, counts);

/** Memory of a list by its names: a thousand creates share it. The objects of a list are of one kind. */
const indexes = new WeakMap<readonly Live[], NameIndex<Live>>();

function byNames(kind: Kind, objects: readonly Live[]): NameIndex<Live> {
  let index = indexes.get(objects);
  if (index === undefined) {
    index = new NameIndex(objects, ({ fields }) => {
      const key = keyOf(kind, fields);
      return key !== undefined && isNumber(kind) ? withPlus(key) : key;
    });
    indexes.set(objects, index);
  }
  return index;
}

/** Whether a live object is called so; undefined where it does not tell what it is called, or not so that it can be read. */
export function isCalled(identity: Pick<Identity, "kind" | "key">, live: Live): boolean | undefined {
  if (keyOf(identity.kind, live.fields) === undefined) return undefined;
  if (matching(identity, [live]).length === 1) return true;
  return inDoubt(identity, [live]).length === 1 ? undefined : false;
}

/** The objects that show a number which cannot be read and ends like the identity's: they prove no absence. */
export const inDoubt = ({ kind, key }: Pick<Identity, "kind" | "key">, objects: readonly Live[]): readonly Live[] =>
  isNumber(kind) ? objects.filter(({ fields }) => mayBeNumber(keyOf(kind, fields) ?? "", key)) : [];

/** Whether objects of the kind are called by a phone number. */
export const isNumber = (kind: Kind): boolean => kind.field(kind.naturalKey)?.node.format === "e164";

/** Value of the natural key among some properties. */
export function keyOf(kind: Kind, properties: Properties): string | undefined {
  const key = properties[kind.naturalKey];
  return typeof key === "string" ? key : undefined;
}

/** Whether an object can be called otherwise and stay the same; a number cannot. */
export const canBeRenamed = (kind: Kind): boolean => kind.field(kind.naturalKey)?.node.replaceOnChange !== true;

/** Live objects by name and ID, as far as they tell them, a line each, for messages. */
export const listOf = (kind: Kind, objects: readonly Live[]): string[] =>
  objects.map(({ id, fields }) => {
    const name = keyOf(kind, fields);
    return `  ${kind.noun}${name === undefined ? "" : ` "${oneLine(name)}"`}${id === undefined ? "" : ` (ID ${oneLine(id)})`}`;
  });

/** IDs of live objects, for messages. */
export const idsOf = (objects: readonly Pick<Live, "id">[]): string =>
  objects.map((object) => oneLine(object.id ?? "(no ID shown)")).join(", ");

/** The ID that an `existingId` names, spelt as the API documents its own; undefined where it names none. */
export const declaredId = (existingId: unknown): string | undefined =>
  typeof existingId === "string" && existingId !== NO_EXISTING_ID ? foldedId(existingId) : undefined;

const placeholder = "id-not-told:";

/** Stands in for the ID of an object whose ID is not known, or of one that may exist. */
export const placeholderId = (identity: Identity): string => `${placeholder}${identity.workspace}/${identity.shownKey}`;

export const isPlaceholder = (id: string): boolean => id.startsWith(placeholder);
