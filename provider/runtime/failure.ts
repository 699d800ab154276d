/**
 * How a failure is told to people: what they can act on as text alone, a mistake of this package as one, with its stack.
 * Several resources may wait for one request and share its failure, somebody may have frozen it, and it may be no Error at
 * all: so what it says is said anew, and nothing is thrown on.
 */
import { printable } from "../words/plainText";
import type { Wording } from "../words/hint";
import { HintedError, worded } from "../words/text";
import { runWording } from "./hints";

interface FailureDescription {
  readonly message: string;
  /** The stack, of a mistake in this package only. */
  readonly stack: string | undefined;
}

/**
 * @param scrub takes out what the resource holds as secret
 * @param wording of the provider that failed
 */
export function describeFailure(
  thrown: unknown,
  scrub: (text: string) => string,
  wording: Wording = runWording,
): FailureDescription {
  const clean = (text: string): string => printable(scrub(text));
  const message = clean(messageOf(thrown, wording));
  return isMistake(thrown)
    ? { message: `This is a mistake in pulumi-callab, please report it: ${message}`, stack: clean(thrown.stack ?? "") }
    : { message, stack: undefined };
}

function isMistake(thrown: unknown): thrown is Error {
  return (
    thrown instanceof TypeError ||
    thrown instanceof ReferenceError ||
    thrown instanceof RangeError ||
    thrown instanceof SyntaxError
  );
}

function messageOf(thrown: unknown, wording: Wording): string {
  if (thrown instanceof HintedError) return worded(thrown.text, wording);
  if (typeof thrown === "object" && thrown !== null && "message" in thrown && typeof thrown.message === "string")
    return thrown.message;
  if (typeof thrown === "string") return thrown;
  return `something went wrong that says nothing of itself (${thrown === null ? "null" : typeof thrown})`;
}
