/** The client against a real server: what each failure is called, what is sent again, and what never leaves it. */
import { AxiosError } from "axios";
import type { Emulator, FaultRule } from "../../../emulator";
import { Inventory } from "../../../provider/api/inventory";
import { kinds } from "../../../provider/kinds";
import type { Ended, Sign } from "../../../provider/api/adaptiveLimit";
import { createClient, type Client, type ClientOptions } from "../../../provider/api/client";
import { CallabError } from "../../../provider/api/errors";
import type { Limit } from "../../../provider/api/limiter";
import type { Operation } from "../../../provider/api/routes";
import { ConfigurationError, readConfiguration } from "../../../provider/configuration";
import { configurationFor, emulate, failureOf, now, serve, sleep } from "../../support/context";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await emulate({ token: "a-very-secret-token" });
});
beforeEach(() => emulator.reset());

const campaign = {
  name: "Spring renewals",
  notes: "",
  campaign_type: "outbound",
  ai_agent_id: "0b3c1c1e-8a51-4f0e-9d39-0e6f5f6f1a01",
  days_of_week: [1],
  time_zone: "UTC",
  workspace: "default",
};

function clientFor(
  settings: Record<string, string> = {},
  options: ClientOptions = {},
  api = emulator as { url: string; token: string },
): Client {
  const configuration = configurationFor(api, { timeoutSeconds: "1", ...settings });
  return createClient(configuration, { sleep, now, ...options });
}

const create = (client: Client): Promise<unknown> => client.send("Campaign", "create", { body: campaign });
const list = (client: Client): Promise<unknown> => client.send("Campaign", "list", {});

async function callabError(work: Promise<unknown>): Promise<CallabError> {
  const failure = await failureOf(work);
  if (!(failure instanceof CallabError)) throw failure;
  return failure;
}

it("sends the token, JSON and the filled-in route, and gives the data", async () => {
  const client = clientFor();
  const id = await create(client);
  expect(emulator.dashboard.ids("Campaign")).toEqual([id]);
  expect(emulator.requests[0]).toMatchObject({
    method: "POST",
    path: "/campaigns/create",
    body: campaign,
    status: 200,
  });
  await expect(client.send("Campaign", "list", { workspace: "default" })).resolves.toMatchObject([
    { name: "Spring renewals" },
  ]);
  expect(emulator.requests[1]).toMatchObject({ method: "GET", path: "/campaigns/by-workspace/default", body: null });
});

it("sends free-form values to the letter, whatever their keys", async () => {
  const mapping = { CamelKey: { "": { prototype: null }, a: null }, n: [0, "", false] };
  await clientFor().send("Campaign", "create", {
    body: { ...campaign, agent_variables_contact_metadata_mapping: mapping },
  });
  expect(emulator.requests[0]?.body).toMatchObject({ agent_variables_contact_metadata_mapping: mapping });
});

it("asks past every cache on the way, and says nothing of caches in a write", async () => {
  const asked: unknown[] = [];
  const url = await serve(({ method, headers }) => {
    asked.push([method, headers["cache-control"]]);
    return { status: 200, text: '{ "status": "ok", "message": "", "data": [] }' };
  });
  const client = clientFor({}, {}, { url, token: "a-token" });
  await list(client);
  await client.send("Campaign", "read", { id: "1" });
  await create(client);
  await client.send("Campaign", "update", { id: "1", body: campaign });
  expect(asked).toEqual([
    ["GET", "no-cache"],
    ["GET", "no-cache"],
    ["POST", undefined],
    ["POST", undefined],
  ]);
});

it("does not begin without a token", () => {
  const withoutToken = readConfiguration(() => undefined, {});
  expect(() => createClient(withoutToken)).toThrow(ConfigurationError);
  expect(() => createClient(withoutToken)).toThrow(/There is no API token. \[set-token\]/);
});

