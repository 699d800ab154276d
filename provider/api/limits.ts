/**
 * What an answer may take of this machine, whoever wrote it: bytes, depth, number of values, time. A list of ten thousand
 * campaigns stays well below each of them; an answer beyond one is not read to its end.
 */

/** Bytes of one answer, counted after decompression. */
export const LARGEST_ANSWER = 24 * 1024 * 1024;

/** Characters of the pages of one list that are kept: those that bring something new, and those read on the way back. */
export const LARGEST_LIST = 2 * LARGEST_ANSWER;

/** Lists and objects within each other. */
export const DEEPEST_JSON = 256;

/** Values of one answer. The smallest, an empty object, takes three bytes on the wire and some sixty in memory. */
export const MOST_VALUES = 2_000_000;

/** Characters of what an answer says that are looked at. No sentence is longer; a page may be. */
export const LONGEST_READ = 20_000;

/**
 * How long one exchange may take in all, in milliseconds, whatever trickles in meanwhile. Silence alone is given
 * `timeoutSeconds`, so that a large answer over a slow line has its time.
 */
export const longestExchange = (timeoutSeconds: number): number => timeoutSeconds * 2_000;

/** JSON that holds more than is read. The message is half a sentence: "JSON that is nested deeper than 256 levels". */
export class JsonTooLarge extends Error {
  override readonly name = "JsonTooLarge";
}

/**
 * Reads JSON that others wrote. Its depth and its values are counted before anything is made of them.
 * @param mostValues may be left out where a text is as long as its sender is trusted to have meant it.
 * @throws {JsonTooLarge} for what is nested too deep or holds too much.
 * @throws {SyntaxError} for what is no JSON.
 */
export function readJson(text: string, mostValues = Number.POSITIVE_INFINITY): unknown {
  const { depth, values } = measure(text);
  if (depth > DEEPEST_JSON) throw new JsonTooLarge(`JSON that is nested deeper than ${DEEPEST_JSON} levels`);
  if (values > mostValues)
    throw new JsonTooLarge(`JSON that holds more than ${mostValues.toLocaleString("en")} values`);
  return JSON.parse(text) as unknown;
}

/** Depth and number of values of a text, as far as it is JSON. */
function measure(text: string): { readonly depth: number; readonly values: number } {
  let open = 0;
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = endOfText(text, at);
        break;
      case "[":
      case "{":
        values++;
        if (++open > depth) depth = open;
        break;
      case "]":
      case "}":
        open--;
        break;
      case ",":
        values++;
        break;
    }
  }
  return { depth, values };
}

/** Where a text in quotes ends: at the quote before which there is an even number of backslashes. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}
