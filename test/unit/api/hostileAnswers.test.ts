/** Answers that are made to do harm: none of them costs more memory or time than an answer may, or sends the token elsewhere. */
import { gzipSync } from "node:zlib";
import { createClient, type Client } from "../../../provider/api/client";
import { CallabError } from "../../../provider/api/errors";
import { LARGEST_ANSWER, longestExchange } from "../../../provider/api/limits";
import { readConfiguration } from "../../../provider/configuration";
import { failureOf, serve } from "../../support/context";
import { serveAnything, serveBytes, serveEndlessly } from "../../support/hostileServer";

const TOKEN = "t0ken-of-this-test";

jest.setTimeout(60_000);

type Environment = Readonly<Record<string, string>>;

/** Patient, so that only what is about time is decided by it. */
function clientFor(baseUrl: string, environment: Environment = {}, timeoutSeconds = "60"): Client {
  const values: Record<string, string> = { baseUrl, apiToken: TOKEN, timeoutSeconds, maxRetries: "0" };
  return createClient(readConfiguration((key) => values[key], environment));
}

async function failing(url: string, environment: Environment = {}, timeoutSeconds?: string): Promise<CallabError> {
  const failure = await failureOf(clientFor(url, environment, timeoutSeconds).list("Campaign", {}));
  if (!(failure instanceof CallabError)) throw failure;
  return failure;
}

describe("an answer that is too large", () => {
  it("is not read to its end", async () => {
    const { url, sent } = await serveEndlessly(Buffer.alloc(1024 * 1024, " "));
    const failure = await failing(url);
    expect(failure).toMatchObject({ outcome: "unknown" });
    expect(failure.message).toContain("the answer is larger than 24 MB, and was not read to its end");
    expect(sent()).toBeLessThan(2 * LARGEST_ANSWER);
  });

  it("is measured after it was decompressed", async () => {
    const bomb = gzipSync(Buffer.alloc(2 * LARGEST_ANSWER), { level: 1 });
    const { url } = await serveEndlessly(bomb, { "content-encoding": "gzip" }, 1);
    expect((await failing(url)).message).toContain("larger than 24 MB");
  });

  it("tells of a create that it may have been done", async () => {
    const { url } = await serveEndlessly(Buffer.alloc(1024 * 1024, " "));
    await expect(clientFor(url).send("Campaign", "create", { body: {} })).rejects.toMatchObject({ outcome: "unknown" });
  });

  it("is told in few words, though all of it were a message", async () => {
    const message = `no: ${"x".repeat(LARGEST_ANSWER / 4)}`;
    const url = await serve(() => ({ status: 400, text: JSON.stringify({ status: "error", message }) }));
    const failure = await failing(url);
    expect(failure.message).toContain('"no: xxx');
    expect(failure.message.length).toBeLessThan(1_000);
  });
});

it("JSON that is nested without end is refused with a sentence", async () => {
  const deep = "[".repeat(1_000_000);
  for (const text of [
    deep,
    `{"status":"ok","data":${deep}`,
    `{"status":"ok","data":${deep}${"]".repeat(1_000_000)}}`,
  ]) {
    const failure = await failing(await serve(() => ({ text })));
    expect(failure.message).toContain("HTTP 200 with JSON that is nested deeper than 256 levels");
  }
});

describe("an answer that does not end", () => {
  it("is given up in time, though a byte comes now and then", async () => {
    const url = await serveBytes((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n");
      const timer = setInterval(() => socket.write("1\r\n \r\n"), 100);
      socket.on("close", () => clearInterval(timer));
    });
    expect((await failing(url, {}, "1")).message).toContain("no answer within 1 s");
    expect(longestExchange(1)).toBe(2_000);
  });

  it("is given up in time where the API changes to another protocol", async () => {
    const url = await serveBytes((socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n");
    });
    expect(await failing(url, {}, "1")).toMatchObject({ outcome: "unknown" });
  });
});

it("a redirect on the same host that says who asks is refused: it would go in place of the token", async () => {
  const asked: (string | undefined)[] = [];
  const url = await serve(({ headers, url: path = "" }) => {
    asked.push(headers.authorization);
    const location = path.includes("moved") ? "/" : `http://somebody:else@${headers.host ?? ""}/moved`;
    return { status: 302, text: "", headers: { location } };
  });
  expect((await failing(url)).message).toContain("a redirect to 127.0.0.1");
  expect(asked).toEqual([`Bearer ${TOKEN}`]);
});

describe("a proxy", () => {
  const environment = process.env;
  afterEach(() => (process.env = environment));
  /** HTTP libraries read the environment of the process. */
  const within = (more: Environment): Environment => {
    process.env = { ...environment, NO_PROXY: "", no_proxy: "", ...more };
    return more;
  };

  it("is not told the token of an address on this machine", async () => {
    const proxy = await serveAnything();
    const api = await serveAnything();
    const settings = within({ HTTP_PROXY: proxy.url, http_proxy: proxy.url, ALL_PROXY: proxy.url });
    await clientFor(`${api.url}/v1`, settings).list("Campaign", {});
    expect(proxy.asked).toEqual([]);
    expect(api.asked.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${TOKEN}`]);
  });

  it("that is dead is what is blamed, and nothing was done", async () => {
    const settings = within({ HTTPS_PROXY: "http://127.0.0.1:9" });
    const failure = await failing("https://api.example/v1", settings);
    expect(failure).toMatchObject({ outcome: "notDone" });
    expect(failure.message).toContain(
      "the proxy 127.0.0.1:9 of the environment variable HTTPS_PROXY cannot be reached",
    );
    expect(failure.message).not.toContain("nothing answers at this address");
    expect(failure.message).toContain("NO_PROXY");
  });
});
