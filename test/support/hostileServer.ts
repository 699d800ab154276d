/** Servers that answer what no server should. Closed after each test file. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import { createServer as createRawServer, type AddressInfo, type Server as RawServer, type Socket } from "node:net";
import type { Writable } from "node:stream";

const closing: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function listening(server: Server | RawServer, sockets: Set<Socket>): Promise<string> {
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that writes bytes of its own, whatever they are asked for. Gives its address. */
export const serveBytes = (answer: (socket: Socket, request: string) => void): Promise<string> =>
  listening(
    createRawServer((socket) => {
      let request = "";
      socket.on("data", (part) => {
        request += part.toString("latin1");
        if (!request.includes("\r\n\r\n")) return;
        const whole = request;
        request = "";
        answer(socket, whole);
      });
    }),
    new Set(),
  );

/** A server that goes on writing the same piece until its client hangs up. Gives its address, and how much it got rid of. */
export async function serveEndlessly(
  piece: Buffer,
  headers: Readonly<Record<string, string>> = {},
  most = Number.POSITIVE_INFINITY,
): Promise<{ readonly url: string; readonly sent: () => number }> {
  let sent = 0;
  const url = await listening(
    createServer((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", ...headers });
      const more = (): void => {
        while (!response.destroyed && sent < most) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once("drain", more);
        }
        response.end();
      };
      more();
    }),
    new Set(),
  );
  return { url, sent: () => sent };
}

/** A proxy, or a server: notes the requests it gets, and answers each as an empty list. */
export async function serveAnything(): Promise<{ readonly url: string; readonly asked: readonly IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const url = await listening(
    createServer((request, response: Writable) => {
      asked.push(request);
      response.end('{"status":"ok","data":[]}');
    }),
    new Set(),
  );
  return { url, asked };
}
