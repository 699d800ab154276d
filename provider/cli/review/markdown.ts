/** Plain text into Markdown that shows just that text: a campaign's name must not be able to write to the page, or call anybody. */
import { oneLine, printable } from "../../words/plainText";

/** What HTML is made of. */
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Nobody sees it, and what stands around it is no longer one word. Hosts look for mentions, references and addresses in the
 * rendered page, where an entity is the sign that it stands for.
 */
const APART = "\u200b";

export const plain = (text: string): string =>
  oneLine(text)
    .replace(/@/g, `${APART}@`)
    .replace(/[@#]|\/(?=\/)|\bwww(?=\.)|\b(?:mailto|xmpp)(?=:)|\bGH(?=-\d)|:(?=\d*[a-z_+-])/gi, `$&${APART}`)
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\\`*{}[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
    // What begins a list, or is a line across the page, is so at the beginning alone.
    .replace(/^[-+=](?!\w)/, "\\$&")
    .replace(/^\d+(?=[.)](?:\s|$))/, "$&\\");

/** A word as code. It cannot end before its end: code has no escapes. */
export const code = (word: string): string => `\`${oneLine(word).replaceAll("`", "'")}\``;

/** A block that shows a text as it is, line by line. */
export function verbatim(text: string): string {
  const shown = printable(text);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${shown}\n${fence}`;
}

/** The address of a picture, which ends where Markdown expects it to. */
export const linkTarget = (address: string): string =>
  address.replace(/[^\w\-.~:/?#@!$&'*+,;=%]+/g, (signs) =>
    [...Buffer.from(signs)].map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`).join(""),
  );

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** `1 campaign`, `2 campaigns` */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
