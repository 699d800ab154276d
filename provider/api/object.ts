/** One object, as an answer shows it: alone, or as an entry of a list. */
import { isUuid } from "../kinds/formats";
import type { Kind } from "../kinds/kind";
import { fromWire } from "../kinds/wire";
import type { Client } from "./client";
import { CallabError } from "./errors";
import { saysDeleted } from "../values/deletionTime";
import { isObject } from "../values/empty";
import { oneLine } from "../words/plainText";
import { isDots } from "./routes";
import { isSameId } from "../values/id";

/** An object as the API shows it. */
export interface Live {
  /** Undefined where the answer tells no ID. */
  readonly id: string | undefined;
  /** What the answer shows, in program names and normal form. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** An object that was asked for by its ID. */
export interface LiveById extends Live {
  /** `false`: the answer does not say that it is the object of that ID. */
  readonly isIdTold?: false;
}

/** An object on the wire. */
export type Item = Readonly<Record<string, unknown>>;

/**
 * The object that the API shows under an ID, or "absent" where it says that there is none. That alone proves nothing:
 * it may say the same where it has no such route. Everything else that is no object throws.
 */
export async function readObject(
  client: Client,
  kind: Kind,
  id: string,
  workspace: string,
): Promise<LiveById | "absent"> {
  let data: unknown;
  try {
    data = await client.send(kind.name, "read", { id, workspace });
  } catch (error) {
    if (error instanceof CallabError && error.mayBeAbsentObject) return "absent";
    throw error;
  }
  const several = Array.isArray(data) && data.length > 1 ? data.length : undefined;
  const route = client.routes.of(kind.name, "read")[0];
  const unreadable = (reason: string): void => {
    if (route !== undefined) throw new CallabError({ route, outcome: "unknown", status: 200, reason });
  };
  if (several !== undefined)
    unreadable(`${several} objects where one was asked for by its ID, so which one is meant is not known`);
  const object = soleObject(data, kind);
  const another = object && otherId(object, id);
  if (another !== undefined)
    unreadable(`the answer is about the object of another ID, ${another}, so nothing of this one is known`);
  if (object === undefined || Object.keys(object).length === 0 || !isAlive(object)) return "absent";
  const { fields } = readLive(kind, object);
  return tellsId(object, id) ? { id, fields } : { id, fields, isIdTold: false };
}

/**
 * The ID that an answer tells in the place of the one that was asked for: something on the way has mixed answers up. The
 * API's IDs are UUIDs; what stands there in another form says nothing against it.
 */
function otherId({ id, uuid }: Item, asked: string): string | undefined {
  const told = [id, uuid].flatMap((value) => idIn(value) ?? []).filter(isUuid);
  const isIt = !isUuid(asked) || told.some((each) => isSameId(each, asked));
  return isIt ? undefined : told[0];
}

const tellsId = ({ id, uuid }: Item, asked: string): boolean =>
  [id, uuid].some((value) => isSameId(idIn(value), asked));

/**
 * The one object that an answer's `data` holds, alone, in a list of one, or as all there is in an object that is named for
 * it: `{ "campaign": { … } }`. Undefined if it holds none.
 */
export function soleObject(data: unknown, kind: Kind): Item | undefined {
  const item: unknown = Array.isArray(data) && data.length === 1 ? data[0] : data;
  if (!isItem(item)) return undefined;
  const [entry, ...others] = Object.entries(item);
  if (entry === undefined || others.length > 0 || !isWrapper(kind, entry[0])) return item;
  const inner: unknown = entry[1];
  const isSole = inner === null || isItem(inner) || (Array.isArray(inner) && inner.length <= 1);
  return isSole ? soleObject(inner, kind) : item;
}

const wrappers = ["data", "item", "result", "record", "object"];

/** `ai_agent`, `aiAgent` and `agent` are words for an agent. */
const isWrapper = ({ name, noun }: Kind, key: string): boolean => {
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");
  return [...wrappers, letters(name), letters(noun)].includes(letters(key));
};

export const isItem = (value: unknown): value is Item => isObject(value);

/** A deleted object may stay listed with the time of its deletion. */
export const isAlive = (item: Item): boolean => !saysDeleted(item["deleted_at"]);

/** An object of an answer, with its ID if it tells one. */
export const readLive = (kind: Kind, item: Item): Live => ({ id: reportedId(item), fields: fromWire(kind, item) });

/** What stands in an answer where an object of the kind has its name, or its number. */
export const reportedName = (kind: Kind, item: Item): unknown =>
  item[kind.field(kind.naturalKey)?.wireName ?? kind.naturalKey];

/**
 * The ID that an object tells: the API's are UUIDs, and a server may number its rows beside. It stands in addresses and
 * messages: what cannot stand there is none.
 */
export function reportedId({ id, uuid }: Item): string | undefined {
  const first = idIn(id);
  if (uuid === undefined || (first !== undefined && isUuid(first))) return first;
  const second = idIn(uuid);
  return second !== undefined && (first === undefined || isUuid(second)) ? second : first;
}

function idIn(value: unknown): string | undefined {
  // A number beyond that was rounded when it was read: it may be another object's.
  if (typeof value === "number") return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
  if (typeof value !== "string" || value === "" || saysNone.test(value)) return undefined;
  return !isDots(value) && isShowable(value) ? value : undefined;
}

/** What servers write where there is no ID. */
const saysNone = /^(?:null|nil|none|undefined|[0-]+)$/i;

/** Lists tell thousands of IDs, and nearly all of them are letters and digits. */
const isShowable = (id: string): boolean => /^[\w.-]+$/.test(id) || oneLine(id) === id;
