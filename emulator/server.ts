/** The HTTP server: takes requests in, sends answers out, breaks connections on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ControlDesk } from "./controlRoutes";
import { exchange, type Desk, type Outgoing, type Sent } from "./exchange";
import { refusalOf } from "./guard";
import { mostBytes, readText } from "./requestBody";

/** Milliseconds that a connection is kept without a request: longer than a client keeps one, so that none is lost. */
const keepAliveTimeout = 72_000;

/** What the server serves, and the host it is to listen at. */
export interface Served {
  readonly api: Desk;
  readonly control: ControlDesk;
  readonly host: string;
}

/** The server with the API under /v1 and the emulator's own routes under /_emulator; not yet listening. */
export function serverOf(served: Served): Server {
  return createServer({ keepAliveTimeout }, (request, response) => void serve(request, response, served));
}

async function serve(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  try {
    send(await outgoingOf(request, served), response);
  } catch (problem) {
    if (response.headersSent) response.destroy();
    else send(refused(500, problem instanceof Error ? problem.message : String(problem)), response);
  }
}

/** The path decides, as it is written, and once: for the guard as for the routes. */
async function outgoingOf(request: IncomingMessage, { api, control, host }: Served): Promise<Outgoing> {
  const { url = "", method = "", headers, socket } = request;
  const [address = ""] = url.split("?", 1);
  const below = (group: string): boolean => address === group || address.startsWith(`${group}/`);
  const refusal = refusalOf(headers, below("/_emulator"), host);
  if (refusal !== undefined) return refused(403, refusal);
  if (!isWellEncoded(address)) return refused(400, "the address has a % that encodes nothing");
  const text = await readText(request);
  if (text === undefined) return tooLarge;
  if (below("/v1")) {
    const path = url.slice("/v1".length);
    return exchange({ method, path, authorization: headers.authorization, text, isGone: () => socket.destroyed }, api);
  }
  const path = below("/_emulator") ? address.slice("/_emulator".length) : undefined;
  const query = new URLSearchParams(url.slice(address.length));
  return (path === undefined ? undefined : control({ method, path, query, text })) ?? nowhere;
}

function isWellEncoded(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

const refused = (status: number, error: string): Sent => ({ status, text: JSON.stringify({ error }), type: "json" });

const nowhere = refused(404, "the API is under /v1, the emulator's own routes under /_emulator");

/** The connection ends with it: its client would go on sending the body. */
const tooLarge: Sent = {
  ...refused(413, `a body has at most ${mostBytes / 1024 / 1024} MiB`),
  headers: { connection: "close" },
};

const contentTypes = {
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  text: "text/plain; charset=utf-8",
} as const;

function send(outgoing: Outgoing, response: ServerResponse): void {
  if (outgoing === "nothing" || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, text, type, headers, promisedLength } = outgoing;
  response.writeHead(status, {
    ...headers,
    "content-type": contentTypes[type],
    "content-length": promisedLength ?? Buffer.byteLength(text),
  });
  if (promisedLength === undefined) response.end(text);
  else response.write(text, () => response.destroy());
}
