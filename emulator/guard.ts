/**
 * Keeps web pages out. A page in the developer's browser can send requests to this machine; what it cannot do is leave out
 * where it comes from. So a request from a page is refused; and the control routes, which ask for no token, are open only
 * to who calls the emulator by an address, by `localhost`, or by the name it listens at: a name of somebody else's that
 * leads here is how a page gets around the rule.
 */
import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";

/** Why a request is refused, or undefined. `isControl`: it asks for a control route; `host`: what the emulator listens at. */
export function refusalOf(
  { origin, host: asked = "" }: IncomingHttpHeaders,
  isControl: boolean,
  host: string,
): string | undefined {
  if (origin !== undefined) return `web pages are not served, and this request comes from one (${origin})`;
  if (isControl && !isOwnName(asked, host))
    return `the control routes are asked by an address or by "${host}", not by another name`;
  return undefined;
}

function isOwnName(asked: string, host: string): boolean {
  const address = `http://${asked}`;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname === host.toLowerCase() || isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
}
