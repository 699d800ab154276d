/** A provider process that its engine left behind notices. */
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { Calls, followEngine, watchEngine } from "../../../provider/runtime/engineWatch";

interface Engine {
  readonly address: string;
  /** The next connection. */
  readonly connection: () => Promise<Socket>;
  /** Ends as a killed process does: all its connections, without a word or a reset, and the port. */
  readonly die: () => Promise<void>;
}

const servers = new Set<Server>();
const open = new Set<Socket>();
afterEach(() => {
  for (const server of servers) server.close();
  for (const socket of open) socket.destroy();
});

async function engine(): Promise<Engine> {
  const sockets = new Set<Socket>();
  const waiting: ((socket: Socket) => void)[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    open.add(socket);
    socket.on("error", () => undefined);
    socket.write("a greeting");
    waiting.shift()?.(socket);
  });
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    connection: () => new Promise((resolve) => waiting.push(resolve)),
    die: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.end();
      }),
  };
}

it("is told when the engine is gone, and not when it closes a connection over which nothing comes", async () => {
  const { address, connection, die } = await engine();
  let isGone = false;
  const first = connection();
  const gone = new Promise<void>((resolve) =>
    watchEngine(address, () => {
      isGone = true;
      resolve();
    }),
  );
  const second = connection();
  (await first).destroy();
  await second;
  expect(isGone).toBe(false);
  await die();
  await gone;
});

it.each([undefined, "", "a word", "--flag", "127.0.0.1", "host:port"])("%j is no engine to watch", (address) => {
  expect(() => watchEngine(address, () => undefined)).not.toThrow();
});

it("is told nothing where no engine ever answered", async () => {
  const { address, die } = await engine();
  await die();
  let isGone = false;
  watchEngine(address, () => (isGone = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isGone).toBe(false);
});

it("ends once its calls have, however they end", async () => {
  const { address, connection, die } = await engine();
  const calls = new Calls();
  let fail: (reason: Error) => void = () => undefined;
  const call = calls.during(() => new Promise<void>((_resolve, reject) => (fail = reject)));
  await calls.during(() => Promise.resolve());
  let hasEnded = false;
  const first = connection();
  const end = new Promise<void>((resolve) =>
    followEngine(address, calls, () => {
      hasEnded = true;
      resolve();
    }),
  );
  await first;
  await die();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(hasEnded).toBe(false);
  fail(new Error("no answer"));
  await expect(call).rejects.toThrow("no answer");
  await end;
});
