/** Hostile answers against the client: each ends in a result or in one sentence, in time, and the token goes nowhere else. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { createClient } from "../../provider/api/client";
import { CallabError } from "../../provider/api/errors";
import { readObject } from "../../provider/api/object";
import { readWholeList } from "../../provider/api/wholeList";
import { readConfiguration } from "../../provider/configuration";
import { kinds } from "../../provider/kinds";
import { kindNames } from "../../provider/kinds/schema";
import { serveAnything, serveBytes } from "../support/hostileServer";
import { fuzz, isWhole } from "./fuzz";
import { hostileJson, hostileText } from "./hostile";

jest.setTimeout(3_600_000);

const TOKEN = "t0ken-that-nobody-else-may-see";

const envelope = fc.record({
  status: fc.oneof(fc.constantFrom("ok", "success", "error", "OK", "failed"), hostileText),
  message: fc.oneof(hostileText, hostileJson),
  data: fc.oneof(
    hostileJson,
    fc.array(fc.dictionary(fc.constantFrom("id", "name", "uuid", "deleted_at"), hostileJson)),
  ),
  [`total`]: fc.oneof(fc.integer(), hostileJson),
});

/** Small on the wire, and more than may be in memory: of bytes, of values, of depth. */
const bombs = fc.constantFrom(
  gzipSync(Buffer.alloc(128 * 1024 * 1024)),
  gzipSync(Buffer.from(`{"status":"ok","data":[${"{},".repeat(10_000_000)}{}]}`)),
  gzipSync(Buffer.from(`{"status":"ok","data":${"[".repeat(20_000_000)}`)),
  gzipSync(Buffer.from(`{"status":"error","message":"${"no ".repeat(10_000_000)}"}`)),
);

const bodies = fc.oneof(
  { weight: 4, arbitrary: envelope.map((value) => Buffer.from(JSON.stringify(value))) },
  { weight: 2, arbitrary: hostileJson.map((value) => Buffer.from(JSON.stringify(value))) },
  { weight: 2, arbitrary: hostileText.map((text) => Buffer.from(`<title>${text}</title>${text}`)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc.constant(Buffer.from(`${TOKEN} Bearer ${TOKEN} ${Buffer.from(TOKEN).toString("base64")}`)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 30_000 }), fc.constantFrom("[", '{"a":', '[{"data":'))
      .map(([depth, open]) => Buffer.from(`{"status":"ok","data":${open.repeat(depth)}`)),
  },
);

const location = fc.oneof(
  fc.constantFrom(
    "/v1/x",
    "",
    "//ELSEWHERE/x",
    "http://ELSEWHERE/x",
    "http://somebody:else@HERE/x",
    "http://HERE@ELSEWHERE/",
  ),
  fc.constantFrom(
    "https://HERE/x",
    "ftp://ELSEWHERE",
    "javascript:1",
    "\\\\ELSEWHERE\\x",
    "http://HERE.evil.example/x",
  ),
  hostileText.map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ""))),
);

const answer = fc.record({
  status: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        200,
        200,
        201,
        204,
        205,
        206,
        304,
        400,
        401,
        403,
        404,
        405,
        407,
        408,
        422,
        429,
        500,
        503,
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(301, 302, 303, 307, 308, 300, 399) },
    { weight: 1, arbitrary: fc.constantFrom(0, 99, 299, 599, 600, 999, 2000) },
  ),
  body: bodies,
  encoding: fc.option(fc.constantFrom("gzip", "deflate", "br", "zstd", "nonsense", "gzip, gzip"), { freq: 4 }),
  isCompressed: fc.boolean(),
  retryAfter: fc.option(fc.constantFrom("0", "-1", "1e308", "NaN", "Thu, 01 Jan 1970 00:00:00 GMT", "soon"), {
    freq: 4,
  }),
  location,
  length: fc.oneof({ weight: 6, arbitrary: fc.constant("right") }, fc.constantFrom("none", "short", "wrong", "twice")),
  reason: hostileText.map((text) => text.replace(/[\r\n]/g, " ")),
});

const bomb: fc.Arbitrary<Answer> = bombs.chain((body) =>
  answer.map((given) => ({ ...given, status: 200, body, encoding: "gzip", isCompressed: false, length: "right" })),
);

type Answer = typeof answer extends fc.Arbitrary<infer T> ? T : never;

function bytesOf(
  { status, body, encoding, isCompressed, retryAfter, location: to, length, reason }: Answer,
  here: string,
  elsewhere: string,
): Buffer {
  const text = isCompressed && encoding === "gzip" ? gzipSync(body) : body;
  const promised = {
    right: text.length,
    short: Math.floor(text.length / 2),
    wrong: "-1x",
    none: undefined,
    twice: text.length,
  }[length];
  const target = to.replaceAll("HERE", here).replaceAll("ELSEWHERE", elsewhere);
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "content-type: application/json",
    "connection: close",
    ...(encoding === null ? [] : [`content-encoding: ${encoding}`]),
    ...(retryAfter === null ? [] : [`retry-after: ${retryAfter}`]),
    ...(status >= 300 && status < 400 ? [`location: ${target}`] : []),
    ...(promised === undefined ? [] : [`content-length: ${promised}`]),
    ...(length === "twice" ? [`content-length: ${text.length + 1}`] : []),
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), text]);
}

const operations = ["list", "read", "create"] as const;

it("answers: a result or a sentence, and the token stays", async () => {
  const elsewhere = await serveAnything();
  let next: Answer | undefined;
  const base: string = await serveBytes((socket) => {
    if (next === undefined) return socket.destroy();
    return socket.end(bytesOf(next, new URL(base).host, new URL(elsewhere.url).host));
  });
  const settings: Record<string, string> = {
    baseUrl: `${base}/v1`,
    apiToken: TOKEN,
    timeoutSeconds: "1",
    maxRetries: "0",
  };
  const configuration = readConfiguration((key) => settings[key], {});
  const client = createClient(configuration);
  const before = process.memoryUsage.rss();
  let most = before;
  await fuzz(
    { share: 300, whole: 10_000 },
    fc.tuple(
      fc.oneof({ weight: 300, arbitrary: answer }, { weight: 1, arbitrary: bomb }),
      fc.constantFrom(...kindNames),
      fc.constantFrom(...operations),
    ),
    async ([given, kindName, operation]) => {
      next = given;
      const kind = kinds[kindName];
      const work =
        operation === "list" && client.routes.of(kindName, "list").length > 0
          ? readWholeList(client, kind, "default")
          : operation === "read" && client.routes.of(kindName, "read").length > 0
            ? readObject(client, kind, "11111111-1111-4111-8111-111111111111", "default")
            : client.send(kindName, "create", { body: { name: "x" } });
      const failure = await work.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure !== undefined) {
        expect(failure).toBeInstanceOf(CallabError);
        const { message } = failure as CallabError;
        expect(message).toMatch(/^(GET|POST) \/\S+ .*\S/);
        expect(message.length).toBeLessThan(2_000);
        expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        expect(message).not.toContain(TOKEN);
      }
      most = Math.max(most, process.memoryUsage.rss());
    },
  );
  expect(elsewhere.asked).toEqual([]);
  // What the tests themselves take is there before.
  const taken = Math.round((most - before) / 1024 / 1024);
  if (isWhole) process.stdout.write(`answers: at most ${taken} MB of memory more than before\n`);
  expect(taken).toBeLessThan(400);
});
