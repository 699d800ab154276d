/**
 * Names: the spelling in which a server stores them, and when two of them are the same name. Pure functions, and no
 * code of the provider's: what one of the two reads wrongly, the other must be able to show.
 */
import type { Personality } from "./personality";

/** A name as the personality stores it. */
export function storedName(name: string, { names, nameLength }: Personality): string {
  switch (names) {
    case "kept":
      return name;
    case "nfc":
      return name.normalize("NFC");
    case "collapsed":
      return collapsed(name);
    case "trimmed":
      return name.trim();
    case "escaped":
      return name.replace(/[&<>"']/g, (sign) => entityOf[sign] ?? sign);
    case "cut":
      return Array.from(name).slice(0, nameLength).join("");
    case "lower":
      return name.toLowerCase();
  }
}

/**
 * One spelling for all names that are the same name: HTML entities decoded, Unicode NFC, runs of blanks collapsed, ends
 * trimmed. Letter case and length still count.
 */
export function foldedName(name: string): string {
  return collapsed(decoded(name).normalize("NFC"));
}

function collapsed(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** The five HTML entities. */
export const entityOf: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const signOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(entityOf).map(([sign, entity]) => [entity, sign])),
  "&apos;": "'",
  "&#x27;": "'",
  "&#34;": '"',
};

/** Decoded until nothing is left to decode: a name that was read and written again may be encoded twice. */
function decoded(text: string): string {
  const plain = text.replace(/&(?:amp|lt|gt|quot|apos|#39|#x27|#34);/g, (entity) => signOf[entity] ?? entity);
  return plain === text ? text : decoded(plain);
}
