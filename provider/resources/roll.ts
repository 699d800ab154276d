/**
 * The roll of a stop: the names of all campaigns that the program has, which the provider needs to name those that the run
 * never came to. Whichever resources the run comes to, one of them should bring it; but all of them bringing it would be as
 * many names as the square of the campaigns, and would hold up the stop of a large stack for minutes.
 */

/** So many names are sent in all, or a few more; up to a thousand campaigns every resource brings them. */
const MOST_NAMES = 1_000_000;

/**
 * Whether a resource brings the roll.
 * @param ordinal how many resources the program had declared before it
 * @param resources how many it has declared by now
 */
export function bringsRoll(ordinal: number, resources: number, campaigns: number): boolean {
  const every = Math.max(1, Math.ceil((resources * campaigns) / MOST_NAMES));
  return ordinal % every === 0 || ordinal === resources - 1;
}
