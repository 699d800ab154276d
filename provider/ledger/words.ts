/**
 * What the processes of one run tell each other of their resources, so that an object has one resource whatever provider,
 * account or front that is of. They hold IDs, owners (stack and resource) and hashes, and nothing else.
 *
 * | step       | when                                                                                |
 * | ---------- | ----------------------------------------------------------------------------------- |
 * | `here`     | the engine asks about resources, or work on one is under way                        |
 * | `claim`    | a resource of the program speaks for its object                                     |
 * | `hold`     | a resource has made or taken over an object, or is about to write to its own        |
 * | `release`  | nobody speaks for an object any more: it was left where it is                       |
 * | `deleted`  | an object was deleted                                                               |
 * | `gaveUp`   | an object is not called so any more                                                 |
 * | `took`     | an object is called so, again perhaps                                               |
 * | `carry`    | a state says that a create had no clear outcome                                     |
 */
export type Word = HereWord | ClaimWord | HoldWord | ReleaseWord | NameWord | CarryWord;

interface Said {
  /** Hash of the account: address and token. */
  readonly account: string;
}

interface HereWord extends Said {
  readonly step: "here";
}

/** Undefined are, as in holders.ts: an owner who is not known, and a name where the object is to be deleted. */
interface HolderWord extends Said {
  readonly id: string;
  readonly owner?: string | undefined;
  readonly formerOwner?: string | undefined;
  readonly mark?: string | undefined;
  readonly wants?: string | undefined;
}

export interface ClaimWord extends HolderWord {
  readonly step: "claim";
  readonly isAsked: boolean;
}

export interface HoldWord extends HolderWord {
  readonly step: "hold";
}

interface ReleaseWord extends Said {
  readonly step: "release";
  readonly id: string;
}

type NameWord = KeyWord<"deleted"> | KeyWord<"gaveUp"> | KeyWord<"took">;

interface KeyWord<Step> extends Said {
  readonly step: Step;
  readonly key: string;
  readonly id: string;
}

/** See `Begun` in memory.ts. */
export interface CarryWord extends Said {
  readonly step: "carry";
  readonly key: string;
  readonly place?: string | undefined;
  readonly owner?: string | undefined;
  readonly at: number;
  readonly before?: string | undefined;
  readonly sent?: string | undefined;
  readonly done: boolean;
  readonly suspects?: string | undefined;
}
