/** What a test says about an emulator's request log. */
import type { EmulatorControl, LoggedRequest } from "../../emulator";

/** The log in words: `create Campaign`, `list Webhook`; a request to no known route by its method and path. */
export const inWords = (requests: readonly LoggedRequest[]): string[] =>
  requests.map(({ operation, kind, method, path }) =>
    operation === null || kind === null ? `${method} ${path}` : `${operation} ${kind}`,
  );

/** Requests that change something, in words, in the order of their arrival. */
export const writes = (requests: readonly LoggedRequest[]): string[] =>
  inWords(requests.filter(({ operation }) => operation !== "list" && operation !== "read"));

/** The requests that `work` causes. */
export async function requestsDuring(
  emulator: EmulatorControl,
  work: () => Promise<unknown>,
): Promise<readonly LoggedRequest[]> {
  const before = (await emulator.requests()).at(-1)?.sequence ?? 0;
  await work();
  return emulator.requests(before);
}
