/** Where notes outlive a process: one store for all processes of a machine. */
import type { Note } from "./notes";
import type { Word } from "./words";

export interface Store {
  /**
   * The notes that were added since the last call, oldest first; with the first call all there are. Notes of other
   * processes are among them. Never throws: what cannot be read is as if it had never been noted.
   */
  news(): readonly Note[];
  /** Adds a note. Never throws: where nothing can be written, the run goes on without. */
  add(note: Note): void;
  /**
   * Waits until no other process of this machine holds the lock of this name, and takes it. A lock whose process has
   * died is no lock. `onWait` is called once if it takes long. Gives what gives the lock back. Where no lock can be
   * made, the run goes on without.
   */
  lock(name: string, onWait: () => void): Promise<() => void>;
  /** The way to the other processes of a run. */
  talk(run: string, process: string): Talk;
}

/** What the processes of one run on this machine tell each other. Neither ever throws: who cannot be heard is not there. */
export interface Talk {
  /** Tells the others. Whoever listens from now on hears it. */
  say(word: Word): void;
  /** What other processes have said since the last call, in the order in which they said it; with the first call all. */
  heard(): readonly Word[];
}
