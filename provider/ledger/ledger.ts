/**
 * The ledger: all that is known of objects beyond what a list shows. Who holds an object in this run (holders.ts), what
 * this run has heard and done (run.ts), and what this machine remembers of all runs (memory.ts, store.ts).
 *
 * It alone answers how far a list may be trusted: an object that was made a moment ago exists though the list lacks it,
 * one that was deleted is gone though it is listed, and one whose create had no clear outcome may turn up yet.
 */
import { createHash, randomUUID } from "node:crypto";
import type { Live } from "../api/object";
import type { Properties } from "../kinds/normalForm";
import { newSince, type Census } from "./census";
import { markAt, timeOfMark, type Claimant } from "./holders";
import { Memory, type Begun, type Change, type ObjectRecord } from "./memory";
import type { ImportedNote, Note } from "./notes";
import { isSameStack, type Owner } from "./owner";
import type { Run } from "./run";
import { Printer, type Prints } from "./prints";
import type { Store } from "./store";
import { foldedId, IdSet } from "../values/id";

/** An object as the ledger is asked for it. */
export interface Named {
  /** One text for it, unlike that of any other object: address, kind, workspace and folded name. */
  readonly unique: string;
  /** The workspace that it is looked for in; "" for what belongs to no workspace. */
  readonly place: string;
  readonly words: string;
}

/** What is known before an object is looked for. */
export interface Recalled {
  /** ID of the object that was last made or taken over under this name, by whatever process of this machine. */
  readonly id: string | undefined;
  /** Whether that was a moment ago: then the list may still lack it. */
  readonly isRecent: boolean;
  /**
   * IDs of the objects that were made or taken over under this name a moment ago by another token at this address. That
   * may be another account's, or this one's, and then the list may still lack it.
   */
  readonly byOtherTokens: readonly string[];
  /** An earlier run deleted or renamed the object of this name a moment ago: its ID. */
  readonly gone: string | undefined;
  /** Creates whose outcome is not known and that may turn out to be this object. */
  readonly begun: readonly Begun[];
  /** Such creates by the same resource in another workspace: no list that is looked into for this object shows them. */
  readonly elsewhere: readonly Begun[];
}

/** How the objects of a list are called. */
interface NamedKind {
  readonly naturalKey: string;
  /** Key of a listed object. */
  keyOf(live: Live): string;
}

/** Who takes an object over, and the mark of that. */
type Taker = Claimant & { readonly mark: string };

/** How long a note of what was made or removed is worth more than a list that may lag, in milliseconds. */
const REMEMBERED_MS = 600_000;

/** For how long runs tell of a create that nobody has spoken for, in milliseconds. */
const LEFT_MS = 7 * 86_400_000;

interface Clock {
  readonly now: () => number;
}

/**
 * When a note was made, in ms since the epoch. Clocks are set back: a note of a time that is yet to come is believed as
 * long as it is no further off than it may be remembered, and is of long ago beyond that. Else it would hold its object
 * up until the clock has come to that time again.
 */
export const notedAt = ({ now }: Clock, { at }: Pick<Begun, "at">): number =>
  at - now() < REMEMBERED_MS ? at : Number.NEGATIVE_INFINITY;

/** How long ago a note was made, in milliseconds. */
const ageOf = (clock: Clock, note: Pick<Begun, "at">): number => clock.now() - notedAt(clock, note);

/** Whether what was noted of a create is recent enough to be worth more than a list. */
export const isRemembered = (clock: Clock, note: Pick<Begun, "at">): boolean => ageOf(clock, note) < REMEMBERED_MS;

interface LedgerOptions {
  readonly store: Store;
  readonly run: Run;
  /** Address and token: names in one account say nothing about another. */
  readonly account: string;
  /** Names the run: the same for all processes of it. */
  readonly runName: string;
  /** Whether there may be other processes of the run, that are told of this one's resources. */
  readonly hasOthers: boolean;
  /** How long after a write was sent it may still be carried out, in milliseconds. */
  readonly lateMs: number;
  readonly now: () => number;
  /** Tells the user something that is no failure. */
  readonly note: (text: string) => void;
}

/**
 * The key of a name: without any secret, also where a program marks the name as one. Whoever comes to the same object, by
 * another program, another token or a list, must come to the same key: else there would be two.
 */
export const keyOf = (unique: string): string => hash(unique);