describe("what a failure is called", () => {
  it.each<[string, FaultRule, Partial<CallabError>, RegExp]>([
    [
      "the connection breaks before the work",
      { fault: "dropBefore" },
      { outcome: "unknown" },
      /cut before the answer|socket hang up|cut/,
    ],
    ["the connection breaks after the work", { fault: "dropAfter" }, { outcome: "unknown" }, /cut/],
    [
      "no answer in time",
      { fault: "stall", ms: 3_000 },
      { outcome: "unknown" },
      /no answer within 1 s.*callab:timeoutSeconds/,
    ],
    ["429", { fault: "rateLimit" }, { outcome: "notDone", status: 429 }, /too many requests.*callab:maxConcurrency/],
    [
      "403",
      { fault: "forbidden" },
      { outcome: "refused", status: 403 },
      /does not allow this to the token from callab:apiToken/,
    ],
    ["500", { fault: "error500" }, { outcome: "unknown", status: 500 }, /HTTP 500, the API failed/],
    ["500 after the work", { fault: "error500", when: "after" }, { outcome: "unknown", status: 500 }, /HTTP 500/],
    ["503", { fault: "unavailable" }, { outcome: "unknown", status: 503 }, /HTTP 503/],
    ["a proxy's page with 502", { fault: "html" }, { outcome: "unknown", status: 502 }, /HTTP 502/],
    [
      "a page with 200",
      { fault: "html", status: 200 },
      { outcome: "unknown", status: 200 },
      /HTML page instead of JSON/,
    ],
    ["a body that breaks off", { fault: "truncated" }, { outcome: "unknown", status: 200 }, /broken or cut-off answer/],
    ["a connection that breaks off", { fault: "truncated", cut: "connection" }, { outcome: "unknown" }, /cut/],
    ["no body", { fault: "emptyBody" }, { outcome: "unknown", status: 200 }, /an empty answer/],
    ["another envelope", { fault: "wrongEnvelope" }, { outcome: "unknown", status: 200 }, /without the API's envelope/],
  ])("%s", async (_title, fault, expected, words) => {
    emulator.addFault({ ...fault, times: "always" });
    for (const failure of [
      await callabError(create(clientFor({ maxRetries: "0" }))),
      await callabError(list(clientFor({ maxRetries: "0" }))),
    ]) {
      expect(failure).toMatchObject(expected);
      expect(failure.message).toMatch(words);
      expect(failure.message).toMatch(/^(POST|GET) \/campaigns\/\S+ \(documented\): /);
      expect(failure.message).not.toContain("a-very-secret-token");
    }
  });

  it("a refusal in an envelope, with what the API said", async () => {
    const failure = await callabError(clientFor().send("Campaign", "create", { body: { name: "x" } }));
    expect(failure).toMatchObject({ outcome: "refused", status: 200, mayBeMissingRoute: true });
    expect(failure.message).toContain("notes is required");
  });

  it.each([
    [404, true, true],
    [405, true, true],
    [410, false, true],
    [501, true, false],
    [400, false, true],
    [409, false, true],
    [422, false, true],
  ])("HTTP %i: may be a missing route: %s, may be an absent object: %s", async (status, missingRoute, absentObject) => {
    const url = await serve(() => ({ status, text: '{"status":"error","message":"no","data":""}' }));
    const failure = await callabError(list(clientFor({ maxRetries: "0" }, {}, { url, token: "t0ken" })));
    expect(failure).toMatchObject({ status, mayBeMissingRoute: missingRoute, mayBeAbsentObject: absentObject });
  });

  it("a token that is not known: where it came from, and what a refresh or a destroy would use", async () => {
    const failure = await callabError(list(clientFor({ apiToken: "another-token" })));
    expect(failure).toMatchObject({
      outcome: "refused",
      status: 401,
      mayBeAbsentObject: false,
      mayBeMissingRoute: false,
    });
    expect(failure.message).toContain("does not accept the token from callab:apiToken in the stack's configuration");
    expect(failure.message).toContain("pulumi config set --secret callab:apiToken");
    expect(failure.message).toContain("--run-program");
    expect(failure.message).not.toContain("another-token");
  });

  it("nothing at the address: surely not done", async () => {
    const failure = await callabError(
      create(clientFor({ maxRetries: "0" }, {}, { url: "http://127.0.0.1:9/v1", token: "t0ken" })),
    );
    expect(failure).toMatchObject({ outcome: "notDone", status: undefined });
    expect(failure.message).toContain("nothing answers at this address (connection refused): http://127.0.0.1:9/v1");
  });

  it("a host nobody knows: surely not done", async () => {
    const failure = await callabError(
      create(clientFor({ maxRetries: "0" }, {}, { url: "https://callab.invalid/v1", token: "t0ken" })),
    );
    expect(failure.outcome).toBe("notDone");
    expect(failure.message).toMatch(/host name/);
  });
});

describe("a message", () => {
  const failing = async (status: number, text: string, operation: Operation = "create"): Promise<CallabError> => {
    const url = await serve(() => ({ status, text }));
    const client = clientFor({ maxRetries: "0" }, {}, { url, token: "t0ken-t0ken" });
    const body = operation === "create" ? { body: campaign } : {};
    return callabError(client.send("Campaign", operation, { id: "a/b", ...body }));
  };

  it.each<[number, string, string]>([
    [
      422,
      "Failed to deserialize the JSON body: missing field `notes`",
      "Failed to deserialize the JSON body: missing field `notes`",
    ],
    [400, '{"error":"name is too long"}', "name is too long"],
    [422, '{"detail":[{"loc":["body","name"],"msg":"field required"}]}', "body.name: field required"],
    [422, '{"errors":{"name":["is too long"]}}', "name: is too long"],
    [422, '{"status":"invalid","message":"name is too long"}', "name is too long"],
    [422, '{"status":"error","message":"error","data":"","errors":["name is too long"]}', "name is too long"],
    [401, "token expired", "token expired"],
    [403, "<html><title>Blocked by the firewall</title></html>", "Blocked by the firewall"],
    [
      409,
      "no\u001b[31m\r\n  POST /campaigns/create (documented): done\u202e",
      "no POST /campaigns/create (documented): done",
    ],
    [404, "x".repeat(5_000), `${"x".repeat(399)}…`],
  ])("of HTTP %i shows what the API said in %s", async (status, text, words) => {
    const failure = await failing(status, text);
    expect(failure).toMatchObject({ outcome: "refused", status, apiMessage: words });
    expect(failure.message).toContain(`: "${words}".`);
    expect(failure.message).not.toMatch(/[\n\u001b\u202e]/);
  });

  it.each<[number, string, string | undefined]>([
    [200, "queued", "queued"],
    [200, '{"error":"no such workspace"}', "no such workspace"],
    [200, '{"result":"done"}', undefined],
    [200, '{"status":"ok","data":[', undefined],
    [200, '{"status":"queued","message":"come back later"}', "come back later"],
    [500, "upstream timed out", "upstream timed out"],
    [502, "<html><head><title>502 Bad Gateway</title></head></html>", "502 Bad Gateway"],
    [408, "too slow", "too slow"],
    [425, "too early", "too early"],
  ])("of HTTP %i with %s does not tell whether it was done", async (status, text, words) => {
    expect(await failing(status, text)).toMatchObject({ outcome: "unknown", status, apiMessage: words });
  });

  it("says where the request went, and how often that address is told: once", async () => {
    const refused = await failing(422, "no", "read");
    expect(refused.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/campaigns\/by-id\/a%2Fb$/);
    expect(refused.message).toBe(`GET /campaigns/by-id/{id} (documented): ${refused.address}: HTTP 422: "no".`);
    const nobody = await callabError(
      list(clientFor({ maxRetries: "0" }, {}, { url: "http://127.0.0.1:9/v1", token: "t0ken" })),
    );
    expect(nobody.message.match(/http:\/\/127\.0\.0\.1:9/g)).toHaveLength(1);
    expect(nobody.message).toContain("(connection refused): http://127.0.0.1:9/v1/campaigns/by-workspace/default.");
  });

  it("shows no credential of a route that somebody configured", async () => {
    const url = await serve(() => ({ status: 400, text: "no" }));
    const routes = JSON.stringify({ "campaign.list": "GET /flows?api_key=s3cr3t&w={workspace}" });
    const { message } = await callabError(list(clientFor({ routes }, {}, { url, token: "t0ken" })));
    expect(message).toMatch(
      /^GET \/flows\?api_key=\[secret\]&w=\{workspace\} .*\/v1\/flows\?api_key=\[secret\]&w=default: /,
    );
  });

  it("of a list that is none says where it came from", async () => {
    const url = await serve(() => ({ text: '{"status":"ok","data":"none"}' }));
    const inventory = new Inventory(clientFor({}, {}, { url, token: "t0ken" }), now);
    const { message } = await failureOf(inventory.list(kinds.Campaign, "default"));
    expect(message).toContain(`${url}/campaigns/by-workspace/default`);
  });
});

describe("an answer without content", () => {
  const clientOf = async (status: number): Promise<Client> => {
    const url = await serve(() => ({ status, text: "" }));
    return clientFor({ maxRetries: "0" }, {}, { url, token: "t0ken" });
  };

  it.each([204, 205])("says by HTTP %i that a write was done", async (status) => {
    const client = await clientOf(status);
    for (const operation of ["create", "update", "delete"] as const)
      await expect(client.send("Campaign", operation, { id: "1", body: campaign })).resolves.toBeUndefined();
  });

  it.each([200, 204])("tells nothing of what exists (HTTP %i)", async (status) => {
    const client = await clientOf(status);
    for (const work of [list(client), client.send("Campaign", "read", { id: "1" })])
      expect(await callabError(work)).toMatchObject({ outcome: "unknown", status });
  });

  it("does not tell what came of a write where it may have been cut off (HTTP 200)", async () => {
    expect(await callabError(create(await clientOf(200)))).toMatchObject({ outcome: "unknown" });
  });
});

describe("a connection that fails", () => {
  const codes = [
    ...["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ECONNRESET", "EPIPE"],
    ...["ECONNABORTED", "EADDRNOTAVAIL", "ERR_NETWORK", "ERR_BAD_RESPONSE"],
  ];
  const begun = new Set<string | undefined>(["connect", "getaddrinfo"]);
  const syscalls = ["connect", "getaddrinfo", "read", "write", "shutdown", undefined];

  type Fault = Error & { readonly code: string };
  const failing = (code: string, syscall: string | undefined): Fault =>
    Object.assign(new Error(`${syscall} ${code}`), { code }, syscall === undefined ? {} : { syscall });
  const together = (...errors: Fault[]): Fault =>
    Object.assign(new AggregateError(errors), { code: errors[0]?.code ?? "" });
  const wrapped = (fault: Fault): Fault => AxiosError.from<unknown, unknown>(fault) as unknown as Fault;

  async function outcomeOf(fault: Error): Promise<{ failure: CallabError; sent: number }> {
    let sent = 0;
    const adapter = (): Promise<never> => {
      sent++;
      return Promise.reject(fault);
    };
    return { failure: await callabError(create(clientFor({ maxRetries: "2" }, { adapter }))), sent };
  }

  describe.each(codes)("with %s", (code) => {
    it.each(syscalls)("at %s: sent again only if no connection came to be", async (syscall) => {
      for (const fault of [
        failing(code, syscall),
        wrapped(failing(code, syscall)),
        together(failing(code, syscall), failing(code, syscall)),
        wrapped(together(failing(code, syscall), failing("ECONNREFUSED", "connect"))),
        wrapped(wrapped(failing(code, syscall))),
      ]) {
        const { failure, sent } = await outcomeOf(fault);
        expect(failure.outcome).toBe(begun.has(syscall) ? "notDone" : "unknown");
        expect(sent).toBe(begun.has(syscall) ? 3 : 1);
      }
    });
  });

  it("may have been done if any of several addresses may have been reached", async () => {
    const mixed = [failing("ECONNREFUSED", "connect"), failing("ECONNRESET", "read")];
    for (const errors of [mixed, mixed.toReversed()]) {
      const { failure, sent } = await outcomeOf(wrapped(together(...errors)));
      expect({ outcome: failure.outcome, sent }).toEqual({ outcome: "unknown", sent: 1 });
    }
    expect((await outcomeOf(wrapped(together()))).failure.outcome).toBe("unknown");
  });

  it("may have been done if what failed is not told, though a cause of the cause points to itself", async () => {
    const circle: Fault & { cause?: unknown } = failing("ECONNREFUSED", undefined);
    circle.cause = circle;
    expect((await outcomeOf(circle)).failure.outcome).toBe("unknown");
  });

  it("says what to look at", async () => {
    const words = async (code: string, syscall: string): Promise<string> =>
      (await outcomeOf(wrapped(failing(code, syscall)))).failure.message;
    expect(await words("ETIMEDOUT", "connect")).toMatch(/no connection came about in time: http.*Check callab:baseUrl/);
    expect(await words("EADDRNOTAVAIL", "connect")).toMatch(/no connection came about \(EADDRNOTAVAIL\): http/);
    expect(await words("EHOSTUNREACH", "read")).toMatch(/the host cannot be reached\.$/);
  });
});

describe("a list", () => {
  it("is asked for as its route says, and page by page where a page is named", async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve(({ url: path }) => {
      asked.push(path);
      return { text: '{"status":"ok","data":[]}' };
    });
    const routes = JSON.stringify({ "webhook.list": "GET /flows?w={workspace}&page=1&per_page=500&sort=name" });
    const client = clientFor({ routes }, {}, { url, token: "t0ken" });
    const page = { number: 2, size: 20 };
    await client.list("Campaign", { workspace: "a&b" });
    await client.list("Campaign", { workspace: "a&b", page });
    await client.list("AiAgent", { workspace: "a&b", page });
    await client.list("PhoneNumber", { page });
    await client.list("Webhook", { workspace: "a&b" });
    await client.list("Webhook", { workspace: "a&b", page });
    expect(asked).toEqual([
      "/v1/campaigns/by-workspace/a%26b",
      "/v1/campaigns/by-workspace/a%26b?page=2&per_page=20",
      "/v1/ai-agent?workspace=a%26b&page=2&per_page=20",
      "/v1/phone_number?page=2&per_page=20",
      "/v1/flows?w=a%26b&page=1&per_page=500&sort=name",
      "/v1/flows?w=a%26b&sort=name&page=2&per_page=20",
    ]);
  });

  it("comes with all that stands beside its data, in the envelope and in the headers", async () => {
    const url = await serve(() => ({
      text: '{"status":"ok","message":"success","data":[1],"total":3,"meta":{"page":0}}',
      headers: { Link: '</campaigns?page=1>; rel="next"', "X-Total-Count": "3" },
    }));
    const answer = await clientFor({}, {}, { url, token: "t0ken" }).list("Campaign", {});
    expect(answer).toMatchObject({
      data: [1],
      beside: { total: 3, meta: { page: 0 } },
      headers: { link: '</campaigns?page=1>; rel="next"', "x-total-count": "3" },
      route: { key: "campaign.list" },
    });
    expect(Object.keys(answer.beside)).toEqual(["total", "meta"]);
  });

  it("is sent again as any list is, and fails as one", async () => {
    emulator.addFault({ fault: "error500", times: 1 });
    await expect(clientFor().list("Campaign", { page: { number: 1, size: 10 } })).resolves.toMatchObject({ data: [] });
    emulator.addFault({ fault: "forbidden", times: "always" });
    await expect(clientFor().list("Campaign", {})).rejects.toMatchObject({ outcome: "refused", status: 403 });
  });
});

