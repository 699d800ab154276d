/** How the same words are set in a comment, and where there is no markup. */
import { oneLine } from "../../words/plainText";
import { code, plain } from "./markdown";

export interface Markup {
  /** What others wrote, as it reads. */
  readonly text: (words: string) => string;
  /** Words of our own that must not be missed. */
  readonly strong: (words: string) => string;
  /** A name of a program's. */
  readonly code: (word: string) => string;
}

export const inMarkdown: Markup = { text: plain, strong: (words) => `**${words}**`, code };

export const inPlainText: Markup = { text: oneLine, strong: (words) => words, code: oneLine };
