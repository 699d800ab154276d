/** Learning what an account does: by reading it, and by throw-away objects where that is allowed. */
import { isStopped } from "../../../api/stop";
import type { Contract } from "../../../contract/types";
import { lookAround } from "./account";
import { contractOf } from "./facts";
import { removeAll, type Leftover } from "./remove";
import { Sightings } from "./sightings";
import { tryWrites } from "./trial";
import type { TryNotes } from "./tryNotes";
import type { World } from "./world";

export interface Learned {
  readonly contract: Contract;
  /** What could not be looked at, or tried, a sentence each. */
  readonly problems: readonly string[];
  /** Throw-away objects that are, or may be, still there. */
  readonly leftovers: readonly Leftover[];
  /** Whether somebody ended it before it was done. */
  readonly wasStopped: boolean;
}

export interface Tries {
  readonly notes: TryNotes;
  /** Tells this account's notes from others. */
  readonly account: string;
  /** The same world for removing, which goes on after somebody has ended the rest. */
  readonly removing: World;
}

interface LearnOptions {
  /** Left out: nothing but GET is sent. */
  readonly tries?: Tries | undefined;
  /** Aborted when somebody ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** @throws {CallabError} where the token is not taken; what was made is removed before, as far as that goes */
export async function learn(world: World, { tries, signal }: LearnOptions = {}): Promise<Learned> {
  const sightings = new Sightings();
  const problems: string[] = [];
  let leftovers: readonly Leftover[] = [];
  try {
    problems.push(...(await lookAround(world, sightings)));
    if (tries !== undefined) {
      // What an earlier run has left is removed first.
      problems.push(...(await removeAll(world, sightings, tries.notes)).map(ofEarlierRun));
      problems.push(...(await tryWrites(world, sightings, tries.notes, tries.account)));
    }
  } catch (error) {
    if (!isStopped(signal)) throw error;
  } finally {
    if (tries !== undefined) leftovers = await removeAll(tries.removing, sightings, tries.notes);
  }
  const day = new Date(world.now()).toISOString().slice(0, 10);
  return { contract: contractOf(sightings, day), problems, leftovers, wasStopped: isStopped(signal) };
}

const ofEarlierRun = ({ mark, why }: Leftover): string =>
  `A throw-away object of an earlier run, ${mark}, could not be removed at first: ${why}.`;
