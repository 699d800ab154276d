/**
 * What people are told: words, and hints that are still to be put in words (`hint.ts`). A text is built with the tag
 * `` text`…` ``, into which texts, hints and numbers go as they are.
 */
import type { Hint, Wording } from "./hint";

export type Text = string | readonly (string | Hint)[];

type Part = string | Hint;

const partsOf = (value: Text | Hint | number): readonly Part[] =>
  typeof value === "number" ? [String(value)] : typeof value === "string" || "code" in value ? [value] : value;

/** Words beside each other are one; what holds no hint is a string. */
function compact(parts: readonly Part[]): Text {
  const compacted: Part[] = [];
  for (const part of parts) {
    const last = compacted.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") compacted[compacted.length - 1] = last + part;
    else compacted.push(part);
  }
  const [only = "", ...others] = compacted;
  return typeof only === "string" && others.length === 0 ? only : compacted;
}

export const text = (words: readonly string[], ...values: readonly (Text | Hint | number)[]): Text =>
  compact(words.flatMap((each, index) => [each, ...(index < values.length ? partsOf(values[index] ?? "") : [])]));

export const joined = (texts: readonly Text[], between: string): Text =>
  compact(texts.flatMap((each, index) => [...(index === 0 ? [] : [between]), ...partsOf(each)]));

export const lines = (texts: readonly Text[]): Text => joined(texts, "\n");

/** The text with its words changed, and its hints as they are. */
export const mapWords = (given: Text, change: (words: string) => string): Text =>
  compact(partsOf(given).map((part) => (typeof part === "string" ? change(part) : part)));

/** The text as a sentence: without blanks around it, and with a stop at its end. */
export function sentence(given: Text): Text {
  const parts = [...partsOf(given)];
  const [first = ""] = parts;
  if (typeof first === "string") parts[0] = first.trimStart();
  const last = parts.at(-1) ?? "";
  if (typeof last === "string") parts[parts.length - 1] = withStop(last.trimEnd());
  return compact(parts);
}

const withStop = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** The text in the words of a front. */
export const worded = (given: Text, wording: Wording): string =>
  partsOf(given)
    .map((part) => (typeof part === "string" ? part : wordsFor(part, wording)))
    .join("");

const wordsFor = (hint: Hint, wording: Wording): string => (wording[hint.code] as (about: Hint) => string)(hint);

/** The text for a log, where no front puts its hints in words: by their codes, in brackets. */
export const withCodes = (given: Text): string =>
  partsOf(given)
    .map((part) => (typeof part === "string" ? part : `[${part.code}]`))
    .join("");

/** A failure that people are told. Its message shows hints by their codes; fronts put its `text` in words. */
export class HintedError extends Error {
  override readonly name: string = "HintedError";
  constructor(
    readonly text: Text,
    options?: ErrorOptions,
  ) {
    super(withCodes(text), options);
  }
}

/** What a failure says, whatever was thrown. */
export const textOf = (thrown: unknown): Text =>
  thrown instanceof HintedError ? thrown.text : thrown instanceof Error ? thrown.message : String(thrown);
