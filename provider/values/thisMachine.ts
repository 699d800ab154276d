/**
 * Whether an address is on this machine, so that what is sent to it passes no wire: what may travel unencrypted, and
 * past every proxy, is decided by this alone.
 */
import { isIPv4 } from "node:net";

/**
 * @param host as a `URL` gives it, which writes each address in one way: `127.1` as `127.0.0.1`, `%2e` as a dot. A name
 * that only begins like an address of this machine, or ends like one, is resolved by whoever answers for it.
 */
export const isThisMachine = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || (isIPv4(host) && host.startsWith("127."));
