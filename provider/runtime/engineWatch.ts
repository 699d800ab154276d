/**
 * The engine starts a provider process and ends it. An engine that was killed ends nothing, and between the two stands a
 * shell, so that the process does not even see another parent: it would stay for good, with the token in its memory. What
 * it does see is that the engine's own port is closed.
 */
import { connect } from "node:net";

/** Milliseconds between the end of a connection and the next one. */
const PAUSE_MS = 1_000;

/**
 * Calls `gone` once nothing answers any more at an address where something answered before. Keeps no process alive.
 * @param address of the engine, `127.0.0.1:4711`; anything else is not watched.
 */
export function watchEngine(address: string | undefined, gone: () => void): void {
  const [, host, port] = /^([\w.-]+):(\d{1,5})$/.exec(address ?? "") ?? [];
  if (host === undefined || port === undefined) return;
  let hasAnswered = false;
  const look = (): void => {
    let isOpen = false;
    let isRefused = false;
    const connection = connect(Number(port), host);
    connection.unref();
    // The engine greets, and what nobody has read holds back the end of a connection for good.
    connection.resume();
    connection.once("connect", () => {
      isOpen = hasAnswered = true;
    });
    // Any other failure is this machine's: too many open files, say.
    connection.once("error", ({ code }: NodeJS.ErrnoException) => (isRefused = code === "ECONNREFUSED"));
    // The engine itself closes a connection over which nothing comes. Then the next one can be made.
    connection.once("close", () => {
      if (!hasAnswered) return;
      if (isOpen || !isRefused) setTimeout(look, PAUSE_MS).unref();
      else gone();
    });
  };
  look();
}

/** Calls of the engine that are not answered yet. */
export class Calls {
  readonly #open = new Set<Promise<unknown>>();

  async during<T>(work: () => Promise<T>): Promise<T> {
    const call = (async () => work())();
    this.#open.add(call);
    try {
      return await call;
    } finally {
      this.#open.delete(call);
    }
  }

  /** Resolves when those that are open now have come to their end, whatever that is. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#open);
  }
}

/**
 * Has this process follow its engine: what was begun is brought to its end, and noted, before.
 * @param end ends the process
 */
export const followEngine = (address: string | undefined, calls: Calls, end: () => void): void =>
  watchEngine(address, () => void calls.ended().then(end));