describe("what is sent again", () => {
  const attemptsOf = (operation: Operation): number =>
    emulator.requests.filter((request) => request.operation === operation).length;

  it.each<[string, FaultRule, number]>([
    ["a lost answer", { fault: "dropAfter" }, 1],
    ["a 500", { fault: "error500" }, 1],
    ["a timeout", { fault: "stall", ms: 2_000 }, 1],
    ["an empty body", { fault: "emptyBody" }, 1],
    ["a 429", { fault: "rateLimit" }, 3],
  ])("a create after %s: %# ", async (_title, fault, attempts) => {
    emulator.addFault({ ...fault, times: "always" });
    await callabError(create(clientFor({ maxRetries: "2" })));
    expect(attemptsOf("create")).toBe(attempts);
  });

  it.each<[string, FaultRule, number]>([
    ["a lost answer", { fault: "dropAfter" }, 3],
    ["a 500", { fault: "error500" }, 3],
    ["an empty body", { fault: "emptyBody" }, 3],
    ["a 429", { fault: "rateLimit" }, 3],
    ["a refusal", { fault: "forbidden" }, 1],
  ])("a list after %s", async (_title, fault, attempts) => {
    emulator.addFault({ ...fault, times: "always" });
    await callabError(list(clientFor({ maxRetries: "2" })));
    expect(attemptsOf("list")).toBe(attempts);
  });

  it("a create after a 429, once, when the API has recovered", async () => {
    emulator.addFault({ fault: "rateLimit", times: 2 });
    await create(clientFor());
    expect(emulator.dashboard.ids("Campaign")).toHaveLength(1);
  });

  it("waits as long as the API asks, in seconds or until a date, and tells of it", async () => {
    for (const httpDate of [false, true]) {
      emulator.reset();
      const pauses: number[] = [];
      emulator.addFault({ fault: "rateLimit", retryAfter: 7, httpDate });
      await list(clientFor({}, { onRetry: (_error, ms) => void pauses.push(ms) }));
      expect(pauses).toHaveLength(1);
      expect(pauses[0]).toBeGreaterThan(5_000);
      expect(pauses[0]).toBeLessThanOrEqual(7_000);
    }
  });

  it("fails instead of waiting for an hour", async () => {
    emulator.addFault({ fault: "rateLimit", retryAfter: 3_600 });
    await expect(list(clientFor())).rejects.toMatchObject({ status: 429, retryAfter: 3_600_000 });
    expect(emulator.requests).toHaveLength(1);
  });
});

