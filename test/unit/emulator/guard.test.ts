/** No page in the developer's browser reaches the emulator. */
import { request } from "node:http";
import { connect } from "node:net";
import { campaigns, makeCampaign, start } from "./client";

/** As a browser sends it: fetch does not let a test say which host it means. */
function ask(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  text = "",
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let answer = "";
      response.setEncoding("utf8").on("data", (part: string) => (answer += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: answer }));
    });
    sent.on("error", reject);
    sent.end(text);
  });
}

describe("a request from a web page", () => {
  it.each(["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost:4599"])(
    "of %s is refused, and changes nothing",
    async (origin) => {
      const emulator = await start();
      const id = await makeCampaign(emulator);
      const { origin: base } = new URL(emulator.url);
      const authorization = `Bearer ${emulator.token}`;
      const answers = [
        await ask(`${base}/_emulator/reset`, "POST", { origin, "content-type": "text/plain" }),
        await ask(`${base}/_emulator/faults`, "POST", { origin }, '{"fault":"error500"}'),
        await ask(`${base}/_emulator/dashboard/Campaign/${id}`, "DELETE", { origin }),
        await ask(`${base}/_emulator/requests`, "GET", { origin }),
        await ask(`${emulator.url}/campaigns/create`, "POST", { origin, authorization }, "{}"),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
      expect(answers[0]?.text).toContain("web pages are not served");
      expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
      expect(emulator.faults()).toEqual([]);
    },
  );

  it.each(["evil.example", "evil.example:4599", "127.0.0.1.evil.example", "localhost.evil.example", "["])(
    "by the name %j, which leads here, does not reach the control routes",
    async (host) => {
      const emulator = await start();
      const { status, text } = await ask(`${new URL(emulator.url).origin}/_emulator/reset`, "POST", { host });
      expect(status).toBe(403);
      expect(text).toContain("the control routes are asked by an address");
    },
  );
});

/** As it is on the wire: a client of HTTP would put the address in order. */
function statusOf(url: string, head: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.setEncoding("utf8").on("data", (part: string) => (answer += part));
    socket.on("error", reject).on("close", () => resolve(answer.split(" ", 2)[1] ?? ""));
    socket.write(`${[...head, "connection: close"].join("\r\n")}\r\n\r\n`);
  });
}

it.each([
  "/_emulator/requests",
  "/_emulator",
  "/%5Femulator/requests",
  "http://evil.example/_emulator/requests",
  "//_emulator/requests",
])("no spelling of a control route leads past the rule: %s", async (address) => {
  const emulator = await start();
  const status = await statusOf(emulator.url, [`GET ${address} HTTP/1.1`, "host: evil.example"]);
  expect(status).toBe(/^\/_emulator/.test(address) ? "403" : "404");
});

it.each(["localhost", "LOCALHOST:4599", "127.0.0.1", "[::1]:4599", "192.0.2.7"])(
  "who calls it %s reaches the control routes",
  async (host) => {
    const emulator = await start();
    expect((await ask(`${new URL(emulator.url).origin}/_emulator/health`, "GET", { host })).status).toBe(200);
  },
);

it("is known by the name it listens at, and the API by any", async () => {
  const emulator = await start({ host: "localhost" });
  const { origin } = new URL(emulator.url);
  expect((await ask(`${origin}/_emulator/health`, "GET", {})).status).toBe(200);
  const authorization = `Bearer ${emulator.token}`;
  expect((await ask(`${origin}/v1${campaigns}`, "GET", { host: "calls.internal", authorization })).status).toBe(200);
});
