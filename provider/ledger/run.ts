/**
 * What has been heard and done so far in this run: which resource speaks for which object, what was removed, and whether
 * there is still something to come. Kept in memory; what must outlive the run is in the store. A run may have several
 * processes, one for each provider and front: each tells the others what it hears and does, before it goes by what the
 * others have told. So of two that come to one object at once, one knows of the other at least.
 */
import { randomUUID } from "node:crypto";
import { Holders, isHeldBy, type Claimant, type Holder } from "./holders";
import type { Begun } from "./memory";
import type { Owner } from "./owner";
import { IdMap, IdSet } from "../values/id";
import type { Talk } from "./store";
import type { CarryWord, ClaimWord, HoldWord, Word } from "./words";

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
/** How often other processes are told that this one still hears something, or works, in milliseconds. */
const HERE_MS = { hears: 100, works: 5_000 } as const;

interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** A word before it is known of which account it is. */
type Unsigned<Any> = Any extends unknown ? Omit<Any, "account"> : never;

export class Run {
  /** Tells this process from others of the run. */
  readonly process = randomUUID();
  readonly #holders = new Holders();
  /** The way to the other processes, and the account of this one. */
  #others: { readonly talk: Talk; readonly account: string } | undefined;
  #unsaid: Unsigned<Word>[] = [];
  #saidHereAt = Number.NEGATIVE_INFINITY;
  #heartbeat: NodeJS.Timeout | undefined;
  #hasHeard = false;
  readonly #carried: Begun[] = [];
  readonly #expected = new Map<string, string | undefined>();
  readonly #removed = new Map<string, IdSet>();
  /** The same of other accounts. */
  readonly #removedElsewhere = new Map<string, IdSet>();
  readonly #deleted = new IdSet();
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #asked = new IdSet();
  /** By the ID of an object that is to be made anew: the fields that the program names, and whether it goes before that. */
  readonly #anew = new IdMap<{ readonly named: ReadonlySet<string>; readonly isDeleted: boolean }>();
  /** Who spoke for an object that another resource had spoken for before. */
  readonly #rivals = new IdMap<Holder>();
  #activeAt = Number.NEGATIVE_INFINITY;
  #busy = 0;
  #changes = 0;

  /** From now on the other processes of the run are told what is said here, and heard. */
  join(talk: Talk, account: string): void {
    this.#others = { talk, account };
    for (const word of this.#unsaid.splice(0)) this.#say(word);
  }

  /** What is done here is what the others are to learn of it. */
  #tell(word: Unsigned<Word>): void {
    this.#say(word);
    this.#learn(word, false);
  }

  #say(word: Unsigned<Word>): void {
    if (this.#others === undefined) this.#unsaid.push(word);
    else this.#others.talk.say({ ...word, account: this.#others.account });
  }