describe("a redirect", () => {
  it("to another host is refused, and the token stays here", async () => {
    const asked: (string | undefined)[] = [];
    const elsewhere = await serve((request) => {
      asked.push(request.headers.authorization);
      return { text: '{"status":"ok","data":[]}' };
    });
    for (const status of [301, 302, 303, 307, 308] as const) {
      emulator.clearFaults();
      emulator.addFault({ fault: "redirect", location: `${elsewhere}/campaigns`, status, times: "always" });
      const failure = await callabError(list(clientFor()));
      expect(failure.message).toContain("redirect to 127.0.0.1");
      expect(failure.message).toContain("The token is only sent to the configured address");
    }
    expect(asked).toEqual([]);
  });

  it("on the same host is followed for a read", async () => {
    emulator.addFault({ fault: "redirect", location: "/v1/webhooks" });
    await expect(list(clientFor())).resolves.toEqual([]);
  });

  it("of a create is never turned into something else", async () => {
    emulator.addFault({ fault: "redirect", location: "/v1/campaigns/create", status: 302, times: "always" });
    await callabError(create(clientFor()));
    expect(emulator.requests).toHaveLength(1);
    expect(emulator.dashboard.ids("Campaign")).toEqual([]);
  });

  it.each([301, 302, 303, 304, 307, 308])(
    "of a create to the address that has taken it (HTTP %i) is followed no more, and says nothing of the work",
    async (status) => {
      const asked: string[] = [];
      const url = await serve((request) => {
        asked.push(request.url ?? "");
        return { status, text: "", headers: { location: "/v1/campaigns/create?again=1" } };
      });
      const failure = await callabError(create(clientFor({}, {}, { url, token: "t0ken" })));
      expect(failure.outcome).toBe("unknown");
      expect(asked).toEqual(["/v1/campaigns/create"]);
    },
  );

  it("of a create to another address of the same host is followed where the server says so", async () => {
    const asked: string[] = [];
    const url = await serve((request) => {
      asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
      return asked.length === 1
        ? { status: 308, text: "", headers: { location: "/v1/campaigns/create/" } }
        : { text: '{"status":"ok","data":"made"}' };
    });
    await expect(create(clientFor({}, {}, { url, token: "t0ken" }))).resolves.toBe("made");
    expect(asked).toEqual(["POST /v1/campaigns/create", "POST /v1/campaigns/create/"]);
  });

  it("in a circle ends", async () => {
    emulator.addFault({ fault: "redirect", location: "/v1/campaigns/by-workspace/default", times: "always" });
    await callabError(list(clientFor({ maxRetries: "0" })));
    expect(emulator.requests.length).toBeLessThan(10);
  });

  it.each(["", "not a url: \\", "javascript:alert(1)"])("to %j is refused", async (location) => {
    const url = await serve(() => ({ status: 302, text: "", headers: { location } }));
    const failure = await callabError(list(clientFor({}, {}, { url, token: "t0ken" })));
    expect(failure.outcome).toBe("refused");
  });
});

