/**
 * Fuzzing: properties over what a hostile API, a hostile name or a hostile page may send. `npm test` runs a fixed small
 * share of each; `npm run test:fuzz` runs all of it from a seed that it prints (tools/fuzz.mts sets these two).
 */
import fc from "fast-check";

const seed = process.env["CALLAB_FUZZ_SEED"];
const factor = Number(process.env["CALLAB_FUZZ_FACTOR"] ?? "1");

/** Whether this is all of it, and not the share of `npm test`. */
export const isWhole = seed !== undefined;

/** Checks a property: `share` times as part of the tests, `whole` times as part of the fuzz job. */
export async function fuzz<T>(
  { share, whole }: { readonly share: number; readonly whole: number },
  arbitrary: fc.Arbitrary<T>,
  judge: (value: T) => Promise<void> | void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => judge(value)),
    { seed: Number(seed ?? 20261125), numRuns: isWhole ? Math.ceil(whole * factor) : share, endOnFailure: !isWhole },
  );
}
