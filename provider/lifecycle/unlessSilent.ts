/**
 * How long a preview waits for an API: what it foresees is worth no failure, and no more than a few seconds of a whole run
 * in which nothing is answered.
 */
import type { Run } from "../ledger/run";

/** How long nothing may be answered, in milliseconds. */
const PATIENCE_MS = 5_000;
/** How long is waited once that was so: what is known by now is told at once. */
const AFTER_SILENCE_MS = 50;

/** The API has answered a preview nothing for so long. */
export class Silent extends Error {
  override readonly name = "Silent";

  constructor() {
    super(`the API has answered nothing for ${PATIENCE_MS / 1_000} s`);
  }
}

interface Heard {
  /** When something was last answered, in ms since the epoch. */
  at: number;
  /** Whether nothing was answered in time, nor since. */
  isSilent: boolean;
}

const heardIn = new WeakMap<Run, Heard>();

/** Waits for work that only reads, as long as any such work of the run is answered; left alone, it goes on. Throws Silent. */
export async function unlessSilent<T>(run: Run, work: Promise<T>): Promise<T> {
  const heard = heardIn.get(run) ?? { at: 0, isSilent: false };
  heardIn.set(run, heard);
  const begun = Date.now();
  const answered = work.finally(() => Object.assign(heard, { at: Date.now(), isSilent: false }));
  const left = (): number =>
    heard.isSilent ? begun + AFTER_SILENCE_MS - Date.now() : Math.max(begun, heard.at) + PATIENCE_MS - Date.now();
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const look = (): void => {
      if (left() > 0) {
        timer = setTimeout(look, left());
        return;
      }
      heard.isSilent = true;
      reject(new Silent());
    };
    look();
  });
  try {
    return await Promise.race([answered, silence]);
  } finally {
    clearTimeout(timer);
  }
}
