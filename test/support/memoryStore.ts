/** The ledger's store in memory: what processes that live one after another, or at once, share on one machine. */
import type { Note } from "../../provider/ledger/notes";
import type { Store } from "../../provider/ledger/store";
import type { Word } from "../../provider/ledger/words";

/** What stays when a process ends. */
export interface Memory {
  readonly notes: Note[];
  /** Names of locks, with whether their process has ended. */
  readonly locks: Map<string, () => boolean>;
  /** What processes of runs have told each other. */
  readonly words: { readonly run: string; readonly process: string; readonly word: Word }[];
}

export const emptyMemory = (): Memory => ({ notes: [], locks: new Map(), words: [] });

interface ProcessOptions {
  readonly memory?: Memory;
  readonly sleep: (ms: number) => Promise<void>;
  /** Whether the process has been killed: it notes nothing more, and its locks are none. */
  readonly isOver?: () => boolean;
}

/** The store as one process has it. */
export function memoryStore({ memory = emptyMemory(), sleep, isOver = () => false }: ProcessOptions): Store {
  let read = 0;
  return {
    news() {
      const news = memory.notes.slice(read);
      read = memory.notes.length;
      return news;
    },
    add(note) {
      if (!isOver()) memory.notes.push(note);
    },
    async lock(name) {
      for (let held = memory.locks.get(name); held !== undefined && !held(); held = memory.locks.get(name))
        await sleep(50);
      memory.locks.set(name, isOver);
      return () => {
        if (memory.locks.get(name) === isOver && !isOver()) memory.locks.delete(name);
      };
    },
    talk(run, process) {
      let heard = 0;
      return {
        say(word) {
          if (!isOver()) memory.words.push({ run, process, word });
        },
        heard() {
          const news = memory.words.slice(heard);
          heard = memory.words.length;
          return news.flatMap((each) => (each.run === run && each.process !== process ? [each.word] : []));
        },
      };
    },
  };
}
