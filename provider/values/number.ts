/**
 * What servers do to numbers that nobody changed: cut to single precision, or rounded to two decimals or more.
 *
 * Rounding is only forgiven in that one direction: the live number is what a server makes of the declared one. An edit
 * is a number that is not, also a close one with more decimals. A whole number that single precision can hold is never
 * forgiven anything: how often and how long are whole numbers.
 */

/** The greatest number up to which single precision holds all whole ones. */
const SINGLE = 2 ** 24;

export function sameNumber(declared: number, live: number): boolean {
  if (declared === live) return true;
  if (Number.isInteger(declared)) return Math.abs(declared) > SINGLE && sameSingle(declared, live);
  return sameSingle(declared, live) || mostDecimals.some((decimals) => isRounded(declared, live, decimals));
}

const mostDecimals = [2, 3, 4, 5, 6, 7, 8];

function sameSingle(a: number, b: number): boolean {
  const single = Math.fround(a);
  return Number.isFinite(single) && single === Math.fround(b);
}

/** Whether `live` is the other number rounded, in whichever way halves go. */
function isRounded(declared: number, live: number, decimals: number): boolean {
  const half = 0.5 * 10 ** -decimals;
  const isAtDecimals = sameSingle(Number(live.toFixed(decimals)), live);
  return isAtDecimals && Math.abs(declared - live) <= half * (1 + 1e-6) + Math.abs(live) * 2 ** -24;
}
