/** The command as it is run: help, suggestions, exit codes, what goes to which stream. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Emulator } from "../../../emulator";
import { emulatorOptions } from "../../../provider/cli/emulate/command";
import { faultRuleOf } from "../../../provider/cli/emulate/faultRule";
import { fitsGlob, kindsNamed } from "../../../provider/cli/kindSelection";
import { painter, progressOn } from "../../../provider/cli/terminal";
import { freshBuild } from "../../support/build";
import { run, type CommandResult } from "../../support/command";
import { serveBytes } from "../../support/hostileServer";
import { repository } from "../../support/repository";
import { emulatorWith } from "./exported";

jest.setTimeout(60_000);

const main = join(repository, "dist", "provider", "cli", "main.js");
const path = process.env["PATH"] ?? "";

let home: string;
let emulator: Emulator | undefined;
beforeAll(freshBuild);
beforeEach(() => (home = mkdtempSync(join(tmpdir(), "command-"))));
afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
  rmSync(home, { recursive: true, force: true });
});

const callab = (args: readonly string[], environment: Record<string, string> = {}): Promise<CommandResult> =>
  run(process.execPath, [main, ...args], { cwd: home, environment: { PATH: path, ...environment } });

const connected = async (...args: string[]): Promise<CommandResult> => {
  emulator ??= await emulatorWith("documented", 12);
  return callab(args, { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token });
};

test.each([
  [["--help"]],
  [["status", "--help"]],
  [["export", "--help"]],
  [["doctor", "--help"]],
  [["emulate", "--help"]],
  [["review", "--help"]],
  [["help", "export"]],
])("%j shows help with examples, and ends well", async (args) => {
  const { code, stdout, stderr } = await callab(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("Examples:\n  $ callab ");
});

test.each([
  [["exprt"], "Did you mean export?"],
  [["export", "--workspce", "x"], "Did you mean --workspace?"],
  [["help", "exprt"], "Did you mean export?"],
  [["help", "bogus"], "unknown command 'bogus'"],
  [["export", "--kind", "campain"], "did you mean campaign?"],
  [["export", "--kind", "fone-number"], "did you mean phone-number?"],
  [["export", "--kind", "zzz"], "known are campaign, agent, phone-number, webhook"],
  [["export", "--token", "x"], "unknown option '--token'"],
  [["export"], "Set the environment variable CALLAB_API_TOKEN"],
  [["doctor", "--base-url", "http://example.com"], "The address in --base-url is not encrypted"],
  [["emulate", "--port", "eighty"], "--port must be a whole number"],
  [["emulate", "--personality", "grumpy"], 'there is no personality "grumpy"'],
  [["emulate", "--personality", "open,legcy"], 'there is no personality "legcy"; did you mean legacy?'],
  [["emulate", "--personality", "listLagRequest=2"], "did you mean listLagRequests?"],
  [["emulate", "--fault", "dropAftr"], 'there is no fault "dropAftr"; did you mean dropAfter?'],
  [["emulate", "--fault", '{"fault":"dropAftr"}'], "did you mean dropAfter?"],
  [["emulate", "--people", "vip"], "--people takes a tag and a number, such as vip=1240"],
  [["emulate", "--people", "vip=many"], "--people must be a whole number"],
  [["emulate", "--fault", "dropped"], 'there is no fault "dropped"'],
])("%j: wrong usage ends with 2 and says %s", async (args, message) => {
  const { code, stdout, stderr } = await callab(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each(["status", "export", "doctor"])(
  "%s: what is wrong with --routes ends with 2, whatever it is",
  async (command) => {
    for (const [routes, message] of [
      ["{bad", "must be a JSON object"],
      ['{"campain.list":"GET /x"}', "campain.list"],
      ['{"campaign.list":"GET"}', "campaign.list"],
    ] as const) {
      const { code, stdout, stderr } = await connected(command, "--routes", routes);
      expect({ routes, code, stdout }).toEqual({ routes, code: 2, stdout: "" });
      expect(stderr).toContain(message);
    }
  },
);

test("a Node that is too old is told in one line", async () => {
  // An old Node is played by this one, told that it is old.
  const old = `Object.defineProperty(process.versions, "node", { value: "22.11.0" })`;
  const { code, output } = await run(process.execPath, ["--import", `data:text/javascript,${old}`, main, "--help"], {
    cwd: home,
    environment: { PATH: path },
  });
  expect({ code, output }).toEqual({
    code: 1,
    output: "error: Node.js 22.12 or newer is needed; the `node` that runs this is 22.11.0.\n",
  });
});

test("export writes a folder once, reports on stdout without colour, and refuses to overwrite", async () => {
  const first = await connected("export", "--out", "calls");
  expect(first.code).toBe(0);
  expect(first.stdout).toContain("Exported 5 campaigns, 3 agents, 2 phone numbers, 2 webhooks to calls.");
  expect(first.output).not.toContain("\u001b");
  expect(first.output).not.toContain("secret-token");
  const before = readFileSync(join(home, "calls", "index.ts"), "utf8");
  const second = await connected("export", "--out", "calls");
  expect(second.code).toBe(2);
  expect(second.stderr).toContain("--force");
  expect(readFileSync(join(home, "calls", "index.ts"), "utf8")).toBe(before);
  expect((await connected("export", "--out", "calls", "--force", "--json")).code).toBe(0);
});

test("answers in a folder that is replaced are used, and not lost", async () => {
  await connected("export");
  const file = join(home, "callab-default", "hints.json");
  writeFileSync(file, JSON.stringify({ AiAgent: { "*": null } }));
  const again = await connected("export", "--force", "--json");
  expect(JSON.parse(again.stdout)).toMatchObject({ incomplete: 7 });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ AiAgent: { "*": null } });
});

test("export --json tells a script what there is to do", async () => {
  const { stdout } = await connected("export", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    folder: "callab-default",
    counts: { Campaign: 5, AiAgent: 3, PhoneNumber: 2, Webhook: 2 },
    incomplete: 10,
    withoutId: 7,
    secretKeys: ["crmAuthorization", "hook1Authorization"],
    maskedKeys: [],
  });
});

test("export says which secrets must be set by hand, because the API masks them", async () => {
  emulator = await emulatorWith("open,secrets=masked", 12);
  const { stdout } = await connected("export", "--out", "calls");
  expect(stdout).toContain("The API masks 4 secrets, so that nobody knows their values here.");
  expect(stdout).toMatch(/before the next `pulumi up`:\n {2}crmAuthorization\n/);
  expect(stdout).toContain("pulumi config set --secret crmAuthorization   # asks for Authorization: Callab masks it");
});

test("an export that fails or is interrupted leaves no folder behind", async () => {
  emulator = await emulatorWith("documented", 12);
  emulator.addFault({ fault: "stall", ms: 20_000, match: { path: "/webhooks*" }, times: "always" });
  const child = spawn(process.execPath, [main, "export"], {
    cwd: home,
    env: { PATH: path, CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: emulator.token },
  });
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal })));
  while (!emulator.requests.some((request) => request.path.startsWith("/webhooks")))
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGINT");
  expect(await ended).not.toEqual({ code: 0, signal: null });
  expect(readdirSync(home)).toEqual([]);
  emulator.clearFaults();
  emulator.addFault({ fault: "forbidden", times: "always" });
  const refused = await connected("export");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("Set CALLAB_API_TOKEN to a valid token of this account.");
  expect(readdirSync(home)).toEqual([]);
});

test("doctor: a table for people, JSON for scripts, and an exit code for CI", async () => {
  const healthy = await connected("doctor");
  expect(healthy.code).toBe(0);
  expect(healthy.stdout).toMatch(/GET \/phone_number +older +ok/);
  const { stdout } = await connected("doctor", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ isHealthy: true });
  const without = await callab(["doctor", "--base-url", emulator?.url ?? ""]);
  expect(without.code).toBe(1);
  expect(without.stdout).toMatch(/token +failed +none; set the environment variable CALLAB_API_TOKEN/);
});

test("doctor: the verdict comes first, with a line for each cause, and no rows that only repeat one", async () => {
  expect((await connected("doctor")).stdout).toMatch(/^Nothing is wrong\..*\n/);
  const address = emulator?.url ?? "";
  const without = await callab(["doctor", "--base-url", address]);
  expect(without.stdout).toMatch(/^Something is wrong:\n {2}token: none; set [^\n]*\n\n/);
  expect(without.stdout).not.toContain("POST ");
  const refused = await callab(["doctor", "--base-url", address], { CALLAB_API_TOKEN: "another" });
  expect(refused.stdout).toMatch(/^Something is wrong:\n {2}token accepted: [^\n]*\n\n/);
  emulator?.addFault({ fault: "html", status: 502, match: { path: "/webhooks*" }, times: "always" });
  const failing = await connected("doctor");
  expect(failing.stdout).toMatch(/^Something is wrong:\n {2}GET \/webhooks[^\n]*\n\n/);
});

test("doctor foretells what an export will ask", async () => {
  const { stdout } = await connected("doctor");
  expect(stdout).toMatch(/`callab export` will ask[^\n]*\n {2}5 campaigns: id, [^\n]*aiAgentId/);
});

/** An environment with an engine whose `pulumi config` does this. */
function pulumiThat(configScript: string): { readonly PATH: string } {
  const bin = join(home, "bin");
  mkdirSync(bin, { recursive: true });
  const script = `#!/bin/sh\n[ "$1" = config ] || exec echo v3.259.0\n${configScript}\n`;
  writeFileSync(join(bin, "pulumi"), script, { mode: 0o755 });
  return { PATH: `${bin}:${path}` };
}

