/**
 * Secrets that an answer does not show: in their place stands a mask, `********` or `Bear****cret`. A mask is never a
 * value: where its visible ends fit the declared secret, that one stands; where they do not, somebody changed it, and
 * what it is now is not known.
 */
import { foldedText } from "./text";

/** Crosses alone, and words in the place of a secret. */
const inItsPlace = /^(?:x{4,}|redacted|[[<({](?:redacted|filtered|hidden|masked|secret)[\])>}])$/i;
const stars = /[*•●∗]{3,}/g;

/** The ends of a secret that a mask leaves visible; undefined if the text is no mask. */
function visibleEnds(text: string): readonly [start: string, end: string] | undefined {
  if (inItsPlace.test(text.trim())) return ["", ""];
  const runs = [...text.matchAll(stars)];
  const [first, last] = [runs[0], runs.at(-1)];
  return first === undefined || last === undefined
    ? undefined
    : [text.slice(0, first.index), text.slice(last.index + last[0].length)];
}

/** Whether a live value hides a secret, wholly or in part. */
export const isMask = (live: unknown): live is string => typeof live === "string" && visibleEnds(live) !== undefined;

/** Whether there is a mask in a live value, at any depth. */
export const holdsMask = (live: unknown): boolean =>
  isMask(live) || (typeof live === "object" && live !== null && Object.values(live).some(holdsMask));

/** Whether a mask may stand for the declared secret. */
export function masksValue(mask: string, declared: unknown): boolean {
  const [start, end] = visibleEnds(mask) ?? ["", ""];
  if (typeof declared === "object" && declared !== null) return true;
  // Decomposed, since a mask may begin or end inside a composed character.
  const secret = foldedText(String(declared)).normalize("NFD");
  return secret.startsWith(plain(start).trimStart()) && secret.endsWith(plain(end).trimEnd());
}

/** A visible end as texts are compared, but for its blanks: the inner ones are in the middle of the secret. */
function plain(text: string): string {
  const [before = ""] = /^\s*/.exec(text) ?? [];
  const [after = ""] = before.length === text.length ? [] : (/\s*$/.exec(text) ?? []);
  return `${before}${foldedText(text)}${after}`.replace(/\r\n?/g, "\n").normalize("NFD");
}
