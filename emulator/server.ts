/** The HTTP server: takes requests in, sends answers out, breaks connections on demand. */
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { exchange, type Desk, type Outgoing } from "./exchange";
import { addGuard } from "./guard";

/** The server with the API under /v1, to listen at `host`; not yet listening. */
export function serverOf(desk: Desk, host: string): FastifyInstance {
  const server = fastify({
    forceCloseConnections: true,
    bodyLimit: 64 * 1024 * 1024,
    routerOptions: { maxParamLength: 5000 },
  });
  addGuard(server, host);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    done(null, body);
  });
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const outgoing = await exchange(
      {
        method: request.method,
        path: request.raw.url?.slice("/v1".length) ?? "",
        authorization: request.headers.authorization,
        text: typeof request.body === "string" ? request.body : "",
        isGone: () => request.raw.socket.destroyed,
      },
      desk,
    );
    await send(outgoing, reply);
  };
  server.all("/v1", handler);
  server.all("/v1/*", handler);
  server.setNotFoundHandler(async (_request, reply) => {
    await reply.code(404).send({ error: "the API is under /v1, the emulator's own routes under /_emulator" });
  });
  return server;
}

const contentTypes = {
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  text: "text/plain; charset=utf-8",
} as const;

async function send(outgoing: Outgoing, reply: FastifyReply): Promise<void> {
  if (outgoing === "nothing") {
    reply.hijack();
    reply.raw.destroy();
    return;
  }
  const headers = { ...outgoing.headers, "content-type": contentTypes[outgoing.type] };
  if (outgoing.promisedLength === undefined) {
    await reply.code(outgoing.status).headers(headers).send(outgoing.text);
    return;
  }
  reply.hijack();
  reply.raw.writeHead(outgoing.status, { ...headers, "content-length": outgoing.promisedLength });
  reply.raw.write(outgoing.text, () => reply.raw.destroy());
}
