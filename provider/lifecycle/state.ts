/**
 * The shape of what is kept about an object: its declared inputs, what the API reported, and notes under names that
 * engines do not show. Older shapes must stay readable: a missing note means that there is nothing to note.
 */
import type { Kind } from "../kinds/kind";
import { leftAloneIn, leftAloneNote } from "../kinds/leftAlone";
import type { Properties } from "../kinds/normalForm";
import { notedNames } from "../kinds/notedNames";
import type { Begun } from "../ledger/memory";
import type { Owner } from "../ledger/owner";
import type { Prints } from "../ledger/prints";
import { secretsNote } from "./secrets";

/** Names of input fields whose value was reported by the API, not declared by the program. */
const UNMANAGED = "__unmanaged";
/** The resource that holds the object; in the inputs as well, where the program puts it. */
export const OWNER = "__owner";
/** Mark of a take-over: its time, so that a program can tell one of this run, a random word, and `equal` or `over` (see Adoption). */
export const ADOPTED = "__adopted";
/** In an emergency stop: the resources of the program that are campaigns. Of the inputs that the program puts in alone. */
export const CAMPAIGNS = "__campaigns";
/** Mark of a create, with its time: so that a program can tell what is new from what was there. */
export const CREATED = "__created";
/** The mark of a create at this time, in ms since the epoch: short, since it stands in every state for good. */
export const createMark = (at: number): string => at.toString(36);
/** When the create with this mark was, in ms since the epoch. */
export const timeOfCreate = (mark: string): number => Number.parseInt(mark, 36);
/** What the API keeps of fields in which that is not what was declared. */
const KEPT = "__kept";
/** What the API is documented to hide, and shows. */
const SHOWN = "__shown";
/** Whether the last write was read back. */
const UNREAD = "__unread";
/** The account that it was written in, as a hash (see otherAccount.ts). */
const ACCOUNT = "__account";
/** What is known of a create without a clear outcome, or whose object has no ID yet. */
const BEGUN = "__begun";

const unmanagedIn = (state: Properties): readonly string[] => notedNames(state, UNMANAGED);

/** What the program declared when this state was written, computed values and the note of what is secret included. */
export function declaredIn(kind: Kind, state: Properties): Record<string, unknown> {
  const unmanaged = new Set(unmanagedIn(state));
  const isDeclared = (name: string): boolean => {
    const field = kind.field(name);
    return (
      field !== undefined && (field.node.readOnly !== true || field.node.computed === true) && !unmanaged.has(name)
    );
  };
  const declared = Object.entries(state).filter(
    ([name, value]) => isDeclared(name) && value !== undefined && value !== null,
  );
  return { ...Object.fromEntries(declared), ...leftAloneNote(leftAloneIn(state), {}), ...secretsNote(state) };
}

/** What the API had reported when this state was written. */
export function reportedIn(kind: Kind, state: Properties): Reported {
  return {
    runtime: pick(
      state,
      kind.reported.map((field) => field.name),
    ),
    unmanaged: pick(state, unmanagedIn(state)),
  };
}

/**
 * The state as a program sees it that declares these inputs: fields that it used to leave alone and now declares are its
 * own, with the live value that the state has of them; of the rest nothing is claimed.
 */
export function managedBy(kind: Kind, state: Properties, inputs: Properties): Properties {
  const noted = { ...state, ...leftAloneNote(leftAloneIn(inputs), {}) };
  if (state[UNMANAGED] === undefined) return noted;
  const left = unmanagedIn(state).filter((name) => inputs[name] === undefined || inputs[name] === null);
  const managed = { ...noted, [UNMANAGED]: left };
  return { ...managed, ...kind.compute(declaredIn(kind, managed)) };
}

export interface Reported {
  /** Read-only fields: status, progress, times. */
  readonly runtime: Properties;
  /** Live values of input fields that the program leaves alone. */
  readonly unmanaged: Properties;
}

export const nothingReported: Reported = { runtime: {}, unmanaged: {} };

/** What the state says is to become of the object when its resource goes. */
export const deletionPolicyIn = (kind: Kind, state: Properties): unknown =>
  state["deletionPolicy"] ?? kind.field("deletionPolicy")?.node.default ?? "delete";

/** That an object was taken over, and how. */
export interface Adoption {
  /** Tells this take-over from any other. */
  readonly mark: string;
  /**
   * It was taken over because it was equal, nobody asked for it, and this stack is not known to have made it: it may be
   * somebody else's.
   */
  readonly isForeign: boolean;
  /** Its create has written over it: nothing more is, until the program says that it is its own. */
  readonly isWrittenOver?: boolean;
}

/**
 * Whether the object is the resource's to delete: the program says that it is its own, or it is not known to be anybody
 * else's. What a create has written over is not made by it.
 */
export const isOwn = (
  adoption: Adoption | undefined,
  { isAsked, isMadeHere }: { readonly isAsked: boolean; readonly isMadeHere: boolean },
): boolean => adoption?.isForeign !== true || isAsked || (adoption.isWrittenOver !== true && isMadeHere);

