/** Stopping from outside: nothing more is sent, and what was sent may have been done. */
import { clientWithin, createClient, type Client } from "../../../provider/api/client";
import { CallabError } from "../../../provider/api/errors";
import { unlessStopped } from "../../../provider/api/stop";
import { configurationFor, failureOf, serve } from "../../support/context";

const cancelled = new Error("the run was cancelled");

async function clientOf(answer: Parameters<typeof serve>[0], signal?: AbortSignal): Promise<Client> {
  const url = await serve(answer);
  return createClient(configurationFor({ url, token: "t" }), signal === undefined ? {} : { signal });
}

async function outcomeOf(work: Promise<unknown>): Promise<Pick<CallabError, "outcome" | "message">> {
  const failure = await failureOf(work);
  if (!(failure instanceof CallabError)) throw failure;
  return failure;
}

const never = new Promise<undefined>(() => undefined);

it("sends nothing once it is stopped: that was surely not done", async () => {
  let count = 0;
  const client = await clientOf(() => (count++, { text: '{"status":"ok","data":[]}' }), AbortSignal.abort(cancelled));
  const { outcome, message } = await outcomeOf(client.send("Campaign", "create", { body: {} }));
  expect(outcome).toBe("notDone");
  expect(message).toContain("the run was cancelled");
  expect(count).toBe(0);
});

it("waits for no answer once it is stopped, sends nothing again, and what was sent may have been done", async () => {
  const stop = new AbortController();
  let count = 0;
  const client = clientWithin(
    await clientOf(() => {
      count++;
      setImmediate(() => stop.abort(cancelled));
      return never;
    }),
    stop.signal,
  );
  const { outcome, message } = await outcomeOf(client.send("Campaign", "update", { id: "a", body: {} }));
  expect(outcome).toBe("unknown");
  expect(message).toContain("the run was cancelled");
  expect(count).toBe(1);
});

it("does not sit out a pause before another try, and tells what the last try came to", async () => {
  const stop = new AbortController();
  const url = await serve(() => ({ status: 503, text: "", headers: { "retry-after": "50" } }));
  const client = createClient(configurationFor({ url, token: "t" }), {
    signal: stop.signal,
    sleep: () => never,
    onRetry: () => setImmediate(() => stop.abort(cancelled)),
  });
  expect(await outcomeOf(client.send("Campaign", "list", {}))).toMatchObject({ outcome: "unknown", status: 503 });
});

it("ends only the work whose signal it is", async () => {
  const client = await clientOf(() => ({ text: '{"status":"ok","data":[]}' }));
  await failureOf(clientWithin(client, AbortSignal.abort(cancelled)).list("Campaign", {}));
  await expect(client.list("Campaign", {})).resolves.toMatchObject({ data: [] });
});

it("ends work within other work by the signal of either", async () => {
  const client = await clientOf(() => ({ text: '{"status":"ok","data":[]}' }));
  const [over, open] = [AbortSignal.abort(cancelled), new AbortController().signal];
  for (const [outer, inner] of [
    [over, open],
    [open, over],
  ] as const) {
    const { message } = await outcomeOf(clientWithin(clientWithin(client, outer), inner).list("Campaign", {}));
    expect(message).toContain("the run was cancelled");
  }
});

it("gives what work comes to, unless it is stopped before", async () => {
  await expect(unlessStopped(Promise.resolve(1), new AbortController().signal)).resolves.toBe(1);
  await expect(unlessStopped(Promise.resolve(1), undefined)).resolves.toBe(1);
  expect(await failureOf(unlessStopped(never, AbortSignal.abort(cancelled)))).toBe(cancelled);
});
