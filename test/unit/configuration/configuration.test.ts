/** Pulumi config, then the environment, then the default; and every mistake in them told at once. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  configurationKeys,
  ConfigurationError,
  engineAddress,
  readConfiguration,
  unknownSettings,
  type Configuration,
} from "../../../provider/configuration";
import { hint } from "../../../provider/words/hint";
import { wordedForRun } from "../../../provider/runtime/hints";

type Values = Readonly<Record<string, string | undefined>>;

const configured = (values: Values = {}, environment: Values = {}): Configuration =>
  readConfiguration((key) => values[key], environment);

function problems(values: Values, environment: Values = {}): readonly string[] {
  try {
    configured(values, environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map(wordedForRun);
    throw error;
  }
  throw new Error("expected a problem, and there was none");
}

it("has a default for everything but the token", () => {
  expect(configured()).toMatchObject({
    apiToken: undefined,
    baseUrl: "https://api.callab.ai/v1",
    workspace: "default",
    maxConcurrency: 32,
    maxRetries: 4,
    timeoutSeconds: 30,
    routes: {},
  });
});

it("takes the stack's configuration before the environment, and says where the token came from", () => {
  const environment = {
    CALLAB_API_TOKEN: "env-token",
    CALLAB_BASE_URL: "https://env.example/v1",
    CALLAB_WORKSPACE: "env",
  };
  expect(configured({}, environment)).toMatchObject({
    apiToken: { value: "env-token", origin: "the environment variable CALLAB_API_TOKEN" },
    baseUrl: "https://env.example/v1",
    workspace: "env",
  });
  const values = { apiToken: "cfg-token", baseUrl: "https://cfg.example/v1", workspace: "cfg" };
  expect(configured(values, environment)).toMatchObject({
    apiToken: { value: "cfg-token", origin: [hint("setting-origin", { setting: "apiToken" })] },
    baseUrl: "https://cfg.example/v1",
    workspace: "cfg",
  });
});

it("takes an empty value for none", () => {
  expect(
    configured({ apiToken: "", workspace: "" }, { CALLAB_API_TOKEN: "env-token", CALLAB_WORKSPACE: "" }),
  ).toMatchObject({
    apiToken: { value: "env-token" },
    workspace: "default",
  });
});

describe("accepted warnings", () => {
  it.each([
    ["campaign/no-window", ["campaign/no-window"]],
    [" campaign/no-window , agent/language,", ["campaign/no-window", "agent/language"]],
    ['["campaign/no-window", "agent/language"]', ["campaign/no-window", "agent/language"]],
  ])("%s", (acceptedWarnings, ids) => {
    expect(configured({ acceptedWarnings }).acceptedWarnings).toEqual(ids);
  });

  it("are warnings that there are", () => {
    expect(problems({ acceptedWarnings: "campaign/no-windw,campaign/no-selection" })).toEqual([
      'callab:acceptedWarnings holds "campaign/no-windw", which is no rule; did you mean "campaign/no-window"?',
      expect.stringMatching(/"campaign\/no-selection", which is the rule of an error, which cannot be accepted/),
    ]);
  });
});

describe("the learned contract", () => {
  const file = (text: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), "configuration-")), "callab.contract.json");
    writeFileSync(path, text);
    return path;
  };
  const least = '{"version":1,"day":"2026-12-01","writesTried":false,"routes":{},"kinds":{}}';

  it("is read from a file, and there is none by default", () => {
    expect(configured().contract).toBeUndefined();
    expect(configured({ contract: file(least) }).contract).toMatchObject({ day: "2026-12-01" });
  });

  it("that is wrong, or not there, is told with its path, in previews as well", () => {
    const path = file(least.replace("routes", "routs"));
    expect(problems({ contract: path })).toEqual([
      `callab:contract: ${path}: "routes" is missing. Let \`callab doctor --learn\` write it again.`,
      `callab:contract: ${path}: "routs" is not known; did you mean "routes"?`,
    ]);
    expect(problems({ contract: "no-such.json" })).toEqual([expect.stringMatching(/no-such\.json cannot be read/)]);
  });

  it.each([
    ["campaign.read", "POST /campaigns/{id}", "must be a GET: it only reads"],
    ["campaign.update", "GET /campaigns/{id}", "cannot be a GET: it writes"],
    ["campaign.delete", "DELETE /campaigns", "must hold {id}"],
  ])("has no route for %s such as %s", (key, route, words) => {
    const fact = { [key]: { day: "2026-12-01", mark: "observed", route } };
    const [problem] = problems({ contract: file(least.replace('"routes":{}', `"routes":${JSON.stringify(fact)}`)) });
    expect(problem).toContain(words);
  });

  it("does not hold an emergency stop back, whatever is wrong with it", () => {
    const { slips, contract } = configured({ contract: file("{"), pauseAll: "true" });
    expect([slips.length, contract]).toEqual([1, undefined]);
  });
});

describe("a route of one's own", () => {
  it("is refused where it fits nothing, all at once", () => {
    expect(
      problems({
        routes: JSON.stringify({
          "campaign.remove": "POST /x/{id}",
          "Campaign.delete": "POST /x/{id}",
          "campaign.delete": "/x/{id}",
          "campaign.update": "POST /x",
          "campaign.list": "FETCH /x",
          "webhook.create": "POST x",
          "aiAgent.create": "GET /ai-agent/create",
          colour: "POST /x",
        }),
      }),
    ).toEqual([
      expect.stringContaining('"campaign.remove" is no route; '),
      expect.stringContaining('"Campaign.delete" is no route; did you mean "campaign.delete"?'),
      expect.stringContaining('"campaign.delete" must be a method and a path, such as "POST /campaigns/delete/{id}".'),
      expect.stringContaining('"campaign.update" must hold {id}'),
      expect.stringContaining('"campaign.list" must be a method and a path'),
      expect.stringContaining('"webhook.create" must be a method and a path'),
      expect.stringContaining('"aiAgent.create" cannot be a GET: it writes.'),
      expect.stringContaining('"colour" is no route; known are campaign.create,'),
    ]);
  });

  it("does not hold an emergency stop back: that goes by the routes which fit, and says so", () => {
    const routes = JSON.stringify({ "campaign.updat": "POST /x/{id}", "campaign.list": "GET /all" });
    const stop = configured({ routes, pauseAll: "true" });
    expect(stop.routes).toEqual({ "campaign.list": "GET /all" });
    expect(stop.slips.map(wordedForRun)).toEqual([
      'callab:routes: "campaign.updat" is no route; did you mean "campaign.update"?',
    ]);
    for (const broken of ["{", "[]", '{"campaign.list":1}', "1"])
      expect(configured({ routes: broken, pauseAll: "true" })).toMatchObject({
        routes: {},
        slips: [expect.anything()],
      });
  });
});

describe("the emergency stop", () => {
  it("is off unless it is true, in so many words", () => {
    expect(configured().pauseAll).toBe(false);
    expect(configured({ pauseAll: "false" }).pauseAll).toBe(false);
    expect(configured({ pauseAll: "true" }).pauseAll).toBe(true);
    expect(problems({ pauseAll: "True" })).toEqual(['callab:pauseAll must be "false" or "true", not "True".']);
  });

  it("is ordered by the environment as well, and told from there what is no order", () => {
    expect(configured({}, { CALLAB_PAUSE_ALL: "true" }).pauseAll).toBe(true);
    expect(configured({}, { CALLAB_PAUSE_ALL: "" }).pauseAll).toBe(false);
    expect(problems({}, { CALLAB_PAUSE_ALL: "1" })).toEqual(['CALLAB_PAUSE_ALL must be "false" or "true", not "1".']);
  });

  it("is ordered by the stack for a provider that is told its own arguments alone", () => {
    const stack = (pauseAll: string): Record<string, string> => ({ PULUMI_CONFIG: JSON.stringify({ pauseAll }) });
    expect(configured({}, stack("true")).pauseAll).toBe(true);
    expect(configured({}, stack("false")).pauseAll).toBe(false);
    expect(problems({}, stack("yes"))).toEqual([
      'callab:pauseAll in the stack\'s configuration must be "false" or "true", not "yes".',
    ]);
    expect(problems({ pauseAll: "yes" }, stack("yes"))).toHaveLength(1);
    for (const foreign of ["{", "[]", "null", '{"pauseAll":true}'])
      expect(configured({}, { PULUMI_CONFIG: foreign }).pauseAll).toBe(false);
  });

  it("is not taken back by a false elsewhere", () => {
    expect(configured({ pauseAll: "false" }, { PULUMI_CONFIG: '{"pauseAll":"true"}' }).pauseAll).toBe(true);
    expect(configured({ pauseAll: "false" }, { CALLAB_PAUSE_ALL: "true" }).pauseAll).toBe(true);
    expect(configured({ pauseAll: "true" }, { CALLAB_PAUSE_ALL: "false" }).pauseAll).toBe(true);
    expect(configured({ pauseAll: "true" }, { CALLAB_PAUSE_ALL: "perhaps" }).slips).toHaveLength(1);
  });

  it("goes on with defaults in the place of what is wrong, but not to another address, account or workspace", () => {
    const wrong = { maxRetries: "x", onDrift: "x", acceptedWarnings: "x" };
    const { slips, maxRetries, onDrift } = configured({ ...wrong, pauseAll: "true" });
    expect([slips.length, maxRetries, onDrift]).toEqual([3, 4, "fail"]);
    expect(problems(wrong)).toHaveLength(3);
    for (const fatal of [{ baseUrl: "x" }, { apiToken: "a b" }, { workspace: "a b" }])
      expect(problems({ ...fatal, pauseAll: "true" })).toHaveLength(1);
  });
});

describe("the token", () => {
  it.each(["a b", " s3cret", "s3cret\n", "s3c\tret", "s3cret\r\n"])("%j has white space in it", (apiToken) => {
    const [problem] = problems({ apiToken });
    expect(problem).toContain("white space");
    expect(problem).toContain("callab:apiToken");
    for (const part of apiToken.split(/\s+/).filter((text) => text.length > 1)) expect(problem).not.toContain(part);
  });

  it.each([
    ["typographic quotes", "\u201cs3cret\u201d", 1],
    ["a NUL", "s3c\u0000ret", 4],
    ["an escape sequence", "s3cret\u001b[0m", 7],
    ["a letter that HTTP does not carry", "s3crét", 5],
    ["DEL", "s3cret\u007f", 7],
  ])("with %s would be changed on its way, and is refused", (_title, apiToken, place) => {
    const [problem] = problems({}, { CALLAB_API_TOKEN: apiToken });
    expect(problem).toContain("CALLAB_API_TOKEN");
    expect(problem).toContain(`(number ${place})`);
    expect(problem).not.toContain("s3c");
  });

  it("is set without Bearer", () => {
    const [problem] = problems({}, { CALLAB_API_TOKEN: "Bearer abc123" });
    expect(problem).toContain('begins with "Bearer"');
    expect(problem).toContain("CALLAB_API_TOKEN");
    expect(problem).not.toContain("abc123");
  });
});

describe("the address", () => {
  it.each([
    ["https://api.example/v1/", "https://api.example/v1"],
    ["https://api.example///", "https://api.example"],
    ["https://api.example//v1//here", "https://api.example/v1/here"],
    ["http://localhost:3000/v1", "http://localhost:3000/v1"],
    ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
    ["http://[::1]:3000/v1", "http://[::1]:3000/v1"],
    ["http://127.8.9.10/v1", "http://127.8.9.10/v1"],
    ["HTTPS://API.example:443/v1", "https://api.example/v1"],
  ])("%s is taken", (baseUrl, expected) => {
    expect(configured({ baseUrl }).baseUrl).toBe(expected);
  });

  it.each([
    "api.example/v1",
    "ftp://api.example",
    "https://user:pass@api.example",
    "https://api.example/?a=1",
    "https://api.example/#x",
    "https://api.example/v1?",
    "https://api.example/v1#",
    "https://@api.example/v1",
    "https://api.example\\v1",
    "https://api.exa\tmple/v1",
    "https:api.example/v1",
    "nonsense",
  ])("%s is no plain web address", (baseUrl) => {
    expect(problems({ baseUrl }).join()).toContain("is not a plain web address");
  });

  it.each([
    "http://api.example/v1",
    "http://localhost.example/v1",
    "http://evil.localhost/v1",
    "http://127.evil.example/v1",
    "http://127.0.0.1.evil.example/v1",
    "http://127.0.0.1%2eevil.example/v1",
    "http://[::ffff:203.0.113.7]/v1",
    "http://0.0.0.0/v1",
  ])("%s is not one to send a token to in clear", (baseUrl) => {
    expect(problems({ baseUrl }).join()).toContain("not encrypted");
  });

  it("with a password in it is not repeated", () => {
    expect(problems({ baseUrl: "https://user:hunter2@api.example" }).join()).not.toContain("hunter2");
  });
});

describe("numbers", () => {
  it("are read", () => {
    expect(configured({ maxConcurrency: "1", maxRetries: "0", timeoutSeconds: "120" })).toMatchObject({
      maxConcurrency: 1,
      maxRetries: 0,
      timeoutSeconds: 120,
    });
  });

  it.each<[string, string]>([
    ["maxConcurrency", "0"],
    ["maxConcurrency", "eight"],
    ["maxRetries", "-1"],
    ["maxRetries", "1.5"],
    ["timeoutSeconds", "0"],
    ["timeoutSeconds", "30s"],
    ["timeoutSeconds", "Infinity"],
    ["timeoutSeconds", "601"],
    ["timeoutSeconds", "9007199254740993"],
    ["maxConcurrency", "101"],
    ["maxConcurrency", "1e1"],
    ["maxConcurrency", "0x10"],
    ["maxRetries", "21"],
    ["maxRetries", " 4"],
    ["maxRetries", "+4"],
    ["maxRetries", "04"],
    ["maxRetries", "-0"],
  ])("%s cannot be %j, and the message says what it can be", (key, value) => {
    const bounds = { maxConcurrency: "1 to 100", maxRetries: "0 to 20", timeoutSeconds: "1 to 600" }[key];
    expect(problems({ [key]: value })).toEqual([
      `callab:${key} must be a whole number from ${bounds}, not "${value.trim()}".`,
    ]);
  });
});

describe("routes", () => {
  it("are a JSON object of texts", () => {
    expect(configured({ routes: '{"campaign.delete": "POST /campaigns/remove/{id}"}' }).routes).toEqual({
      "campaign.delete": "POST /campaigns/remove/{id}",
    });
  });

  it.each(["{", "[]", "null", '"POST /x"', '{"campaign.delete": 1}', '{"campaign.delete": {}}'])(
    "%s is none",
    (routes) => {
      expect(problems({ routes }).join()).toContain("callab:routes must be a JSON object");
    },
  );
});

it("tells everything that is wrong at once", () => {
  const found = problems({ apiToken: "a b", baseUrl: "x", workspace: "my place", maxRetries: "many", routes: "{" });
  expect(found).toHaveLength(5);
});

describe("keys nobody knows", () => {
  it("are told, with the key that was meant", () => {
    expect(unknownSettings(["apitoken", "workspaces", "colour"]).map(wordedForRun)).toEqual([
      "The configuration key callab:apitoken is not known; did you mean callab:apiToken?",
      "The configuration key callab:workspaces is not known; did you mean callab:workspace?",
      expect.stringContaining("The configuration key callab:colour is not known; known are callab:apiToken,"),
    ]);
  });

  it("are not the ones we know, nor a path into one of them", () => {
    expect(unknownSettings(configurationKeys)).toEqual([]);
    expect(unknownSettings(['routes["campaign.delete"]', "routes.campaign"])).toEqual([]);
  });
});

describe("proxies", () => {
  it("are those that the environment names for the address", () => {
    const environment = { HTTPS_PROXY: "http://proxy.example:3128", http_proxy: "http://other.example", ALL_PROXY: "" };
    expect(configured({}, environment).proxies).toEqual([
      { variable: "HTTPS_PROXY", host: "proxy.example", port: 3128 },
    ]);
  });

  it("are not used for this machine", () => {
    expect(configured({ baseUrl: "http://127.0.0.1:3000/v1" }, { HTTP_PROXY: "http://proxy.example" }).proxies).toEqual(
      [],
    );
  });
});

it("keeps its notes under the Pulumi home", () => {
  expect(configured({}, { PULUMI_HOME: "/somewhere" }).ledgerFolder).toMatch(/^\/somewhere\/callab\//);
});

it("names a run by the engine's address, which all its provider processes are given, else by who started it", () => {
  const runName = (engine?: string): string => readConfiguration(() => undefined, {}, engine).runName;
  expect(runName("127.0.0.1:4711")).toMatch(/\/127\.0\.0\.1:4711$/);
  expect(runName()).toMatch(/\/\d+$/);
  expect(engineAddress(["127.0.0.1:4711", "--tracing", "http://host:1"])).toBe("127.0.0.1:4711");
  expect(engineAddress(["--x=a:1", "export"])).toBeUndefined();
});