/** That the next run has to look at the object, whatever the program says. */
export const openNote: Properties = { [UNREAD]: "open" };

/** What is noted beside the fields. */
export interface Notes {
  /** The account that the object was last written in, or imported from. */
  readonly account?: string | undefined;
  readonly owner?: Owner | undefined;
  readonly adoption?: Adoption | undefined;
  readonly begun?: Begun | undefined;
  /** What the API keeps of fields in which that is not what was declared, though nobody has changed them. */
  readonly kept?: Prints | undefined;
  /** Declared fields that the API is documented to hide, and that it showed after the last write: a list may lack them. */
  readonly shown?: readonly string[] | undefined;
  readonly unread?: Unread | undefined;
}

/**
 * The last write was not read back, so that what differs now may be nobody's change. `open`: the next run has to look;
 * `told`: the run said so, or nothing is read back here.
 */
export type Unread = "open" | "told";

export function notesIn(state: Properties): Notes {
  const { [KEPT]: kept, [UNREAD]: unread } = state;
  const shown = notedNames(state, SHOWN);
  return {
    account: accountIn(state),
    owner: ownerIn(state),
    adoption: adoptionIn(state),
    begun: begunIn(state),
    kept: typeof kept === "string" ? kept : undefined,
    shown: shown.length === 0 ? undefined : shown,
    unread: unread === "open" || unread === "told" ? unread : undefined,
  };
}

export function accountIn(state: Properties): string | undefined {
  const account = state[ACCOUNT];
  return typeof account === "string" ? account : undefined;
}

export const ownerIn = (properties: Properties): Owner | undefined => {
  const owner = properties[OWNER];
  return typeof owner === "string" && owner.startsWith("urn:") ? owner : undefined;
};

export function adoptionIn(state: Properties): Adoption | undefined {
  const text = state[ADOPTED];
  if (typeof text !== "string") return undefined;
  const [time = "", word = "", how] = text.split(" ");
  const mark = `${time} ${word}`;
  return how === "over" ? { mark, isForeign: true, isWrittenOver: true } : { mark, isForeign: how === "equal" };
}

function begunIn(state: Properties): Begun | undefined {
  const note = state[BEGUN];
  if (typeof note !== "object" || note === null) return undefined;
  const { key, place, at, before, sent, done, suspects, isAsked } = note as Record<string, unknown>;
  if (typeof key !== "string" || typeof at !== "number") return undefined;
  return {
    key,
    place: typeof place === "string" ? place : undefined,
    at,
    owner: ownerIn(state),
    before: typeof before === "string" ? before : undefined,
    sent: typeof sent === "string" ? sent : undefined,
    done: done === true,
    suspects: typeof suspects === "string" ? suspects : undefined,
    ...(isAsked === true ? { isAsked } : {}),
  };
}

export function makeState(declared: Properties, reported: Reported, notes: Notes): Record<string, unknown> {
  const unmanaged = Object.keys(reported.unmanaged).filter(
    (name) => declared[name] === undefined && reported.unmanaged[name] !== undefined,
  );
  const { account, owner, adoption, begun, kept, shown = [], unread } = notes;
  return {
    ...pick(reported.runtime, Object.keys(reported.runtime)),
    ...pick(reported.unmanaged, unmanaged),
    ...declared,
    ...(unmanaged.length === 0 ? {} : { [UNMANAGED]: unmanaged }),
    ...(account === undefined ? {} : { [ACCOUNT]: account }),
    ...(owner === undefined ? {} : { [OWNER]: owner }),
    ...(adoption === undefined ? {} : { [ADOPTED]: `${adoption.mark}${howOf(adoption)}` }),
    ...(begun === undefined ? {} : { [BEGUN]: begunNote(begun) }),
    ...(kept === undefined ? {} : { [KEPT]: kept }),
    ...(shown.length === 0 ? {} : { [SHOWN]: shown }),
    ...(unread === undefined ? {} : { [UNREAD]: unread }),
  };
}

const howOf = ({ isForeign, isWrittenOver }: Adoption): string =>
  isForeign ? (isWrittenOver === true ? " over" : " equal") : "";

const begunNote = ({ key, place, at, before, sent, done, suspects, isAsked }: Begun): Record<string, unknown> => ({
  key,
  ...(place === undefined ? {} : { place }),
  at,
  ...(before === undefined ? {} : { before }),
  ...(sent === undefined ? {} : { sent }),
  ...(done ? { done } : {}),
  ...(suspects === undefined ? {} : { suspects }),
  ...(isAsked === true ? { isAsked } : {}),
});

/** The named properties that hold something. */
export function pick(object: Properties, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => (object[name] === undefined || object[name] === null ? [] : [[name, object[name]]])),
  );
}

export const without = (object: Properties, names: readonly string[]): Properties =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** The campaigns that a program in an emergency stop says it has. */
export const campaignsIn = (inputs: Properties): readonly string[] => notedNames(inputs, CAMPAIGNS);
