/**
 * What leaves a method of the provider when it fails: an error of its own for each call. Several resources may wait for one
 * request and share its failure, somebody may have frozen it, and it may be no Error at all; the engine's host and this
 * module write on what is thrown. So nothing is thrown on: what it says is said anew.
 */
import { printable } from "../api/plainText";

/** What the engine records of an object that exists in spite of a failure. */
interface Recorded {
  readonly id: string;
  readonly reasons: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * The failure as the engine is to tell it. The host prints the stack of what is thrown: what a user can act on goes out as
 * text alone; a mistake of this package keeps its stack, and says so.
 * @param scrub takes out what the resource holds as secret
 */
export function failureOf(thrown: unknown, scrub: (text: string) => string): Error {
  const clean = (text: string): string => printable(scrub(text));
  const said = clean(messageOf(thrown));
  const recorded = recordedBy(thrown);
  if (recorded === undefined && isMistake(thrown)) {
    const failure = new Error(`This is a mistake in pulumi-callab, please report it: ${said}`);
    Object.defineProperty(failure, "stack", { value: clean(thrown.stack ?? ""), configurable: true, writable: true });
    return failure;
  }
  const failure = new Error(said);
  // The engine shows the message at the resource; the host's own print of `${error}: ${error.stack}` need not repeat it.
  Object.defineProperties(failure, {
    stack: { value: "the failure is told at the resource", configurable: true, writable: true },
    toString: { value: () => "pulumi-callab", configurable: true, writable: true },
  });
  return recorded === undefined
    ? failure
    : Object.assign(failure, { ...recorded, reasons: recorded.reasons.map((reason) => clean(reason)) });
}

function isMistake(thrown: unknown): thrown is Error {
  return (
    thrown instanceof TypeError ||
    thrown instanceof ReferenceError ||
    thrown instanceof RangeError ||
    thrown instanceof SyntaxError
  );
}

function messageOf(thrown: unknown): string {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown && typeof thrown.message === "string")
    return thrown.message;
  if (typeof thrown === "string") return thrown;
  return `something went wrong that says nothing of itself (${thrown === null ? "null" : typeof thrown})`;
}

function recordedBy(thrown: unknown): Recorded | undefined {
  if (typeof thrown !== "object" || thrown === null || !("id" in thrown && "properties" in thrown)) return undefined;
  const { id, properties } = thrown;
  if (typeof id !== "string" || typeof properties !== "object" || properties === null) return undefined;
  const reasons = "reasons" in thrown && Array.isArray(thrown.reasons) ? thrown.reasons.map(String) : [];
  return { id, reasons, properties: { ...properties } };
}
