/**
 * What leaves a method of the dynamic provider when it fails: an error of its own for each call, since the engine's host
 * and this module write on what is thrown.
 */
import { describeFailure } from "../runtime/failure";

/** What the engine records of an object that exists in spite of a failure. */
interface Recorded {
  readonly id: string;
  readonly reasons: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * The failure as the engine is to tell it. The host prints the stack of what is thrown, so only a mistake of this package
 * keeps one.
 * @param scrub takes out what the resource holds as secret
 */
export function failureOf(thrown: unknown, scrub: (text: string) => string): Error {
  const { message, stack } = describeFailure(thrown, scrub);
  const failure = new Error(message);
  if (stack !== undefined) {
    Object.defineProperty(failure, "stack", { value: stack, configurable: true, writable: true });
    return failure;
  }
  // The engine shows the message at the resource; the host's own print of `${error}: ${error.stack}` need not repeat it.
  Object.defineProperties(failure, {
    stack: { value: "the failure is told at the resource", configurable: true, writable: true },
    toString: { value: () => "pulumi-callab", configurable: true, writable: true },
  });
  const recorded = recordedBy(thrown);
  return recorded === undefined
    ? failure
    : Object.assign(failure, {
        ...recorded,
        reasons: recorded.reasons.map((reason) => describeFailure(reason, scrub).message),
      });
}

function recordedBy(thrown: unknown): Recorded | undefined {
  if (typeof thrown !== "object" || thrown === null || !("id" in thrown && "properties" in thrown)) return undefined;
  const { id, properties } = thrown;
  if (typeof id !== "string" || typeof properties !== "object" || properties === null) return undefined;
  const reasons = "reasons" in thrown && Array.isArray(thrown.reasons) ? thrown.reasons.map(String) : [];
  return { id, reasons, properties: { ...properties } };
}
