/** Medians with their spread, and the ratio of one contender to the floor within the same runs. */
import type { Contender } from "./contenders.mts";
import type { Measurement } from "./stack.mts";

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The measurements of one operation at one size and latency, run by run. */
export class Group {
  readonly #measurements: readonly Measurement[];

  constructor(measurements: readonly Measurement[]) {
    this.#measurements = measurements;
  }

  of(contender: Contender): readonly Measurement[] {
    return this.#measurements.filter((entry) => entry.contender === contender);
  }

  /** What a figure of the contender was, in the middle of its runs; undefined where it was not measured. */
  typical(contender: Contender, figure: (entry: Measurement) => number | undefined): number | undefined {
    const found = this.of(contender).flatMap((entry) => figure(entry) ?? []);
    return found.length === 0 ? undefined : median(found);
  }

  spread(contender: Contender): readonly [least: number, most: number] {
    const seconds = this.of(contender).map((entry) => entry.seconds);
    return [Math.min(...seconds), Math.max(...seconds)];
  }

  /** Wall time against another's of the same run, which the same moment of the machine was given to. */
  ratio(contender: Contender, than: Contender = "floor"): number | undefined {
    const floor = this.of(than);
    const ratios = this.of(contender).flatMap((entry, run) => {
      const under = floor[run];
      return under === undefined ? [] : [entry.seconds / under.seconds];
    });
    return ratios.length === 0 ? undefined : median(ratios);
  }
}

/** Seconds of CPU in all processes together. */
export const cpuOf = ({ cpu }: Measurement): number | undefined =>
  cpu === undefined ? undefined : cpu.engine + cpu.program + cpu.provider;