/** Of releases that knew no owners, nothing is known but that two are alike. */
const isOfStackOf = (one: Owner | undefined, other: Owner | undefined): boolean =>
  one === other || isSameStack(one, other);

export class Ledger {
  readonly run: Run;
  /** Prints for the notes of this account. */
  readonly printer: Printer;
  readonly #memory = new Memory();
  readonly #store: Store;
  readonly #options: LedgerOptions;
  readonly #account: string;
  readonly #settled = new WeakSet<Begun>();
  /** Unlike that of any other process, and of any other account in this one. */
  readonly #process = randomUUID();
  readonly #unanswered = new IdSet();
  /** What states call this account that were written by another token or address. */
  readonly #formerly = new Set<string>();

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#store = options.store;
    this.run = options.run;
    this.#account = hash(options.account);
    this.printer = new Printer(options.account);
    if (options.hasOthers) this.run.join(this.#store.talk(options.runName, this.run.process), this.#account);
  }

  /** Whether this account has shown an object of a state that calls its account so. */
  wasCalled(account: string): boolean {
    return this.#formerly.has(account);
  }

  /** This account shows an object of a state that calls it so. */
  called(account: string): void {
    this.#formerly.add(account);
  }

  /** Runs work that may make or take over an object while nobody else on this machine does such work on it. */
  async alone<T>(named: Named, work: () => Promise<T>): Promise<T> {
    const key = keyOf(named.unique);
    return this.run.inTurn(key, () => this.#locked(key, named, () => this.run.working(work)));
  }

  /**
   * Runs work that looks at an object and writes to it while nobody else on this machine does, by whatever name or token:
   * what the look showed is then what is written over. Within `alone`, never round it, and never round a wait for another
   * resource: so no two can wait for each other.
   */
  aloneWith<T>(named: Named, id: string, work: () => Promise<T>): Promise<T> {
    return this.#locked(hash(`object ${foldedId(id)}`), named, work);
  }

  async #locked<T>(key: string, { words }: Named, work: () => Promise<T>): Promise<T> {
    const unlock = await this.#store.lock(key, () =>
      this.#options.note(`Waiting for another run on this machine that is working on ${words}.`),
    );
    try {
      return await work();
    } finally {
      unlock();
    }
  }

  recall({ unique, place }: Named, owner: Owner | undefined): Recalled {
    const memory = this.#upToDate();
    const key = keyOf(unique);
    const asker = { account: this.#account, owner };
    const last = memory.last(key, asker);
    const isRecent = last !== undefined && isRemembered(this.#options, last);
    const isAskers = (entry: Begun): boolean => entry.key === key || (owner !== undefined && entry.owner === owner);
    const begun = [
      ...this.run.carried.filter((entry) => isAskers(entry) && !memory.isEnded(entry)),
      ...memory.begun(key, asker),
      ...(owner === undefined ? [] : memory.begunBy(owner).filter((entry) => entry.key !== key)),
    ].filter((entry) => !this.#settled.has(entry));
    const isHere = (entry: Begun): boolean => entry.place === undefined || entry.place === hash(place);
    return {
      id: last === undefined || last.step === "gone" ? undefined : last.id,
      isRecent: isRecent && last.step !== "gone",
      byOtherTokens: memory
        .lastByOthers(key, asker)
        .flatMap((note) => (isRemembered(this.#options, note) && !this.run.isGone(key, note.id) ? [note.id] : [])),
      gone: isRecent && last.step === "gone" ? last.id : undefined,
      begun: begun.filter(isHere),
      elsewhere: begun.filter((entry) => !isHere(entry)),
    };
  }

  /** What there is to say of a create before it is sent; `sent` is what will be. */
  begunNow({ unique, place }: Named, owner: Owner | undefined, before: Census | undefined, sent?: Prints): Begun {
    return { key: keyOf(unique), place: hash(place), owner, at: this.#options.now(), before, sent, done: false };
  }

  /** Notes that a create is being sent, or what has come of it. Gives the note for the state of its resource. */
  begin(begun: Begun, done = false): Begun {
    const note: Begun = { ...begun, at: this.#options.now(), done };
    this.#addBegun(note);
    return note;
  }

  /** Notes that the user was asked what became of these creates. */
  asked(begun: readonly Begun[]): void {
    for (const entry of begun) this.#addBegun({ ...entry, isAsked: true });
  }

  #addBegun({ key, account, place, owner, at, before, sent, done, isAsked }: Begun): void {
    let list: string | undefined;
    if (before !== undefined) {
      list = hash(before);
      if (!this.#memory.knowsList(list)) this.#add({ step: "list", list, census: before, at });
    }
    this.#add({
      step: "begun",
      ...this.#step(key, owner, account),
      at,
      ...(place === undefined ? {} : { place }),
      ...(list === undefined ? {} : { list }),
      ...(sent === undefined ? {} : { sent }),
      ...(done ? { done } : {}),
      ...(isAsked === true ? { isAsked } : {}),
      run: this.#options.runName,
    });
  }

  /**
   * The resources of a stack whose creates were begun by earlier runs, a week ago at most, and not seen to end: each with
   * when the last one was sent. Whoever is declared looks for what it has begun; for the others nobody does.
   * @param owner any resource of the stack
   */
  leftBegun(owner: Owner): ReadonlyMap<Owner, number> {
    const { runName } = this.#options;
    const left = this.#upToDate()
      .begunInStackOf(owner)
      .filter((entry) => entry.run !== runName && ageOf(this.#options, entry) < LEFT_MS);
    const times = new Map<Owner, number>();
    for (const { owner: by, at } of left) if (by !== undefined) times.set(by, Math.max(at, times.get(by) ?? at));
    return times;
  }

  /** Notes that what was begun was not done, or is not this object's affair any more. */
  ended({ unique }: Named, owner: Owner | undefined): void {
    this.#add({ step: "ended", ...this.#step(keyOf(unique), owner) });
  }

  /** Notes that a create ended with this object, or that an object of this stack took this name. */
  made(named: Named, owner: Owner | undefined, id: string): void {
    this.#made(named, owner, id, this.#options.runName);
  }

  /** Notes that an object turned out to be what an earlier run made; nobody has spoken for it in this one. */
  found(named: Named, owner: Owner | undefined, id: string): void {
    this.#made(named, owner, id, "");
  }

  #made({ unique, place }: Named, owner: Owner | undefined, id: string, run: string): void {
    const key = keyOf(unique);
    const former = this.object(id).maker?.key;
    // It has one name.
    if (former !== undefined && former !== key) this.#gaveUp(former, owner, id);
    this.run.took(key, id);
    this.#add({ step: "made", ...this.#step(key, owner), place: hash(place), id, run });
  }

  /**
   * Notes that the state of a resource has the object, where that is news: the run that made it was not cut off before.
   * Where the program declares the resource, the object is its own again, whatever other resource of the stack it has been
   * taken over by: the two may be of different fronts, and never meet in one process.
   * @param declared the resource as the program of this run declares it; undefined: it does not. It may be called
   * otherwise there than in its state, and then another one may have taken the object over under that very name.
   * @param mark the mark of a take-over that the state has
   */
  recorded({ unique }: Named, owner: Owner | undefined, id: string, declared?: Claimant, mark?: string): void {
    if (owner === undefined) return;
    const { maker, holder, isRecorded, imports } = this.object(id);
    const { runName } = this.#options;
    // What an engine compares right after an import is what was read for it, and no state yet: it may be a preview.
    const imported = imports.get(declared?.owner ?? owner);
    if (imported?.run === runName) {
      if (declared !== undefined && imported.isDeclared !== true) this.#add({ ...imported, isDeclared: true });
      return;
    }
    if (holder?.step === "held" && holder.isImport === true && holder.mark === mark) {
      if (holder.run !== runName) this.#add({ step: "recorded", ...this.#step(keyOf(unique), owner), id, mark });
      return;
    }
    const isMine = maker?.owner === owner && !isRecorded;
    const isAlias = declared?.owner !== undefined && declared.owner !== owner;
    const isTakenBySuch = isAlias && holder?.step === "held" && holder.owner === owner && holder.mark !== declared.mark;
    const isItself = !isTakenBySuch && (holder?.owner === owner || holder?.owner === declared?.owner);
    const isAnothers = declared !== undefined && !isItself && isSameStack(holder?.owner, owner);
    if (!isMine && !isAnothers) return;
    const alias = isAnothers && isAlias ? declared : undefined;
    this.#add({
      step: "recorded",
      ...this.#step(keyOf(unique), alias?.owner ?? owner),
      id,
      ...(isAnothers ? { run: this.#options.runName } : {}),
      ...(alias === undefined ? {} : { formerly: owner }),
      ...(alias?.mark === undefined ? {} : { mark: alias.mark }),
    });
  }

  /**
   * Objects that a resource made under other names than this one, and that no state was seen to hold since;
   * `isElsewhere`: in another workspace.
   */
  unrecorded(
    { unique, place }: Named,
    owner: Owner | undefined,
  ): readonly { readonly id: string; readonly isElsewhere: boolean }[] {
    if (owner === undefined) return [];
    const key = keyOf(unique);
    const memory = this.#upToDate();
    return memory.unrecorded(owner).flatMap((id) => {
      const { maker } = memory.object(id);
      if (maker?.key === key || this.run.isGone(key, id)) return [];
      return [{ id, isElsewhere: maker?.place !== undefined && maker.place !== hash(place) }];
    });
  }

  /** The objects that states of a resource have under other names than this one, as far as this machine knows. */
  belongings(
    { unique }: Named,
    owner: Owner | undefined,
  ): readonly { readonly id: string; readonly isAsked: boolean }[] {
    if (owner === undefined) return [];
    const key = keyOf(unique);
    const memory = this.#upToDate();
    const unrecorded = new IdSet(memory.unrecorded(owner));
    return [...memory.belongings.of(owner)].flatMap(([id, { key: former, isAsked }]) =>
      former === key || unrecorded.has(id) || this.run.isGone(former, id) ? [] : [{ id, isAsked }],
    );
  }

  /** Notes that the user was asked whether the resource still has the object. */
  askedAbout({ unique }: Named, owner: Owner | undefined, id: string): void {
    this.#add({ step: "asked", ...this.#step(keyOf(unique), owner), id });
  }

  /** Notes that a program goes on declaring a resource with its object: what the user was asked about it is settled. */
  keeps({ unique }: Named, owner: Owner | undefined, id: string): void {
    if (owner === undefined || this.#upToDate().belongings.of(owner).get(id)?.isAsked !== true) return;
    this.#add({ step: "recorded", ...this.#step(keyOf(unique), owner), id });
  }

  /** Notes that a resource has given up an object, which stays where it is. */
  left({ unique }: Named, owner: Owner | undefined, id: string): void {
    if (this.#upToDate().belongings.isKnown(id)) this.#add({ step: "left", ...this.#step(keyOf(unique), owner), id });
  }

  /** The objects of a resource that were heard to go before it is made anew, and are not known to be gone or left. */
  toGo(owner: Owner | undefined): readonly string[] {
    const { belongings } = this.#upToDate();
    return owner === undefined ? [] : this.run.toGo(owner).filter((id) => !belongings.isGivenUp(id));
  }

  /** Notes that a campaign that calls is being paused because it is to be deleted, with a print of its state. */
  resting({ unique }: Named, owner: Owner | undefined, id: string, state: Properties): void {
    const print = this.printer.print({ state }, () => true);
    this.#add({ step: "rest", ...this.#step(keyOf(unique), owner), id, state: print });
  }

  /** Notes that it was not paused so, or calls again: a pause that is seen from now on is somebody else's. */
  roused({ unique }: Named, id: string): void {
    if (this.object(id).rest !== undefined)
      this.#add({ step: "rest", ...this.#step(keyOf(unique), undefined), id, isOver: true });
  }

  /**
   * Whether the stack of the owner paused it because it was to be deleted, and nothing else was heard of it since. A
   * delete that fails leaves the state as it was: another state was written by a run elsewhere, which this machine does
   * not hear of.
   */
  isResting(id: string, owner: Owner | undefined, state: Properties): boolean {
    const { rest } = this.object(id);
    if (rest?.state === undefined || !isOfStackOf(rest.owner, owner)) return false;
    return this.printer.heldThen(rest.state, "state", state) === true;
  }

  /** Notes that an object which exists is about to be given this name: the server may spell it otherwise. */
  naming({ unique }: Named, owner: Owner | undefined, id: string): void {
    this.#add({ step: "named", ...this.#step(keyOf(unique), owner), id });
  }

  /** Notes that an update is being sent, with prints of what it changes: its process may be killed before the record. */
  writing({ unique }: Named, owner: Owner | undefined, id: string, change: Change | undefined): void {
    this.#add({ step: "wrote", ...this.#step(keyOf(unique), owner), id, process: this.#process, ...change });
  }

  /** Notes that an update was answered: unless an earlier one of this process was not, none can be under way any more. */
  answered(named: Named, id: string): void {
    if (!this.#unanswered.has(id)) this.#arrived(named, id, this.#process);
  }

  /** Notes that an update had no answer. What is answered after it says nothing of it. */
  unanswered(id: string): void {
    this.#unanswered.add(id);
  }

  /** One text for what other processes have written to the object so far: another one once they have written again. */
  writesOfOthers(id: string): string {
    return this.#ofOthers(this.object(id).writes)
      .map((write) => write.join(" "))
      .sort()
      .join();
  }

  /** For how long an update of the object that another process has sent may be carried out yet, in milliseconds. */
  underWay(id: string): number {
    const { now, lateMs } = this.#options;
    const ends = this.#sentByOthers(id).map(([, at]) => Math.min(at + lateMs - now(), lateMs));
    return Math.max(0, ...ends);
  }

  /** Notes that what other processes have sent was waited for. */
  overdue(named: Named, id: string): void {
    for (const [process] of this.#sentByOthers(id)) this.#arrived(named, id, process);
  }

  #sentByOthers(id: string): readonly (readonly [process: string, at: number])[] {
    return this.#ofOthers(this.object(id).underWay);
  }

  #ofOthers(sent: ReadonlyMap<string, number>): readonly (readonly [process: string, at: number])[] {
    return [...sent].filter(([process]) => process !== this.#process);
  }

  #arrived({ unique }: Named, id: string, process: string): void {
    this.#add({ step: "answered", ...this.#step(keyOf(unique), undefined), id, process });
  }

  /** Notes that an existing object was taken over. */
  held({ unique }: Named, { owner, mark }: Taker, id: string, asked: boolean): void {
    const key = keyOf(unique);
    this.run.took(key, id);
    const run = this.#options.runName;
    this.#add({ step: "held", ...this.#step(key, owner), id, run, asked, mark });
  }

  /**
   * Notes that an existing object was imported, or that a preview would import it: an engine says no more here. What
   * another resource of the stack has stays that one's.
   */
  imported({ unique }: Named, { owner, mark = markAt(this.#options.now()) }: Claimant, id: string): void {
    const key = keyOf(unique);
    this.run.took(key, id);
    const step = { ...this.#step(key, owner), id, run: this.#options.runName };
    if (this.heldByAnotherOfTheStack(id, owner) !== undefined) this.#add({ step: "imported", ...step });
    else this.#add({ step: "held", ...step, asked: false, mark, isImport: true });
  }

  /** Notes that an object was deleted. */
  deleted({ unique }: Named, owner: Owner | undefined, id: string): void {
    this.run.deleted(keyOf(unique), id);
    this.#add({ step: "gone", ...this.#step(keyOf(unique), owner), id });
  }

  /** Notes that no object of this ID is called so any more. */
  gaveUp({ unique }: Named, owner: Owner | undefined, id: string): void {
    this.#gaveUp(keyOf(unique), owner, id);
  }

  /** Notes that an object is called otherwise now. */
  renamed(former: Named, now: Named, owner: Owner | undefined, id: string): void {
    this.gaveUp(former, owner, id);
    this.made(now, owner, id);
  }

  #gaveUp(key: string, owner: Owner | undefined, id: string): void {
    this.run.gaveUp(key, id);
    this.#add({ step: "gone", ...this.#step(key, owner), id });
  }

  /** Who made and who holds an object, as far as this machine knows. */
  object(id: string): ObjectRecord {
    return this.#upToDate().object(id);
  }

  /**
   * The take-over of an object by another resource of the stack, or by one that asked for it in so many words, after the
   * claimant came to it: the object is that one's, also where the two never met in one run (`--target`). So is what the
   * claimant only imported while another one had it, until a program declared the claimant. An import by another one counts
   * in its own run, and once a state was seen to hold the object: else it may have been a mere preview.
   */
  takenFrom({ owner, mark }: Claimant, id: string): NonNullable<ObjectRecord["holder"]> | ImportedNote | undefined {
    const { holder, imports } = this.object(id);
    const { runName } = this.#options;
    const imported = owner === undefined || mark !== undefined ? undefined : imports.get(owner);
    if (imported !== undefined && imported.isDeclared !== true) {
      const former = this.heldByAnotherOfTheStack(id, owner);
      if (former !== undefined) return former;
    }
    const isAnothersNow = (note: ImportedNote): boolean =>
      note.run === runName && note.owner !== owner && isSameStack(note.owner, owner);
    const now = [...imports.values()].find(isAnothersNow);
    if (now !== undefined) return now;
    if (holder === undefined || holder.step === "made") return undefined;
    if (holder.step === "held" && holder.isImport === true && holder.run !== runName) return undefined;
    if (holder.mark === mark && (holder.step === "held" || (owner !== undefined && holder.formerly === owner)))
      return undefined;
    const isAsked = holder.step === "held" && holder.asked;
    if (owner !== undefined && (holder.owner === owner || !(isSameStack(holder.owner, owner) || isAsked)))
      return undefined;
    const cameAt = timeOfMark(mark ?? "");
    return Number.isNaN(cameAt) || cameAt < holder.at ? holder : undefined;
  }

  /** Another resource of the owner's stack that made or took over the object in this very run, in another process. */
  heldInThisRunByAnother(id: string, owner: Owner | undefined): ObjectRecord["holder"] {
    const { holder } = this.object(id);
    const isOther = holder?.run === this.#options.runName && holder.owner !== owner;
    return isOther && isSameStack(holder.owner, owner) ? holder : undefined;
  }

  /** Another resource of the owner's stack that made or took over the object last, in whatever run. */
  heldByAnotherOfTheStack(id: string, owner: Owner | undefined): ObjectRecord["holder"] {
    const { holder } = this.object(id);
    return holder !== undefined && holder.owner !== owner && isSameStack(holder.owner, owner) ? holder : undefined;
  }

  /** Whether an object was made by another run or resource than those of the owner's stack. */
  isMadeElsewhere(id: string, owner: Owner | undefined): boolean {
    return this.object(id).maker !== undefined && !this.isMadeByStackOf(id, owner);
  }

  /** Whether an object was made by the owner's stack, by what is known on this machine. */
  isMadeByStackOf(id: string, owner: Owner | undefined): boolean {
    const { maker } = this.object(id);
    return maker !== undefined && isOfStackOf(maker.owner, owner);
  }

  /**
   * The objects that may be what a create without a clear outcome has made: new since the list before it, and not known
   * to be somebody else's. A name proves nothing here, since the server may have changed it; only where no ID is told,
   * the only one of a name that another resource goes by is taken for that one's.
   */
  suspects(begun: Begun, kind: NamedKind, objects: readonly Live[]): readonly Live[] {
    if (begun.before === undefined) return [];
    // Asked once: the store is looked into each time.
    const memory = this.#upToDate();
    const { holders } = this.run;
    const isAlone = (live: Live): boolean => {
      const name = live.fields[kind.naturalKey];
      return objects.every((other) => other === live || other.fields[kind.naturalKey] !== name);
    };
    return newSince(begun.before, kind.naturalKey, objects).filter((live) => {
      if (live.id === undefined) {
        const key = kind.keyOf(live);
        return key === begun.key || !isAlone(live) || !this.#isAnothersName(key, begun.owner, memory);
      }
      const { holder } = memory.object(live.id);
      const isOthers = holder !== undefined && holder.owner !== begun.owner;
      return !isOthers && holders.of(live.id) === undefined;
    });
  }

  /** Whether another resource goes by this name. One that gave it up does not, though what it left may still be called so. */
  #isAnothersName(key: string, owner: Owner | undefined, memory: Memory): boolean {
    const asker = { account: this.#account, owner: undefined };
    const last = memory.last(key, asker);
    const notes = [...memory.begun(key, asker), ...(last === undefined || last.step === "gone" ? [] : [last])];
    return this.run.isWanted(key) || notes.some((note) => note.owner !== owner);
  }

  /** What was begun has come to its end, also where it was begun under another name. */
  settle(begun: readonly Begun[]): void {
    for (const entry of begun) {
      this.#settled.add(entry);
      this.#add({ step: "ended", ...this.#step(entry.key, entry.owner, entry.account), begunAt: entry.at });
    }
  }

  #step(
    key: string,
    owner: Owner | undefined,
    account = this.#account,
  ): { key: string; account: string; owner?: Owner; at: number } {
    return { key, account, ...(owner === undefined ? {} : { owner }), at: this.#options.now() };
  }

  /** Learnt at once, since a store that cannot be written gives nothing back; and again in the order of the store. */
  #add(note: Note): void {
    this.#memory.learn(note);
    this.#store.add(note);
    this.#upToDate();
  }

  #upToDate(): Memory {
    for (const note of this.#store.news()) this.#memory.learn(note);
    return this.#memory;
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
