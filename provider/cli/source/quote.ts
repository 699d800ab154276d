/** Texts as literals. Characters that change how a line of code reads, or that a file cannot hold, are escaped. */
const unsafe = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A literal in double quotes, or in single ones where that needs fewer escapes. */
export function quote(value: string): string {
  const body = JSON.stringify(value).slice(1, -1).replace(unsafe, escaped);
  const count = (character: string): number => value.split(character).length - 1;
  if (count('"') <= count("'")) return `"${body}"`;
  const single = body.replace(/\\(.)|'/g, (match, next: string | undefined) =>
    next === '"' ? '"' : match === "'" ? "\\'" : match,
  );
  return `'${single}'`;
}

/** A text of several lines as a template literal, its lines as they are. */
export const template = (value: string): string =>
  `\`${value
    .replace(/\\|`|\$(?=\{)/g, "\\$&")
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, (character) => (character === "\t" ? character : escaped(character)))
    .replace(unsafe, escaped)}\``;
