/**
 * How many requests may be under way at once. Nobody says what the API can take, so the limit finds its own height: it
 * rises by one while all goes well, and is halved where it does not (additive increase, multiplicative decrease).
 *
 * | what comes back | the limit |
 * | --- | --- |
 * | a round of answers, as many as are allowed at once, while more wanted to be sent | rises by one, up to the ceiling |
 * | HTTP 429 or 503: it was too much | is halved, down to one |
 * | no connection, no answer, another 5xx | is halved, but not below where it started: there may be other reasons |
 * | answers that came twice as late as the route's quickest, all in a round | as for no answer |
 * | answers to requests that were sent before it was halved | stays: they tell of what was before |
 *
 * The level at which it went wrong is remembered. The way back is quick and ends just below it; above it the limit only
 * goes after a while, which doubles with each attempt that fails. So an API with a fixed limit is asked for more a few
 * times a run. A level that went well for a round and then does not is not to blame: then the API counts requests a
 * second, or others have come.
 *
 * Pure: time is told to it, in milliseconds.
 */

import { Quickest } from "./quickest";

/** Where it starts: what was the fixed limit before, so that nothing is slower than it was. */
export const START = 8;

/** What a request says of how much the API can take. */
export type Sign = "answered" | "refused" | "tooMuch" | "trouble";

/** A request under way. */
export interface Begun {
  readonly at: number;
  /** How many were under way, with it. */
  readonly level: number;
  /** How often the limit had been halved. */
  readonly halvings: number;
}

export interface Ended {
  readonly at: number;
  readonly sign: Sign;
  /** Whose answers are alike in time, e.g. `campaign.read`. */
  readonly route: string;
}

/** From how many times the quickest on an answer has waited for others. */
const RISEN = 2;
/** How long a level that was too high is left alone, in milliseconds: at first, below the start, and at most. */
const [FIRST_HOLD_MS, FIRST_HOLD_BELOW_MS, LONGEST_HOLD_MS] = [10_000, 3_000, 300_000];

export class AdaptiveLimit {
  readonly #start: number;
  readonly #quickest = new Quickest();
  #height: number;
  #halvings = 0;
  /** The level at which it was too much; it is not gone to again before `until`. */
  #wall: { readonly level: number; readonly until: number; readonly holdMs: number } | undefined;
  /** A level at which a whole round went well. */
  #proven = 0;
  #round = newRound();

  /** @param ceiling what it never exceeds */
  constructor(readonly ceiling: number) {
    this.#start = Math.min(START, ceiling);
    this.#height = this.#start;
  }

  /** How many requests may be under way now. */
  get height(): number {
    return this.#height;
  }

  /** Notes that a request is sent. @param level how many are under way with it */
  begin(level: number, at: number): Begun {
    return { at, level, halvings: this.#halvings };
  }

  /** Notes its end. */
  end(begun: Begun, { at, sign, route }: Ended): void {
    const rise = sign === "answered" ? this.#quickest.rise(route, at - begun.at, at) : undefined;
    if (begun.halvings < this.#halvings) return;
    if (sign === "tooMuch") this.#halve(begun.level, at, 1);
    else if (sign === "trouble") this.#halve(begun.level, at, this.#start);
    else this.#count(begun, rise, at);
  }

  #count({ level }: Begun, rise: number | undefined, at: number): void {
    const round = this.#round;
    round.answers++;
    round.isWanted ||= level >= this.#height;
    if (rise !== undefined) round.rise = Math.min(round.rise ?? rise, rise);
    if (round.answers < this.#height) return;
    this.#round = newRound();
    if (this.#height >= this.#start && (round.rise ?? 1) >= RISEN) this.#halve(this.#height, at, this.#start);
    else if (round.isWanted) this.#rise(at);
  }

  #rise(at: number): void {
    this.#proven = this.#height;
    if (this.#wall !== undefined && this.#height >= this.#wall.level) this.#wall = undefined;
    const wall = this.#wall;
    const isHeld = wall !== undefined && at < wall.until;
    // Half the way to what went well before; beyond it, one by one.
    const way = wall === undefined ? 0 : Math.ceil((wall.level - 1 - this.#height) / 2);
    this.#height = Math.min(this.ceiling, isHeld ? wall.level - 1 : Infinity, this.#height + Math.max(1, way));
  }

  /** @param least what it is not brought below, where it is not there already */
  #halve(level: number, at: number, least: number): void {
    const next = Math.max(Math.min(least, this.#height), Math.floor(this.#height / 2));
    if (level > least) this.#remember(level, at);
    this.#round = newRound();
    if (next === this.#height) return;
    this.#height = next;
    this.#halvings++;
  }

  #remember(level: number, at: number): void {
    const before = this.#wall;
    // What went well a moment ago is no wall: there and no further leads the way back, and nothing holds it.
    const isWall = level > this.#proven;
    this.#proven = 0;
    if (!isWall) {
      if (before === undefined || before.level <= level) this.#wall = { level: level + 1, until: at, holdMs: 0 };
      return;
    }
    const first = level > this.#start ? FIRST_HOLD_MS : FIRST_HOLD_BELOW_MS;
    const isAgain = before !== undefined && level >= before.level;
    const holdMs = isAgain ? Math.min(Math.max(first, 2 * before.holdMs), LONGEST_HOLD_MS) : first;
    this.#wall = { level, until: at + holdMs, holdMs };
  }
}

/** What is known of the answers since the last change. */
interface Round {
  answers: number;
  /** Whether as many were under way as may be. */
  isWanted: boolean;
  /** How many times as long as the quickest of its route the least delayed answer took. */
  rise: number | undefined;
}

const newRound = (): Round => ({ answers: 0, isWanted: false, rise: undefined });