describe("secrets", () => {
  const token = 'tok"en\\with/signs';

  it.each<[string, (sent: string) => string]>([
    ["as they are", (sent) => `no access for ${sent}`],
    ["in JSON", (sent) => JSON.stringify({ seen: { authorization: sent } })],
    ["behind a long text", (sent) => `${"x".repeat(395)}${sent}`],
    ["in a web address", (sent) => `see /help?q=${encodeURIComponent(sent)}`],
    ["in a page", (sent) => sent.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)],
    ["in Base64", (sent) => Buffer.from(sent).toString("base64")],
  ])("that the API echoes %s are in no message", async (_title, echo) => {
    const header = 'Bearer "quoted" and\nlong enough';
    const answers: string[] = [];
    const url = await serve((request, body) => {
      const sent = `${request.headers.authorization ?? ""} ${(JSON.parse(body || "{}") as { key?: string }).key ?? ""}`;
      return { status: 400, text: JSON.stringify({ status: "error", message: echo(sent), data: { sent } }) };
    });
    const client = clientFor({ maxRetries: "0" }, {}, { url, token });
    const failure = await callabError(client.send("Webhook", "create", { body: { key: header }, secrets: [header] }));
    answers.push(failure.message, failure.apiMessage ?? "", String(failure.cause), failure.stack ?? "");
    for (const text of answers) {
      for (const secret of [token, header, JSON.stringify(token).slice(1, -1), JSON.stringify(header).slice(1, -1)])
        expect(text).not.toContain(secret);
      expect(text).not.toContain('tok"e');
      expect(text).not.toContain("long enough");
      expect(text).not.toMatch(/long%20enough|bG9uZyBlbm91Z2/);
    }
  });

  it("are not in the error in any other way", async () => {
    const failure = await callabError(
      list(clientFor({ maxRetries: "0" }, {}, { url: "http://127.0.0.1:9/v1", token: "t0ken-t0ken" })),
    );
    const everything = JSON.stringify(failure, Object.getOwnPropertyNames(failure));
    expect(everything).not.toContain("t0ken");
  });
});

