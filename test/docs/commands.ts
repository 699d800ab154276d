/** The commands in the pages: what stands in shell blocks, and what inline code shows as a command. */
import { pages } from "./markdown";

export interface Command {
  /** Page and line. */
  readonly where: string;
  readonly words: readonly string[];
}

const programs = ["npm", "npx", "pulumi", "callab", "node", "git"];
/** What needs no check: the shell's own, and folders. */
const shell = ["export", "unset", "cd", "mkdir"];

/** Words of a command line; quotes keep words together. Exported for its test. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g)].map(([word]) => word.replace(/['"]/g, ""));

const commandsIn = (line: string): string[][] =>
  line
    .replace(/(^|\s)#.*$/, "")
    .split(/&&|\||;(?![^']*')/)
    .map((part) => wordsOf(part.replace(/\$\{\{.*?\}\}/g, "value").replace(/^(?:\s*[A-Z_]+=(?:\$\([^)]*\)|\S+))+/, "")))
    .filter((words) => words.length > 0);

/** Every command of every page, without the shell's own. */
export const commands: readonly Command[] = pages.flatMap(({ path, blocks, inlineCode }) => [
  ...blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ line, text }) =>
      text
        .replaceAll("\\\n", " ")
        .split("\n")
        .flatMap((content, index) => commandsIn(content).map((words) => ({ where: `${path}:${line + index}`, words }))),
    )
    .filter(({ words }) => !shell.includes(words[0] ?? "")),
  ...blocks
    .filter(({ language }) => language === "yaml")
    .flatMap(({ line, text }) =>
      text.split("\n").flatMap((content, index) => {
        const command = /^\s*- run: (.+)$/.exec(content)?.[1];
        return command === undefined
          ? []
          : commandsIn(command).map((words) => ({ where: `${path}:${line + index}`, words }));
      }),
    ),
  ...inlineCode
    .filter(({ text }) => programs.includes(text.split(" ")[0] ?? "") && text.includes(" "))
    .flatMap(({ text, line }) => commandsIn(text).map((words) => ({ where: `${path}:${line}`, words }))),
]);
