/** The end of a call. */
import { untilDeadline } from "../../../provider/native/deadline";
import { unlessStopped } from "../../../provider/api/stop";
import { failureOf } from "../../support/context";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const never = new Promise<never>(() => undefined);
const nobody = new AbortController().signal;
const failing = (work: Promise<unknown>): Promise<Error> => {
  const failure = failureOf(work);
  failure.catch(() => undefined);
  return failure;
};

it("leaves work alone that is done in time, or has no limit", async () => {
  await expect(untilDeadline(1, nobody, () => Promise.resolve("done"))).resolves.toBe("done");
  await expect(untilDeadline(0, nobody, (signal) => Promise.resolve(signal.aborted))).resolves.toBe(false);
  expect(jest.getTimerCount()).toBe(0);
});

it("tells work to stop when its time is over, and lets it say what it leaves behind", async () => {
  const failure = failing(
    untilDeadline(30, nobody, (signal) =>
      unlessStopped(never, signal).catch((error: unknown) => {
        throw new Error(`recorded; ${String(error)}`);
      }),
    ),
  );
  await jest.advanceTimersByTimeAsync(30_000);
  expect((await failure).message).toBe("recorded; Error: the 30 s that `customTimeouts` gives are over");
});

it("fails for work that does not stop, a few seconds later", async () => {
  const cancelled = new AbortController();
  const failure = failing(untilDeadline(0, cancelled.signal, () => never));
  cancelled.abort(new Error("the run was cancelled"));
  await jest.advanceTimersByTimeAsync(5_000);
  expect((await failure).message).toBe("the run was cancelled");
});

it("does the same with work that begins when the run was cancelled already", async () => {
  const failure = failing(untilDeadline(0, AbortSignal.abort(new Error("the run was cancelled")), () => never));
  await jest.advanceTimersByTimeAsync(5_000);
  expect((await failure).message).toBe("the run was cancelled");
});
