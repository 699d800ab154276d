import type { Client } from "../api/client";
import type { Lists } from "../api/inventory";
import type { Configuration } from "../configuration";
import type { Contract, Delay } from "../contract/types";
import type { Ledger } from "../ledger/ledger";
import type { Text } from "../words/text";

/** What the lifecycle works with: one for all operations of a process. */
export interface Context {
  readonly client: Client;
  readonly inventory: Lists;
  readonly ledger: Ledger;
  /** Workspace of objects that name none. */
  readonly workspace: string;
  /** Address of the API: part of an object's name in the ledger. */
  readonly baseUrl: string;
  /** Tells the account from others in a state, where it stands in every one: a short hash of address and token. */
  readonly account: string;
  readonly patience: Patience;
  readonly settings: Settings;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Tells the user something that is no failure. */
  note(text: Text): void;
}

/** What the user has settled of how far to go. */
export interface Settings {
  /** What an update does where somebody changed a field that it does not touch. */
  readonly onDrift: "fail" | "overwrite";
  /** What is done where the API stored something else than it was sent; `off`: nothing is read back. */
  readonly verifyWrites: "strict" | "warn" | "off";
  /** The emergency stop: every campaign of the stack is paused. */
  readonly pauseAll: boolean;
}

/** How long to look for an object in lists that may lag behind. */
export interface Patience {
  /** Pauses between look-ups, in milliseconds. */
  readonly pauses: readonly number[];
  /** How long after an interrupted create its object may still turn up, in milliseconds. */
  readonly interruptedMs: number;
  /** How long the look before an emergency pause may take, in milliseconds: who is called does not wait for it. */
  readonly beforePauseMs: number;
}

const pauses = [200, 400, 800, 1_600, 2_500, 3_500];

/**
 * The patience that goes with a time limit for answers, in seconds. A create whose process was killed may be carried
 * out as late as one whose answer is still waited for, and then needs its time to show in the list.
 */
export function patienceFor({
  timeoutSeconds,
  contract,
}: Pick<Configuration, "timeoutSeconds" | "contract">): Patience {
  const lag = longestLag(contract);
  return {
    pauses: pausesFor(lag),
    interruptedMs: timeoutSeconds * 1_000 + Math.max(10_000, 2 * lag.ms),
    beforePauseMs: 5_000,
  };
}

/** A contract only ever lengthens what is waited for: twice what was seen, and one look more. */
function pausesFor({ lists, ms }: Delay): readonly number[] {
  const longest = pauses.at(-1) ?? 1_000;
  const enough = [...pauses];
  while (enough.length < MOST_PAUSES && (enough.length <= lists || sum(enough) < 2 * ms)) enough.push(longest);
  return enough;
}

/** Five minutes: a list that lags longer is not waited for. */
const MOST_PAUSES = 90;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The longest that a list was seen to lag behind a write. */
function longestLag(contract: Contract | undefined): Delay {
  const delays = Object.values(contract?.kinds ?? {}).flatMap((facts) => {
    const { create, update, delete: remove } = facts?.lag ?? {};
    return [create, update, remove].filter((delay) => delay !== undefined);
  });
  return {
    lists: Math.max(0, ...delays.map(({ lists }) => lists)),
    ms: Math.max(0, ...delays.map(({ ms }) => ms)),
  };
}

/** The patience of the default time limit. */
export const defaultPatience: Patience = patienceFor({ timeoutSeconds: 30, contract: undefined });

/** How long is waited in all, in milliseconds, beside the time that the looks themselves take. */
export const wholeOf = ({ pauses: all }: Patience): number => sum(all);

/** Asks at once and then after each pause, until the answer says something. */
export async function patiently<T>(
  { patience, sleep }: Pick<Context, "patience" | "sleep">,
  ask: (isFirst: boolean) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const pause of [0, ...patience.pauses]) {
    if (pause > 0) await sleep(pause);
    const answer = await ask(pause === 0);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Asks again and again until then (in ms since the epoch), or until the answer says something. */
export async function askingUntil<T>(
  { patience, sleep, now }: Pick<Context, "patience" | "sleep" | "now">,
  until: number,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const longest = patience.pauses.at(-1) ?? 1_000;
  while (now() < until) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(Math.max(1, Math.min(longest, until - now())));
  }
  return undefined;
}
