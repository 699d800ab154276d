/** What is HTTP about the emulator: bodies, connections, addresses. What the API does with them is tested elsewhere. */
import { Agent, request, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { campaign, campaigns, start, type Asked } from "./client";

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/** Sends a request by hand; `end` writes its body. */
function ask(
  { url, token }: Asked,
  method: string,
  path: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly agent?: Agent } = {},
  end: (sent: ReturnType<typeof request>) => void = (sent) => void sent.end(),
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...options.headers };
    const sent = request(`${url}${path}`, { method, ...options, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    sent.on("error", reject);
    end(sent);
  });
}

describe("a body", () => {
  it("is read whole, in how many pieces it comes, and as text of any length of letters", async () => {
    const emulator = await start();
    const bytes = Buffer.from(JSON.stringify({ ...campaign, notes: "é日本語".repeat(50_000) }));
    await ask(emulator, "POST", "/campaigns/create", {}, (sent) => {
      for (let at = 0; at < bytes.length; at += 9_999) sent.write(bytes.subarray(at, at + 9_999));
      sent.end();
    });
    expect(emulator.requests).toMatchObject([{ status: 200, worked: true, body: { notes: "é日本語".repeat(50_000) } }]);
  });

  it("needs no content type, and may have any", async () => {
    const emulator = await start();
    for (const headers of [{}, { "content-type": "text/plain" }, { "content-type": "application/json; charset=utf-8" }])
      await ask(emulator, "POST", "/campaigns/create", { headers }, (sent) => void sent.end(JSON.stringify(campaign)));
    expect(emulator.requests.map(({ worked }) => worked)).toEqual([true, true, true]);
  });

  it("of a GET means nothing", async () => {
    const emulator = await start();
    const { status } = await ask(
      emulator,
      "GET",
      campaigns,
      { headers: { "content-length": "2" } },
      (sent) => void sent.end("{}"),
    );
    expect(status).toBe(200);
    expect(emulator.requests).toMatchObject([{ body: null }]);
  });

  it("that says it is longer than 64 MiB is refused unread, with its connection", async () => {
    const emulator = await start();
    const headers = { "content-length": String(64 * 1024 * 1024 + 1) };
    const answer = await ask(emulator, "POST", "/campaigns/create", { headers }, (sent) => sent.flushHeaders());
    expect(answer).toMatchObject({ status: 413, headers: { connection: "close" } });
    expect(JSON.parse(answer.text)).toEqual({ error: "a body has at most 64 MiB" });
    expect(emulator.requests).toEqual([]);
  });

  it("that does not say how long it is is refused where it gets longer than that", async () => {
    const emulator = await start();
    const piece = Buffer.alloc(1024 * 1024);
    const answer = await ask(emulator, "POST", "/campaigns/create", {}, (sent) => {
      // One byte too many, and no end: nothing more is on its way when the answer comes.
      for (let pieces = 0; pieces < 64; pieces++) sent.write(piece);
      sent.write("x");
    });
    expect(answer).toMatchObject({ status: 413, headers: { connection: "close" } });
    expect(emulator.requests).toEqual([]);
  });

  it("that breaks off is no request", async () => {
    const emulator = await start();
    const { hostname, port } = new URL(emulator.url);
    const socket = connect(Number(port), hostname);
    const head = [`POST /v1/campaigns/create HTTP/1.1`, "host: x", `authorization: Bearer ${emulator.token}`];
    await new Promise<void>((resolve) =>
      socket.write(`${head.join("\r\n")}\r\ncontent-length: 9\r\n\r\n{}`, () => resolve()),
    );
    await new Promise((resolve) => socket.on("close", resolve).destroy());
    expect((await emulator.get(campaigns)).http).toBe(200);
    expect(emulator.requests.map(({ method }) => method)).toEqual(["GET"]);
  });
});

describe("a connection", () => {
  it("is kept for the next request, and says for how long", async () => {
    const emulator = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<unknown>();
    agent.on("free", (socket) => sockets.add(socket));
    try {
      for (const [method, path] of [
        ["GET", campaigns],
        ["POST", "/campaigns/create"],
        ["GET", "/nowhere"],
      ] as const) {
        const { headers } = await ask(emulator, method, path, { agent });
        expect(headers).toMatchObject({ connection: "keep-alive", "keep-alive": "timeout=72" });
        await new Promise(setImmediate);
      }
      expect(sockets.size).toBe(1);
    } finally {
      agent.destroy();
    }
  });

  it("carries the length of every answer", async () => {
    const emulator = await start();
    await emulator.post("/campaigns/create", { ...campaign, name: "Frühling 春" });
    const { headers, text } = await ask(emulator, "GET", campaigns);
    expect(headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "content-length": String(Buffer.byteLength(text)),
    });
    expect(headers).not.toHaveProperty("transfer-encoding");
  });
});

describe("an address", () => {
  it.each(["/campaigns/by-workspace/%zz", "/campaigns/by-workspace/%ff"])(
    "that encodes nothing is refused: %s",
    async (path) => {
      const emulator = await start();
      expect(await ask(emulator, "GET", path)).toMatchObject({ status: 400 });
      expect(emulator.requests).toEqual([]);
    },
  );

  it("counts as it is written", async () => {
    const emulator = await start();
    expect((await ask(emulator, "GET", "/campaigns/by%2Dworkspace/default")).status).toBe(404);
    expect((await ask(emulator, "GET", `${campaigns}/`)).status).toBe(404);
  });
});

it("a control route answers HEAD as GET, without a body, and 404 where there is none for a method", async () => {
  const emulator = await start();
  const control = { ...emulator, url: new URL(emulator.url).origin, token: "" } as Asked;
  expect(await ask(control, "HEAD", "/_emulator/duplicates")).toMatchObject({
    status: 200,
    text: "",
    headers: { "content-length": "2" },
  });
  expect(await ask(control, "PATCH", "/_emulator/duplicates")).toMatchObject({ status: 404 });
  expect(await ask(control, "GET", "/_emulators")).toMatchObject({ status: 404 });
});

it("a failure of the emulator itself is told, and it goes on", async () => {
  let broken = false;
  const emulator = await start({
    clock: () => {
      if (broken) throw new Error("the clock is broken");
      return 0;
    },
  });
  broken = true;
  const answer = await ask(emulator, "GET", campaigns);
  broken = false;
  expect([answer.status, JSON.parse(answer.text)]).toEqual([500, { error: "the clock is broken" }]);
  expect((await emulator.get(campaigns)).http).toBe(200);
});
