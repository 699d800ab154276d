/**
 * What one process has heard and done so far in this run: which resource speaks for which object, what it removed, and
 * whether there is still something to come. Kept in memory; what must outlive the process is in the store.
 */
import { Holders, isHeldBy, type Claimant, type Holder } from "./holders";
import type { Begun } from "./memory";
import { IdMap, IdSet } from "../values/id";

/** What a resource says of itself when it is compared with the program. */
export interface Claim extends Claimant {
  readonly id: string;
  /** What the resource was called when its state was written. */
  readonly formerOwner: Claimant["owner"];
  /** Key of the object as the program has it; undefined: it is to be replaced. */
  readonly wants: string | undefined;
  /** Whether the program says in so many words that the object is its own. */
  readonly isAsked: boolean;
}

/** For how long nothing may be heard before all are taken to have spoken, in milliseconds. */
const QUIET_MS = 500;
/** For how long nothing may be under way before a wait for another resource is given up, in milliseconds. */
const IDLE_MS = 20_000;

interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export class Run {
  readonly holders = new Holders();
  readonly #carried: Begun[] = [];
  readonly #expected = new Map<string, string | undefined>();
  readonly #removed = new Map<string, IdSet>();
  readonly #deleted = new IdSet();
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #asked = new IdSet();
  /** By the ID of an object that is to be made anew: the fields that the program names. */
  readonly #anew = new IdMap<ReadonlySet<string>>();
  /** Who spoke for an object that another resource had spoken for before. */
  readonly #rivals = new IdMap<Holder>();
  #activeAt = Number.NEGATIVE_INFINITY;
  #busy = 0;
  #changes = 0;

  /** Notes that the engine is still asking about resources. */
  noteActivity(now: number): void {
    this.#activeAt = now;
  }

  /** A resource speaks for its object. Whoever spoke first holds it. Gives whether it and another one both mean to keep it. */
  claim(claim: Claim): boolean {
    const { owner, formerOwner, mark, wants } = claim;
    const other = this.holders.otherThan({ owner, mark }, claim.id);
    // An engine may compare a state under its former name first, and under an alias of that then.
    const isOfSameState = formerOwner !== undefined && other?.owners[1] === formerOwner;
    if (other !== undefined && !isOfSameState) {
      this.#rivals.set(claim.id, { owners: [owner, formerOwner], mark, wants });
      return other.wants !== undefined && wants !== undefined;
    }
    this.hold(claim.id, { owners: [owner, formerOwner], mark, wants });
    if (claim.isAsked) this.#asked.add(claim.id);
    return false;
  }

  /** Another resource that holds the object, or that claims it as well. */
  rivalOf(claimant: Claimant, id: string): Holder | undefined {
    const rival = this.#rivals.get(id);
    return (
      this.holders.otherThan(claimant, id) ?? (rival === undefined || isHeldBy(rival, claimant) ? undefined : rival)
    );
  }

  /** Notes that an object is to be made anew, and which fields the program names for it. */
  makesAnew(id: string, named: readonly string[]): void {
    this.#anew.set(id, new Set(named));
  }

  /** The fields that the program names for what is made in place of an object; undefined: that was not said. */
  namedAnew(id: string): ReadonlySet<string> | undefined {
    return this.#anew.get(id);
  }

  hold(id: string, holder: Holder): void {
    this.#changes++;
    this.holders.hold(id, holder);
  }

  /** Whether the program that runs now says in so many words that the object is its own. */
  isAsked(id: string): boolean {
    return this.#asked.has(id);
  }

  /** Notes that nobody speaks for an object any more: it was left where it is. */
  release(id: string): void {
    this.#changes++;
    this.holders.release(id);
  }

  /** Notes what a state says of a create without a clear outcome. */
  carry(begun: Begun): void {
    this.#carried.push(begun);
  }

  /** Notes that the program still declares an object without an ID, and as what; undefined: in another workspace. */
  expect(key: string, wants: string | undefined): void {
    this.#expected.set(key, wants);
  }

  /** What the state of this run's resources says of creates whose outcome was not clear. */
  get carried(): readonly Begun[] {
    return this.#carried;
  }

  /** Under which key the resource of an object without an ID will look for it in this run; undefined: under none. */
  expectedAs(key: string): string | undefined {
    return this.#expected.get(key);
  }

  /** Whether the program declares an object without an ID in another workspace now. */
  isExpectedElsewhere(key: string): boolean {
    return this.#expected.has(key) && this.#expected.get(key) === undefined;
  }

  /** Notes that an object was deleted: under whatever name or workspace a list still shows it, it is not there. */
  deleted(key: string, id: string): void {
    this.#deleted.add(id);
    this.gaveUp(key, id);
    this.holders.release(id);
  }

  /** Notes that an object is no longer called so. */
  gaveUp(key: string, id: string): void {
    this.#changes++;
    const ids = this.#removed.get(key) ?? new IdSet();
    this.#removed.set(key, ids.add(id));
  }

  /** Notes that an object is called so, again perhaps. */
  took(key: string, id: string): void {
    this.#removed.get(key)?.delete(id);
  }

  /** Whether this run deleted or renamed anything. */
  get hasRemoved(): boolean {
    return this.#removed.size > 0;
  }

  /** IDs of the objects that were called so until this run deleted or renamed them. */
  removed(key: string): IdSet {
    return this.#removed.get(key) ?? new IdSet();
  }

  /** Whether a list that shows this object under this key lags behind. */
  isGone(key: string, id: string): boolean {
    return this.#deleted.has(id) || this.removed(key).has(id);
  }

  /** Work on a resource: while some is under way, what others wait for may still come. */
  async working<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#changes++;
    }
  }

  /** Waits until all resources have spoken, as far as that can be told: nothing was heard for a while. */
  async quiet(clock: Clock): Promise<void> {
    for (let left = this.#untilQuiet(clock); left > 0; left = this.#untilQuiet(clock)) await clock.sleep(left);
  }

  #untilQuiet(clock: Clock): number {
    return this.#activeAt + QUIET_MS - clock.now();
  }

  /**
   * Waits, from within work, until what another resource does makes the condition true. False if that does not come:
   * nothing is heard and nothing is under way but what waits as well.
   */
  async waitFor(condition: () => boolean, clock: Clock): Promise<boolean> {
    this.#busy--;
    try {
      let seen = this.#changes;
      let idleSince = clock.now();
      while (!condition()) {
        if (seen !== this.#changes || this.#busy > 0 || this.#untilQuiet(clock) > 0) {
          seen = this.#changes;
          idleSince = clock.now();
        }
        if (clock.now() - idleSince > IDLE_MS) return false;
        await clock.sleep(100);
      }
      return true;
    } finally {
      this.#busy++;
    }
  }

  /** Whether a resource of this run holds, wants or is just making an object of this name. */
  isWanted(key: string): boolean {
    return this.#queues.has(key) || this.holders.whoWants(key) !== undefined;
  }

  /** Runs work on one object after all earlier work on it. */
  async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#queues.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#queues.get(key) === mine) this.#queues.delete(key);
    }
  }
}
