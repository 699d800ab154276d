/**
 * Who holds which object in this run. An object belongs to one resource: a second one that comes to it fails, and never
 * writes. Modelled on the question every controller asks of an object it finds: is it mine, somebody else's, or nobody's?
 */
import type { Owner } from "./owner";
import { IdMap } from "../values/id";

/** The mark of a take-over at this time, in ms since the epoch: unlike that of any other. */
export const markAt = (at: number): string => `${new Date(at).toISOString()} ${Math.random().toString(36).slice(2, 8)}`;

/** When the take-over with this mark was, in ms since the epoch; NaN where the mark does not tell. */
export const timeOfMark = (mark: string): number => Date.parse(mark.split(" ")[0] ?? "");

/** A resource of the present program, with the object it speaks for. */
export interface Holder {
  /** What the resource is called, now and before this run: an alias renames it without a word to the provider. */
  readonly owners: readonly (Owner | undefined)[];
  /** Tells resources apart whose owners are not known. */
  readonly mark: string | undefined;
  /** What the object is called once the run has gone as the resource wants it; undefined: it is to be deleted. */
  readonly wants: string | undefined;
  /** By another token: its names may be those of another account, and say nothing of this one's. */
  readonly isOfOtherAccount?: boolean;
}

/** Who asks. */
export interface Claimant {
  readonly owner: Owner | undefined;
  readonly mark?: string | undefined;
}

export class Holders {
  readonly #byId = new IdMap<Holder>();
  /** By what they want their objects to be called, and by ID. */
  readonly #wanted = new Map<Holder["wants"], IdMap<Holder>>();

  of(id: string): Holder | undefined {
    return this.#byId.get(id);
  }

  /** The other resource that holds the object, or undefined: nobody does, or the claimant itself. */
  otherThan(claimant: Claimant, id: string): Holder | undefined {
    const holder = this.#byId.get(id);
    return holder === undefined || isHeldBy(holder, claimant) ? undefined : holder;
  }

  /**
   * Whether the claimant itself came to the object once more, and keeps it: an engine that is told to replace a resource
   * creates first and deletes then, unless it is told otherwise, and the create has taken over what is there.
   */
  isTakenAnew({ mark }: Claimant, id: string): boolean {
    const holder = this.#byId.get(id);
    return holder?.wants !== undefined && holder.mark !== mark;
  }

  /** The resources whose object is, or will be, called so, by its ID; undefined: is to be deleted. */
  wanting(key: Holder["wants"]): IdMap<Holder> {
    return this.#wanted.get(key) ?? new IdMap<Holder>();
  }

  /** A resource whose object is, or will be, called so; another one than the claimant where one asks. */
  whoWants(key: string, claimant?: Claimant): Holder | undefined {
    const holders = [...this.wanting(key)].map(([, holder]) => holder);
    return holders.find((holder) => claimant === undefined || !isHeldBy(holder, claimant));
  }

  hold(id: string, holder: Holder): void {
    this.release(id);
    this.#byId.set(id, holder);
    if (holder.isOfOtherAccount === true) return;
    this.#wanted.set(holder.wants, (this.#wanted.get(holder.wants) ?? new IdMap<Holder>()).set(id, holder));
  }

  release(id: string): void {
    this.#wanted.get(this.#byId.get(id)?.wants)?.delete(id);
    this.#byId.delete(id);
  }
}

/** Owners decide where both are known; else the marks of take-overs do. */
export const isHeldBy = ({ owners, mark }: Holder, claimant: Claimant): boolean =>
  claimant.owner !== undefined && owners.some((owner) => owner !== undefined)
    ? owners.includes(claimant.owner)
    : mark === claimant.mark;
