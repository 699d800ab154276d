/**
 * What servers do to texts that nobody changed: ends trimmed, CRLF (and CR) turned into LF, Unicode NFC, `&`, `<`, `>`
 * and the two quotes written as HTML entities. Letter case, inner blanks and length count: who changes those, changes
 * the text.
 */

/** One spelling for all texts that are the same but for these habits. */
export function foldedText(text: string): string {
  // Plain ASCII without ends to trim is the common case, and nothing can be done to it.
  if (/^[!-%'-~](?:[ -%'-~]*[!-%'-~])?$/.test(text)) return text;
  return trimmed(decodedText(text).replace(/\r\n?/g, "\n"));
}

/** White space as JavaScript and as Unicode count it: a server may know either. */
const trimmed = (text: string): string => text.replace(/^[\s\u0085]+|[\s\u0085]+$/gu, "");

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const codes: Readonly<Record<string, string>> = { 38: "&", 60: "<", 62: ">", 34: '"', 39: "'" };

/**
 * The text in Unicode NFC with its entities decoded, until nothing is left to decode: a server may encode what came to
 * it encoded, and a composed character may end an entity.
 */
export function decodedText(text: string): string {
  for (let before = text; ; before = text) {
    text = decodedOnce(before.normalize("NFC"));
    if (text === before) return text;
  }
}

/** One entity. */
export const entity = /&(?:(amp|lt|gt|quot|apos)|#0*(\d{2})|#x0*([0-9a-f]{2}));/gi;

export const decodedOnce = (text: string): string =>
  text.replace(entity, (whole, word, decimal, hex) => {
    if (typeof word === "string") return entities[word.toLowerCase()] ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return codes[code] ?? whole;
  });