describe("a route of which two writings are known", () => {
  const update = (client: Client): Promise<unknown> =>
    client.send("Campaign", "update", {
      id: emulator.dashboard.ids("Campaign")[0] ?? "",
      body: { ...campaign, status: "paused" },
    });

  it.each(["404", "405", "200"] as const)(
    "is tried by the older one where the first answers %s, and remembered",
    async (absentAnswer) => {
      emulator.setPersonality({ campaignUpdatePath: "older", absentAnswer });
      const client = clientFor();
      await create(client);
      await update(client);
      await update(client);
      expect(emulator.requests.slice(1).map(({ path }) => path.split("/")[1])).toEqual([
        "campaigns",
        "campaign",
        "campaign",
      ]);
      emulator.setPersonality({});
    },
  );

  it("tells the refusal worth reading, not that the other one is not there", async () => {
    emulator.setPersonality({ campaignUpdatePath: "current", absentAnswer: "404" });
    const client = clientFor();
    await create(client);
    const id = emulator.dashboard.ids("Campaign")[0] ?? "";
    const failure = await callabError(client.send("Campaign", "update", { id, body: { name: 7, status: "paused" } }));
    expect(failure.message).toContain("name must be string");
    emulator.setPersonality({});
  });
});

it("has no more requests under way than configured", async () => {
  let running = 0;
  let most = 0;
  const url = await serve(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
    return { text: '{"status":"ok","data":[]}' };
  });
  const client = clientFor({ maxConcurrency: "3" }, {}, { url, token: "t0ken" });
  await Promise.all(Array.from({ length: 20 }, () => list(client)));
  expect(most).toBe(3);
});