  #hear(): void {
    for (const word of this.#others?.talk.heard() ?? []) {
      this.#hasHeard = true;
      this.#changes++;
      this.#learn(word, word.account !== this.#others?.account);
    }
  }

  #learn(word: Unsigned<Word>, isOfOtherAccount: boolean): void {
    switch (word.step) {
      case "here":
        break;
      case "claim":
        this.#claimed(word.id, { ...holderIn(word), isOfOtherAccount }, word.isAsked);
        break;
      case "hold": {
        const { id, owner, mark } = word;
        const holder = { ...holderIn(word), isOfOtherAccount };
        if (this.#holders.otherThan({ owner, mark }, id) === undefined) this.#holders.hold(id, holder);
        else this.#rivals.set(id, holder);
        break;
      }
      case "release":
        this.#holders.release(word.id);
        break;
      case "deleted":
        this.#deleted.add(word.id);
        this.#holders.release(word.id);
        addTo(isOfOtherAccount ? this.#removedElsewhere : this.#removed, word.key, word.id);
        break;
      case "gaveUp":
        addTo(isOfOtherAccount ? this.#removedElsewhere : this.#removed, word.key, word.id);
        break;
      case "took":
        for (const removed of [this.#removed, this.#removedElsewhere]) removed.get(word.key)?.delete(word.id);
        break;
      case "carry":
        if (!isOfOtherAccount) this.#carried.push(toldOf(word));
    }
  }

  /** Who holds what, by all that was said so far. */
  get holders(): Holders {
    this.#hear();
    return this.#holders;
  }

  /** Notes that the engine is still asking about resources. */
  noteActivity(now: number): void {
    this.#activeAt = now;
    if (now - this.#saidHereAt < HERE_MS.hears) return;
    this.#saidHereAt = now;
    this.#say({ step: "here" });
  }

  /** A resource speaks for its object. Whoever spoke first holds it. Gives whether it and another one both mean to keep it. */
  claim({ id, owner, formerOwner, mark, wants, isAsked }: Claim): boolean {
    this.#say({ step: "claim", id, owner, formerOwner, mark, wants, isAsked });
    this.#hear();
    return this.#claimed(id, { owners: [owner, formerOwner], mark, wants }, isAsked);
  }

  #claimed(id: string, holder: Holder, isAsked: boolean): boolean {
    const { mark, wants } = holder;
    const [owner, formerOwner] = holder.owners;
    const other = this.#holders.otherThan({ owner, mark }, id);
    // An engine may compare a state under its former name first, and under an alias of that then.
    const isOfSameState = formerOwner !== undefined && other?.owners[1] === formerOwner;
    if (other !== undefined && !isOfSameState) {
      this.#rivals.set(id, holder);
      return other.wants !== undefined && wants !== undefined;
    }
    this.#changes++;
    this.#holders.hold(id, holder);
    if (isAsked) this.#asked.add(id);
    return false;
  }

  /** Another resource that holds the object, or that claims it as well. */
  rivalOf(claimant: Claimant, id: string): Holder | undefined {
    const holder = this.holders.otherThan(claimant, id);
    const rival = this.#rivals.get(id);
    return holder ?? (rival === undefined || isHeldBy(rival, claimant) ? undefined : rival);
  }

  /** Notes that an object is to be made anew, which fields the program names for it, and whether it is deleted. */
  makesAnew(id: string, named: readonly string[], isDeleted: boolean): void {
    this.#anew.set(id, { named: new Set(named), isDeleted });
  }

  /** The fields that the program names for what is made in place of an object; undefined: that was not said. */
  namedAnew(id: string): ReadonlySet<string> | undefined {
    return this.#anew.get(id)?.named;
  }

  /** The objects of a resource that are to be deleted and made anew, and were not yet. */
  toGo(owner: Owner): readonly string[] {
    return [...this.holders.wanting(undefined)].flatMap(([id, { owners }]) =>
      owners[0] === owner && this.#anew.get(id)?.isDeleted === true ? [id] : [],
    );
  }

  hold(id: string, holder: Holder): void {
    const [owner, formerOwner] = holder.owners;
    this.#say({ step: "hold", id, owner, formerOwner, mark: holder.mark, wants: holder.wants });
    this.#changes++;
    this.#holders.hold(id, holder);
  }

  /** Whether the program that runs now says in so many words that the object is its own. */
  isAsked(id: string): boolean {
    return this.#asked.has(id);
  }

  /** Notes that nobody speaks for an object any more: it was left where it is. */
  release(id: string): void {
    this.#changes++;
    this.#tell({ step: "release", id });
  }

  /** Notes what a state says of a create without a clear outcome. */
  carry(begun: Begun): void {
    this.#say({ step: "carry", ...toldOf(begun) });
    this.#carried.push(begun);
  }

  /** Notes that the program still declares an object without an ID, and as what; undefined: in another workspace. */
  expect(key: string, wants: string | undefined): void {
    this.#expected.set(key, wants);
  }

  /** What the state of this run's resources says of creates whose outcome was not clear. */
  get carried(): readonly Begun[] {
    this.#hear();
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
    this.#changes++;
    this.#tell({ step: "deleted", key, id });
  }

  /** Notes that an object is no longer called so. */
  gaveUp(key: string, id: string): void {
    this.#changes++;
    this.#tell({ step: "gaveUp", key, id });
  }

  /** Notes that an object is called so, again perhaps. */
  took(key: string, id: string): void {
    this.#say({ step: "took", key, id });
    this.#removed.get(key)?.delete(id);
  }

  /** Whether this run deleted or renamed anything. */
  get hasRemoved(): boolean {
    this.#hear();
    return this.#removed.size > 0;
  }

  /** IDs of the objects that were called so until this run deleted or renamed them. */
  removed(key: string): IdSet {
    this.#hear();
    return this.#removed.get(key) ?? new IdSet();
  }

  /** Whether a list that shows this object under this key lags behind. */
  isGone(key: string, id: string): boolean {
    return this.removed(key).has(id) || this.#deleted.has(id) || this.#removedElsewhere.get(key)?.has(id) === true;
  }

  /** Work on a resource: while some is under way, what others wait for may still come. */
  async working<T>(work: () => Promise<T>): Promise<T> {
    this.#count(1);
    try {
      return await work();
    } finally {
      this.#count(-1);
      this.#changes++;
    }
  }

  /** Whoever waits in another process hears from time to time that work is under way here. */
  #count(more: 1 | -1): void {
    this.#busy += more;
    if (this.#busy > 0) this.#heartbeat ??= setInterval(() => this.#say({ step: "here" }), HERE_MS.works).unref();
    else {
      clearInterval(this.#heartbeat);
      this.#heartbeat = undefined;
    }
  }

  /** Waits until all resources have spoken, as far as that can be told: nothing was heard for a while. */
  async quiet(clock: Clock): Promise<void> {
    for (let left = this.#untilQuiet(clock); left > 0; left = this.#untilQuiet(clock)) await clock.sleep(left);
  }

  #untilQuiet(clock: Clock): number {
    this.#hear();
    if (this.#hasHeard) this.#activeAt = clock.now();
    this.#hasHeard = false;
    return this.#activeAt + QUIET_MS - clock.now();
  }

  /**
   * Waits, from within work, until what another resource does makes the condition true. False if that does not come:
   * nothing is heard and nothing is under way but what waits as well.
   */
  async waitFor(condition: () => boolean, clock: Clock): Promise<boolean> {
    this.#count(-1);
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
      this.#count(1);
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

function addTo(ids: Map<string, IdSet>, key: string, id: string): void {
  ids.set(key, (ids.get(key) ?? new IdSet()).add(id));
}

const holderIn = ({ owner, formerOwner, mark, wants }: Unsigned<ClaimWord | HoldWord>): Holder => ({
  owners: [owner, formerOwner],
  mark,
  wants,
});

/** What the processes of a run tell each other of a create without a clear outcome. */
const toldOf = ({ key, place, owner, at, before, sent, done, suspects }: Begun | Unsigned<CarryWord>): Begun => ({
  key,
  place,
  owner,
  at,
  before,
  sent,
  done,
  suspects,
});
