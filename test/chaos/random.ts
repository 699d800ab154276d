/** Chance that can be replayed: the same seed, the same draws. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** True in this share of the cases. */
  happens(share: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
  /** A row of draws of its own: what one part draws does not move what another part draws. */
  fork(name: string): Chance;
}

/** Chance from a seed (mulberry32 behind an FNV-1a hash of the seed). */
export function chanceFrom(seed: string): Chance {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    happens: (share) => next() < share,
    whole,
    pick: (choices) => {
      if (choices.length === 0) throw new Error("there is nothing to pick from");
      return choices[whole(0, choices.length - 1)] as (typeof choices)[number];
    },
    fork: (name) => chanceFrom(`${seed}/${name}`),
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
