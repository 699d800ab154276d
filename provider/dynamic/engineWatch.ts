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
    const connection = connect(Number(port), host);
    connection.unref();
    connection.once("connect", () => {
      isOpen = hasAnswered = true;
    });
    connection.once("error", () => undefined);
    // The engine itself closes a connection over which nothing comes. Then the next one can be made.
    connection.once("close", () => {
      if (isOpen) setTimeout(look, PAUSE_MS).unref();
      else if (hasAnswered) gone();
    });
  };
  look();
}
