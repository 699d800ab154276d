/**
 * The SDK takes a stack trace for each promise it makes, four for every property of a resource, to name the culprit if one
 * is never resolved. It also loads source-map-support, with which each trace costs about 0.1 ms: most of the time of a
 * program with many resources. So while a resource is being made, these traces stay unwritten.
 *
 * What people see stays as it is: where a resource was declared (the SDK lifts the limit of frames to read that), and the
 * traces of errors, which are only written when somebody reads them.
 */
import { wantsPromiseTraces } from "../configuration";

type Format = (error: Error, frames: NodeJS.CallSite[]) => unknown;

const errors = Error as unknown as { prepareStackTrace: Format | undefined; readonly stackTraceLimit: number };

/** Leaves the traces of promises out until the returned function is called, in the same turn. */
export function leaveOutPromiseTraces(): () => void {
  const format = errors.prepareStackTrace;
  // Without source maps the engine's own format is in force, which is fast.
  if (format === undefined || wantsPromiseTraces()) return () => undefined;
  const brief: Format = (error, frames) =>
    errors.stackTraceLimit === Number.POSITIVE_INFINITY ? format(error, frames) : String(error);
  errors.prepareStackTrace = brief;
  return () => {
    // Somebody else's format that came in meanwhile is left alone.
    if (errors.prepareStackTrace === brief) errors.prepareStackTrace = format;
  };
}
