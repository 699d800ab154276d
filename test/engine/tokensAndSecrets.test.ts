/** What must stay secret stays secret, and what is told when a token is wrong. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { review } from "../../provider/cli/review/review";
import { startEmulatorProcess } from "../support/emulatorProcess";
import { campaign, program, resource } from "../support/programs";
import { makeProject, type Project } from "../support/project";
import { requestsDuring } from "../support/requests";

jest.setTimeout(240_000);

const header = "header-credential-4711";
const token = "first-token-0815";

const crm = (url: string): string =>
  program(
    resource("Campaign", "spring", campaign),
    `const crm = new callab.Webhook("crm", { name: "CRM", steps: [{ webhookUrl: "${url}", webhookMethod: "POST", webhookHeaders: { Authorization: "${header}" } }] });`,
    "exports.steps = crm.steps;",
  );

/** Every file under the state's folder, in one text. */
function written(project: Project): string {
  const home = join(project.folder, "..", "state");
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

it("shows neither the token nor a webhook's headers: not in previews, differences, outputs, logs or the state", async () => {
  const emulator = await startEmulatorProcess({ token, personality: "open" });
  const project = await makeProject({
    program: crm("https://example.com/a"),
    environment: { CALLAB_BASE_URL: emulator.url },
  });
  await project.pulumi(["config", "set", "--secret", "callab:apiToken", token]);
  const outputs = [await project.preview("--diff"), await project.up("--skip-preview")];

  project.write(crm("https://example.com/b"));
  outputs.push(await project.preview("--diff"), await project.up("--skip-preview"));
  const [webhook] = await emulator.dashboard.list("Webhook");
  expect(JSON.stringify(webhook)).toContain(header);

  await emulator.dashboard.change("Webhook", webhook?.id ?? "", { max_retries: 9 });
  outputs.push(await project.refresh("--skip-preview", "--diff"), await project.preview("--refresh", "--diff"));
  for (const { output } of outputs) {
    expect(output).not.toContain(header);
    expect(output).not.toContain(token);
  }
  // Of properties, the SDK's own log shows even secrets, but the token is in none of them.
  expect((await project.up("--skip-preview", "--logtostderr", "-v=4")).output).not.toContain(token);
  const state = written(project);
  expect(state).toContain("pulumi-callab/dynamic/webhook");
  expect(state).not.toContain(header);
  expect(state).not.toContain(token);
  // Still there for who holds the passphrase.
  expect(JSON.stringify(await project.outputs())).toContain(header);
});

describe("what the program marks secret", () => {
  const prompt = "You are the voice of nobody-4711";
  const notes = "For our eyes only, 0815";
  const live = "Somebody else's words, 2342";
  const secret = (value: string): string => `pulumi.secret(${JSON.stringify(value)})`;
  const declare = (more: string, tags = '["vip"]'): string =>
    program(
      'const pulumi = require("@pulumi/pulumi");',
      `new callab.AiAgent("ada", { name: "Ada", prompt: ${secret(prompt)}, ${more} });`,
      `new callab.Campaign("spring", { ...${JSON.stringify(campaign)}, notes: ${secret(notes)}, contactsListTags: ${tags}, ${more} });`,
    );
  const hides = (...texts: readonly string[]): void => {
    for (const text of texts)
      for (const value of [prompt, notes, live])
        for (const form of [value, encodeURIComponent(value)]) expect(text).not.toContain(form);
  };
  /** Inputs and outputs of a resource as the state keeps them: what is encrypted has no value in clear. */
  const kept = async (project: Project, name: string): Promise<Record<string, unknown>[]> => {
    const found = (await project.resources()).find(({ urn }) => urn.endsWith(`::${name}`));
    return [{ ...found?.inputs }, { ...found?.outputs }];
  };
  const isSecret = expect.objectContaining({
    "4dabf18193072939515e22adb298388d": expect.any(String) as string,
  }) as object;

  it("is shown neither by a refused adoption, nor by an API that repeats it, nor by drift, and is encrypted in the state", async () => {
    const emulator = await startEmulatorProcess({ personality: "object" });
    const project = await makeProject({ program: declare(""), emulator });
    const { id } = await emulator.dashboard.create("AiAgent", { name: "Ada", prompt: live });
    await emulator.addFault({
      fault: "refusal",
      text: "not valid: {sent}",
      sentAs: "address",
      match: { kind: "Campaign", operation: "create" },
    });
    const refused = (await project.fails("up", "--skip-preview")).output;
    expect(refused).toMatch(/prompt +\(secret\) +\(secret, differs\)/);
    expect(refused).toMatch(/HTTP 422: "not valid: .*\[secret\]/);
    hides(refused);

    project.write(declare("adopt: true", `["vip", ${secret("gold-4242")}]`));
    const outputs = [await project.preview("--diff"), await project.up("--skip-preview")];
    expect(await emulator.dashboard.get("AiAgent", id)).toMatchObject({ prompt });
    await emulator.dashboard.change("AiAgent", id, { prompt: live });
    outputs.push(await project.preview("--refresh", "--diff"), await project.refresh("--skip-preview", "--diff"));
    outputs.push(await project.up("--skip-preview", "--diff"));
    expect(await emulator.dashboard.get("AiAgent", id)).toMatchObject({ prompt });
    outputs.push(await project.up("--skip-preview", "--expect-no-changes"));
    hides(written(project), ...outputs.map(({ output }) => output));
    for (const properties of await kept(project, "ada"))
      expect(properties).toMatchObject({ prompt: isSecret, name: "Ada" });
    // The sentence that is made of a secret is one too.
    for (const properties of await kept(project, "spring")) {
      expect(properties).toMatchObject({ notes: isSecret, summary: isSecret, contactsListTags: isSecret });
      expect(JSON.stringify(properties)).not.toContain("gold-4242");
    }
    expect(outputs.map(({ output }) => output).join()).not.toMatch(/gold-4242|__secrets/);
    const shown = await project.preview("--json", "--show-secrets");
    expect(review(shown.stdout, { now: new Date() }).comment).not.toMatch(/nobody-4711|eyes only|gold-4242/);
  });

  it("is not shown by the engine, which prints the value of a property whose check fails", async () => {
    const project = await makeProject({
      emulator: await startEmulatorProcess(),
      program: program(
        'const pulumi = require("@pulumi/pulumi");',
        `new callab.Campaign("spring", { ...${JSON.stringify(campaign)}, timeZone: ${secret("/root/zone-4711")}, aiAgentId: ${secret("agent-4711")} });`,
      ),
    });
    const { output } = await project.fails("preview");
    expect(output).not.toContain("4711");
    for (const path of ["timeZone", "aiAgentId"]) expect(output).toMatch(new RegExp(`problem: ${path}: .*\\(input/`));
  });

  it("that is marked later is encrypted from then on, in one update that asks nothing of the API", async () => {
    const emulator = await startEmulatorProcess({ personality: "object" });
    const agent = (value: string): string =>
      program(
        'const pulumi = require("@pulumi/pulumi");',
        `new callab.AiAgent("ada", { name: "Ada", prompt: ${value} });`,
      );
    const project = await makeProject({ program: agent(JSON.stringify(prompt)), emulator });
    await project.up("--skip-preview");
    project.write(agent(secret(prompt)));
    const asked = await requestsDuring(emulator, async () => {
      hides((await project.up("--skip-preview", "--diff")).output.replaceAll(JSON.stringify(prompt), ""));
    });
    expect(asked).toEqual([]);
    hides(await project.exported());
    await project.up("--skip-preview", "--expect-no-changes");
  });
});

describe("eight resources that share one failure", () => {
  const eight = Array.from({ length: 8 }, (_, index) =>
    resource("AiAgent", `a${index}`, { name: `Agent ${index}`, prompt: "Be brief.", globalTools: {} }),
  );
  const failures = async (environment: Readonly<Record<string, string>>): Promise<string> => {
    const project = await makeProject({ program: program(...eight), environment });
    await project.pulumi(["config", "set", "callab:maxRetries", "0"]);
    // Else the engine begins no more creates once the first one has failed.
    const { output } = await project.fails("up", "--skip-preview", "--continue-on-error");
    expect(output).not.toContain("toString");
    // Each of them has a warning, which is told although there is no resource to tell it at.
    expect(output).not.toContain("failed to deliver");
    expect(output.match(/AiAgent "a\d": globalTools: is empty/g)).not.toBeNull();
    return output;
  };

  it.each<[string, () => Promise<Record<string, string>>, RegExp]>([
    [
      "an API that is down",
      () => Promise.resolve({ CALLAB_BASE_URL: "http://127.0.0.1:9/v1", CALLAB_API_TOKEN: "t0ken" }),
      /nothing answers at this address \(connection refused\): http:\/\/127\.0\.0\.1:9\/v1\//,
    ],
    [
      "a wrong token",
      async () => ({ CALLAB_BASE_URL: (await startEmulatorProcess({ token })).url, CALLAB_API_TOKEN: "wrong-token" }),
      /HTTP 401, the API does not accept the token from the environment variable CALLAB_API_TOKEN/,
    ],
  ])("are each told it: %s", async (_title, environment, message) => {
    const output = await failures(await environment());
    const told = new Map(
      [...output.matchAll(/AiAgent \((a\d)\):\n((?: +.*\n)+)/g)].map(([, name = "", said = ""]) => [name, said]),
    );
    expect([...told.keys()].sort()).toEqual(eight.map((_, index) => `a${index}`));
    for (const said of told.values()) expect(said).toMatch(message);
  });
});

it("says, when a token has been changed, why a refresh and a destroy still use the old one, and what helps", async () => {
  const emulator = await startEmulatorProcess({ token });
  const project = await makeProject({
    program: program(resource("Campaign", "spring", campaign)),
    environment: { CALLAB_BASE_URL: emulator.url },
  });
  await project.pulumi(["config", "set", "--secret", "callab:apiToken", "revoked-token-1"]);
  const refused = await project.fails("up", "--skip-preview");
  expect(refused.output).toMatch(/callab:apiToken in the stack's configuration/);
  expect(refused.output).not.toContain("revoked-token-1");

  await project.pulumi(["config", "set", "--secret", "callab:apiToken", token]);
  await project.up("--skip-preview");
  // The token is changed: the emulator takes another one from now on.
  const renewed = await startEmulatorProcess({ token: "second-token-0816" });
  await renewed.dashboard.create("Campaign", { ...(await emulator.dashboard.list("Campaign"))[0] });
  const moved = { CALLAB_BASE_URL: renewed.url };
  await project.pulumi(["config", "set", "--secret", "callab:apiToken", "second-token-0816"]);

  for (const command of [
    ["refresh", "--yes", "--skip-preview"],
    ["preview", "--refresh"],
  ]) {
    const refused = await project.pulumi(command, { environment: moved });
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(/HTTP 401/);
    expect(refused.output).toMatch(/run `pulumi up` once without `--refresh`, or add `--run-program`/);
    expect(refused.output).not.toContain(token);
  }
  // The remedies that were told work, and what could not be read was not taken for gone.
  const preview = await project.pulumi(["preview", "--refresh", "--run-program"], { environment: moved });
  expect(preview.code).toBe(0);
  const remedy = await project.pulumi(["refresh", "--yes", "--skip-preview", "--run-program"], { environment: moved });
  expect(remedy.code).toBe(0);
  expect(await project.resources()).toHaveLength(1);
});

it("proves nothing by the token of another account: nobody is said to be stopped, nothing is gone, and nothing made twice", async () => {
  const [own, other] = ["token-of-this-account", "token-of-another"];
  const emulator = await startEmulatorProcess({ token: own, accounts: [other], personality: "open" });
  const project = await makeProject({
    program: program(resource("Campaign", "spring", { ...campaign, desiredStatus: "active" })),
    environment: { CALLAB_BASE_URL: emulator.url, CALLAB_API_TOKEN: own },
  });
  await project.up("--skip-preview");
  const [made] = await emulator.dashboard.list("Campaign");
  expect(made).toMatchObject({ status: "active" });

  for (const [args, more] of [
    [["up"], { CALLAB_PAUSE_ALL: "true" }],
    [["destroy"], {}],
    [["up", "--refresh"], {}],
  ] as const) {
    const environment = { CALLAB_API_TOKEN: other, ...more };
    const { code, output } = await project.begin([...args, "--yes", "--skip-preview"], { environment }).finished;
    expect(code).not.toBe(0);
    expect(output).toContain("its state was written with another token or address");
    expect(output).toContain("CALLAB_API_TOKEN and CALLAB_BASE_URL in the environment");
    expect(output).not.toMatch(/nobody is called/);
  }
  expect(await emulator.account(other).dashboard.list("Campaign")).toEqual([]);
  expect(await emulator.dashboard.list("Campaign")).toMatchObject([{ id: made?.id, status: "active" }]);

  await project.up("--skip-preview", "--refresh", "--expect-no-changes");
  await project.destroy("--skip-preview");
  expect(await emulator.dashboard.list("Campaign")).toEqual([]);
});
