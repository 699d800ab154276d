import { printable } from "../../api/plainText";

/** Plain text into Markdown that shows just that text: a campaign's name must not be able to write to the page. */
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "@": "&#64;",
  "#": "&#35;",
};

export const plain = (text: string): string =>
  printable(text)
    .replace(/\n+/g, " ") // one line stays one line
    .replace(/[&<>@#]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\\`*{}[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
    .replace(/:\/\//g, ":&#47;/");

/** A block that shows a text as it is, line by line. */
export function verbatim(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** `1 campaign`, `2 campaigns` */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