describe("what a request says of how much the API can take", () => {
  /** A limit that never changes, and what it is told. */
  const listening = (): { readonly limit: Limit; readonly told: readonly Ended[] } => {
    const told: Ended[] = [];
    const begin: Limit["begin"] = (level, at) => ({ level, at, halvings: 0 });
    return { limit: { height: 8, begin, end: (_begun, ended) => void told.push(ended) }, told };
  };

  const refusal: FaultRule = { fault: "refusal", text: "no", status: 422 };
  const table: readonly [string, FaultRule | undefined, Sign][] = [
    ["an answer", undefined, "answered"],
    ["a refusal", refusal, "refused"],
    ["a 429", { fault: "rateLimit" }, "tooMuch"],
    ["a 503", { fault: "unavailable" }, "tooMuch"],
    ["a 502", { fault: "html" }, "trouble"],
    ["a broken connection", { fault: "dropBefore" }, "trouble"],
    ["no answer in time", { fault: "stall", ms: 3_000 }, "trouble"],
    ["an answer that cannot be read", { fault: "emptyBody" }, "refused"],
  ];

  it.each(table)("%s", async (_name, fault, sign) => {
    if (fault !== undefined) emulator.addFault(fault);
    const { limit, told } = listening();
    await list(clientFor({ maxRetries: "0" }, { limit })).catch(() => undefined);
    expect(told).toEqual([expect.objectContaining({ sign, route: "campaign.list" })]);
  });

  it("is nothing where it was stopped", async () => {
    emulator.addFault({ fault: "stall", ms: 3_000 });
    const { limit, told } = listening();
    const stop = new AbortController();
    const client = clientFor({}, { limit, signal: stop.signal });
    const asked = client.send("Campaign", "list", { onSend: () => setImmediate(() => stop.abort()) });
    await expect(asked).rejects.toBeInstanceOf(CallabError);
    expect(told).toEqual([]);
  });
});
