/** The emulator's public types. */
import type { Dashboard } from "./dashboard";
import type { FaultRule } from "./fault";
import type { StandingFault } from "./faults";
import type { PeopleGroup } from "./people/book";
import type { Personality } from "./personality";
import type { PersonalitySpec } from "./presets";
import type { LoggedRequest } from "./requestLog";
import type { ServedRoute } from "./routes";
import type { Clock } from "./world";

/** How an emulator is started. */
export interface EmulatorOptions {
  /** Port; 0 (default) = any free one. */
  readonly port?: number;
  /** Address to listen on; default 127.0.0.1. */
  readonly host?: string;
  /** The token of the account; default `emulator-token`. No other is accepted but those of `accounts`. */
  readonly token?: string;
  /** Tokens of further accounts, each with objects of its own. All share faults, personality and request log. */
  readonly accounts?: readonly string[];
  /**
   * File that keeps the objects over restarts and crashes; absent: memory only. One emulator a file. Further accounts
   * keep theirs beside it, as `<file>.2`, `<file>.3` …
   */
  readonly data?: string;
  /** Default `documented`, or what `contract` says; it goes before that. */
  readonly personality?: PersonalitySpec;
  /** A learned contract, its JSON read: the emulator answers as that account was seen to. */
  readonly contract?: unknown;
  /** Faults that stand from the start. */
  readonly faults?: readonly FaultRule[];
  /** Makes ids and random faults repeatable; absent: ids are random, and faults are drawn from the seed `0`. */
  readonly seed?: string | number;
  /** Time every answer takes, in milliseconds; default 0. */
  readonly latencyMs?: number;
  /** Gives the time in milliseconds since 1970; default `Date.now`. */
  readonly clock?: Clock;
  /**
   * Made-up people of the first account. Whatever tag, category or source a campaign names that nobody has, a few people
   * have as well.
   */
  readonly people?: readonly PeopleGroup[];
  /**
   * Whether active outbound campaigns call their people as the clock moves, which moves their progress and completes
   * them. Default false: nothing in an account moves by itself.
   */
  readonly calls?: boolean;
  /** Told of each request once it is answered or dropped, as the log has it by then. */
  readonly onRequest?: (request: LoggedRequest) => void;
}

/** One account: a token, and what it reaches. */
export interface EmulatorAccount {
  readonly token: string;
  readonly dashboard: Dashboard;
}

/** A running emulator. */
export interface Emulator {
  /** Base address, e.g. `http://127.0.0.1:4321/v1`. */
  readonly url: string;
  readonly token: string;
  /** The request log, oldest first; it grows by itself. */
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  /** The dashboard of the first account. */
  readonly dashboard: Dashboard;
  /**
   * An account by its token.
   * @throws {Error} if no account has it.
   */
  account(token: string): EmulatorAccount;
  /** The position of every switch. */
  readonly personality: Personality;
  /** Replaces the personality; what is not said is as in `documented`. */
  setPersonality(spec: PersonalitySpec): void;
  /** Lets something go wrong. Rules are tried in the order in which they were added. If one of them is none, none is added. */
  addFault(...rules: FaultRule[]): void;
  /** The standing rules, with what they have seen and done. */
  faults(): readonly StandingFault[];
  clearFaults(): void;
  /**
   * Adds made-up people to the first account.
   * @throws {Error} if `count` is no number of people.
   */
  addPeople(group: PeopleGroup): void;
  /** Puts the clock forward by so many milliseconds: what would have happened meanwhile happens. */
  advance(ms: number): void;
  /** Every route with its mark and whether this personality has it. */
  routes(): readonly ServedRoute[];
  /** Forgets the objects of all accounts, log and faults; personality and token stay. */
  reset(): void;
  /** Stops listening, breaks what is under way, and closes the file. */
  close(): Promise<void>;
}