test("every command has the token of the selected stack, and the address that goes with it, in a Pulumi project", async () => {
  emulator = await emulatorWith("documented", 12);
  const { url, token } = emulator;
  const settings = { "callab:apiToken": { value: token, secret: true }, "callab:baseUrl": { value: url } };
  const withPulumi = pulumiThat(`echo '${JSON.stringify(settings)}'`);
  expect((await callab(["doctor"], withPulumi)).stdout).toContain("token: none");
  writeFileSync(join(home, "Pulumi.yaml"), "name: calls\nruntime: nodejs\n");
  const { code, stdout } = await callab(["doctor"], withPulumi);
  expect(code).toBe(0);
  expect(stdout).toMatch(/token +ok +from callab:apiToken in the stack's configuration/);
  expect(stdout).toContain(url);
  expect(stdout).not.toContain(token);
  // What the shell has left over is no address for that token.
  const leftOver = { ...withPulumi, CALLAB_BASE_URL: "http://127.0.0.1:9/v1", CALLAB_WORKSPACE: "left-over" };
  const asked = emulator.requests.length;
  expect((await callab(["doctor"], leftOver)).stdout).toContain(url);
  const paths = emulator.requests.slice(asked).map((request) => request.path);
  expect(paths.join()).toContain("/by-workspace/default");
  expect(paths.join()).not.toContain("left-over");
  // So has every other command that asks the API.
  expect((await callab(["status"], withPulumi)).stdout).toMatch(/^\d of 5 campaigns /);
  expect((await callab(["export", "--out", "calls"], withPulumi)).code).toBe(0);
  // By the same settings the account is learned, and held against what was learned of it.
  const learned = await callab(["doctor", "--learn", "contract.json"], withPulumi);
  expect(learned).toMatchObject({ code: 0, stderr: "" });
  const tried = ["doctor", "--learn", "contract.json", "--try-writes", "--workspace", "sandbox", "--yes"];
  const { code: triedCode, stderr } = await callab(tried, withPulumi);
  expect(stderr).toContain(`In the workspace sandbox at ${url}, by the token from callab:apiToken in the stack's`);
  expect(triedCode).toBe(0);
  const compared = await callab(["doctor", "--contract", "contract.json"], withPulumi);
  expect(compared.stdout).toMatch(/contract +ok +as on /);
  expect(compared.code).toBe(0);
});

test.each([
  ["incorrect passphrase", "echo 'error: incorrect passphrase' >&2; exit 255"],
  ["a b", "echo 'warning: old'  >&2; echo 'error: a\tb' >&2; exit 1"],
  ["no way", "printf 'no\nway\n' >&2; exit 1"],
  ["it ended with 3", "exit 3"],
])("without a token, a stack whose settings cannot be read is named as the reason (%s)", async (reason, script) => {
  const withPulumi = pulumiThat(script);
  writeFileSync(join(home, "Pulumi.yaml"), "name: calls\nruntime: nodejs\n");
  const doctor = await callab(["doctor", "--base-url", "http://127.0.0.1:9/v1"], withPulumi);
  expect(doctor.stdout).toContain(
    `token: that of the stack cannot be read (\`pulumi config\`: ${reason}); mend that, or set`,
  );
  const status = await callab(["status"], withPulumi);
  expect(status.stderr).toContain(`That of the stack cannot be read: \`pulumi config\` says "${reason}".`);
  // That no stack is selected is no trouble of one.
  pulumiThat("echo 'error: no stack selected; please use' >&2; exit 255");
  expect((await callab(["status"], withPulumi)).stderr).not.toContain("cannot be read");
});

test("review is one of the commands", async () => {
  expect((await callab(["--help"])).stdout).toContain("review");
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "emulate: a ready line, objects kept in a file, a clean end by %s",
  async (signal) => {
    const child = spawn(process.execPath, [main, "emulate", "--port", "0", "--json", "--data", "data.json"], {
      cwd: home,
    });
    const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
    const ready = JSON.parse(line) as { url: string; token: string };
    const answer = await fetch(`${ready.url}/webhooks`, { headers: { authorization: `Bearer ${ready.token}` } });
    expect(answer.status).toBe(200);
    const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
    child.kill(signal);
    expect(await ended).toBe(0);
    await expect(fetch(`${ready.url}/webhooks`)).rejects.toThrow();
    expect(existsSync(join(home, "data.json"))).toBe(true);
  },
);

test.each([
  [[], /^\d\d:\d\d:\d\d GET \/webhooks 200\n\d\d:\d\d:\d\d POST \/webhooks\/create no answer \(dropAfter\)\n$/],
  [["--quiet"], /^$/],
])("emulate %j writes a line for each request to stderr, or none", async (more, expected) => {
  const fault = "dropAfter,operation=create";
  const child = spawn(process.execPath, [main, "emulate", "--port", "0", "--json", "--fault", fault, ...more], {
    cwd: home,
  });
  let told = "";
  child.stderr.on("data", (chunk) => (told += String(chunk)));
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  const { url, token } = JSON.parse(line) as { url: string; token: string };
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  await fetch(`${url}/webhooks`, { headers });
  const lost = fetch(`${url}/webhooks/create`, { method: "POST", headers, body: '{"name":"CRM"}' });
  await expect(lost).rejects.toThrow();
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await ended;
  expect(told).toMatch(expected);
});

test("emulate says what to do when the port is taken", async () => {
  emulator = await emulatorWith("documented", 1);
  const { code, stderr } = await callab(["emulate", "--port", new URL(emulator.url).port]);
  expect(code).toBe(1);
  expect(stderr).toContain("--port 0 takes any free one");
});

test("faults in words and as JSON", () => {
  expect(faultRuleOf("dropAfter,operation=create,kind=Campaign")).toEqual({
    fault: "dropAfter",
    match: { operation: "create", kind: "Campaign" },
  });
  expect(faultRuleOf("rateLimit, retryAfter=2, httpDate=true, times=always")).toEqual({
    fault: "rateLimit",
    retryAfter: 2,
    httpDate: true,
    times: "always",
  });
  expect(faultRuleOf('{"fault":"slow","ms":5}')).toEqual({ fault: "slow", ms: 5 });
  expect(() => faultRuleOf("slow,ms")).toThrow(/name=value/);
  expect(() => faultRuleOf("{")).toThrow(/no JSON/);
});

test("the emulator's options, with a port that is the same each time unless another is asked for", () => {
  expect(emulatorOptions({})).toEqual({ port: 4599, calls: true, latencyMs: 0 });
  expect(emulatorOptions({ people: ["vip=1240"] })).toMatchObject({ people: [{ tag: "vip", count: 1240 }] });
  expect(emulatorOptions({ port: "0", latency: "20", personality: "legacy" })).toMatchObject({
    port: 0,
    latencyMs: 20,
  });
});

test("kinds by any name people give them", () => {
  expect(kindsNamed(["agents", "phone-number,campaign"])).toEqual(["Campaign", "AiAgent", "PhoneNumber"]);
  expect(kindsNamed(["AiAgent", "phone_numbers", "Webhooks"])).toEqual(["AiAgent", "PhoneNumber", "Webhook"]);
});

test.each([
  ["Spring*", "Spring renewals", true],
  ["spring*", "Spring", true],
  ["*renewals", "Spring renewals", true],
  ["S?ring", "Spring", true],
  ["Spring", "Spring renewals", false],
  ["a.b", "axb", false],
  ["+1555*", "+15555550100", true],
  ["عروض*", "عروض الربيع", true],
])("the glob %s on %s: %s", (pattern, name, fits) => {
  expect(fitsGlob(pattern, name)).toBe(fits);
});

test("a pipe gets neither colour nor progress; a terminal gets both", () => {
  const written: string[] = [];
  const screen = (isTTY: boolean) => ({ isTTY, hasColors: () => true, write: (text: string) => written.push(text) });
  expect(painter(screen(false))("red", "x")).toBe("x");
  expect(painter(screen(true))("red", "x")).toBe("\u001b[31mx\u001b[39m");
  progressOn(screen(false)).show("reading");
  expect(written).toEqual([]);
  progressOn(screen(true)).show("reading");
  expect(written.join()).toContain("reading");
});

test("a line of progress holds text alone", () => {
  const hostile = "a\u001b[31m\n::error::b\u202e";
  const written: string[] = [];
  progressOn({ isTTY: true, write: (text) => written.push(text) }).show(hostile);
  expect(written).toEqual(["\r\u001b[2Ka : :error::b"]);
});

describe("a command whose work never ends", () => {
  it.each([[["doctor"]], [["export", "--out", "calls"]]])(
    "%j ends with 1 and says so, where the API changes to another protocol",
    async (args) => {
      const url = await serveBytes((socket) => {
        socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n");
      });
      const preload = join(home, "hasty.cjs");
      // Time limits count for nothing, as in a process that waits for nothing at all.
      writeFileSync(preload, "const wait = setTimeout; globalThis.setTimeout = (...given) => wait(...given).unref();");
      const { code, stderr } = await callab(args, {
        CALLAB_BASE_URL: url,
        CALLAB_API_TOKEN: "t0ken",
        NODE_OPTIONS: `--require ${preload}`,
      });
      expect(code).toBe(1);
      expect(stderr).toContain("error: The command ended before its work was done");
      expect(existsSync(join(home, "calls"))).toBe(false);
    },
  );
});

test("what a command line holds is no command to a terminal either", async () => {
  const { code, output } = await connected("export", "--workspace", "sales\u001b[31m::\u202ex", "--name", "zzz");
  expect(code).toBe(1);
  expect(output).toContain('in the workspace "sales::x" fits');
  const exported = await connected("export", "--out", "calls\u001b[31m");
  expect(exported.code).toBe(0);
  expect(exported.output).not.toContain("\u001b");
});

test("what others called something is no line, colour or command in what a command prints", async () => {
  emulator = await emulatorWith("open", 12);
  const hostile = "Spring\n::error::stopped\r\n##vso[task.complete]\u001b]0;title\u0007\u001b[31m\u202egnp\u0085x";
  for (const id of emulator.dashboard.ids("Campaign")) emulator.dashboard.change("Campaign", id, { name: hostile });
  emulator.addFault({
    fault: "refusal",
    status: 404,
    text: `{"status":"error","message":${JSON.stringify(hostile)}}`,
    match: { kind: "Webhook" },
    times: "always",
  });
  const results = [
    await connected("export", "--out", "calls"),
    await connected("export", "--out", "calls2", "--name", "Sprang*"),
    await connected("export", "--out", "calls3", "--kind", "webhook"),
    await connected("doctor"),
  ];
  expect(results.map(({ code }) => code)).toEqual([0, 1, 1, 1]);
  const [exported, ...others] = results.map(({ output }) => output);
  expect(exported).toContain('are called "Spring ::error::stopped # #vso[task.complete]gnp x"');
  for (const output of [exported, ...others]) {
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(output).not.toMatch(/^\s*::|##\w*\[/m);
  }
  for (const name of readdirSync(join(home, "calls")))
    expect(readFileSync(join(home, "calls", name), "utf8")).not.toMatch(/[\u001b\u202e\u0085]/);
});
