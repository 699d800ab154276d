/** Leaving out the SDK's traces of promises must not take anything from what people see. */
import { leaveOutPromiseTraces } from "../../provider/resources/traces";

type Format = (error: Error, frames: NodeJS.CallSite[]) => unknown;
const errors = Error as unknown as { prepareStackTrace: Format | undefined; stackTraceLimit: number };

const { prepareStackTrace, stackTraceLimit } = errors;
afterEach(() => Object.assign(errors, { prepareStackTrace, stackTraceLimit }));

/** A costly format such as source-map-support installs; counts what it is asked for. */
function costlyFormat(): { readonly format: Format; asked: number } {
  const counter = {
    asked: 0,
    format: (error: Error, frames: NodeJS.CallSite[]): string => {
      counter.asked++;
      return `${String(error)}\n${frames.map((frame) => `    at ${frame.getFunctionName() ?? "?"}`).join("\n")}`;
    },
  };
  return counter;
}

test("a trace that is read at once costs nothing", () => {
  const costly = costlyFormat();
  errors.prepareStackTrace = costly.format;
  const done = leaveOutPromiseTraces();
  const trace = new Error("leak").stack;
  done();
  expect(trace).toBe("Error: leak");
  expect(costly.asked).toBe(0);
});

test("an error made meanwhile and read later tells where it was made", () => {
  errors.prepareStackTrace = costlyFormat().format;
  const done = leaveOutPromiseTraces();
  const failure = (function registration() {
    return new Error("registration failed");
  })();
  done();
  expect(failure.stack).toContain("at registration");
});

test("where a resource is declared is still found: the SDK lifts the limit of frames for it", () => {
  errors.prepareStackTrace = costlyFormat().format;
  const done = leaveOutPromiseTraces();
  errors.stackTraceLimit = Number.POSITIVE_INFINITY;
  const trace = (function declaration() {
    return new Error().stack;
  })();
  done();
  expect(trace).toContain("at declaration");
});

test("afterwards the format is the one of before, and one that came in meanwhile stays", () => {
  const first = costlyFormat().format;
  errors.prepareStackTrace = first;
  leaveOutPromiseTraces()();
  expect(errors.prepareStackTrace).toBe(first);

  const done = leaveOutPromiseTraces();
  const second = costlyFormat().format;
  errors.prepareStackTrace = second;
  done();
  expect(errors.prepareStackTrace).toBe(second);
});

test("who looks for leaked promises gets the traces", () => {
  const costly = costlyFormat();
  errors.prepareStackTrace = costly.format;
  process.env["PULUMI_DEBUG_PROMISE_LEAKS"] = "1";
  try {
    const done = leaveOutPromiseTraces();
    expect(new Error("leak").stack).toContain("    at ");
    done();
  } finally {
    delete process.env["PULUMI_DEBUG_PROMISE_LEAKS"];
  }
});
