/**
 * Text that others wrote (the API's words, names of live objects), safe to show: it colours no terminal, moves no cursor,
 * turns no reading direction, writes no lines of its own and is no command to a CI that reads the log. Whatever leaves
 * this package for a person goes through here: a whole message through `printable`, what others called something
 * through `oneLine`.
 */

/** What terminals take for commands: colours, titles, movements of the cursor. */
const escapes =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
/** Control characters but for the line break, and the two other separators of lines. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that turn the direction of the text after them, or that nobody sees. */
const unseen =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** Halves of a character whose other half is missing: nothing that comes after can carry them. */
const halves = /\p{Surrogate}/gu;

/** What a CI takes for a command: `::error::` where a line begins, `##[error]` and `##vso[task…]` anywhere in it. */
const lineCommands = /^([^\S\n]*:)(?=:)/gm;
const bracketCommands = /#(?=#\w*\[)/g;

/** The text without control characters, marks of direction and commands; its lines stay. */
export const printable = (text: string): string =>
  text
    .replace(halves, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(escapes, "")
    .replace(unseen, "")
    .replace(controls, " ")
    .replace(lineCommands, "$1 ")
    .replace(bracketCommands, "# ");

/** The same on one line. Blanks within a line stay: a name is to be read as it is. */
export const oneLine = (text: string): string =>
  printable(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");

/** A text of at most so many characters, the last of them an ellipsis where it was longer. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .replace(/[\ud800-\udbff]$/, "")
        .trimEnd()}…`;

/**
 * Two texts, each of at most so many characters. Where the cut would leave little of their difference, both begin shortly
 * before it, with an ellipsis.
 */
export function shortenedApart(one: string, other: string, longest: number): readonly [one: string, other: string] {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const isSeen = Math.max(one.length, other.length) <= longest || same < (2 * longest) / 3;
  const from = isSeen ? 0 : same - Math.floor(longest / 4) - 1;
  const shown = (text: string): string =>
    shortened(from === 0 ? text : `…${text.slice(from).replace(/^[\udc00-\udfff]/, "")}`, longest);
  return [shown(one), shown(other)];
}
