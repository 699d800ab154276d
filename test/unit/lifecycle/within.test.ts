/** Work that may take so long: timed from its first request on, and from once another one of the run had no answer. */
import type { Client } from "../../../provider/api/client";
import type { Context } from "../../../provider/lifecycle/context";
import { TookTooLong, within } from "../../../provider/lifecycle/within";
import { contextFor } from "../../support/context";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const LIMIT = 5_000;

/** A run whose requests are never answered. */
function run(): Context {
  const context = contextFor({ url: "http://127.0.0.1:9/v1", token: "t" });
  const send = (_kind: unknown, _operation: unknown, { onSend }: { onSend?: () => void }): Promise<never> => {
    onSend?.();
    return new Promise(() => undefined);
  };
  const client = { ...context.client, send } as unknown as Client;
  return { ...context, client };
}

const request = ({ client }: Context, onSend?: () => void): Promise<unknown> =>
  client.send("Campaign", "list", { workspace: "default", ...(onSend === undefined ? {} : { onSend }) });

/** What a piece of work has come to by now. */
function follow(work: Promise<unknown>): () => unknown {
  let end: unknown = "not yet";
  work.then(
    (value) => (end = value),
    (error: unknown) => (end = error),
  );
  return () => end;
}

const after = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

it("gives what it comes to in time, and is not ended after that", async () => {
  const context = run();
  const end = follow(within(context, LIMIT, () => Promise.resolve("done"), true));
  await after(0);
  expect(end()).toBe("done");
  expect(jest.getTimerCount()).toBe(0);
});

it("takes as long as it likes until it has sent something", async () => {
  const context = run();
  const end = follow(
    within(context, LIMIT, async (at) => {
      await new Promise((resolve) => setTimeout(resolve, 3 * LIMIT));
      return request(at);
    }),
  );
  await after(3 * LIMIT);
  expect(end()).toBe("not yet");
  await after(LIMIT - 1);
  expect(end()).toBe("not yet");
  await after(1);
  expect(end()).toBeInstanceOf(TookTooLong);
});

it("is timed from its first request on, and says how long it took; whoever sends is told that it was sent", async () => {
  const context = run();
  const told = jest.fn();
  const end = follow(
    within(context, LIMIT, async (at) => {
      void request(at, told).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, LIMIT - 1));
      return request(at);
    }),
  );
  await after(LIMIT);
  expect(end()).toMatchObject({ name: "TookTooLong", message: "it took longer than 5 s" });
  expect(told).toHaveBeenCalledTimes(1);
});

it("is timed at once where it waits for a list that others ask for", async () => {
  const context = run();
  const end = follow(within(context, LIMIT, () => new Promise(() => undefined), true));
  await after(LIMIT);
  expect(end()).toBeInstanceOf(TookTooLong);
});

it("is timed from now on where another one of the run had no answer in time, and in other runs it is not", async () => {
  const context = run();
  const other = run();
  const waits = (): Promise<never> => new Promise(() => undefined);
  const first = follow(within(context, LIMIT, (at) => request(at)));
  const second = follow(within(context, LIMIT, waits));
  const elsewhere = follow(within(other, LIMIT, waits));
  await after(LIMIT);
  expect([first(), second()]).toEqual([expect.any(TookTooLong), "not yet"]);
  const third = follow(within(context, LIMIT, waits));
  await after(LIMIT);
  expect([second(), third()]).toEqual([expect.any(TookTooLong), expect.any(TookTooLong)]);
  expect(elsewhere()).toBe("not yet");
});

it("that has come to its end is not timed with others", async () => {
  const context = run();
  await within(context, LIMIT, () => Promise.resolve());
  const end = follow(within(context, LIMIT, (at) => request(at)));
  await after(LIMIT);
  expect(end()).toBeInstanceOf(TookTooLong);
  expect(jest.getTimerCount()).toBe(0);
});

it("that has taken too long sleeps no more, and sends no more", async () => {
  const context = run();
  const signals: (AbortSignal | undefined)[] = [];
  const send = (...what: Parameters<Client["send"]>): Promise<never> => {
    signals.push(what[2].signal);
    return new Promise(() => undefined);
  };
  const endless = { ...context, client: { ...context.client, send }, sleep: () => new Promise<void>(() => undefined) };
  let slept: (() => unknown) | undefined;
  const end = follow(
    within(
      endless,
      LIMIT,
      (at) => {
        slept = follow(at.sleep(10 * LIMIT));
        return request(at);
      },
      true,
    ),
  );
  await after(LIMIT);
  expect([end(), slept?.()]).toEqual([expect.any(TookTooLong), expect.any(TookTooLong)]);
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
});
