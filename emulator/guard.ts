/**
 * Keeps web pages out. A page in the developer's browser can send requests to this machine; what it cannot do is leave out
 * where it comes from. So a request from a page is refused; and the control routes, which ask for no token, are open only
 * to who calls the emulator by an address, by `localhost`, or by the name it listens at: a name of somebody else's that
 * leads here is how a page gets around the rule.
 */
import { isIP } from "node:net";
import type { FastifyInstance } from "fastify";

/** Adds the guard to a server that listens at `host`. */
export function addGuard(server: FastifyInstance, host: string): void {
  server.addHook("onRequest", async (request, reply) => {
    const { origin, host: asked } = request.headers;
    const isControl = request.raw.url?.startsWith("/_emulator") ?? false;
    if (origin !== undefined) return refuse(`web pages are not served, and this request comes from one (${origin})`);
    if (isControl && !isOwnName(asked ?? "", host))
      return refuse(`the control routes are asked by an address or by "${host}", not by another name`);
    return undefined;

    function refuse(error: string): unknown {
      return reply.code(403).send({ error });
    }
  });
}

function isOwnName(asked: string, host: string): boolean {
  const address = `http://${asked}`;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname === host.toLowerCase() || isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
}
